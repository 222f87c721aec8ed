//! The fifth screen: one level for every customer, the hours it takes, and what to do on Monday; printable.

mod customers;
mod hours;
mod levels;
mod monday;
mod paper;

use super::sheet::{Block, Control, ControlKind, Doing, Link, Sheet};
use super::{Facts, Request, Screen};
use crate::i18n::{Format, texts, words::plan as words};

/// A choice with consequences.
pub fn plan(facts: Facts, request: &Request) -> Sheet {
    let format = request.format;
    let language = format.language;
    let mut sheet = Sheet::new(request, title(facts, format));
    sheet.eyebrow = words::eyebrow(language);
    sheet.lead = vec![words::lede(language).into()];
    let print = Control {
        kind: ControlKind::Primary,
        ..Control::button("print-plan", words::print(language), Doing::Print)
    };
    sheet.push(Block::Row(vec![print]));
    sheet.push(hours::hours(facts, request));
    sheet.push(monday::monday(facts, format));
    sheet.push(levels::levels(facts, request));
    customers::customers(facts, request, &mut sheet);
    sheet.paper = paper::paper(facts, format);
    sheet.back = Some(Link::to(texts(language).shell.back, Screen::Choice));
    sheet.next = Some(Link {
        primary: true,
        id: "next-step".to_owned(),
        ..Link::to(words::to_review(language), Screen::Review)
    });
    sheet
}

/// The finding: how much of the time goes to the core.
fn title(facts: Facts, format: Format) -> String {
    finding(facts, format).unwrap_or_else(|| words::title_nobody(format.language))
}

fn finding(facts: Facts, format: Format) -> Option<String> {
    let share = facts.budget.core_time.filter(|_| facts.selection.core > 0)?;
    let goal = format.percent(facts.budget.goal, 0);
    Some(words::title_share(format.language, &format.percent(share, 0), &goal))
}
