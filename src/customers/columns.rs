//! Columns: what the values of a column look like, from a sample of its rows.

use quick::Keys;

use crate::sorted::SortedSet;

use super::clean::cell_text;
use super::{date, number};
use crate::table::Table;

/// So many rows tell enough; they are taken evenly over the whole list.
const SAMPLE: usize = 400;

/// What a column's values look like. Counts over the sampled rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) filled: usize,
    pub(super) numbers: usize,
    /// Whole numbers without separators or signs.
    pub(super) whole: usize,
    /// Amounts: decimals, thousands or a currency.
    pub(super) amounts: usize,
    pub(super) dates: usize,
    /// One word with a digit in it: `1001`, `D-1001`.
    pub(super) codes: usize,
    pub(super) percents: usize,
    pub(super) distinct: usize,
}

impl Look {
    pub(super) fn of(table: &Table, column: usize) -> Self {
        let mut look = Self::default();
        let mut seen = SortedSet::new();
        let stride = table.len().div_ceil(SAMPLE).max(1);
        for row in (0..table.len()).step_by(stride) {
            let Some(text) = table.cell(row, column).and_then(cell_text) else { continue };
            look.filled += 1;
            look.distinct += usize::from(seen.insert(text));
            look.dates += usize::from(date::scan(text).is_some() && !is_whole(text));
            let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
            look.codes += usize::from(has_digit && text.len() <= 20 && !text.contains(' '));
            if let Some(scanned) = number::scan(text) {
                look.numbers += 1;
                look.whole += usize::from(is_whole(text));
                look.amounts += usize::from(!is_whole(text) && !scanned.percent);
                look.percents += usize::from(scanned.percent);
            }
        }
        look
    }

    /// Whether nearly all filled cells are among `count`.
    pub(super) fn mostly(self, count: usize) -> bool {
        self.filled > 0 && count * 10 >= self.filled * 8
    }

    /// Words rather than figures.
    pub(super) fn is_text(self) -> bool {
        self.filled > 0 && !self.mostly(self.numbers) && !self.mostly(self.dates)
    }

    /// Whether hardly any value returns.
    pub(super) fn is_distinct(self) -> bool {
        self.filled > 0 && self.distinct * 10 >= self.filled * 9
    }
}

/// Whether a value of this column stands in more than one row, of all rows: in a sample the few lines of one order
/// hardly meet.
pub(super) fn returns(table: &Table, column: usize) -> bool {
    let mut seen = Keys::default();
    let values = (0..table.len()).filter_map(|row| table.cell(row, column).and_then(cell_text));
    values.enumerate().any(|(place, value)| !seen.insert(value, place))
}

fn is_whole(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
