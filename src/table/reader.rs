//! The reader: takes bytes in pieces, then works in small steps so that a page can show progress and cancel.

use std::borrow::Cow;
use std::rc::Rc;

use super::binary::{is_noise, kind_of_bytes, kind_of_text};
use super::encoding::{Detected, Encoding, Utf8Survey, beginning_of_letter, decode, detect, detect_late};
use super::formats::{self, Cells, Content, Part};
use super::header::find_header;
use super::records::Cutting;
use super::rows::{Cut, Rows, cut_padding};
use super::sniff::{cut_sample, sniff, usual_width};
use super::stretches::tables_above;
use super::{Dialect, EncodingEvidence, HeaderChoice, Problem, ReadError, ReadOptions, Source, Table};

/// How far a [`Reader`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadStep {
    /// There is more to do: work done of work in all (in bytes of the file) and rows so far.
    More { done: u64, total: u64, rows: u64 },
    /// Nothing can be done before more bytes come, from [`Reader::wants`] on.
    Starved,
    /// What was read so far was read in the wrong encoding: everything begins again, at [`Reader::wants`].
    Again,
    /// [`Reader::into_result`] has the table.
    Done,
}

/// Reads one file. Feed it, finish, then step until done.
///
/// A long file with a [`Source`] is read while it comes in: feed and step in turn. Rows are in [`Reader::table`] as
/// soon as they are there.
#[derive(Debug)]
pub struct Reader {
    options: ReadOptions,
    /// Of a long file, where its bytes can be had again.
    source: Option<Rc<dyn Source>>,
    /// How much of a long file is looked at before it is read.
    head: usize,
    /// The encoding that the whole of a long file turned out to have.
    known: Option<Encoding>,
    bytes: Vec<u8>,
    /// Bytes of the file before those.
    before: u64,
    finished: bool,
    survey: Utf8Survey,
    /// The name of this table inside the file, when the file holds more than one.
    name: String,
    /// What else the file holds.
    others: Vec<Part>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Feeding,
    /// The file is no plain text.
    Opening,
    Decoding {
        detected: Detected,
        at: usize,
        text: String,
        broken: Vec<u32>,
    },
    Cutting(Box<Rows>),
    Streaming(Box<Rows>, Encoding),
    Failed(ReadError),
}

/// The part of a text that is looked at to find the dialect.
const SAMPLE: usize = 64 << 10;
/// Cells are addressed with 31 bits.
const LONGEST_TEXT: usize = (1 << 31) - 16;
/// A file up to this size is read as a whole; of a longer one, so much is looked at before it is read.
const HEAD: usize = 8 << 20;

impl Reader {
    /// A reader that detects what the options leave open.
    pub fn new(options: ReadOptions) -> Self {
        Self {
            options,
            source: None,
            head: HEAD,
            known: None,
            bytes: Vec::new(),
            before: 0,
            finished: false,
            survey: Utf8Survey::default(),
            name: String::new(),
            others: Vec::new(),
            stage: Stage::Feeding,
        }
    }

    /// A reader of bytes that can be had again: when there are many, they are not kept.
    pub fn of_source(options: ReadOptions, source: Rc<dyn Source>) -> Self {
        let is_long = source.len() > HEAD as u64;
        Self { source: is_long.then_some(source), ..Self::new(options) }
    }

    /// Whether the file is long enough to be read while it comes in.
    pub fn is_long(&self) -> bool {
        self.source.is_some()
    }

    /// A reader of one table of a file that was opened.
    fn of_part(options: ReadOptions, part: Part) -> Self {
        let mut reader = Self { name: part.name, finished: true, ..Self::new(options) };
        match part.content {
            Content::Text(bytes) => {
                reader.survey.look(&bytes);
                reader.bytes = bytes;
                reader.begin();
            }
            Content::Cells(cells) => {
                reader.stage = Stage::Cutting(Box::new(begin_cells(cells, &reader.options)));
            }
        }
        reader
    }

    /// The name of this table inside the file; empty when the file holds one table without a name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Readers for what else the file holds, ready to step. Known once stepping is done.
    pub fn others(&mut self) -> Vec<Reader> {
        let others = std::mem::take(&mut self.others);
        others.into_iter().map(|part| Reader::of_part(self.options.clone(), part)).collect()
    }

    /// Where in the file the next bytes are to be taken from.
    pub fn wants(&self) -> u64 {
        self.before + self.bytes.len() as u64
    }

