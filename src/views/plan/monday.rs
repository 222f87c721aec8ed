//! What to do on Monday, in sentences with names.

use crate::i18n::{Format, texts, words::plan as words};
use crate::panic::MapField;
use crate::recipe::Level;
use crate::segments::LetterClass;
use crate::views::sheet::{Block, Line, Tone};
use crate::views::{Facts, Who};

/// How many names a line carries.
const NAMES: usize = 5;

/// The sentences, most urgent first; also on paper.
pub fn sentences(facts: Facts, format: Format) -> Vec<Line> {
    let language = format.language;
    let mut lines = Vec::new();
    let mut say = |people: Vec<Who>, sentence: fn(crate::i18n::Language, &str) -> String| {
        if !people.is_empty() {
            let names = people.iter().map(|who| who.name.as_str()).collect::<Vec<_>>().join(", ");
            lines.push(Line::from(sentence(language, &names)).naming(&people));
        }
    };
    say(
        by_value(facts, |i| facts.panic.field.get(i) == Some(&Some(MapField::WeNeedThem))),
        words::monday_alarm,
    );
    say(by_value(facts, |i| facts.selection.is_core.get(i) == Some(&true)), words::monday_core);
    say(
        by_value(facts, |i| facts.letters.class.get(i) == Some(&LetterClass::Discuss)),
        words::monday_discuss,
    );
    let light = || facts.budget.levels.iter().filter(|level| matches!(level.level, Level::C | Level::D));
    let customers: usize = light().map(|level| level.customers).sum();
    if customers > 0 {
        let shell = &texts(language).shell;
        let counted = format.counted(customers, shell.one_customer, shell.customers);
        let hours = format.hours(light().map(|level| level.hours).sum());
        lines.push(words::monday_light(language, &counted, &hours).into());
    }
    if !facts.selection.reason_missing.is_empty() || overrides_without_reason(facts) > 0 {
        lines.push(words::monday_reasons(language).into());
    }
    lines
}

/// Levels changed by hand that still lack a reason.
pub fn overrides_without_reason(facts: Facts) -> usize {
    facts.inputs.plan.levels.values().filter(|edit| edit.reason.trim().is_empty()).count()
}

fn by_value(facts: Facts, holds: impl Fn(usize) -> bool) -> Vec<Who> {
    facts.who_all(facts.measures.value.order().iter().copied().filter(|&i| holds(i)).take(NAMES))
}

/// A result that ends in a chart is a failure; it ends here.
pub fn monday(facts: Facts, format: Format) -> Block {
    let language = format.language;
    Block::card(
        words::monday_title(language),
        vec![
            Block::text(Tone::Soft, words::role_hint(language)),
            Block::list(true, sentences(facts, format)),
        ],
    )
}
