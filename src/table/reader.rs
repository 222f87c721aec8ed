//! The reader: takes bytes in pieces, then works in small steps so that a page can show progress and cancel.

use super::binary::{is_noise, kind_of_bytes, kind_of_text};
use super::encoding::{Detected, Encoding, Utf8Survey, decode, detect};
use super::header::find_header;
use super::rows::Rows;
use super::sniff::{cut_sample, sniff};
use super::stretches::tables_above;
use super::{Dialect, HeaderChoice, Problem, ReadError, ReadOptions, Table};

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
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Feeding,
    Decoding { detected: Detected, at: usize, text: String, broken: Vec<u32> },
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
        Self { options, bytes: Vec::new(), survey: Utf8Survey::default(), stage: Stage::Feeding }
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

    /// Works on about this many bytes (1 MB is a few milliseconds). Finishes first when nobody did.
    pub fn step(&mut self, max_bytes: usize) -> ReadStep {
        self.finish();
        let total = 2 * self.bytes.len() as u64;
        match &mut self.stage {
            Stage::Decoding { detected, at, text, broken } => {
                *at = decode(detected.encoding, &self.bytes, *at, max_bytes, text, broken);
                let done = *at as u64;
                if *at >= self.bytes.len() {
                    let (text, broken, detected) = (std::mem::take(text), std::mem::take(broken), *detected);
                    self.stage = begin_cutting(text, broken, detected, &self.options);
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
            Stage::Feeding | Stage::Decoding { .. } => Err(ReadError::Empty),
        }
    }
}

/// Finds the dialect of the decoded text and prepares to cut it.
fn begin_cutting(mut text: String, broken: Vec<u32>, detected: Detected, options: &ReadOptions) -> Stage {
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
    let mut cutting = sniff(sample, &options).cutting;
    let records = cut_sample(sample, cutting);
    let header = match options.header {
        HeaderChoice::NoHeader => None,
        HeaderChoice::Row(row) => Some((row.max(1), row.max(1))),
        HeaderChoice::Detect => {
            find_header(&records, cutting.width).map(|place| (place.first as u32 + 1, place.last as u32 + 1))
        }
    };
    let high = header.and_then(|(first, last)| records.get(first as usize - 1..last as usize)).unwrap_or(&[]);
    let filled = high.iter().filter_map(|record| {
        record.cells.iter().rposition(|cell| !super::fold::trim(cell).is_empty()).map(|last| last + 1)
    });
    cutting.width = filled.max().unwrap_or(cutting.width);
    let mut dialect = Dialect::of(cutting, detected);
    dialect.header_row = header.map(|(_, last)| last);
    let first = header.map_or(0, |(first, _)| first);
    let above = records.get(..(first as usize).saturating_sub(1)).map(tables_above).unwrap_or_default();
    let rows = Rows::new(text, start, cutting, dialect, first, broken);
    let detects = options.header == HeaderChoice::Detect;
    Stage::Cutting(Box::new(if detects { rows.detect_tables(above) } else { rows }))
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
