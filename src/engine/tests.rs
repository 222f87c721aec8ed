//! The engine driven as the worker drives it: commands in, updates out.

use crate::sorted::SortedMap;
use std::rc::Rc;

use jiff::civil::date;

use super::Engine;
use crate::i18n::{Format, Language};
use crate::inputs::{Action, History, Inputs, JudgedCell};
use crate::recipe::Setting;
use crate::table::ReadError;
use crate::views::sheet::{Block, CellGrid, Sheet};
use crate::views::{ListView, Place, Refusal, Request, Screen, Source, Update, View};

const LIST: &str = "Klantnr;Klant;Omzet;Laatste order\n1;Bakkerij Smit;12.450,00;01-11-2025\n2;Garage De Brug;8.300,50;02-10-2025\n3;Slagerij Bos;900,00;01-02-2024\n";

fn source(id: u32, text: &str) -> Source {
    Source { id, name: "klanten.csv".into(), size: text.len() as u64, more: false }
}

fn request(screen: Screen) -> Request {
    Request { place: screen.into(), format: Format::new(Language::Nl), width: 720, tables: SortedMap::new() }
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
    let refusal = Box::new(Refusal::new(&ReadError::Empty, None));
    assert!(told.contains(&Update::Refused { source: 2, refusal }), "{told:?}");
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
fn a_list_on_its_way_does_not_wait_for_more_about_the_last_one() {
    let mut engine = Engine::new(date(2026, 1, 15));
    read(&mut engine, 1, LIST);
    engine.show(0, request(Screen::List));
    while !engine.step().is_some_and(|told| told.iter().any(|update| matches!(update, Update::View { .. }))) {
    }
    engine.read(source(2, LIST));
    assert_eq!(engine.step(), None, "the columns of the last list are measured before the next piece");
    engine.cancel();
    let told = drain(&mut engine);
    assert!(matches!(last_view(told).1, View::List(_)), "they are measured once nobody waits");
}

#[test]
fn without_a_list_there_is_nothing_to_tell() {
    let mut engine = Engine::new(date(2026, 1, 15));
    engine.show(0, request(Screen::Insight));
    assert_eq!(drain(&mut engine), []);
}

/// The sheet of a step after these changes of the inputs.
fn sheet_after(text: &str, actions: &[Action], name: &str) -> Rc<Sheet> {
    let mut engine = Engine::new(date(2026, 1, 15));
    read(&mut engine, 1, text);
    let asked = Request { place: Place::sheet(Screen::Choice, name), ..request(Screen::Choice) };
    engine.show(0, asked);
    drain(&mut engine);
    engine.set_inputs(1, actions.iter().fold(Inputs::default(), Inputs::after));
    let (_, view) = last_view(drain(&mut engine));
    let View::Sheet(sheet) = view else { panic!("{view:?}") };
    sheet
}

#[test]
fn a_newer_list_tells_by_name_who_is_gone_and_where_choices_about_them_are() {
    let mut engine = Engine::new(date(2025, 12, 31));
    read(&mut engine, 1, LIST);
    let choose = Action::Choose { customer: "3".into(), core: true, proposed: false };
    let mut history = History::new(Inputs::default());
    history.push(history.now().clone().after(&choose), None);
    engine.set_inputs(1, history.now().clone());
    drain(&mut engine);
    let told = read(&mut engine, 2, &LIST.replace("3;Slagerij Bos", "4;Kapper Kim"));
    let moves = told.iter().find_map(|update| match update {
        Update::Moved(moves) => Some(moves),
        _ => None,
    });
    assert!(moves.expect("moves").follow(&mut history));
    engine.set_inputs(2, history.now().clone());
    for screen in [Screen::List, Screen::Choice] {
        engine.show(2, request(screen));
        let (_, view) = last_view(drain(&mut engine));
        let said = format!("{view:?}");
        assert!(said.contains("Slagerij Bos") && said.contains("\"team\""), "{screen:?}: {said}");
    }
    assert!(history.undo() && !history.undo(), "one step was made, by hand");
    // The same list once more moves nobody.
    let again = read(&mut engine, 3, &LIST.replace("3;Slagerij Bos", "4;Kapper Kim"));
    assert!(!again.iter().any(|update| matches!(update, Update::Moved(_))));
}

fn judge(cells: &[(&str, &str, &str)]) -> Action {
    let cell = |(customer, column, text): &(&str, &str, &str)| JudgedCell {
        customer: (*customer).to_owned(),
        column: (*column).to_owned(),
        text: (*text).to_owned(),
    };
    Action::Judge { cells: cells.iter().map(cell).collect(), run: 0 }
}

fn figures(sheet: &Sheet) -> Vec<(String, String)> {
    let figures = sheet.blocks.iter().filter_map(|block| match block {
        Block::Figures(figures) => Some(figures),
        _ => None,
    });
    figures.flatten().map(|figure| (figure.name.clone(), figure.value.clone())).collect()
}

const BARE: &str =
    "Naam;Omzet\nBakkerij Smit;100\nGarage De Brug;80\nSlagerij Bos;60\nKapper Kim;40\nHotel Zon;20\n";

#[test]
fn a_list_of_names_and_revenue_gets_letters_by_judging_on_screen() {
    let letters = |actions: &[Action]| {
        let found = figures(&sheet_after(BARE, actions, "factors"));
        let of = |name: &str| found.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        ["count-a", "count-b", "count-c", "count-d", "count-needs-data"]
            .map(|name| of(name).unwrap_or_default())
    };
    assert_eq!(letters(&[]), ["0", "0", "0", "0", "5"]);
    let names = ["Bakkerij Smit", "Garage De Brug", "Slagerij Bos", "Kapper Kim", "Hotel Zon"];
    let mut cells = Vec::new();
    for (name, says) in names.into_iter().zip(["ja", "ja", "nee", "nee", "x"]) {
        cells.push((name, "factor/orders_clearly", says));
        cells.push((name, "factor/quickly_satisfied", if says == "x" { "nee" } else { says }));
    }
    // Large volume is known from the revenue: the first alone is in the top fifth.
    assert_eq!(letters(&[judge(&cells)]), ["1", "1", "1", "2", "0"]);
}

#[test]
fn a_column_without_a_meaning_can_be_a_factor() {
    let list = "Naam;Omzet;Fte\nSmit;100;12\nBrug;80;3\nBos;60;40\n";
    let factor = r#"[{"id":"own_1","name":{"nl":"Groot","en":"Large"},"rule":{"compare":{"of":{"column":"Fte"},"is":"at_least","than":10}},"on":true}]"#;
    let set = |path: &str, value| Action::Set { path: path.into(), value: Some(value) };
    let actions = [
        set("/factors/factors", Setting::Part(factor.into())),
        set("/factors/at_least_in_use", Setting::Number(1.0)),
        set("/factors/meets", Setting::Number(1.0)),
    ];
    let found = figures(&sheet_after(list, &actions, "factors"));
    assert_eq!(found[..4].iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>(), ["1", "1", "0", "1"]);
    // A deeper setting moves the limit of that factor alone.
    let stricter = set("/factors/factors/own_1/rule/compare/than", Setting::Number(20.0));
    let found = figures(&sheet_after(list, &[&actions[..], &[stricter]].concat(), "factors"));
    assert_eq!(found[1].1, "1", "only Bos is left, who is not on the shortlist");
}

fn grid(sheet: &Sheet) -> &CellGrid {
    let grid = sheet.blocks.iter().find_map(|block| match block {
        Block::Cells(grid) => Some(grid),
        _ => None,
    });
    grid.expect("a grid")
}

#[test]
fn a_yes_or_no_is_shown_in_the_words_of_the_list_however_it_was_typed() {
    let column = "factor/orders_clearly";
    let typed = ["j", "nee", "x", "?"];
    let names = ["Bakkerij Smit", "Garage De Brug", "Slagerij Bos", "Kapper Kim"];
    let cells: Vec<_> = names.into_iter().zip(typed).map(|(name, text)| (name, column, text)).collect();
    let sheet = sheet_after(BARE, &[judge(&cells)], "judge");
    let grid = grid(&sheet);
    let at = grid.columns.iter().position(|known| known.key == column).expect("a column");
    let means: Vec<Option<&str>> =
        grid.rows.iter().map(|row| row.cells[at].means.as_ref().map(|(_, word)| word.as_str())).collect();
    assert_eq!(means, [Some("ja"), None, Some("ja"), None, None]);
}

#[test]
fn the_grid_shows_the_list_and_what_cannot_be_read() {
    let sheet =
        sheet_after(BARE, &[judge(&[("Kapper Kim", "strategic", "9"), ("Weg", "fit", "3")])], "judge");
    let grid = grid(&sheet);
    assert_eq!((grid.count, grid.from, grid.rows.len()), (5, 0, 5));
    let strategic = grid.columns.iter().position(|column| column.key == "strategic").expect("a column");
    let wrong: Vec<&str> = grid
        .rows
        .iter()
        .filter(|row| !row.cells[strategic].message.is_empty())
        .map(|row| row.who.name.as_str())
        .collect();
    assert_eq!(wrong, ["Kapper Kim"]);
    let texts: Vec<&str> = sheet
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Text(text) => Some(text.id.as_str()),
            _ => None,
        })
        .collect();
    assert!(texts.contains(&"cells-unreadable") && texts.contains(&"judged-unmatched"), "{texts:?}");
}
