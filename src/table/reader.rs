//! The reader: takes bytes in pieces, then works in small steps so that a page can show progress and cancel.

use super::binary::{is_noise, kind_of_bytes, kind_of_text};
use super::encoding::{Detected, Encoding, Utf8Survey, decode, detect};
use super::formats::{self, Cells, Content, Part};
use super::header::find_header;
use super::records::Cutting;
use super::rows::Rows;
use super::sniff::{cut_sample, sniff, usual_width};
use super::{Dialect, EncodingEvidence, HeaderChoice, Problem, ReadError, ReadOptions, Table};

/// How far a [`Reader`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadStep {
    /// There is more to do: work done of work in all (in bytes of the file) and rows so far.
    More { done: u64, total: u64, rows: u64 },
    /// [`Reader::into_result`] has the table.
    Done,
}

/// Reads one file. Feed it, finish, then step until done.
#[derive(Debug)]
pub struct Reader {
    options: ReadOptions,
    bytes: Vec<u8>,
    survey: Utf8Survey,
    /// The name of this table inside the file, when the file holds more than one.
    name: String,
    /// The file inside an archive that is read.
    inside: Option<String>,
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
    Failed(ReadError),
}

/// The part of a text that is looked at to find the dialect.
const SAMPLE: usize = 64 << 10;
/// Cells are addressed with 31 bits.
const LONGEST_TEXT: usize = (1 << 31) - 16;

impl Reader {
    /// A reader that detects what the options leave open.
    pub fn new(options: ReadOptions) -> Self {
        Self {
            options,
            bytes: Vec::new(),
            survey: Utf8Survey::default(),
            name: String::new(),
            inside: None,
            others: Vec::new(),
            stage: Stage::Feeding,
        }
    }

    /// The name of this table inside the file; empty when the file holds one table without a name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Readers for what else the file holds, ready to step. Known once stepping is done.
    pub fn others(&mut self) -> Vec<Reader> {
        let others = std::mem::take(&mut self.others);
        others
            .into_iter()
            .map(|part| {
                let mut reader = Reader::new(self.options.clone());
                reader.begin(part);
                reader
            })
            .collect()
    }

    /// The next bytes of the file, in order, in pieces of any size. Nothing happens after [`Reader::finish`].
    pub fn feed(&mut self, bytes: &[u8]) {
        if matches!(self.stage, Stage::Feeding) {
            self.bytes.extend_from_slice(bytes);
            self.survey.look(&self.bytes);
        }
    }

    /// There are no more bytes.
    pub fn finish(&mut self) {
        if !matches!(self.stage, Stage::Feeding) {
            return;
        }
        if formats::needs_opening(&self.bytes) {
            self.stage = Stage::Opening;
        } else {
            self.begin_text();
        }
    }

    /// Starts with the bytes as plain text.
    fn begin_text(&mut self) {
        if let Some(kind) = kind_of_bytes(&self.bytes) {
            self.stage = Stage::Failed(ReadError::Binary { kind: kind.to_owned() });
            return;
        }
        let detected = detect(&self.bytes, self.survey, self.options.encoding.as_deref());
        let wide = matches!(detected.encoding, Encoding::Utf16 { .. } | Encoding::Utf32 { .. });
        self.stage = if !wide && is_noise(&self.bytes) {
            Stage::Failed(ReadError::Binary { kind: "unknown".to_owned() })
        } else if self.bytes.len() > LONGEST_TEXT {
            Stage::Failed(ReadError::TooLarge)
        } else {
            Stage::Decoding { detected, at: detected.skip, text: String::new(), broken: Vec::new() }
        };
    }

    /// Starts with one table of a file that was opened.
    fn begin(&mut self, part: Part) {
        self.name = part.name;
        match part.content {
            Content::Text(bytes) => {
                self.inside = Some(self.name.clone()).filter(|name| !name.is_empty());
                self.bytes = bytes;
                self.survey = Utf8Survey::default();
                self.survey.look(&self.bytes);
                self.begin_text();
            }
            Content::Cells(cells) => {
                self.bytes = Vec::new();
                self.stage = begin_cells(cells, &self.options);
            }
        }
    }

    /// Works on about this many bytes (1 MB is a few milliseconds). Finishes first when nobody did.
    pub fn step(&mut self, max_bytes: usize) -> ReadStep {
        self.finish();
        let total = 2 * self.bytes.len() as u64;
        match &mut self.stage {
            Stage::Opening => {
                match formats::open(&self.bytes, &self.options) {
                    Ok(mut parts) if !parts.is_empty() => {
                        let first = parts.remove(0);
                        self.others = parts;
                        self.begin(first);
                    }
                    Ok(_) => self.stage = Stage::Failed(ReadError::Empty),
                    Err(error) => self.stage = Stage::Failed(error),
                }
                ReadStep::More { done: total / 2, total: total.max(1), rows: 0 }
            }
            Stage::Decoding { detected, at, text, broken } => {
                *at = decode(detected.encoding, &self.bytes, *at, max_bytes, text, broken);
                let done = *at as u64;
                if *at >= self.bytes.len() {
                    let (text, broken, detected) = (std::mem::take(text), std::mem::take(broken), *detected);
                    let inside = self.inside.take();
                    self.stage = begin_cutting(text, broken, detected, inside, &self.options);
                }
                ReadStep::More { done, total, rows: 0 }
            }
            Stage::Cutting(rows) => {
                if rows.step(max_bytes) {
                    return ReadStep::Done;
                }
                let half = total / 2;
                let done = half + half * rows.at() as u64 / rows.len().max(1) as u64;
                ReadStep::More { done, total, rows: rows.count() as u64 }
            }
            Stage::Feeding | Stage::Failed(_) => ReadStep::Done,
        }
    }

