//! A changed threshold on every sheet with 100,000 customers: time to the new picture, beside a plain sum of one column.
//!
//! `cargo xtask bench` runs it; `cargo bench --bench thresholds -- SHEET` one sheet with all its settings.

#[expect(dead_code, reason = "one of the lists is for fitting")]
mod lists;

use std::hint::black_box;
use std::time::Instant;

use jiff::civil::date;
use kernklant::engine::Engine;
use kernklant::i18n::{Format, Language};
use kernklant::inputs::{Action, Inputs};
use kernklant::recipe::Setting;
use kernklant::sorted::SortedMap;
use kernklant::views::sheet::{Block, Cell, Control, ControlKind, Doing, Sheet};
use kernklant::views::{Place, Request, Screen, Source, Update, View};

use lists::List;

const CUSTOMERS: usize = 100_000;
/// Each setting is moved there and back so often.
const ROUNDS: usize = 3;
/// Settings of one sheet that are tried when all sheets are.
const SETTINGS: usize = 6;
const LIMIT_MS: f64 = 100.0;

/// One sheet with its slowest setting.
struct Slowest {
    milliseconds: f64,
    path: String,
    settings: usize,
}

fn main() {
    let wanted = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let mut over = 0;
    for list in [lists::customers(CUSTOMERS), lists::orders(CUSTOMERS)] {
        let mut engine = read(&list);
        let sum = plain_sum(&list.column);
        println!("{}: a plain sum of a column takes {sum:.3} ms", list.what);
        println!("  {:<22} {:>8} {:>9}  slowest setting", "sheet", "ms", "× sum");
        for place in places(&mut engine, wanted.as_deref()) {
            let Some(slowest) = slowest(&mut engine, &place, wanted.is_some()) else { continue };
            let name = format!("{:?}/{}", place.screen, place.sheet).to_lowercase();
            println!(
                "  {name:<22} {:>8.1} {:>9.0}  {} of {} tried",
                slowest.milliseconds,
                slowest.milliseconds / sum,
                slowest.path,
                slowest.settings
            );
            over += usize::from(slowest.milliseconds > LIMIT_MS);
        }
    }
    println!("sheets above {LIMIT_MS} ms: {over}");
}

fn read(list: &List) -> Engine {
    let mut engine = Engine::new(date(2026, 1, 1));
    let size = list.text.len() as u64;
    engine.read(Source { id: 1, name: "lijst.csv".into(), size, more: false });
    engine.feed(list.text.as_bytes(), true);
    while engine.step().is_some() {}
    engine
}

/// Milliseconds of the quickest of many sums of the column as numbers.
fn plain_sum(column: &[f64]) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..50 {
        let start = Instant::now();
        black_box(black_box(column).iter().sum::<f64>());
        best = best.min(start.elapsed().as_secs_f64() * 1000.0);
    }
    best
}

fn request(place: &Place) -> Request {
    Request {
        place: place.clone(),
        format: Format::new(Language::Nl),
        width: 760,
        tables: SortedMap::default(),
    }
}

/// Every sheet of every step that computes.
fn places(engine: &mut Engine, wanted: Option<&str>) -> Vec<Place> {
    let mut places = Vec::new();
    for screen in [Screen::Insight, Screen::Panic, Screen::Choice, Screen::Plan, Screen::Review] {
        let place = Place::from(screen);
        let Some((sheet, _)) = shown(engine, &place) else { continue };
        let tabs = sheet.tabs.iter().flat_map(|group| &group.tabs).map(|tab| tab.place.clone());
        places.push(place);
        places.extend(tabs.filter(|place| place.screen == screen && !place.sheet.is_empty()));
    }
    places.retain(|place| {
        wanted.is_none_or(|wanted| place.sheet == wanted || (wanted == "overview" && place.sheet.is_empty()))
    });
    places.dedup();
    places
}

/// The sheet with milliseconds until it came; slow models are not waited for, they come after.
fn shown(engine: &mut Engine, place: &Place) -> Option<(Sheet, f64)> {
    engine.show(0, request(place));
    first_picture(engine)
}

fn first_picture(engine: &mut Engine) -> Option<(Sheet, f64)> {
    let start = Instant::now();
    loop {
        for update in engine.step()? {
            if let Update::View { view, .. } = update
                && let View::Sheet(sheet) = *view
            {
                return Some(((*sheet).clone(), start.elapsed().as_secs_f64() * 1000.0));
            }
        }
    }
}

fn slowest(engine: &mut Engine, place: &Place, all: bool) -> Option<Slowest> {
    engine.set_inputs(1, Inputs::default());
    let (sheet, _) = shown(engine, place)?;
    while engine.step().is_some() {}
    let mut found = Vec::new();
    settings(&sheet.blocks, &mut found);
    let tried = if all { usize::MAX } else { SETTINGS };
    // Evenly over the sheet, the first and last among them.
    let step = found.len().div_ceil(tried).max(1);
    let mut slowest = Slowest { milliseconds: 0.0, path: String::new(), settings: 0 };
    for (path, value) in found.into_iter().step_by(step) {
        let milliseconds = changed(engine, &path, value)?;
        if all {
            println!("    {milliseconds:>8.1} ms  {path}");
        }
        slowest.settings += 1;
        if milliseconds > slowest.milliseconds {
            slowest = Slowest { milliseconds, path, ..slowest };
        }
    }
    (slowest.settings > 0).then_some(slowest)
}

/// The time to a picture after moving a setting, there or back, whichever takes longer; of each the quickest, since a busy
/// machine can only make work longer.
fn changed(engine: &mut Engine, path: &str, value: f64) -> Option<f64> {
    let moved = if value.fract() == 0.0 { value + 1.0 } else { value * 1.1 };
    let set = Action::Set { path: path.to_owned(), value: Some(Setting::Number(moved)) };
    let mut quickest = [f64::INFINITY; 2];
    for _ in 0..ROUNDS {
        let inputs = [Inputs::default().after(&set), Inputs::default()];
        for (inputs, quickest) in inputs.into_iter().zip(&mut quickest) {
            engine.set_inputs(1, inputs);
            *quickest = quickest.min(first_picture(engine)?.1);
            while engine.step().is_some() {}
        }
    }
    Some(quickest[0].max(quickest[1]))
}

/// Numbers that can be set on a sheet, with the value they have.
fn settings(blocks: &[Block], found: &mut Vec<(String, f64)>) {
    let mut take = |controls: &[Control]| {
        for control in controls {
            let (Doing::Setting(path), value) = (&control.doing, number(&control.kind)) else { continue };
            found.extend(value.map(|value| (path.clone(), value)));
        }
    };
    for block in blocks {
        match block {
            Block::Controls(controls) | Block::Row(controls) => take(controls),
            Block::Table(table) => {
                for row in &table.rows {
                    for cell in &row.cells {
                        if let Cell::Control(control) = cell {
                            take(std::slice::from_ref(control));
                        }
                    }
                }
            }
            _ => {}
        }
    }
    for block in blocks {
        match block {
            Block::Card(card) => settings(&card.blocks, found),
            Block::More { blocks, .. } => settings(blocks, found),
            Block::Columns(columns) => columns.iter().for_each(|column| settings(column, found)),
            _ => {}
        }
    }
}

/// The setting behind a control, in its own unit.
fn number(kind: &ControlKind) -> Option<f64> {
    match kind {
        ControlKind::Number { value, scale, .. } => value.map(|value| value / scale),
        ControlKind::Slider { value, scale, .. } => Some(value / scale),
        _ => None,
    }
}
