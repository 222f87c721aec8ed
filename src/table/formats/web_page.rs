//! Web page: the tables of an HTML text – a pasted table, or an export that calls itself Excel – of which one is read.

use super::decode::decode_all;
use super::lines::Lines;
use super::markup::{Markup, Tag, Token};
use super::sheet_choice::{Seen, SheetNote, choose, header_words};
use super::spans::{Row, Span, Spans};
use super::{Cells, FileKind, Origin};
use crate::table::fold::trim;
use crate::table::{Problem, ProblemKind, ReadError, ReadOptions};

/// Tables inside tables deeper than this are read as text.
const DEEPEST: usize = 16;
/// A page with more tables is no list.
const MOST_TABLES: usize = 500;
/// Cells that one cell may cover.
const WIDEST: u32 = 1000;
const TALLEST: u32 = 65_534;

/// Reads the likely table of a page, or the one that was chosen by its number from 1.
///
/// # Errors
/// [`ReadError::Empty`] when no table holds anything, [`ReadError::TooLarge`] beyond what fits.
pub(super) fn open(bytes: &[u8], options: &ReadOptions) -> Result<Cells, ReadError> {
    let (text, encoding, declared) = decode_all(bytes, options.encoding.as_deref());
    let mut page = Page::default();
    page.read(&text);
    let mut tables: Vec<(Option<Cells>, u32)> = Vec::new();
    for table in page.done {
        let hidden = table.hidden;
        tables.push((table.into_cells()?, hidden));
    }
    let seen: Vec<(String, Seen)> = tables
        .iter()
        .enumerate()
        .map(|(place, (cells, _))| {
            let seen = cells.as_ref().map_or(Seen::default(), |cells| Seen {
                words: header_words(cells),
                rows: rows_of(cells),
                hidden: false,
            });
            ((place + 1).to_string(), seen)
        })
        .collect();
    let (place, evidence) = choose(&seen, options.sheet.as_deref()).ok_or(ReadError::Empty)?;
    let sheets = seen
        .iter()
        .zip(&tables)
        .enumerate()
        .map(|(at, ((name, seen), (cells, _)))| SheetNote {
            name: name.clone(),
            rows: seen.rows,
            columns: cells.as_ref().map_or(0, |cells| cells.width as u32),
            hidden: false,
            evidence: (at == place).then_some(evidence),
        })
        .collect();
    let (cells, hidden) = tables.swap_remove(place);
    let mut cells = cells.ok_or(ReadError::Empty)?;
    if hidden > 0 {
        cells.notes.push(Problem::new(0, None, ProblemKind::HiddenRows, &hidden.to_string()));
    }
    cells.origin = Origin { kind: FileKind::WebPage, inside: None, sheets, sheet: Some(place) };
    cells.encoding = Some((encoding, declared));
    Ok(cells)
}

fn rows_of(cells: &Cells) -> u32 {
    cells.text.bytes().filter(|byte| *byte == b'\n').count() as u32
}

/// A page on its way: the tables that are open, the innermost last, and those that are done.
#[derive(Debug, Default)]
struct Page {
    open: Vec<Table>,
    done: Vec<Table>,
    /// Inside an element whose text is no content.
    mute: Option<String>,
}

#[derive(Debug, Default)]
struct Table {
    rows: Vec<Vec<Cell>>,
    hidden: u32,
    /// A cell is open and takes text.
    in_cell: bool,
    /// A table that was closed too deep inside this one.
    too_deep: usize,
}

#[derive(Debug, Default)]
struct Cell {
    text: String,
    columns: u32,
    rows: u32,
}

impl Page {
    fn read(&mut self, text: &str) {
        for token in Markup::new(text) {
            match token {
                Token::Start(tag) => self.start(&tag),
                Token::End(name) => self.end(&name),
                Token::Text(text) => self.text(&text),
            }
            if self.done.len() >= MOST_TABLES {
                break;
            }
        }
        // What was never closed is closed by the end.
        while let Some(table) = self.open.pop() {
            self.done.push(table);
        }
    }

