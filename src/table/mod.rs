//! Table: bytes in, header and cells out, with every problem on the way.

mod binary;
mod block;
mod code_page;
mod dialect;
mod encoding;
mod file;
pub mod fold;
mod formats;
mod header;
mod header_words;
mod letters;
pub mod looks;
mod plain;
mod problem;
mod reader;
mod records;
mod rows;
mod samples;
mod sniff;
mod source;
mod stretches;
#[expect(clippy::module_inception, reason = "the noun of this module is a table")]
mod table;
mod write;

use serde::{Deserialize, Serialize};

pub use dialect::{Dialect, EncodingEvidence, HeaderChoice, ReadOptions};
pub use file::{FileTable, read_all};
pub use formats::{FileKind, Origin, SheetEvidence, SheetNote};
pub use problem::{Problem, ProblemKind};
pub use quick::Record;
pub use reader::{ReadStep, Reader, read};
pub use samples::ColumnSample;
pub use source::Source;
pub use stretches::Stretch;
pub use table::Table;
pub use write::write_csv;

/// Why nothing at all could be read. Everything less than this is a [`Problem`] and the rest is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ReadError {
    /// No bytes, or only blanks.
    #[error("the file is empty")]
    Empty,
    /// A header and no rows.
    #[error("there is a header and nothing below it")]
    HeaderOnly,
    /// Not text, and no format we know; `kind` names it when the first bytes tell (pdf, png, zip …).
    #[error("this is not a text table: {kind}")]
    Binary { kind: String },
    /// More text than can be addressed (2 GiB), or more than fits into memory once it is unpacked.
    #[error("the file is too large")]
    TooLarge,
    /// A format we read, but this file of it cannot be; `kind` names it.
    #[error("this {kind} file is damaged")]
    Damaged { kind: String },
    /// Protected by a password.
    #[error("the file is protected by a password")]
    Locked,
    /// No column can name the customers.
    #[error("no column names the customers")]
    NoCustomerColumn { columns: Vec<ColumnSample> },
}

/// The encodings that can be chosen, by the names that [`Dialect::encoding`] uses.
pub const ENCODINGS: &[&str] = &[
    "UTF-8",
    "windows-1252",
    "ISO-8859-15",
    "windows-1250",
    "windows-1254",
    "macintosh",
    "UTF-16LE",
    "UTF-16BE",
    "UTF-32LE",
    "UTF-32BE",
];
