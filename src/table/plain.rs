//! Plain records: cuts records that are written as they should be, guided by the marks in the text alone.
//!
//! Whatever is odd – a quote in a wrong place, a quoted cell over several lines, a lone carriage return – is left
//! to the tolerant cutter, which reads it in every detail; what is cut here it would cut in the same way.

use memchr::memchr3;

use super::records::Cutting;
use super::split::{Marks, STRETCH};
use super::table::Span;

/// A way of writing of which plain records can be cut: one byte between cells, one around them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plain {
    marks: Marks,
    delimiter: u8,
    quote: u8,
}

impl Plain {
    /// `None` when every record needs a closer look.
    pub(super) fn new(cutting: Cutting) -> Option<Self> {
        let one_byte = |letter: char| u8::try_from(letter).ok().filter(u8::is_ascii);
        let delimiter = cutting.delimiter.and_then(one_byte)?;
        let quote = one_byte(cutting.quote)?;
        let is_odd = cutting.backslash || delimiter == quote || matches!(delimiter, b' ' | b'\n' | b'\r');
        (!is_odd).then(|| Self { marks: Marks::new(delimiter, quote), delimiter, quote })
    }

    /// Begins at a record.
    pub(super) fn walk(self, bytes: &[u8], at: usize) -> Walk<'_> {
        Walk { plain: self, bytes, record: at, stretch: at, marks: self.marks.in_stretch(bytes, at) }
    }

    /// Whether the first cell of a record certainly holds something; false means that it is to be looked at.
    pub(super) fn is_filled(text: &str, spans: &[Span]) -> bool {
        let first = spans.first().and_then(|span| span.text(text, "")).and_then(|text| text.bytes().next());
        first.is_some_and(|byte| byte > b' ' && byte < 0x7f)
    }
}

/// Goes from mark to mark.
#[derive(Clone, Debug)]
pub(super) struct Walk<'b> {
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
    pub(super) fn record(&mut self, spans: &mut Vec<Span>) -> Option<usize> {
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

#[cfg(test)]
mod tests {
    use super::super::records::Cutter;
    use super::*;

    /// Plain records are cut as the tolerant cutter cuts them; the first that is not plain has this many before it.
    fn check(text: &str, plain_records: usize) {
        let cutting = Cutting { delimiter: Some(';'), quote: '"', backslash: false, width: 2 };
        let mut walk = Plain::new(cutting).unwrap().walk(text.as_bytes(), 0);
        let (mut cutter, mut at, mut records) = (Cutter::new(cutting), 0, 0);
        loop {
            let mut spans = Vec::new();
            let Some(next) = walk.record(&mut spans) else { break };
            let (mut expected, mut unescaped) = (Vec::new(), String::new());
            let record = cutter.cut(text, at, &mut expected, &mut unescaped);
            assert_eq!((next, &spans, unescaped.as_str()), (record.next, &expected, ""), "{text:?} at {at}");
            at = next;
            records += 1;
        }
        assert_eq!(records, plain_records, "{text:?}");
    }

    #[test]
    fn plain_records_are_cut_as_the_tolerant_cutter_does() {
        let long = "x".repeat(70);
        for (text, records) in [
            ("a;b\nc;d\n", 2),
            ("a;b\r\nc;d\r\n", 2),
            ("a;b\nc;d", 1),
            ("\n;\n;;\n", 3),
            ("a\"b;5\" pijp\nx;y\n", 2),
            ("\"a;b\";\"c\"\n\"\";d\n", 2),
            ("\"a\";\"b\"\r\n\"c\";d\r\n", 2),
            ("a;\"x\ny\"\nb;z\n", 0),
            ("a;b\n\"c\"\"d\";e\n", 1),
            ("a; \"b\"\n", 0),
            ("a;\"b\" \n", 0),
            ("a;b\rc;d\r", 0),
            ("a;b\r\r\nc;d\n", 0),
        ] {
            check(text, records);
        }
        check(&format!("{long};\"{long};{long}\"\n{long};b\n"), 2);
        check(&format!("\"{};\";b\n", "x".repeat(61)), 1);
    }
}
