//! The mutual-importance map: beside the question and on a sheet of its own, with its cuts and what to do in each field.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::tabs;
use crate::chart::importance::{self, FieldWords, Map, MapPoint, Writers};
use crate::chart::scene::{Datum, Key, Region, Scene, Size};
use crate::customers::Field;
use crate::i18n::words::{map as words, team};
use crate::i18n::{Language, PictureWords, picture_words};
use crate::panic::MapField;
use crate::sorted::InOrder;
use crate::views::sheet::table::page_of_customers;
use crate::views::sheet::{
    Block, Card, Cell, Chart, Column, Control, ControlKind, Cut, Figure, FilterButton, Line, Link, Part, Row,
    Selects, Setter, Sheet, Table, Text, Tone,
};
use crate::views::{Facts, Place, Request, Screen};

/// The table beside the map, and how many rows it shows at a time.
const TABLE: &str = "map";
const PAGE: usize = 25;
/// The settings of the two cuts, and how they move: both scales run from 0 to 100.
const VALUE_CUT: &str = "/panic/value_cut";
const PANIC_CUT: &str = "/panic/panic_cut";
const LOWEST: f64 = 0.0;
const HIGHEST: f64 = 100.0;
const STEP: f64 = 0.5;
/// How many names a field shows before "and n more".
const NAMES: usize = 12;

/// The four fields with their stable names.
const FIELDS: [(MapField, &str); 4] = [
    (MapField::Core, "core"),
    (MapField::WeNeedThem, "we-need-them"),
    (MapField::TheyNeedUs, "they-need-us"),
    (MapField::Lighter, "lighter"),
];

/// Customers on the map in order of value, each with its field.
struct Placed(Vec<(usize, MapField)>);

impl Placed {
    fn new(facts: Facts) -> Self {
        let field = |i: usize| facts.panic.field.get(i).copied().flatten();
        Self(facts.measures.value.order().iter().filter_map(|&i| Some((i, field(i)?))).collect())
    }

    fn of(&self, field: MapField) -> Vec<usize> {
        self.0.iter().filter(|(_, of)| *of == field).map(|(i, _)| *i).collect()
    }
}

fn name_of(field: MapField, words: &PictureWords) -> &'static str {
    match field {
        MapField::Core => words.field_core,
        MapField::WeNeedThem => words.field_we_need_them,
        MapField::TheyNeedUs => words.field_they_need_us,
        MapField::Lighter => words.field_lighter,
    }
}

/// The finding: the alarm first, else whom one can count on.
fn title(facts: Facts, request: &Request) -> String {
    let (language, format) = (request.format.language, request.format);
    match (facts.panic.we_need_them, facts.panic.core) {
        (0, 0) if facts.panic.known == 0 => words::title_empty(language),
        (0, 0) => words::title_plain(language),
        (0, core) => words::title_core(language, &team::customers(format, core)),
        (alarm, _) => words::title_alarm(language, &team::customers(format, alarm)),
    }
}

/// The map below the question: the picture, the four fields and their names.
pub fn beside(facts: Facts, request: &Request) -> Vec<Block> {
    let language = request.format.language;
    let placed = Placed::new(facts);
    let mut blocks = vec![Block::Row(cuts(facts, request)), chart(facts, request, &placed, Selects::Nothing)];
    blocks.push(figures(request, &placed));
    blocks.push(lists(facts, request, &placed));
    let to =
        Link { id: "to-map".into(), ..Link::to(words::to_map(language), Place::sheet(Screen::Panic, "map")) };
    blocks.push(Block::Links(vec![to]));
    let card =
        Card { title: title(facts, request), blocks, id: "map".into(), tone: Tone::Plain, ..Card::default() };
    vec![Block::Card(card)]
}

