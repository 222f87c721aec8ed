//! Corrections: what the person wrote over single cells, laid over the table while it is read.

use std::collections::BTreeMap;

use super::MappingChoice;
use crate::table::{Record, Table};

/// The mended cells of one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Corrections {
    /// By the user's row number and the index of the column.
    cells: BTreeMap<u32, BTreeMap<usize, String>>,
}

impl Corrections {
    /// Those of the choice whose column this table has; others stay in the choice and change nothing.
    pub(super) fn new(table: &Table, choice: &MappingChoice) -> Self {
        let mut cells: BTreeMap<u32, BTreeMap<usize, String>> = BTreeMap::new();
        for (row, by_column) in &choice.corrections {
            for (name, text) in by_column {
                if let Some(column) = table.column_named(name) {
                    cells.entry(*row).or_default().insert(column, text.clone());
                }
            }
        }
        Self { cells }
    }

    /// A cell as it should be read: as mended, else as written.
    pub(super) fn cell<'t>(&'t self, record: Record<'t>, column: usize) -> Option<&'t str> {
        if self.cells.is_empty() {
            return record.cell(column);
        }
        let mended = self.cells.get(&record.number()).and_then(|row| row.get(&column));
        mended.map(String::as_str).or_else(|| record.cell(column))
    }
}
