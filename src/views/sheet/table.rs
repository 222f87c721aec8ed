//! Tables on a sheet: columns that sort, filters with counts, search and pages.

use serde::{Deserialize, Serialize};

use super::{Control, Doing, Tone};
use crate::i18n::{Format, words};
use crate::views::{TableRequest, Who};

/// A table, or the page of it that was asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// Unique on the sheet: found as `table-<name>`, and the name of its [`TableRequest`].
    pub name: String,
    /// What it is, for screen readers.
    pub title: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// In words, what a row can be dragged onto: the choices of the list that stands in it; empty = it cannot.
    pub onto: String,
    /// Label of the search box; empty = no search.
    pub search: String,
    /// Buttons that show a part; fewer than two = none.
    pub filters: Vec<FilterButton>,
    /// What the chart beside it chose, in words; empty = nothing.
    pub chosen: String,
    pub pager: Option<Pager>,
    /// In place of the rows when there are none.
    pub empty: String,
    /// What was asked, to ask the next thing from.
    pub request: TableRequest,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Column {
    pub label: String,
    pub numeric: bool,
    /// The key to sort by; `None` = it cannot be sorted.
    pub sort: Option<String>,
    /// Whether the natural direction is upwards (names, letters) or downwards (amounts, dates).
    pub upwards: bool,
    /// Left out where there is little room.
    pub spare: bool,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Stable and unique in the table.
    pub key: String,
    pub cells: Vec<Cell>,
    pub kind: RowKind,
    /// What dropping the row on a card for this table's rows does ([`super::Card::takes`]).
    pub drag: Doing,
    /// A line below the row with these words, as where a proposal ends; empty = none.
    pub line: String,
}

/// What a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowKind {
    #[default]
    Plain,
    Chosen,
    /// Out of use.
    Soft,
    Total,
    /// Beyond what is allowed.
    Over,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    Soft(String),
    /// A number, ready to read.
    Number(String),
    /// Heads the row and leads to the customer's sheet.
    Customer {
        who: Who,
        why: Vec<String>,
    },
    /// Heads the row.
    Head(String),
    /// A badge; the words stand there when there is no letter.
    Letter {
        letter: String,
        words: String,
    },
    Chip {
        tone: Tone,
        words: String,
    },
    Control(Box<Control>),
    /// A small histogram: heights from 0 to 1. What it says stands in other cells.
    Bars(Vec<f64>),
    /// Under each other.
    Stack(Vec<Cell>),
}

/// A button that shows a part of the table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FilterButton {
    /// As in [`TableRequest::filter`]; empty = everything.
    pub key: String,
    pub label: String,
    /// How many, ready to read.
    pub count: String,
}

/// Where in the table we are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pager {
    pub page: usize,
    pub pages: usize,
    /// "1.234 customers".
    pub matches: String,
}

impl FilterButton {
    /// A part of a table with how many are in it.
    pub fn new(key: &str, label: impl Into<String>, count: String) -> Self {
        Self { key: key.to_owned(), label: label.into(), count }
    }
}

impl Column {
    /// A column of text.
    pub fn text(label: impl Into<String>) -> Self {
        Self { label: label.into(), ..Self::default() }
    }

    /// A column of numbers.
    pub fn number(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: true, ..Self::default() }
    }

    /// Sorts by this key.
    #[must_use]
    pub fn by(mut self, key: &str) -> Self {
        self.sort = Some(key.to_owned());
        self
    }

    /// Left out where there is little room.
    #[must_use]
    pub fn spare(mut self) -> Self {
        self.spare = true;
        self
    }

    /// The natural direction is upwards.
    #[must_use]
    pub fn upwards(mut self) -> Self {
        self.upwards = true;
        self
    }
}

/// The rows of the page that was asked for (the last one when a later was), the page's number, and how many pages there are.
pub fn page_of<T>(rows: Vec<T>, request: &TableRequest, per_page: usize) -> (Vec<T>, usize, usize) {
    let per_page = per_page.max(1);
    let pages = rows.len().div_ceil(per_page).max(1);
    let page = request.page.min(pages - 1);
    (rows.into_iter().skip(page * per_page).take(per_page).collect(), page, pages)
}

/// The customers of the page that was asked for, and where among them it is.
pub fn page_of_customers<T>(
    rows: Vec<T>,
    request: &TableRequest,
    per_page: usize,
    format: Format,
) -> (Vec<T>, Pager) {
    let matches = words::people::customers(format, rows.len());
    let (rows, page, pages) = page_of(rows, request, per_page);
    (rows, Pager { page, pages, matches })
}

/// Whether a name or id answers a search; an empty search finds everything.
pub fn answers(search: &str, name: &str, key: &str) -> bool {
    let needle = search.trim().to_lowercase();
    needle.is_empty() || name.to_lowercase().contains(&needle) || key.to_lowercase().contains(&needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rows: usize, page: usize, expected: (Vec<usize>, usize, usize)) {
        let request = TableRequest { page, ..TableRequest::default() };
        assert_eq!(page_of((0..rows).collect(), &request, 3), expected, "page {page} of {rows} rows");
    }

    #[test]
    fn the_last_page_answers_for_those_beyond() {
        check(0, 0, (vec![], 0, 1));
        check(4, 0, (vec![0, 1, 2], 0, 2));
        check(4, 9, (vec![3], 1, 2));
        check(3, 1, (vec![0, 1, 2], 0, 1));
    }

    #[test]
    fn a_search_finds_names_and_ids_in_any_case() {
        let (name, key) = ("Bakkerij Smit", "K-12");
        for search in ["", " smit ", "k-1", "BAK"] {
            assert!(answers(search, name, key), "{search}");
        }
        assert!(!answers("bos", name, key));
    }
}
