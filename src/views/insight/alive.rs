//! Who will order again and what it is worth: BG/NBD and Gamma-Gamma with their guards, else the rhythm rule
//! (METHOD section 12, DEFINITIONS D5 and D7).

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::called::{calling, greatest_first};
use super::parts::{
    Bar, bar_scene, capitalised, chart, letter_column, marked, next_steps, position, settings, value_column,
};
use super::people::{By, Col, People};
use crate::chart::scene::{Key, Tone as Colour};
use crate::i18n::Language;
use crate::i18n::words::{alive as words, behaviour, people};
use crate::recipe::AliveModel;
use crate::segments::{Alive, AliveOf, Guard, PurchaseFit, Rhythm};
use crate::views::Fit;
use crate::views::sheet::{Block, Cell, Chart, Figure, Line, Link, Selects, Setter, Sheet, Tone};
use crate::views::{Facts, Place, Request, Screen};

const TABLE: &str = "customers";
/// The chances are shown in so many equal parts.
const PARTS: usize = 5;
const STATUSES: [Rhythm; 6] =
    [Rhythm::OnRhythm, Rhythm::Late, Rhythm::Overdue, Rhythm::Silent, Rhythm::TooFew, Rhythm::OneTime];

/// The sheet.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let mut sheet = Sheet::new(request, title(facts, request));
    match facts.fit() {
        Fit::Impossible => {
            sheet.push(Block::text(Tone::Plain, words::none(language)));
            return sheet;
        }
        Fit::Waiting(percent) => {
            sheet.lead.push(words::lead(language, &days(facts, request)).into());
            sheet.push(marked(Tone::Soft, "fitting", so_far(words::waiting(language), percent)));
            by_rhythm(facts, request, &mut sheet);
        }
        Fit::Done(alive) => {
            sheet.lead.push(words::lead(language, &days(facts, request)).into());
            if let Some(guard) = alive.guard {
                sheet.push(marked(Tone::Warning, "guard", guard_words(guard, request)));
                sheet.push(Block::text(Tone::Plain, words::guard_next(language)));
                by_rhythm(facts, request, &mut sheet);
            } else {
                by_model(facts, request, alive, &mut sheet);
            }
            sheet.push(why(alive, request));
        }
    }
    sheet.push(Block::Links(vec![Link::to(
        words::to_leavers(language),
        Place::sheet(Screen::Insight, "leavers"),
    )]));
    sheet.push(assumptions(facts, request));
    sheet
}

/// What is being done, and how far it is once it is under way.
pub fn so_far(doing: String, percent: u8) -> String {
    if percent == 0 { doing } else { format!("{doing} ({percent}\u{a0}%)") }
}

/// The horizon of P(active).
fn days(facts: Facts, request: &Request) -> String {
    request.format.short_number(facts.recipe().alive.active_days, 0)
}

/// The finding.
fn title(facts: Facts, request: &Request) -> String {
    let language = request.format.language;
    match facts.fit() {
        Fit::Impossible => words::title_none(language),
        Fit::Waiting(_) => words::title_waiting(language),
        Fit::Done(alive) if alive.guard.is_some() => words::title_guard(language),
        Fit::Done(alive) => {
            let expected = expected_active(alive).round() as usize;
            let of = alive.of.iter().flatten().count();
            let format = request.format;
            words::title(language, &format.count(expected), &format.count(of), &days(facts, request))
        }
    }
}

/// Why the model's numbers are not used.
fn guard_words(guard: Guard, request: &Request) -> String {
    let format = request.format;
    let language = format.language;
    match guard {
        Guard::TooFew { customers, at_least } => {
            words::guard_too_few(language, &format.count(customers), &at_least.to_string())
        }
        Guard::NoDropOut { likelihood_ratio } => {
            words::guard_no_drop_out(language, &format.short_number(likelihood_ratio.max(0.0), 2))
        }
        Guard::AtCap { parameter } => words::guard_cap(language, &format.short_number(parameter, 0)),
        Guard::TooRegular { k } => words::guard_regular(language, &format.number(k, 1)),
        Guard::NotConverged => words::guard_converged(language),
    }
}

