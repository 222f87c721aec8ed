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
    pub fn cut(self, text: &str, at: usize, limits: Limits, number: u32, block: &mut Block) -> usize {
        let (mut at, first) = (at, block.len());
        let number = |block: &Block| number + (block.len() - first) as u32 + 1;
        while at < limits.stop && block.len() < limits.rows {
            at = self.cut_unquoted(text, at, limits, number, block);
            let mut walk = self.walk(text.as_bytes(), at);
            // Where one record has quotes the next mostly has some, too.
            loop {
                if at >= limits.stop || block.len() >= limits.rows {
                    return at;
                }
                let first = block.spans.len();
                let next = walk.record(&mut block.spans);
                let spans = block.spans.get(first..).unwrap_or(&[]);
                let Some(next) = next.filter(|_| spans.len() == limits.cells && Self::is_filled(text, spans))
                else {
                    block.spans.truncate(first);
                    return at;
                };
                block.close_row(number(block));
                at = next;
                if !walk.has_quotes {
                    break;
                }
            }
        }
        at
    }

    /// As [`Plain::cut`], up to the first record with a quote.
    #[inline(always)]
    fn cut_unquoted(
        self,
        text: &str,
        at: usize,
        limits: Limits,
        number: impl Fn(&Block) -> u32,
        block: &mut Block,
    ) -> usize {
        let bytes = text.as_bytes();
        let (mut stretch, mut record, mut cell, mut first) = (at, at, at, block.spans.len());
        while stretch < bytes.len() {
            let [delimiters, quotes, feeds, returns] = self.marks.each_in_stretch(bytes, stretch);
            let next = stretch + STRETCH;
            // A carriage return belongs to the line feed behind it; alone it means something else.
            let behind = u64::from(bytes.get(next) == Some(&b'\n')) << (STRETCH - 1);
            let odd = quotes | (returns & !(feeds >> 1 | behind));
            // What stands before the first oddity.
            let before = (odd & odd.wrapping_neg()).wrapping_sub(1);
            let mut ends = (delimiters | feeds) & before;
            while ends != 0 {
                let bit = ends.trailing_zeros();
                let place = stretch + bit as usize;
                ends &= ends - 1;
                if feeds >> bit & 1 == 0 {
                    block.spans.push(Span::in_file(cell, place));
                    cell = place + 1;
                    continue;
                }
                let has_return = place > cell && bytes.get(place - 1) == Some(&b'\r');
                block.spans.push(Span::in_file(cell, place - usize::from(has_return)));
                let spans = block.spans.get(first..).unwrap_or(&[]);
                if spans.len() != limits.cells || !Self::is_filled(text, spans) {
                    block.spans.truncate(first);
                    return record;
                }
                block.close_row(number(block));
                (record, cell, first) = (place + 1, place + 1, block.spans.len());
                if record >= limits.stop || block.len() >= limits.rows {
                    return record;
                }
            }
            if odd != 0 {
                break;
            }
            stretch = next;
        }
        block.spans.truncate(first);
        record
    }

    /// Begins at a record.
    pub fn walk(self, bytes: &[u8], at: usize) -> Walk<'_> {
        let marks = self.marks.in_stretch(bytes, at);
        Walk { plain: self, bytes, record: at, stretch: at, marks, has_quotes: false }
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
    /// Whether the last record had any quotes.
    has_quotes: bool,
}

impl Walk<'_> {
    /// Cuts the next record and appends its cells; returns where the one after it begins. `None` when it needs a
    /// closer look or does not end here: then some of its cells may have been appended.
    #[inline]
    pub fn record(&mut self, spans: &mut Vec<Span>) -> Option<usize> {
        let mut cell = self.record;
        self.has_quotes = false;
        loop {
            let mut at = self.mark()?;
            let mut end = at;
            let mut byte = *self.bytes.get(at)?;
            if byte == self.plain.quote {
                self.has_quotes = true;
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Cut record by record, from mark to mark.
    fn slowly(plain: Plain, text: &str, limits: Limits, block: &mut Block) -> usize {
        let (mut walk, mut at) = (plain.walk(text.as_bytes(), 0), 0);
        while at < limits.stop && block.len() < limits.rows {
            let first = block.spans.len();
            let next = walk.record(&mut block.spans);
            let spans = &block.spans[first..];
            let Some(next) = next.filter(|_| spans.len() == limits.cells && Plain::is_filled(text, spans))
            else {
                block.spans.truncate(first);
                break;
            };
            block.close_row(block.len() as u32 + 8);
            at = next;
        }
        at
    }

    fn check(text: &str, limits: Limits) {
        let plain = Plain::new(b';', b'"').unwrap();
        let (mut block, mut expected) = (Block::empty(), Block::empty());
        let end = plain.cut(text, 0, limits, 7, &mut block);
        assert_eq!(end, slowly(plain, text, limits, &mut expected), "{text:?} {limits:?}");
        assert_eq!(block.spans, expected.spans, "{text:?} {limits:?}");
        assert_eq!((block.starts, block.row_numbers), (expected.starts, expected.row_numbers), "{text:?}");
    }

    #[test]
    fn records_are_cut_a_stretch_at_a_time_as_from_mark_to_mark() {
        let records = [
            "a;b\n",
            "cc;dd\r\n",
            "\"e\";f\n",
            "g;\"h;\"\r\n",
            "i;\n",
            "j;k\"l\n",
            "m\rn;o\n",
            "p\n",
            ";q\n",
            "\n",
        ];
        let mut state = 1_u32;
        for round in 0..3000 {
            let mut text = String::new();
            for _ in 0..40 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                // The odd ones come now and then, so that there is something before them.
                let place = (state >> 20) as usize % 60;
                text.push_str(records.get(place).copied().unwrap_or(records[place % 5]));
            }
            let most = round % 50;
            check(&text, Limits { stop: text.len(), rows: most, cells: 2 });
            check(&text[..text.len() - 1], Limits { stop: text.len() / 2, rows: 50, cells: 2 });
        }
    }
}
