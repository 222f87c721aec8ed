//! Some of what stands in a column, to recognise it by.

use serde::{Deserialize, Serialize};

use super::Table;
use super::fold::trim;

/// How many cells tell what a column holds.
const CELLS: usize = 3;
/// Rows that are looked through for them.
const ROWS: usize = 200;
/// Letters of a cell that are shown.
const LETTERS: usize = 40;

/// A column to choose from: its name, and some of what stands in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnSample {
    pub name: String,
    pub cells: Vec<String>,
}

impl Table {
    /// The first filled cells of a column that differ from each other; fewer when there are no more.
    pub fn sample(&self, column: usize) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for row in 0..self.len().min(ROWS) {
            let cell: String =
                self.cell(row, column).map(trim).unwrap_or_default().chars().take(LETTERS).collect();
            if !cell.is_empty() && !found.contains(&cell) {
                found.push(cell);
                if found.len() == CELLS {
                    break;
                }
            }
        }
        found
    }

    /// Every column with its sample.
    pub fn samples(&self) -> Vec<ColumnSample> {
        let of = |(column, name): (usize, &String)| ColumnSample {
            name: name.clone(),
            cells: self.sample(column),
        };
        self.names().iter().enumerate().map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::table::{ReadOptions, read};

    fn check(text: &str, expected: &[&[&str]]) {
        let (table, _) = read(text.as_bytes(), &ReadOptions::default()).unwrap();
        let found: Vec<Vec<String>> = table.samples().into_iter().map(|sample| sample.cells).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_sample_has_the_first_cells_that_differ() {
        check("A;B\n1;x\n1; x \n2;\n3;y\n4;z\n", &[&["1", "2", "3"], &["x", "y", "z"]]);
        check("A;B\n1;\n2;\n", &[&["1", "2"], &[]]);
    }
}
