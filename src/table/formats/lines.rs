//! Lines: cells of any format written as text for the cutter, one line a row, at the row's own number.

use super::{Cells, Origin};
use crate::table::fold::trim;
use crate::table::{Problem, ReadError};

/// Between cells: unit separator. No cell can hold it, so nothing has to be escaped.
pub(in crate::table) const DELIMITER: char = '\u{1f}';
/// Around cells with line ends: record separator.
pub(in crate::table) const QUOTE: char = '\u{1e}';

/// More text than this is more than the cutter can address.
const LONGEST: usize = (1 << 31) - (1 << 20);
/// Rows beyond this number do not exist in any spreadsheet.
const LAST_ROW: u32 = 20_000_000;
/// Columns beyond this number do not exist in any spreadsheet.
const LAST_COLUMN: u32 = 16_384;

/// A growing text of cells.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
    /// Where the open line begins.
    line_start: usize,
    /// Complete lines so far.
    complete: u32,
    /// Cells in the open line.
    cells: u32,
    width: u32,
    filled: bool,
}

impl Lines {
    /// How many rows there are.
    pub(super) fn rows(&self) -> u32 {
        self.complete
    }

    /// Adds a cell to the open row, at a column (from 0) beyond those that are there. A blank cell costs nothing.
    ///
    /// # Errors
    /// [`ReadError::TooLarge`] when no more text fits.
    pub(super) fn cell(&mut self, column: u32, text: &str) -> Result<(), ReadError> {
        if column < self.cells || column >= LAST_COLUMN || trim(text).is_empty() {
            return Ok(());
        }
        if self.text.len() + text.len() + column as usize > LONGEST {
            return Err(ReadError::TooLarge);
        }
        let gaps = if self.cells == 0 { column } else { column + 1 - self.cells };
        self.text.extend(std::iter::repeat_n(DELIMITER, gaps as usize));
        self.cells = column + 1;
        self.width = self.width.max(self.cells);
        self.filled = true;
        let over_lines = text.contains(['\n', '\r']);
        if over_lines {
            self.text.push(QUOTE);
        }
        if text.contains([DELIMITER, QUOTE]) {
            self.text.extend(
                text.chars().map(|letter| if matches!(letter, DELIMITER | QUOTE) { ' ' } else { letter }),
            );
        } else {
            self.text.push_str(text);
        }
        if over_lines {
            self.text.push(QUOTE);
        }
        Ok(())
    }

    /// Ends the row, which has this number (from 1). Rows that were skipped become blank lines; a number that was
    /// there already counts on.
    pub(super) fn end_row(&mut self, number: u32) {
        let number = number.min(LAST_ROW).max(self.complete + 1);
        let gaps = number - self.complete - 1;
        if gaps > 0 {
            self.text.insert_str(self.line_start, &"\n".repeat(gaps as usize));
        }
        self.text.push('\n');
        self.line_start = self.text.len();
        self.complete = number;
        self.cells = 0;
    }

    /// A whole row of cells.
    ///
    /// # Errors
    /// As [`Lines::cell`].
    pub(super) fn row<'a>(
        &mut self,
        number: u32,
        cells: impl IntoIterator<Item = &'a str>,
    ) -> Result<(), ReadError> {
        for (column, cell) in cells.into_iter().enumerate() {
            self.cell(column as u32, cell)?;
        }
        self.end_row(number);
        Ok(())
    }

    /// The cells, when there are any.
    ///
    /// # Errors
    /// [`ReadError::Empty`] when every cell is blank.
    pub(super) fn into_cells(self, origin: Origin, notes: Vec<Problem>) -> Result<Cells, ReadError> {
        if !self.filled {
            return Err(ReadError::Empty);
        }
        Ok(Cells { text: self.text, width: self.width as usize, notes, origin, encoding: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rows: &[(u32, &[(u32, &str)])], expected: &str) {
        let mut lines = Lines::default();
        for (number, cells) in rows {
            for (column, text) in *cells {
                lines.cell(*column, text).unwrap();
            }
            lines.end_row(*number);
        }
        assert_eq!(lines.text.replace(DELIMITER, ";").replace(QUOTE, "'"), expected);
    }

    #[test]
    fn rows_and_columns_keep_their_places() {
        check(&[(1, &[(0, "a"), (1, "b")]), (2, &[(1, "c")])], "a;b\n;c\n");
        check(&[(2, &[(0, "a"), (3, "b")]), (5, &[(2, "c")])], "\na;;;b\n\n\n;;c\n");
        check(&[(1, &[(0, "a\nb"), (1, " "), (2, "c")]), (3, &[(0, "d\ne")])], "'a\nb';;c\n\n'd\ne'\n");
        check(&[(1, &[(0, "a\u{1f}b\u{1e}")]), (1, &[(0, "c")])], "a b \nc\n");
    }
}
