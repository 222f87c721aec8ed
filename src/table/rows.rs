//! Rows: cuts text, record by record, into header and rows, and notes what is wrong with their shape.
//!
//! Nearly all records are plain: [`super::plain`] cuts them in one go. The others are read by the tolerant cutter.
//! The text may come in pieces; then rows are put away in blocks, and only what is not yet cut is held here.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use quick::{Block, Limits, Plain};

use super::block::Place;
use super::encoding::Encoding;
use super::fold::trim;
use super::header::joined_header;
use super::plain::plain;
use super::records::{Cutter, Cutting, LONGEST_CELL, Record};
use super::table::{Again, MANY_BLOCKS};
use super::{Dialect, FileKind, Problem, ProblemKind, ReadError, Source, Table};

/// A text on its way to a table.
#[derive(Debug)]
pub(super) struct Rows {
    cutting: Cutting,
    cutter: Cutter,
    plain: Option<Plain>,
    table: Table,
    problems: Vec<Problem>,
    /// What is not in a finished block yet.
    text: String,
    /// Where in it the records begin, of a text that is here as a whole.
    begin: usize,
    /// Where in it the unfinished block begins.
    start: usize,
    /// Where the next record begins, counted from there.
    at: usize,
    block: Block,
    /// Records so far, preamble and blank ones included.
    records: u32,
    /// Places of U+FFFD that stand for broken bytes, ascending.
    broken: Vec<u32>,
    next_broken: usize,
    has_header: bool,
    /// The header's first record; its last is the dialect's header row.
    header_first: u32,
    /// The header's records so far.
    header: Vec<Vec<String>>,
    /// Of several tables below each other take the largest; not when the person said where the header is.
    keeps_largest: bool,
    /// What was found above the header.
    above: Vec<Problem>,
    has_text: bool,
    /// What only a text that comes in pieces needs.
    pieces: Option<Pieces>,
}

/// Text that comes in pieces.
#[derive(Debug)]
struct Pieces {
    more: bool,
    /// Where the unfinished block begins in the source; `None` once that is no longer known.
    place: Option<u64>,
    /// Records before the unfinished block.
    records: u32,
    /// Whether the unfinished block must stay as it was cut: alone, it would be cut in another way.
    keep: bool,
    encoding: Encoding,
}

/// How far [`Rows::step`] came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    More,
    /// More text must come first.
    Starved,
    Done,
}

impl Rows {
    /// Cuts a whole text from `at` on.
    pub(super) fn new(text: String, at: usize, cutting: Cutting, dialect: Dialect, broken: Vec<u32>) -> Self {
        let names = (1..=cutting.width).map(|column| column.to_string()).collect();
        let has_header = dialect.header_row.is_some();
        let header_first = dialect.header_row.unwrap_or(0);
        Self {
            cutting,
            cutter: Cutter::new(cutting),
            plain: plain(cutting),
            table: Table::new(Vec::new(), names, dialect),
            problems: Vec::new(),
            text,
            begin: at,
            start: 0,
            at,
            block: Block::empty(),
            records: 0,
            broken,
            next_broken: 0,
            has_header,
            header_first,
            header: Vec::new(),
            keeps_largest: false,
            above: Vec::new(),
            has_text: false,
            pieces: None,
        }
    }

    /// The header begins with this record, and ends with the dialect's header row.
    pub(super) fn below_header_from(mut self, first: u32) -> Self {
        self.header_first = first;
        self
    }

    /// Where the header was detected: keeps the largest of several tables, and tells those above the header.
    pub(super) fn detect_tables(mut self, above: Vec<Problem>) -> Self {
        (self.keeps_largest, self.above) = (true, above);
        self
    }

    /// From now on more text may come, by [`Rows::push`]; `place` is where the text of now begins in the source.
    pub(super) fn in_pieces(mut self, source: Rc<dyn Source>, place: u64, encoding: Encoding) -> Self {
        self.table.shift = MANY_BLOCKS;
        self.cutter.expect(source.len() as usize);
        self.table.again =
            Some(Again { source, encoding, cutting: self.cutting, failed: std::cell::Cell::new(false) });
        let skipped = self.text.get(..self.at).unwrap_or("");
        let skipped = if encoding == Encoding::Utf8 { skipped.len() } else { skipped.chars().count() };
        (self.start, self.at) = (self.at, 0);
        let place = self.broken.is_empty().then_some(place + skipped as u64);
        self.pieces = Some(Pieces { more: true, place, records: 0, keep: false, encoding });
        self
    }

