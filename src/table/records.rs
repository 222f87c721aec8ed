//! Records: cuts text into records and cells, forgiving about quotes so that nothing is swallowed or lost.
//!
//! A quoted cell begins with a quote (blanks before it are allowed) and ends at a quote that is followed by a
//! delimiter or the end of the line (blanks are allowed again). Any other quote inside is a character. When a quote
//! never closes, or closes so late that whole rows end up in one cell, the line is read again with that quote as a
//! plain character: the rows behind it stay rows.

use memchr::{memchr, memchr2, memchr3};

use quick::Span;

/// How the text is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cutting {
    pub(super) delimiter: Option<char>,
    pub(super) quote: char,
    pub(super) backslash: bool,
    /// How many cells a record should have; 0 when unknown.
    pub(super) width: usize,
}

/// A record as found in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    /// Where the next one begins.
    pub(super) next: usize,
    /// How many cells were found.
    pub(super) cells: usize,
    /// The cell whose opening quote was taken as a plain character.
    pub(super) stray_quote: Option<usize>,
}

/// A quoted cell longer than this is a quote that was never closed.
pub(super) const LONGEST_CELL: usize = 4 << 20;
/// After this many times the text was gone through in vain, cells no longer run over line ends.
const PATIENCE: usize = 4;
/// How many swallowed lines are looked at before believing that they are rows.
const LINES_TO_COMPARE: usize = 8;

/// Cuts one text.
#[derive(Clone, Debug)]
pub(super) struct Cutter {
    cutting: Cutting,
    delimiter: [u8; 4],
    delimiter_length: usize,
    quote: u8,
    /// Bytes gone through in vain.
    pub(super) wasted: usize,
    /// The length of the whole text, of which perhaps only a piece is here.
    length: usize,
}

/// What happened in a record that was read as written.
#[derive(Clone, Copy, Debug, Default)]
struct Quoting {
    /// The first quoted cell with a line end in it.
    over_lines: Option<usize>,
    /// The first cell with a quote in a wrong place.
    irregular: Option<usize>,
    /// The cell whose quote never closes.
    unclosed: Option<usize>,
    /// Bytes that were searched in vain for its closing quote.
    searched: usize,
}

/// How far a quoted cell goes.
struct Quoted {
    end: usize,
    after: usize,
    doubled: bool,
    irregular: bool,
    over_lines: bool,
}

impl Cutter {
    pub(super) fn new(cutting: Cutting) -> Self {
        let mut delimiter = [b'\n'; 4];
        let delimiter_length = cutting.delimiter.map_or(1, |char| char.encode_utf8(&mut delimiter).len());
        let quote = u8::try_from(cutting.quote).ok().filter(u8::is_ascii).unwrap_or(b'"');
        Self { cutting, delimiter, delimiter_length, quote, wasted: 0, length: 0 }
    }

    /// The text that comes in pieces will be about this long.
    pub(super) fn expect(&mut self, length: usize) {
        self.length = length;
    }

    /// Cuts the record that begins at `at` and appends its cells; unescaped ones are written to `unescaped`.
    pub(super) fn cut(
        &mut self,
        text: &str,
        at: usize,
        spans: &mut Vec<Span>,
        unescaped: &mut String,
    ) -> Record {
        let (spans_before, unescaped_before) = (spans.len(), unescaped.len());
        let (record, quoting) = self.cells(text, at, None, spans, unescaped);
        let Some(stray) = self.stray_quote(text, at, record, quoting) else {
            return record;
        };
        spans.truncate(spans_before);
        unescaped.truncate(unescaped_before);
        let (record, _) = self.cells(text, at, Some(stray), spans, unescaped);
        Record { stray_quote: Some(stray), ..record }
    }

