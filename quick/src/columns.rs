//! Columns: the cells of some hundred rows, read a column at a time.
//!
//! Nearly all cells of a column are written in the same way. The places of the others are given back: a closer look tells what
//! they hold, and until then they are missing.

use crate::day::usual as usual_day;
use crate::number::usual_ahead;
use crate::{Day, Packed, Rows, Tally, Words};

/// The amounts of a column, the places that need a closer look, and what the amounts tell about the column.
#[inline(never)]
pub fn amounts(rows: Rows, column: usize) -> (Vec<Packed>, Vec<u32>, Tally) {
    let (mut tally, mut others) = (Tally::default(), Vec::new());
    let mut amounts = Vec::with_capacity(rows.len());
    for (place, (cell, ahead)) in (0_u32..).zip(rows.bytes_ahead(column)) {
        amounts.push(if let Some(usual) = usual_ahead(cell, ahead) {
            tally.add(usual);
            Packed::new(usual.mantissa, usual.decimals)
        } else {
            if !cell.is_empty() {
                others.push(place);
            }
            Packed::MISSING
        });
    }
    (amounts, others, tally)
}

/// The whole numbers of a column, not a number where there is none; otherwise as [`amounts`].
#[inline(never)]
pub fn counts(rows: Rows, column: usize) -> (Vec<f64>, Vec<u32>, Tally) {
    let (mut tally, mut others) = (Tally::default(), Vec::new());
    let mut counts = Vec::with_capacity(rows.len());
    for (place, (cell, ahead)) in (0_u32..).zip(rows.bytes_ahead(column)) {
        counts.push(match usual_ahead(cell, ahead) {
            Some(usual) if usual.decimal.is_none() => {
                tally.add(usual);
                usual.mantissa as f64
            }
            _ => {
                if !cell.is_empty() {
                    others.push(place);
                }
                f64::NAN
            }
        });
    }
    (counts, others, tally)
}

/// A column of days.
#[derive(Clone, Debug, Default)]
pub struct Days {
    /// One a row.
    pub cells: Vec<Day>,
    /// The rows that need a closer look.
    pub others: Vec<u32>,
    /// How many of the cells leave open which number is the day.
    pub ambiguous: usize,
    /// How many say that the day comes first.
    pub day_first: usize,
}

/// The days of a column in which the day stands before the month, or behind it. With `asks` the first that leaves this open needs
/// a closer look as well.
#[allow(clippy::needless_bitwise_bool, clippy::manual_range_contains, reason = "branches are slow here")]
#[inline(never)]
pub fn days(rows: Rows, column: usize, is_day_first: bool, mut asks: bool) -> Days {
    let mut read = Days { cells: Vec::with_capacity(rows.len()), ..Days::default() };
    for (place, (cell, _)) in (0_u32..).zip(rows.bytes_ahead(column)) {
        let usual = usual_day(cell).and_then(|(first, second, year)| {
            let (day, month) = if is_day_first { (first, second) } else { (second, first) };
            // Which of these a day is looks like chance, and a processor that guesses at branches would guess wrong: hence no lazy
            // operators.
            let may_be_month = |number: i8| (number >= 1) & (number <= 12);
            let leaves_open = may_be_month(first) & may_be_month(second) & (first != second);
            let says_day_first = (first > 12) & is_day_first;
            let is_usual = (leaves_open & !asks) | (first == second) | says_day_first;
            asks &= !leaves_open;
            let day = Day::in_list(year, month, day).filter(|_| is_usual)?;
            read.ambiguous += usize::from(leaves_open);
            read.day_first += usize::from(says_day_first);
            Some(day)
        });
        if usual.is_none() && !cell.is_empty() {
            read.others.push(place);
        }
        read.cells.push(usual.unwrap_or(Day::MISSING));
    }
    read
}

/// The texts of a column that are their own text, as most are – nothing around them, and no word for missing – and the places
/// that need a closer look.
#[inline(never)]
pub fn texts<'t>(rows: Rows<'t>, column: usize, missing: &Words) -> (Vec<Option<&'t str>>, Vec<u32>) {
    let (mut texts, mut others) = (Vec::with_capacity(rows.len()), Vec::new());
    for (place, cell) in (0_u32..).zip(rows.cells(column)) {
        let text = Some(cell).filter(|cell| is_plain(cell.as_bytes(), missing));
        if text.is_none() && !cell.is_empty() {
            others.push(place);
        }
        texts.push(text);
    }
    (texts, others)
}

/// The places of texts that are missing.
#[inline(never)]
pub fn unnamed(texts: &[Option<&str>]) -> Vec<u32> {
    places(texts, Option::is_none)
}

/// The places of what is wanted. (Collecting an iterator would call a function for each.)
#[inline(always)]
pub(crate) fn places<T>(all: impl IntoIterator<Item = T>, is_wanted: impl Fn(T) -> bool) -> Vec<u32> {
    let mut places = Vec::new();
    for (place, one) in (0_u32..).zip(all) {
        if is_wanted(one) {
            places.push(place);
        }
    }
    places
}

/// How many of these follow each other, from this one on, before one is marked.
#[inline(never)]
pub fn unmarked(marks: &[bool], from: usize) -> usize {
    let rest = marks.get(from..).unwrap_or(&[]);
    rest.iter().position(|mark| *mark).unwrap_or(rest.len())
}

/// The places of rows whose first cell may be this text, whatever stands around it.
#[inline(never)]
pub fn beginning_like(rows: Rows, text: &str) -> Vec<u32> {
    let begins = text.as_bytes().first_chunk::<2>();
    places(rows.bytes_ahead(0), |(cell, _)| {
        let differs = match (cell.first_chunk(), begins) {
            // A blank of some kind may stand before it.
            (Some(two), Some(begins)) => two != begins && matches!(two[0], 33..=126),
            (Some(two), None) => two.iter().all(|byte| matches!(byte, 33..=126)),
            (None, _) => cell.is_empty() && !text.is_empty(),
        };
        !differs
    })
}

#[inline(always)]
fn is_plain(cell: &[u8], missing: &Words) -> bool {
    match cell {
        [first, .., last] => {
            matches!(last, 33..=126)
                && matches!(first, 33..=126)
                && !matches!(first, b'=' | b'\'')
                && !missing.may_be(cell)
        }
        [digit] => digit.is_ascii_digit(),
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Block, Span};

    #[test]
    fn no_cell_that_is_the_text_is_missed() {
        let cells = [
            "", " ", "K", " K", "K ", "Kl", "Kl ", "\u{a0}Kl", "Klant", "\tKlant ", "K0", "Kla", "é", "éé ",
            "12",
        ];
        let mut block = Block::empty();
        for (number, cell) in (1..).zip(cells) {
            let start = block.text.len();
            block.text.push_str(cell);
            block.spans.push(Span::in_file(start, block.text.len()));
            block.close_row(number);
        }
        for text in cells.map(str::trim) {
            let places = beginning_like(block.rows(0..cells.len()), text);
            for (place, cell) in (0..).zip(cells) {
                assert!(cell.trim() != text || places.contains(&place), "{cell:?} is {text:?}");
            }
            assert!(!places.contains(&14) || text == "12", "{text:?}");
        }
    }
}
