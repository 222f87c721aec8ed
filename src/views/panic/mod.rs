//! The third step: the question, the map, the team with its workshop, the shortlist, the reasons and the questions.

mod ask;
mod gone;
mod map;
mod opened_words;
mod questions;
mod reasons;
mod round;
mod shortlist;
mod team;
mod workshop;

pub use ask::{Ask, AskQuestion, AskWords, Person, Workshop};
pub use gone::from_list as gone_from_list;
pub use opened_words::opened_notes;

use std::rc::Rc;

use self::round::Round;
use super::sheet::{Block, Link, Sheet, Tab, TabGroup};
use super::{Facts, Place, Request, Screen};
use crate::i18n::words::{ask as words, map as map_words, team as team_words};

/// The sheet that was asked for; the question itself when none was named.
pub fn panic(facts: Facts, request: &Request) -> Sheet {
    match request.place.sheet.as_str() {
        "map" => map::sheet(facts, request),
        "team" => team::sheet(facts, request),
        "workshop" => workshop::sheet(facts, request),
        "shortlist" => shortlist::sheet(facts, request),
        "reasons" => reasons::sheet(facts, request),
        "questions" => questions::sheet(facts, request),
        _ => question(facts, request),
    }
}

/// The question, with the map that fills with every answer below it.
fn question(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let round = Round::of(facts, request);
    let ask = ask::ask(facts, request, &round);
    let nobody = facts.panic.first_round.is_empty();
    let title = if nobody { words::nobody_title(language) } else { ask.words.question.clone() };
    let mut sheet = Sheet::new(request, title);
    sheet.push(Block::Ask(Rc::new(ask)));
    if !nobody {
        for block in map::beside(facts, request) {
            sheet.push(block);
        }
    }
    tabs(facts, request, &mut sheet);
    sheet
}

/// The eyebrow, the other sheets of this step, and the ways back and on.
fn tabs(facts: Facts, request: &Request, sheet: &mut Sheet) {
    let language = request.format.language;
    let tab = |label: String, name: &str| Tab { label, place: Place::sheet(Screen::Panic, name) };
    let mut tabs = vec![
        tab(words::eyebrow(language), ""),
        tab(map_words::tab(language), "map"),
        tab(team_words::tab(language), "team"),
        tab(words::workshop_title(language), "workshop"),
        tab(team_words::reasons_tab(language), "reasons"),
        tab(team_words::shortlist_tab(language), "shortlist"),
        tab(team_words::questions_tab(language), "questions"),
    ];
    // A workshop without a team has nothing to reveal.
    tabs.retain(|tab| tab.place.sheet != "workshop" || facts.panic.raters.len() > 1);
    sheet.eyebrow = words::eyebrow(language);
    sheet.tabs = vec![TabGroup { label: String::new(), tabs }];
    sheet.back = Some(Link::to(words::to_insight(language), Screen::Insight));
    sheet.next = Some(Link {
        id: "next-step".to_owned(),
        primary: true,
        ..Link::to(words::to_choice(language), Screen::Choice)
    });
}

/// With a capital.
fn first_upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
