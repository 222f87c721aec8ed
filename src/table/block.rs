//! Blocks: a table is kept in stretches of rows, so that a long one need not be in memory as a whole.

use std::cell::OnceCell;

use super::table::Span;

/// Rows with their text.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub(super) text: String,
    /// Cells that differ from what stands in the text: quotes written double.
    pub(super) unescaped: String,
    pub(super) spans: Vec<Span>,
    /// Per row the first of its spans; one more at the end.
    pub(super) starts: Vec<u32>,
    pub(super) row_numbers: Vec<u32>,
}

impl Block {
    /// A block without rows.
    pub(super) fn empty() -> Self {
        Self { starts: vec![0], ..Self::default() }
    }

    /// How many rows it holds.
    pub(super) fn len(&self) -> usize {
        self.row_numbers.len()
    }

    /// The spans of a row.
    pub(super) fn row(&self, row: usize) -> &[Span] {
        let (Some(start), Some(end)) = (self.starts.get(row), self.starts.get(row + 1)) else { return &[] };
        self.spans.get(*start as usize..*end as usize).unwrap_or(&[])
    }

    /// Ends the row whose spans are the last.
    pub(super) fn close_row(&mut self, number: u32) {
        self.row_numbers.push(number);
        self.starts.push(self.spans.len() as u32);
    }
}

/// Where in the source a block stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) from: u64,
    pub(super) to: u64,
    /// The records before it.
    pub(super) records: u32,
}

/// A block in memory, or not now.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub(super) block: OnceCell<Block>,
    /// Where to read it again; `None` when it must stay.
    pub(super) place: Option<Place>,
}
