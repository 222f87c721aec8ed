//! Intake: a table and a mapping in, customers and a report that accounts for every row out.

use jiff::civil::Date;

use super::{Customers, IntakeReport, Mapping, MappingChoice, guess};
use crate::table::{Problem, ReadError, Table};

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
    days: Days,
    problems: Vec<Problem>,
}

impl IntakeBuilder {
    /// Starts with the mapping that [`guess`] makes of the table and the choice.
    ///
    /// # Errors
    /// [`ReadError::NoCustomerColumn`] when neither id nor name has a column.
    pub fn new(
        table: &Table,
        problems: Vec<Problem>,
        choice: &MappingChoice,
        days: Days,
    ) -> Result<Self, ReadError> {
        Ok(Self { mapping: guess(table, choice), choice: choice.clone(), days, problems })
    }

    /// Works on about this many rows (10,000 is a few milliseconds).
    pub fn step(&mut self, table: &Table, max_rows: usize) -> IntakeStep {
        let _ = (table, max_rows, &self.choice, self.days, &self.problems, &self.mapping);
        IntakeStep::Done
    }

    /// The customers and the report; does what is left of the work.
    pub fn finish(self, table: &Table) -> Intake {
        let _ = table;
        unimplemented!("comes in the next commit")
    }
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
    let builder = IntakeBuilder::new(table, problems, choice, days)?;
    Ok(builder.finish(table))
}
