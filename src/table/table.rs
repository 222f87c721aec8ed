//! The table: header and rows of text cells, each row with the user's own row number.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use super::block::{Block, Place, Stored};
use super::encoding::{Encoding, decode};
use super::records::Cutting;
use super::rows::{cut_again, names_of, shape_problems};
use super::{Dialect, Problem, Source};

/// The shift of a table that is kept in one block.
pub(super) const ONE_BLOCK: u32 = 31;
/// The shift of a table in blocks that come and go: 8192 rows, about a megabyte.
pub(super) const MANY_BLOCKS: u32 = 13;

/// Where a cell's text stands: in the decoded file, or (top bit set) among the cells that had to be unescaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    start: u32,
    end: u32,
}

const UNESCAPED: u32 = 1 << 31;

impl Span {
    pub(super) fn in_file(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    pub(super) fn unescaped(start: usize, end: usize) -> Self {
        Self { start: start as u32 | UNESCAPED, end: end as u32 }
    }

    /// As [`Span::text`], without looking where letters begin.
    #[inline(always)]
    pub(super) fn bytes<'a>(self, file: &'a [u8], unescaped: &'a [u8]) -> &'a [u8] {
        self.bytes_ahead(file, unescaped).0
    }

    /// The bytes of the cell, and all from its beginning on.
    #[inline(always)]
    fn bytes_ahead<'a>(self, file: &'a [u8], unescaped: &'a [u8]) -> (&'a [u8], &'a [u8]) {
        let text = if self.start & UNESCAPED == 0 { file } else { unescaped };
        let start = self.start & !UNESCAPED;
        let ahead = text.get(start as usize..).unwrap_or(&[]);
        (ahead.get(..self.end.wrapping_sub(start) as usize).unwrap_or(&[]), ahead)
    }

    #[inline(always)]
    pub(super) fn text<'a>(self, file: &'a str, unescaped: &'a str) -> Option<&'a str> {
        if self.start & UNESCAPED == 0 {
            file.get(self.start as usize..self.end as usize)
        } else {
            unescaped.get((self.start & !UNESCAPED) as usize..self.end as usize)
        }
    }
}

/// So many blocks that were read again may stay, some megabytes.
const MOST_BLOCKS_AT_REST: usize = 8;

/// A table of text. Cells are as written, without their quotes; nothing is trimmed or typed.
///
/// Rows are what came after the header without blank records; a row may have fewer or more cells than the header.
/// The rows of a long list are read from their source again when somebody asks for them.
#[derive(Clone, Debug)]
pub struct Table {
    pub(super) blocks: Vec<Stored>,
    /// All blocks but the last hold two to this power of rows.
    pub(super) shift: u32,
    pub(super) rows: usize,
    /// The header's cells as written; empty without a header.
    pub(super) header: Vec<String>,
    /// A name a column: the header's text, trimmed and made unique.
    pub(super) names: Vec<String>,
    pub(super) dialect: Dialect,
    /// How blocks are read again; `None` when all are in memory.
    pub(super) again: Option<Again>,
}

/// What is needed to read a block again.
#[derive(Clone, Debug)]
pub(super) struct Again {
    pub(super) source: Rc<dyn Source>,
    pub(super) encoding: Encoding,
    pub(super) cutting: Cutting,
    /// Whether the source failed once.
    pub(super) failed: Cell<bool>,
}

impl Table {
    /// A table without rows, to be filled by [`Table::push_row`]: for lists that are no text in lines.
    pub fn new(header: Vec<String>, names: Vec<String>, dialect: Dialect) -> Self {
        Self { blocks: Vec::new(), shift: ONE_BLOCK, rows: 0, header, names, dialect, again: None }
    }

    /// Adds a row of cells with the user's own row number.
    pub fn push_row(&mut self, number: u32, cells: impl IntoIterator<Item = impl AsRef<str>>) {
        if self.blocks.is_empty() {
            self.push(Block::empty(), None);
        }
        let Some(block) = self.blocks.last_mut().and_then(|stored| stored.block.get_mut()) else { return };
        for cell in cells {
            let from = block.text.len();
            block.text.push_str(cell.as_ref());
            block.spans.push(Span::in_file(from, block.text.len()));
        }
        block.close_row(number);
        self.rows += 1;
    }

