//! Cells: reads the cells of one mapped column as values, after the whole column told how it writes them.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::clean::{cell_text, key_text, yes_or_no};
use super::date::DayOrder;
use super::number::Convention;
use super::scale::scale_of;
use super::sides::{Side, Sides};
use super::{Field, Kind, MappingChoice, date, number};
use crate::table::{Problem, ProblemKind, Table};

/// A cell as a value. Shares are fractions; counts and scores stay exact until they are stored.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value<'t> {
    Missing,
    Text(&'t str),
    Number(Decimal),
    Date(Date),
    YesNo(bool),
}

/// A cell read on its own, before its column tells how it is meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Scan<'t> {
    /// Missing, or a word for it.
    Nothing,
    Text(&'t str),
    Number(&'t str, Option<number::Scanned>),
    Date(&'t str, Option<date::Scanned>),
}

/// One mapped column.
#[derive(Clone, Debug)]
pub(super) struct ColumnReader {
    pub(super) field: Field,
    pub(super) kind: Kind,
    pub(super) column: usize,
    pub(super) name: String,
    pub(super) convention: Convention,
    pub(super) order: DayOrder,
    /// The first cell that may read in two ways: row and text.
    pub(super) first_ambiguous: Option<(u32, String)>,
    /// On which side of the books the rows stand, of a column that tells.
    pub(super) sides: Sides,
    /// What amounts are multiplied by, since the header says that they are in thousands.
    pub(super) scale: u32,
    percent_header: bool,
}

impl ColumnReader {
    /// Reads a column as a field.
    pub(super) fn new(table: &Table, field: Field, column: usize, choice: &MappingChoice) -> Self {
        let name = table.names().get(column).cloned().unwrap_or_default();
        let convention = Convention::new(choice.decimals.get(&name).copied());
        let order = DayOrder::new(choice.day_first);
        let percent_header = name.contains('%');
        let scale =
            if field.kind() == Kind::Money { scale_of(&name).map_or(1, |(factor, _)| factor) } else { 1 };
        Self {
            field,
            kind: field.kind(),
            column,
            name,
            convention,
            order,
            first_ambiguous: None,
            sides: Sides::default(),
            scale,
            percent_header,
        }
    }

    /// Scans a cell, once for learning and reading alike.
    pub(super) fn scan<'t>(&self, cell: Option<&'t str>) -> Scan<'t> {
        let Some(text) = cell.and_then(|cell| self.text(cell)) else { return Scan::Nothing };
        match self.kind {
            Kind::Text | Kind::YesNo => Scan::Text(text),
            Kind::Date => Scan::Date(text, date::scan(text)),
            Kind::Money | Kind::Share | Kind::Number | Kind::Score => Scan::Number(text, number::scan(text)),
        }
    }

    /// The text of a cell; `None` when it is missing.
    pub(super) fn text<'t>(&self, cell: &'t str) -> Option<&'t str> {
        if matches!(self.field, Field::Id | Field::Name) { key_text(cell) } else { cell_text(cell) }
    }

    /// Whether its cells tell something about the column.
    pub(super) fn learns(&self) -> bool {
        !matches!(self.kind, Kind::Text | Kind::YesNo) || self.field == Field::DebitCredit
    }

    /// Takes in the cell of a row to learn how the column writes numbers or dates.
    pub(super) fn learn(&mut self, cell: &Scan, number_of_row: u32) {
        let ambiguous_before = self.convention.ambiguous + self.order.ambiguous;
        let text = match cell {
            Scan::Date(text, Some(scanned)) => {
                self.order.add(*scanned);
                text
            }
            Scan::Number(text, Some(scanned)) => {
                self.convention.add(scanned);
                text
            }
            Scan::Text(text) if self.field == Field::DebitCredit => {
                if let Some(side) = Side::read(text) {
                    self.sides.add(side);
                }
                return;
            }
            _ => return,
        };
        if self.first_ambiguous.is_none()
            && self.convention.ambiguous + self.order.ambiguous > ambiguous_before
        {
            self.first_ambiguous = Some((number_of_row, (*text).to_owned()));
        }
    }

    /// What the column as a whole leaves open.
    pub(super) fn open_questions(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let (row, text) = self.first_ambiguous.as_ref().map_or((0, ""), |(row, text)| (*row, text.as_str()));
        if self.convention.is_undecided() {
            problems.push(Problem::new(row, Some(&self.name), ProblemKind::AmbiguousNumber, text));
        }
        if self.order.is_undecided() {
            problems.push(Problem::new(row, Some(&self.name), ProblemKind::AmbiguousDate, text));
        }
        if self.order.months > 0 {
            let count = self.order.months.to_string();
            problems.push(Problem::new(0, Some(&self.name), ProblemKind::MonthOnly, &count));
        }
        if self.scale != 1 {
            problems.push(Problem::new(0, Some(&self.name), ProblemKind::Scaled, &self.scale.to_string()));
        }
        if self.kind == Kind::Money && self.convention.mixes_currencies() {
            problems.push(Problem::new(0, Some(&self.name), ProblemKind::MixedCurrencies, ""));
        }
        problems
    }

    /// How often the column writes decimals with a comma and with a point.
    pub(super) fn decimals(&self) -> (usize, usize) {
        self.convention.decimals()
    }

    /// Whether cells may read otherwise by what the other has learned.
    pub(super) fn decides_otherwise(&self, other: &Self) -> bool {
        self.convention.decimal() != other.convention.decimal()
            || self.is_in_percents() != other.is_in_percents()
            || self.order.is_day_first() != other.order.is_day_first()
            || self.sides.subtracted() != other.sides.subtracted()
    }

    /// Whether a share without a sign is a number of percents.
    fn is_in_percents(&self) -> bool {
        self.percent_header || self.convention.above_one
    }

    /// The value of a cell; a problem when something stands there that the field cannot hold.
    pub(super) fn read<'t>(&self, cell: Scan<'t>) -> (Value<'t>, Option<ProblemKind>) {
        match cell {
            Scan::Nothing => (Value::Missing, None),
            Scan::Text(text) if self.kind == Kind::YesNo => match yes_or_no(text) {
                Some(answer) => (Value::YesNo(answer), None),
                None => (Value::Missing, Some(ProblemKind::UnreadableYesNo)),
            },
            Scan::Text(text) if self.field == Field::DebitCredit && Side::read(text).is_none() => {
                (Value::Missing, Some(ProblemKind::UnreadableSide))
            }
            Scan::Text(text) => (Value::Text(text), None),
            Scan::Date(text, _) if is_no_day(text) => (Value::Missing, None),
            Scan::Date(_, scanned) => match scanned.and_then(|scanned| self.order.value(scanned)) {
                Some(day) => (Value::Date(day), None),
                None => (Value::Missing, Some(ProblemKind::UnreadableDate)),
            },
            Scan::Number(_, scanned) => match self.number(scanned) {
                Ok(value) => (Value::Number(value), None),
                Err(kind) => (Value::Missing, Some(kind)),
            },
        }
    }

    fn number(&self, scanned: Option<number::Scanned>) -> Result<Decimal, ProblemKind> {
        let scanned = scanned.ok_or(ProblemKind::UnreadableNumber)?;
        let value = self.convention.value(&scanned);
        let hundredth = || value.checked_div(Decimal::ONE_HUNDRED).unwrap_or(value);
        match self.kind {
            Kind::Money if scanned.percent => Err(ProblemKind::UnreadableNumber),
            Kind::Money if self.scale != 1 => {
                value.checked_mul(self.scale.into()).ok_or(ProblemKind::UnreadableNumber)
            }
            Kind::Share => {
                let share = if scanned.percent || self.is_in_percents() { hundredth() } else { value };
                if share.abs() > Decimal::ONE_THOUSAND { Err(ProblemKind::OutOfRange) } else { Ok(share) }
            }
            Kind::Score => {
                let in_scale = (Decimal::ONE..=Decimal::from(5)).contains(&value) && !scanned.percent;
                if in_scale { Ok(value) } else { Err(ProblemKind::OutOfRange) }
            }
            Kind::Number if scanned.percent => Ok(hundredth()),
            _ => Ok(value),
        }
    }
}

/// What databases write for "no day".
fn is_no_day(text: &str) -> bool {
    let is_night =
        |time: &str| time.bytes().all(|byte| matches!(byte, b'0' | b':' | b'.' | b'T' | b'Z' | b' '));
    text.strip_prefix("0000-00-00").is_some_and(is_night)
        || matches!(text, "00-00-0000" | "0" | "00/00/0000" | "00-00-00")
}

/// The nearest number of the kind that counts and shares are stored as.
pub(super) fn to_number(value: Decimal) -> Option<f64> {
    value.to_f64()
}