/// The map on a sheet of its own.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let placed = Placed::new(facts);
    let mut sheet = Sheet::new(request, title(facts, request));
    if let Some(alarm) = alarm(facts, request, &placed) {
        sheet.push(alarm);
    }
    if placed.0.is_empty() {
        let to = Link { primary: true, ..Link::to(words::answer_first(language), Screen::Panic) };
        sheet.push(Block::Links(vec![to]));
    }
    sheet.push(Block::Row(cuts(facts, request)));
    sheet.push(chart(facts, request, &placed, Selects::Table(TABLE.to_owned())));
    sheet.push(figures(request, &placed));
    sheet.push(lists(facts, request, &placed));
    sheet.push(Block::Table(Box::new(table(facts, request, &placed))));
    let recipe = &facts.recipe().panic;
    let number = |value: f64| request.format.short_number(value, 1);
    let mut why = vec![
        words::why_fields(language, &number(recipe.value_cut), &number(recipe.panic_cut)),
        words::why_index(language),
    ];
    if facts.panic.of.iter().any(|of| of.group_index.is_some()) {
        why.push(words::why_group(language));
    }
    sheet.push(Block::why(why));
    tabs(facts, request, &mut sheet);
    sheet
}

/// The customers one badly needs and who would shrug: who they are and what to do this week.
fn alarm(facts: Facts, request: &Request, placed: &Placed) -> Option<Block> {
    let (language, format) = (request.format.language, request.format);
    let alarmed = placed.of(MapField::WeNeedThem);
    if alarmed.is_empty() {
        return None;
    }
    let value: Decimal =
        alarmed.iter().filter_map(|&i| facts.value(i)).fold(Decimal::ZERO, Decimal::saturating_add);
    let count = team::customers(format, alarmed.len());
    let blocks = vec![
        Block::text(Tone::Bad, words::alarm(language, &count, &format.whole_money(value))),
        Block::text(Tone::Plain, names(facts, request, &alarmed)),
        Block::list(
            true,
            [words::alarm_do_1(language), words::alarm_do_2(language), words::alarm_do_3(language)],
        ),
    ];
    let title = words::alarm_title(language);
    Some(Block::Card(Card { tone: Tone::Bad, title, blocks, id: "alarm".into(), ..Card::default() }))
}

/// The cuts, as sliders with a box for the number.
fn cuts(facts: Facts, request: &Request) -> Vec<Control> {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let cut = |path: &str, id: &str, label: String, unit: &str| {
        let number = setter.number(path, label, unit);
        let ControlKind::Number { value, scale, unit } = number.kind else { return number };
        let kind = ControlKind::Slider {
            value: value.unwrap_or_default(),
            scale,
            min: LOWEST,
            max: HIGHEST,
            step: STEP,
            unit,
        };
        Control { id: id.to_owned(), kind, ..number }
    };
    vec![
        cut(VALUE_CUT, "cut-value", words::cut_value(language), &words::percentile(language)),
        cut(PANIC_CUT, "cut-panic", words::cut_panic(language), &words::index(language)),
    ]
}

fn chart(facts: Facts, request: &Request, placed: &Placed, selects: Selects) -> Block {
    let (language, format) = (request.format.language, request.format);
    let counts = FIELDS.map(|(field, _)| format.count(placed.of(field).len()));
    let [core, need, they, lighter] = &counts;
    let summary = words::summary(language, &format.count(placed.0.len()), core, need, they, lighter);
    Block::Chart(Box::new(Chart {
        name: "importance".into(),
        title: words::chart(language),
        summary,
        scene: Rc::new(scene(facts, request, &placed.0)),
        first_column: words::customer(language),
        selects,
        cuts: cut_lines(facts, language),
        ..Chart::default()
    }))
}

/// The same cuts as lines to drag.
fn cut_lines(facts: Facts, language: Language) -> Vec<Cut> {
    let recipe = &facts.recipe().panic;
    let cut = |upright, label, value, path: &str| Cut {
        label,
        upright,
        value,
        min: LOWEST,
        max: HIGHEST,
        step: STEP,
        path: path.to_owned(),
    };
    vec![
        cut(true, words::cut_value(language), recipe.value_cut, VALUE_CUT),
        cut(false, words::cut_panic(language), recipe.panic_cut, PANIC_CUT),
    ]
}

/// How many stand in each field.
fn figures(request: &Request, placed: &Placed) -> Block {
    let words = picture_words(request.format.language);
    let figure = |(field, key): (MapField, &str)| {
        let count = placed.of(field).len();
        Figure::new(&format!("field-{key}"), name_of(field, words), count, request.format.count(count))
    };
    Block::Figures(FIELDS.into_iter().map(figure).collect())
}