    /// The cell whose opening quote should be a plain character, if reading the record that way is better.
    fn stray_quote(&mut self, text: &str, at: usize, record: Record, quoting: Quoting) -> Option<usize> {
        if let Some(cell) = quoting.unclosed {
            self.wasted += quoting.searched;
            return Some(cell);
        }
        let cell = quoting.over_lines.or(quoting.irregular)?;
        let width = self.cutting.width;
        let misfits = width > 1 && record.cells != width;
        match (quoting.over_lines, quoting.irregular) {
            // Over lines without any fault: believed, unless it ruins a row that fits without it.
            (Some(_), None) | (None, Some(_)) if !misfits => return None,
            _ => {}
        }
        self.wasted += record.next - at;
        let lines = if quoting.over_lines.is_some() { LINES_TO_COMPARE } else { 1 };
        self.lines_fit(text, at, record.next, cell, lines).then_some(cell)
    }

    /// Whether the first lines of a stretch are whole rows when the quote of `cell` is a plain character.
    fn lines_fit(&self, text: &str, at: usize, end: usize, cell: usize, lines: usize) -> bool {
        let (mut at, mut seen, mut stray) = (at, 0, cell);
        let (mut spans, mut unescaped) = (Vec::new(), String::new());
        while at < end && seen < lines {
            spans.clear();
            unescaped.clear();
            let (record, _) = self.cells(text, at, Some(stray), &mut spans, &mut unescaped);
            if record.cells != self.cutting.width {
                return false;
            }
            stray = usize::MAX;
            at = record.next;
            seen += 1;
        }
        self.cutting.width > 1 && seen > 0
    }

    /// Reads a record. With `stray` the quote of that cell is plain and no cell runs over a line end.
    fn cells(
        &self,
        text: &str,
        at: usize,
        stray: Option<usize>,
        spans: &mut Vec<Span>,
        unescaped: &mut String,
    ) -> (Record, Quoting) {
        let bytes = text.as_bytes();
        let one_line = stray.is_some() || self.wasted > text.len().max(self.length).saturating_mul(PATIENCE);
        let mut quoting = Quoting::default();
        let (mut pos, mut cells) = (at, 0);
        loop {
            let opening = self.opening_quote(bytes, pos).filter(|_| stray != Some(cells));
            let quoted = opening.and_then(|opening| {
                let found = self.quoted(bytes, opening + 1, one_line);
                if found.is_none() {
                    quoting.unclosed = quoting.unclosed.or(Some(cells));
                    quoting.searched += LONGEST_CELL.min(bytes.len() - opening);
                }
                found.map(|found| (opening + 1, found))
            });
            let end = if let Some((start, found)) = quoted {
                if found.over_lines {
                    quoting.over_lines = quoting.over_lines.or(Some(cells));
                }
                if found.irregular {
                    quoting.irregular = quoting.irregular.or(Some(cells));
                }
                spans.push(self.quoted_span(text, start, &found, unescaped));
                found.after
            } else {
                let end = self.plain_end(bytes, pos);
                spans.push(Span::in_file(pos, end));
                end
            };
            cells += 1;
            if self.delimiter_at(bytes, end) {
                pos = end + self.delimiter_length;
            } else {
                return (Record { next: after_line_end(bytes, end), cells, stray_quote: None }, quoting);
            }
        }
    }

    /// Blanks around quotes are no part of a cell, unless blanks part the cells.
    fn skips_blanks(&self) -> bool {
        self.delimiter[0] != b' '
    }

    fn delimiter_at(&self, bytes: &[u8], at: usize) -> bool {
        self.cutting.delimiter.is_some()
            && bytes.get(at..).is_some_and(|rest| rest.starts_with(&self.delimiter[..self.delimiter_length]))
    }

    /// The place of a quote that opens the cell at `pos`, past blanks.
    fn opening_quote(&self, bytes: &[u8], pos: usize) -> Option<usize> {
        let mut at = pos;
        while self.skips_blanks() && bytes.get(at) == Some(&b' ') {
            at += 1;
        }
        (bytes.get(at) == Some(&self.quote)).then_some(at)
    }