    /// The next bytes of the file, in order, in pieces of any size. Nothing happens after [`Reader::finish`].
    pub fn feed<'b>(&mut self, bytes: impl Into<Cow<'b, [u8]>>) {
        if self.finished {
            return;
        }
        match bytes.into() {
            // Of a long file hardly ever anything is left of the piece before.
            Cow::Owned(bytes) if self.bytes.is_empty() => self.bytes = bytes,
            bytes => self.bytes.extend_from_slice(&bytes),
        }
        if matches!(self.stage, Stage::Feeding) {
            self.survey.look(&self.bytes);
        }
    }

    /// There are no more bytes.
    pub fn finish(&mut self) {
        self.finished = true;
    }

    /// Works on about this many bytes (1 MB is a few milliseconds). A short file is finished first when nobody did.
    pub fn step(&mut self, max_bytes: usize) -> ReadStep {
        if matches!(self.stage, Stage::Feeding) {
            if self.source.is_some() && !self.finished && self.bytes.len() < self.head {
                return ReadStep::Starved;
            }
            self.finished |= self.source.is_none();
            self.begin();
        }
        let total = 2 * self.bytes.len() as u64;
        match &mut self.stage {
            Stage::Opening => {
                self.open();
                ReadStep::More { done: total / 2, total: total.max(1), rows: 0 }
            }
            Stage::Decoding { detected, at, text, broken } => {
                *at = decode(detected.encoding, &self.bytes, *at, max_bytes, text, broken);
                let done = *at as u64;
                if *at >= self.bytes.len() {
                    let (text, broken, detected) = (std::mem::take(text), std::mem::take(broken), *detected);
                    self.stage = match begin_cutting(text, broken, detected, &self.options, true) {
                        Ok(mut rows) => {
                            rows.table_mut().dialect.origin.inside =
                                Some(self.name.clone()).filter(|name| !name.is_empty());
                            Stage::Cutting(Box::new(rows))
                        }
                        Err(error) => Stage::Failed(error),
                    };
                }
                ReadStep::More { done, total, rows: 0 }
            }
            Stage::Cutting(rows) => {
                if rows.step(max_bytes) != Cut::More {
                    return ReadStep::Done;
                }
                let half = total / 2;
                let done = half + half * rows.at() as u64 / rows.len().max(1) as u64;
                ReadStep::More { done, total, rows: rows.count() as u64 }
            }
            Stage::Streaming(..) => self.stream(max_bytes),
            Stage::Feeding if self.source.is_some() && !self.finished => ReadStep::Starved,
            Stage::Feeding | Stage::Failed(_) => ReadStep::Done,
        }
    }

    /// The rows of a long file so far; `None` for a short one, whose table comes as a whole.
    pub fn table(&self) -> Option<&Table> {
        match &self.stage {
            Stage::Streaming(rows, _) => Some(rows.table()),
            _ => None,
        }
    }

    /// What was found in a long file since this was last asked.
    pub fn take_problems(&mut self) -> Vec<Problem> {
        match &mut self.stage {
            Stage::Streaming(rows, _) => rows.take_problems(),
            _ => Vec::new(),
        }
    }

    /// Lets go of the rows of a long file before this one.
    pub fn release(&mut self, before: usize) {
        if let Stage::Streaming(rows, _) = &mut self.stage {
            rows.table_mut().release(before);
        }
    }

    /// The table and what was found on the way, in row order; does what is left of the work.
    ///
    /// # Errors
    /// Only when there is nothing to show at all; see [`ReadError`].
    pub fn into_result(mut self) -> Result<(Table, Vec<Problem>), ReadError> {
        self.finish();
        while matches!(self.step(usize::MAX), ReadStep::More { .. }) {}
        match self.stage {
            Stage::Cutting(rows) | Stage::Streaming(rows, _) => rows.into_table(),
            Stage::Failed(error) => Err(error),
            Stage::Feeding | Stage::Opening | Stage::Decoding { .. } => Err(ReadError::Empty),
        }
    }

    /// Enough bytes are there to know what they are.
    fn begin(&mut self) {
        let opens = formats::needs_opening(&self.bytes);
        let kind = kind_of_bytes(&self.bytes).filter(|_| !opens);
        let chosen = self.known.map_or(self.options.encoding.as_deref(), |known| Some(known.name()));
        let mut detected = detect(&self.bytes, self.survey, chosen);
        match self.known.filter(|_| self.options.encoding.is_none()) {
            Some(Encoding::Utf8) => detected.evidence = EncodingEvidence::Valid,
            Some(_) => detected.evidence = EncodingEvidence::Letters,
            None => {}
        }
        let wide = matches!(detected.encoding, Encoding::Utf16 { .. } | Encoding::Utf32 { .. });
        let is_text = !opens && kind.is_none() && (wide || !is_noise(&self.bytes));
        if self.source.is_some() && is_text && self.begin_streaming(detected) {
            return;
        }
        if !self.finished && self.source.is_some() {
            // Only the whole of it tells more.
            return;
        }
        self.stage = if opens {
            Stage::Opening
        } else if let Some(kind) = kind {
            Stage::Failed(ReadError::Binary { kind: kind.to_owned() })
        } else if !is_text {
            Stage::Failed(ReadError::Binary { kind: "unknown".to_owned() })
        } else if self.bytes.len() > LONGEST_TEXT {
            Stage::Failed(ReadError::TooLarge)
        } else {
            Stage::Decoding { detected, at: detected.skip, text: String::new(), broken: Vec::new() }
        };
    }

    /// Opens a file that is no plain text, and goes on with the first of its tables.
    fn open(&mut self) {
        let mut parts = match formats::open(&self.bytes, &self.options) {
            Ok(parts) => parts.into_iter(),
            Err(error) => {
                self.stage = Stage::Failed(error);
                return;
            }
        };
        let Some(first) = parts.next() else {
            self.stage = Stage::Failed(ReadError::Empty);
            return;
        };
        let others = parts.collect();
        *self = Self { others, ..Self::of_part(self.options.clone(), first) };
    }

    /// Begins to read a long file by its first part; false when that does not tell enough.
    fn begin_streaming(&mut self, detected: Detected) -> bool {
        let Some(source) = self.source.clone() else { return false };
        let (mut text, mut broken) = (String::new(), Vec::new());
        let unsure = if self.finished { 0 } else { beginning_of_letter(detected.encoding, &self.bytes) };
        let stop = self.bytes.len() - unsure;
        let budget = stop.saturating_sub(detected.skip);
        let at = decode(detected.encoding, &self.bytes, detected.skip, budget, &mut text, &mut broken);
        let Ok(rows) = begin_cutting(text, broken, detected, &self.options, self.finished) else {
            return false;
        };
        let mut rows = rows.in_pieces(source, detected.skip as u64, detected.encoding);
        if self.finished {
            rows.push(true, |_, _| {});
        }
        self.bytes.drain(..at);
        self.before += at as u64;
        self.stage = Stage::Streaming(Box::new(rows), detected.encoding);
        true
    }

    fn stream(&mut self, max_bytes: usize) -> ReadStep {
        let total = self.source.as_ref().map_or(0, |source| source.len());
        let Stage::Streaming(rows, encoding) = &mut self.stage else { return ReadStep::Done };
        let encoding = *encoding;
        match rows.step(max_bytes) {
            Cut::More => {}
            Cut::Done => return ReadStep::Done,
            Cut::Starved => {
                let unsure = if self.finished { 0 } else { beginning_of_letter(encoding, &self.bytes) };
                let stop = self.bytes.len() - unsure;
                if stop == 0 && !self.finished {
                    return ReadStep::Starved;
                }
                let (bytes, mut at, mut broke) = (&self.bytes, 0, false);
                rows.push(self.finished, |text, broken| {
                    let known = broken.len();
                    while at < stop {
                        let before = at;
                        at = decode(encoding, bytes, at, stop - at, text, broken);
                        if at == before {
                            break;
                        }
                    }
                    broke = broken.len() > known;
                });
                if broke
                    && encoding == Encoding::Utf8
                    && self.known.is_none()
                    && self.options.encoding.is_none()
                {
                    return self.doubt();
                }
                if at == self.bytes.len() {
                    self.bytes = Vec::new();
                } else {
                    self.bytes.drain(..at);
                }
                self.before += at as u64;
            }
        }
        let rows = rows.count() as u64;
        ReadStep::More { done: self.before.min(total), total, rows }
    }

    /// Bytes that are no UTF-8 came up late: a whole look at the file decides what it is, and it is read again.
    fn doubt(&mut self) -> ReadStep {
        let Some(source) = self.source.clone() else { return ReadStep::Done };
        let (mut survey, mut telling, mut piece, mut at) = (Utf8Survey::default(), Vec::new(), Vec::new(), 0);
        while at < source.len() {
            let Some(bytes) = source.bytes(at, source.len().min(at + HEAD as u64)) else { break };
            at += bytes.len() as u64;
            if telling.len() < HEAD && !bytes.is_ascii() {
                telling.extend_from_slice(&bytes);
            }
            piece.extend_from_slice(&bytes);
            survey.look(&piece);
            survey.drop_seen(&mut piece);
        }
        self.known = Some(detect_late(survey, &piece, &telling));
        self.bytes = Vec::new();
        (self.before, self.finished) = (0, false);
        self.survey = Utf8Survey::default();
        self.stage = Stage::Feeding;
        ReadStep::Again
    }
}

