//! Guesses of time and side: amounts per year or per quarter, and the column that says debit or credit.

use super::clean::cell_text;
use super::guess::Guesser;
use super::instalments::{Instalment, groups, instalment};
use super::sides::Side;
use super::{Evidence, Field};
use crate::sorted::InOrder;

/// So many rows are looked at for the side of the books.
const SIDES_SEEN: usize = 1000;
/// A longer cell is a word.
const LETTERS: usize = 3;

impl Guesser<'_> {
    /// Revenue of an older year is revenue of the previous period, handled apart.
    pub(super) fn is_someone_elses_year(&self, field: Field, column: usize) -> bool {
        let Some(year) = self.clues[column].year else { return false };
        field == Field::Revenue && self.revenue_years().iter().any(|(other, _)| *other > year)
    }

    /// Columns of revenue with their years, and columns that are only a year.
    fn revenue_years(&self) -> Vec<(i16, usize)> {
        let mut years: Vec<(i16, usize)> = self
            .clues
            .iter()
            .enumerate()
            .filter(|(column, clues)| {
                let is_revenue = clues.fields.first().is_some_and(|(field, _)| *field == Field::Revenue);
                is_revenue || (clues.is_only_year && !self.looks[*column].is_text())
            })
            .filter_map(|(column, clues)| Some((clues.year?, column)))
            .collect();
        years.order_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        years
    }

    /// Amounts per quarter, month or period, where the list has no column for the whole: they are added up.
    pub(super) fn take_instalments(&mut self) {
        if !self.has_header {
            return;
        }
        let is_amount = |column: usize| {
            let look = self.looks[column];
            !self.taken[column] && look.numbers * 2 >= look.filled
        };
        let headers: Vec<Option<Instalment>> = self
            .table
            .names()
            .iter()
            .enumerate()
            .map(|(column, name)| instalment(name).filter(|_| is_amount(column)))
            .collect();
        for (field, before) in [(Field::Revenue, Some(Field::RevenuePrevious)), (Field::Margin, None)] {
            for (field, columns) in [Some(field), before].into_iter().flatten().zip(groups(&headers, field)) {
                let Some((first, others)) = columns.split_first().filter(|_| !self.has(field)) else {
                    continue;
                };
                self.take(field, *first, 0.8, Evidence::Header);
                if self.columns.get(&field) == Some(first) {
                    for column in others {
                        self.taken[*column] = true;
                        self.parts.push((field, *column));
                    }
                }
            }
        }
    }

    /// Revenue per year: the newest is the revenue, the one before it the previous period's.
    pub(super) fn take_years(&mut self) {
        let years = self.revenue_years();
        let mut years =
            years.iter().filter(|(_, column)| !self.taken[*column]).copied().collect::<Vec<_>>().into_iter();
        let mut newest = self.columns.get(&Field::Revenue).and_then(|column| self.clues[*column].year);
        let missing = if self.has(Field::Revenue) { None } else { years.next() };
        if let Some((year, column)) = missing {
            self.take(Field::Revenue, column, 0.8, Evidence::Header);
            newest = Some(year);
        }
        let previous = years.find(|(year, _)| newest.is_none_or(|newest| *year < newest));
        if let Some((_, column)) = previous {
            self.take(Field::RevenuePrevious, column, 0.8, Evidence::Header);
        }
    }

    /// Which side of the books a row stands on: a column that says so by its header and in most rows, or one of kinds
    /// of documents that says so in all of them, and in whole words: letters may be of any kind.
    pub(super) fn take_sides(&mut self) {
        let says_so = |column: &usize| {
            let fields = &self.clues[*column].fields;
            let Some((_, sure)) = fields.iter().find(|(field, _)| *field == Field::DebitCredit) else {
                return false;
            };
            let rows = 0..self.table.len().min(SIDES_SEEN);
            let cells = rows.filter_map(|row| cell_text(self.table.record(row).cell(*column)?));
            let is_side = |cell: &str| Side::read(cell).is_some() && (*sure >= 1.0 || cell.len() > LETTERS);
            let (read, filled) =
                cells.fold((0, 0), |(read, filled), cell| (read + usize::from(is_side(cell)), filled + 1));
            read > 0 && (read == filled || (*sure >= 1.0 && 2 * read > filled))
        };
        let column = (0..self.clues.len()).find(|column| !self.taken[*column] && says_so(column));
        if let Some(column) = column {
            self.take(Field::DebitCredit, column, 0.9, Evidence::Header);
        }
    }
}
