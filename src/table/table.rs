//! The table: header and rows of text cells, each row with the user's own row number.

use super::rows::{fault_of_width, names_of};
use super::{Dialect, Problem};

/// Where a cell's text stands: in the decoded file, or (top bit set) among the cells that had to be unescaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    start: u32,
    end: u32,
}

const UNESCAPED: u32 = 1 << 31;

impl Span {
    pub(super) fn in_file(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    pub(super) fn unescaped(start: usize, end: usize) -> Self {
        Self { start: start as u32 | UNESCAPED, end: end as u32 }
    }

    pub(super) fn text<'a>(self, file: &'a str, unescaped: &'a str) -> Option<&'a str> {
        if self.start & UNESCAPED == 0 {
            file.get(self.start as usize..self.end as usize)
        } else {
            unescaped.get((self.start & !UNESCAPED) as usize..self.end as usize)
        }
    }
}

/// A table of text. Cells are as written, without their quotes; nothing is trimmed or typed.
///
/// Rows are what came after the header without blank records; a row may have fewer or more cells than the header.
#[derive(Clone, Debug)]
pub struct Table {
    pub(super) text: String,
    pub(super) unescaped: String,
    pub(super) spans: Vec<Span>,
    /// Per row the first of its spans; one more at the end.
    pub(super) starts: Vec<u32>,
    pub(super) row_numbers: Vec<u32>,
    /// The header's cells as written; empty without a header.
    pub(super) header: Vec<String>,
    /// A name a column: the header's text, trimmed and made unique.
    pub(super) names: Vec<String>,
    pub(super) dialect: Dialect,
}

impl Table {
    /// How many rows there are below the header, blank ones not counted.
    pub fn len(&self) -> usize {
        self.row_numbers.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.row_numbers.is_empty()
    }

    /// How many columns have a name; rows may hold more or fewer cells.
    pub fn width(&self) -> usize {
        self.names.len()
    }

    /// The columns' names: the header's text, a repeated one with ` (2)`, without a header `1`, `2`, …
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The header's cells as written; empty when the file has none.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The column with this name.
    pub fn column_named(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }

    /// The user's row number of a row; 0 beyond the end.
    pub fn row_number(&self, row: usize) -> u32 {
        self.row_numbers.get(row).copied().unwrap_or(0)
    }

    /// The row with this number of the user's.
    pub fn row_with_number(&self, number: u32) -> Option<usize> {
        self.row_numbers.binary_search(&number).ok()
    }

    /// How many cells a row has.
    pub fn cells_in(&self, row: usize) -> usize {
        match (self.starts.get(row), self.starts.get(row + 1)) {
            (Some(start), Some(end)) => (end - start) as usize,
            _ => 0,
        }
    }

    /// A cell as written; `None` when the row is too short.
    pub fn cell(&self, row: usize, column: usize) -> Option<&str> {
        let start = *self.starts.get(row)? as usize;
        let end = *self.starts.get(row + 1)? as usize;
        let span = *self.spans.get(start..end)?.get(column)?;
        span.text(&self.text, &self.unescaped)
    }

    /// The cells of a row, as written.
    pub fn cells(&self, row: usize) -> impl Iterator<Item = &str> {
        (0..self.cells_in(row)).filter_map(move |column| self.cell(row, column))
    }

    /// How the file was read.
    pub fn dialect(&self) -> &Dialect {
        &self.dialect
    }

    /// Makes this row the header: the rows above it go, and those below it are held against it.
    pub(super) fn begin_at(&mut self, row: usize, problems: &mut Vec<Problem>) {
        let header: Vec<String> = self.cells(row).map(str::to_owned).collect();
        let number = self.row_number(row);
        self.names = names_of(&header, number, problems);
        self.header = header;
        self.dialect.header_row = Some(number);
        let cut = self.starts.get(row + 1).copied().unwrap_or(0);
        self.spans.drain(..cut as usize);
        self.starts.drain(..=row);
        self.starts.iter_mut().for_each(|start| *start -= cut);
        self.row_numbers.drain(..=row);
        for row in 0..self.len() {
            let cells: Vec<&str> = self.cells(row).collect();
            let width = self.width();
            problems.extend(fault_of_width(self.row_number(row), &cells, width, self.dialect.delimiter));
        }
    }
}
