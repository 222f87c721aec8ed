//! Intake: a table and a mapping in, customers and a report that accounts for every row out.

use std::rc::Rc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::cells::{ColumnReader, Value};
use super::corrections::Corrections;
use super::gather::{Gatherer, RowValues};
use super::outside::{Outside, OutsideRow};
use super::totals::{RowLabel, RunningSums};
use super::{
    Checksum, Customers, Field, IntakeReport, Kind, ListKind, Mapping, MappingChoice, RowNote, guess,
};
use crate::table::fold::trim;
use crate::table::{Problem, ProblemKind, ReadError, Table};

/// The days an analysis needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The real today.
    pub today: Date,
    /// The day of the analysis, when the person set one; else it is the latest order date not after today.
    pub reference: Option<Date>,
}

impl From<Date> for Days {
    fn from(today: Date) -> Self {
        Self { today, reference: None }
    }
}

impl Days {
    /// Orders after this day do not count.
    pub(super) fn limit(self) -> Date {
        self.reference.unwrap_or(self.today)
    }
}

/// What comes out of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Intake {
    pub customers: Customers,
    pub report: IntakeReport,
}

/// How far an [`IntakeBuilder`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntakeStep {
    /// There is more to do: work done of work in all, in rows (each row is visited more than once).
    More { done: u64, total: u64 },
    /// [`IntakeBuilder::finish`] has the customers.
    Done,
}

/// Builds the customers in small steps. Every call must get the same table.
#[derive(Debug)]
pub struct IntakeBuilder {
    mapping: Mapping,
    choice: MappingChoice,
    corrections: Rc<Corrections>,
    outside: Outside,
    days: Days,
    readers: Vec<ColumnReader>,
    problems: Vec<Problem>,
    rejected: Vec<RowNote>,
    left_out: Vec<RowNote>,
    checksums: Vec<Checksum>,
    sums: RunningSums,
    gatherer: Gatherer,
    stage: Stage,
    at: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Learning how each column writes numbers and dates.
    Learning,
    /// Reading rows into customers.
    Reading,
    /// Settling what the rows of each customer add up to.
    Settling,
    Done,
}

/// What becomes of a row.
enum Fate {
    Used,
    Rejected(Problem),
    LeftOut(Problem),
}

impl IntakeBuilder {
    /// Starts with the mapping that [`guess`] makes of the table and the choice.
    ///
    /// # Errors
    /// [`ReadError::NoCustomerColumn`] when neither id nor name has a column.
    pub fn new(
        table: &Table,
        mut problems: Vec<Problem>,
        choice: &MappingChoice,
        days: Days,
    ) -> Result<Self, ReadError> {
        let mapping = guess(table, choice);
        if !mapping.columns.contains_key(&Field::Id) && !mapping.columns.contains_key(&Field::Name) {
            return Err(ReadError::NoCustomerColumn);
        }
        for (field, name) in &choice.columns {
            if let Some(name) = name.as_deref().filter(|name| table.column_named(name).is_none()) {
                problems.push(Problem::new(0, Some(name), ProblemKind::ColumnNotFound, field.key()));
            }
        }
        let readers: Vec<ColumnReader> = mapping
            .columns
            .iter()
            .map(|(field, column)| ColumnReader::new(table, *field, *column, choice))
            .collect();
        let checksums = readers
            .iter()
            .filter(|reader| is_added_up(reader, mapping.kind))
            .map(|reader| Checksum::empty(reader.field))
            .collect();
        let gatherer = Gatherer::new(&mapping, choice, days);
        Ok(Self {
            mapping,
            outside: Outside::default(),
            choice: choice.clone(),
            corrections: Rc::new(Corrections::new(table, choice)),
            days,
            readers,
            problems,
            rejected: Vec::new(),
            left_out: Vec::new(),
            checksums,
            sums: RunningSums::default(),
            gatherer,
            stage: Stage::Learning,
            at: 0,
        })
    }

    /// Works on about this many rows (10,000 is a few milliseconds).
    pub fn step(&mut self, table: &Table, max_rows: usize) -> IntakeStep {
        let rows = table.len();
        let length = if self.stage == Stage::Settling { self.gatherer.len() } else { rows };
        let end = self.at.saturating_add(max_rows.max(1)).min(length);
        for place in self.at..end {
            match self.stage {
                Stage::Learning => self.learn(table, place),
                Stage::Reading => self.read_row(table, place),
                Stage::Settling => self.gatherer.settle(place, &self.mapping),
                Stage::Done => {}
            }
        }
        self.at = end;
        let before = match self.stage {
            Stage::Learning => 0,
            Stage::Reading => rows,
            Stage::Settling | Stage::Done => 2 * rows,
        };
        let total = 2 * rows + self.gatherer.len();
        let done = before + end;
        if end == length {
            self.at = 0;
            self.stage = match self.stage {
                Stage::Learning => {
                    self.outside.settle(table, &self.mapping);
                    let outside = &self.outside;
                    self.problems.retain(|problem| !outside.excuses(table, problem.row, problem.kind));
                    let questions = self.readers.iter().flat_map(ColumnReader::open_questions);
                    self.problems.extend(questions);
                    Stage::Reading
                }
                Stage::Reading => Stage::Settling,
                Stage::Settling | Stage::Done => Stage::Done,
            };
        }
        if self.stage == Stage::Done {
            return IntakeStep::Done;
        }
        IntakeStep::More { done: done as u64, total: total as u64 }
    }

