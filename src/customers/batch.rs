//! Batches: the cells of some hundred rows, read column by column.
//!
//! Reading a column at a time is quick, since nearly all of its cells are written in the same way. A row in which
//! anything is out of the ordinary is marked as odd, and read again on its own by the rules for one row.

use std::ops::Range;

use jiff::civil::Date;

use super::amounts::Packed;
use super::cells::{ColumnReader, Value, to_number};
use super::clean::is_plain;
use super::keys::Key;
use super::usual::{Tally, usual_ahead};
use super::{Kind, date};
use crate::table::Record;

/// So many rows are read together.
pub(super) const ROWS: usize = 512;

/// The values of one column, one a row; nothing is "missing".
#[derive(Debug)]
pub(super) enum Cells<'t> {
    Texts(Vec<Option<&'t str>>),
    Amounts(Vec<Packed>),
    Numbers(Vec<Option<f64>>),
    Days(Vec<Option<Date>>),
    Answers(Vec<Option<bool>>),
}

/// Rows with their values.
#[derive(Debug)]
pub(super) struct Batch<'t> {
    pub(super) records: Vec<Record<'t>>,
    /// By the place of their readers.
    pub(super) cells: Vec<Cells<'t>>,
    /// Rows that must be read on their own; their values here mean nothing.
    pub(super) odd: Vec<bool>,
    /// The keys of the customers; an empty one in odd rows.
    pub(super) keys: Vec<Key<'t>>,
}

impl<'t> Batch<'t> {
    /// Reads the rows, and lets the learners learn from them when there are any.
    pub(super) fn read(
        records: Vec<Record<'t>>,
        readers: &[ColumnReader],
        learners: &mut [ColumnReader],
        key: Option<usize>,
    ) -> Self {
        let mut odd = vec![false; records.len()];
        let mut learners = learners.iter_mut();
        let cells: Vec<Cells> =
            readers.iter().map(|reader| reader.read_column(learners.next(), &records, &mut odd)).collect();
        let mut keys = Vec::with_capacity(records.len());
        if let Some(Cells::Texts(texts)) = key.and_then(|place| cells.get(place)) {
            for (odd, text) in odd.iter_mut().zip(texts) {
                *odd |= text.is_none();
                keys.push(Key::new(text.unwrap_or("")));
            }
        }
        Self { records, cells, odd, keys }
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.records.len()
    }

    /// The texts of the column that this reader reads; none when there is no such column.
    pub(super) fn texts(&self, place: Option<usize>) -> Option<&[Option<&'t str>]> {
        match self.cells.get(place?)? {
            Cells::Texts(cells) => Some(cells),
            _ => None,
        }
    }

    /// The amounts of the column that this reader reads; none when there is no such column.
    pub(super) fn amounts(&self, place: Option<usize>) -> Option<&[Packed]> {
        match self.cells.get(place?)? {
            Cells::Amounts(cells) => Some(cells),
            _ => None,
        }
    }

    /// The days of the column that this reader reads; none when there is no such column.
    pub(super) fn days(&self, place: Option<usize>) -> Option<&[Option<Date>]> {
        match self.cells.get(place?)? {
            Cells::Days(cells) => Some(cells),
            _ => None,
        }
    }

    /// The rows from this one on that are not odd.
    pub(super) fn ordinary_from(&self, row: usize) -> Range<usize> {
        let rest = self.odd.get(row..).unwrap_or(&[]);
        row..row + rest.iter().position(|odd| *odd).unwrap_or(rest.len())
    }
}

impl<'t> Cells<'t> {
    /// The value of a row; none of a column of numbers.
    pub(super) fn value(&self, row: usize) -> Value<'t> {
        let value = match self {
            Cells::Texts(cells) => cells.get(row).copied().flatten().map(Value::Text),
            Cells::Amounts(cells) => cells.get(row).and_then(|amount| amount.amount()).map(Value::Number),
            // Stored as they are, never by way of an amount.
            Cells::Numbers(_) => None,
            Cells::Days(cells) => cells.get(row).copied().flatten().map(Value::Date),
            Cells::Answers(cells) => cells.get(row).copied().flatten().map(Value::YesNo),
        };
        value.unwrap_or(Value::Missing)
    }
}