/// Finds the dialect of the decoded text and prepares to cut it.
fn begin_cutting(
    mut text: String,
    broken: Vec<u32>,
    detected: Detected,
    options: &ReadOptions,
    is_whole: bool,
) -> Result<Rows, ReadError> {
    if text.len() > LONGEST_TEXT {
        return Err(ReadError::TooLarge);
    }
    if is_whole {
        cut_padding(&mut text);
    }
    if let Some(kind) = kind_of_text(&text) {
        return Err(ReadError::Binary { kind: kind.to_owned() });
    }
    if text
        .chars()
        .all(|letter| letter.is_whitespace() || matches!(letter, ';' | ',' | '|' | '"' | '\u{feff}' | '\0'))
    {
        return Err(ReadError::Empty);
    }
    let (start, said) = delimiter_line(&text);
    let mut options = options.clone();
    options.delimiter = options.delimiter.or(said);
    let sample = sample_of(text.get(start..).unwrap_or(""));
    let cutting = sniff(sample, &options).cutting;
    let dialect = Dialect::of(cutting, detected);
    Ok(cut_below_header(Uncut { text, start, broken }, cutting, dialect, &options))
}

/// Prepares to cut the cells of another format.
fn begin_cells(cells: Cells, options: &ReadOptions) -> Rows {
    let Cells { text, width, notes, origin, encoding } = cells;
    let sample = sample_of(&text);
    let (delimiter, quote) = (Some(formats::DELIMITER), formats::QUOTE);
    let cutting = Cutting { delimiter, quote, backslash: false, width: 0 };
    // Rows of a sheet have no fixed width, and one cell far away must not make the others look like a preamble.
    let usual = usual_width(&cut_sample(sample, cutting));
    let cutting = Cutting { width: if width > 4 * usual { usual } else { width }, ..cutting };
    let detected = Detected { encoding: Encoding::Utf8, skip: 0, evidence: EncodingEvidence::Format };
    let mut dialect = Dialect::of(cutting, detected);
    if let Some((name, is_declared)) = encoding {
        dialect.encoding = name;
        dialect.encoding_evidence =
            if is_declared { EncodingEvidence::Declared } else { EncodingEvidence::Letters };
    }
    // The characters between cells are ours: the person knows nothing of them.
    dialect.delimiter = None;
    dialect.origin = origin;
    let cut = Uncut { text, start: 0, broken: Vec::new() };
    let mut rows = cut_below_header(cut, cutting, dialect, options);
    rows.note(notes);
    rows
}