    /// Where a plain cell ends.
    fn plain_end(&self, bytes: &[u8], mut pos: usize) -> usize {
        loop {
            let Some(rest) = bytes.get(pos..) else { return bytes.len() };
            let Some(found) = memchr3(self.delimiter[0], b'\n', b'\r', rest) else { return bytes.len() };
            let at = pos + found;
            if matches!(bytes[at], b'\n' | b'\r') || self.delimiter_at(bytes, at) {
                return at;
            }
            pos = at + 1;
        }
    }

    /// The quoted cell whose text begins at `start`; `None` when it does not close.
    fn quoted(&self, bytes: &[u8], start: usize, one_line: bool) -> Option<Quoted> {
        let limit = if one_line {
            start + memchr2(b'\n', b'\r', bytes.get(start..)?).unwrap_or(bytes.len() - start)
        } else {
            bytes.len().min(start + LONGEST_CELL)
        };
        let inside = bytes.get(..limit)?;
        let (mut pos, mut doubled, mut irregular) = (start, false, false);
        loop {
            let found = memchr(self.quote, inside.get(pos..)?)? + pos;
            if self.cutting.backslash && found > start && backslashes_before(&bytes[start..found]) % 2 == 1 {
                doubled = true;
                pos = found + 1;
                continue;
            }
            if inside.get(found + 1) == Some(&self.quote) {
                doubled = true;
                pos = found + 2;
                continue;
            }
            let mut after = found + 1;
            while self.skips_blanks() && bytes.get(after) == Some(&b' ') {
                after += 1;
            }
            let closes =
                matches!(bytes.get(after), None | Some(b'\n' | b'\r')) || self.delimiter_at(bytes, after);
            if closes {
                doubled |= self.cutting.backslash && memchr(b'\\', &bytes[start..found]).is_some();
                let over_lines = !one_line && memchr2(b'\n', b'\r', &bytes[start..found]).is_some();
                return Some(Quoted { end: found, after, doubled, irregular, over_lines });
            }
            irregular = true;
            pos = found + 1;
        }
    }

    fn quoted_span(&self, text: &str, start: usize, found: &Quoted, unescaped: &mut String) -> Span {
        if !found.doubled {
            return Span::in_file(start, found.end);
        }
        let from = unescaped.len();
        let mut letters = text.get(start..found.end).unwrap_or("").chars().peekable();
        while let Some(letter) = letters.next() {
            let next = letters.peek().copied();
            let doubled = letter == self.cutting.quote && next == Some(self.cutting.quote);
            let escaped = self.cutting.backslash
                && letter == '\\'
                && next.is_some_and(|next| next == '\\' || next == self.cutting.quote);
            unescaped.push(if doubled || escaped { letters.next().unwrap_or(letter) } else { letter });
        }
        Span::unescaped(from, unescaped.len())
    }
}

fn backslashes_before(bytes: &[u8]) -> usize {
    bytes.iter().rev().take_while(|byte| **byte == b'\\').count()
}

