//! Pollutions of how a list is written: delimiters, quotes, line ends, encodings.

use crate::clean::{NAME, OWNER, Row, Style, rows};
use crate::pollute::{Files, SPOILED_ROWS};

impl Files {
    pub fn delimiters(&mut self) {
        let rows = rows();
        for delimiter in
            [";", ",", "\t", "|", "\u{1f}", "^", "~", "§", "¦", "¬", "#", "!", "*", ":", "\u{1}", "\u{1c}"]
        {
            for all_quoted in [false, true] {
                let style = Style { delimiter: delimiter.to_owned(), all_quoted, ..Style::default() };
                let name = format!("delimiter {}, {}", delimiter.escape_default(), how_quoted(all_quoted));
                self.add(name, style.text(&style.list(&rows)), &rows);
            }
        }
        for delimiter in [", ", "; ", " ;", " | ", "\t "] {
            let style = Style { delimiter: delimiter.to_owned(), all_quoted: true, ..Style::default() };
            self.add(format!("delimiter {delimiter:?} with blanks"), style.text(&style.list(&rows)), &rows);
        }
        for delimiter in [";", ",", "\t", "|", "^"] {
            let style = Style { delimiter: delimiter.to_owned(), ..Style::default() };
            let text = format!("sep={delimiter}\r\n{}", style.text(&style.list(&rows)));
            self.add(format!("sep={}", delimiter.escape_default()), text, &rows);
        }
    }

    pub fn quotes(&mut self) {
        let rows = rows();
        for delimiter in [";", ",", "\t"] {
            let apostrophe = Style {
                delimiter: delimiter.to_owned(),
                quote: "'",
                escaped: "''".to_owned(),
                all_quoted: true,
                ..Style::default()
            };
            self.add(format!("apostrophes, {delimiter:?}"), apostrophe.text(&apostrophe.list(&rows)), &rows);
            for all_quoted in [false, true] {
                let backslash = Style {
                    delimiter: delimiter.to_owned(),
                    escaped: "\\\"".to_owned(),
                    all_quoted,
                    ..Style::default()
                };
                let name = format!("backslash before quotes, {delimiter:?}, {}", how_quoted(all_quoted));
                self.add(name, backslash.text(&backslash.list(&rows)), &rows);
            }
            let unescaped = Style {
                delimiter: delimiter.to_owned(),
                escaped: "\"".to_owned(),
                all_quoted: true,
                ..Style::default()
            };
            self.add(
                format!("quotes in quotes, {delimiter:?}"),
                unescaped.text(&unescaped.list(&rows)),
                &rows,
            );
        }
        let bare: Vec<Row> =
            rows.iter().map(|row| row.clone().map(|cell| cell.replace([';', '"'], ""))).collect();
        let none = Style { quote: "", ..Style::default() };
        self.add("no quotes at all", none.text(&none.list(&bare)), &bare);
    }

    pub fn line_ends(&mut self) {
        let rows = rows();
        for line_end in ["\n", "\r", "\r\n", "\r\r\n"] {
            for delimiter in [";", ",", "\t"] {
                let style = Style { line_end, delimiter: delimiter.to_owned(), ..Style::default() };
                let text = style.text(&style.list(&rows));
                let name = format!("line ends {line_end:?}, {delimiter:?}");
                self.add(format!("{name}, none at the end"), text.strip_suffix(line_end).unwrap(), &rows);
                self.add(format!("{name}, five at the end"), format!("{text}{}", line_end.repeat(5)), &rows);
            }
        }
        let style = Style::default();
        let lines = style.list(&rows);
        let mixed: String = lines
            .iter()
            .enumerate()
            .map(|(i, line)| format!("{line}{}", ["\n", "\r\n", "\r"][i % 3]))
            .collect();
        self.add("mixed line ends", mixed, &rows);
        for (name, end) in [
            ("Ctrl-Z", "\u{1a}"),
            ("zero bytes", "\0\0\0\0"),
            ("blanks", "   \r\n \r\n"),
            ("tabs", "\t\t\r\n"),
        ] {
            self.add(format!("{name} at the end"), format!("{}{end}", style.text(&lines)), &rows);
        }
    }

