//! Plain records: cuts records that are written as they should be, guided by the marks in the text alone.
//!
//! Whatever is odd – a quote in a wrong place, a quoted cell over several lines, a lone carriage return – is left to somebody
//! else, who reads it in every detail.

use memchr::memchr3;

use crate::marks::{Marks, STRETCH};
use crate::{Block, Span};

/// A way of writing of which plain records can be cut: one byte between cells, one around them.
#[derive(Clone, Copy, Debug)]
pub struct Plain {
    marks: Marks,
    delimiter: u8,
    quote: u8,
}

/// How far [`Plain::cut`] may go.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// No record begins from here on.
    pub stop: usize,
    /// The most rows of the block.
    pub rows: usize,
    /// How many cells each record has.
    pub cells: usize,
}

impl Plain {
    /// `None` when every record needs a closer look.
    pub fn new(delimiter: u8, quote: u8) -> Option<Self> {
        let is_odd = delimiter == quote
            || !delimiter.is_ascii()
            || !quote.is_ascii()
            || matches!(delimiter, b' ' | b'\n' | b'\r');
        (!is_odd).then(|| Self { marks: Marks::new(delimiter, quote), delimiter, quote })
    }

    /// Cuts records from `at` on into rows, up to the first that is not plain, has another number of cells or may be blank;
    /// where that begins. Rows are numbered on from `number`.
    #[inline(never)]
    pub fn cut(self, text: &str, at: usize, limits: Limits, mut number: u32, block: &mut Block) -> usize {
        let mut walk = self.walk(text.as_bytes(), at);
        let mut at = at;
        while at < limits.stop && block.len() < limits.rows {
            let first = block.spans.len();
            let next = walk.record(&mut block.spans);
            let spans = block.spans.get(first..).unwrap_or(&[]);
            let Some(next) = next.filter(|_| spans.len() == limits.cells && Self::is_filled(text, spans))
            else {
                block.spans.truncate(first);
                break;
            };
            number += 1;
            block.close_row(number);
            at = next;
        }
        at
    }

    /// Begins at a record.
    pub fn walk(self, bytes: &[u8], at: usize) -> Walk<'_> {
        Walk { plain: self, bytes, record: at, stretch: at, marks: self.marks.in_stretch(bytes, at) }
    }

    /// Whether the first cell of a record certainly holds something; false means that it is to be looked at.
    pub fn is_filled(text: &str, spans: &[Span]) -> bool {
        let first = spans.first().and_then(|span| span.first_byte(text.as_bytes()));
        first.is_some_and(|byte| byte > b' ' && byte < 0x7f)
    }
}

/// Goes from mark to mark.
#[derive(Clone, Debug)]
pub struct Walk<'b> {
    plain: Plain,
    bytes: &'b [u8],
    /// Where the next record begins.
    record: usize,
    stretch: usize,
    /// Marks of the stretch that were not visited yet.
    marks: u64,
}

impl Walk<'_> {
    /// Cuts the next record and appends its cells; returns where the one after it begins. `None` when it needs a
    /// closer look or does not end here: then some of its cells may have been appended.
    #[inline]
    pub fn record(&mut self, spans: &mut Vec<Span>) -> Option<usize> {
        let mut cell = self.record;
        loop {
            let mut at = self.mark()?;
            let mut end = at;
            let mut byte = *self.bytes.get(at)?;
            if byte == self.plain.quote {
                if at != cell {
                    // In the middle of a cell it is a character like any other; behind a blank it may open.
                    if self.bytes.get(cell) == Some(&b' ') {
                        return None;
                    }
                    continue;
                }
                cell += 1;
                end = cell + memchr3(self.plain.quote, b'\n', b'\r', self.bytes.get(cell..)?)?;
                at = end + 1;
                byte = *self.bytes.get(at)?;
                let closes = byte == self.plain.delimiter || matches!(byte, b'\n' | b'\r');
                if !closes || self.bytes.get(end) != Some(&self.plain.quote) {
                    return None;
                }
                self.pass(at);
            }
            spans.push(Span::in_file(cell, end));
            cell = at + 1;
            if byte != self.plain.delimiter {
                if byte == b'\r' {
                    (self.mark()? == at + 1 && self.bytes.get(at + 1) == Some(&b'\n')).then_some(())?;
                    cell += 1;
                }
                self.record = cell;
                return Some(cell);
            }
        }
    }

    /// The next mark.
    fn mark(&mut self) -> Option<usize> {
        while self.marks == 0 {
            self.stretch += STRETCH;
            if self.stretch >= self.bytes.len() {
                return None;
            }
            self.marks = self.plain.marks.in_stretch(self.bytes, self.stretch);
        }
        let place = self.marks.trailing_zeros() as usize;
        self.marks &= self.marks - 1;
        Some(self.stretch + place)
    }

    /// Skips the marks up to this place, itself included.
    fn pass(&mut self, at: usize) {
        let next = at + 1;
        if next < self.stretch + STRETCH {
            self.marks &= u64::MAX << (next - self.stretch);
        } else {
            self.stretch = next;
            self.marks = self.plain.marks.in_stretch(self.bytes, next);
        }
    }
}
