//! The growth matrix: revenue against growth potential, with share of wallet (SA, METHOD section 3, DEFINITIONS D8).

use std::rc::Rc;

use rust_decimal::Decimal;

use super::called::{calling, greatest_first};
use super::parts::{chart, letter_column, marked, next_steps, position, settings};
use super::people::{By, Col, People};
use crate::chart::matrix::{self, Cell as Field9, Matrix};
use crate::chart::scatter::{self, Dot, Kind, Scatter, Side};
use crate::chart::scene::{Datum, Fill, Key, Region, Shape, Size, Tone as Colour};
use crate::customers::Field;
use crate::i18n::words::{growth as words, people};
use crate::recipe::{Cut, Setting};
use crate::segments::ranking::share;
use crate::segments::{GrowthLevel, GrowthPlace};
use crate::views::sheet::{
    Block, Cell, Chart, Choice, Control, ControlKind, Doing, Figure, Link, Selects, Setter, Sheet, Tone,
};
use crate::views::{Facts, Place, Request, Screen};

/// The name of the table that the charts filter.
const TABLE: &str = "customers";

/// The sheet.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let growth = facts.growth;
    let mut sheet = Sheet::new(request, title(facts, request));
    sheet.lead.push(words::lead(language).into());
    if growth.a + growth.b + growth.c == 0 {
        sheet.push(Block::text(Tone::Plain, words::none(language)));
        sheet.push(Block::Links(vec![Link::to(
            crate::i18n::words::overview::back_to_overview(language),
            Screen::Insight,
        )]));
        sheet.push(assumptions(facts, request));
        return sheet;
    }
    let above = growth.places.iter().filter(|place| place.above_potential).count();
    if above > 0 {
        let line = words::warn_above(language, &people::customers(request.format, above));
        sheet.push(marked(Tone::Warning, "warn-above", line));
    }
    sheet.push(Block::Figures(figures(facts, request)));
    if !facts.inventory.small {
        sheet.push(Block::Chart(Box::new(nine(facts, request))));
    }
    if growth.places.iter().filter(|place| place.room.is_some()).count() > 1 {
        sheet.push(Block::Chart(Box::new(cloud(facts, request))));
    }
    sheet.push(table(facts, request));
    sheet.push(why(facts, request));
    sheet.push(next(facts, request));
    sheet.push(Block::Links(vec![Link::to(
        words::to_pearls(language),
        Place::sheet(Screen::Insight, "pearls"),
    )]));
    sheet.push(assumptions(facts, request));
    sheet
}

/// The finding.
fn title(facts: Facts, request: &Request) -> String {
    let (format, growth) = (request.format, facts.growth);
    let roomy = growth.places.iter().filter_map(|place| place.room).filter(|room| *room > Decimal::ZERO);
    let (count, room) = roomy.fold((0, Decimal::ZERO), |(n, sum), room| (n + 1, sum + room));
    let customers = |count| people::customers(format, count);
    if count > 0 {
        words::title(format.language, &customers(count), &format.compact_money(room))
    } else if growth.a + growth.b + growth.c > 0 {
        words::title_judged(format.language, &customers(growth.a))
    } else {
        words::title_none(format.language)
    }
}

fn figures(facts: Facts, request: &Request) -> Vec<Figure> {
    let (format, growth) = (request.format, facts.growth);
    let language = format.language;
    let both =
        |i: usize| facts.customers.money(Field::Revenue, i).zip(facts.customers.money(Field::Potential, i));
    let sums = (0..facts.customers.len()).filter_map(both);
    let (revenue, potential) = sums
        .fold((Decimal::ZERO, Decimal::ZERO), |(a, b), (revenue, potential)| (a + revenue, b + potential));
    let mut figures = Vec::new();
    if potential > Decimal::ZERO {
        let room: Decimal = growth.places.iter().filter_map(|place| place.room).sum();
        figures.push(
            Figure::new("growth-room", words::room_total(language), room, format.whole_money(room))
                .because([words::why_room(language)]),
        );
        let wallet = share(revenue, potential).unwrap_or_default();
        let shown = format.percent(wallet, 1);
        let why =
            words::why_wallet(language, &shown, &format.whole_money(revenue), &format.whole_money(potential));
        figures.push(
            Figure::new("share-of-wallet", words::wallet_total(language), wallet, shown.clone())
                .because([why]),
        );
    }
    for (letter, count) in [("A", growth.a), ("B", growth.b), ("C", growth.c)] {
        let name = format!("growth-{}", letter.to_lowercase());
        let label = words::level_count(language, letter);
        figures
            .push(Figure::new(&name, label, count, format.count(count)).because([words::why_rule(language)]));
    }
    figures
}