/// A decoded text: where its records begin, and where bytes made no character.
struct Uncut {
    text: String,
    start: usize,
    broken: Vec<u32>,
}

/// Finds the header, the width that it gives the records and the tables above it.
fn cut_below_header(cut: Uncut, mut cutting: Cutting, mut dialect: Dialect, options: &ReadOptions) -> Rows {
    let records = cut_sample(sample_of(cut.text.get(cut.start..).unwrap_or("")), cutting);
    let header = match options.header {
        HeaderChoice::NoHeader => None,
        HeaderChoice::Row(row) => Some((row.max(1), row.max(1))),
        HeaderChoice::Rows(first, last) => Some((first.clamp(1, last.max(1)), last.max(1))),
        HeaderChoice::Detect => {
            find_header(&records, cutting.width).map(|place| (place.first as u32 + 1, place.last as u32 + 1))
        }
    };
    let high = header.and_then(|(first, last)| records.get(first as usize - 1..last as usize)).unwrap_or(&[]);
    let filled = high.iter().filter_map(|record| {
        record.cells.iter().rposition(|cell| !super::fold::trim(cell).is_empty()).map(|last| last + 1)
    });
    cutting.width = filled.max().unwrap_or(cutting.width);
    (dialect.header_first, dialect.header_row) = header.unzip();
    let first = header.map_or(0, |(first, _)| first);
    let above = records.get(..(first as usize).saturating_sub(1)).map(tables_above).unwrap_or_default();
    let rows = Rows::new(cut.text, cut.start, cutting, dialect, cut.broken).below_header_from(first);
    if options.header == HeaderChoice::Detect { rows.detect_tables(above) } else { rows }
}

/// A first line `sep=;` as spreadsheets write and understand it: where the records begin, and the delimiter.
fn delimiter_line(text: &str) -> (usize, Option<char>) {
    let end = text.find(['\n', '\r']).unwrap_or(text.len());
    let line = text[..end].trim_start_matches('\u{feff}').trim_start_matches('"');
    let named = line
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case("sep="))
        .and_then(|_| line[4..].chars().next());
    let Some(delimiter) = named.filter(|letter| !letter.is_alphanumeric() && *letter != '"') else {
        return (0, None);
    };
    let rest = &text[end..];
    let start = end + if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
    (start, Some(delimiter))
}

