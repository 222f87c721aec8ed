//! Intake: a table and a mapping in, customers and a report that accounts for every row out.

use std::rc::Rc;

use jiff::civil::Date;
use quick::Rows;

use super::batch;
use super::cells::{ColumnReader, Value};
use super::corrections::Corrections;
use super::gather::{Gatherer, Places, RowValues, date_at, number_at, text_at};
use super::instalments::{add_parts, added_together};
use super::outside::{Outside, OutsideRow};
use super::sides::subtract;
use super::totals::{RowLabel, RunningSums};
use super::{
    Checksum, Customers, Field, IntakeReport, Kind, ListKind, Mapping, MappingChoice, RowNote, guess,
};
use crate::sorted::InOrder;
use crate::table::fold::trim;
use crate::table::{Problem, ProblemKind, ReadError, Record, Table};

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
    /// All rows that are there are read; more must come, or [`IntakeBuilder::close`].
    Starved,
    /// [`IntakeBuilder::finish`] has the customers.
    Done,
}

/// Builds the customers in small steps. Every call must get the same table.
///
/// How a column writes numbers and dates is a matter of all its cells. Of a list that is still being read only the
/// beginning is known: the rest is read as that tells, and when it told otherwise at the end, the rows are read again.
#[derive(Debug)]
pub struct IntakeBuilder {
    pub(super) mapping: Mapping,
    pub(super) choice: MappingChoice,
    pub(super) corrections: Rc<Corrections>,
    outside: Outside,
    pub(super) days: Days,
    pub(super) readers: Vec<ColumnReader>,
    /// What the rows behind the beginning tell, while they are read.
    pub(super) learners: Vec<ColumnReader>,
    pub(super) places: Places,
    /// The value that total rows are recognised by: the revenue, else the first money column.
    pub(super) amount: Option<usize>,
    /// Which values are added up in the checksums.
    pub(super) added_up: Vec<usize>,
    /// Whether rows can be read a column at a time: nobody mended cells or put customers together.
    is_ordinary: bool,
    /// More rows may come.
    open: bool,
    /// Rows that the readers learned from.
    pub(super) learned: usize,
    /// Rows that were looked at for where the list ends.
    seen: usize,
    /// Whether it is known where the list ends.
    settled: bool,
    /// What was found before and beside the rows.
    notices: Vec<Problem>,
    pub(super) problems: Vec<Problem>,
    rejected: Vec<RowNote>,
    left_out: Vec<RowNote>,
    /// Rows whose amounts are subtracted.
    subtracted: usize,
    pub(super) checksums: Vec<Checksum>,
    pub(super) sums: RunningSums,
    pub(super) gatherer: Gatherer,
    stage: Stage,
    at: usize,
    /// Values of one row, kept for their memory.
    faults: Vec<Problem>,
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
    /// [`ReadError::NoCustomerColumn`] with the columns to choose from, when neither id nor name has a column.
    pub fn new(
        table: &Table,
        mut notices: Vec<Problem>,
        choice: &MappingChoice,
        days: Days,
    ) -> Result<Self, ReadError> {
        let mapping = guess(table, choice);
        if !mapping.columns.contains_key(&Field::Id) && !mapping.columns.contains_key(&Field::Name) {
            return Err(ReadError::NoCustomerColumn { columns: table.samples() });
        }
        for (field, name) in &choice.columns {
            if let Some(name) = name.as_deref().filter(|name| table.column_named(name).is_none()) {
                notices.push(Problem::new(0, Some(name), ProblemKind::ColumnNotFound, field.key()));
            }
        }
        let columns = mapping.columns.iter().map(|(field, column)| (*field, *column));
        let readers: Vec<ColumnReader> = columns
            .chain(mapping.parts.iter().copied())
            .map(|(field, column)| ColumnReader::new(table, field, column, choice))
            .collect();
        let is_money = |field: Option<Field>| {
            readers.iter().position(|reader| match field {
                Some(field) => reader.field == field,
                None => reader.kind == Kind::Money,
            })
        };
        let added_up: Vec<usize> =
            (0..mapping.columns.len()).filter(|place| is_added_up(&readers[*place], mapping.kind)).collect();
        Ok(Self {
            checksums: added_up.iter().map(|place| Checksum::empty(readers[*place].field)).collect(),
            gatherer: Gatherer::new(&mapping, &readers, choice, days).expecting(table.expected_rows()),
            places: Places::new(&readers),
            amount: is_money(Some(Field::Revenue)).or_else(|| is_money(None)),
            added_up,
            is_ordinary: !choice.by_group
                && choice.same.is_empty()
                && choice.corrections.is_empty()
                && mapping.first_name.is_none()
                && mapping.parts.is_empty()
                && !mapping.columns.contains_key(&Field::DebitCredit),
            mapping,
            outside: Outside::default(),
            choice: choice.clone(),
            corrections: Rc::new(Corrections::new(table, choice)),
            days,
            readers,
            learners: Vec::new(),
            open: false,
            learned: table.len(),
            seen: 0,
            settled: false,
            notices,
            problems: Vec::new(),
            rejected: Vec::new(),
            left_out: Vec::new(),
            subtracted: 0,
            sums: RunningSums::default(),
            stage: Stage::Learning,
            at: 0,
            faults: Vec::new(),
        })
    }