/// Letter and colour of a field by its scores.
fn level_of(growth: usize, revenue: usize) -> (&'static str, Colour) {
    match (growth, revenue) {
        (3, _) | (2, 3) => ("A", Colour::A),
        (2, _) | (1, 3) => ("B", Colour::B),
        _ => ("C", Colour::C),
    }
}

/// The nine fields with their numbers and revenue.
fn nine(facts: Facts, request: &Request) -> Chart {
    let (format, growth) = (request.format, facts.growth);
    let language = format.language;
    let mut revenue = [[Decimal::ZERO; 3]; 3];
    for (i, place) in growth.places.iter().enumerate() {
        if let (Some(g), Some(r)) = (place.growth_score, place.revenue_score) {
            let amount = facts.customers.money(Field::Revenue, i).unwrap_or_default();
            let sum = &mut revenue[3 - usize::from(g)][3 - usize::from(r)];
            *sum = sum.saturating_add(amount);
        }
    }
    let cell = |g: usize, r: usize| {
        let (letter, tone) = level_of(g, r);
        let count = growth.matrix[3 - g][3 - r];
        let money = format.compact_money(revenue[3 - g][3 - r]);
        let datum = Datum {
            key: Key::Group(format!("{g}-{r}")),
            label: words::score(language, &g.to_string(), &r.to_string()),
            values: vec![
                (words::customers_short(language), format.count(count)),
                (words::revenue(language).to_lowercase(), money.clone()),
                (words::level(language), letter.to_owned()),
            ],
        };
        Field9 {
            tone,
            fill: Fill::Wash,
            letter: letter.to_owned(),
            shown: format.count(count),
            detail: money,
            datum: Some(datum),
        }
    };
    let nine = Matrix {
        rows: vec![words::row_high(language), words::row_middle(language), words::row_low(language)],
        columns: vec![
            words::column_low(language),
            words::column_middle(language),
            words::column_high(language),
        ],
        cells: (1..=3).rev().map(|g| (1..=3).map(|r| cell(g, r)).collect()).collect(),
        x_title: words::x_title(language),
        y_title: words::y_title(language),
        legend: Vec::new(),
        empty: words::matrix_empty(language),
    };
    let width = request.width as f32;
    let scene = matrix::scene(&nine, Size::new(width, (width * 0.55).clamp(260.0, 400.0)));
    let count = |count: usize| format.count(count);
    let summary = words::chart_summary(
        language,
        &count(growth.a),
        &count(growth.b),
        &count(growth.c),
        &count(growth.unknown),
    );
    Chart {
        first_column: words::field(language),
        selects: Selects::Table(TABLE.to_owned()),
        ..chart("growth", words::chart(language), summary, Rc::new(scene))
    }
}

/// Everyone with a known potential between revenue and room.
fn cloud(facts: Facts, request: &Request) -> Chart {
    let (format, growth) = (request.format, facts.growth);
    let language = format.language;
    let room = |i: usize| growth.places[i].room;
    let rooms = facts.rankings.rooms(facts.customers);
    let has_revenue = |i: &usize| facts.customers.money(Field::Revenue, *i).is_some();
    let order: Vec<usize> = rooms.order.iter().copied().filter(has_revenue).collect();
    let many = order.len() > scatter::MOST_POINTS;
    let dot = |&i: &usize| {
        let revenue = facts.customers.money(Field::Revenue, i).unwrap_or_default();
        let room = room(i).unwrap_or_default();
        let values = || {
            vec![
                (words::revenue(language).to_lowercase(), format.whole_money(revenue)),
                (words::room(language).to_lowercase(), format.whole_money(room)),
                (words::level(language), level_word(growth.places[i].level).to_owned()),
            ]
        };
        let datum = || Datum {
            key: Key::Customer(facts.customers.key(i).to_owned()),
            label: facts.customers.name(i).to_owned(),
            values: values(),
        };
        let kind = growth.places[i].level.map_or(3, |level| level as usize);
        Dot { x: position(revenue), y: position(room), kind, datum: (!many).then(datum) }
    };
    let kind =
        |letter: &str, name: String, tone, shape| Kind { name, letter: letter.to_owned(), tone, shape };
    let level = |letter: &str| words::level_count(language, letter);
    let mut kinds = vec![
        kind("A", level("A"), Colour::A, Shape::Circle),
        kind("B", level("B"), Colour::B, Shape::Triangle),
        kind("C", level("C"), Colour::C, Shape::Square),
    ];
    if order.iter().any(|&i| growth.places[i].level.is_none()) {
        kinds.push(kind("", words::unknown(language), Colour::None, Shape::Diamond));
    }
    let cuts = |cuts: Option<(Decimal, Decimal)>| {
        cuts.map_or_else(Vec::new, |(high, middle)| vec![position(high), position(middle)])
    };
    let chosen = match request.table(TABLE).chosen {
        Some(Key::Region { x, y }) => Some(Region { x, y }),
        _ => None,
    };
    let scatter = Scatter {
        dots: order.iter().map(dot).collect(),
        kinds,
        x: Side { title: words::x_title(language), cuts: cuts(growth.revenue_cuts), log: true },
        y: Side { title: words::room(language).to_lowercase(), cuts: cuts(growth.room_cuts), log: true },
        chosen,
        brush: true,
        empty: words::matrix_empty(language),
    };
    let money = |amount: f64| format.compact_money(Decimal::try_from(amount).unwrap_or_default());
    let customers = |count: usize| people::customers(format, count);
    let write = scatter::Writers { x: &money, y: &money, customers: &customers };
    let width = request.width as f32;
    let scene = scatter::scene(&scatter, Size::new(width, (width * 0.6).clamp(320.0, 480.0)), write);
    let summary = words::scatter_summary(language, &customers(order.len()));
    Chart {
        first_column: people::customer(language),
        selects: Selects::Table(TABLE.to_owned()),
        ..chart("growth-scatter", words::scatter(language), summary, Rc::new(scene))
    }
}

