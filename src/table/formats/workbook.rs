//! Workbook: Excel and OpenDocument files as text of cells, the likely sheet or the one that was chosen.

use std::io::Cursor;
use std::panic::catch_unwind;

use calamine::{
    Dimensions, Ods, OdsError, Reader as _, Sheet, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError,
    Xlsx, XlsxError,
};

use super::compound;
use super::hidden::{self, Guard};
use super::lines::Lines;
use super::sheet_choice::{Seen, SheetNote, choose, header_words};
use super::sheet_rows::{SheetRows, Value};
use super::spans::{Span, Spans};
use super::{Cells, FileKind, Origin};
use crate::table::{Problem, ProblemKind, ReadError, ReadOptions};

/// So many rows of a sheet tell whether it is a list.
const LOOK_AT: u32 = 60;

type Bytes<'b> = Cursor<&'b [u8]>;

/// A workbook of any kind.
enum Book<'b> {
    Xlsx(Box<Xlsx<Bytes<'b>>>),
    Xlsb(Box<Xlsb<Bytes<'b>>>),
    Xls(Box<Xls<Bytes<'b>>>),
    Ods(Box<Ods<Bytes<'b>>>),
}

/// Opens a workbook and reads one sheet of it.
///
/// # Errors
/// [`ReadError::Locked`] with a password, [`ReadError::Damaged`] when it cannot be read, [`ReadError::Empty`] when no
/// sheet holds anything, [`ReadError::TooLarge`] beyond what fits.
pub(super) fn open(bytes: &[u8], kind: FileKind, options: &ReadOptions) -> Result<Cells, ReadError> {
    // Bytes that nobody wrote on purpose still make the spreadsheet crate panic here and there. Where a panic can be
    // caught it is a damaged file; in the browser it ends the worker, and the page says so and goes on with a new one.
    catch_unwind(|| open_sheet(bytes, kind, options)).unwrap_or_else(|_| Err(damaged(kind)))
}

fn open_sheet(bytes: &[u8], kind: FileKind, options: &ReadOptions) -> Result<Cells, ReadError> {
    let guard = hidden::guard(bytes, kind)?;
    let mut book = Book::open(bytes, kind)?;
    let sheets = book.sheets();
    let mut notes = Vec::with_capacity(sheets.len());
    let mut seen = Vec::with_capacity(sheets.len());
    for sheet in &sheets {
        let (found, columns) = book.look(&sheet.name);
        let hidden = sheet.visible != SheetVisible::Visible;
        let name = sheet.name.clone();
        notes.push(SheetNote { name: name.clone(), rows: found.rows, columns, hidden, evidence: None });
        seen.push((name, Seen { hidden, ..found }));
    }
    let (place, evidence) = choose(&seen, options.sheet.as_deref()).ok_or(ReadError::Empty)?;
    let name = sheets[place].name.clone();
    let mut spans = Spans::new(book.spans(&name));
    let lines = book.lines(&name, &mut spans, u32::MAX)?;
    notes[place].evidence = Some(evidence);
    let hidden_rows = match guard {
        Guard::Unknown => 0,
        Guard::Xlsx => hidden::rows_of_xlsx(bytes, &name),
        Guard::Ods(tables) => tables.get(place).copied().unwrap_or(0),
    };
    let mut problems = Vec::new();
    if hidden_rows > 0 {
        problems.push(Problem::new(0, None, ProblemKind::HiddenRows, &hidden_rows.to_string()));
    }
    let origin = Origin { kind, inside: None, sheets: notes, sheet: Some(place) };
    lines.into_cells(origin, problems)
}

fn damaged(kind: FileKind) -> ReadError {
    ReadError::Damaged { kind: kind.key().to_owned() }
}

impl<'b> Book<'b> {
    fn open(bytes: &'b [u8], kind: FileKind) -> Result<Self, ReadError> {
        let cursor = Cursor::new(bytes);
        match kind {
            FileKind::Xlsx => {
                Xlsx::new(cursor).map(|book| Self::Xlsx(Box::new(book))).map_err(|error| match error {
                    XlsxError::Password => ReadError::Locked,
                    _ => damaged(kind),
                })
            }
            FileKind::Xlsb => {
                Xlsb::new(cursor).map(|book| Self::Xlsb(Box::new(book))).map_err(|error| match error {
                    XlsbError::Password => ReadError::Locked,
                    _ => damaged(kind),
                })
            }
            FileKind::Ods => {
                Ods::new(cursor).map(|book| Self::Ods(Box::new(book))).map_err(|error| match error {
                    OdsError::Password => ReadError::Locked,
                    OdsError::CellLimitExceeded { .. } => ReadError::TooLarge,
                    _ => damaged(kind),
                })
            }
            // A workbook of any kind becomes a file of this kind when it is locked.
            _ if hidden::is_locked(bytes) => Err(ReadError::Locked),
            _ if !compound::is_whole(bytes) => Err(damaged(kind)),
            _ => Xls::new(cursor).map(|book| Self::Xls(Box::new(book))).map_err(|error| match error {
                XlsError::Password => ReadError::Locked,
                _ => damaged(kind),
            }),
        }
    }

    /// The sheets with cells, in the order of their tabs.
    fn sheets(&self) -> Vec<Sheet> {
        let all = match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Xlsb(book) => book.sheets_metadata(),
            Self::Xls(book) => book.sheets_metadata(),
            Self::Ods(book) => book.sheets_metadata(),
        };
        all.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned().collect()
    }

    /// A first look at a sheet, and how many columns it has.
    fn look(&mut self, name: &str) -> (Seen, u32) {
        let size = self.size(name);
        let Ok(cells) = self
            .lines(name, &mut Spans::default(), LOOK_AT)
            .and_then(|lines| Ok((lines.rows(), lines.into_cells(Origin::default(), Vec::new())?)))
        else {
            return (Seen::default(), 0);
        };
        let (rows, cells) = cells;
        let seen = Seen { words: header_words(&cells), rows: size.unwrap_or(rows).max(rows), hidden: false };
        (seen, cells.width as u32)
    }

    /// The number of rows that a sheet says it has, where that costs nothing.
    fn size(&mut self, name: &str) -> Option<u32> {
        let end = |end: Option<(u32, u32)>| end.map(|(row, _)| row.saturating_add(1));
        match self {
            Self::Xlsx(book) => {
                book.worksheet_cells_reader(name).ok().map(|cells| cells.dimensions().end.0 + 1)
            }
            Self::Xlsb(book) => {
                book.worksheet_cells_reader(name).ok().map(|cells| cells.dimensions().end.0 + 1)
            }
            Self::Xls(book) => book.worksheet_range(name).ok().and_then(|range| end(range.end())),
            Self::Ods(book) => book.worksheet_range(name).ok().and_then(|range| end(range.end())),
        }
    }

    fn spans(&mut self, name: &str) -> Vec<Span> {
        let found = match self {
            Self::Xlsx(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
            Self::Xls(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
            Self::Xlsb(_) | Self::Ods(_) => Vec::new(),
        };
        found.into_iter().map(|Dimensions { start, end }| Span { first: start, last: end }).collect()
    }

    /// The rows of a sheet, at most up to row `last` (from 0).
    fn lines(&mut self, name: &str, spans: &mut Spans, last: u32) -> Result<Lines, ReadError> {
        let mut sheet = SheetRows::new(spans, last);
        match self {
            Self::Xlsx(book) => {
                let mut cells = book.worksheet_cells_reader(name).map_err(|_| damaged(FileKind::Xlsx))?;
                let formats: Vec<String> = cells
                    .styles()
                    .iter()
                    .map(|style| {
                        style.number_format.as_ref().map_or(String::new(), |found| found.format_code.clone())
                    })
                    .collect();
                while let Some((cell, style)) =
                    cells.next_cell_with_style_id().map_err(|_| damaged(FileKind::Xlsx))?
                {
                    let format = formats.get(style).map_or("", String::as_str);
                    if !sheet.take(cell.get_position(), Value::of_ref(cell.get_value()), format)? {
                        break;
                    }
                }
            }
            Self::Xlsb(book) => {
                let mut cells = book.worksheet_cells_reader(name).map_err(|_| damaged(FileKind::Xlsb))?;
                while let Some(cell) = cells.next_cell().map_err(|_| damaged(FileKind::Xlsb))? {
                    if !sheet.take(cell.get_position(), Value::of_ref(cell.get_value()), "")? {
                        break;
                    }
                }
            }
            Self::Xls(book) => {
                let range = book.worksheet_range(name).map_err(|_| damaged(FileKind::Xls))?;
                sheet.take_range(&range)?;
            }
            Self::Ods(book) => {
                let range = book.worksheet_range(name).map_err(|_| damaged(FileKind::Ods))?;
                sheet.take_range(&range)?;
            }
        }
        sheet.finish()
    }
}
