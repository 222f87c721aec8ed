//! Profiteers with their three ways out: a cheaper level, a higher price, goodbye (MF, CI, METHOD section 6).

use rust_decimal::Decimal;

use super::parts::{
    Bar, bar_scene, capitalised, chart, letter_column, next_steps, position, settings, value_name,
};
use super::people::{By, Col, People};
use crate::chart::scene::{Key, Tone as Colour};
use crate::i18n::words::{care as words, people};
use crate::recipe::Level;
use crate::segments::{Profiteer, ProfiteerWhy};
use crate::views::sheet::{Block, Cell, Chart, Line, Selects, Setter, Sheet, Tone};
use crate::views::{Facts, Request};

/// How many bars the chart shows.
const BARS: usize = 12;

/// The sheet.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let (format, language) = (request.format, request.format.language);
    let found = facts.profiteers();
    let all = &found.profiteers;
    let customers = people::customers(format, all.len());
    let has_ways = all.iter().any(|one| !one.at_level.is_empty() || one.break_even_rise.is_some());
    let title = if found.is_profiteer.iter().all(Option::is_none) {
        words::profiteers_untold(language)
    } else if all.is_empty() {
        words::profiteers_none(language)
    } else if has_ways {
        words::profiteers_title(language, &customers)
    } else {
        words::profiteers_title_only(language, &customers)
    };
    let mut sheet = Sheet::new(request, title);
    sheet.lead.push(words::profiteers_lead(language).into());
    if all.is_empty() {
        sheet.push(Block::text(Tone::Soft, words::profiteers_none_text(language)));
    } else {
        sheet.blocks.extend(result_chart(facts, request, all).map(|chart| Block::Chart(Box::new(chart))));
        sheet.push(table(facts, request, all));
    }
    if !found.exempt.is_empty() {
        let customers = people::customers(format, found.exempt.len());
        sheet.push(Block::text(Tone::Soft, words::exempt(language, &customers)));
    }
    if !found.gone.is_empty() {
        let customers = people::customers(format, found.gone.len());
        sheet.push(Block::text(Tone::Soft, words::gone(language, &customers)));
    }
    sheet.push(why(facts, request));
    if let Some(first) = all.first() {
        sheet.push(next(facts, request, first));
    }
    sheet.push(assumptions(facts, request));
    sheet
}

/// Contribution, or the margin where the cost to serve is unknown.
fn result(facts: Facts, i: usize) -> Option<Decimal> {
    facts.customers.contribution(i).or_else(|| facts.customers.margin(i))
}

fn result_chart(facts: Facts, request: &Request, all: &[Profiteer]) -> Option<Chart> {
    let (format, language) = (request.format, request.format.language);
    let losses: Vec<(usize, Decimal)> = all
        .iter()
        .filter_map(|one| Some((one.customer, result(facts, one.customer)?)))
        .filter(|(_, result)| *result < Decimal::ZERO)
        .collect();
    if losses.is_empty() {
        return None;
    }
    let bar = |&(i, result): &(usize, Decimal)| Bar {
        label: facts.customers.name(i).to_owned(),
        value: position(result),
        shown: format.whole_money(result),
        colour: Colour::Loss,
        key: Key::Customer(facts.customers.key(i).to_owned()),
        more: Vec::new(),
    };
    let sum: Decimal = losses.iter().map(|(_, result)| *result).sum();
    let customers = people::customers(format, losses.len());
    let summary = words::profiteers_summary(language, &customers, &format.whole_money(sum));
    let rows = losses.iter().take(BARS).map(bar).collect();
    let scene = bar_scene(request, rows, &words::result(language).to_lowercase(), "");
    Some(Chart {
        first_column: people::customer(language),
        selects: Selects::Customers,
        ..chart("profiteers", words::profiteers_chart(language), summary, scene)
    })
}

/// Each reason in a sentence; also on the customer's own sheet.
pub fn reasons(facts: Facts, request: &Request, one: &Profiteer) -> Vec<String> {
    let (format, language) = (request.format, request.format.language);
    let reason = |why: &ProfiteerWhy| match why {
        ProfiteerWhy::Loss { contribution } => words::why_loss(language, &format.whole_money(*contribution)),
        ProfiteerWhy::Discount { discount, cut, percentile } => words::why_discount(
            language,
            &format.percent(*discount, 1),
            &format.percent(*cut, 1),
            &format.number(*percentile, 0),
            value_name(facts, request),
        ),
        ProfiteerWhy::Contacts { contacts, cut, percentile } => words::why_contacts(
            language,
            &format.short_number(*contacts, 0),
            &format.short_number(*cut, 1),
            &format.number(*percentile, 0),
            value_name(facts, request),
        ),
    };
    one.why.iter().map(reason).collect()
}

/// Its reasons in a word each; the sentences stand behind the name.
fn in_short(request: &Request, one: &Profiteer) -> String {
    let language = request.format.language;
    let short = |why: &ProfiteerWhy| match why {
        ProfiteerWhy::Loss { .. } => words::filter_loss(language),
        ProfiteerWhy::Discount { .. } => words::filter_discount(language),
        ProfiteerWhy::Contacts { .. } => words::filter_contacts(language),
    };
    capitalised(&one.why.iter().map(short).collect::<Vec<_>>().join(", ").to_lowercase())
}

/// The ways out in sentences; also on the customer's own sheet.
pub fn at_levels(request: &Request, one: &Profiteer) -> Vec<String> {
    let (format, language) = (request.format, request.format.language);
    let line = |(level, left): &(Level, Decimal)| {
        words::at_level(language, level.letter(), &format.whole_money(*left))
    };
    one.at_level.iter().map(line).collect()
}