    /// Reads every row on its own, as if there were something out of the ordinary in all of them.
    #[cfg(test)]
    pub(super) fn one_by_one(self) -> Self {
        Self { is_ordinary: false, ..self }
    }

    /// From now on the table may grow until [`IntakeBuilder::close`].
    #[must_use]
    pub fn opened(self) -> Self {
        Self { open: true, ..self }
    }

    /// The table is whole; with what was found while the rest of it was read.
    pub fn close(&mut self, notices: Vec<Problem>) {
        self.open = false;
        self.notices.extend(notices);
    }

    /// The first row that is still needed.
    pub fn at(&self) -> usize {
        match self.stage {
            Stage::Learning => 0,
            Stage::Reading => self.at,
            Stage::Settling | Stage::Done => usize::MAX,
        }
    }

    /// Works on about this many rows (10,000 is a few milliseconds).
    pub fn step(&mut self, table: &Table, max_rows: usize) -> IntakeStep {
        let rows = table.len();
        let length = match self.stage {
            Stage::Learning => self.learned,
            Stage::Reading => self.readable(table),
            Stage::Done => rows,
            Stage::Settling => self.gatherer.unsettled(),
        };
        let end = self.at.saturating_add(max_rows.max(1)).min(length);
        match self.stage {
            Stage::Learning => self.learn_rows(table, self.at, end),
            Stage::Reading => self.read_rows(table, self.at, end),
            Stage::Settling => self.gatherer.settle(self.at..end, &self.mapping),
            Stage::Done => {}
        }
        self.at = end;
        if end == length {
            self.stage = match self.stage {
                Stage::Learning => {
                    self.learners.clone_from(&self.readers);
                    Stage::Reading
                }
                Stage::Reading if self.open => return IntakeStep::Starved,
                Stage::Reading => {
                    if self.must_read_again(rows) {
                        self.forget_rows();
                        Stage::Reading
                    } else {
                        Stage::Settling
                    }
                }
                Stage::Settling | Stage::Done => Stage::Done,
            };
            self.at = 0;
        }
        let before = match self.stage {
            Stage::Learning => 0,
            Stage::Reading => rows,
            Stage::Settling => 2 * rows,
            Stage::Done => return IntakeStep::Done,
        };
        IntakeStep::More { done: (before + self.at) as u64, total: (2 * rows + self.gatherer.len()) as u64 }
    }

    /// How many rows can be read: of a list that still grows not the last, which may stand below the list.
    fn readable(&mut self, table: &Table) -> usize {
        let rows = table.len();
        self.outside.see_all(table, self.seen..rows);
        self.seen = rows;
        if self.open {
            return rows.saturating_sub(HELD_BACK).min(self.outside.list_end()).max(self.at);
        }
        if !self.settled {
            self.settled = true;
            self.outside.settle(table, &self.mapping);
            let outside = &self.outside;
            self.notices.retain(|problem| !outside.excuses(table, problem.row, problem.kind));
        }
        rows
    }

    fn learn_rows(&mut self, table: &Table, from: usize, to: usize) {
        self.outside.see_all(table, from..to);
        self.seen = to;
        let (mut row, to) = (from, to.min(self.outside.other_table()));
        while row < to {
            let end = to.min(row + batch::ROWS);
            let rows = if self.is_ordinary { table.rows(row..end) } else { Rows::default() };
            if rows.is_empty() {
                learn(&mut self.readers, &self.corrections, table.record(row));
            } else {
                batch::learn(rows, &mut self.readers);
            }
            row += rows.len().max(1);
        }
    }

    /// Whether all rows together tell something else about a column than its beginning.
    fn must_read_again(&mut self, rows: usize) -> bool {
        if self.learned >= rows {
            return false;
        }
        self.learned = rows;
        let differs =
            self.readers.iter().zip(&self.learners).any(|(one, other)| one.decides_otherwise(other));
        self.readers.clone_from(&self.learners);
        differs
    }