/// Each field with what to do and who is in it.
fn lists(facts: Facts, request: &Request, placed: &Placed) -> Block {
    let language = request.format.language;
    let picture = picture_words(language);
    let what = |field: MapField| match field {
        MapField::Core => words::do_core(language),
        MapField::WeNeedThem => words::do_we_need_them(language),
        MapField::TheyNeedUs => words::do_they_need_us(language),
        MapField::Lighter => words::do_lighter(language),
    };
    let column = |(field, key): (MapField, &str)| {
        let customers = placed.of(field);
        let tone =
            if field == MapField::WeNeedThem && !customers.is_empty() { Tone::Warning } else { Tone::Plain };
        let names = names(facts, request, &customers);
        vec![
            Block::Heading { level: 3, text: name_of(field, picture).to_owned() },
            Block::text(tone, what(field)),
            Block::Text(Text { tone: Tone::Plain, line: names, id: format!("field-{key}") }),
        ]
    };
    // Two by two, as the fields stand on the map.
    let pair = |one: usize, two: usize| [column(FIELDS[one]), column(FIELDS[two])].concat();
    Block::Columns(vec![pair(2, 3), pair(0, 1)])
}

/// The first names of these customers, each leading to its customer.
fn names(facts: Facts, request: &Request, customers: &[usize]) -> Line {
    let language = request.format.language;
    if customers.is_empty() {
        return words::nobody_yet(language).into();
    }
    let mut parts = Vec::new();
    for (place, &i) in customers.iter().take(NAMES).enumerate() {
        if place > 0 {
            parts.push(Part::Text(", ".to_owned()));
        }
        parts.push(Part::Who(facts.who(i)));
    }
    if customers.len() > NAMES {
        let more = request.format.count(customers.len() - NAMES);
        parts.push(Part::Text(format!(" {}", words::more(language, &more))));
    }
    Line(parts)
}

/// Everyone on the map: a field by its button, a region by a mark of the map.
fn table(facts: Facts, request: &Request, placed: &Placed) -> Table {
    let (language, format) = (request.format.language, request.format);
    let picture = picture_words(language);
    let asked = request.table(TABLE);
    let index = |i: usize| facts.panic.of[i].index.unwrap_or_default();
    let percentile = |i: usize| facts.measures.value.percentile[i].unwrap_or_default();
    let chosen = |i: usize| match &asked.chosen {
        Some(Key::Customer(key)) => facts.customers.key(i) == key,
        Some(Key::Region { x, y }) => within(percentile(i), *x) && within(index(i), *y),
        _ => true,
    };
    let field = FIELDS.iter().find(|(_, key)| *key == asked.filter).map(|(field, _)| *field);
    let mut rows: Vec<(usize, MapField)> = placed
        .0
        .iter()
        .copied()
        .filter(|(i, of)| {
            field.is_none_or(|field| field == *of) && chosen(*i) && facts.answers(&asked.search, *i)
        })
        .collect();
    if asked.sort == "panic" {
        rows.order_by(|a, b| index(b.0).total_cmp(&index(a.0)));
    } else if asked.sort == "name" {
        rows.order_by_cached_key(|(i, _)| facts.customers.name(*i).to_lowercase());
    }
    if asked.reversed {
        rows.reverse();
    }
    let (rows, pager) = page_of_customers(rows, &asked, PAGE, format);
    let row = |(i, field): (usize, MapField)| Row {
        key: facts.customers.key(i).to_owned(),
        cells: vec![
            Cell::Customer { who: facts.who(i), why: Vec::new() },
            Cell::Chip {
                tone: match field {
                    MapField::Core => Tone::Good,
                    MapField::WeNeedThem => Tone::Bad,
                    _ => Tone::Plain,
                },
                words: name_of(field, picture).to_owned(),
            },
            Cell::Number(facts.value(i).map(|value| format.whole_money(value)).unwrap_or_default()),
            Cell::Number(format.number(percentile(i), 0)),
            Cell::Number(format.short_number(index(i), 1)),
            Cell::Text(facts.customers.text(Field::Owner, i).unwrap_or_default().to_owned()),
        ],
        ..Row::default()
    };
    let filter = |(field, key): (MapField, &str)| FilterButton {
        key: key.to_owned(),
        label: name_of(field, picture).to_owned(),
        count: format.count(placed.of(field).len()),
    };
    let all = FilterButton {
        key: String::new(),
        label: words::everyone(language),
        count: format.count(placed.0.len()),
    };
    Table {
        name: TABLE.to_owned(),
        title: words::table(language),
        columns: vec![
            Column::text(words::customer(language)).by("name").upwards(),
            Column::text(words::field(language)),
            Column::number(words::value(language)).by(""),
            Column::number(words::percent_value(language)),
            Column::number(words::panic_index(language)).by("panic"),
            Column::text(words::owner(language)),
        ],
        rows: rows.into_iter().map(row).collect(),
        onto: String::new(),
        search: words::search(language),
        filters: std::iter::once(all).chain(FIELDS.into_iter().map(filter)).collect(),
        chosen: match &asked.chosen {
            Some(Key::Region { x, y }) => {
                // A box left empty is no limit.
                let number = |value: f64| format.number(value.clamp(LOWEST, HIGHEST), 0);
                words::region(language, &number(x.0), &number(x.1), &number(y.0), &number(y.1))
            }
            Some(Key::Customer(_)) => pager.matches.clone(),
            _ => String::new(),
        },
        pager: Some(pager),
        empty: words::nobody_yet(language),
        request: asked,
    }
}

