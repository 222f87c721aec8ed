//! Rows that stand in the file and not in the list: other tables below it, and words under the last row.

use std::ops::Range;

use super::{Field, Mapping};
use crate::sorted::SortedSet;
use crate::table::fold::{fold, trim};
use crate::table::{ProblemKind, Stretch, Table};

/// What does not belong to the list. Every row keeps its number and is accounted for as left out.
#[derive(Clone, Debug)]
pub(super) struct Outside {
    /// The other tables, each from its headings on.
    tables: Vec<Stretch>,
    /// Rows of words below the list.
    footers: SortedSet<usize>,
    /// No row before this one is outside.
    from: usize,
    /// The last row that was seen, when it may be the headings of another table.
    maybe_headings: Option<usize>,
    is_below_gap: bool,
    last_number: u32,
    last_cells: usize,
}

impl Default for Outside {
    fn default() -> Self {
        Self {
            tables: Vec::new(),
            footers: SortedSet::new(),
            from: usize::MAX,
            maybe_headings: None,
            is_below_gap: false,
            last_number: 0,
            last_cells: 0,
        }
    }
}

/// A row outside the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OutsideRow {
    /// The headings of another table: told.
    Headings(Stretch),
    /// A row of another table: only counted.
    OfTable,
    Footer,
}

/// So many rows from the end are looked at for footers.
const DEEPEST: usize = 30;
/// A sentence rather than a name.
const WORDS_OF_A_SENTENCE: usize = 6;

/// Beginnings that are a footer with a figure behind them, folded.
const WITH_FIGURES: &str = "aantal pagina page seite blad gegenereerd aangemaakt gemaaktop gemaaktdoor afgedrukt geprint printed \
    generated createdon exported geexporteerd exportvan erstellt gedruckt stand anzahl numberof records rijen rows imprime cree \
    nombrede printdatum printdate afdrukdatum rapportdatum";
/// Beginnings that are a footer with a colon behind them, folded.
const WITH_COLON: &str = "bron source quelle selectie selection selektion filter filters periode period zeitraum opmerking opmerkingen \
    note notes remark remarks bemerkung toelichting datum date disclaimer administratie rapport report gebruiker user letop peildatum";

impl Outside {
    /// Sees the next row of the table, in order; whether it stands in another table. The headings of one are known for
    /// sure only when the row below them is seen.
    pub(super) fn see(&mut self, table: &Table, row: usize) -> bool {
        let headings = self.maybe_headings.filter(|headings| headings + 1 == row);
        if let Some(first) = headings.filter(|first| table.begins_table(*first, self.is_below_gap)) {
            self.tables.push(Stretch { first, end: usize::MAX });
        }
        let record = table.record(row);
        self.is_below_gap = record.number() - self.last_number > 1;
        let may_be_headings = row > 0 && (self.is_below_gap || record.len() != self.last_cells);
        (self.last_number, self.last_cells) = (record.number(), record.len());
        self.maybe_headings = may_be_headings.then_some(row);
        !self.tables.is_empty()
    }

    /// Sees these rows, as [`Outside::see`] sees each. Nearly all are as the one before them, which is soon seen.
    pub(super) fn see_all(&mut self, table: &Table, rows: Range<usize>) {
        let mut row = rows.start;
        while row < rows.end {
            if row > 0 && self.maybe_headings.is_none() {
                let alike = table.alike(row..rows.end, self.last_cells, self.last_number);
                self.last_number += alike as u32;
                self.is_below_gap &= alike == 0;
                row += alike;
            }
            if row < rows.end {
                self.see(table, row);
                row += 1;
            }
        }
    }

    /// All rows were seen: looks for footers under the list and under the last table.
    pub(super) fn settle(&mut self, table: &Table, mapping: &Mapping) {
        let list_end = self.tables.first().map_or(table.len(), |other| other.first);
        let firsts: Vec<usize> =
            self.tables.iter().skip(1).map(|other| other.first).chain([table.len()]).collect();
        self.tables.iter_mut().zip(firsts).for_each(|(other, end)| other.end = end);
        self.footers = footers(table, mapping, list_end);
        if list_end < table.len() {
            self.footers
                .extend(footers(table, mapping, table.len()).iter().copied().filter(|row| *row >= list_end));
        }
        self.from = self.footers.iter().next().copied().unwrap_or(table.len()).min(list_end);
    }

    /// Where the list ends at the latest, as far as was seen.
    pub(super) fn list_end(&self) -> usize {
        self.other_table().min(self.maybe_headings.unwrap_or(usize::MAX))
    }

    /// Where another table begins, as far as was seen.
    pub(super) fn other_table(&self) -> usize {
        self.tables.first().map_or(usize::MAX, |table| table.first)
    }

    /// No row before this one is outside, as far as was seen.
    pub(super) fn from(&self) -> usize {
        self.from
    }