    pub fn encodings(&mut self) {
        let (rows, style) = (rows(), Style::default());
        let text = style.text(&style.list(&rows));
        for (name, bytes) in [
            ("UTF-8", text.clone().into_bytes()),
            ("UTF-8 with mark", format!("\u{feff}{text}").into_bytes()),
            ("windows-1252", single_byte(&text, &[('é', 0xE9), ('ë', 0xEB), ('ü', 0xFC), ('ø', 0xF8)])),
            ("macintosh", single_byte(&text, &[('é', 0x8E), ('ë', 0x91), ('ü', 0x9F), ('ø', 0xBF)])),
        ] {
            self.add(format!("encoding {name}"), bytes, &rows);
        }
        for mark in ["", "\u{feff}"] {
            let marked = format!("{mark}{text}");
            let with = if mark.is_empty() { "without" } else { "with" };
            let units: Vec<u16> = marked.encode_utf16().collect();
            let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
            let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
            let wide_little: Vec<u8> =
                marked.chars().flat_map(|letter| u32::from(letter).to_le_bytes()).collect();
            let wide_big: Vec<u8> =
                marked.chars().flat_map(|letter| u32::from(letter).to_be_bytes()).collect();
            for (name, bytes) in
                [("UTF-16LE", little), ("UTF-16BE", big), ("UTF-32LE", wide_little), ("UTF-32BE", wide_big)]
            {
                self.add(format!("encoding {name} {with} mark"), bytes, &rows);
            }
        }
        for (name, from, to) in [
            ("windows-1250", "Café Zoë", "Wałęsa Łódź"),
            ("windows-1254", "Müller GmbH", "Beşiktaş Doğan İşler"),
        ] {
            let ours: Vec<Row> = rows
                .iter()
                .map(|row| row.clone().map(|cell| cell.replace(from, to).replace('ø', "o")))
                .collect();
            let text = style.text(&style.list(&ours));
            let bytes = if name == "windows-1250" {
                single_byte(
                    &text,
                    &[
                        ('é', 0xE9),
                        ('ë', 0xEB),
                        ('ü', 0xFC),
                        ('ł', 0xB3),
                        ('ę', 0xEA),
                        ('Ł', 0xA3),
                        ('ó', 0xF3),
                        ('ź', 0x9F),
                    ],
                )
            } else {
                single_byte(
                    &text,
                    &[('é', 0xE9), ('ë', 0xEB), ('ü', 0xFC), ('ş', 0xFE), ('ğ', 0xF0), ('İ', 0xDD)],
                )
            };
            self.add(format!("encoding {name}"), bytes, &ours);
        }
        for row in SPOILED_ROWS {
            let mut lines = style.list(&rows);
            lines[row + 1] = lines[row + 1].replace("Zoë", "Zo\u{1}").replace(&rows[row][OWNER], "\u{1}");
            let bytes: Vec<u8> = style
                .text(&lines)
                .into_bytes()
                .into_iter()
                .map(|byte| if byte == 1 { 0xFF } else { byte })
                .collect();
            let mut broken = rows.clone();
            broken[row][OWNER] = "\u{fffd}".to_owned();
            broken[row][NAME] = broken[row][NAME].replace("Zoë", "Zo\u{fffd}");
            self.add_spoiled(format!("broken bytes in row {row}"), bytes, &broken);
        }
    }
}

fn how_quoted(all: bool) -> &'static str {
    if all { "all quoted" } else { "quoted where needed" }
}

/// A text in an encoding of single bytes; letters beyond ASCII by this table.
fn single_byte(text: &str, table: &[(char, u8)]) -> Vec<u8> {
    text.chars()
        .map(|letter| {
            let known = table.iter().find(|(known, _)| *known == letter).map(|(_, byte)| *byte);
            known.unwrap_or_else(|| {
                u8::try_from(letter).ok().filter(u8::is_ascii).expect("a letter of the table")
            })
        })
        .collect()
}