    /// Lets `write` add text and the places of broken bytes in it; `last`: there will be no more.
    pub(super) fn push(&mut self, last: bool, write: impl FnOnce(&mut String, &mut Vec<u32>)) {
        self.text.drain(..self.start);
        let gone = self.start as u32;
        self.broken.drain(..self.next_broken);
        self.broken.iter_mut().for_each(|place| *place -= gone);
        (self.start, self.next_broken) = (0, 0);
        write(&mut self.text, &mut self.broken);
        if let Some(pieces) = &mut self.pieces {
            pieces.more = !last;
            if !self.broken.is_empty() {
                pieces.place = None;
            }
        }
        if last {
            cut_padding(&mut self.text);
        }
    }

    /// Takes what was noticed before the rows.
    pub(super) fn note(&mut self, notes: Vec<Problem>) {
        self.problems.extend(notes);
    }

    /// How far in the text that is here.
    pub(super) fn at(&self) -> usize {
        self.start + self.at
    }

    /// The length of the text that is here, in bytes.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Rows so far.
    pub(super) fn count(&self) -> usize {
        self.table.len() + self.block.len()
    }

    /// The blocks that are finished.
    pub(super) fn table(&self) -> &Table {
        &self.table
    }

    /// The blocks that are finished, to let go of some.
    pub(super) fn table_mut(&mut self) -> &mut Table {
        &mut self.table
    }

    /// Takes the problems found so far.
    pub(super) fn take_problems(&mut self) -> Vec<Problem> {
        std::mem::take(&mut self.problems)
    }

    /// Cuts about this many bytes.
    pub(super) fn step(&mut self, max_bytes: usize) -> Cut {
        let stop = self.at().saturating_add(max_bytes.max(1)).min(self.len());
        let most = self.pieces.as_ref().map_or(usize::MAX, |_| 1 << MANY_BLOCKS);
        while self.at() < stop {
            self.cut_plain(stop, most);
            if self.block.len() < most && self.at() < stop && !self.cut_one() {
                return Cut::Starved;
            }
            if self.block.len() >= most {
                self.finish_block();
            }
        }
        match &self.pieces {
            _ if self.at() < self.len() => Cut::More,
            Some(pieces) if pieces.more => Cut::Starved,
            Some(_) => {
                self.finish_block();
                Cut::Done
            }
            None => Cut::Done,
        }
    }

    /// Cuts the plain records there are, up to the first that needs a closer look.
    fn cut_plain(&mut self, stop: usize, most: usize) {
        let Some(plain) = &self.plain else { return };
        if self.records < self.table.dialect.header_row.unwrap_or(0) || self.next_broken < self.broken.len() {
            return;
        }
        let text = self.text.get(self.start..).unwrap_or("");
        let limits = Limits { stop: stop - self.start, rows: most, cells: self.table.names.len() };
        while self.at < limits.stop && self.block.len() < most {
            let rows = self.block.len();
            self.at = plain.cut(text, self.at, limits, self.records, &mut self.block);
            self.records += (self.block.len() - rows) as u32;
            if self.at >= limits.stop || self.block.len() >= most {
                break;
            }
            let first = self.block.spans.len();
            let Some(next) = plain.walk(text.as_bytes(), self.at).record(&mut self.block.spans) else {
                self.block.spans.truncate(first);
                break;
            };
            self.at = next;
            self.records += 1;
            if Plain::is_filled(text, &self.block.spans[first..]) || !is_blank(text, &self.block, first) {
                let cells = self.block.spans.len() - first;
                if cells != self.table.names.len() {
                    let record = Record { next, cells, stray_quote: None };
                    let found = shape_problems(&self.table, self.records, record, |place| -> &str {
                        self.block.spans.get(first + place).and_then(|span| span.text(text, "")).unwrap_or("")
                    });
                    self.problems.extend(found);
                }
                self.block.close_row(self.records);
            } else {
                self.block.spans.truncate(first);
            }
        }
    }