fn expected_active(alive: &Alive) -> f64 {
    alive.of.iter().flatten().map(|of| of.p_active).sum()
}

/// What the model says: sums, chances, everyone.
fn by_model(facts: Facts, request: &Request, alive: &Alive, sheet: &mut Sheet) {
    let language = request.format.language;
    if let Some(spend) = &alive.spend {
        if spend.refused {
            sheet.push(marked(Tone::Warning, "spend-refused", words::warn_refused(language)));
        } else if let Some(correlation) = spend.correlation.filter(|_| spend.correlated) {
            let shown = request.format.number(correlation, 2);
            sheet.push(marked(Tone::Warning, "spend-correlated", words::warn_correlated(language, &shown)));
        }
    }
    sheet.push(Block::Figures(figures(facts, request, alive)));
    sheet.push(Block::Chart(Box::new(chances(request, alive))));
    sheet.push(table(facts, request, alive));
    let of = |i: usize| alive.of.get(i).copied().flatten();
    let at_stake = |i: usize| Some(position(facts.value(i)?) * (1.0 - of(i)?.p_active));
    let mut first = greatest_first(0..facts.customers.len(), at_stake);
    first.retain(|&i| of(i).is_some_and(|of| of.p_active < 0.5));
    let mut steps: Vec<_> =
        calling(facts, request, &first, |names| words::next_call(language, names)).into_iter().collect();
    steps.push(words::next_plan(language).into());
    sheet.push(next_steps(request, steps));
}

fn figures(facts: Facts, request: &Request, alive: &Alive) -> Vec<Figure> {
    let format = request.format;
    let language = format.language;
    let expected = expected_active(alive);
    let mut figures = vec![Figure::new(
        "expected-active",
        words::expected_active(language, &days(facts, request)),
        expected,
        format.count(expected.round() as usize),
    )];
    let values: Vec<f64> = alive.of.iter().flatten().filter_map(|of| of.expected_value).collect();
    if !values.is_empty() {
        let sum: f64 = values.iter().sum();
        let shown = format.compact_money(Decimal::from_f64(sum).unwrap_or_default());
        figures.push(Figure::new("expected-value", words::expected_total(language), sum, shown));
    }
    figures
}

/// Which of the equal parts a chance lies in.
fn part(chance: f64) -> usize {
    ((chance * PARTS as f64) as usize).min(PARTS - 1)
}

fn chances(request: &Request, alive: &Alive) -> Chart {
    let format = request.format;
    let language = format.language;
    let mut counts = [0_usize; PARTS];
    for of in alive.of.iter().flatten() {
        counts[part(of.p_active)] += 1;
    }
    let edge = |part: usize| format.percent(part as f64 / PARTS as f64, 0);
    let bar = |part: usize| Bar {
        label: words::between(language, &edge(part), &edge(part + 1)),
        value: counts[part] as f64,
        shown: format.count(counts[part]),
        colour: if part == 0 { Colour::Loss } else { Colour::Accent },
        key: Key::Group(part.to_string()),
        more: Vec::new(),
    };
    let [low, .., high] = counts.map(|count| people::customers(format, count));
    let summary = words::chart_summary(language, &high, &low);
    let scene = bar_scene(request, (0..PARTS).rev().map(bar).collect(), &people::customer(language), "");
    Chart {
        first_column: words::chance(language),
        selects: Selects::Table(TABLE.to_owned()),
        ..chart("alive", words::chart(language), summary, scene)
    }
}

