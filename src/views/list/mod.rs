//! The first screen: how the list was read, what each column means, and what needs a look.

mod grid;
mod reading;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::sheet::Block;
use super::{Facts, Request};
use crate::customers::{Evidence, Field, Kind, ListKind, RowNote};
use crate::i18n::format::Currency;
use crate::table::{Dialect, Problem, ProblemKind};

/// How many examples of one kind of problem the screen shows; the rest is in the download.
const EXAMPLES: usize = 8;
/// How many rejected or left-out rows the screen shows.
const ROWS_SHOWN: usize = 100;
/// How many values of a column are shown beside its meaning.
const SAMPLES: usize = 3;

/// The intake of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListView {
    pub source: String,
    pub kind: ListKind,
    pub rows: usize,
    pub customers: usize,
    pub merged: usize,
    pub rejected: usize,
    pub left_out: usize,
    /// The first of them, rejected before left out.
    pub rows_out: Vec<RowNote>,
    /// Rows the person left out.
    pub removed: Vec<u32>,
    /// Revenue in the file and in the analysis, when a column holds revenue.
    pub checksum: Option<(Decimal, Decimal)>,
    #[serde(with = "crate::customers::day")]
    pub reference_date: jiff::civil::Date,
    pub dialect: Dialect,
    pub currency: Currency,
    pub columns: Vec<ColumnRow>,
    /// Every field a column can be mapped to.
    pub fields: Vec<Field>,
    pub problems: usize,
    pub groups: Vec<ProblemGroup>,
    /// Fields the list lacks that would open more analyses.
    pub missing: Vec<Field>,
    /// How the file was read, and how to read it differently.
    pub reading: Vec<Block>,
    /// All customers.
    pub grid: Vec<Block>,
}

/// A column of the user's list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnRow {
    pub name: String,
    pub samples: Vec<String>,
    /// What it means; `None` = not used.
    pub field: Option<Field>,
    pub evidence: Option<Evidence>,
}

/// Problems of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProblemGroup {
    pub kind: ProblemKind,
    pub count: usize,
    pub examples: Vec<Problem>,
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
    let report = facts.report;
    let columns = columns(facts);
    ListView {
        source: facts.source.name.clone(),
        kind: report.kind(),
        rows: report.rows,
        customers: report.customers,
        merged: report.merged,
        rejected: report.rejected.len(),
        left_out: report.left_out.len(),
        rows_out: report.rejected.iter().chain(&report.left_out).take(ROWS_SHOWN).copied().collect(),
        removed: facts.inputs.mapping.removed_rows.iter().copied().collect(),
        checksum: report.checksum(Field::Revenue).map(|sum| (sum.in_file, sum.in_analysis)),
        reference_date: facts.customers.reference_date(),
        dialect: report.dialect.clone(),
        currency: currency(facts),
        columns,
        fields: Field::ALL.to_vec(),
        problems: report.problems.len(),
        groups: groups(&report.problems),
        missing: missing_fields(facts),
        reading: vec![reading::reading(facts, request.format.language)],
        grid: grid::grid(facts, request),
    }
}

fn columns(facts: Facts) -> Vec<ColumnRow> {
    let mapping = &facts.report.mapping;
    facts
        .table
        .names()
        .iter()
        .enumerate()
        .map(|(column, name)| {
            let field = mapping.columns.iter().find(|(_, at)| **at == column).map(|(field, _)| *field);
            ColumnRow {
                name: name.clone(),
                samples: samples(facts, column),
                field,
                evidence: field.and_then(|field| mapping.guesses.get(&field)).map(|guess| guess.evidence),
            }
        })
        .collect()
}

/// The first filled cells that differ from each other.
fn samples(facts: Facts, column: usize) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for row in 0..facts.table.len().min(200) {
        let Some(cell) = facts.table.cell(row, column) else { continue };
        let cell = cell.trim();
        if !cell.is_empty() && !found.iter().any(|known| known == cell) {
            found.push(cell.chars().take(40).collect());
            if found.len() == SAMPLES {
                break;
            }
        }
    }
    found
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

fn groups(problems: &[Problem]) -> Vec<ProblemGroup> {
    ProblemKind::ALL
        .iter()
        .filter_map(|&kind| {
            let of_kind: Vec<&Problem> = problems.iter().filter(|problem| problem.kind == kind).collect();
            (!of_kind.is_empty()).then(|| ProblemGroup {
                kind,
                count: of_kind.len(),
                examples: of_kind.into_iter().take(EXAMPLES).cloned().collect(),
            })
        })
        .collect()
}

/// Fields the list lacks that would open more analyses, most useful first.
pub fn missing_fields(facts: Facts) -> Vec<Field> {
    let known = |field: Field| match field {
        Field::Margin => facts.customers.has(Field::Margin) || facts.customers.has(Field::MarginRate),
        Field::LastOrder => facts.customers.has(Field::LastOrder) || facts.customers.has_occasions(),
        Field::Orders => facts.customers.has(Field::Orders) || facts.customers.has_occasions(),
        field => facts.customers.has(field),
    };
    WORTH_NAMING.into_iter().filter(|&field| !known(field)).collect()
}

/// Whether a row of the list is an order, for a page that must not know the pipeline's types.
pub fn is_orders(kind: ListKind) -> bool {
    kind == ListKind::Orders
}

/// The kind of list in which a row is an order, or a customer.
pub fn kind_of(orders: bool) -> ListKind {
    if orders { ListKind::Orders } else { ListKind::Customers }
}

/// Whether the header told what a column means.
pub fn evidence_is_header(evidence: Evidence) -> bool {
    evidence == Evidence::Header
}
