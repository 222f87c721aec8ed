//! One file of the list: its table, what its columns mean, and how what is entered about it is said.

use crate::customers::{FileReport, Mapping, MappingChoice};
use crate::inputs::Action;
use crate::table::Table;
use crate::views::Facts;

/// A list of one file has one part, without a name.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    place: usize,
    pub table: &'a Table,
    pub mapping: &'a Mapping,
    /// Its name and counts, when there are several.
    file: Option<&'a FileReport>,
}

impl<'a> Part<'a> {
    /// The table that the list begins with.
    pub fn first(facts: Facts<'a>) -> Self {
        let file = facts.files.first();
        let mapping = file.map_or(&facts.report.mapping, |file| &file.mapping);
        Self { place: 0, table: facts.table, mapping, file }
    }

    /// All tables of the list.
    pub fn all(facts: Facts<'a>) -> Vec<Self> {
        let further = facts.files.iter().zip(facts.tables).enumerate().skip(1);
        std::iter::once(Self::first(facts))
            .chain(further.map(|(place, (file, table))| Self {
                place,
                table,
                mapping: &file.mapping,
                file: Some(file),
            }))
            .collect()
    }

    /// The table with the row of this number, counted through all files, and its place there.
    pub fn with_row(facts: Facts<'a>, row: u32) -> Option<(Self, usize)> {
        let part = Self::of_row(facts, row);
        let offset = part.file.map_or(0, |file| file.offset);
        part.table.row_with_number(row.checked_sub(offset)?).map(|place| (part, place))
    }

    /// The table that a row number belongs to; the first for the list as a whole.
    pub fn of_row(facts: Facts<'a>, row: u32) -> Self {
        let all = Self::all(facts);
        let begins_before = |part: &Self| part.file.is_some_and(|file| file.offset < row);
        all.iter().rev().find(|part| begins_before(part)).copied().unwrap_or_else(|| Self::first(facts))
    }

    /// Said of this file, where every file has its own.
    pub fn act(&self, action: Action) -> Action {
        match self.file {
            Some(file) if self.place > 0 => {
                Action::OfFile { file: file.name.clone(), action: Box::new(action) }
            }
            _ => action,
        }
    }

    /// An id of this file's own.
    pub fn id(&self, id: &str) -> String {
        if self.place == 0 { id.to_owned() } else { format!("{id}-{}", self.place) }
    }

    /// What something is called: with the file's name where there are several.
    pub fn named(&self, title: String) -> String {
        match self.file {
            Some(file) if !file.name.is_empty() => format!("{} – {title}", file.name),
            _ => title,
        }
    }

    /// What the person chose about it; `None` when nothing.
    pub fn choice(&self, facts: Facts<'a>) -> Option<&'a MappingChoice> {
        match self.file {
            Some(file) if self.place > 0 => facts.inputs.files.get(&file.name).map(|known| &known.mapping),
            _ => Some(&facts.inputs.mapping),
        }
    }
}
