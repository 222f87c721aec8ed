//! The fourth step: the choice of core customers, the letters with their editor, the judgement grid, and the profile.

mod factors;
mod judge;
mod profile;
mod ranking;
mod rule_editor;
mod subjects;
mod weights;

use super::sheet::{Sheet, Tab, TabGroup};
use super::{Facts, Place, Request, Screen};
use crate::i18n::words::choice as words;

/// The sheet of this step that was asked for.
pub fn choice(facts: Facts, request: &Request) -> Sheet {
    let mut sheet = match request.place.sheet.as_str() {
        "factors" => factors::factors(facts, request),
        "judge" => judge::judge(facts, request),
        "profile" => profile::profile(facts, request),
        _ => ranking::ranking(facts, request),
    };
    let language = request.format.language;
    let tab = |name: &str, label: String| Tab { label, place: Place::sheet(Screen::Choice, name) };
    sheet.tabs = vec![TabGroup {
        label: String::new(),
        tabs: vec![
            tab("", words::tab_choice(language)),
            tab("factors", words::tab_factors(language)),
            tab("judge", words::tab_judge(language)),
            tab("profile", words::tab_profile(language)),
        ],
    }];
    sheet
}