/// What a mark of the charts stands for.
#[derive(Clone, Copy)]
enum Pick {
    Nine(u8, u8),
    Region(Region),
}

impl Pick {
    fn of(key: &Key) -> Option<Self> {
        match key {
            Key::Region { x, y } => Some(Pick::Region(Region { x: *x, y: *y })),
            Key::Group(name) => {
                let (growth, revenue) = name.split_once('-')?;
                Some(Pick::Nine(growth.parse().ok()?, revenue.parse().ok()?))
            }
            _ => None,
        }
    }

    fn holds(self, facts: Facts, i: usize) -> bool {
        let place = &facts.growth.places[i];
        match self {
            Pick::Nine(growth, revenue) => {
                place.growth_score == Some(growth) && place.revenue_score == Some(revenue)
            }
            Pick::Region(region) => {
                let at = facts.customers.money(Field::Revenue, i).zip(place.room);
                at.is_some_and(|(x, y)| region.holds(position(x), position(y)))
            }
        }
    }
}

fn table(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let growth = facts.growth;
    let has = |field| facts.customers.has(field);
    let level = move |i: usize| growth.places[i].level;
    let is = move |wanted: GrowthLevel| move |i: usize| level(i) == Some(wanted);
    People::in_order(facts, request, TABLE, words::customers(language), facts.by_value())
        .ordered("value")
        .col(Col::name(facts, request, move |i| reasons(facts, request, i)))
        .col_if(has(Field::Revenue), || {
            Col::money(request, words::revenue(language), "revenue", move |i| {
                facts.customers.money(Field::Revenue, i)
            })
        })
        .col_if(has(Field::Potential), || {
            Col::money(request, words::room(language), "room", move |i| growth.places[i].room)
        })
        .col_if(has(Field::Potential), || {
            Col::percent(request, words::wallet(language), "wallet", move |i| {
                growth.places[i].share_of_wallet
            })
        })
        .col(
            Col::cells(words::level(language), move |i| Cell::Letter {
                letter: level_word(level(i)).to_owned(),
                words: words::unknown(language),
            })
            .sorted("level", true, move |i| {
                level(i).map_or(By::Unknown, |level| By::Number(f64::from(level as u8)))
            }),
        )
        .col(letter_column(facts, request))
        .filter("a", words::level_count(language, "A"), is(GrowthLevel::A))
        .filter("b", words::level_count(language, "B"), is(GrowthLevel::B))
        .filter("c", words::level_count(language, "C"), is(GrowthLevel::C))
        .filter("estimate", words::estimated(language), move |i| growth.places[i].estimate)
        .filter("above", words::above(language), move |i| growth.places[i].above_potential)
        .filter("unknown", words::unknown(language), move |i| level(i).is_none())
        .chosen(|key| {
            let pick = Pick::of(key)?;
            let label = match pick {
                Pick::Nine(g, r) => words::score(language, &g.to_string(), &r.to_string()),
                Pick::Region(_) => words::region(language),
            };
            Some((people::chosen(language, &label), move |i: usize| pick.holds(facts, i)))
        })
        .block()
}

fn level_word(level: Option<GrowthLevel>) -> &'static str {
    match level {
        Some(GrowthLevel::A) => "A",
        Some(GrowthLevel::B) => "B",
        Some(GrowthLevel::C) => "C",
        None => "",
    }
}

