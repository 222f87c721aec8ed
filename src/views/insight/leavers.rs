//! Silent leavers: the ranked call list, by rhythm and, where it fits, by the model (METHOD section 6, DEFINITIONS D7).

use rust_decimal::Decimal;

use super::alive::{rhythm_table, so_far, status_name, why_rhythm};
use super::calls::{noted, to_calendar};
use super::parts::{
    Bar, bar_scene, capitalised, chart, letter_column, measure, next_steps, owner_column, position, settings,
};
use super::people::{Col, People};
use crate::chart::scene::{Key, Tone as Colour};
use crate::customers::Field;
use crate::i18n::words::{behaviour as words, people};
use crate::segments::{Measure, Rhythm, Rhythms, SilentLeaver, SilentWhy};
use crate::views::sheet::{Block, Chart, Figure, Line, Selects, Setter, Sheet, Tone};
use crate::views::{Facts, Fit, Request};

/// How many bars the chart shows.
const BARS: usize = 12;

/// The sheet.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let silent = facts.silent();
    let known = facts.customers.has_occasions() || facts.customers.has(Field::LastContact);
    let mut sheet = Sheet::new(request, title(facts, request, silent, known));
    if !known {
        sheet.push(Block::text(Tone::Plain, words::silent_unknown_text(language)));
        return sheet;
    }
    sheet.lead.push(words::silent_lead(language).into());
    sheet.blocks.extend(model(facts, request));
    if !silent.is_empty() {
        sheet.push(Block::Chart(Box::new(stake_chart(facts, request, silent))));
        sheet.push(Block::heading(words::call_list(language)));
        sheet.push(table(facts, request, silent));
        sheet.blocks.extend(to_calendar(facts, request));
    }
    if facts.customers.has_occasions() {
        sheet.push(Block::card(
            words::rhythm_counts(language),
            vec![
                Block::Figures(counts(request, facts.rhythms())),
                rhythm_table(facts, request, "rhythms"),
                why_rhythm(facts, request),
            ],
        ));
    }
    sheet.push(why(facts, request));
    if !silent.is_empty() {
        sheet.push(next(facts, request, silent));
    }
    sheet.push(assumptions(facts, request));
    sheet
}

/// What is at stake: what was ordered in the last year, or without order history what ranks the customers.
fn stake_name(facts: Facts, request: &Request) -> &'static str {
    let ordered = facts.customers.has_occasions();
    measure(request, if ordered { Measure::Revenue } else { facts.measures.value.measure })
}

fn title(facts: Facts, request: &Request, silent: &[SilentLeaver], known: bool) -> String {
    let (format, language) = (request.format, request.format.language);
    match (known, silent.is_empty()) {
        (false, _) => words::silent_unknown(language),
        (true, true) => words::silent_none(language),
        (true, false) => words::silent_title(
            language,
            &people::customers(format, silent.len()),
            &format.whole_money(silent.iter().map(|one| one.at_stake).sum()),
            stake_name(facts, request),
        ),
    }
}

/// What the ranking rests on.
fn model(facts: Facts, request: &Request) -> Option<Block> {
    let language = request.format.language;
    let words = match facts.fit() {
        Fit::Waiting(percent) => so_far(words::model_waiting(language), percent),
        Fit::Impossible => return None,
        Fit::Done(alive) if alive.guard.is_some() => words::model_guard(language),
        Fit::Done(_) => words::model_used(language),
    };
    Some(Block::text(Tone::Soft, words))
}

fn stake_chart(facts: Facts, request: &Request, silent: &[SilentLeaver]) -> Chart {
    let (format, language) = (request.format, request.format.language);
    let bar = |one: &SilentLeaver| Bar {
        label: facts.customers.name(one.customer).to_owned(),
        value: position(one.at_stake),
        shown: format.whole_money(one.at_stake),
        colour: Colour::C,
        key: Key::Customer(facts.customers.key(one.customer).to_owned()),
        more: vec![(people::why(language), reason(request, one))],
    };
    let first = silent.first().map(|one| facts.customers.name(one.customer)).unwrap_or_default();
    let stake: Decimal = silent.iter().map(|one| one.at_stake).sum();
    let summary = words::silent_summary(
        language,
        &people::customers(format, silent.len()),
        &format.whole_money(stake),
        first,
    );
    let rows = silent.iter().take(BARS).map(bar).collect();
    let scene = bar_scene(request, rows, &words::at_stake(language, stake_name(facts, request)), "");
    Chart {
        first_column: people::customer(language),
        selects: Selects::Customers,
        ..chart(
            "silent",
            words::silent_chart(language, &capitalised(stake_name(facts, request))),
            summary,
            scene,
        )
    }
}

/// What makes this customer a silent leaver.
pub fn reason(request: &Request, one: &SilentLeaver) -> String {
    let (format, language) = (request.format, request.format.language);
    match one.why {
        SilentWhy::Rhythm { ratio, median_interval, days } => words::why_rhythm(
            language,
            &days.to_string(),
            &format.short_number(median_interval, 0),
            &format.short_number(ratio, 1),
        ),
        SilentWhy::NoContact { days } => words::why_no_contact(language, &days.to_string()),
    }
}

