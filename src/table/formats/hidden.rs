//! Hidden: what the spreadsheet crate does not tell – hidden rows, a lock – and sizes checked before anything is read.

use std::io::{Cursor, Read};

use memchr::memmem;
use quick_xml::Reader as XmlReader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::FileKind;
use super::archive::{LARGEST_IN_ALL, MOST_ENTRIES};
use super::xml::attribute;
use crate::table::ReadError;

/// What the check before reading found out on its way.
#[derive(Debug)]
pub(super) enum Guard {
    Unknown,
    Xlsx,
    /// Per table the number of hidden rows with anything in them.
    Ods(Vec<u32>),
}

/// More cells than this do not fit into the memory that a browser gives.
const MOST_CELLS: u64 = 30_000_000;
/// Parts that the crate holds in memory in whole, other than the sheets.
const LARGEST_PART: u64 = 512 << 20;

/// Refuses workbooks that unpack to more than fits.
///
/// # Errors
/// [`ReadError::TooLarge`], and [`ReadError::Damaged`] for a broken archive.
pub(super) fn guard(bytes: &[u8], kind: FileKind) -> Result<Guard, ReadError> {
    if kind == FileKind::Xls {
        return Ok(Guard::Unknown);
    }
    let damaged = || ReadError::Damaged { kind: kind.key().to_owned() };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    if archive.len() > MOST_ENTRIES {
        return Err(ReadError::TooLarge);
    }
    let mut all = 0_u64;
    for place in 0..archive.len() {
        let entry = archive.by_index_data(place).map_err(|_| damaged())?;
        all = all.saturating_add(entry.size());
    }
    if all > LARGEST_IN_ALL {
        return Err(ReadError::TooLarge);
    }
    match kind {
        FileKind::Ods => survey_ods(&mut archive).map(Guard::Ods),
        FileKind::Xlsx => {
            if unpacked(&mut archive, "xl/sharedStrings.xml") > LARGEST_PART
                || unpacked(&mut archive, "xl/styles.xml") > LARGEST_PART
            {
                return Err(ReadError::TooLarge);
            }
            Ok(Guard::Xlsx)
        }
        // The crate trusts the records of this format: bytes that were changed on the way must not reach it.
        FileKind::Xlsb if !is_sound(&mut archive) => Err(damaged()),
        _ => Ok(Guard::Unknown),
    }
}

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Whether every part unpacks to what its checksum says, and the one is there that says where the sheets are.
fn is_sound(archive: &mut Archive) -> bool {
    archive.index_for_name("xl/_rels/workbook.bin.rels").is_some()
        && (0..archive.len()).all(|place| {
            let entry = archive.by_index(place).map(|entry| entry.take(LARGEST_PART));
            entry.is_ok_and(|mut entry| std::io::copy(&mut entry, &mut std::io::sink()).is_ok())
        })
}

/// How large a part really is, whatever the archive says of it.
fn unpacked(archive: &mut Archive, name: &str) -> u64 {
    let Ok(entry) = archive.by_name(name) else { return 0 };
    std::io::copy(&mut entry.take(LARGEST_PART + 1), &mut std::io::sink()).unwrap_or(0)
}

/// Whether this is a workbook that was encrypted with a password.
pub(super) fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    memmem::find(bytes, &name).is_some()
}

/// How many rows of a sheet are hidden; 0 when that cannot be told.
pub(super) fn rows_of_xlsx(bytes: &[u8], sheet: &str) -> u32 {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return 0 };
    sheet_path(&mut archive, sheet).and_then(|path| count_hidden(&mut archive, &path)).unwrap_or(0)
}

fn part(archive: &mut Archive, name: &str) -> Option<String> {
    let mut bytes = Vec::new();
    archive.by_name(name).ok()?.take(LARGEST_PART).read_to_end(&mut bytes).ok()?;
    String::from_utf8(bytes).ok()
}

/// The name of the part that holds a sheet.
fn sheet_path(archive: &mut Archive, sheet: &str) -> Option<String> {
    let workbook = part(archive, "xl/workbook.xml")?;
    let id = find_element(&workbook, "sheet", |tag| attribute(tag, "name").as_deref() == Some(sheet))
        .and_then(|tag| attribute(&tag, "id"))?;
    let relations = part(archive, "xl/_rels/workbook.xml.rels")?;
    let target =
        find_element(&relations, "Relationship", |tag| attribute(tag, "Id").as_deref() == Some(id.as_str()))
            .and_then(|tag| attribute(&tag, "Target"))?;
    Some(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned))
}

