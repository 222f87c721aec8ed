//! The tables that a list is made of: one of a file, more of several files or of a file with several tables in it.

use std::rc::Rc;

use jiff::civil::Date;

use crate::customers::{
    Customers, Days, FileReport, Intake, IntakeReport, ListPart, MappingChoice, intake, join,
};
use crate::export;
use crate::i18n::Language;
use crate::inputs::Inputs;
use crate::table::{Problem, Table};

/// A table that was read.
#[derive(Debug)]
pub struct Part {
    /// The name of its file, with that of the table inside it.
    pub name: String,
    pub table: Table,
    /// What reading its text came across, before columns had meanings.
    pub problems: Vec<Problem>,
}

/// The tables of a list, and what they are together.
#[derive(Debug)]
pub struct Parts {
    first: Part,
    others: Vec<Part>,
    pub report: IntakeReport,
    /// The customers as they were read.
    pub customers: Rc<Customers>,
    /// One a part, when there are several.
    pub files: Vec<FileReport>,
}

/// What the person chose for one table. Rows are numbered through all tables; the table's own start at 1.
pub fn choice_of(inputs: &Inputs, place: usize, name: &str, offset: u32, last: u32) -> MappingChoice {
    let mut choice = if place == 0 {
        (*inputs.mapping).clone()
    } else {
        let own = inputs.files.get(name).map(|file| file.mapping.clone()).unwrap_or_default();
        // Who is who is said of the whole list.
        MappingChoice {
            same: inputs.mapping.same.clone(),
            apart: inputs.mapping.apart.clone(),
            by_group: inputs.mapping.by_group,
            ..own
        }
    };
    // The same row as counted in this table; rows of other tables are not in it.
    let here = |row: &u32| row.checked_sub(offset).filter(|row| (1..=last).contains(row));
    choice.removed_rows = inputs.mapping.removed_rows.iter().filter_map(here).collect();
    let corrections = inputs.mapping.corrections.iter();
    choice.corrections = corrections.filter_map(|(row, cells)| Some((here(row)?, cells.clone()))).collect();
    choice
}

/// The number of the last row of a table.
pub fn last_row(table: &Table) -> u32 {
    table.len().checked_sub(1).map_or(0, |last| table.row_number(last))
}

impl Parts {
    /// The tables with what each became. `None` without any.
    pub fn new(read: Vec<(Part, Intake)>) -> Option<Self> {
        let (mut others, intakes): (Vec<Part>, Vec<Intake>) = read.into_iter().unzip();
        let (whole, files) = together(others.iter(), intakes)?;
        let first = others.remove(0);
        let (report, customers) = (whole.report, Rc::new(whole.customers));
        Some(Self { first, others, report, customers, files })
    }

    fn all(&self) -> impl Iterator<Item = &Part> + Clone {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// The table whose columns are shown.
    pub fn table(&self) -> &Table {
        &self.first.table
    }

    /// Every table with the row numbers it has in the whole: beyond the first, up to the second.
    pub fn tables(&self) -> impl Iterator<Item = (&Table, (u32, u32))> + Clone {
        let mut offset = 0_u32;
        self.all().map(move |part| {
            let from = offset;
            offset = offset.saturating_add(last_row(&part.table));
            (&part.table, (from, offset))
        })
    }

    /// Reads the tables with other mappings. A mapping without a customer column changes nothing: the page keeps
    /// offering the columns, and the list stays as it was.
    pub fn map_again(&mut self, inputs: &Inputs, today: Date) {
        let mut offset = 0;
        let mut intakes = Vec::with_capacity(1 + self.others.len());
        for (place, part) in self.all().enumerate() {
            let last = last_row(&part.table);
            let choice = choice_of(inputs, place, &part.name, offset, last);
            offset = offset.saturating_add(last);
            let Ok(read) = intake(&part.table, part.problems.clone(), &choice, Days::from(today)) else {
                return;
            };
            intakes.push(read);
        }
        let joined = together(self.all(), intakes);
        if let Some((whole, files)) = joined {
            (self.report, self.files) = (whole.report, files);
            self.customers = Rc::new(whole.customers);
        }
    }

    /// Lets go of rows that were read again for a picture.
    pub fn rest(&mut self) {
        self.first.table.rest();
        self.others.iter_mut().for_each(|part| part.table.rest());
    }

    /// The rows that do not count, as they were, as a file.
    pub fn rows_csv(&self, language: Language) -> Vec<u8> {
        let mut out = Vec::new();
        for (table, rows) in self.tables() {
            out.extend(export::rows_csv(table, &self.report, rows, language));
        }
        out
    }
}

/// One table is the list; several are joined.
fn together<'p>(
    parts: impl Iterator<Item = &'p Part>,
    mut intakes: Vec<Intake>,
) -> Option<(Intake, Vec<FileReport>)> {
    if intakes.len() == 1 {
        return Some((intakes.remove(0), Vec::new()));
    }
    let lists = parts
        .zip(intakes)
        .map(|(part, intake)| ListPart { name: part.name.clone(), intake, last_row: last_row(&part.table) })
        .collect();
    join(lists).map(|joined| (joined.intake, joined.files))
}
