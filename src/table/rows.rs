//! Rows: cuts the whole text, record by record, into header and rows, and notes what is wrong with their shape.

use std::collections::{HashMap, HashSet};

use super::fold::trim;
use super::records::{Cutter, Cutting, Record};
use super::table::Span;
use super::{Dialect, FileKind, Problem, ProblemKind, ReadError, Table};

/// A text on its way to a table.
#[derive(Debug)]
pub(super) struct Rows {
    cutter: Cutter,
    table: Table,
    problems: Vec<Problem>,
    at: usize,
    /// Records so far, preamble and blank ones included.
    records: u32,
    /// Places of U+FFFD that stand for broken bytes, ascending.
    broken: Vec<u32>,
    next_broken: usize,
    has_header: bool,
}

impl Rows {
    pub(super) fn new(text: String, at: usize, cutting: Cutting, dialect: Dialect, broken: Vec<u32>) -> Self {
        let names = (1..=cutting.width).map(|column| column.to_string()).collect();
        let has_header = dialect.header_row.is_some();
        let table = Table {
            text,
            unescaped: String::new(),
            spans: Vec::new(),
            starts: vec![0],
            row_numbers: Vec::new(),
            header: Vec::new(),
            names,
            dialect,
        };
        Self {
            cutter: Cutter::new(cutting),
            table,
            problems: Vec::new(),
            at,
            records: 0,
            broken,
            next_broken: 0,
            has_header,
        }
    }

    /// Takes what was noticed before the rows.
    pub(super) fn note(&mut self, notes: Vec<Problem>) {
        self.problems.extend(notes);
    }

    /// How far in the text.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The length of the text in bytes.
    pub(super) fn len(&self) -> usize {
        self.table.text.len()
    }

    /// Rows so far.
    pub(super) fn count(&self) -> usize {
        self.table.len()
    }

    /// Cuts about this many bytes; whether that was all.
    pub(super) fn step(&mut self, max_bytes: usize) -> bool {
        let stop = self.at.saturating_add(max_bytes.max(1)).min(self.len());
        while self.at < stop {
            self.cut_one();
        }
        self.at >= self.len()
    }

    fn cut_one(&mut self) {
        let table = &mut self.table;
        let (first, unescaped) = (table.spans.len(), table.unescaped.len());
        let record = self.cutter.cut(&table.text, self.at, &mut table.spans, &mut table.unescaped);
        let from = self.at;
        self.at = record.next.max(from + 1);
        self.records += 1;
        let number = self.records;
        let header_row = table.dialect.header_row.unwrap_or(0);
        if number == header_row {
            self.take_header(first);
        }
        let is_row = number > header_row && !self.is_blank(first);
        if is_row {
            self.check_shape(number, record, first);
        }
        self.check_bytes(number, first);
        if is_row {
            self.table.row_numbers.push(number);
            self.table.starts.push(self.table.spans.len() as u32);
        } else {
            self.table.spans.truncate(first);
            self.table.unescaped.truncate(unescaped);
        }
    }

    fn text(&self, span: Span) -> &str {
        span.text(&self.table.text, &self.table.unescaped).unwrap_or("")
    }

    fn is_blank(&self, first: usize) -> bool {
        self.table.spans[first..].iter().all(|span| trim(self.text(*span)).is_empty())
    }

    fn take_header(&mut self, first: usize) {
        let cells: Vec<String> =
            self.table.spans[first..].iter().map(|span| self.text(*span).to_owned()).collect();
        let filled = cells.iter().rposition(|cell| !trim(cell).is_empty()).map_or(0, |last| last + 1);
        let mut names: Vec<String> = Vec::with_capacity(filled);
        let mut free = Names::default();
        for (column, cell) in cells.iter().take(filled).enumerate() {
            let text = trim(cell);
            let wanted = if text.is_empty() { (column + 1).to_string() } else { text.to_owned() };
            let name = free.free(&wanted);
            if name != wanted {
                let kind = ProblemKind::RepeatedHeader;
                self.problems.push(Problem::new(self.records, Some(&name), kind, &wanted));
            }
            names.push(name);
        }
        if names.is_empty() {
            names.push("1".to_owned());
        }
        self.table.names = names;
        self.table.header = cells;
    }

    fn check_shape(&mut self, number: u32, record: Record, first: usize) {
        let width = self.table.names.len();
        if let Some(cell) = record.stray_quote {
            let column = self.table.names.get(cell).map(String::as_str);
            let value = self.table.spans.get(first + cell).map_or("", |span| self.text(*span));
            self.problems.push(Problem::new(number, column, ProblemKind::UnclosedQuote, value));
        }
        // Only text can lose a cell; a spreadsheet does not keep the empty ones at the end.
        if record.cells < width && self.table.dialect.origin.kind == FileKind::Text {
            let found = record.cells.to_string();
            self.problems.push(Problem::new(number, None, ProblemKind::ShortRow, &found));
        }
        let beyond = self.table.spans.get(first + width..).unwrap_or(&[]);
        let extra: Vec<&str> = beyond.iter().map(|span| self.text(*span)).collect();
        if extra.iter().any(|cell| !trim(cell).is_empty()) {
            let joined = extra.join(&self.table.dialect.delimiter.map_or(" | ".to_owned(), String::from));
            self.problems.push(Problem::new(number, None, ProblemKind::ExtraCells, &joined));
        }
    }

    /// Notes the cells in which bytes were broken, when this record has any.
    fn check_bytes(&mut self, number: u32, first: usize) {
        let before = self.next_broken;
        while self.broken.get(self.next_broken).is_some_and(|place| (*place as usize) < self.at) {
            self.next_broken += 1;
        }
        if before == self.next_broken {
            return;
        }
        let cells: Vec<(Option<String>, String)> = self.table.spans[first..]
            .iter()
            .enumerate()
            .map(|(column, span)| (self.table.names.get(column).cloned(), self.text(*span).to_owned()))
            .filter(|(_, text)| text.contains(char::REPLACEMENT_CHARACTER))
            .collect();
        for (column, text) in cells {
            self.problems.push(Problem::new(number, column.as_deref(), ProblemKind::BrokenBytes, &text));
        }
    }

    pub(super) fn into_table(self) -> Result<(Table, Vec<Problem>), ReadError> {
        if self.table.is_empty() {
            let nothing = trim(&self.table.text).is_empty();
            return Err(if self.has_header && !nothing { ReadError::HeaderOnly } else { ReadError::Empty });
        }
        Ok((self.table, self.problems))
    }
}

/// Gives every column a name of its own.
#[derive(Debug, Default)]
struct Names {
    taken: HashSet<String>,
    /// Per name the number to try next.
    next: HashMap<String, usize>,
}

impl Names {
    /// The wanted name, or with the first free number behind it.
    fn free(&mut self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        let next = self.next.entry(name.clone()).or_insert(2);
        while !self.taken.insert(name.clone()) {
            name = format!("{wanted} ({next})");
            *next += 1;
        }
        name
    }
}