fn table(facts: Facts, request: &Request, all: &[Profiteer]) -> Block {
    let (format, language) = (request.format, request.format.language);
    let mut of: Vec<Option<&Profiteer>> = vec![None; facts.customers.len()];
    for one in all {
        of[one.customer] = Some(one);
    }
    let of = &of;
    let is = move |i: usize, wanted: fn(&ProfiteerWhy) -> bool| {
        of[i].is_some_and(|one| one.why.iter().any(wanted))
    };
    let members = all.iter().map(|one| one.customer).collect();
    let why = move |i: usize| {
        let lines = |one| [reasons(facts, request, one), at_levels(request, one)].concat();
        of[i].map(lines).unwrap_or_default()
    };
    // What nobody's data tells takes no room.
    let has_levels = all.iter().any(|one| !one.at_level.is_empty());
    let rise = move |i: usize| of[i].and_then(|one| one.break_even_rise);
    People::new(facts, request, "customers", words::customers(language), members)
        .col(Col::name(facts, request, why))
        .col(Col::cells(words::reasons(language), move |i| {
            Cell::Text(of[i].map(|one| in_short(request, one)).unwrap_or_default())
        }))
        .col_if(all.iter().any(|one| result(facts, one.customer).is_some()), || {
            Col::money(request, words::result(language), "result", move |i| result(facts, i))
        })
        .col_if(has_levels, || level_column(words::way_level(language), "level", of, |one| one.best_level))
        .col_if(has_levels, || {
            level_column(words::way_cheapest(language), "cheapest", of, |one| one.cheapest_level)
        })
        .col_if(all.iter().any(|one| one.break_even_rise.is_some()), || {
            Col::percent(request, words::way_price(language), "rise", rise)
        })
        .col_if(all.iter().any(|one| one.goodbye_costs.is_some()), || {
            Col::cells(words::way_goodbye(language), move |i| {
                of[i].and_then(|one| one.goodbye_costs).map_or_else(
                    || Cell::Soft("–".to_owned()),
                    |costs| Cell::Number(format.whole_money(costs)),
                )
            })
            .numeric()
            .sorted("goodbye", true, move |i| {
                of[i]
                    .and_then(|one| one.goodbye_costs)
                    .map_or(By::Unknown, |costs| By::Number(position(costs)))
            })
        })
        .col(letter_column(facts, request))
        .filter("loss", words::filter_loss(language), move |i| {
            is(i, |why| matches!(why, ProfiteerWhy::Loss { .. }))
        })
        .filter("discount", words::filter_discount(language), move |i| {
            is(i, |why| matches!(why, ProfiteerWhy::Discount { .. }))
        })
        .filter("contacts", words::filter_contacts(language), move |i| {
            is(i, |why| matches!(why, ProfiteerWhy::Contacts { .. }))
        })
        .block()
}

/// A level at which the customer pays its way; a dash where the margin is unknown.
fn level_column<'a>(
    label: String,
    key: &str,
    of: &'a [Option<&'a Profiteer>],
    level: fn(&Profiteer) -> Option<Level>,
) -> Col<'a> {
    let at = move |i: usize| of[i].and_then(level);
    Col::cells(label, move |i| {
        at(i).map_or_else(
            || Cell::Soft("–".to_owned()),
            |level| Cell::Letter { letter: level.letter().to_owned(), words: String::new() },
        )
    })
    .sorted(key, true, move |i| at(i).map_or(By::Unknown, |level| By::Number(f64::from(level as u8))))
}

/// The rule; also for who is none.
pub fn rule(facts: Facts, request: &Request) -> String {
    let recipe = &facts.recipe().xray;
    let percent = |percent: u32| format!("{percent}%");
    words::why_rule(
        request.format.language,
        &percent(recipe.discount_top_percent),
        &percent(recipe.contacts_top_percent),
        &percent(recipe.value_bottom_percent),
        &recipe.exempt_months.to_string(),
        value_name(facts, request),
    )
}

fn why(facts: Facts, request: &Request) -> Block {
    let (format, avoidable) = (request.format, facts.recipe().xray.avoidable_cost);
    let ways = words::why_ways(format.language, &format.percent(avoidable, 0));
    Block::why([rule(facts, request), ways])
}

fn next(facts: Facts, request: &Request, first: &Profiteer) -> Block {
    let language = request.format.language;
    let who = facts.who(first.customer);
    let steps: [Line; 4] = [
        Line::from(words::profiteers_next_talk(language, &who.name)).naming([&who]),
        words::profiteers_next_level(language).into(),
        words::profiteers_next_price(language).into(),
        words::profiteers_next_goodbye(language).into(),
    ];
    next_steps(request, steps)
}

fn assumptions(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let controls = vec![
        setter.number("/xray/discount_top_percent", words::set_discount(language), "%"),
        setter.number("/xray/contacts_top_percent", words::set_contacts(language), "%"),
        setter.number(
            "/xray/value_bottom_percent",
            words::set_value(language, value_name(facts, request)),
            "%",
        ),
        setter.number("/xray/exempt_months", words::set_exempt(language), &people::months(language)),
        setter.percent("/xray/avoidable_cost", words::set_avoidable(language)),
        setter.number("/budget/hour_cost", words::set_hour_cost(language), ""),
    ];
    let paths = [
        "/xray/discount_top_percent",
        "/xray/contacts_top_percent",
        "/xray/value_bottom_percent",
        "/xray/exempt_months",
        "/xray/avoidable_cost",
        "/budget/hour_cost",
    ];
    settings(facts, request, &paths, controls)
}
