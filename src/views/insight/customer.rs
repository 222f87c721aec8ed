//! One customer: everything known, every classification with the rule behind it, its orders, and what to do next.

use std::rc::Rc;

use super::alive::status_name;
use super::calls;
use super::parts::{capitalised, letter, measure, next_steps, position, ranked_name};
use super::periods::leaver_words;
use super::{classified, profiteers};
use crate::calendar::days_after;
use crate::chart::rhythm::{self, Order, Rhythm as Drawing, Writers, Zone};
use crate::chart::scene::{Datum, Fill, Key, Size, Tone as Colour};
use crate::customers::{Field, Kind};
use crate::i18n::explain::{activity_words, letter_of};
use crate::i18n::field_name;
use crate::i18n::words::{customer as words, people};
use crate::recipe::Level;
use crate::segments::ranking::share;
use crate::segments::{Activity, Answer, Rhythm};
use crate::views::sheet::{Block, Cell, Chart, Figure, Line, Link, Sheet, Term, Tone};
use crate::views::{Facts, Place, Request};

/// The sheet of the customer with this key.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let key = &request.place.customer;
    let found = (0..facts.customers.len()).find(|&i| facts.customers.key(i) == key);
    let Some(i) = found else {
        let mut sheet = Sheet::new(request, words::not_found(language));
        sheet.push(Block::text(Tone::Plain, words::not_found_text(language)));
        return sheet;
    };
    let mut sheet = Sheet::new(request, facts.customers.name(i).to_owned());
    sheet.lead.push(lead(facts, request, i).into());
    sheet.push(Block::Figures(figures(facts, request, i)));
    sheet.push(next(facts, request, i));
    sheet.push(calls::row(facts, request, i));
    sheet.blocks.extend(orders(facts, request, i));
    sheet.push(Block::card(
        words::classes(language),
        vec![Block::Terms(classified::terms(facts, request, i))],
    ));
    sheet.push(Block::card(words::known(language), vec![Block::Terms(known(facts, request, i))]));
    let said = said(facts, request, i);
    if !said.is_empty() {
        sheet.push(Block::card(crate::i18n::words::overview::to_panic(language), vec![Block::Terms(said)]));
    }
    sheet.push(Block::Links(neighbours(facts, request, i)));
    sheet
}

fn lead(facts: Facts, request: &Request, i: usize) -> String {
    let language = request.format.language;
    let activity = activity_words(facts.inventory.activity.get(i).copied().unwrap_or_default(), language);
    let class = letter_of(facts.letters.class.get(i).copied().unwrap_or_default());
    let mut lead = if class.is_empty() {
        words::lead_plain(language, &capitalised(activity))
    } else {
        words::lead_letter(language, class, activity)
    };
    let choices = &facts.inputs.choices;
    let decided = choices.accepted || !choices.choices.is_empty();
    if decided && facts.selection.is_core.get(i) == Some(&true) {
        lead = format!("{lead} {}", words::core(language));
    } else if facts.selection.proposal.contains(&i) {
        lead = format!("{lead} {}", words::proposed(language));
    }
    lead
}

fn figures(facts: Facts, request: &Request, i: usize) -> Vec<Figure> {
    let (format, language) = (request.format, request.format.language);
    let value = &facts.measures.value;
    let mut figures = Vec::new();
    if let Some(amount) = facts.value(i) {
        let place = value.order().iter().position(|&one| one == i).unwrap_or_default() + 1;
        let label = capitalised(measure(request, value.measure));
        let rank = words::rank(language, &format.count(place), &format.count(value.order().len()));
        figures
            .push(Figure::new("customer-value", label, amount, format.whole_money(amount)).because([rank]));
    }
    let of_total = facts.measures.concentration.of(i).and_then(|amount| share(amount, facts.pareto.total));
    if let Some(of_total) = of_total.filter(|_| !facts.inventory.small) {
        let shown = format.percent(of_total, 1);
        figures.push(Figure::new(
            "customer-share",
            words::share(language, ranked_name(facts, request)),
            of_total,
            shown,
        ));
    }
    if let Some(index) = facts.panic.of.get(i).and_then(|of| of.index) {
        let shown = format.short_number(index, 0);
        figures.push(Figure::new("customer-panic", words::panic(language), index, shown));
    }
    if let Some(level) = facts.levels.level.get(i).copied().flatten() {
        let why = facts.levels.why.get(i).copied().unwrap_or_default();
        let why = crate::i18n::explain::level_why(why, language);
        let figure = Figure::new("customer-level", words::level(language), level.letter(), level.letter());
        figures.push(figure.because([capitalised(why)]));
    }
    figures
}

