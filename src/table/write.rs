//! Writes a table back as plain CSV (RFC 4180, UTF-8), so that what was read can be compared with what was there.

use super::Table;

/// Header (when there is one) and all rows, cells unchanged; short rows are filled up with empty cells to the
/// table's width, cells beyond it stay.
pub fn write_csv(table: &Table) -> String {
    let mut out = String::new();
    if !table.header().is_empty() {
        write_record(&mut out, table.header().iter().map(String::as_str), table.width());
    }
    for row in 0..table.len() {
        write_record(&mut out, table.cells(row), table.width());
    }
    out
}

fn write_record<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>, width: usize) {
    let (mut written, before) = (0, out.len());
    for cell in cells {
        if written > 0 {
            out.push(',');
        }
        write_cell(out, cell);
        written += 1;
    }
    for _ in written.max(1)..width {
        out.push(',');
    }
    if out.len() == before {
        // One empty cell: a blank line would be no record at all.
        out.push_str("\"\"");
    }
    out.push_str("\r\n");
}

fn write_cell(out: &mut String, cell: &str) {
    // At the start of a file U+FEFF is taken for a mark of its encoding.
    if !cell.contains([',', '"', '\n', '\r', '\u{feff}']) {
        out.push_str(cell);
        return;
    }
    out.push('"');
    for (part, piece) in cell.split('"').enumerate() {
        if part > 0 {
            out.push_str("\"\"");
        }
        out.push_str(piece);
    }
    out.push('"');
}