/// The rule behind one customer's place, in sentences.
pub fn reasons(facts: Facts, request: &Request, i: usize) -> Vec<String> {
    let (format, place) = (request.format, facts.growth.places.get(i).copied().unwrap_or_default());
    let language = format.language;
    let GrowthPlace { level, growth_score, revenue_score, .. } = place;
    let mut lines = Vec::new();
    match (level, growth_score) {
        (Some(_), Some(growth)) => {
            let revenue = revenue_score.map_or_else(|| "–".to_owned(), |score| score.to_string());
            lines.push(words::why_place(language, &growth.to_string(), &revenue, level_word(level)));
        }
        _ => lines.push(words::why_unknown(language)),
    }
    let amounts = facts.customers.money(Field::Revenue, i).zip(facts.customers.money(Field::Potential, i));
    if let (Some(wallet), Some((revenue, potential))) = (place.share_of_wallet, amounts) {
        let (revenue, potential) = (format.whole_money(revenue), format.whole_money(potential));
        lines.push(words::why_wallet(language, &format.percent(wallet, 1), &revenue, &potential));
    }
    if place.estimate {
        lines.push(words::why_estimate(language));
    }
    if place.above_potential {
        lines.push(words::why_above(language));
    }
    lines
}

fn why(facts: Facts, request: &Request) -> Block {
    let (format, growth) = (request.format, facts.growth);
    let language = format.language;
    let mut lines = vec![words::why_rule(language), words::why_room(language)];
    for (what, cuts) in
        [(words::revenue(language), growth.revenue_cuts), (words::room(language), growth.room_cuts)]
    {
        if let Some((high, middle)) = cuts {
            lines.push(words::why_cuts(
                language,
                &what,
                &format.whole_money(high),
                &format.whole_money(middle),
            ));
        }
    }
    lines.push(words::why_source(language));
    Block::why(lines)
}

fn next(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let growth = facts.growth;
    let best = (0..growth.places.len()).filter(|&i| growth.places[i].level == Some(GrowthLevel::A));
    let best = greatest_first(best, |i| growth.places[i].room.map_or(Some(1.0), |room| Some(position(room))));
    let first = calling(facts, request, &best, |names| words::next_first(language, names));
    let mut steps: Vec<_> = first.into_iter().collect();
    if growth.matrix[2][0] > 0 {
        steps.push(words::next_keep(language).into());
    }
    if growth.unknown > 0 {
        steps.push(words::next_ask(language).into());
    }
    next_steps(request, steps)
}

fn assumptions(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let recipe = &facts.recipe().growth;
    let mut controls = Vec::new();
    let axes = [
        ("/growth/revenue", words::revenue(language), recipe.revenue, facts.growth.revenue_cuts),
        ("/growth/room", words::room(language), recipe.room, facts.growth.room_cuts),
    ];
    for (path, what, cut, now) in axes {
        controls.push(cut_kind(path, &what, cut, now, request));
        match cut {
            Cut::Percent { .. } => {
                let at = |name: &str| format!("{path}/percent/{name}");
                controls.push(setter.number(&at("high"), words::set_high_percent(language, &what), "%"));
                controls.push(setter.number(&at("middle"), words::set_middle_percent(language, &what), "%"));
            }
            Cut::Amount { .. } => {
                let at = |name: &str| format!("{path}/amount/{name}");
                controls.push(setter.number(&at("high"), words::set_high_amount(language, &what), ""));
                controls.push(setter.number(&at("middle"), words::set_middle_amount(language, &what), ""));
            }
        }
    }
    controls.push(setter.number("/growth/judged_high", words::set_judged_high(language), ""));
    controls.push(setter.number("/growth/judged_middle", words::set_judged_middle(language), ""));
    settings(facts, request, &["/growth"], controls)
}

/// By share of the customers or by amounts; the amounts begin where the shares cut now.
fn cut_kind(path: &str, what: &str, cut: Cut, now: Option<(Decimal, Decimal)>, request: &Request) -> Control {
    let language = request.format.language;
    let (high, middle) = now.unwrap_or((Decimal::from(10_000), Decimal::from(1000)));
    let amounts =
        format!(r#"{{"amount":{{"high":"{}","middle":"{}"}}}}"#, high.round_dp(0), middle.round_dp(0));
    let set = |part: Option<String>| {
        let fresh = crate::inputs::Action::Set { path: path.to_owned(), value: None };
        let part = part.map(|part| crate::inputs::Action::Set {
            path: path.to_owned(),
            value: Some(Setting::Part(part)),
        });
        Doing::Act(crate::inputs::Action::All(std::iter::once(fresh).chain(part).collect()))
    };
    let choices = vec![
        Choice { label: words::set_percent(language), doing: set(None) },
        Choice { label: words::set_amount(language), doing: set(Some(amounts)) },
    ];
    let chosen = Some(usize::from(matches!(cut, Cut::Amount { .. })));
    Control {
        id: format!("cut{}", path.replace('/', "-")),
        label: words::set_kind(language, what),
        kind: ControlKind::Choices { choices, chosen, as_list: false },
        ..Control::default()
    }
}