fn table(facts: Facts, request: &Request, alive: &Alive) -> Block {
    let (format, language) = (request.format, request.format.language);
    let of = move |i: usize| alive.of.get(i).copied().flatten();
    let share = move |pick: fn(&AliveOf) -> f64| move |i: usize| of(i).map(|of| pick(&of));
    let value = move |i: usize| of(i)?.expected_value.and_then(Decimal::from_f64);
    let range = |part: usize| {
        let edge = |part: usize| format.percent(part as f64 / PARTS as f64, 0);
        words::between(language, &edge(part), &edge(part + 1))
    };
    let holds = move |wanted: usize| move |i: usize| of(i).is_some_and(|of| part(of.p_active) == wanted);
    let mut table = People::in_order(facts, request, TABLE, words::table(language), facts.by_value())
        .ordered("value")
        .col(Col::name(facts, request, move |i| reasons(facts, request, i)))
        .col(Col::percent(
            request,
            words::p_active(language, &days(facts, request)),
            "active",
            share(|of| of.p_active),
        ))
        .col(Col::percent(request, words::p_alive(language), "alive", share(|of| of.p_alive)))
        .col(Col::number(request, words::expected_orders(language), "orders", share(|of| of.expected_orders)))
        .col(Col::money(request, words::expected_value(language), "expected", value))
        .col(value_column(facts, request))
        .col(letter_column(facts, request));
    for wanted in (0..PARTS).rev() {
        table = table.filter(&wanted.to_string(), range(wanted), holds(wanted));
    }
    table
        .chosen(|key| {
            let Key::Group(key) = key else { return None };
            let wanted: usize = key.parse().ok().filter(|part| *part < PARTS)?;
            Some((people::chosen(language, &range(wanted)), holds(wanted)))
        })
        .block()
}

/// What the models say about one customer, in sentences; empty when they are not fitted or not used.
pub fn reasons(facts: Facts, request: &Request, i: usize) -> Vec<String> {
    let (format, language) = (request.format, request.format.language);
    let Some(of) = facts.fit().alive().and_then(|alive| alive.of.get(i).copied().flatten()) else {
        return Vec::new();
    };
    let mut lines = vec![words::why_alive(language, &format.percent(of.p_alive, 0))];
    if facts.customers.occasions(i).len() == 1 {
        lines.push(words::why_one(language));
    }
    if of.expected_value.is_none() {
        lines.push(words::why_no_spend(language));
    }
    lines
}

/// The name of a rhythm, in small letters.
pub fn status_name(status: Rhythm, language: Language) -> String {
    match status {
        Rhythm::OnRhythm => behaviour::on_rhythm(language),
        Rhythm::Late => behaviour::late(language),
        Rhythm::Overdue => behaviour::overdue(language),
        Rhythm::Silent => behaviour::silent(language),
        Rhythm::TooFew => behaviour::too_few(language),
        Rhythm::OneTime => behaviour::one_time(language),
    }
}

fn headed(status: Rhythm, request: &Request) -> String {
    capitalised(&status_name(status, request.format.language))
}

fn status_key(status: Rhythm) -> String {
    (status as u8).to_string()
}

/// What stands in for the model: everyone's own rhythm.
fn by_rhythm(facts: Facts, request: &Request, sheet: &mut Sheet) {
    let (format, language) = (request.format, request.format.language);
    let rhythms = facts.rhythms();
    let counts =
        [rhythms.on_rhythm, rhythms.late, rhythms.overdue, rhythms.silent, rhythms.too_few, rhythms.one_time];
    let bar = |(status, count): (Rhythm, usize)| Bar {
        label: headed(status, request),
        value: count as f64,
        shown: format.count(count),
        colour: match status {
            Rhythm::OnRhythm => Colour::Accent,
            Rhythm::Late => Colour::B,
            Rhythm::Overdue => Colour::C,
            Rhythm::Silent => Colour::Loss,
            Rhythm::TooFew | Rhythm::OneTime => Colour::Soft,
        },
        key: Key::Group(status_key(status)),
        more: Vec::new(),
    };
    let bars = STATUSES.into_iter().zip(counts).map(bar).collect();
    let [on, late, overdue, silent, ..] = counts.map(|count| format.count(count));
    let summary = words::rhythm_summary(language, &on, &late, &overdue, &silent);
    let scene = bar_scene(request, bars, &people::customer(language), "");
    sheet.push(Block::Chart(Box::new(Chart {
        first_column: words::status(language),
        selects: Selects::Table(TABLE.to_owned()),
        ..chart("rhythms", words::rhythm_chart(language), summary, scene)
    })));
    sheet.push(rhythm_table(facts, request, TABLE));
    sheet.push(why_rhythm(facts, request));
    let status = |i: usize| rhythms.of.get(i).and_then(|of| of.status);
    let quiet = facts.by_value().iter().copied().filter(|&i| {
        matches!(status(i), Some(Rhythm::Overdue | Rhythm::Silent)) && facts.inventory.is_active(i)
    });
    let quiet: Vec<usize> = quiet.collect();
    let mut steps: Vec<Line> =
        calling(facts, request, &quiet, |names| words::next_rhythm(language, names)).into_iter().collect();
    steps.push(words::next_plan(language).into());
    sheet.push(next_steps(request, steps));
}