    /// What a row is, when it is no part of the list.
    pub(super) fn at(&self, row: usize) -> Option<OutsideRow> {
        if row < self.from {
            return None;
        }
        if self.footers.contains(&row) {
            return Some(OutsideRow::Footer);
        }
        let table = self.tables.iter().find(|table| (table.first..table.end).contains(&row))?;
        Some(if table.first == row { OutsideRow::Headings(*table) } else { OutsideRow::OfTable })
    }

    /// Whether a problem is about the shape of a row that does not count anyway.
    pub(super) fn excuses(&self, table: &Table, row_number: u32, kind: ProblemKind) -> bool {
        let of_shape = matches!(kind, ProblemKind::ShortRow | ProblemKind::ExtraCells);
        of_shape
            && (!self.tables.is_empty() || !self.footers.is_empty())
            && table.row_with_number(row_number).is_some_and(|row| self.at(row).is_some())
    }
}

/// The footers above `end`; total rows may stand between them.
fn footers(table: &Table, mapping: &Mapping, end: usize) -> SortedSet<usize> {
    let mut found = SortedSet::new();
    // Words without anything else; they are footers once a gap is found above them.
    let mut words = Vec::new();
    if table.width() < 2 {
        return found;
    }
    for row in (end.saturating_sub(DEEPEST)..end).rev() {
        let filled: Vec<&str> = table.cells(row).map(trim).filter(|cell| !cell.is_empty()).collect();
        let Some(first) = filled.first() else { continue };
        let after_gap = row > 0 && table.row_number(row) - table.row_number(row - 1) > 1;
        let is_footer = match filled.len() {
            1 => is_footer_text(first) || (after_gap && is_sentence(first)),
            2 => is_footer_text(&filled.join(": ")) && !has_id(table, mapping, row),
            _ => false,
        };
        if is_footer {
            found.insert(row);
        } else if filled.len() == 1 && is_no_number(table, mapping, row) {
            words.push(row);
            if after_gap {
                found.extend(words.drain(..));
            }
        } else if !fold(first).contains("tota") {
            break;
        }
    }
    found
}

/// Whether words stand where the list has numbers and its customers a name as well.
fn is_no_number(table: &Table, mapping: &Mapping, row: usize) -> bool {
    let Some(column) = mapping.columns.get(&Field::Id) else { return false };
    mapping.columns.contains_key(&Field::Name)
        && has_id(table, mapping, 0)
        && table.cell(row, *column).is_some_and(|cell| {
            let cell = trim(cell);
            cell.starts_with(char::is_alphabetic) && !cell.bytes().any(|byte| byte.is_ascii_digit())
        })
}

fn has_id(table: &Table, mapping: &Mapping, row: usize) -> bool {
    let column = mapping.columns.get(&Field::Id);
    column.and_then(|column| table.cell(row, *column)).is_some_and(|cell| {
        let cell = trim(cell);
        !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn is_footer_text(text: &str) -> bool {
    if text.starts_with(['*', '©', '†', '‡', '¹']) && text.len() > 4 {
        return true;
    }
    let words: Vec<String> = text.split_whitespace().take(2).map(fold).collect();
    let begins = |known: &str| {
        let known = |word: &str| known.split_ascii_whitespace().any(|known| known == word);
        words.first().is_some_and(|word| known(word)) || known(&words.concat())
    };
    let has_figures = text.bytes().any(|byte| byte.is_ascii_digit());
    (has_figures && begins(WITH_FIGURES)) || (text.contains(':') && begins_before_colon(text))
}

/// Whether only such words stand before the first colon.
fn begins_before_colon(text: &str) -> bool {
    let before = text.split(':').next().unwrap_or("");
    let is_known = |word: &str| WITH_COLON.split_ascii_whitespace().any(|known| known == fold(word));
    before.split_whitespace().count() > 0 && before.split_whitespace().all(is_known)
}

fn is_sentence(text: &str) -> bool {
    text.split_whitespace().count() >= WORDS_OF_A_SENTENCE && text.ends_with(['.', '!', '?', ')'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, footer: bool) {
        assert_eq!(is_footer_text(text), footer, "{text}");
    }

    #[test]
    fn footers_are_told_from_customers() {
        for text in [
            "Bron: Exact Online",
            "Aantal klanten: 80",
            "Pagina 1 van 3",
            "Page 2",
            "Gegenereerd op 12-01-2026 om 10:11",
            "* voorlopige cijfers",
            "© 2026 Voorbeeld BV",
            "Rapport datum: 3 mei",
            "Stand: 12.01.2026",
            "Gedruckt am 12.01.2026",
        ] {
            check(text, true);
        }
        for text in [
            "Bron & Zonen",
            "Pagina Uitgevers",
            "Filter Techniek BV",
            "Rapport & Co",
            "Standbouw 2000",
            "Notes Music: instruments",
            "Aantal",
            "*",
            "Jansen BV",
            "Page One Bookshop",
        ] {
            check(text, false);
        }
    }
}
