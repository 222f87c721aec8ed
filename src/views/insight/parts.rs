//! What the sheets of insight have in common: settings, next steps, bars, and the columns most tables show.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::people::{By, Col};
use crate::chart::bars::{self, Bars, Length, Part, Row};
use crate::chart::curve::CurvePoint;
use crate::chart::scene::{Datum, Fill, Key, Scene, Tone as Colour};
use crate::customers::Field;
use crate::i18n::explain::{activity_words, class_words, letter_of, measure_name};
use crate::i18n::words::people as words;
use crate::segments::ranking::as_f64;
use crate::segments::{LetterClass, Measure};
use crate::views::sheet::{Block, Cell, Chart, Control, Line, Setter, Text, Tone};
use crate::views::{Facts, Request};

/// Marks along a curve that can be pointed at.
const DOTS: f64 = 20.0;
/// From here on the key of a curve's mark counts customers.
const FIRST: u32 = 10;

/// The settings of a sheet, closed at first, with a way back to all defaults of these parts.
pub fn settings(facts: Facts, request: &Request, paths: &[&str], controls: Vec<Control>) -> Block {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let mut blocks = vec![Block::text(Tone::Soft, words::settings_hint(language)), Block::Controls(controls)];
    let reset = paths.iter().find_map(|path| setter.reset(path)).map(|mut reset| {
        // One button takes all parts of this sheet back.
        "reset-all".clone_into(&mut reset.id);
        reset.doing = crate::views::sheet::Doing::Act(crate::inputs::Action::All(
            paths
                .iter()
                .map(|path| crate::inputs::Action::Set { path: (*path).to_owned(), value: None })
                .collect(),
        ));
        reset
    });
    // Also without a way back: a block that comes while somebody types would take the box from their hands.
    blocks.push(Block::Links(reset.into_iter().collect()));
    Block::More { id: "settings".to_owned(), label: words::settings(language), open: false, blocks }
}

/// What to do next, in steps.
pub fn next_steps<L: Into<Line>>(request: &Request, steps: impl IntoIterator<Item = L>) -> Block {
    Block::card(words::next(request.format.language), vec![Block::list(true, steps)])
}

/// A paragraph that a check can find.
pub fn marked(tone: Tone, id: &str, line: impl Into<Line>) -> Block {
    Block::Text(Text { tone, line: line.into(), id: id.to_owned() })
}

/// The name of a measure in the reader's language.
pub fn measure(request: &Request, measure: Measure) -> &'static str {
    measure_name(measure, request.format.language)
}

/// What ranks the customers, by name.
pub fn value_name(facts: Facts, request: &Request) -> &'static str {
    measure(request, facts.measures.value.measure)
}

/// What concentration (Pareto, ABC, pyramid) is about, by name.
pub fn ranked_name(facts: Facts, request: &Request) -> &'static str {
    measure(request, facts.measures.concentration.measure)
}

/// One bar: its name, its amount, how it is written, its colour and what choosing it means.
pub struct Bar {
    pub label: String,
    pub value: f64,
    pub shown: String,
    pub colour: Colour,
    pub key: Key,
    /// Further lines of the tooltip.
    pub more: Vec<(String, String)>,
}

/// A chart of plain bars.
pub fn bar_scene(request: &Request, rows: Vec<Bar>, what: &str, empty: &str) -> Rc<Scene> {
    let row = |bar: Bar| {
        let mut values = vec![(what.to_owned(), bar.shown.clone())];
        values.extend(bar.more);
        let datum = Datum { key: bar.key, label: bar.label.clone(), values };
        let part = Part {
            value: bar.value,
            tone: bar.colour,
            fill: Fill::Full,
            label: String::new(),
            datum: Some(datum),
        };
        Row { label: bar.label, value: bar.shown, parts: vec![part] }
    };
    let bars = Bars {
        rows: rows.into_iter().map(row).collect(),
        length: Length::Value,
        legend: Vec::new(),
        empty: empty.to_owned(),
    };
    Rc::new(bars::scene(&bars, request.width as f32))
}