    /// Cuts one record with all tolerance; false when more text must come first.
    fn cut_one(&mut self) -> bool {
        let text = self.text.get(self.start..).unwrap_or("");
        let block = &mut self.block;
        let (first, unescaped) = (block.spans.len(), block.unescaped.len());
        let wasted = self.cutter.wasted;
        let record = self.cutter.cut(text, self.at, &mut block.spans, &mut block.unescaped);
        if let Some(pieces) = &mut self.pieces {
            let odd = record.stray_quote.is_some();
            // A quote that does not close here may close in the text that is still to come.
            let unsure = record.next >= text.len() || (odd && text.len() - self.at <= LONGEST_CELL);
            if pieces.more && unsure {
                block.spans.truncate(first);
                block.unescaped.truncate(unescaped);
                self.cutter.wasted = wasted;
                return false;
            }
            pieces.keep |= odd || wasted > 0;
        }
        let from = self.at;
        self.at = record.next.max(from + 1);
        self.records += 1;
        let number = self.records;
        let header_row = self.table.dialect.header_row.unwrap_or(0);
        if (self.header_first..=header_row).contains(&number) && header_row > 0 {
            let cells = self.texts(first).map(str::to_owned).collect();
            self.header.push(cells);
            if number == header_row {
                self.take_header();
            }
        }
        let text = self.text.get(self.start..).unwrap_or("");
        let is_row = number > header_row && !is_blank(text, &self.block, first);
        if is_row {
            let found = shape_problems(&self.table, number, record, |place| {
                let span = self.block.spans.get(first + place);
                span.and_then(|span| span.text(text, &self.block.unescaped)).unwrap_or("")
            });
            self.problems.extend(found);
        }
        self.check_bytes(number, first);
        if is_row {
            self.block.close_row(number);
        } else {
            self.block.spans.truncate(first);
            self.block.unescaped.truncate(unescaped);
        }
        true
    }

    /// Puts the rows of now away as a block.
    fn finish_block(&mut self) {
        if self.pieces.is_some() && self.block.is_empty() {
            return;
        }
        let Some(pieces) = &mut self.pieces else {
            let mut block = std::mem::replace(&mut self.block, Block::empty());
            block.text = std::mem::take(&mut self.text);
            self.at = 0;
            return self.table.push(block, None);
        };
        let next = Block::like(&self.block);
        let mut block = std::mem::replace(&mut self.block, next);
        let end = self.start + self.at;
        block.text.push_str(self.text.get(self.start..end).unwrap_or(""));
        self.has_text |= !trim(&block.text).is_empty();
        let place = pieces.place.map(|from| {
            let bytes = if pieces.encoding == Encoding::Utf8 { self.at } else { block.text.chars().count() };
            Place { from, to: from + bytes as u64, records: pieces.records }
        });
        pieces.place = place.map(|place| place.to);
        pieces.records = self.records;
        let can_go = pieces.encoding == Encoding::Utf8 || pieces.encoding.code_page().is_some();
        let place = place.filter(|_| can_go && !std::mem::take(&mut pieces.keep));
        self.table.push(block, place);
        (self.start, self.at) = (end, 0);
    }

    fn take_header(&mut self) {
        let mut records = std::mem::take(&mut self.header);
        let cells = if records.len() == 1 { records.remove(0) } else { joined_header(&records) };
        self.table.names = names_of(&cells, self.records, &mut self.problems);
        self.table.header = cells;
    }

    /// Notes the cells in which bytes were broken, when this record has any.
    fn check_bytes(&mut self, number: u32, first: usize) {
        let before = self.next_broken;
        while self.broken.get(self.next_broken).is_some_and(|place| (*place as usize) < self.at()) {
            self.next_broken += 1;
        }
        if before == self.next_broken {
            return;
        }
        let cells: Vec<(Option<String>, String)> = self
            .texts(first)
            .enumerate()
            .map(|(column, text)| (self.table.names.get(column).cloned(), text.to_owned()))
            .filter(|(_, text)| text.contains(char::REPLACEMENT_CHARACTER))
            .collect();
        for (column, text) in cells {
            self.problems.push(Problem::new(number, column.as_deref(), ProblemKind::BrokenBytes, &text));
        }
    }

    /// The cells of the record that is being cut.
    fn texts(&self, first: usize) -> impl Iterator<Item = &str> {
        let text = self.text.get(self.start..).unwrap_or("");
        let spans = self.block.spans.get(first..).unwrap_or(&[]);
        spans.iter().map(move |span| span.text(text, &self.block.unescaped).unwrap_or(""))
    }

