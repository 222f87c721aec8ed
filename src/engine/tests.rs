//! The engine driven as the worker drives it: commands in, updates out.

use std::collections::BTreeMap;

use jiff::civil::date;

use super::Engine;
use crate::i18n::{Format, Language};
use crate::inputs::{Action, Inputs};
use crate::table::ReadError;
use crate::views::sheet::Block;
use crate::views::{ListView, Request, Screen, Source, Update, View};

const LIST: &str = "Klantnr;Klant;Omzet;Laatste order\n1;Bakkerij Smit;12.450,00;01-11-2025\n2;Garage De Brug;8.300,50;02-10-2025\n3;Slagerij Bos;900,00;01-02-2024\n";

fn source(id: u32, text: &str) -> Source {
    Source { id, name: "klanten.csv".into(), size: text.len() as u64 }
}

fn request(screen: Screen) -> Request {
    Request { place: screen.into(), format: Format::new(Language::Nl), width: 720, tables: BTreeMap::new() }
}

/// Works until there is nothing left to do.
fn drain(engine: &mut Engine) -> Vec<Update> {
    let mut told = Vec::new();
    while let Some(updates) = engine.step() {
        told.extend(updates);
    }
    told
}

fn read(engine: &mut Engine, id: u32, text: &str) -> Vec<Update> {
    engine.read(source(id, text));
    engine.feed(text.as_bytes(), true);
    drain(engine)
}

fn last_view(told: Vec<Update>) -> (u64, View) {
    let mut views = told.into_iter().filter_map(|update| match update {
        Update::View { revision, view } => Some((revision, *view)),
        _ => None,
    });
    views.next_back().expect("a view")
}

/// A count of the intake report.
fn count(view: &ListView, name: &str) -> String {
    let cards = view.report.iter().filter_map(|block| match block {
        Block::Card(card) => Some(&card.blocks),
        _ => None,
    });
    let parts = cards.flatten().filter_map(|block| match block {
        Block::Equation(parts) => Some(parts),
        _ => None,
    });
    parts.flatten().find(|part| part.name == name).map(|part| part.value.clone()).unwrap_or_default()
}

#[test]
fn a_list_is_read_and_every_screen_answers() {
    let mut engine = Engine::new(date(2026, 1, 15));
    assert!(read(&mut engine, 1, LIST).contains(&Update::Read { source: 1 }));
    for screen in Screen::ALL {
        engine.show(0, request(screen));
        let (_, view) = last_view(drain(&mut engine));
        let answered = match view {
            View::List(_) => Screen::List,
            View::Choice(_) => Screen::Choice,
            View::Plan(_) => Screen::Plan,
            View::Review(_) => Screen::Review,
            View::Sheet(sheet) => sheet.place.screen,
        };
        assert_eq!(answered, screen);
    }
}

#[test]
fn a_changed_input_comes_back_with_its_revision() {
    let mut engine = Engine::new(date(2026, 1, 15));
    read(&mut engine, 1, LIST);
    engine.show(0, request(Screen::Panic));
    drain(&mut engine);
    let answer = Action::Answer { customer: "1".into(), answer: Some(5), at: 1 };
    engine.set_inputs(7, Inputs::default().after(&answer));
    let (revision, view) = last_view(drain(&mut engine));
    let View::Sheet(sheet) = view else { panic!("{view:?}") };
    let Some(Block::Ask(ask)) = sheet.blocks.first() else { panic!("{sheet:?}") };
    assert_eq!((revision, ask.done), (7, 1));
}

#[test]
fn a_refused_source_leaves_the_list_that_was_there() {
    let mut engine = Engine::new(date(2026, 1, 15));
    read(&mut engine, 1, LIST);
    let told = read(&mut engine, 2, "");
    assert!(told.contains(&Update::Refused { source: 2, reason: ReadError::Empty }), "{told:?}");
    engine.show(0, request(Screen::List));
    let (_, view) = last_view(drain(&mut engine));
    let View::List(view) = view else { panic!("{view:?}") };
    assert_eq!(count(&view, "customers"), "3");
}

#[test]
fn cancelling_answers_and_leaves_the_list_that_was_there() {
    let mut engine = Engine::new(date(2026, 1, 15));
    read(&mut engine, 1, LIST);
    engine.read(source(2, LIST));
    engine.feed(b"Klant;Om", false);
    engine.cancel();
    assert!(drain(&mut engine).contains(&Update::Cancelled { source: 2 }));
    engine.show(0, request(Screen::List));
    assert!(matches!(last_view(drain(&mut engine)).1, View::List(view) if count(&view, "customers") == "3"));
}

#[test]
fn without_a_list_there_is_nothing_to_tell() {
    let mut engine = Engine::new(date(2026, 1, 15));
    engine.show(0, request(Screen::Insight));
    assert_eq!(drain(&mut engine), []);
}
