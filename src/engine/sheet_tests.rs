//! Every sheet of insight, on the sample and on lists that lack almost everything: a title, words, and settings that exist.

use crate::sorted::SortedMap;

use jiff::civil::date;

use super::Engine;
use crate::i18n::{Format, Language};
use crate::inputs::{Action, Inputs};
use crate::recipe::Setting;
use crate::views::sheet::{Block, Control, ControlKind, Doing, Sheet};
use crate::views::{Place, Request, Screen, Source, TableRequest, Update, View};

const SAMPLE: &str = include_str!("../../assets/voorbeeld-klanten.csv");
const ORDERS: &str = include_str!("../../assets/voorbeeld-orders.csv");
const THIN: &str = "Klant;Omzet\nJansen;1200\nSmit;800\nBos;300\n";
const NAMES: &str = "Klant\nJansen\nSmit\n";

const SHEETS: [&str; 11] = [
    "pareto",
    "whale",
    "pyramid",
    "abc",
    "letters",
    "periods",
    "leavers",
    "profiteers",
    "attention",
    "linked",
    "protected",
];

fn engine(text: &str) -> Engine {
    let mut engine = Engine::new(date(2026, 1, 15));
    engine.read(Source { id: 1, name: "lijst.csv".into(), size: text.len() as u64, more: false });
    engine.feed(text.as_bytes(), true);
    while engine.step().is_some() {}
    engine
}

fn request(place: Place, language: Language) -> Request {
    Request { place, format: Format::new(language), width: 720, tables: SortedMap::new() }
}

/// The newest picture, after the slow models too.
fn show(engine: &mut Engine, request: Request) -> Sheet {
    pictures(engine, request).pop().expect("a sheet")
}

/// Every control of a sheet, however deep.
fn controls(blocks: &[Block]) -> Vec<&Control> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Controls(all) | Block::Row(all) => all.iter().collect(),
            Block::Card(card) => controls(&card.blocks),
            Block::More { blocks, .. } => controls(blocks),
            Block::Columns(columns) => columns.iter().flat_map(|blocks| controls(blocks)).collect(),
            _ => Vec::new(),
        })
        .collect()
}

fn check(text: &str) {
    let mut engine = engine(text);
    for language in [Language::Nl, Language::En] {
        let places = SHEETS.iter().map(|name| Place::sheet(Screen::Insight, name));
        for place in
            places.chain([Screen::Insight.into(), Place::customer("Jansen"), Place::customer("K1043")])
        {
            let sheet = show(&mut engine, request(place.clone(), language));
            let where_ = format!("{place:?} in {language:?}");
            assert_eq!(sheet.place, place);
            assert!(!sheet.title.to_string().is_empty() && !sheet.blocks.is_empty(), "{where_} is empty");
            for control in controls(&sheet.blocks) {
                if let ControlKind::Number { value, .. } = &control.kind {
                    assert!(value.is_some(), "{where_}: {} leads nowhere", control.id);
                }
                assert!(!control.label.is_empty() && control.reset.is_none(), "{where_}: {}", control.id);
                let acts = match &control.kind {
                    ControlKind::Choices { choices, .. } => {
                        choices.iter().all(|choice| choice.doing != Doing::Nothing)
                    }
                    _ => control.doing != Doing::Nothing,
                };
                assert!(acts, "{where_}: {} does nothing", control.id);
            }
        }
    }
}

/// Every picture that comes of a request, in turn.
fn pictures(engine: &mut Engine, request: Request) -> Vec<Sheet> {
    engine.show(0, request);
    let mut shown = Vec::new();
    while let Some(updates) = engine.step() {
        for update in updates {
            if let Update::View { view, .. } = update
                && let View::Sheet(sheet) = *view
            {
                shown.push((*sheet).clone());
            }
        }
    }
    shown
}