    /// The customers and the report; does what is left of the work.
    pub fn finish(mut self, table: &Table) -> Intake {
        while self.step(table, usize::MAX) != IntakeStep::Done {}
        let (customers, merged) = self.gatherer.finish(self.days);
        let mut problems = self.problems;
        // Stable: what stands in one row stays in the order in which it was found.
        problems.sort_by_key(|problem| problem.row);
        let (commas, points) = self
            .readers
            .iter()
            .map(ColumnReader::decimals)
            .fold((0, 0), |sum, column| (sum.0 + column.0, sum.1 + column.1));
        let mut dialect = table.dialect().clone();
        dialect.decimal = (commas + points > 0).then_some(if commas >= points { ',' } else { '.' });
        let columns = self.readers.iter().map(|reader| (reader.field, reader.name.clone())).collect();
        let report = IntakeReport {
            rows: table.len(),
            customers: customers.len(),
            merged,
            rejected: self.rejected,
            left_out: self.left_out,
            problems,
            dialect,
            mapping: self.mapping,
            columns,
            checksums: self.checksums,
        };
        Intake { customers, report }
    }

    fn learn(&mut self, table: &Table, row: usize) {
        if self.outside.see(table, row) {
            return;
        }
        for reader in &mut self.readers {
            reader.learn(self.corrections.cell(table, row, reader.column), table.row_number(row));
        }
    }

    fn read_row(&mut self, table: &Table, row: usize) {
        let number = table.row_number(row);
        if let Some(outside) = self.outside.at(row) {
            self.leave_outside(table, row, outside);
            return;
        }
        let corrections = Rc::clone(&self.corrections);
        let mut values = Vec::with_capacity(self.readers.len());
        let mut faults = Vec::new();
        for reader in &self.readers {
            let cell = corrections.cell(table, row, reader.column);
            let (value, fault) = reader.read(cell);
            values.push(value);
            if let Some(kind) = fault {
                let cell = cell.map_or("", trim);
                faults.push(Problem::new(number, Some(&reader.name), kind, cell));
            }
        }
        let fate = self.fate(table, row, &values, &faults);
        self.check_sums(&values, &fate);
        match fate {
            Fate::Used => {
                self.problems.append(&mut faults);
                self.sums.add(self.amount(&values));
                let first_name =
                    self.mapping.first_name.and_then(|column| corrections.cell(table, row, column)).map(trim);
                let row = RowValues { table, row, readers: &self.readers, values: &values, first_name };
                self.gatherer.take(row, &mut self.problems);
            }
            Fate::Rejected(problem) => {
                self.rejected.push(RowNote { row: number, kind: problem.kind });
                self.problems.push(problem);
            }
            Fate::LeftOut(problem) => {
                if problem.kind == ProblemKind::TotalRow {
                    self.sums.close();
                }
                self.left_out.push(RowNote { row: number, kind: problem.kind });
                self.problems.push(problem);
            }
        }
    }

    /// Accounts for a row that is no part of the list. Of another table only the headings are told.
    fn leave_outside(&mut self, table: &Table, row: usize, outside: OutsideRow) {
        let number = table.row_number(row);
        let (kind, value) = match outside {
            OutsideRow::Headings(stretch) => (ProblemKind::OtherTable, Some(table.title_of(&stretch))),
            OutsideRow::OfTable => (ProblemKind::OtherTable, None),
            OutsideRow::Footer => {
                let filled: Vec<&str> = table.cells(row).map(trim).filter(|cell| !cell.is_empty()).collect();
                (ProblemKind::Footer, Some(filled.join(" ")))
            }
        };
        self.left_out.push(RowNote { row: number, kind });
        self.problems.extend(value.map(|value| Problem::new(number, None, kind, &value)));
    }