fn table(facts: Facts, request: &Request, silent: &[SilentLeaver]) -> Block {
    let (format, language) = (request.format, request.format.language);
    let customers = facts.customers;
    let mut of: Vec<Option<&SilentLeaver>> = vec![None; customers.len()];
    for one in silent {
        of[one.customer] = Some(one);
    }
    let of = &of;
    let last_year = move |i: usize| {
        facts.rhythms().of.get(i).map_or_else(|| facts.value(i), |rhythm| Some(rhythm.last_year))
    };
    let why = move |i: usize| -> Vec<String> {
        let Some(one) = of[i] else { return Vec::new() };
        let year = format.whole_money(last_year(i).unwrap_or_default());
        let stake = match one.p_active {
            Some(chance) => words::why_stake(language, &year, &format.percent(chance, 0)),
            None => words::why_stake_plain(language, &year),
        };
        vec![reason(request, one), stake]
    };
    let days = move |i: usize| {
        of[i].map(|one| match one.why {
            SilentWhy::Rhythm { days, .. } | SilentWhy::NoContact { days } => f64::from(days),
        })
    };
    let rhythm = move |i: usize| match of[i]?.why {
        SilentWhy::Rhythm { median_interval, ratio, .. } => Some((median_interval, ratio)),
        SilentWhy::NoContact { .. } => None,
    };
    let contact = move |i: usize| {
        let parts = [Field::ContactPerson, Field::Phone, Field::Email];
        let found: Vec<&str> = parts.iter().filter_map(|field| customers.text(*field, i)).collect();
        found.join(" · ")
    };
    let of_what = capitalised(stake_name(facts, request));
    let year = if customers.has_occasions() { words::last_year(language, &of_what) } else { of_what.clone() };
    let modelled = silent.iter().any(|one| one.p_active.is_some());
    let horizon = format.short_number(facts.recipe().alive.active_days, 0);
    let has_contact =
        [Field::ContactPerson, Field::Phone, Field::Email].iter().any(|field| customers.has(*field));
    let members = silent.iter().map(|one| one.customer).collect();
    let list = People::new(facts, request, "customers", words::call_list(language), members)
        .ordered(if modelled { "stake" } else { "year" })
        .col(Col::name(facts, request, why))
        // Without a chance of a next order all of the last year is at stake: the same figure once.
        .col_if(modelled, || {
            Col::money(request, words::at_stake(language, &of_what), "stake", move |i| {
                of[i].map(|one| one.at_stake)
            })
        })
        .col(Col::money(request, year, "year", last_year))
        .col(Col::number(request, words::days_since(language), "days", days))
        .col_if(customers.has_occasions(), || {
            Col::number(request, words::rhythm(language), "rhythm", move |i| {
                rhythm(i).map(|(rhythm, _)| rhythm.round())
            })
        })
        .col_if(customers.has_occasions(), || {
            Col::number(request, words::ratio(language), "ratio", move |i| rhythm(i).map(|(_, ratio)| ratio))
        })
        .col_if(modelled, || {
            Col::percent(request, words::p_active(language, &horizon), "chance", move |i| of[i]?.p_active)
        })
        .col_if(has_contact, || Col::text(words::contact(language), "contact", contact))
        .col_if(customers.has(Field::Owner), || owner_column(facts, request))
        .col(letter_column(facts, request));
    noted(list, facts, request).block()
}

fn counts(request: &Request, rhythms: &Rhythms) -> Vec<Figure> {
    let format = request.format;
    [
        ("on-rhythm", Rhythm::OnRhythm, rhythms.on_rhythm),
        ("late", Rhythm::Late, rhythms.late),
        ("overdue", Rhythm::Overdue, rhythms.overdue),
        ("silent", Rhythm::Silent, rhythms.silent),
        ("too-few", Rhythm::TooFew, rhythms.too_few),
        ("one-time", Rhythm::OneTime, rhythms.one_time),
    ]
    .into_iter()
    .map(|(name, status, count)| {
        let label = status_name(status, format.language);
        Figure::new(&format!("rhythm-{name}"), label, count, format.count(count))
    })
    .collect()
}

fn why(facts: Facts, request: &Request) -> Block {
    Block::why([words::why_good(
        request.format.language,
        &format!("{}%", facts.recipe().xray.good_top_percent),
    )])
}

fn next(facts: Facts, request: &Request, silent: &[SilentLeaver]) -> Block {
    let (format, language) = (request.format, request.format.language);
    let first = facts.who_all(silent.iter().take(3).map(|one| one.customer));
    let names: Vec<&str> = first.iter().map(|who| who.name.as_str()).collect();
    let call = words::silent_next_call(language, &people::names(format, &names, 3));
    let steps: [Line; 3] = [
        Line::from(call).naming(&first),
        words::silent_next_note(language).into(),
        words::silent_next_diary(language).into(),
    ];
    next_steps(request, steps)
}

fn assumptions(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let controls = vec![
        setter.number("/xray/late", words::set_late(language), "×"),
        setter.number("/xray/overdue", words::set_overdue(language), "×"),
        setter.number("/xray/silent", words::set_silent(language), "×"),
        setter.number("/xray/order_days", words::set_order_days(language), ""),
        setter.number("/xray/good_top_percent", words::set_good(language), "%"),
        setter.number("/xray/no_contact_days", words::set_no_contact(language), &people::days(language)),
    ];
    let paths = [
        "/xray/late",
        "/xray/overdue",
        "/xray/silent",
        "/xray/order_days",
        "/xray/good_top_percent",
        "/xray/no_contact_days",
    ];
    settings(facts, request, &paths, controls)
}
