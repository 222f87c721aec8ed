//! The first screen: how the list was read, what each column means, and what needs a look.

mod alike;
mod files;
mod grid;
mod mapping;
mod part;
mod problems;
mod reading;
mod report;
mod sheet;

use serde::{Deserialize, Serialize};

use super::panic::gone_from_list;
use super::sheet::{Block, Cell, Term};
use super::{Facts, Request};
use crate::customers::{Field, Kind};
use crate::i18n::format::Currency;
use crate::i18n::words::list as words;
use crate::i18n::{Language, field_gain, field_name};

/// The intake of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListView {
    pub currency: Currency,
    /// Every row accounted for, and the questions that only the person can answer.
    pub report: Vec<Block>,
    /// How the file was read, what each column means, what needs a look, who look alike, all customers, and what more
    /// data would add.
    pub details: Vec<Block>,
}

/// Which missing fields are worth naming, most useful first.
const WORTH_NAMING: [Field; 9] = [
    Field::Revenue,
    Field::LastOrder,
    Field::Margin,
    Field::Orders,
    Field::DaysLate,
    Field::Complaints,
    Field::Potential,
    Field::Hours,
    Field::Owner,
];

/// Shows how the list was read.
pub fn list(facts: Facts, request: &Request) -> ListView {
    let currency = currency(facts);
    let format = request.format.with_currency(currency);
    let request = &Request { format, ..request.clone() };
    let mut details = vec![reading::reading(facts, format.language)];
    details.extend(part::Part::all(facts).into_iter().map(|part| mapping::mapping(facts, part, request)));
    details.push(problems::problems(facts, request));
    details.extend(alike::alike(facts, request));
    details.extend(grid::grid(facts, request));
    details.extend(missing(facts, format.language));
    let mut report = report::report(facts, format);
    report.extend(gone_from_list(facts, format));
    report.extend(files::files(facts, format));
    ListView { currency, report, details }
}

/// The first sign or code found in a money column; lists often have none.
fn currency(facts: Facts) -> Currency {
    let money = facts.report.mapping.columns.iter().filter(|(field, _)| field.kind() == Kind::Money);
    for (_, &column) in money {
        if facts.table.names().get(column).is_some_and(|name| name.contains('€')) {
            return Currency::Euro;
        }
        for row in 0..facts.table.len().min(50) {
            let Some(cell) = facts.table.cell(row, column) else { continue };
            let sign: String = cell.chars().filter(|c| c.is_alphabetic() || "€$£".contains(*c)).collect();
            if let Some(currency) = Currency::from_text(&sign) {
                return currency;
            }
        }
    }
    Currency::Unknown
}

/// Fields the list lacks that would open more analyses, most useful first.
pub fn missing_fields(facts: Facts) -> Vec<Field> {
    WORTH_NAMING.into_iter().filter(|&field| lacks(facts, field)).collect()
}

/// Whether neither a column nor the orders tell this field.
pub fn lacks(facts: Facts, field: Field) -> bool {
    let has = |field| facts.customers.knows(field);
    match field {
        Field::Margin => !has(Field::Margin) && !has(Field::MarginRate),
        // An order history tells them, cut into periods by date.
        Field::LastOrder | Field::Orders | Field::RevenuePrevious => {
            !has(field) && !facts.customers.has_occasions()
        }
        field => !has(field),
    }
}

/// What further columns would add.
fn missing(facts: Facts, language: Language) -> Option<Block> {
    let term = |field: Field| Term {
        name: field_name(field, language).to_owned(),
        value: Cell::Soft(field_gain(field, language).unwrap_or_default().to_owned()),
        why: Vec::new(),
    };
    let terms: Vec<Term> = missing_fields(facts).into_iter().map(term).collect();
    (!terms.is_empty()).then(|| Block::card(words::more_title(language), vec![Block::Terms(terms)]))
}
