//! A table as a file that spreadsheets open: UTF-8 with its mark, semicolons, CRLF, and cells that cannot run.

/// A file that Excel and its like open as a table: UTF-8 with its mark, semicolons, CRLF.
pub fn written(header: Vec<String>, records: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for record in std::iter::once(header).chain(records) {
        // Writing to memory does not fail.
        let _ = writer.write_record(record.into_iter().map(disarmed));
    }
    writer.into_inner().unwrap_or_default()
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe in front; negative numbers stay numbers.
fn disarmed(cell: String) -> String {
    let risky = cell.starts_with(['=', '@', '\t', '\r'])
        || (cell.starts_with(['+', '-']) && !cell[1..].starts_with(|c: char| c.is_ascii_digit()));
    if risky && cell.len() > 1 { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::written;

    fn check(cells: &[&str], expected: &str) {
        let record = cells.iter().map(|cell| (*cell).to_owned()).collect();
        let bytes = written(vec!["Kop".to_owned()], std::iter::once(record));
        assert_eq!(String::from_utf8_lossy(&bytes), format!("\u{feff}Kop\r\n{expected}\r\n"));
    }

    #[test]
    fn cells_are_quoted_where_needed() {
        check(&["a", "b c"], "a;b c");
        check(&["a;b", "say \"hi\""], "\"a;b\";\"say \"\"hi\"\"\"");
        check(&["two\nlines"], "\"two\nlines\"");
    }

    #[test]
    fn formulas_are_disarmed_and_numbers_stay() {
        check(&["=HYPERLINK(A1)", "@x", "+cmd", "-12,50", "-"], "'=HYPERLINK(A1);'@x;'+cmd;-12,50;-");
    }
}