fn find_element(xml: &str, name: &str, is_it: impl Fn(&BytesStart) -> bool) -> Option<BytesStart<'static>> {
    let mut reader = XmlReader::from_str(xml);
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == name && is_it(&tag) => {
                return Some(tag.into_owned());
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// Counts row elements with `hidden="1"` in a stream, without parsing the rest of the sheet.
fn count_hidden(archive: &mut Archive, path: &str) -> Option<u32> {
    const MARK: &[u8] = b" hidden=\"";
    const LONGEST_TAG: usize = 512;
    let mut entry = archive.by_name(path).ok()?;
    let (mut window, mut found) = (Vec::new(), 0_u32);
    loop {
        let before = window.len();
        let read = (&mut entry).take(1 << 20).read_to_end(&mut window).ok()?;
        // What begins in the last part of a window is seen whole in the next one.
        let end = if read == 0 { window.len() } else { window.len().saturating_sub(LONGEST_TAG) };
        for place in memmem::find_iter(&window, MARK) {
            let value = window.get(place + MARK.len()..).unwrap_or(&[]);
            let start = window[..place].iter().rposition(|byte| *byte == b'<').unwrap_or(0);
            let is_row = window[start..].starts_with(b"<row ") || window[start..].starts_with(b"<x:row ");
            if place < end && is_row && (value.starts_with(b"1") || value.starts_with(b"true")) {
                found += 1;
            }
        }
        if read == 0 || before > window.len() {
            return Some(found);
        }
        window.drain(..end);
    }
}

/// Per table of an OpenDocument file its hidden rows; refuses tables with more cells than fit.
fn survey_ods(archive: &mut Archive) -> Result<Vec<u32>, ReadError> {
    let damaged = || ReadError::Damaged { kind: FileKind::Ods.key().to_owned() };
    let entry = archive.by_name("content.xml").map_err(|_| damaged())?.take(LARGEST_IN_ALL);
    let mut reader = XmlReader::from_reader(std::io::BufReader::new(entry));
    reader.config_mut().check_end_names = false;
    let (mut survey, mut buffer) = (OdsSurvey::default(), Vec::new());
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| damaged())? {
            Event::Start(tag) => survey.open(&tag, false),
            Event::Empty(tag) => survey.open(&tag, true),
            Event::End(tag) if tag.local_name().as_ref() == "table-row" => survey.close_row(),
            Event::Eof => break,
            _ => {}
        }
        if survey.cells > MOST_CELLS {
            return Err(ReadError::TooLarge);
        }
    }
    Ok(survey.hidden)
}

#[derive(Debug, Default)]
struct OdsSurvey {
    hidden: Vec<u32>,
    cells: u64,
    widest: u64,
    rows: u64,
    /// Empty rows and cells count only when something follows them.
    waiting_rows: u64,
    waiting_cells: u64,
    row: OdsRow,
}

#[derive(Debug, Default)]
struct OdsRow {
    repeated: u64,
    hidden: bool,
    cells: u64,
}

impl OdsSurvey {
    fn open(&mut self, tag: &BytesStart, is_empty: bool) {
        let count =
            |name: &str| attribute(tag, name).and_then(|text| text.parse::<u64>().ok()).unwrap_or(1).max(1);
        match tag.local_name().as_ref() {
            "table" => {
                self.hidden.push(0);
                (self.widest, self.rows, self.waiting_rows) = (0, 0, 0);
            }
            "table-row" => {
                let hidden = attribute(tag, "visibility").is_some_and(|value| value != "visible");
                self.row = OdsRow { repeated: count("number-rows-repeated"), hidden, cells: 0 };
                self.waiting_cells = 0;
                if is_empty {
                    self.close_row();
                }
            }
            "table-cell" | "covered-table-cell" => {
                let repeated = count("number-columns-repeated");
                if is_empty {
                    self.waiting_cells = self.waiting_cells.saturating_add(repeated);
                } else {
                    self.row.cells =
                        self.row.cells.saturating_add(self.waiting_cells).saturating_add(repeated);
                    self.waiting_cells = 0;
                }
            }
            _ => {}
        }
    }

    fn close_row(&mut self) {
        if self.row.cells == 0 {
            self.waiting_rows = self.waiting_rows.saturating_add(self.row.repeated);
            return;
        }
        self.rows = self.rows.saturating_add(self.waiting_rows).saturating_add(self.row.repeated);
        self.waiting_rows = 0;
        self.widest = self.widest.max(self.row.cells);
        self.cells = self.cells.max(self.rows.saturating_mul(self.widest));
        if let Some(hidden) = self.hidden.last_mut().filter(|_| self.row.hidden) {
            *hidden = hidden.saturating_add(u32::try_from(self.row.repeated).unwrap_or(u32::MAX));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(file: &str, sound: bool) {
        let bytes = std::fs::read(format!("{}/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let damaged = ReadError::Damaged { kind: "xlsb".to_owned() };
        assert_eq!(guard(&bytes, FileKind::Xlsb).err(), (!sound).then_some(damaged), "{file}");
    }

    /// The crate panics on the last two, found by the fuzzer; in a browser no panic can be caught.
    #[test]
    fn a_binary_workbook_that_was_changed_on_the_way_is_refused_before_it_is_read() {
        check("tests/fixtures/klanten.xlsb", true);
        check("fuzz/found/xlsx/xlsb_with_a_short_sheet_record", false);
        check("fuzz/found/xaf/xlsb_with_a_sheet_that_is_nowhere", false);
    }
}