/// The first part of a text, cut at a line end.
fn sample_of(text: &str) -> &str {
    if text.len() <= SAMPLE {
        return text;
    }
    let mut end = SAMPLE;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let part = &text[..end];
    part.rfind(['\n', '\r']).map_or(part, |line_end| &part[..=line_end])
}

/// Reads a whole file at once.
///
/// # Errors
/// As [`Reader::into_result`].
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<(Table, Vec<Problem>), ReadError> {
    let mut reader = Reader::new(options.clone());
    reader.feed(bytes);
    reader.into_result()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A list of 30,000 rows with every now and then something odd, in the same order every time.
    fn list(odd: &[&str], line_end: &str) -> String {
        let mut text = format!("Nr;Naam;Omzet{line_end}");
        let mut state = 7_u32;
        for row in 0..30_000 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            match odd.get((state >> 20) as usize % (odd.len() + 40)) {
                Some(odd) => text.push_str(odd),
                None => {
                    text.extend([&format!("K{row};"), "\"Bakkerij; ", &format!("{row}\";{},50", row % 977)]);
                }
            }
            text.push_str(line_end);
        }
        text
    }

    fn rows(table: &Table) -> Vec<(u32, Vec<String>)> {
        (0..table.len())
            .map(|row| (table.row_number(row), table.cells(row).map(str::to_owned).collect()))
            .collect()
    }

    /// Read in pieces, the table is that of the whole, also after it was let go of.
    fn check(bytes: &[u8]) {
        let (whole, expected) = read(bytes, &ReadOptions::default()).unwrap();
        let source: Rc<dyn Source> = Rc::new(bytes.to_vec());
        let mut reader =
            Reader { source: Some(Rc::clone(&source)), head: 100_000, ..Reader::new(ReadOptions::default()) };
        let mut problems = Vec::new();
        loop {
            match reader.step(50_000) {
                ReadStep::More { .. } => {}
                ReadStep::Done => break,
                ReadStep::Again => problems.clear(),
                ReadStep::Starved => {
                    let from = reader.wants();
                    let to = source.len().min(from + 70_001);
                    reader.feed(source.bytes(from, to).unwrap());
                    if to == source.len() {
                        reader.finish();
                    }
                }
            }
            problems.extend(reader.take_problems());
            let len = reader.table().map_or(0, Table::len);
            reader.release(len);
        }
        let (mut table, rest) = reader.into_result().unwrap();
        problems.extend(rest);
        assert_eq!((table.names(), table.dialect()), (whole.names(), whole.dialect()));
        assert!(rows(&table) == rows(&whole), "the rows differ");
        table.release(usize::MAX);
        assert!(rows(&table) == rows(&whole), "the rows differ when read again");
        assert_eq!(problems, expected);
    }

    #[test]
    fn a_long_list_is_read_in_pieces_as_it_is_as_a_whole() {
        let odd = [
            "1;\"a\nb\";2",
            "1;\"a \"\"b\"\" c\";2",
            "",
            ";;",
            "1;2",
            "1;2;3;4",
            "1;\"x;2",
            "x\"y;\"z\" ;1",
            " \"a\";b;c",
            "é;ï;€",
        ];
        check(list(&odd, "\n").as_bytes());
        check(list(&odd, "\r\n").as_bytes());
        check(format!("sep=;\n{}\u{1a}", list(&odd[..2], "\n")).as_bytes());
        check(list(&["é;ï;9"], "\r").as_bytes());
    }

    #[test]
    fn other_encodings_come_in_pieces_too() {
        let latin = |text: String| -> Vec<u8> { text.chars().map(|letter| letter as u8).collect() };
        check(&latin(list(&["Zoë;Café;5"], "\n")));
        let wide = list(&["Zoë;Café;5"], "\n").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        check(&[b"\xff\xfe".to_vec(), wide].concat());
        check(&[b"\xef\xbb\xbf", list(&["Zoë;Café;5"], "\n").as_bytes()].concat());
    }

    #[test]
    fn an_encoding_that_shows_late_is_found_all_the_same() {
        let plain = list(&[], "\n");
        check(&[plain.as_bytes(), b"K1;Caf\xe9 Zo\xeb;5\n"].concat());
        check(&[plain.as_bytes(), "K1;Café Zoë;5\nK2;".as_bytes(), b"Zo\xeb;5\n"].concat());
    }
}