    /// The table and what was found on the way, in row order; does what is left of the work.
    ///
    /// # Errors
    /// Only when there is nothing to show at all; see [`ReadError`].
    pub fn into_result(mut self) -> Result<(Table, Vec<Problem>), ReadError> {
        while self.step(usize::MAX) != ReadStep::Done {}
        match self.stage {
            Stage::Cutting(rows) => rows.into_table(),
            Stage::Failed(error) => Err(error),
            Stage::Feeding | Stage::Opening | Stage::Decoding { .. } => Err(ReadError::Empty),
        }
    }
}

/// Finds the dialect of the decoded text and prepares to cut it.
fn begin_cutting(
    mut text: String,
    broken: Vec<u32>,
    detected: Detected,
    inside: Option<String>,
    options: &ReadOptions,
) -> Stage {
    if text.len() > LONGEST_TEXT {
        return Stage::Failed(ReadError::TooLarge);
    }
    // What old systems put behind the last line: Ctrl-Z, padding.
    text.truncate(text.trim_end_matches(['\u{1a}', '\0']).len());
    if let Some(kind) = kind_of_text(&text) {
        return Stage::Failed(ReadError::Binary { kind: kind.to_owned() });
    }
    if text
        .chars()
        .all(|letter| letter.is_whitespace() || matches!(letter, ';' | ',' | '|' | '"' | '\u{feff}' | '\0'))
    {
        return Stage::Failed(ReadError::Empty);
    }
    let (start, said) = delimiter_line(&text);
    let mut options = options.clone();
    options.delimiter = options.delimiter.or(said);
    let sample = sample_of(text.get(start..).unwrap_or(""));
    let cutting = sniff(sample, &options).cutting;
    let mut dialect = Dialect::of(cutting, detected);
    dialect.origin.inside = inside;
    cut_below_header(Cut { text, start, cutting, dialect, broken }, &options)
}

/// Prepares to cut the cells of another format.
fn begin_cells(cells: Cells, options: &ReadOptions) -> Stage {
    let Cells { text, width, notes, origin, encoding } = cells;
    let cutting = Cutting {
        delimiter: Some(formats::DELIMITER),
        quote: formats::QUOTE,
        backslash: false,
        width: 0,
    };
    // Rows of a sheet have no fixed width, and one cell far away must not make the others look like a preamble.
    let usual = usual_width(&cut_sample(sample_of(&text), cutting));
    let cutting = Cutting { width: if width > 4 * usual { usual } else { width }, ..cutting };
    let detected = Detected { encoding: Encoding::Utf8, skip: 0, evidence: EncodingEvidence::Format };
    let mut dialect = Dialect::of(cutting, detected);
    if let Some((name, is_declared)) = encoding {
        dialect.encoding = name;
        dialect.encoding_evidence =
            if is_declared { EncodingEvidence::Declared } else { EncodingEvidence::Letters };
    }
    // These characters are ours: the person knows nothing of them.
    dialect.delimiter = None;
    dialect.origin = origin;
    let mut stage = cut_below_header(Cut { text, start: 0, cutting, dialect, broken: Vec::new() }, options);
    if let Stage::Cutting(rows) = &mut stage {
        rows.note(notes);
    }
    stage
}

/// A text of which the cutting is known.
struct Cut {
    text: String,
    /// Where the records begin.
    start: usize,
    cutting: Cutting,
    dialect: Dialect,
    broken: Vec<u32>,
}

/// Finds the header and with it the width.
fn cut_below_header(cut: Cut, options: &ReadOptions) -> Stage {
    let Cut { text, start, mut cutting, mut dialect, broken } = cut;
    let records = cut_sample(sample_of(text.get(start..).unwrap_or("")), cutting);
    let header = match options.header {
        HeaderChoice::NoHeader => None,
        HeaderChoice::Row(row) => Some(row.max(1)),
        HeaderChoice::Detect => find_header(&records, cutting.width).map(|index| index as u32 + 1),
    };
    if let Some(record) = header.and_then(|row| records.get(row as usize - 1)) {
        let filled = record.cells.iter().rposition(|cell| !super::fold::trim(cell).is_empty());
        cutting.width = filled.map_or(cutting.width, |last| last + 1);
    }
    dialect.header_row = header;
    Stage::Cutting(Box::new(Rows::new(text, start, cutting, dialect, broken)))
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

/// A table of a file.
#[derive(Clone, Debug)]
pub struct FileTable {
    /// Its name inside the file; empty when the file holds one table without a name.
    pub name: String,
    pub table: Table,
    pub problems: Vec<Problem>,
}

/// Reads every table of a file at once: more than one of an archive or an audit file, and of other files one.
///
/// # Errors
/// As [`Reader::into_result`] for the first table; another that cannot be read is left out.
pub fn read_all(bytes: &[u8], options: &ReadOptions) -> Result<Vec<FileTable>, ReadError> {
    let mut reader = Reader::new(options.clone());
    reader.feed(bytes);
    while reader.step(usize::MAX) != ReadStep::Done {}
    let others = reader.others();
    let mut tables = Vec::with_capacity(1 + others.len());
    for (place, reader) in std::iter::once(reader).chain(others).enumerate() {
        let name = reader.name().to_owned();
        match reader.into_result() {
            Ok((table, problems)) => tables.push(FileTable { name, table, problems }),
            Err(error) if place == 0 => return Err(error),
            Err(_) => {}
        }
    }
    Ok(tables)
}

/// Reads a whole file at once; of a file with several tables the first.
///
/// # Errors
/// As [`Reader::into_result`].
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<(Table, Vec<Problem>), ReadError> {
    let mut reader = Reader::new(options.clone());
    reader.feed(bytes);
    reader.into_result()
}
