//! The mapping: which column holds which field, why, and what the person chose instead.

use crate::sorted::{SortedMap, SortedSet};

use serde::{Deserialize, Serialize};

use super::Field;

/// What one row of the list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListKind {
    /// A row a customer.
    Customers,
    /// A row an order or an order line; rows are added up per customer.
    Orders,
}

/// What one row of an order list is; it decides how orders are counted when there is no order number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowIs {
    Order,
    OrderLine,
}

/// What the person overruled; the default guesses everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MappingChoice {
    pub kind: Option<ListKind>,
    /// Per field the column's name (see [`crate::table::Table::names`]), or `None` to leave the field unmapped.
    pub columns: SortedMap<Field, Option<String>>,
    /// Whether one row is an order or an order line.
    pub row_is: Option<RowIs>,
    /// The user's row numbers of rows to leave out.
    pub removed_rows: SortedSet<u32>,
    /// Day before month in every date column where the numbers leave it open.
    pub day_first: Option<bool>,
    /// The decimal character (`,` or `.`) per column name, where the numbers leave it open.
    pub decimals: SortedMap<String, char>,
    /// Cells that the person mended: by the user's row number and the column's name what should stand there.
    pub corrections: SortedMap<u32, SortedMap<String, String>>,
    /// Customers that are one: the key (id, else name) of one that is to be merged into the customer of the other key.
    pub same: SortedMap<String, String>,
    /// Pairs of keys that look alike and are two customers all the same; the smaller key first.
    pub apart: SortedSet<(String, String)>,
    /// Add up the customers of one group: the group is the customer.
    pub by_group: bool,
}

/// Which column holds which field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mapping {
    pub kind: ListKind,
    /// Column indices of the table.
    pub columns: SortedMap<Field, usize>,
    /// Further columns whose amounts are added to those of the field's own column, as of the quarters of a year.
    pub parts: Vec<(Field, usize)>,
    /// A column of first names to put before `name`, when that holds surnames.
    pub first_name: Option<usize>,
    pub row_is: Option<RowIs>,
    /// Why each field of `columns` has its column.
    pub guesses: SortedMap<Field, Guess>,
}

/// Why a field has its column.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Guess {
    /// 0–1; below 0.6 worth a look.
    pub confidence: f64,
    pub evidence: Evidence,
}

/// What a guess rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// The person chose it.
    Chosen,
    /// The header says so.
    Header,
    /// Only the values (or the place of the column) say so.
    Values,
}
