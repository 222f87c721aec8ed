//! A source on its way from bytes to customers, in small steps that can be stopped.

use jiff::civil::Date;

use super::known::Known;
use super::list::List;
use crate::customers::{Days, IntakeBuilder, IntakeStep};
use crate::table::{Problem, ReadError, ReadStep, Reader, Table};
use crate::views::{Source, Update};

/// Bytes and rows a step works on: some milliseconds.
const STEP_BYTES: usize = 1 << 20;
const STEP_ROWS: usize = 10_000;

/// How far a step came.
pub enum Outcome {
    /// More bytes must come first.
    Waiting,
    /// Something was done; perhaps there is progress to tell.
    Working(Option<Update>),
    /// The customers are there.
    Read(Box<List>),
    /// It cannot be used.
    Refused(ReadError),
}

/// A source being read.
#[derive(Debug)]
pub struct Reading {
    pub source: Source,
    /// What it is read with; the person may enter more meanwhile.
    pub known: Known,
    phase: Phase,
    /// All bytes are in.
    closed: bool,
}

#[derive(Debug)]
enum Phase {
    Text(Box<Reader>),
    Customers {
        table: Box<Table>,
        problems: Vec<Problem>,
        builder: Box<IntakeBuilder>,
    },
    /// Only between two phases.
    Over,
}

impl Reading {
    /// Waits for bytes.
    pub fn new(source: Source, known: &Known) -> Self {
        let reader = Reader::new((*known.inputs.reading).clone());
        Self { source, known: known.clone(), phase: Phase::Text(Box::new(reader)), closed: false }
    }

    /// Takes bytes; `last` closes the source.
    pub fn feed(&mut self, bytes: &[u8], last: bool) {
        if let Phase::Text(reader) = &mut self.phase {
            reader.feed(bytes);
            if last {
                reader.finish();
                self.closed = true;
            }
        }
    }

    /// Works a little.
    pub fn step(&mut self, today: Date) -> Outcome {
        if !self.closed {
            return Outcome::Waiting;
        }
        match std::mem::replace(&mut self.phase, Phase::Over) {
            Phase::Text(mut reader) => {
                if let ReadStep::More { done, total, rows } = reader.step(STEP_BYTES) {
                    self.phase = Phase::Text(reader);
                    return Outcome::Working(Some(self.progress(done, total, rows)));
                }
                let started = reader.into_result().and_then(|(table, problems)| {
                    let choice = &self.known.inputs.mapping;
                    let builder = IntakeBuilder::new(&table, problems.clone(), choice, Days::from(today))?;
                    Ok((table, problems, builder))
                });
                match started {
                    Ok((table, problems, builder)) => {
                        let (table, builder) = (Box::new(table), Box::new(builder));
                        self.phase = Phase::Customers { table, problems, builder };
                        Outcome::Working(None)
                    }
                    Err(reason) => Outcome::Refused(reason),
                }
            }
            Phase::Customers { table, problems, mut builder } => {
                if let IntakeStep::More { done, total } = builder.step(&table, STEP_ROWS) {
                    let rows = table.len() as u64;
                    self.phase = Phase::Customers { table, problems, builder };
                    return Outcome::Working(Some(self.progress(done, total, rows)));
                }
                let intake = builder.finish(&table);
                let source = self.source.clone();
                Outcome::Read(Box::new(List::new(source, *table, problems, intake, &self.known)))
            }
            Phase::Over => Outcome::Waiting,
        }
    }

    fn progress(&self, done: u64, total: u64, rows: u64) -> Update {
        Update::Progress { source: self.source.id, done, total, rows }
    }
}
