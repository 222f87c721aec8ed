//! A source on its way from bytes to customers, in small steps that can be stopped.

use std::rc::Rc;

use jiff::civil::Date;

use super::known::Known;
use super::list::List;
use crate::customers::{Days, IntakeBuilder, IntakeStep};
use crate::table::{self, Problem, ReadError, ReadStep, Reader, Table};
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
    /// It cannot be read a second time: moved, changed or locked since it was picked.
    Lost,
}

/// A source being read.
#[derive(Debug)]
pub struct Reading {
    pub source: Source,
    /// What it is read with; the person may enter more meanwhile.
    pub known: Known,
    phase: Phase,
    /// What reading the text came across.
    problems: Vec<Problem>,
    /// All bytes are in.
    closed: bool,
}

#[derive(Debug)]
enum Phase {
    /// Bytes become rows, and those of a long list customers at once.
    Text(Box<Text>),
    Customers(Box<Rest>),
    /// Only between two phases.
    Over,
}

#[derive(Debug)]
struct Text {
    reader: Reader,
    /// Once the beginning of a long list told what its columns are.
    builder: Option<IntakeBuilder>,
}

#[derive(Debug)]
struct Rest {
    table: Table,
    builder: IntakeBuilder,
}

impl Reading {
    /// Waits for bytes. With `bytes`, where they can be had again, a long list is read while it comes in and not
    /// kept in memory.
    pub fn new(source: Source, bytes: Option<Rc<dyn table::Source>>, known: &Known) -> Self {
        let options = (*known.inputs.reading).clone();
        let reader = match bytes {
            Some(bytes) => Reader::of_source(options, bytes),
            None => Reader::new(options),
        };
        let phase = Phase::Text(Box::new(Text { reader, builder: None }));
        Self { source, known: known.clone(), phase, problems: Vec::new(), closed: false }
    }

    /// Where in the source the next bytes are to be taken from; `None` when no more are needed.
    pub fn wants(&self) -> Option<u64> {
        match &self.phase {
            Phase::Text(text) if !self.closed => Some(text.reader.wants()),
            _ => None,
        }
    }

    /// Takes bytes; `last` closes the source.
    pub fn feed(&mut self, bytes: &[u8], last: bool) {
        if let Phase::Text(text) = &mut self.phase {
            text.reader.feed(bytes);
            if last {
                text.reader.finish();
                self.closed = true;
            }
        }
    }

    /// Works a little.
    pub fn step(&mut self, today: Date) -> Outcome {
        match std::mem::replace(&mut self.phase, Phase::Over) {
            Phase::Text(text) if !self.closed && !text.reader.is_long() => {
                self.phase = Phase::Text(text);
                Outcome::Waiting
            }
            Phase::Text(text) => self.read(text, Days::from(today)),
            Phase::Customers(rest) => self.build(rest),
            Phase::Over => Outcome::Waiting,
        }
    }

    /// Reads on: rows that are there become customers before more bytes become rows.
    fn read(&mut self, mut text: Box<Text>, days: Days) -> Outcome {
        if let (Some(builder), Some(table)) = (&mut text.builder, text.reader.table()) {
            let step = builder.step(table, STEP_ROWS);
            text.reader.release(builder.at());
            if step != IntakeStep::Starved {
                self.phase = Phase::Text(text);
                return Outcome::Working(None);
            }
        }
        let step = text.reader.step(STEP_BYTES);
        self.problems.extend(text.reader.take_problems());
        let outcome = match step {
            ReadStep::More { done, total, rows } => Outcome::Working(Some(self.progress(done, total, rows))),
            ReadStep::Starved => match text.reader.table().filter(|_| text.builder.is_none()) {
                Some(table) => {
                    match IntakeBuilder::new(table, Vec::new(), &self.known.inputs.mapping, days) {
                        Ok(builder) => text.builder = Some(builder.opened()),
                        Err(reason) => return Outcome::Refused(reason),
                    }
                    Outcome::Working(None)
                }
                None => Outcome::Waiting,
            },
            ReadStep::Again => {
                text.builder = None;
                self.problems.clear();
                self.closed = false;
                Outcome::Working(None)
            }
            ReadStep::Done => return self.close(*text, days),
        };
        self.phase = Phase::Text(text);
        outcome
    }

    /// All rows are there.
    fn close(&mut self, text: Text, days: Days) -> Outcome {
        let read = text.reader.into_result().and_then(|(table, problems)| {
            self.problems.extend(problems);
            let problems = self.problems.clone();
            let builder = match text.builder {
                Some(mut builder) => {
                    builder.close(problems);
                    builder
                }
                None => IntakeBuilder::new(&table, problems, &self.known.inputs.mapping, days)?,
            };
            Ok(Rest { table, builder })
        });
        match read {
            Ok(rest) => {
                self.phase = Phase::Customers(Box::new(rest));
                Outcome::Working(None)
            }
            Err(reason) => Outcome::Refused(reason),
        }
    }

    fn build(&mut self, mut rest: Box<Rest>) -> Outcome {
        let step = rest.builder.step(&rest.table, STEP_ROWS);
        rest.table.release(rest.builder.at());
        if rest.table.lost_its_source() {
            return Outcome::Lost;
        }
        if let IntakeStep::More { done, total } = step {
            let rows = rest.table.len() as u64;
            self.phase = Phase::Customers(rest);
            return Outcome::Working(Some(self.progress(done, total, rows)));
        }
        let Rest { table, builder } = *rest;
        let intake = builder.finish(&table);
        let (source, problems) = (self.source.clone(), std::mem::take(&mut self.problems));
        Outcome::Read(Box::new(List::new(source, table, problems, intake, &self.known)))
    }

    fn progress(&self, done: u64, total: u64, rows: u64) -> Update {
        Update::Progress { source: self.source.id, done, total, rows }
    }
}
