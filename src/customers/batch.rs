//! Batches: the cells of some hundred rows, read column by column.
//!
//! Reading a column at a time is quick, since nearly all of its cells are written in the same way. A row in which
//! anything is out of the ordinary is marked as odd, and read again on its own by the rules for one row.

use std::ops::Range;

use quick::{Day, Key, Packed, Rows};

use super::Kind;
use super::amounts::{pack, unpacked};
use super::cells::{ColumnReader, Value, to_number};
use super::date;
use crate::table::Record;
use crate::table::looks::MISSING_WORDS;

/// So many rows are read together.
pub(super) const ROWS: usize = 512;

/// The values of one column, one a row; of numbers that which is none is "missing".
#[derive(Debug)]
pub(super) enum Cells<'t> {
    Texts(Vec<Option<&'t str>>),
    Amounts(Vec<Packed>),
    Numbers(Vec<f64>),
    Days(Vec<Day>),
    Answers(Vec<Option<bool>>),
}

/// Rows with their values.
#[derive(Debug)]
pub(super) struct Batch<'t> {
    pub(super) rows: Rows<'t>,
    /// By the place of their readers.
    pub(super) cells: Vec<Cells<'t>>,
    /// Rows that must be read on their own; their values here mean nothing.
    pub(super) odd: Vec<bool>,
    /// The keys of the customers; an empty one in odd rows.
    pub(super) keys: Vec<Key<'t>>,
}

/// Lets readers learn from rows how their columns write numbers and days.
pub(super) fn learn(rows: Rows, readers: &mut [ColumnReader]) {
    let mut odd = vec![false; rows.len()];
    for reader in readers.iter_mut().filter(|reader| reader.learns()) {
        reader.clone().read_column(Some(reader), rows, &mut odd);
    }
}

impl<'t> Batch<'t> {
    /// Reads the rows, and lets the learners learn from them when there are any.
    pub(super) fn read(
        rows: Rows<'t>,
        readers: &[ColumnReader],
        learners: &mut [ColumnReader],
        key: Option<usize>,
    ) -> Self {
        let mut odd = vec![false; rows.len()];
        let mut learners = learners.iter_mut();
        let cells: Vec<Cells> =
            readers.iter().map(|reader| reader.read_column(learners.next(), rows, &mut odd)).collect();
        let mut keys = Vec::new();
        if let Some(Cells::Texts(texts)) = key.and_then(|place| cells.get(place)) {
            for row in quick::unnamed(texts) {
                odd[row as usize] = true;
            }
            keys = Key::all(texts);
        }
        Self { rows, cells, odd, keys }
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
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
    pub(super) fn days(&self, place: Option<usize>) -> Option<&[Day]> {
        match self.cells.get(place?)? {
            Cells::Days(cells) => Some(cells),
            _ => None,
        }
    }

    /// The rows from this one on that are not odd.
    pub(super) fn ordinary_from(&self, row: usize) -> Range<usize> {
        row..row + quick::unmarked(&self.odd, row)
    }
}

impl<'t> Cells<'t> {
    /// The value of a row; none of a column of numbers.
    pub(super) fn value(&self, row: usize) -> Value<'t> {
        let value = match self {
            Cells::Texts(cells) => cells.get(row).copied().flatten().map(Value::Text),
            Cells::Amounts(cells) => cells.get(row).and_then(|amount| unpacked(*amount)).map(Value::Number),
            // Stored as they are, never by way of an amount.
            Cells::Numbers(_) => None,
            Cells::Days(cells) => cells.get(row).and_then(|day| date::unpacked(*day)).map(Value::Date),
            Cells::Answers(cells) => cells.get(row).copied().flatten().map(Value::YesNo),
        };
        value.unwrap_or(Value::Missing)
    }
}

impl ColumnReader {
    fn read_column<'t>(
        &self,
        mut learner: Option<&mut ColumnReader>,
        rows: Rows<'t>,
        odd: &mut [bool],
    ) -> Cells<'t> {
        let learner = &mut learner;
        match self.kind {
            Kind::Text => Cells::Texts(self.read_texts(rows)),
            Kind::Money => Cells::Amounts(self.read_amounts(learner, rows, odd)),
            Kind::Number | Kind::Share | Kind::Score => Cells::Numbers(self.read_numbers(learner, rows, odd)),
            Kind::Date => Cells::Days(self.read_days(learner, rows, odd)),
            Kind::YesNo => {
                let answers = odd.iter_mut().enumerate().map(|(row, odd)| {
                    match self.read_one(learner, rows.record(row), odd) {
                        Value::YesNo(answer) => Some(answer),
                        _ => None,
                    }
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

    fn read_texts<'t>(&self, rows: Rows<'t>) -> Vec<Option<&'t str>> {
        let (mut texts, others) = quick::texts(rows, self.column, &MISSING_WORDS);
        for row in others {
            let row = row as usize;
            texts[row] = rows.record(row).cell(self.column).and_then(|cell| self.text(cell));
        }
        texts
    }

    fn read_amounts(
        &self,
        learner: &mut Option<&mut ColumnReader>,
        rows: Rows,
        odd: &mut [bool],
    ) -> Vec<Packed> {
        let (mut amounts, mut others, tally) = quick::amounts(rows, self.column);
        if self.scale != 1 {
            // None of them is what it says.
            others = (0..rows.len() as u32).collect();
        } else if let Some(learner) = learner {
            learner.convention.add_usual(tally);
        }
        for row in others {
            let row = row as usize;
            amounts[row] = match self.read_one(learner, rows.record(row), &mut odd[row]) {
                Value::Number(amount) => pack(amount).unwrap_or_else(|| {
                    odd[row] = true;
                    Packed::MISSING
                }),
                _ => Packed::MISSING,
            };
        }
        amounts
    }

    fn read_numbers(
        &self,
        learner: &mut Option<&mut ColumnReader>,
        rows: Rows,
        odd: &mut [bool],
    ) -> Vec<f64> {
        let (mut numbers, mut others, tally) = quick::counts(rows, self.column);
        if self.kind != Kind::Number {
            // Shares and scores have rules of their own.
            others = (0..rows.len() as u32).collect();
        } else if let Some(learner) = learner {
            learner.convention.add_usual(tally);
        }
        for row in others {
            let row = row as usize;
            numbers[row] = match self.read_one(learner, rows.record(row), &mut odd[row]) {
                Value::Number(number) => to_number(number).unwrap_or(f64::NAN),
                _ => f64::NAN,
            };
        }
        numbers
    }

    fn read_days(&self, learner: &mut Option<&mut ColumnReader>, rows: Rows, odd: &mut [bool]) -> Vec<Day> {
        // The first cell that leaves the order open is remembered, with its row.
        let asks = learner.as_ref().is_some_and(|learner| learner.first_ambiguous.is_none());
        let mut days = quick::days(rows, self.column, self.order.is_day_first(), asks);
        for row in days.others {
            let row = row as usize;
            days.cells[row] = match self.read_one(learner, rows.record(row), &mut odd[row]) {
                Value::Date(day) => date::packed(day),
                _ => Day::MISSING,
            };
        }
        if let Some(learner) = learner {
            learner.order.add_usual(days.ambiguous, days.day_first);
        }
        days.cells
    }
}
