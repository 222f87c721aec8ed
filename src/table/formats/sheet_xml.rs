//! Sheet XML: Excel's XML of 2003, which many programs write and call ".xls".

use quick_xml::Reader as XmlReader;
use quick_xml::events::{BytesStart, Event};

use super::decode::decode_all;
use super::lines::Lines;
use super::sheet_choice::{Seen, SheetNote, choose, header_words};
use super::spans::{Row, Span, Spans};
use super::xml::{attribute, push_entity};
use super::{Cells, FileKind, Origin};
use crate::sorted::InOrder;
use crate::table::{Problem, ProblemKind, ReadError, ReadOptions};

/// A sheet on its way.
#[derive(Debug, Default)]
struct Sheet {
    name: String,
    hidden: bool,
    hidden_rows: u32,
    rows: Vec<(u32, Row)>,
    spans: Vec<Span>,
}

/// Reads the likely sheet, or the one that was chosen.
///
/// # Errors
/// As for other workbooks; XML that breaks off is read up to there.
pub(super) fn open(bytes: &[u8], options: &ReadOptions) -> Result<Cells, ReadError> {
    let (text, encoding, declared) = decode_all(bytes, options.encoding.as_deref());
    let sheets = read_sheets(&text);
    let (mut found, mut seen) = (Vec::new(), Vec::new());
    for sheet in sheets {
        let (mut spans, mut lines) = (Spans::new(sheet.spans), Lines::default());
        let mut rows = sheet.rows;
        rows.order_by_key(|(number, _)| *number);
        for (number, row) in &mut rows {
            spans.write(*number, row, &mut lines)?;
        }
        let rows = lines.rows();
        let cells = lines.into_cells(Origin::default(), Vec::new()).ok();
        let words = cells.as_ref().map_or(0, header_words);
        let filled = if cells.is_some() { rows } else { 0 };
        seen.push((sheet.name, Seen { words, rows: filled, hidden: sheet.hidden }));
        found.push((cells, sheet.hidden_rows));
    }
    let (place, evidence) = choose(&seen, options.sheet.as_deref()).ok_or(ReadError::Empty)?;
    let notes = seen
        .iter()
        .zip(&found)
        .enumerate()
        .map(|(at, ((name, seen), (cells, _)))| SheetNote {
            name: name.clone(),
            rows: seen.rows,
            columns: cells.as_ref().map_or(0, |cells| cells.width as u32),
            hidden: seen.hidden,
            evidence: (at == place).then_some(evidence),
        })
        .collect();
    let (cells, hidden_rows) = found.swap_remove(place);
    let mut cells = cells.ok_or(ReadError::Empty)?;
    if hidden_rows > 0 {
        cells.notes.push(Problem::new(0, None, ProblemKind::HiddenRows, &hidden_rows.to_string()));
    }
    cells.origin = Origin { kind: FileKind::SpreadsheetXml, inside: None, sheets: notes, sheet: Some(place) };
    cells.encoding = Some((encoding, declared));
    Ok(cells)
}

/// Where the next row and cell go, from 0.
#[derive(Debug, Default)]
struct Place {
    row: u32,
    column: u32,
    /// Text is taken between the tags of a cell's data.
    in_data: bool,
    is_date: bool,
    text: String,
}

fn read_sheets(text: &str) -> Vec<Sheet> {
    let mut reader = XmlReader::from_str(text);
    reader.config_mut().check_end_names = false;
    let (mut sheets, mut place) = (Vec::<Sheet>::new(), Place::default());
    // A fault in the XML ends the reading; what came before stays.
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => start(&tag, false, &mut sheets, &mut place),
            Event::Empty(tag) => start(&tag, true, &mut sheets, &mut place),
            Event::Text(text) if place.in_data => place.text.push_str(&text.xml10_content()),
            Event::CData(text) if place.in_data => place.text.push_str(&text.xml10_content()),
            Event::GeneralRef(entity) if place.in_data => push_entity(&mut place.text, &entity),
            Event::End(tag) => end(tag.local_name().as_ref(), &mut sheets, &mut place),
            Event::Eof => break,
            _ => {}
        }
    }
    sheets
}

