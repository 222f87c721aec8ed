//! The table: header and rows of text cells, each row with the user's own row number.

use std::cell::{Cell, OnceCell};
use std::ops::Range;
use std::rc::Rc;

use quick::{Block, Record, Rows, Span};

use super::block::{Place, Stored};
use super::encoding::{Encoding, decode};
use super::records::Cutting;
use super::rows::{cut_again, names_of, shape_problems};
use super::{Dialect, Problem, Source};

/// The shift of a table that is kept in one block.
pub(super) const ONE_BLOCK: u32 = 31;
/// The shift of a table in blocks that come and go: 8192 rows, about a megabyte.
pub(super) const MANY_BLOCKS: u32 = 13;

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
        self.record(row).number()
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
        self.block(stored).record(row & ((1 << self.shift) - 1))
    }

    /// The rows of a stretch, as far as they stand in memory together: some at least, where there are any.
    pub fn rows(&self, rows: Range<usize>) -> Rows<'_> {
        let mut first = Rows::default();
        self.in_blocks(rows, |block, rows| {
            first = block.rows(rows);
            false
        });
        first
    }

    /// How many rows of a stretch follow the record `number` without a gap, each with so many cells.
    pub fn alike(&self, rows: Range<usize>, cells: usize, number: u32) -> usize {
        let mut found = 0;
        self.in_blocks(rows, |block, rows| {
            let alike = block.alike(rows.clone(), cells, number + found as u32);
            found += alike;
            alike == rows.len()
        });
        found
    }

    /// Goes through the blocks of a stretch of rows, with the rows in each, for as long as the answer is yes.
    fn in_blocks<'t>(&'t self, rows: Range<usize>, mut go: impl FnMut(&'t Block, Range<usize>) -> bool) {
        let mut row = rows.start;
        while row < rows.end {
            let Some(stored) = self.blocks.get(row >> self.shift) else { return };
            let first = row >> self.shift << self.shift;
            let end = rows.end.min(first + (1 << self.shift));
            if !go(self.block(stored), row - first..end - first) {
                return;
            }
            row = end;
        }
    }

    fn block<'t>(&'t self, stored: &'t Stored) -> &'t Block {
        stored.block.get_or_init(|| self.read_again(stored.place))
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

    /// Takes the text of a table that is kept in one block, whose rows mean nothing any more.
    pub(super) fn take_text(&mut self) -> String {
        let block = self.blocks.first_mut().and_then(|stored| stored.block.get_mut());
        block.map(|block| std::mem::take(&mut block.text)).unwrap_or_default()
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