    fn fate(&self, table: &Table, row: usize, values: &[Value], faults: &[Problem]) -> Fate {
        let number = table.row_number(row);
        let note = |kind, value: &str| Problem::new(number, None, kind, value);
        if self.choice.removed_rows.contains(&number) {
            return Fate::LeftOut(note(ProblemKind::RemovedRow, ""));
        }
        if repeats_header(table, row) {
            return Fate::LeftOut(note(ProblemKind::HeaderAgain, table.cell(row, 0).map_or("", trim)));
        }
        let (id, name) = (self.text(Field::Id, values), self.text(Field::Name, values));
        let other = if id.is_none() && name.is_none() {
            table.cells(row).map(trim).find(|cell| !cell.is_empty())
        } else {
            None
        };
        let label = RowLabel { id, name, other, amount: self.amount(values) };
        if self.sums.is_total(label) {
            return Fate::LeftOut(note(ProblemKind::TotalRow, name.or(id).or(other).unwrap_or("")));
        }
        if id.is_none() && name.is_none() {
            return Fate::Rejected(note(ProblemKind::NoKey, ""));
        }
        if self.mapping.kind == ListKind::Customers {
            return Fate::Used;
        }
        for (field, missing) in
            [(Field::OrderDate, ProblemKind::NoDate), (Field::Revenue, ProblemKind::NoAmount)]
        {
            let Some(place) = self.readers.iter().position(|reader| reader.field == field) else {
                continue;
            };
            if values.get(place) == Some(&Value::Missing) {
                let name = self.readers[place].name.as_str();
                let unreadable = faults.iter().find(|fault| fault.column.as_deref() == Some(name)).cloned();
                return Fate::Rejected(
                    unreadable.unwrap_or_else(|| Problem::new(number, Some(name), missing, "")),
                );
            }
        }
        let place = self.readers.iter().position(|reader| reader.field == Field::OrderDate);
        match place.and_then(|place| Some((&self.readers[place], values.get(place)?))) {
            Some((reader, Value::Date(day))) if *day > self.days.limit() => {
                let cell = table.cell(row, reader.column).map_or("", trim);
                Fate::LeftOut(Problem::new(number, Some(&reader.name), ProblemKind::FutureDate, cell))
            }
            _ => Fate::Used,
        }
    }

    fn text<'t>(&self, field: Field, values: &[Value<'t>]) -> Option<&'t str> {
        let place = self.readers.iter().position(|reader| reader.field == field)?;
        match values.get(place)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The amount that total rows are recognised by: the revenue, else the first money column.
    fn amount(&self, values: &[Value]) -> Option<Decimal> {
        let place = self
            .readers
            .iter()
            .position(|reader| reader.field == Field::Revenue)
            .or_else(|| self.readers.iter().position(|reader| reader.kind == Kind::Money))?;
        match values.get(place)? {
            Value::Number(amount) => Some(*amount),
            _ => None,
        }
    }

    fn check_sums(&mut self, values: &[Value], fate: &Fate) {
        let amounts =
            self.readers.iter().zip(values).filter(|(reader, _)| is_added_up(reader, self.mapping.kind));
        for (checksum, (_, value)) in self.checksums.iter_mut().zip(amounts) {
            if let Value::Number(amount) = value {
                checksum.add(*amount, fate_of(fate));
            }
        }
    }
}

/// Whether the customers' amounts add up to those of the rows: of what stands in order lines, such as the potential
/// of the customer, the latest counts.
fn is_added_up(reader: &ColumnReader, kind: ListKind) -> bool {
    let in_lines = [Field::Revenue, Field::Margin, Field::Cost, Field::CostToServe];
    reader.kind == Kind::Money && (kind == ListKind::Customers || in_lines.contains(&reader.field))
}

/// Where an amount goes in a [`Checksum`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Share {
    Used,
    Rejected,
    LeftOut,
    Total,
}

fn fate_of(fate: &Fate) -> Share {
    match fate {
        Fate::Used => Share::Used,
        Fate::Rejected(_) => Share::Rejected,
        Fate::LeftOut(problem) if problem.kind == ProblemKind::TotalRow => Share::Total,
        Fate::LeftOut(_) => Share::LeftOut,
    }
}

/// Whether a row is the header once more, as in lists that were put behind each other.
fn repeats_header(table: &Table, row: usize) -> bool {
    let header = table.header();
    let first = header.first().map_or("", |cell| trim(cell));
    // Most rows differ in the first cell already.
    if header.is_empty() || table.cell(row, 0).map(trim) != Some(first) {
        return false;
    }
    let width = table.width().max(table.cells_in(row));
    let cell = |column: usize| table.cell(row, column).map_or("", trim);
    (0..width).all(|column| header.get(column).map_or("", |text| trim(text)) == cell(column))
}

/// The whole intake at once.
///
/// # Errors
/// [`ReadError::NoCustomerColumn`] when neither id nor name has a column.
pub fn intake(
    table: &Table,
    problems: Vec<Problem>,
    choice: &MappingChoice,
    days: Days,
) -> Result<Intake, ReadError> {
    Ok(IntakeBuilder::new(table, problems, choice, days)?.finish(table))
}