fn start(tag: &BytesStart, is_empty: bool, sheets: &mut Vec<Sheet>, place: &mut Place) {
    let number = |name: &str| attribute(tag, name).and_then(|text| text.parse::<u32>().ok());
    match tag.local_name().as_ref() {
        "Worksheet" => {
            sheets.push(Sheet { name: attribute(tag, "Name").unwrap_or_default(), ..Sheet::default() });
            *place = Place::default();
        }
        "Row" => {
            place.row = number("Index").map_or(place.row, |index| index.saturating_sub(1).max(place.row));
            place.column = 0;
            let is_hidden = number("Hidden") == Some(1) || number("Height") == Some(0);
            if let Some(sheet) = sheets.last_mut() {
                sheet.hidden_rows += u32::from(is_hidden);
                sheet.rows.push((place.row, Row::default()));
            }
            if is_empty {
                place.row += 1;
            }
        }
        "Cell" => {
            place.column =
                number("Index").map_or(place.column, |index| index.saturating_sub(1).max(place.column));
            let (across, down) = (number("MergeAcross").unwrap_or(0), number("MergeDown").unwrap_or(0));
            if let Some(sheet) = sheets.last_mut().filter(|_| across + down > 0) {
                let first = (place.row, place.column);
                let last = (first.0.saturating_add(down), first.1.saturating_add(across));
                sheet.spans.push(Span { first, last });
            }
            if is_empty {
                place.column = place.column.saturating_add(across + 1);
            }
        }
        "Data" if !is_empty => {
            place.in_data = true;
            place.text.clear();
            place.is_date = attribute(tag, "Type").as_deref() == Some("DateTime");
        }
        "Visible" if !is_empty => {
            place.in_data = true;
            place.text.clear();
        }
        _ => {}
    }
}

fn end(name: &str, sheets: &mut [Sheet], place: &mut Place) {
    match name {
        "Data" => {
            place.in_data = false;
            let mut text = std::mem::take(&mut place.text);
            if place.is_date {
                // A day is written as its midnight.
                text.truncate(text.strip_suffix("T00:00:00.000").map_or(text.len(), str::len));
            }
            if let Some((_, row)) = sheets.last_mut().and_then(|sheet| sheet.rows.last_mut()) {
                row.cells.push((place.column, text));
            }
        }
        "Cell" => place.column = place.column.saturating_add(1),
        "Row" => place.row = place.row.saturating_add(1),
        "Visible" => {
            place.in_data = false;
            let is_hidden = place.text.contains("Hidden");
            if let Some(sheet) = sheets.last_mut() {
                sheet.hidden = is_hidden;
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::formats::DELIMITER;

    #[test]
    fn a_workbook_in_xml_is_read() {
        let xml = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
            <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
            <Worksheet ss:Name=\"Klanten\"><Table><Row ss:Index=\"2\"><Cell><Data ss:Type=\"String\">Klant</Data></Cell>\
            <Cell ss:Index=\"3\"><Data ss:Type=\"String\">Laatste order</Data></Cell></Row>\
            <Row ss:Hidden=\"1\"><Cell><Data ss:Type=\"String\">Jansen &amp; Zn.</Data></Cell><Cell><Data ss:Type=\"Number\">8</Data></Cell>\
            <Cell><Data ss:Type=\"DateTime\">2025-03-01T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>";
        let cells = open(xml.as_bytes(), &ReadOptions::default()).unwrap();
        let text = cells.text.replace(DELIMITER, ";");
        assert_eq!(text, "\nKlant;;Laatste order\nJansen & Zn.;8;2025-03-01\n");
        assert_eq!(cells.notes.len(), 1);
        assert_eq!(cells.origin.sheets[0].name, "Klanten");
    }
}
