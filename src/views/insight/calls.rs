//! What came of calling a customer and when to speak next: columns and filters of every call list, and the customer's own row.

use super::people::{By, Col, People};
use crate::i18n::words::calls as words;
use crate::inputs::Action;
use crate::plan::{Call, CallOutcome};
use crate::views::sheet::{Block, Cell, Choice, Control, ControlKind, Doing, Link};
use crate::views::{Download, Facts, Request};

const OUTCOMES: [Option<CallOutcome>; 4] =
    [None, Some(CallOutcome::Appointment), Some(CallOutcome::Later), Some(CallOutcome::No)];

fn call(facts: Facts<'_>, i: usize) -> Option<&Call> {
    facts.inputs.plan.calls.get(facts.customers.key(i))
}

fn outcome_of(facts: Facts, i: usize) -> Option<CallOutcome> {
    call(facts, i).and_then(|call| call.outcome)
}

/// A call list with the columns to note the outcome and the next contact in, and a filter for each outcome.
pub fn noted<'a>(list: People<'a>, facts: Facts<'a>, request: &Request) -> People<'a> {
    let language = request.format.language;
    let filters = [
        ("to-call", words::filter_open(language)),
        ("appointment", words::filter_appointment(language)),
        ("later", words::filter_later(language)),
        ("no", words::filter_no(language)),
    ];
    let format = request.format;
    let list = list
        .col(
            Col::cells(words::outcome_label(language), move |i| {
                Cell::Control(Box::new(outcome_control(facts, format.language, i, true)))
            })
            .sorted("outcome", true, move |i| {
                outcome_of(facts, i).map_or(By::Unknown, |outcome| By::Number(f64::from(outcome as u8)))
            }),
        )
        .col(
            Col::cells(words::next_label(language), move |i| {
                Cell::Control(Box::new(next_control(facts, format.language, i, true)))
            })
            .sorted("next", true, move |i| {
                let next = call(facts, i).map(|call| call.next.clone()).unwrap_or_default();
                if next.is_empty() { By::Unknown } else { By::Text(next) }
            }),
        );
    filters.into_iter().zip(OUTCOMES).fold(list, |list, ((key, label), outcome)| {
        list.filter(key, label, move |i| outcome_of(facts, i) == outcome)
    })
}

/// The two controls beside each other, for the page of a customer.
pub fn row(facts: Facts, request: &Request, i: usize) -> Block {
    let language = request.format.language;
    Block::Row(vec![outcome_control(facts, language, i, false), next_control(facts, language, i, false)])
}

/// The way to all next contacts as a calendar, once there are any.
pub fn to_calendar(facts: Facts, request: &Request) -> Option<Block> {
    let any = facts.inputs.plan.calls.values().any(|call| !call.next.is_empty());
    any.then(|| {
        Block::Links(vec![Link {
            label: words::calendar(request.format.language),
            doing: Doing::Download(Download::Calls),
            id: "calls-calendar".to_owned(),
            ..Link::default()
        }])
    })
}

fn outcome_control(facts: Facts, language: crate::i18n::Language, i: usize, bare: bool) -> Control {
    let (customer, name) = (facts.customers.key(i), facts.customers.name(i));
    let now = outcome_of(facts, i);
    let choice = |outcome: Option<CallOutcome>| Choice {
        label: outcome.map_or_else(|| words::open(language), |outcome| words::outcome(outcome, language)),
        doing: Doing::Act(Action::Called { customer: customer.to_owned(), outcome }),
    };
    Control {
        id: format!("outcome-{customer}"),
        label: if bare { words::outcome_of(language, name) } else { words::outcome_label(language) },
        bare,
        kind: ControlKind::Choices {
            choices: OUTCOMES.into_iter().map(choice).collect(),
            chosen: OUTCOMES.iter().position(|outcome| *outcome == now),
            as_list: true,
        },
        ..Control::default()
    }
}

fn next_control(facts: Facts, language: crate::i18n::Language, i: usize, bare: bool) -> Control {
    let (customer, name) = (facts.customers.key(i), facts.customers.name(i));
    Control {
        id: format!("next-contact-{customer}"),
        label: if bare { words::next_of(language, name) } else { words::next_label(language) },
        bare,
        kind: ControlKind::Day { value: call(facts, i).map(|call| call.next.clone()).unwrap_or_default() },
        doing: Doing::Fill(Action::NextContact { customer: customer.to_owned(), day: String::new() }),
        ..Control::default()
    }
}
