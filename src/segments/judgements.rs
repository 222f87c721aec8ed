//! What people judged on screen because the list lacks it: potential, criteria, factors, own columns.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::customers::{Customers, CustomersBuilder, Field, Kind};

/// A judged cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judged {
    Money(Decimal),
    Number(f64),
    Text(String),
    Date(#[serde(with = "crate::customers::day")] Date),
    YesNo(bool),
}

/// Judgements by customer key (the id, else the name), so that they survive a new version of the list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Judgements {
    /// Fields of the list: a judged cell goes before the cell of the list.
    pub fields: BTreeMap<String, BTreeMap<Field, Judged>>,
    /// Success factors by factor id.
    pub factors: BTreeMap<String, BTreeMap<String, bool>>,
    /// The team's own columns by column name; shown, not computed with.
    pub own: BTreeMap<String, BTreeMap<String, String>>,
}

/// The team's shortlist; `None` = still the prefilled one by value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ShortlistPicks {
    /// Keys of the picked customers.
    pub picked: Option<BTreeSet<String>>,
    /// Who was put on it or taken off since, by key; what agrees with the list as prefilled or picked stays out.
    pub changes: BTreeMap<String, bool>,
}

impl ShortlistPicks {
    /// Whether the team picked nobody and dropped nobody yet.
    pub fn is_empty(&self) -> bool {
        self.picked.is_none() && self.changes.is_empty()
    }
}

impl Judgements {
    /// The customers with the judged cells filled in. Judgements of a kind the field does not have are ignored;
    /// keys that are not in the list are kept here and change nothing.
    pub fn fill(&self, customers: Customers) -> Customers {
        if self.fields.is_empty() {
            return customers;
        }
        let place: BTreeMap<String, usize> =
            (0..customers.len()).rev().map(|i| (customers.key(i).to_owned(), i)).collect();
        let mut builder = CustomersBuilder::reopen(customers);
        for (key, cells) in &self.fields {
            let Some(&i) = place.get(key) else { continue };
            for (&field, judged) in cells {
                judged.set(&mut builder, field, i);
            }
        }
        builder.build()
    }
}

impl Judged {
    fn set(&self, builder: &mut CustomersBuilder, field: Field, i: usize) {
        match (self, field.kind()) {
            (Judged::Money(value), Kind::Money) => builder.set_money(field, i, *value),
            (Judged::Number(value), Kind::Number | Kind::Share) if value.is_finite() => {
                builder.set_number(field, i, *value);
            }
            (Judged::Number(value), Kind::Score) if (1.0..=5.0).contains(value) => {
                builder.set_number(field, i, *value);
            }
            (Judged::Text(value), Kind::Text) => builder.set_text(field, i, value.as_str()),
            (Judged::Date(value), Kind::Date) => builder.set_date(field, i, *value),
            (Judged::YesNo(value), Kind::YesNo) => builder.set_yes_no(field, i, *value),
            _ => {}
        }
    }
}