/// Past a line end of any kind; `\r\r\n`, which some exports write, is one too.
fn after_line_end(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while bytes.get(end) == Some(&b'\r') {
        end += 1;
    }
    if bytes.get(end) == Some(&b'\n') {
        return end + 1;
    }
    (at + 1).min(bytes.len().max(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, width: usize, expected: &[&[&str]]) {
        let cutting = Cutting { delimiter: Some(';'), quote: '"', backslash: false, width };
        assert_eq!(cut_all(text, cutting), expected, "{text:?}");
    }

    fn cut_all(text: &str, cutting: Cutting) -> Vec<Vec<String>> {
        let mut cutter = Cutter::new(cutting);
        let (mut at, mut records) = (0, Vec::new());
        while at < text.len() {
            let (mut spans, mut unescaped) = (Vec::new(), String::new());
            let record = cutter.cut(text, at, &mut spans, &mut unescaped);
            assert!(record.next > at && record.cells == spans.len(), "stuck at {at} in {text:?}");
            at = record.next;
            records.push(spans.iter().map(|span| span.text(text, &unescaped).unwrap().to_owned()).collect());
        }
        records
    }

    #[test]
    fn regular_records() {
        check("a;b\nc;d", 2, &[&["a", "b"], &["c", "d"]]);
        check("a;b\r\n\r\nc;\r\r\n;d\r", 2, &[&["a", "b"], &[""], &["c", ""], &["", "d"]]);
        check("\"a;b\";\"c\"\"d\"\"\"\n", 2, &[&["a;b", "c\"d\""]]);
        check("a;\"x\ny\"\nb;z\n", 2, &[&["a", "x\ny"], &["b", "z"]]);
        check("\"a\"; \"b\" \n", 2, &[&["a", "b"]]);
        check("a\"b;5\" pijp\n", 2, &[&["a\"b", "5\" pijp"]]);
        check("\"\";\"\"\n", 2, &[&["", ""]]);
    }

    #[test]
    fn quotes_in_wrong_places_lose_nothing() {
        check("\"Jan \"de slager\" BV\";1\nb;2\n", 2, &[&["Jan \"de slager\" BV", "1"], &["b", "2"]]);
        check("\"Jansen;100\nPiet;200\n", 2, &[&["\"Jansen", "100"], &["Piet", "200"]]);
        check(
            "\"Jan;Best;1\nPiet;\"Ede\";2\nKo;Ede;3\n",
            3,
            &[&["\"Jan", "Best", "1"], &["Piet", "Ede", "2"], &["Ko", "Ede", "3"]],
        );
        check("\"A\";\"x\n\"B\";\"y\"\n\"C\";\"z\"\n", 2, &[&["A", "\"x"], &["B", "y"], &["C", "z"]]);
        check("\"B;\"y\";2\n\"C\";\"z\";3\n", 3, &[&["\"B", "y", "2"], &["C", "z", "3"]]);
        check("\"Jansen\" BV;\"x\";100\n", 3, &[&["\"Jansen\" BV", "x", "100"]]);
        check("\"\"Jan\"\";1\n\"\"Piet\"\";2", 2, &[&["\"\"Jan\"\"", "1"], &["\"\"Piet\"\"", "2"]]);
        check("1;a;\"x\n2;b;\"y\"\n", 3, &[&["1", "a", "\"x"], &["2", "b", "y"]]);
    }

    #[test]
    fn a_note_with_line_ends_stays_one_cell() {
        check(
            "1;a;\"said \"hi\" there\nand left\"\n2;b;c\n",
            3,
            &[&["1", "a", "said \"hi\" there\nand left"], &["2", "b", "c"]],
        );
        check("1;\"one\ntwo\nthree\"\n", 3, &[&["1", "one\ntwo\nthree"]]);
    }

    #[test]
    fn other_ways_of_writing() {
        let apostrophes = Cutting { delimiter: Some('§'), quote: '\'', backslash: false, width: 2 };
        assert_eq!(cut_all("'a§b'§c\nd§e", apostrophes), [["a§b", "c"], ["d", "e"]]);
        let backslash = Cutting { delimiter: Some(','), quote: '"', backslash: true, width: 2 };
        assert_eq!(cut_all("\"a \\\"b\\\", c\",\"d\\\\\"\n", backslash), [["a \"b\", c", "d\\"]]);
        let none = Cutting { delimiter: None, quote: '"', backslash: false, width: 1 };
        assert_eq!(cut_all("Jansen, P.\n\"de Vries; K.\"\n", none), [["Jansen, P."], ["de Vries; K."]]);
    }

    #[test]
    fn endless_stray_quotes_stay_fast() {
        let text = "\"x;1\n".repeat(200_000);
        let cutting = Cutting { delimiter: Some(';'), quote: '"', backslash: false, width: 2 };
        assert_eq!(cut_all(&text, cutting).len(), 200_000);
    }
}