#[test]
fn the_overview_of_a_long_list_comes_before_all_its_findings() {
    let rows = |count: usize| {
        let row = |i: usize| format!("K{i};{};{}\n", 10 + i * 7919 % 5000, i % 97 * 40);
        std::iter::once("Klantnr;Marge;Kosten klant\n".to_owned())
            .chain((0..count).map(row))
            .collect::<String>()
    };
    let findings = |sheet: &Sheet| {
        let list = sheet.blocks.iter().find_map(|block| match block {
            Block::List(list) => Some(list.items.len()),
            _ => None,
        });
        let follows = format!("{:?}", sheet.blocks).contains("worden nog berekend");
        (list.expect("findings"), follows)
    };
    let overview = || request(Screen::Insight.into(), Language::Nl);
    let mut long = engine(&rows(20_001));
    let shown = pictures(&mut long, overview());
    let [first, last] = shown.as_slice() else { panic!("{} pictures", shown.len()) };
    assert_eq!((first.title.clone(), findings(first).1), (last.title.clone(), true));
    assert!(findings(first).0 < findings(last).0 && !findings(last).1);
    // Once everything is known, there is nothing to wait for.
    assert_eq!(pictures(&mut long, overview()), std::slice::from_ref(last));
    assert_eq!(pictures(&mut engine(&rows(300)), overview()).len(), 1);
    // A very long one before letters and choice: nothing is said of those yet.
    let of_core = |sheet: &Sheet| {
        let (blocks, all) = (format!("{:?}", sheet.blocks), "Alle klanten");
        (blocks.contains("\"shortlist\""), blocks.contains(all))
    };
    assert_eq!((of_core(first), of_core(last)), ((true, true), (true, true)));
    let shown = pictures(&mut engine(&rows(200_001)), overview());
    let [first, last] = shown.as_slice() else { panic!("{} pictures", shown.len()) };
    assert_eq!((of_core(first), of_core(last)), ((false, false), (true, true)));
    assert_eq!((first.title.clone(), findings(first).1), (last.title.clone(), true));
    assert!(findings(first).0 < findings(last).0 && !findings(last).1);
}

#[test]
fn every_sheet_says_something_on_every_list() {
    for text in [SAMPLE, ORDERS, THIN, NAMES] {
        check(text);
    }
}

#[test]
fn a_setting_changes_its_sheet_and_goes_back() {
    let mut engine = engine(SAMPLE);
    let abc = || request(Place::sheet(Screen::Insight, "abc"), Language::Nl);
    let before = show(&mut engine, abc());
    let set = |number| Action::Set { path: "/abc/a_percent".into(), value: Some(Setting::Number(number)) };
    engine.set_inputs(1, Inputs::default().after(&set(50.0)));
    let after = show(&mut engine, abc());
    assert_ne!(before.title, after.title);
    engine.set_inputs(2, Inputs::default().after(&set(250.0)));
    let refused = show(&mut engine, abc());
    let control = |sheet: &Sheet| {
        controls(&sheet.blocks).into_iter().find(|one| one.id == "set-abc-a_percent").cloned()
    };
    assert!(control(&refused).is_some_and(|one| one.message.contains("100") && one.reset.is_some()));
    engine.set_inputs(3, Inputs::default());
    assert_eq!(show(&mut engine, abc()), before);
}

#[test]
fn a_table_follows_its_request() {
    let mut engine = engine(SAMPLE);
    let names = |engine: &mut Engine, table: TableRequest| -> Vec<String> {
        let place = Place::sheet(Screen::Insight, "letters");
        let tables = SortedMap::from([("customers".to_owned(), table)]);
        let sheet = show(engine, Request { tables, ..request(place, Language::Nl) });
        let table = sheet.blocks.iter().find_map(|block| match block {
            Block::Table(table) if table.name == "customers" => Some(table.clone()),
            _ => None,
        });
        table.expect("a table").rows.into_iter().map(|row| row.key).collect()
    };
    let by = |sort: &str, reversed| TableRequest { sort: sort.into(), reversed, ..TableRequest::default() };
    let upwards = names(&mut engine, by("name", false));
    let downwards = names(&mut engine, by("name", true));
    assert_eq!(upwards.len(), 25);
    assert!(upwards.iter().all(|key| !downwards.contains(key)), "80 names: both ends differ");
    let last = TableRequest { page: 99, ..TableRequest::default() };
    assert_eq!(names(&mut engine, last).len(), 80 - 3 * 25);
    let searched = TableRequest { search: "WEIDEKAMP".into(), ..TableRequest::default() };
    // Two by name; the groups of that name are not what is searched.
    assert_eq!(names(&mut engine, searched).len(), 2);
}