    pub(super) fn into_table(mut self) -> Result<(Table, Vec<Problem>), ReadError> {
        let nothing = trim(&self.text).is_empty() && !self.has_text;
        self.finish_block();
        if self.table.is_empty() {
            return Err(if self.has_header && !nothing { ReadError::HeaderOnly } else { ReadError::Empty });
        }
        let (mut table, mut problems) = (self.table, self.problems);
        let (header, is_text) = (table.dialect.header_row, table.dialect.origin.kind == FileKind::Text);
        if self.keeps_largest && self.pieces.is_none() {
            table.keep_largest(&mut problems);
        }
        if is_text && table.dialect.header_row != header && table.names.len() != self.cutting.width {
            // How odd records are best cut depends on the width, and this header gives another.
            let cutting = Cutting { width: table.names.len(), ..self.cutting };
            let (text, dialect) = (table.take_text(), table.dialect);
            let first = dialect.header_first.unwrap_or(0);
            let mut again =
                Self::new(text, self.begin, cutting, dialect, self.broken).below_header_from(first);
            while again.step(usize::MAX) == Cut::More {}
            problems.retain(|problem| problem.kind == ProblemKind::OtherTable);
            let (cut, found) = again.into_table()?;
            table = cut;
            problems.extend(found);
        }
        problems.extend(self.above);
        Ok((table, problems))
    }
}

fn is_blank(text: &str, block: &Block, first: usize) -> bool {
    block.spans[first..].iter().all(|span| trim(span.text(text, &block.unescaped).unwrap_or("")).is_empty())
}

/// A name a column from the cells of a header; a repeated one is told.
pub(super) fn names_of(cells: &[String], row: u32, problems: &mut Vec<Problem>) -> Vec<String> {
    let filled = cells.iter().rposition(|cell| !trim(cell).is_empty()).map_or(0, |last| last + 1);
    let mut names: Vec<String> = Vec::with_capacity(filled);
    let mut free = Names::default();
    for (column, cell) in cells.iter().take(filled).enumerate() {
        let text = trim(cell);
        let wanted = if text.is_empty() { (column + 1).to_string() } else { text.to_owned() };
        let name = free.free(&wanted);
        if name != wanted {
            problems.push(Problem::new(row, Some(&name), ProblemKind::RepeatedHeader, &wanted));
        }
        names.push(name);
    }
    if names.is_empty() {
        names.push("1".to_owned());
    }
    names
}

/// What is wrong with the shape of a row; `cell` gives the text of each of its cells.
pub(super) fn shape_problems<'t>(
    table: &Table,
    number: u32,
    record: Record,
    cell: impl Fn(usize) -> &'t str,
) -> Vec<Problem> {
    let (names, width) = (&table.names, table.names.len());
    let mut problems = Vec::new();
    if let Some(place) = record.stray_quote {
        let column = names.get(place).map(String::as_str);
        problems.push(Problem::new(number, column, ProblemKind::UnclosedQuote, cell(place)));
    }
    // Only text can lose a cell; a spreadsheet does not keep the empty ones at the end.
    if record.cells < width && table.dialect.origin.kind == FileKind::Text {
        let found = record.cells.to_string();
        problems.push(Problem::new(number, None, ProblemKind::ShortRow, &found));
    }
    let extra: Vec<&str> = (width..record.cells).map(cell).collect();
    if extra.iter().any(|cell| !trim(cell).is_empty()) {
        let joined = extra.join(&table.dialect.delimiter.map_or(" | ".to_owned(), String::from));
        problems.push(Problem::new(number, None, ProblemKind::ExtraCells, &joined));
    }
    problems
}

/// What old systems put behind the last line: Ctrl-Z, padding.
pub(super) fn cut_padding(text: &mut String) {
    text.truncate(text.trim_end_matches(['\u{1a}', '\0']).len());
}

/// Cuts the text of a block of a table again, without its problems.
pub(super) fn cut_again(text: String, cutting: Cutting, dialect: &Dialect, records: u32) -> Block {
    let mut rows = Rows::new(text, 0, cutting, dialect.clone(), Vec::new());
    rows.records = records;
    while rows.step(usize::MAX) == Cut::More {}
    let mut block = rows.block;
    block.text = rows.text;
    block
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
