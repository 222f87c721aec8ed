//! Attention against value, and complaints as a gift: themes and their balance against margin (MF, CI, METHOD section 6).

use super::parts::{Bar, bar_scene, chart, letter_column, next_steps, settings, value_name};
use super::people::{Col, People};
use crate::chart::scene::{Key, Tone as Colour};
use crate::customers::Field;
use crate::i18n::words::{care as words, people};
use crate::segments::{Attention, AttentionOf, ComplaintBalance};
use crate::sorted::greatest_first;
use crate::views::sheet::{Block, Cell, Chart, Column, Line, Row, Selects, Setter, Sheet, Table, Tone};
use crate::views::{Facts, Request};

/// How many bars the chart shows.
const BARS: usize = 12;

/// The sheet.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let found = facts.attention();
    let named = facts.who_all(noisiest(found).map(|one| one.customer));
    let mut sheet = Sheet::new(request, Line::from(title(facts, request, found)).naming(&named));
    if found.list.is_empty() && found.complaints.is_empty() {
        sheet.push(Block::text(Tone::Plain, words::attention_none_text(language)));
        return sheet;
    }
    sheet.lead.push(words::attention_lead(language, value_name(facts, request)).into());
    if !found.list.is_empty() {
        sheet.push(Block::Chart(Box::new(surplus_chart(facts, request, found))));
        sheet.push(table(facts, request, found));
        sheet.push(Block::why([
            words::why_attention(language, value_name(facts, request)),
            words::why_attention_core(language),
        ]));
    }
    sheet.blocks.extend(complaints(facts, request, found));
    sheet.push(next(facts, request, found));
    let setter = Setter::new(facts.settings, request);
    let cost = setter.number("/xray/complaint_cost", words::set_complaint_cost(language), "");
    sheet.push(settings(facts, request, &["/xray/complaint_cost"], vec![cost]));
    sheet
}

/// The first who gets more than it brings and is no core customer.
fn noisiest(found: &Attention) -> Option<&AttentionOf> {
    found.list.iter().find(|one| !one.core && one.surplus > 0.0)
}

/// How much attention a customer gets, and what for.
pub fn said(facts: Facts, request: &Request, one: &AttentionOf) -> String {
    let (format, measure) = (request.format, value_name(facts, request));
    let (name, attention) = (facts.customers.name(one.customer), format.percent(one.attention, 1));
    if one.value <= 0.0 {
        return words::attention_title_none(format.language, name, &attention, measure);
    }
    words::attention_title(format.language, name, &attention, &format.percent(one.value, 1), measure)
}

fn title(facts: Facts, request: &Request, found: &Attention) -> String {
    let language = request.format.language;
    if found.list.is_empty() && found.complaints.is_empty() {
        return words::attention_none(language);
    }
    match noisiest(found) {
        Some(one) if !facts.inventory.small => said(facts, request, one),
        _ if found.list.is_empty() => words::complaints_title(language),
        _ => words::attention_even(language, value_name(facts, request)),
    }
}

fn surplus_chart(facts: Facts, request: &Request, found: &Attention) -> Chart {
    let (format, language) = (request.format, request.format.language);
    let bar = |one: &AttentionOf| Bar {
        label: facts.customers.name(one.customer).to_owned(),
        value: one.surplus * 100.0,
        shown: format.difference(one.surplus * 100.0, 1),
        colour: if one.core { Colour::A } else { Colour::C },
        key: Key::Customer(facts.customers.key(one.customer).to_owned()),
        more: vec![
            (words::attention(language), format.percent(one.attention, 1)),
            (people::value(language), format.percent(one.value, 1)),
        ],
    };
    let more = found.list.iter().filter(|one| one.surplus > 0.0);
    let summary = words::attention_summary(
        language,
        &people::customers(format, more.clone().count()),
        value_name(facts, request),
    );
    let rows = more.take(BARS).map(bar).collect();
    let scene = bar_scene(
        request,
        rows,
        &words::surplus(language).to_lowercase(),
        &words::attention_even(language, value_name(facts, request)),
    );
    Chart {
        first_column: people::customer(language),
        selects: Selects::Customers,
        ..chart("attention", words::attention_chart(language, value_name(facts, request)), summary, scene)
    }
}

