//! A grid of cells to type in, like a spreadsheet: one block, of which the engine sends the rows around where one looks.

use serde::{Deserialize, Serialize};

use super::FilterButton;
use crate::views::{TableRequest, Who};

/// Rows of a part of the grid; the page asks for the part it looks at ([`TableRequest::page`]) and gets its neighbours along.
pub const PART: usize = 100;

/// The rows that are here at the top of the grid: no more are selected at once.
pub const WHOLE: usize = 3 * PART;

/// The grid, or the part of it around where one looks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CellGrid {
    /// Unique on the sheet: the name of its [`TableRequest`].
    pub name: String,
    /// What it is, for screen readers.
    pub title: String,
    /// The head of the first column.
    pub first: String,
    pub columns: Vec<GridColumn>,
    pub rows: Vec<GridRow>,
    /// The place of the first of these rows, from 0.
    pub from: usize,
    /// How many rows there are in all.
    pub count: usize,
    /// Label of the search box.
    pub search: String,
    /// Buttons that show a part.
    pub filters: Vec<FilterButton>,
    /// "1.234 customers".
    pub matches: String,
    /// In place of the rows when there are none.
    pub empty: String,
    /// What was asked, to ask the next thing from.
    pub request: TableRequest,
}

/// A column to type in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridColumn {
    /// As in [`crate::inputs::JudgedCell::column`].
    pub key: String,
    pub label: String,
    /// What may be typed.
    pub hint: String,
    pub numeric: bool,
}

/// A customer with its cells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridRow {
    /// Under this key it is judged; not always the customer's own, when the list has renumbered it.
    pub key: String,
    pub who: Who,
    pub cells: Vec<GridCell>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridCell {
    /// What the list says where nothing was typed, ready to read.
    pub listed: String,
    /// What was typed, and the word it is shown as, where that is another: `j` is "ja".
    pub means: Option<(String, String)>,
    /// What is wrong with what was typed; empty = nothing.
    pub message: String,
}
