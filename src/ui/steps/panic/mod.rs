//! The panic question on screen: one customer, six answers, one key each; alone or with the team.

mod keys;
mod more;
mod question;
mod workshop;

pub use question::Question;

use std::rc::Rc;

use crate::chart::scene::Key;
use crate::inputs::Action;
use crate::platform::clock;
use crate::ui::context::Page;
use crate::ui::state::Message;
use crate::views::{Ask, TableRequest};

/// The table whose request says who is on screen.
const ASK: &str = "ask";

/// The one on screen, as a place among the people that came along; `None` when there is nobody.
fn here(page: &Page, ask: &Ask) -> Option<usize> {
    let wanted = match page.state.table(ASK).chosen {
        Some(Key::Customer(key)) => ask.people.iter().position(|person| person.who.key == key),
        _ => None,
    };
    wanted.or(ask.at)
}

/// The answer given: in a workshop the team's, else one's own.
fn answer_of(page: &Page, ask: &Ask, key: &str) -> Option<u8> {
    let inputs = page.inputs();
    if ask.workshop.is_some() {
        return inputs.answers.finals.get(key).map(|answer| answer.panic);
    }
    inputs.mine()?.about(key)?.panic
}

/// Puts this customer on screen.
fn show(page: &Page, key: &str) {
    let chosen = Some(Key::Customer(key.to_owned()));
    let request = TableRequest { chosen, ..page.state.table(ASK) };
    page.tell.emit(Message::Table(ASK.to_owned(), request));
}

/// To the neighbour `by` places on or back, when it came along.
fn step(page: &Page, ask: &Rc<Ask>, by: isize) {
    let Some(at) = here(page, ask) else { return };
    let wanted = ask.people[at].place.checked_add_signed(by);
    if let Some(person) = ask.people.iter().find(|person| Some(person.place) == wanted) {
        show(page, &person.who.key);
    }
}

/// The next one without an answer, after the one on screen, then from the start.
fn next_open<'a>(page: &Page, ask: &'a Ask, at: usize) -> Option<&'a str> {
    let here = ask.people[at].place;
    let open: Vec<usize> = ask
        .open
        .iter()
        .copied()
        .filter(|&place| place != at && answer_of(page, ask, &ask.people[place].who.key).is_none())
        .collect();
    let after = open.iter().find(|&&place| ask.people[place].place > here).or(open.first());
    after.map(|&place| ask.people[place].who.key.as_str())
}

/// Gives an answer about the one on screen, and goes on to the next one without an answer. A second answer to the
/// same customer is a correction, and a final answer is looked at by the whole team: both stay.
fn give(page: &Page, ask: &Rc<Ask>, answer: u8) {
    let Some(at) = here(page, ask) else { return };
    let key = &ask.people[at].who.key;
    let (customer, answer, now) = (key.clone(), Some(answer), clock::now());
    if ask.workshop.is_some() {
        show(page, key);
        return page.tell.emit(Message::Do(Action::Final { customer, answer, at: now }));
    }
    let corrects = answer_of(page, ask, key).is_some();
    page.tell.emit(Message::Do(Action::Answer { customer, answer, at: now }));
    // Named in either case: left to itself the engine would go on to the next open one after a correction too.
    let next = if corrects { None } else { next_open(page, ask, at) };
    show(page, next.unwrap_or(key));
}