    fn start(&mut self, tag: &Tag) {
        if self.mute.is_some() {
            return;
        }
        match tag.name.as_str() {
            name @ ("script" | "style" | "title") if !tag.closes_itself => self.mute = Some(name.to_owned()),
            "table" if self.open.len() < DEEPEST => self.open.push(Table::default()),
            "table" => {
                if let Some(table) = self.open.last_mut() {
                    table.too_deep += 1;
                }
            }
            _ => {}
        }
        let Some(table) = self.open.last_mut().filter(|table| table.too_deep == 0) else { return };
        match tag.name.as_str() {
            "tr" => {
                table.in_cell = false;
                table.rows.push(Vec::new());
                let style = tag.get("style").unwrap_or_default().to_ascii_lowercase();
                let is_hidden = style.split_whitespace().collect::<String>().contains("display:none");
                table.hidden += u32::from(is_hidden || tag.get("hidden").is_some());
            }
            "td" | "th" => {
                if table.rows.is_empty() {
                    table.rows.push(Vec::new());
                }
                let number = |name: &str, most: u32| {
                    tag.get(name).and_then(|text| text.trim().parse::<u32>().ok()).unwrap_or(1).clamp(1, most)
                };
                let cell = Cell {
                    text: String::new(),
                    columns: number("colspan", WIDEST),
                    rows: number("rowspan", TALLEST),
                };
                if let Some(row) = table.rows.last_mut() {
                    row.push(cell);
                }
                table.in_cell = true;
            }
            "br" | "p" | "div" | "li" => table.push("\n"),
            "input"
                // Pages that are filled in keep their figures here.
                if tag.get("type").is_none_or(|kind| kind.eq_ignore_ascii_case("text")) => {
                    table.push(tag.get("value").unwrap_or_default());
                }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(mute) = &self.mute {
            if mute == name {
                self.mute = None;
            }
            return;
        }
        let Some(table) = self.open.last_mut() else { return };
        match name {
            "table" if table.too_deep > 0 => table.too_deep -= 1,
            "table" => {
                if let Some(table) = self.open.pop() {
                    self.done.push(table);
                }
            }
            "td" | "th" | "tr" if table.too_deep == 0 => table.in_cell = false,
            "p" | "div" | "li" => table.push("\n"),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.mute.is_none()
            && let Some(table) = self.open.last_mut()
        {
            let mut spaced = String::with_capacity(text.len());
            for letter in text.chars() {
                // Line ends of the page itself are blanks; those of the cell were tags.
                let blank = matches!(letter, ' ' | '\t' | '\n' | '\r' | '\u{c}');
                if !blank {
                    spaced.push(letter);
                } else if !spaced.ends_with(' ') {
                    spaced.push(' ');
                }
            }
            table.push(&spaced);
        }
    }
}

impl Table {
    fn push(&mut self, text: &str) {
        if !self.in_cell {
            return;
        }
        let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) else { return };
        let text = if cell.text.is_empty() || cell.text.ends_with([' ', '\n']) {
            text.trim_start_matches([' ', '\n'])
        } else {
            text
        };
        cell.text.push_str(text);
    }

    /// The cells at their places; `None` when there are none.
    fn into_cells(self) -> Result<Option<Cells>, ReadError> {
        // Per column the first row that no cell from above covers any more.
        let (mut free, mut spans, mut rows) = (Vec::<u32>::new(), Vec::new(), Vec::new());
        for (number, cells) in (0_u32..).zip(self.rows) {
            let mut column = 0_usize;
            let mut row = Row::default();
            for cell in cells {
                while free.get(column).is_some_and(|until| *until > number) {
                    column += 1;
                }
                let end = column.saturating_add(cell.columns as usize);
                if free.len() < end {
                    free.resize(end, 0);
                }
                free[column..end].fill(number.saturating_add(cell.rows));
                if cell.columns > 1 || cell.rows > 1 {
                    let last = (number.saturating_add(cell.rows - 1), (end - 1) as u32);
                    spans.push(Span { first: (number, column as u32), last });
                }
                row.cells.push((column as u32, tidy(cell.text)));
                column = end;
                if column > 16_384 {
                    return Err(ReadError::TooLarge);
                }
            }
            rows.push(row);
        }
        let (mut spans, mut lines) = (Spans::new(spans), Lines::default());
        for (number, row) in (0_u32..).zip(&mut rows) {
            spans.write(number, row, &mut lines)?;
        }
        match lines.into_cells(Origin::default(), Vec::new()) {
            Err(ReadError::Empty) => Ok(None),
            other => other.map(Some),
        }
    }
}

/// A cell's text without blanks at its edges and around its line ends.
fn tidy(text: String) -> String {
    let text = trim(&text);
    if !text.contains('\n') {
        return text.to_owned();
    }
    text.lines().map(trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::formats::{DELIMITER, QUOTE};

    fn check(page: &str, expected: &[&str]) {
        let cells = open(page.as_bytes(), &ReadOptions::default()).unwrap();
        let text = cells.text.replace(DELIMITER, ";").replace(QUOTE, "'");
        assert_eq!(text.trim_end_matches('\n').split('\n').collect::<Vec<_>>(), expected, "{page}");
    }

    #[test]
    fn tables_are_read_as_a_browser_shows_them() {
        check(
            "<html><head><style>td { color: red }</style></head><body><TABLE><tr><th>Klant<th>Omzet\
             <tr><td>Jansen &amp; Zn.</td><td>1.234,50</td></tr><tr><td>Caf&eacute;<td>&euro;&nbsp;5</table>",
            &["Klant;Omzet", "Jansen & Zn.;1.234,50", "Café;€\u{a0}5"],
        );
        check(
            "<table><tr><td rowspan=2>Jansen<td>1</tr><tr><td>2<tr><td colspan=2>Totaal<td>3</table>",
            &["Jansen;1", "Jansen;2", "Totaal;Totaal;3"],
        );
        check("<table><tr><td>a\n   b<br>c<p>d</p></td><td>x</td></tr></table>", &["'a b", "c", "d';x"]);
        check(
            "<table><tr><td>menu<table><tr><td>Klant<td>Omzet<tr><td>Jan<td>5<tr><td>Piet<td>6</table></table>",
            &["Klant;Omzet", "Jan;5", "Piet;6"],
        );
        check("<table><script>var a = '<td>x</td>';</script><tr><td>Klant<tr><td>Jan", &["Klant", "Jan"]);
        check("<tr><td>los</table><table><td>Klant</td><tr><td>Jan", &["Klant", "Jan"]);
    }

    #[test]
    fn the_largest_list_is_chosen_and_others_can_be() {
        let page =
            "<table><tr><td>Home<td>Over ons</table><table><tr><td>Klant<td>Omzet<tr><td>Jan<td>5</table>";
        check(page, &["Klant;Omzet", "Jan;5"]);
        let options = ReadOptions { sheet: Some("1".to_owned()), ..ReadOptions::default() };
        let cells = open(page.as_bytes(), &options).unwrap();
        assert_eq!((cells.origin.sheet, cells.text.contains("Home")), (Some(0), true));
        assert_eq!(open(b"<table></table>", &ReadOptions::default()).unwrap_err(), ReadError::Empty);
    }

    #[test]
    fn hidden_rows_are_told() {
        let page =
            "<table><tr><td>Klant<td>Omzet<tr style='display: none'><td>Jan<td>5<tr><td>Piet<td>6</table>";
        let cells = open(page.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!(cells.notes.len(), 1);
        assert_eq!((cells.notes[0].kind, cells.notes[0].value.as_str()), (ProblemKind::HiddenRows, "1"));
    }
}