/// Every field of the list that is filled in for this customer, and the columns without a meaning.
fn known(facts: Facts, request: &Request, i: usize) -> Vec<Term> {
    let (format, language) = (request.format, request.format.language);
    let customers = facts.customers;
    let term = |field: &Field| {
        let shown = match field.kind() {
            Kind::Text => customers.text(*field, i)?.to_owned(),
            Kind::Money => format.money(customers.money(*field, i)?),
            Kind::Share => format.percent(customers.number(*field, i)?, 1),
            Kind::Number | Kind::Score => format.short_number(customers.number(*field, i)?, 2),
            Kind::Date => format.date(customers.date(*field, i)?),
            Kind::YesNo => {
                if customers.yes_no(*field, i)? {
                    words::yes(language)
                } else {
                    words::no(language)
                }
            }
        };
        (!shown.trim().is_empty()).then(|| Term {
            name: capitalised(field_name(*field, language)),
            value: Cell::Text(shown),
            why: Vec::new(),
        })
    };
    Field::ALL.iter().filter_map(term).collect()
}

/// What people said and chose about this customer.
fn said(facts: Facts, request: &Request, i: usize) -> Vec<Term> {
    let language = request.format.language;
    let key = facts.customers.key(i);
    let mut terms = Vec::new();
    let mut term = |name: String, text: String| {
        if !text.trim().is_empty() {
            terms.push(Term { name, value: Cell::Text(text), why: Vec::new() });
        }
    };
    if let Some(of) = facts.panic.of.get(i) {
        let lines: Vec<String> = of
            .said
            .iter()
            .map(|(rater, answer)| {
                let name = facts.panic.raters.get(*rater).map(|(_, name)| name.clone()).unwrap_or_default();
                let name = if name.is_empty() { words::me(language) } else { name };
                words::answered(language, &name, &answer.to_string())
            })
            .collect();
        term(words::panic(language), lines.join(", "));
    }
    if let Some(mine) = facts.inputs.mine().and_then(|mine| mine.answers.get(key)) {
        term(words::note(language), mine.note.clone());
    }
    if let Some(choice) = facts.inputs.choices.choices.get(key) {
        term(words::reason(language), choice.reason.clone());
        term(words::defender(language), choice.defender.clone());
    }
    terms
}

/// The orders in time, with where late, overdue and silent begin by the customer's own rhythm.
fn orders(facts: Facts, request: &Request, i: usize) -> Option<Block> {
    let (format, language) = (request.format, request.format.language);
    let days = facts.customers.occasions(i);
    let last = days.last()?.date;
    let of = facts.rhythms().of.get(i).copied().unwrap_or_default();
    let recipe = &facts.recipe().xray;
    let order = |day: crate::customers::Occasion| Order {
        day: day.date,
        value: position(day.value),
        datum: Some(Datum {
            key: Key::Index(0),
            label: format.date(day.date),
            values: vec![(words::amount(language).to_lowercase(), format.money(day.value))],
        }),
    };
    let zone = |times: f64, name: String, tone: Colour, fill: Fill| {
        let ahead = (of.median_interval?.max(1.0) * times).ceil() as i32;
        let from = days_after(last, ahead)?;
        Some(Zone { from, name, tone, fill })
    };
    let rated = !matches!(of.status, None | Some(Rhythm::TooFew | Rhythm::OneTime));
    let zones = [
        zone(recipe.late, status_name(Rhythm::Late, language), Colour::C, Fill::Wash),
        zone(recipe.overdue, status_name(Rhythm::Overdue, language), Colour::Loss, Fill::Wash),
        zone(recipe.silent, status_name(Rhythm::Silent, language), Colour::Loss, Fill::Hatched),
    ];
    let drawing = Drawing {
        orders: days.iter().map(order).collect(),
        today: facts.customers.reference_date(),
        today_name: format.short_date(facts.customers.reference_date()),
        zones: zones.into_iter().flatten().filter(|_| rated).collect(),
        y_title: words::amount(language),
        empty: String::new(),
    };
    let write = Writers {
        day: &|day| format.short_date(day),
        month: &|day| format.month(day),
        value: &|value| {
            rust_decimal::Decimal::try_from(value)
                .map_or_else(|_| String::new(), |amount| format.compact_money(amount))
        },
        orders: &|count| format.count(count),
    };
    let width = request.width as f32;
    let scene = rhythm::scene(&drawing, Size::new(width, (width * 0.36).clamp(220.0, 320.0)), write);
    let summary = match of.median_interval {
        Some(rhythm) => {
            words::orders_summary(language, &format.count(days.len()), &format.short_number(rhythm, 0))
        }
        None => words::orders_summary_one(language),
    };
    Some(Block::Chart(Box::new(Chart {
        first_column: words::order_day(language),
        ..super::parts::chart("rhythm", words::orders_chart(language), summary, Rc::new(scene))
    })))
}