    /// How many rows there are below the header, blank ones not counted.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// How many rows there will be, when the list goes on as it began.
    pub fn expected_rows(&self) -> usize {
        let read = self.blocks.last().and_then(|block| block.place).map(|place| place.to);
        match (&self.again, read.filter(|read| *read > 0)) {
            (Some(again), Some(read)) => {
                let share = again.source.len() as f64 / read as f64;
                (self.rows as f64 * share.max(1.0) * 1.01) as usize
            }
            _ => self.rows,
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// How many columns have a name; rows may hold more or fewer cells.
    pub fn width(&self) -> usize {
        self.names.len()
    }

    /// The columns' names: the header's text, a repeated one with ` (2)`, without a header `1`, `2`, …
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The header's cells as written; empty when the file has none.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The column with this name.
    pub fn column_named(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }

    /// The user's row number of a row; 0 beyond the end.
    pub fn row_number(&self, row: usize) -> u32 {
        self.record(row).number
    }

    /// How many cells a row has.
    pub fn cells_in(&self, row: usize) -> usize {
        self.record(row).len()
    }

    /// A cell as written; `None` when the row is too short.
    pub fn cell(&self, row: usize, column: usize) -> Option<&str> {
        self.record(row).cell(column)
    }

    /// The cells of a row, as written.
    pub fn cells(&self, row: usize) -> impl Iterator<Item = &str> {
        self.record(row).cells()
    }

    /// A row with its number; an empty one beyond the end. Asking once a row is quicker than once a cell.
    pub fn record(&self, row: usize) -> Record<'_> {
        let Some(stored) = self.blocks.get(row >> self.shift) else { return Record::default() };
        let block = stored.block.get_or_init(|| self.read_again(stored.place));
        let row = row & ((1 << self.shift) - 1);
        let number = block.row_numbers.get(row).copied().unwrap_or(0);
        Record { number, spans: block.row(row), text: &block.text, unescaped: &block.unescaped }
    }

    /// The row with this number of the user's.
    pub fn row_with_number(&self, number: u32) -> Option<usize> {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            if self.row_number(middle) < number {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        (self.row_number(from) == number).then_some(from)
    }

    /// Makes this row the header of a table in one block: the rows above it go, and those below it are held against it.
    pub(super) fn begin_at(&mut self, row: usize, problems: &mut Vec<Problem>) {
        let header: Vec<String> = self.cells(row).map(str::to_owned).collect();
        let number = self.row_number(row);
        let [stored] = self.blocks.as_mut_slice() else { return };
        let Some(block) = stored.block.get_mut() else { return };
        let cut = block.starts.get(row + 1).copied().unwrap_or(0);
        block.spans.drain(..cut as usize);
        block.starts.drain(..=row);
        block.starts.iter_mut().for_each(|start| *start -= cut);
        block.row_numbers.drain(..=row);
        self.rows = block.len();
        self.names = names_of(&header, number, problems);
        self.header = header;
        self.dialect.header_row = Some(number);
        self.dialect.header_first = Some(number);
        for row in 0..self.rows {
            let cells = self.record(row);
            let record = super::records::Record { next: 0, cells: cells.len(), stray_quote: None };
            let found = shape_problems(self, cells.number(), record, |place| cells.cell(place).unwrap_or(""));
            problems.extend(found);
        }
    }

    /// How the file was read.
    pub fn dialect(&self) -> &Dialect {
        &self.dialect
    }

    /// Lets go of the text of all rows before this one that can be read again.
    pub fn release(&mut self, before: usize) {
        let blocks = (before >> self.shift).min(self.blocks.len());
        for stored in self.blocks.iter_mut().take(blocks).filter(|stored| stored.place.is_some()) {
            stored.block.take();
        }
    }

    /// Lets go of rows that were read again, when they became many.
    pub fn rest(&mut self) {
        let here = self
            .blocks
            .iter()
            .filter(|stored| stored.place.is_some() && stored.block.get().is_some())
            .count();
        if here > MOST_BLOCKS_AT_REST {
            self.release(usize::MAX);
        }
    }

    /// Whether rows could not be read again: the file was moved, changed or locked. They read as empty.
    pub fn lost_its_source(&self) -> bool {
        self.again.as_ref().is_some_and(|again| again.failed.get())
    }

    pub(super) fn push(&mut self, block: Block, place: Option<Place>) {
        self.rows += block.len();
        self.blocks.push(Stored { block: OnceCell::from(block), place });
    }

    fn read_again(&self, place: Option<Place>) -> Block {
        let (Some(again), Some(place)) = (&self.again, place) else { return Block::empty() };
        let Some(bytes) = again.source.bytes(place.from, place.to) else {
            again.failed.set(true);
            return Block::empty();
        };
        let (mut text, mut broken) = (String::new(), Vec::new());
        decode(again.encoding, &bytes, 0, bytes.len(), &mut text, &mut broken);
        cut_again(text, again.cutting, &self.dialect, place.records)
    }
}

/// One row of a table.
#[derive(Clone, Copy, Debug, Default)]
pub struct Record<'t> {
    number: u32,
    spans: &'t [Span],
    text: &'t str,
    unescaped: &'t str,
}

impl<'t> Record<'t> {
    /// The user's row number; 0 for a row that is not there.
    pub fn number(self) -> u32 {
        self.number
    }

    /// How many cells the row has.
    pub fn len(self) -> usize {
        self.spans.len()
    }

    /// Whether it has none.
    pub fn is_empty(self) -> bool {
        self.spans.is_empty()
    }

    /// A cell as written; `None` when the row is too short.
    #[inline(always)]
    pub fn cell(self, column: usize) -> Option<&'t str> {
        self.spans.get(column)?.text(self.text, self.unescaped)
    }

    /// The bytes of a cell as written; none when the row is too short.
    #[inline(always)]
    pub fn bytes(self, column: usize) -> &'t [u8] {
        let Some(span) = self.spans.get(column) else { return &[] };
        span.bytes(self.text.as_bytes(), self.unescaped.as_bytes())
    }

    /// As [`Record::bytes`], and the text from its beginning on.
    #[inline(always)]
    pub fn bytes_ahead(self, column: usize) -> (&'t [u8], &'t [u8]) {
        let Some(span) = self.spans.get(column) else { return (&[], &[]) };
        span.bytes_ahead(self.text.as_bytes(), self.unescaped.as_bytes())
    }

    /// The cells, as written.
    pub fn cells(self) -> impl Iterator<Item = &'t str> {
        self.spans.iter().filter_map(move |span| span.text(self.text, self.unescaped))
    }
}