impl ColumnReader {
    fn read_column<'t>(
        &self,
        mut learner: Option<&mut ColumnReader>,
        records: &[Record<'t>],
        odd: &mut [bool],
    ) -> Cells<'t> {
        let learner = &mut learner;
        match self.kind {
            Kind::Text => Cells::Texts(self.read_texts(records)),
            Kind::Money => Cells::Amounts(self.read_amounts(learner, records, odd)),
            Kind::Number | Kind::Share | Kind::Score => {
                Cells::Numbers(self.read_numbers(learner, records, odd))
            }
            Kind::Date => Cells::Days(self.read_days(learner, records, odd)),
            Kind::YesNo => {
                let answers =
                    records.iter().zip(odd).map(|(record, odd)| match self.read_one(learner, *record, odd) {
                        Value::YesNo(answer) => Some(answer),
                        _ => None,
                    });
                Cells::Answers(answers.collect())
            }
        }
    }

    /// Reads a cell by the rules for one; a fault makes its row odd.
    #[cold]
    fn read_one<'t>(
        &self,
        learner: &mut Option<&mut ColumnReader>,
        record: Record<'t>,
        odd: &mut bool,
    ) -> Value<'t> {
        let scan = self.scan(record.cell(self.column));
        if let Some(learner) = learner {
            learner.learn(&scan, record.number());
        }
        let (value, fault) = self.read(scan);
        *odd |= fault.is_some();
        value
    }

    fn read_texts<'t>(&self, records: &[Record<'t>]) -> Vec<Option<&'t str>> {
        let text = |record: &Record<'t>| {
            let cell = record.cell(self.column)?;
            if is_plain(cell) { Some(cell) } else { self.text(cell) }
        };
        records.iter().map(text).collect()
    }

    fn read_amounts(
        &self,
        learner: &mut Option<&mut ColumnReader>,
        records: &[Record],
        odd: &mut [bool],
    ) -> Vec<Packed> {
        let mut tally = Tally::default();
        let mut amounts = Vec::with_capacity(records.len());
        for (record, odd) in records.iter().zip(odd) {
            let (cell, ahead) = record.bytes_ahead(self.column);
            amounts.push(match usual_ahead(cell, ahead).filter(|_| self.scale == 1) {
                Some(usual) => {
                    tally.add(usual);
                    Packed::new(usual.mantissa, usual.decimals)
                }
                None if cell.is_empty() => Packed::MISSING,
                None => match self.read_one(learner, *record, odd) {
                    Value::Number(amount) => Packed::of(amount).unwrap_or_else(|| {
                        *odd = true;
                        Packed::MISSING
                    }),
                    _ => Packed::MISSING,
                },
            });
        }
        if let Some(learner) = learner {
            learner.convention.add_usual(tally);
        }
        amounts
    }

    fn read_numbers(
        &self,
        learner: &mut Option<&mut ColumnReader>,
        records: &[Record],
        odd: &mut [bool],
    ) -> Vec<Option<f64>> {
        let mut tally = Tally::default();
        let mut numbers = Vec::with_capacity(records.len());
        let is_count = self.kind == Kind::Number;
        for (record, odd) in records.iter().zip(odd) {
            let (cell, ahead) = record.bytes_ahead(self.column);
            numbers.push(
                match usual_ahead(cell, ahead).filter(|usual| is_count && usual.decimal.is_none()) {
                    Some(usual) => {
                        tally.add(usual);
                        Some(usual.mantissa as f64)
                    }
                    None if cell.is_empty() => None,
                    None => match self.read_one(learner, *record, odd) {
                        Value::Number(number) => to_number(number),
                        _ => None,
                    },
                },
            );
        }
        if let Some(learner) = learner {
            learner.convention.add_usual(tally);
        }
        numbers
    }

    fn read_days(
        &self,
        learner: &mut Option<&mut ColumnReader>,
        records: &[Record],
        odd: &mut [bool],
    ) -> Vec<Option<Date>> {
        let is_day_first = self.order.is_day_first();
        let (mut ambiguous, mut day_first) = (0, 0);
        let mut days = Vec::with_capacity(records.len());
        // The first cell that leaves the order open is remembered, with its row.
        let mut asks = learner.as_ref().is_some_and(|learner| learner.first_ambiguous.is_none());
        for (record, odd) in records.iter().zip(odd) {
            let cell = record.bytes(self.column);
            let usual = date::usual(cell).and_then(|(first, second, year)| {
                let (day, month) = if is_day_first { (first, second) } else { (second, first) };
                let may_be_month = |number: i8| (1..=12).contains(&number);
                let leaves_open = may_be_month(first) && may_be_month(second) && first != second;
                let says_day_first = first > 12 && is_day_first;
                let is_usual = (leaves_open && !asks) || first == second || says_day_first;
                let day = date::day_of(year, month, day).filter(|_| is_usual)?;
                Some((day, leaves_open, says_day_first))
            });
            days.push(match usual {
                Some((day, leaves_open, says_day_first)) => {
                    ambiguous += usize::from(leaves_open);
                    day_first += usize::from(says_day_first);
                    Some(day)
                }
                None if cell.is_empty() => None,
                None => {
                    let value = self.read_one(learner, *record, odd);
                    asks = learner.as_ref().is_some_and(|learner| learner.first_ambiguous.is_none());
                    match value {
                        Value::Date(day) => Some(day),
                        _ => None,
                    }
                }
            });
        }
        if let Some(learner) = learner {
            learner.order.add_usual(ambiguous, day_first);
        }
        days
    }
}
