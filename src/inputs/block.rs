//! A block of cells as spreadsheets put it on the clipboard: tabs between cells, line breaks between rows.

/// The cells of a pasted text. A cell in quotes may hold tabs and line breaks; the closing line break is no row.
pub fn read_block(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let (mut quoted, mut letters) = (false, text.chars().peekable());
    while let Some(letter) = letters.next() {
        let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) else { break };
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() && closes(letters.clone()) => quoted = true,
            '\t' if !quoted => {
                if let Some(row) = rows.last_mut() {
                    row.push(String::new());
                }
            }
            '\n' if !quoted => rows.push(vec![String::new()]),
            '\r' if !quoted => {}
            letter => cell.push(letter),
        }
    }
    if rows.len() > 1 && rows.last().is_some_and(|row| row.len() == 1 && row[0].is_empty()) {
        rows.pop();
    }
    rows
}

/// Whether an opening quote has its closing one at the end of a cell; a lone quote is a quote, as in `5" pipe`.
fn closes(mut rest: impl Iterator<Item = char>) -> bool {
    let mut after_quote = false;
    loop {
        match (rest.next(), after_quote) {
            (None | Some('\t' | '\n' | '\r'), true) => return true,
            (Some('"'), _) => after_quote = !after_quote,
            (Some(_), false) => {}
            (None, false) | (Some(_), true) => return false,
        }
    }
}

/// Cells as a text to paste elsewhere.
pub fn write_block(rows: &[Vec<String>]) -> String {
    let cell = |text: &String| {
        if text.contains(['\t', '\n', '\r']) || text.starts_with('"') {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.clone()
        }
    };
    let lines = rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t"));
    lines.collect::<Vec<_>>().join("\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&[&str]]) {
        let rows = read_block(text);
        let found: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        assert_eq!(found, expected, "{text:?}");
        assert_eq!(read_block(&write_block(&rows)), rows, "{text:?} there and back");
    }

    #[test]
    fn what_a_spreadsheet_copies_is_read() {
        check("4\t5\r\n3\t\r\n", &[&["4", "5"], &["3", ""]]);
        check("een", &[&["een"]]);
        check("12.500\n8.000", &[&["12.500"], &["8.000"]]);
        check("\"twee\nregels\"\t\"zegt \"\"ja\"\"\"", &[&["twee\nregels", "zegt \"ja\""]]);
        check("5\" pijp\t\"open", &[&["5\" pijp", "\"open"]]);
        check("a\n\nb", &[&["a"], &[""], &["b"]]);
    }
}
