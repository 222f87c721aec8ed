//! The dialect: how a file writes a table, and what the person wants to overrule of what was detected.

use serde::{Deserialize, Serialize};

use super::Origin;

/// How the file was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dialect {
    /// Name as on the web: `UTF-8`, `UTF-16LE`, `windows-1252`, `macintosh` …
    pub encoding: String,
    /// What tells the encoding.
    pub encoding_evidence: EncodingEvidence,
    /// The character between cells; `None` for a list of one column.
    pub delimiter: Option<char>,
    /// The character around cells.
    pub quote: char,
    /// Whether a backslash before a quote keeps it inside the cell.
    pub backslash: bool,
    /// `,` or `.`; `None` while unknown (the table does not know; intake fills it from the amounts).
    pub decimal: Option<char>,
    /// The user's row number of the header, the last when it is more rows put together; `None` when there is none.
    pub header_row: Option<u32>,
    /// The first row of the header.
    pub header_first: Option<u32>,
    /// What kind of file it was, and which of its sheets.
    pub origin: Origin,
}

/// What tells an encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EncodingEvidence {
    /// A byte order mark at the start.
    Mark,
    /// All bytes (or all but a few, which are listed) are valid UTF-8.
    Valid,
    /// The pattern of zero bytes.
    Zeroes,
    /// The letters that come out are the likeliest of the single-byte encodings.
    Letters,
    /// The person chose it.
    Chosen,
    /// The file itself says so, as web pages and XML do.
    Declared,
    /// The format leaves no choice.
    Format,
}

/// What the person overrules; the default detects everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadOptions {
    /// An encoding's name as in [`super::ENCODINGS`].
    pub encoding: Option<String>,
    /// The character between cells.
    pub delimiter: Option<char>,
    /// The character around cells.
    pub quote: Option<char>,
    pub header: HeaderChoice,
    /// The sheet of a workbook by its name, or the table of a web page by its number from 1.
    pub sheet: Option<String>,
}

/// Where the header stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeaderChoice {
    #[default]
    Detect,
    /// The first record is data already.
    NoHeader,
    /// The user's row number; rows above it are preamble.
    Row(u32),
    /// These rows put together, both in it.
    Rows(u32, u32),
}
