//! Sheet rows: the cells of a sheet as they come, put into rows.

use std::collections::BTreeMap;

use calamine::{CellErrorType, Data, DataRef, ExcelDateTime, Range};

use super::figures::{error_name, write_date, write_number};
use super::lines::Lines;
use super::spans::{Row, Spans};
use crate::table::ReadError;

/// A cell's value, however it is kept.
#[derive(Clone, Copy, Debug)]
pub(super) enum Value<'v> {
    Empty,
    Text(&'v str),
    Number(f64),
    Whole(i64),
    Truth(bool),
    Date(ExcelDateTime),
    Error(&'v CellErrorType),
}

impl<'v> Value<'v> {
    pub(super) fn of_ref(value: &'v DataRef<'v>) -> Self {
        match value {
            DataRef::Empty => Self::Empty,
            DataRef::Int(number) => Self::Whole(*number),
            DataRef::Float(number) => Self::Number(*number),
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                Self::Text(text)
            }
            DataRef::SharedString(text) => Self::Text(text),
            DataRef::Bool(truth) => Self::Truth(*truth),
            DataRef::DateTime(date) => Self::Date(*date),
            DataRef::Error(error) => Self::Error(error),
        }
    }

    fn of(value: &'v Data) -> Self {
        match value {
            Data::Empty => Self::Empty,
            Data::Int(number) => Self::Whole(*number),
            Data::Float(number) => Self::Number(*number),
            Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Self::Text(text),
            Data::Bool(truth) => Self::Truth(*truth),
            Data::DateTime(date) => Self::Date(*date),
            Data::Error(error) => Self::Error(error),
        }
    }

    fn text(self, format: &str) -> String {
        let mut out = String::new();
        match self {
            Self::Empty => {}
            Self::Text(text) => text.clone_into(&mut out),
            Self::Number(number) => write_number(&mut out, number, format),
            // Whole numbers up to this size are exact in both ways of keeping them.
            Self::Whole(number) if number.abs() < 1 << 53 => write_number(&mut out, number as f64, format),
            Self::Whole(number) => out = number.to_string(),
            Self::Truth(truth) => out.push_str(if truth { "TRUE" } else { "FALSE" }),
            Self::Date(date) => write_date(&mut out, date),
            Self::Error(error) => out.push_str(error_name(error)),
        }
        out
    }
}

/// Rows on their way into lines.
#[derive(Debug)]
pub(super) struct SheetRows<'s> {
    spans: &'s mut Spans,
    lines: Lines,
    row: Row,
    number: u32,
    /// Rows beyond this one are not wanted.
    last: u32,
    /// Rows that came out of order, which no spreadsheet writes but some other programs do.
    late: BTreeMap<u32, Row>,
}

impl<'s> SheetRows<'s> {
    /// Takes rows up to `last`, from 0.
    pub(super) fn new(spans: &'s mut Spans, last: u32) -> Self {
        Self { spans, lines: Lines::default(), row: Row::default(), number: 0, last, late: BTreeMap::new() }
    }

    /// Takes a cell; false when no more are wanted.
    ///
    /// # Errors
    /// As [`Lines::cell`].
    pub(super) fn take(&mut self, at: (u32, u32), value: Value, format: &str) -> Result<bool, ReadError> {
        let (row, column) = at;
        if matches!(value, Value::Empty) {
            return Ok(true);
        }
        if row > self.number {
            if row > self.last {
                return Ok(false);
            }
            self.end_row()?;
            self.number = row;
        }
        let cell = (column, value.text(format));
        if row < self.number {
            self.late.entry(row).or_default().cells.push(cell);
        } else {
            self.row.cells.push(cell);
        }
        Ok(true)
    }

    /// Takes all cells of a range.
    ///
    /// # Errors
    /// As [`Lines::cell`].
    pub(super) fn take_range(&mut self, range: &Range<Data>) -> Result<(), ReadError> {
        let (first_row, first_column) = range.start().unwrap_or((0, 0));
        for (row, column, value) in range.used_cells() {
            let at = (first_row.saturating_add(row as u32), first_column.saturating_add(column as u32));
            if !self.take(at, Value::of(value), "")? {
                break;
            }
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), ReadError> {
        if self.row.cells.is_empty() {
            return Ok(());
        }
        self.spans.write(self.number, &mut self.row, &mut self.lines)
    }

    /// The rows; those out of order follow behind the others.
    ///
    /// # Errors
    /// As [`Lines::cell`].
    pub(super) fn finish(mut self) -> Result<Lines, ReadError> {
        self.end_row()?;
        for (_, mut row) in std::mem::take(&mut self.late) {
            let number = self.lines.rows();
            self.spans.write(number, &mut row, &mut self.lines)?;
        }
        Ok(self.lines)
    }
}
