//! A page of the table of all customers: sorted, filtered, each with its letter and the why of it.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use super::{Facts, TableRequest, Who};
use crate::customers::Field;
use crate::segments::{Activity, ActivityWhy, Answer, LetterClass, LetterWhy};

/// Rows a page.
pub const PAGE: usize = 25;

/// One page of customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CustomerPage {
    /// How many match filter and search.
    pub matches: usize,
    /// The page shown, from 0; the last one when a later one was asked for.
    pub page: usize,
    pub pages: usize,
    pub rows: Vec<CustomerRow>,
}

/// One customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CustomerRow {
    pub who: Who,
    pub class: LetterClass,
    pub why: LetterWhy,
    /// Factor id with its answer, for the factors in use.
    pub factors: Vec<(String, Answer)>,
    /// By the measure that ranks.
    pub value: Option<Decimal>,
    /// Of the total of all customers with value above zero.
    pub share: Option<f64>,
    pub activity: Activity,
    pub activity_why: ActivityWhy,
    #[serde(with = "crate::customers::day::option")]
    pub last_order: Option<jiff::civil::Date>,
    pub core: bool,
}

/// The page that was asked for.
pub fn customer_page(facts: Facts, request: &TableRequest) -> CustomerPage {
    let needle = request.search.trim().to_lowercase();
    let mut found: Vec<usize> = ranked(facts)
        .into_iter()
        .filter(|&i| passes(facts.letters.class.get(i).copied().unwrap_or_default(), &request.filter))
        .filter(|&i| needle.is_empty() || says(facts, i, &needle))
        .collect();
    // The order by value is the starting point, so that a stable sort breaks ties the same way everywhere.
    if !request.sort.is_empty() {
        found.sort_by(|&a, &b| compare(facts, &request.sort, a, b));
    }
    if request.reversed {
        found.reverse();
    }
    let positive = |value: &&Decimal| **value > Decimal::ZERO;
    let total: Decimal = facts.measures.value.values.iter().flatten().filter(positive).sum();
    let pages = found.len().div_ceil(PAGE).max(1);
    let page = request.page.min(pages - 1);
    CustomerPage {
        matches: found.len(),
        page,
        pages,
        rows: found.iter().skip(page * PAGE).take(PAGE).map(|&i| row(facts, total, i)).collect(),
    }
}

/// All customers, best value first, those without a known value after them in list order.
fn ranked(facts: Facts) -> Vec<usize> {
    let mut order = facts.measures.value.order.clone();
    order.extend((0..facts.customers.len()).filter(|&i| facts.value(i).is_none()));
    order
}

/// The key of the filter that shows a class; the empty key shows everyone.
pub fn class_key(class: LetterClass) -> &'static str {
    match class {
        LetterClass::A => "a",
        LetterClass::B => "b",
        LetterClass::C => "c",
        LetterClass::D => "d",
        LetterClass::Discuss => "discuss",
        LetterClass::NeedsData => "needs-data",
        LetterClass::Lapsed => "lapsed",
        LetterClass::Prospect => "prospect",
    }
}

fn passes(class: LetterClass, filter: &str) -> bool {
    filter.is_empty() || class_key(class) == filter
}

fn says(facts: Facts, i: usize, needle: &str) -> bool {
    facts.customers.name(i).to_lowercase().contains(needle)
        || facts.customers.id(i).is_some_and(|id| id.to_lowercase().contains(needle))
}

fn compare(facts: Facts, sort: &str, a: usize, b: usize) -> Ordering {
    match sort {
        "name" => facts.customers.name(a).to_lowercase().cmp(&facts.customers.name(b).to_lowercase()),
        "letter" => facts.letters.class.get(a).cmp(&facts.letters.class.get(b)),
        "last" => facts.customers.date(Field::LastOrder, b).cmp(&facts.customers.date(Field::LastOrder, a)),
        "fit" => met(facts, b).cmp(&met(facts, a)),
        _ => Ordering::Equal,
    }
}

fn met(facts: Facts, i: usize) -> u16 {
    facts.letters.why.get(i).map_or(0, |why| why.met)
}

/// `total`: of everyone with value above zero, summed once for the whole page.
fn row(facts: Facts, total: Decimal, i: usize) -> CustomerRow {
    let value = facts.value(i);
    let share = value
        .filter(|value| *value > Decimal::ZERO && total > Decimal::ZERO)
        .and_then(|value| (value / total).to_f64());
    CustomerRow {
        who: facts.who(i),
        class: facts.letters.class.get(i).copied().unwrap_or_default(),
        why: facts.letters.why.get(i).copied().unwrap_or_default(),
        factors: facts
            .factors
            .factors
            .iter()
            .filter(|factor| factor.in_use)
            .map(|factor| (factor.id.clone(), factor.answers.get(i).copied().unwrap_or_default()))
            .collect(),
        value,
        share,
        activity: facts.inventory.activity.get(i).copied().unwrap_or_default(),
        activity_why: facts.inventory.why.get(i).cloned().unwrap_or_default(),
        last_order: facts.customers.date(Field::LastOrder, i),
        core: facts.selection.is_core.get(i).copied().unwrap_or_default(),
    }
}

/// The words of an answer, for a page that must not know the pipeline's types.
pub fn answer_words<'a>(answer: Answer, yes: &'a str, no: &'a str, unknown: &'a str) -> &'a str {
    match answer {
        Answer::Yes => yes,
        Answer::No => no,
        Answer::Unknown => unknown,
    }
}
