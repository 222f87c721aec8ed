//! The grid: every customer with everything the list says, served in windows of rows, so that a million scroll.
//!
//! The page asks [`WindowRequest`]s while it scrolls, sorts and searches; the engine keeps the order ([`Order`]) between
//! them and writes only the rows of the window, as ready text.

mod fields;
mod order;
mod statistics;

use serde::{Deserialize, Serialize};

pub use fields::{GridField, Shown, fields};
pub use order::Order;
pub use statistics::{ColumnStatistics, Summary, statistics};

use crate::customers::Customers;
use crate::i18n::Format;
use crate::i18n::words::grid as words;

/// A grid on a sheet; its rows are asked for apart.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Grid {
    /// Unique on the sheet: found as `grid-<name>`.
    pub name: String,
    /// What it is, for screen readers.
    pub title: String,
    pub columns: Vec<GridColumn>,
    /// How many rows there are without filter and search.
    pub rows: usize,
    /// Differs when the rows may differ, so that the window is asked again.
    pub stamp: u64,
    /// Which parts can be shown, in groups; empty = no choice.
    pub filters: Vec<FilterGroup>,
    pub words: GridWords,
}

/// What the grid itself says, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GridWords {
    pub search: String,
    pub filter: String,
    pub all: String,
    /// Switches to a plain table with pages, and back.
    pub as_pages: String,
    pub as_grid: String,
    pub previous: String,
    pub next: String,
    pub none: String,
    /// How to go about with the keys, for screen readers.
    pub help: String,
}

/// A column of the grid.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GridColumn {
    /// What to sort by.
    pub key: String,
    pub label: String,
    pub width: Width,
}

/// How wide a column is, and on which side its text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Width {
    /// Heads the row.
    Head,
    #[default]
    Text,
    Number,
    Short,
}

/// Parts of the list by one column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FilterGroup {
    pub label: String,
    /// Each with its words, count included.
    pub parts: Vec<(GridFilter, String)>,
}

/// A part of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GridFilter {
    /// The column says exactly this.
    Is { column: String, text: String },
    /// The column says nothing.
    Missing { column: String },
}

/// Which rows the page wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowRequest {
    /// A column's key; empty = as in the list.
    pub sort: String,
    /// Z first, or the largest.
    pub reversed: bool,
    /// Part of any text of a row, any case.
    pub search: String,
    pub filter: Option<GridFilter>,
    pub from: usize,
    pub count: usize,
    /// [`Grid::stamp`] of the grid that asks.
    pub stamp: u64,
}

/// The rows that were asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Window {
    pub request: WindowRequest,
    /// How many rows filter and search leave.
    pub matches: usize,
    /// The same in words.
    pub said: String,
    /// Which rows these are, in words.
    pub range: String,
    pub rows: Vec<GridRow>,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GridRow {
    /// The customer's key.
    pub key: String,
    /// A text a column; empty = missing.
    pub cells: Vec<String>,
}

/// Writes the rows of a window; `order` is that of the request.
pub fn window(customers: &Customers, order: &Order, request: &WindowRequest, format: Format) -> Window {
    let columns = fields(customers);
    let row = |&i: &u32| GridRow {
        key: customers.key(i as usize).to_owned(),
        cells: columns.iter().map(|column| column.of(customers, i as usize).written(format)).collect(),
    };
    let rows: Vec<GridRow> =
        order.rows.iter().skip(request.from).take(request.count.min(LARGEST)).map(row).collect();
    let matches = order.rows.len();
    let (language, count) = (format.language, |number: usize| format.count(number));
    let first = if rows.is_empty() { 0 } else { request.from + 1 };
    Window {
        request: request.clone(),
        matches,
        said: words::matches(language, &count(matches)),
        range: words::rows(language, &count(first), &count(request.from + rows.len()), &count(matches)),
        rows,
    }
}

/// No window holds more rows, whatever was asked.
const LARGEST: usize = 500;