/// The marks of a cumulative curve that can be pointed at: one at about every twentieth of the customers.
/// `first` is what the mark of the first so many customers is called and tells.
pub fn with_dots(
    points: impl Iterator<Item = (f64, f64)>,
    customers: usize,
    first: impl Fn(usize, f64) -> Datum,
) -> Vec<CurvePoint> {
    let mut next = 1;
    let point = |(x, y): (f64, f64)| {
        let is_dot = x * DOTS >= f64::from(next);
        if is_dot {
            next = (x * DOTS) as u32 + 1;
        }
        let count = (x * customers as f64).round() as usize;
        CurvePoint { x, y, datum: is_dot.then(|| first(count, y)) }
    };
    points.map(point).collect()
}

/// The key of the first so many customers on a curve; what is below [`FIRST`] are its guides.
pub fn first_key(count: usize) -> Key {
    Key::Index(u32::try_from(count).unwrap_or(u32::MAX).saturating_add(FIRST))
}

/// The mark of a curve: a guide by its place, or so many first customers.
pub fn curve_mark(key: &Key) -> Option<Result<usize, usize>> {
    let Key::Index(index) = key else { return None };
    Some(match index.checked_sub(FIRST) {
        Some(count) => Ok(count as usize),
        None => Err(*index as usize),
    })
}

/// A chart block around a scene.
pub fn chart(name: &str, title: impl Into<String>, summary: impl Into<String>, scene: Rc<Scene>) -> Chart {
    Chart { name: name.to_owned(), title: title.into(), summary: summary.into(), scene, ..Chart::default() }
}

/// An amount as a position in a chart.
pub fn position(amount: Decimal) -> f64 {
    as_f64(amount)
}

/// The letter of the success factors; unrated customers get a dash.
pub fn letter_column<'a>(facts: Facts<'a>, request: &Request) -> Col<'a> {
    let language = request.format.language;
    let class = move |i: usize| facts.letters.class.get(i).copied().unwrap_or_default();
    let lettered = facts.letters.enough_factors;
    Col::cells(words::letter(language), move |i| letter(class(i), lettered, language)).sorted(
        "letter",
        true,
        move |i| By::Number(f64::from(class(i) as u8)),
    )
}

/// A class as a badge or chip.
pub fn letter(class: LetterClass, lettered: bool, language: crate::i18n::Language) -> Cell {
    let words = if lettered { class_words(class, language) } else { "–" };
    Cell::Letter { letter: letter_of(class).to_owned(), words: words.to_owned() }
}

/// The amount that ranks.
pub fn value_column<'a>(facts: Facts<'a>, request: &Request) -> Col<'a> {
    let label = measure(request, facts.measures.value.measure);
    Col::money(request, capitalised(label), "value", move |i| facts.value(i))
}

/// The last order.
pub fn last_order_column<'a>(facts: Facts<'a>, request: &Request) -> Col<'a> {
    Col::date(request, words::last_order(request.format.language), "last", move |i| {
        facts.customers.date(Field::LastOrder, i)
    })
}

/// Where the customer stands.
pub fn activity_column<'a>(facts: Facts<'a>, request: &Request) -> Col<'a> {
    let language = request.format.language;
    Col::text(words::activity(language), "activity", move |i| {
        facts.inventory.activity.get(i).map(|at| activity_words(*at, language).to_owned()).unwrap_or_default()
    })
}

/// Who looks after the customer.
pub fn owner_column<'a>(facts: Facts<'a>, request: &Request) -> Col<'a> {
    Col::text(words::owner(request.format.language), "owner", move |i| {
        facts.customers.text(Field::Owner, i).unwrap_or_default().to_owned()
    })
}

/// With a capital first letter, as headings begin.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