fn table(facts: Facts, request: &Request, found: &Attention) -> Block {
    let language = request.format.language;
    let customers = facts.customers;
    let mut of: Vec<Option<&AttentionOf>> = vec![None; customers.len()];
    for one in &found.list {
        of[one.customer] = Some(one);
    }
    let of = &of;
    let members = found.list.iter().map(|one| one.customer).collect();
    let number = |field: Field| move |i: usize| customers.number(field, i);
    People::new(facts, request, "customers", words::customers(language), members)
        .col(Col::name(facts, request, |_| Vec::new()))
        .col(Col::percent(request, words::attention(language), "attention", move |i| {
            of[i].map(|one| one.attention)
        }))
        .col(Col::percent(request, people::value(language), "value", move |i| of[i].map(|one| one.value)))
        .col(Col::points(request, words::surplus(language), "surplus", move |i| of[i].map(|one| one.surplus)))
        .col_if(customers.has(Field::Hours), || {
            Col::number(request, words::hours(language), "hours", number(Field::Hours))
        })
        .col_if(customers.has(Field::Contacts), || {
            Col::number(request, words::contacts(language), "contacts", number(Field::Contacts))
        })
        .col_if(customers.has(Field::Complaints), || {
            Col::number(request, words::complaints(language), "complaints", number(Field::Complaints))
        })
        .col(letter_column(facts, request))
        .filter("more", words::filter_more(language), move |i| {
            of[i].is_some_and(|one| !one.core && one.surplus > 0.0)
        })
        .filter("core", words::filter_core(language), move |i| of[i].is_some_and(|one| one.core))
        .filter("less", words::filter_less(language), move |i| of[i].is_some_and(|one| one.surplus < 0.0))
        .block()
}

/// The complaints of the list: what they are about, and what they cost against margin.
fn complaints(facts: Facts, request: &Request, found: &Attention) -> Vec<Block> {
    let (format, language) = (request.format, request.format.language);
    if found.complaints.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        Block::heading(words::complaints_title(language)),
        Block::text(Tone::Plain, words::complaints_text(language)),
    ];
    if !found.themes.is_empty() {
        let row = |theme: &crate::segments::Theme| Row {
            key: theme.theme.clone(),
            cells: vec![
                Cell::Head(theme.theme.clone()),
                Cell::Number(format.short_number(theme.complaints, 0)),
                Cell::Number(format.count(theme.customers)),
            ],
            ..Row::default()
        };
        blocks.push(Block::Table(Box::new(Table {
            name: "themes".to_owned(),
            title: words::themes(language),
            columns: vec![
                Column::text(words::theme(language)),
                Column::number(words::complaints(language)),
                Column::number(words::customers(language)),
            ],
            rows: found.themes.iter().take(20).map(row).collect(),
            ..Table::default()
        })));
    }
    blocks.push(Block::Heading { level: 3, text: words::balances(language) });
    blocks.push(balances(facts, request, &found.complaints));
    let cost = format.money(facts.recipe().xray.complaint_cost);
    blocks.push(Block::why([words::why_balance(language, &cost)]));
    blocks
}

fn balances(facts: Facts, request: &Request, found: &[ComplaintBalance]) -> Block {
    let language = request.format.language;
    let mut of: Vec<Option<&ComplaintBalance>> = vec![None; facts.customers.len()];
    for one in found {
        of[one.customer] = Some(one);
    }
    let of = &of;
    let members = found.iter().map(|one| one.customer).collect();
    People::new(facts, request, "complaints", words::balances(language), members)
        .col(Col::name(facts, request, |_| Vec::new()))
        .col(Col::number(request, words::complaints(language), "complaints", move |i| {
            of[i].map(|one| one.complaints)
        }))
        .col(Col::money(request, words::complaint_cost(language), "cost", move |i| of[i].map(|one| one.cost)))
        .col(Col::money(request, words::margin(language), "margin", move |i| of[i]?.margin))
        .col(Col::money(request, words::balance(language), "balance", move |i| of[i]?.balance))
        .block()
}

fn next(facts: Facts, request: &Request, found: &Attention) -> Block {
    let (format, language) = (request.format, request.format.language);
    let mut steps: Vec<Line> = Vec::new();
    if let Some(one) = noisiest(found) {
        let who = facts.who(one.customer);
        steps.push(Line::from(words::attention_next_less(language, &who.name)).naming([&who]));
    }
    // Those who bring most beyond the attention they get.
    let under: Vec<&AttentionOf> = found.list.iter().filter(|one| one.surplus < 0.0).collect();
    let order = greatest_first(under.iter().map(|one| -one.surplus));
    let who = facts.who_all(order.into_iter().take(3).map(|place| under[place].customer));
    let names: Vec<&str> = who.iter().map(|who| who.name.as_str()).collect();
    if !names.is_empty() {
        let line = words::attention_next_more(language, &people::names(format, &names, 3));
        steps.push(Line::from(line).naming(&who));
    }
    if let Some(theme) = found.themes.first() {
        steps.push(words::attention_next_theme(language, &theme.theme).into());
    }
    next_steps(request, steps)
}