/// What this customer asks for now, most urgent first.
fn next(facts: Facts, request: &Request, i: usize) -> Block {
    let language = request.format.language;
    let mut steps: Vec<Line> = Vec::new();
    if facts.silent().iter().any(|one| one.customer == i) {
        steps.push(words::next_silent(language).into());
    }
    let leaver = facts.leavers().leaver.get(i).copied().flatten();
    steps.extend(leaver_words(request, leaver).map(Line::from));
    if let Some(one) = facts.profiteers().profiteers.iter().find(|one| one.customer == i) {
        let reasons = profiteers::reasons(facts, request, one).join(" ");
        steps.push(format!("{} {reasons}", words::next_profit(language)).into());
    }
    if facts.levels.level.get(i) == Some(&Some(Level::A)) {
        steps.push(words::next_core(language).into());
    }
    let pearl = facts.pearls().why.get(i).is_some_and(|why| why.pearl == Answer::Yes);
    let grows = facts.growth.places.get(i).is_some_and(|place| place.growth_score == Some(3));
    if pearl || grows {
        steps.push(words::next_grow(language).into());
    }
    let active = facts.inventory.activity.get(i) == Some(&Activity::Active);
    let asked = facts.panic.of.get(i).is_some_and(|of| !of.said.is_empty());
    if active && !asked && facts.panic.first_round.contains(&i) {
        steps.push(words::next_ask(language).into());
    }
    if facts.letters.class.get(i) == Some(&crate::segments::LetterClass::NeedsData)
        && facts.letters.enough_factors
    {
        steps.push(words::next_data(language).into());
    }
    if steps.is_empty() {
        steps.push(words::next_keep(language).into());
    }
    next_steps(request, steps)
}

/// The customers before and after this one by value.
fn neighbours(facts: Facts, request: &Request, i: usize) -> Vec<Link> {
    let language = request.format.language;
    let order = facts.by_value();
    let Some(at) = order.iter().position(|&one| one == i) else { return Vec::new() };
    let link = |words: String, id: &str, place: Option<&usize>| {
        place.map(|&i| Link {
            label: format!("{words}: {}", facts.customers.name(i)),
            id: id.to_owned(),
            ..Link::to("", Place::customer(facts.customers.key(i)))
        })
    };
    let before = at.checked_sub(1).and_then(|before| order.get(before));
    let mut links: Vec<Link> =
        link(words::previous(language), "previous-customer", before).into_iter().collect();
    links.extend(link(words::following(language), "next-customer", order.get(at + 1)));
    links
}

/// The letter as a badge, for the terms.
pub fn letter_cell(facts: Facts, request: &Request, i: usize) -> Cell {
    let class = facts.letters.class.get(i).copied().unwrap_or_default();
    letter(class, facts.letters.enough_factors, request.format.language)
}

/// The name beside which a person is unknown.
pub fn unknown(request: &Request) -> String {
    people::unknown(request.format.language)
}