/// Whether a value lies in a region of the map; its upper edge belongs to it at the top of the scale only.
fn within(value: f64, (from, to): (f64, f64)) -> bool {
    from <= value && (value < to || (value <= to && to >= 100.0))
}

/// The chart's name of a field.
fn chart_field(field: MapField) -> importance::Field {
    match field {
        MapField::Core => importance::Field::Core,
        MapField::WeNeedThem => importance::Field::WeNeedThem,
        MapField::TheyNeedUs => importance::Field::TheyNeedUs,
        MapField::Lighter => importance::Field::Lighter,
    }
}

fn scene(facts: Facts, request: &Request, placed: &[(usize, MapField)]) -> Scene {
    let format = request.format;
    let words = picture_words(format.language);
    let recipe = &facts.recipe().panic;
    let point = |&(i, field): &(usize, MapField)| {
        let x = facts.measures.value.percentile.get(i).copied().flatten()?;
        let y = facts.panic.of.get(i)?.index?;
        let value = facts.value(i).map(|value| format.whole_money(value)).unwrap_or_default();
        let datum = Datum {
            key: Key::Customer(facts.customers.key(i).to_owned()),
            label: facts.customers.name(i).to_owned(),
            values: vec![
                (words.map_x.to_owned(), format!("{} ({value})", format.number(x, 0))),
                (words.map_y.to_owned(), format.short_number(y, 1)),
            ],
        };
        Some(MapPoint { x, y, field: chart_field(field), datum })
    };
    let named = |name: &str, letter: &str| FieldWords { name: name.to_owned(), letter: letter.to_owned() };
    let map = Map {
        points: placed.iter().filter_map(point).collect(),
        x_cut: recipe.value_cut,
        y_cut: recipe.panic_cut,
        chosen: match &request.table(TABLE).chosen {
            Some(Key::Region { x, y }) => Some(Region { x: *x, y: *y }),
            _ => None,
        },
        core: named(words.field_core, words.field_core_letter),
        we_need_them: named(words.field_we_need_them, "!"),
        they_need_us: named(words.field_they_need_us, "G"),
        lighter: named(words.field_lighter, "L"),
        x_title: words.map_x.to_owned(),
        y_title: words.map_y.to_owned(),
        empty: words.map_empty.to_owned(),
    };
    let width = request.width as f32;
    let write = Writers {
        number: &|number| format.number(number, 0),
        customers: &|count| format.counted(count, words.one_customer, words.customers),
    };
    importance::scene(&map, Size::new(width, (width * 0.62).clamp(380.0, 560.0)), write)
}