/// How the rhythms come about.
pub fn why_rhythm(facts: Facts, request: &Request) -> Block {
    let (format, recipe) = (request.format, &facts.recipe().xray);
    let number = |number: f64| format.short_number(number, 2);
    let (late, overdue, silent) = (number(recipe.late), number(recipe.overdue), number(recipe.silent));
    let order_days = recipe.order_days.to_string();
    Block::why([behaviour::why_silent(format.language, &order_days, &late, &overdue, &silent)])
}

/// Everyone by their own rhythm; also beside the silent leavers.
pub fn rhythm_table(facts: Facts, request: &Request, name: &'static str) -> Block {
    let language = request.format.language;
    let rhythms = facts.rhythms();
    let of = move |i: usize| rhythms.of.get(i).copied().unwrap_or_default();
    let mut table = People::in_order(facts, request, name, words::table_rhythm(language), facts.by_value())
        .ordered("value")
        .col(Col::name(facts, request, |_| Vec::new()))
        .col(
            Col::cells(words::status(language), move |i| {
                of(i).status.map_or(Cell::Empty, |status| Cell::Text(headed(status, request)))
            })
            .sorted("status", true, move |i| {
                of(i).status.map_or(By::Unknown, |status| By::Number(f64::from(status as u8)))
            }),
        )
        .col(Col::number(request, words::ratio(language), "ratio", move |i| of(i).overdue_ratio))
        .col(value_column(facts, request))
        .col(letter_column(facts, request));
    for status in STATUSES {
        let is_it = move |i: usize| of(i).status == Some(status);
        table = table.filter(&status_key(status), headed(status, request), is_it);
    }
    table
        .chosen(|key| {
            let Key::Group(key) = key else { return None };
            let wanted = STATUSES.into_iter().find(|status| status_key(*status) == *key)?;
            let label = people::chosen(language, &headed(wanted, request));
            Some((label, move |i: usize| of(i).status == Some(wanted)))
        })
        .block()
}

fn why(alive: &Alive, request: &Request) -> Block {
    let format = request.format;
    let language = format.language;
    let number = |number: f64| format.number(number, 3);
    let mut lines = Vec::new();
    if let Some(PurchaseFit { model, r, alpha, a, b, log_likelihood, likelihood_ratio, customers, .. }) =
        alive.purchase
    {
        let name = match model {
            AliveModel::BgNbd => words::model_bg(language),
            AliveModel::MbgNbd => words::model_mbg(language),
        };
        lines.push(words::why_model(language, &name, &number(r), &number(alpha), &number(a), &number(b)));
        lines.push(words::why_fit(
            language,
            &format.number(log_likelihood, 1),
            &format.count(customers),
            &format.number(likelihood_ratio, 1),
        ));
    }
    if let Some(spend) = alive.spend.filter(|_| alive.guard.is_none()) {
        let [p, q, v] = [spend.p, spend.q, spend.v].map(number);
        lines.push(words::why_spend(language, &p, &q, &v, &format.count(spend.n)));
    }
    Block::why(lines)
}

fn assumptions(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let days = people::days(language);
    let models = [("bg_nbd", words::model_bg(language)), ("mbg_nbd", words::model_mbg(language))];
    let number =
        |name: &str, label: String, unit: &str| setter.number(&format!("/alive/{name}"), label, unit);
    let controls = vec![
        setter.choice("/alive/model", words::set_model(language), &models),
        number("active_days", words::set_active(language), &days),
        number("value_days", words::set_value(language), &days),
        number("unit_days", words::set_unit(language), &days),
        number("at_least", words::set_least(language), ""),
        number("likelihood_ratio", words::set_ratio(language), ""),
        number("regularity", words::set_regular(language), ""),
        number("cap", words::set_cap(language), ""),
        number("correlation", words::set_correlation(language), ""),
    ];
    settings(facts, request, &["/alive"], controls)
}