    fn forget_rows(&mut self) {
        self.gatherer =
            Gatherer::new(&self.mapping, &self.readers, &self.choice, self.days).expecting(self.learned);
        self.checksums = self.checksums.iter().map(|checksum| Checksum::empty(checksum.field)).collect();
        self.sums = RunningSums::default();
        for notes in [&mut self.rejected, &mut self.left_out] {
            notes.clear();
        }
        self.problems.clear();
        self.subtracted = 0;
    }

    /// The customers and the report; does what is left of the work.
    pub fn finish(mut self, table: &Table) -> Intake {
        self.open = false;
        while self.step(table, usize::MAX) != IntakeStep::Done {}
        let together = added_together(&self.readers, self.mapping.columns.len());
        let (customers, merged) = self.gatherer.finish(self.days);
        let mut problems = self.notices;
        problems.extend(together);
        problems.extend(self.readers.iter().flat_map(ColumnReader::open_questions));
        let side = self.places.side.and_then(|place| self.readers.get(place)).filter(|_| self.subtracted > 0);
        problems.extend(side.map(|reader| {
            Problem::new(0, Some(&reader.name), ProblemKind::Subtracted, &self.subtracted.to_string())
        }));
        problems.append(&mut self.problems);
        // Stable: what stands in one row stays in the order in which it was found.
        problems.order_by_key(|problem| problem.row);
        let (commas, points) = self
            .readers
            .iter()
            .map(ColumnReader::decimals)
            .fold((0, 0), |sum, column| (sum.0 + column.0, sum.1 + column.1));
        let mut dialect = table.dialect().clone();
        dialect.decimal = (commas + points > 0).then_some(if commas >= points { ',' } else { '.' });
        let whole = self.readers.iter().take(self.mapping.columns.len());
        let columns = whole.map(|reader| (reader.field, reader.name.clone())).collect();
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

    fn read_rows(&mut self, table: &Table, from: usize, to: usize) {
        let mut row = from;
        while row < to {
            let learned = if row < self.learned { self.learned } else { to };
            let end = to.min(learned).min(row + batch::ROWS);
            let is_ordinary = self.is_ordinary && end <= self.outside.from();
            let rows = if is_ordinary { table.rows(row..end) } else { Rows::default() };
            if rows.is_empty() {
                self.read_one_by_one(table, row, end);
                row = end;
            } else {
                self.read_batch(table, rows, row);
                row += rows.len();
            }
        }
    }

    fn read_one_by_one(&mut self, table: &Table, from: usize, to: usize) {
        let readers = std::mem::take(&mut self.readers);
        let corrections = Rc::clone(&self.corrections);
        let mut values = Vec::with_capacity(readers.len());
        for row in from..to {
            let record = table.record(row);
            let outside = self.outside.at(row);
            let learns = row >= self.learned;
            if let Some(outside) = outside {
                if learns && outside != OutsideRow::OfTable {
                    learn(&mut self.learners, &corrections, record);
                }
                self.leave_outside(table, record, outside);
                continue;
            }
            values.clear();
            self.read_row(table, record, &readers, &corrections, learns, &mut values);
        }
        self.readers = readers;
    }

    pub(super) fn read_row<'t>(
        &mut self,
        table: &Table,
        record: Record<'t>,
        readers: &[ColumnReader],
        corrections: &'t Corrections,
        learns: bool,
        values: &mut Vec<Value<'t>>,
    ) {
        let number = record.number();
        let mut faults = std::mem::take(&mut self.faults);
        for (place, reader) in readers.iter().enumerate() {
            let cell = corrections.cell(record, reader.column);
            let scan = reader.scan(cell);
            if let Some(learner) = self.learners.get_mut(place).filter(|_| learns) {
                learner.learn(&scan, number);
            }
            let (value, fault) = reader.read(scan);
            values.push(value);
            if let Some(kind) = fault {
                let cell = cell.map_or("", trim);
                faults.push(Problem::new(number, Some(&reader.name), kind, cell));
            }
        }
        add_parts(values, readers, self.mapping.columns.len());
        let subtracts = subtract(values, readers, self.places.side);
        let fate = self.fate(table, record, readers, values, &faults);
        self.subtracted += usize::from(subtracts && matches!(fate, Fate::Used));
        self.check_sums(values, &fate);
        match fate {
            Fate::Used => {
                self.problems.append(&mut faults);
                self.sums.add(number_at(values, self.amount));
                let first_name =
                    self.mapping.first_name.and_then(|column| corrections.cell(record, column)).map(trim);
                let row = RowValues { record, readers, values, first_name };
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
        faults.clear();
        self.faults = faults;
    }

    /// Accounts for a row that is no part of the list. Of another table only the headings are told.
    fn leave_outside(&mut self, table: &Table, record: Record, outside: OutsideRow) {
        let number = record.number();
        let (kind, value) = match outside {
            OutsideRow::Headings(stretch) => (ProblemKind::OtherTable, Some(table.title_of(&stretch))),
            OutsideRow::OfTable => (ProblemKind::OtherTable, None),
            OutsideRow::Footer => {
                let filled: Vec<&str> = record.cells().map(trim).filter(|cell| !cell.is_empty()).collect();
                (ProblemKind::Footer, Some(filled.join(" ")))
            }
        };
        self.left_out.push(RowNote { row: number, kind });
        self.problems.extend(value.map(|value| Problem::new(number, None, kind, &value)));
    }

    fn fate(
        &self,
        table: &Table,
        record: Record,
        readers: &[ColumnReader],
        values: &[Value],
        faults: &[Problem],
    ) -> Fate {
        let number = record.number();
        let note = |kind, value: &str| Problem::new(number, None, kind, value);
        if self.choice.removed_rows.contains(&number) {
            return Fate::LeftOut(note(ProblemKind::RemovedRow, ""));
        }
        if repeats_header(table, record) {
            return Fate::LeftOut(note(ProblemKind::HeaderAgain, record.cell(0).map_or("", trim)));
        }
        let (id, name) = (text_at(values, self.places.id), text_at(values, self.places.name));
        let other = if id.is_none() && name.is_none() {
            record.cells().map(trim).find(|cell| !cell.is_empty())
        } else {
            None
        };
        let label = RowLabel { id, name, other, amount: number_at(values, self.amount) };
        if self.sums.is_total(label) {
            return Fate::LeftOut(note(ProblemKind::TotalRow, name.or(id).or(other).unwrap_or("")));
        }
        if id.is_none() && name.is_none() {
            return Fate::Rejected(note(ProblemKind::NoKey, ""));
        }
        if self.mapping.kind == ListKind::Customers {
            return Fate::Used;
        }
        for (place, missing) in
            [(self.places.order_date, ProblemKind::NoDate), (self.places.revenue, ProblemKind::NoAmount)]
        {
            let Some(place) = place else { continue };
            if values.get(place) == Some(&Value::Missing) {
                let name = readers[place].name.as_str();
                let unreadable = faults.iter().find(|fault| fault.column.as_deref() == Some(name)).cloned();
                return Fate::Rejected(
                    unreadable.unwrap_or_else(|| Problem::new(number, Some(name), missing, "")),
                );
            }
        }
        match (self.places.order_date, date_at(values, self.places.order_date)) {
            (Some(place), Some(day)) if day > self.days.limit() => {
                let reader = &readers[place];
                let cell = record.cell(reader.column).map_or("", trim);
                Fate::LeftOut(Problem::new(number, Some(&reader.name), ProblemKind::FutureDate, cell))
            }
            _ => Fate::Used,
        }
    }

    fn check_sums(&mut self, values: &[Value], fate: &Fate) {
        for (checksum, place) in self.checksums.iter_mut().zip(&self.added_up) {
            if let Some(Value::Number(amount)) = values.get(*place) {
                checksum.add(*amount, fate_of(fate));
            }
        }
    }
}

/// So many rows at the end may turn out to stand below the list.
const HELD_BACK: usize = 64;

fn learn(readers: &mut [ColumnReader], corrections: &Corrections, record: Record) {
    for reader in readers.iter_mut().filter(|reader| reader.learns()) {
        let scan = reader.scan(corrections.cell(record, reader.column));
        reader.learn(&scan, record.number());
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
fn repeats_header(table: &Table, record: Record) -> bool {
    let header = table.header();
    let first = header.first().map_or("", |cell| trim(cell));
    // Most rows differ in the first cell already.
    if header.is_empty() || record.cell(0).map(trim) != Some(first) {
        return false;
    }
    let width = table.width().max(record.len());
    let cell = |column: usize| record.cell(column).map_or("", trim);
    (0..width).all(|column| header.get(column).map_or("", |text| trim(text)) == cell(column))
}

/// The whole intake at once.
///
/// # Errors
/// [`ReadError::NoCustomerColumn`] with the columns to choose from, when neither id nor name has a column.
pub fn intake(
    table: &Table,
    problems: Vec<Problem>,
    choice: &MappingChoice,
    days: Days,
) -> Result<Intake, ReadError> {
    Ok(IntakeBuilder::new(table, problems, choice, days)?.finish(table))
}
