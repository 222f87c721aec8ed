//! Spans: merged cells. What stands in one is said of every row and column it covers, as far as that makes sense.
//!
//! A word that spans rows (a customer's name beside its orders) is repeated down; a word that spans columns is repeated
//! along only in a row with further cells, such as a header over two years – not in a title. Figures are never
//! repeated: an amount over three rows is one amount.

use std::collections::BTreeMap;

use super::lines::Lines;
use crate::sorted::InOrder;
use crate::table::ReadError;
use crate::table::fold::trim;
use crate::table::looks::{Looks, looks};

/// A merged region: first and last row and column, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) first: (u32, u32),
    pub(super) last: (u32, u32),
}

/// A region of more cells was merged for its looks.
const LARGEST: u64 = 100_000;

/// The merged regions of a sheet while its rows pass by.
#[derive(Debug, Default)]
pub(super) struct Spans {
    by_corner: BTreeMap<(u32, u32), Span>,
    /// Text on its way down: per column its last row and the text.
    falling: BTreeMap<u32, (u32, String)>,
}

/// A row's cells, in order of their columns.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<(u32, String)>,
}

impl Spans {
    pub(super) fn new(spans: impl IntoIterator<Item = Span>) -> Self {
        let cells = |span: &Span| {
            let side = |a: u32, b: u32| u64::from(b.saturating_sub(a)) + 1;
            side(span.first.0, span.last.0).saturating_mul(side(span.first.1, span.last.1))
        };
        let by_corner = spans
            .into_iter()
            .filter(|span| span.last >= span.first && (2..=LARGEST).contains(&cells(span)))
            .map(|span| (span.first, span))
            .collect();
        Self { by_corner, falling: BTreeMap::new() }
    }

    /// Writes a row (numbered from 0) with what the merged regions say of it. Rows must come in order.
    ///
    /// # Errors
    /// As [`Lines::cell`].
    pub(super) fn write(&mut self, number: u32, row: &mut Row, lines: &mut Lines) -> Result<(), ReadError> {
        row.cells.order_by_key(|(column, _)| *column);
        row.cells.retain(|(_, text)| !trim(text).is_empty());
        if !self.by_corner.is_empty() {
            self.repeat(number, row);
        }
        for (column, text) in &row.cells {
            lines.cell(*column, text)?;
        }
        row.cells.clear();
        lines.end_row(number + 1);
        Ok(())
    }

    fn repeat(&mut self, number: u32, row: &mut Row) {
        let has_others = row.cells.len() > 1;
        self.falling.retain(|_, (last, _)| *last >= number);
        let mut repeated: Vec<(u32, String)> = Vec::new();
        for (column, text) in &row.cells {
            let Some(span) = self.by_corner.get(&(number, *column)) else { continue };
            if !matches!(looks(text), Looks::Text | Looks::Year) {
                continue;
            }
            let last_column = if has_others { span.last.1 } else { *column };
            repeated.extend((column + 1..=last_column).map(|column| (column, text.clone())));
            if span.last.0 > number {
                let below = *column..=last_column;
                self.falling.extend(below.map(|column| (column, (span.last.0, text.clone()))));
            }
        }
        let starts = |column: &u32| self.by_corner.contains_key(&(number, *column));
        if !row.cells.is_empty() {
            let fallen = self.falling.iter().filter(|(column, _)| !starts(column));
            repeated.extend(fallen.map(|(column, (_, text))| (*column, text.clone())));
        }
        for (column, text) in repeated {
            if let Err(place) = row.cells.binary_search_by_key(&column, |(column, _)| *column) {
                row.cells.insert(place, (column, text));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::formats::{DELIMITER, Origin};

    /// First and last cell, each by row and column.
    type Corners = ((u32, u32), (u32, u32));

    fn check(spans: &[Corners], rows: &[&[&str]], expected: &[&str]) {
        let mut spans = Spans::new(spans.iter().map(|(first, last)| Span { first: *first, last: *last }));
        let mut lines = Lines::default();
        for (number, cells) in rows.iter().enumerate() {
            let cells = cells.iter().enumerate().map(|(column, text)| (column as u32, (*text).to_owned()));
            spans.write(number as u32, &mut Row { cells: cells.collect() }, &mut lines).unwrap();
        }
        let text = lines.into_cells(Origin::default(), Vec::new()).unwrap().text.replace(DELIMITER, ";");
        assert_eq!(text.lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn words_are_repeated_and_figures_are_not() {
        let down = [((1, 0), (3, 0)), ((1, 2), (3, 2))];
        check(
            &down,
            &[
                &["Klant", "Order", "Bedrag"],
                &["Jansen", "1", "300"],
                &["", "2"],
                &["", "3"],
                &["Piet", "4", "5"],
            ],
            &["Klant;Order;Bedrag", "Jansen;1;300", "Jansen;2", "Jansen;3", "Piet;4;5"],
        );
        check(
            &[((0, 1), (0, 2))],
            &[&["Klant", "Omzet", ""], &["", "2024", "2025"]],
            &["Klant;Omzet;Omzet", ";2024;2025"],
        );
        check(
            &[((0, 0), (0, 2))],
            &[&["Klantenlijst"], &["Klant", "A", "B"]],
            &["Klantenlijst", "Klant;A;B"],
        );
        check(&[((0, 0), (2, 0))], &[&["Jansen", "x"], &[], &["", "y"]], &["Jansen;x", "", "Jansen;y"]);
    }
}
