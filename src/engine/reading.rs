//! A source on its way from bytes to customers, in small steps that can be stopped.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::rc::Rc;

use jiff::civil::Date;

use super::known::Known;
use super::parts::{Part, choice_of, last_row};
use crate::customers::{Days, Intake, IntakeBuilder, IntakeStep, MappingChoice};
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
    /// The customers of every table of the source are there.
    Read(Vec<(Part, Intake)>),
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
    /// Tables before those of this source, and the number of their last row.
    before: (usize, u32),
    /// Tables of this source that are done.
    done: Vec<(Part, Intake)>,
    /// Tables of this source that wait.
    waiting: VecDeque<Reader>,
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
    name: String,
    table: Table,
    builder: IntakeBuilder,
}

impl Reading {
    /// Waits for bytes. With `bytes`, where they can be had again, a long list is read while it comes in and not
    /// kept in memory.
    ///
    /// `before` counts the tables that other files of the list gave, with the number of their last row.
    pub fn new(
        source: Source,
        bytes: Option<Rc<dyn table::Source>>,
        known: &Known,
        before: (usize, u32),
    ) -> Self {
        let options = if before.0 == 0 {
            (*known.inputs.reading).clone()
        } else {
            known.inputs.files.get(&source.name).map(|file| file.reading.clone()).unwrap_or_default()
        };
        let reader = match bytes {
            Some(bytes) => Reader::of_source(options, bytes),
            None => Reader::new(options),
        };
        let phase = Phase::Text(Box::new(Text { reader, builder: None }));
        Self {
            source,
            known: known.clone(),
            phase,
            before,
            done: Vec::new(),
            waiting: VecDeque::new(),
            problems: Vec::new(),
            closed: false,
        }
    }

    /// Where in the source the next bytes are to be taken from; `None` when no more are needed.
    pub fn wants(&self) -> Option<u64> {
        match &self.phase {
            Phase::Text(text) if !self.closed => Some(text.reader.wants()),
            _ => None,
        }
    }

    /// Takes bytes; `last` closes the source.
    pub fn feed(&mut self, bytes: Cow<'_, [u8]>, last: bool) {
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
        let name = self.name_of(&text.reader);
        let step = text.reader.step(STEP_BYTES);
        self.problems.extend(text.reader.take_problems());
        let outcome = match step {
            ReadStep::More { done, total, rows } => Outcome::Working(Some(self.progress(done, total, rows))),
            ReadStep::Starved => match text.reader.table().filter(|_| text.builder.is_none()) {
                Some(table) => {
                    match IntakeBuilder::new(table, Vec::new(), &self.choice(&name, u32::MAX), days) {
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
    fn close(&mut self, mut text: Text, days: Days) -> Outcome {
        self.waiting.extend(text.reader.others());
        let name = self.name_of(&text.reader);
        let read = text.reader.into_result().and_then(|(table, problems)| {
            self.problems.extend(problems);
            let problems = self.problems.clone();
            let builder = match text.builder {
                Some(mut builder) => {
                    builder.close(problems);
                    builder
                }
                None => IntakeBuilder::new(&table, problems, &self.choice(&name, last_row(&table)), days)?,
            };
            Ok(Rest { name, table, builder })
        });
        match read {
            Ok(rest) => {
                self.phase = Phase::Customers(Box::new(rest));
                Outcome::Working(None)
            }
            // Beside a table that can be used, one that cannot be is no reason to refuse the file.
            Err(_) if !self.done.is_empty() => self.next_table(),
            Err(reason) => Outcome::Refused(reason),
        }
    }

    /// The next table of the source, or all of them.
    fn next_table(&mut self) -> Outcome {
        self.problems.clear();
        let Some(reader) = self.waiting.pop_front() else {
            return Outcome::Read(std::mem::take(&mut self.done));
        };
        self.phase = Phase::Text(Box::new(Text { reader, builder: None }));
        Outcome::Working(None)
    }

    /// The name of a table: that of its file, and of what it is inside the file.
    fn name_of(&self, reader: &Reader) -> String {
        match (self.source.name.as_str(), reader.name()) {
            (file, "") => file.to_owned(),
            ("", table) => table.to_owned(),
            (file, table) => format!("{file}: {table}"),
        }
    }

    /// What the person chose for the table that is read; `last` is the number of its last row, as far as known.
    fn choice(&self, name: &str, last: u32) -> MappingChoice {
        let (tables, rows) = self.before;
        let offset = self.done.iter().fold(rows, |sum, (part, _)| sum.saturating_add(last_row(&part.table)));
        choice_of(&self.known.inputs, tables + self.done.len(), name, offset, last)
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
        let Rest { name, table, builder } = *rest;
        let intake = builder.finish(&table);
        let problems = std::mem::take(&mut self.problems);
        self.done.push((Part { name, table, problems }, intake));
        self.next_table()
    }

    fn progress(&self, done: u64, total: u64, rows: u64) -> Update {
        Update::Progress { source: self.source.id, done, total, rows }
    }
}
