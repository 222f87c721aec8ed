//! Formats: what is not plain text – spreadsheets, web pages, audit files, archives – becomes text of cells, or bytes of text.
//!
//! Every format ends in the same cutter as a text file: its cells are written as lines whose delimiter and quote are
//! control characters that no cell holds ([`lines::Lines`]). So header, problems and row numbers work alike, and a
//! row's number is the number it has in its sheet.

mod archive;
mod audit_file;
mod audit_lines;
mod audit_tables;
mod compound;
mod decode;
mod entities;
mod figures;
mod hidden;
mod kind;
mod lines;
mod markup;
mod sheet_choice;
mod sheet_rows;
mod sheet_xml;
mod spans;
mod web_page;
mod workbook;
mod xml;

use serde::{Deserialize, Serialize};

pub use kind::FileKind;
pub use sheet_choice::{SheetEvidence, SheetNote};

pub(super) use lines::{DELIMITER, QUOTE};

use super::{Problem, ReadError, ReadOptions};

/// Where a table comes from, when not from a plain text file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    pub kind: FileKind,
    /// The file inside an archive that was read.
    pub inside: Option<String>,
    /// Every sheet (of a web page: every table), in the file's order; empty when there is nothing to choose.
    pub sheets: Vec<SheetNote>,
    /// Which of them was read.
    pub sheet: Option<usize>,
}

/// What a file turned out to hold: one table or more.
#[derive(Debug)]
pub(super) enum Content {
    /// Bytes of plain text, as they came out of an archive.
    Text(Vec<u8>),
    /// Cells of another format.
    Cells(Cells),
}

/// A table's cells as text for the cutter.
#[derive(Debug, Default)]
pub(super) struct Cells {
    pub(super) text: String,
    /// The number of cells in the widest row.
    pub(super) width: usize,
    pub(super) notes: Vec<Problem>,
    pub(super) origin: Origin,
    /// The encoding's name and whether the file itself declares it; nothing for binary formats.
    pub(super) encoding: Option<(String, bool)>,
}

/// One table of a file.
#[derive(Debug)]
pub(super) struct Part {
    /// The name inside the file (`klanten.csv` in an archive, "customers" in an audit file); empty for a whole file.
    pub(super) name: String,
    pub(super) content: Content,
}

/// Whether these bytes need [`open`]; plain text does not, and neither does what nobody can read.
pub(super) fn needs_opening(bytes: &[u8]) -> bool {
    kind::kind_of(bytes).is_some()
}

/// Opens a file: at least one part, the most telling first.
///
/// # Errors
/// When nothing in it is a table: damaged, locked by a password, larger than fits, or simply empty.
pub(super) fn open(bytes: &[u8], options: &ReadOptions) -> Result<Vec<Part>, ReadError> {
    match kind::kind_of(bytes) {
        Some(kind::Kind::Gzip | kind::Kind::Zip) => archive::open(bytes, options),
        Some(kind::Kind::Format(format)) => open_format(bytes, format, options),
        None => Ok(vec![Part { name: String::new(), content: Content::Text(bytes.to_vec()) }]),
    }
}

/// Opens a file that is no archive.
fn open_format(bytes: &[u8], format: FileKind, options: &ReadOptions) -> Result<Vec<Part>, ReadError> {
    let alone = |cells: Cells| vec![Part { name: String::new(), content: Content::Cells(cells) }];
    match format {
        FileKind::Text => Ok(vec![Part { name: String::new(), content: Content::Text(bytes.to_vec()) }]),
        FileKind::Xlsx | FileKind::Xlsb | FileKind::Xls | FileKind::Ods => {
            workbook::open(bytes, format, options).map(alone)
        }
        FileKind::WebPage => web_page::open(bytes, options).map(alone),
        FileKind::SpreadsheetXml => sheet_xml::open(bytes, options).map(alone),
        FileKind::AuditFile => audit_file::open(bytes, options),
    }
}
