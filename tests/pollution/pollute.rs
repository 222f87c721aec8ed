//! The pollutions: each makes one or more files out of the clean list, with what must still come out of them.

use crate::clean::{Expected, HEADER, LAST_ORDER, NAME, OWNER, PLACE, REVENUE, Row, Style, expected, rows};

/// A spoiled file.
pub struct Polluted {
    pub name: String,
    pub bytes: Vec<u8>,
    pub expected: Vec<Expected>,
    /// Whether a value was taken away, so that a problem must say so even when all else is right.
    pub spoils: bool,
}

/// Rows in which single records are spoiled: the first, some in between, the last.
const SPOILED_ROWS: [usize; 4] = [0, 7, 21, 39];

/// All of them.
pub fn all() -> Vec<Polluted> {
    let mut files = Files(Vec::new());
    files.delimiters();
    files.quotes();
    files.line_ends();
    files.encodings();
    files.around();
    files.headers();
    files.tables();
    files.columns();
    files.records();
    files.values();
    files.0
}

struct Files(Vec<Polluted>);

impl Files {
    fn add(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>, rows: &[Row]) {
        let expected = rows.iter().map(expected).collect();
        self.0.push(Polluted { name: name.into(), bytes: bytes.into(), expected, spoils: false });
    }

    /// A file in which some values are not there any more: `rows` says so with empty cells.
    fn add_spoiled(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>, rows: &[Row]) {
        self.add(name, bytes, rows);
        if let Some(last) = self.0.last_mut() {
            last.spoils = true;
        }
    }

    fn delimiters(&mut self) {
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

    fn quotes(&mut self) {
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

    fn line_ends(&mut self) {
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

    fn encodings(&mut self) {
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

    /// What stands above and below the list.
    fn around(&mut self) {
        let rows = rows();
        let preambles: [&[&str]; 8] = [
            &["Klantenlijst 2025"],
            &["Klantenlijst 2025", ""],
            &[
                "Overzicht omzet per klant",
                "Administratie: Voorbeeld B.V.",
                "Periode: 01-01-2025 t/m 31-12-2025",
                "",
            ],
            &["", "", ""],
            &["# gemaakt door een kassasysteem", "# versie 3.2"],
            &["Klantenlijst;;;;;", ";;;;;"],
            &["Gemaakt op;31-12-2025", "Door;Joost", ""],
            &[
                "Rapport",
                "Filter: alle klanten, ook inactieve",
                "Gebruiker: els@voorbeeld.nl",
                "Datum: 31-12-2025 14:05",
                "",
                "Pagina 1",
            ],
        ];
        let footers: [&[&str]; 7] = [
            &["Totaal;;;49999,00;;"],
            &["", "Totaal;;;49999,00;;"],
            &["", "Gegenereerd op 31-12-2025 om 14:05 uur"],
            &["", "Aantal klanten: 40"],
            &["", "* bedragen exclusief btw", "** laatste order in de periode"],
            &["(40 rows affected)"],
            &["", "Einde rapport"],
        ];
        for (delimiter, name) in [(";", "semicolon"), (",", "comma"), ("\t", "tab")] {
            let style =
                Style { delimiter: delimiter.to_owned(), all_quoted: delimiter == ",", ..Style::default() };
            let fit = |line: &&str| line.replace(';', delimiter).replace("49999,00", &style.cell("49999,00"));
            for (i, preamble) in preambles.iter().enumerate() {
                let lines: Vec<String> = preamble.iter().map(fit).chain(style.list(&rows)).collect();
                self.add(format!("preamble {i}, {name}"), style.text(&lines), &rows);
            }
            for (i, footer) in footers.iter().enumerate() {
                let lines: Vec<String> =
                    style.list(&rows).into_iter().chain(footer.iter().map(fit)).collect();
                self.add(format!("footer {i}, {name}"), style.text(&lines), &rows);
            }
        }
    }

    fn headers(&mut self) {
        let (rows, style) = (rows(), Style::default());
        let body: Vec<String> = rows.iter().map(|row| style.record(row)).collect();
        let with = |header: &[&str]| {
            let lines: Vec<String> =
                header.iter().map(|line| (*line).to_owned()).chain(body.iter().cloned()).collect();
            style.text(&lines)
        };
        for (name, header) in [
            (
                "groups above",
                &["Relatie;;;Verkoop;;", "Klantnr;Naam;Plaats;Omzet;Laatste order;Accountmanager"][..],
            ),
            (
                "groups above, two",
                &[
                    "Relatie;;;Verkoop;;Intern",
                    ";;;2025;2025;",
                    "Klantnr;Naam;Plaats;Omzet;Laatste order;Accountmanager",
                ],
            ),
            (
                "units below",
                &["Klantnr;Naam;Plaats;Omzet;Laatste order;Accountmanager", ";;;EUR;dd-mm-jjjj;"],
            ),
            (
                "twice",
                &[
                    "Klantnr;Naam;Plaats;Omzet;Laatste order;Accountmanager",
                    "Klantnr;Naam;Plaats;Omzet;Laatste order;Accountmanager",
                ],
            ),
            (
                "rule below",
                &[
                    "Klantnr;Naam;Plaats;Omzet;Laatste order;Accountmanager",
                    "-------;----;------;-----;-------------;--------------",
                ],
            ),
            ("capitals", &["KLANTNR;NAAM;PLAATS;OMZET;LAATSTE ORDER;ACCOUNTMANAGER"]),
            ("under_scores", &["klant_nr;naam;plaats;omzet;laatste_order;account_manager"]),
            ("blanks around", &[" Klantnr ; Naam ; Plaats ; Omzet ; Laatste order ; Accountmanager "]),
            ("with units", &["Klantnr.;Naam;Plaats;Omzet (€);Laatste order (datum);Accountmanager"]),
            ("English", &["Customer ID;Name;City;Revenue;Last order;Account manager"]),
            ("German", &["Kundennr;Name;Ort;Umsatz;Letzte Bestellung;Kundenbetreuer"]),
            ("blank line below", &["Klantnr;Naam;Plaats;Omzet;Laatste order;Accountmanager", ""]),
            ("quoted over two lines", &["Klantnr;Naam;Plaats;Omzet;\"Laatste\norder\";Accountmanager"]),
        ] {
            self.add(format!("header {name}"), with(header), &rows);
        }
        for every in [5, 10, 20] {
            let mut lines = style.list(&rows);
            for at in (1..rows.len()).rev().filter(|at| at % every == 0) {
                lines.insert(at + 1, style.record(&HEADER));
            }
            self.add(format!("header again every {every} rows"), style.text(&lines), &rows);
            let mut paged = style.list(&rows);
            for at in (1..rows.len()).rev().filter(|at| at % every == 0) {
                paged.insert(at + 1, String::new());
                paged.insert(at + 1, format!("Pagina {}", at / every));
            }
            self.add(format!("page lines every {every} rows"), style.text(&paged), &rows);
        }
    }

    /// Other tables in the same file.
    fn tables(&mut self) {
        let (rows, style) = (rows(), Style::default());
        let list = style.list(&rows);
        let small: [(&str, &[&str]); 3] = [
            ("managers", &["Accountmanager;Telefoon", "Els;030-1234567", "Joost;030-7654321"]),
            ("months", &["Maand;Omzet;Orders", "jan;1000,00;12", "feb;2000,00;15", "mrt;1500,00;9"]),
            ("settings", &["Instelling;Waarde", "Valuta;EUR", "Peildatum;31-12-2025"]),
        ];
        for (name, table) in small {
            for gap in [1, 2] {
                let gap = vec![String::new(); gap];
                let table: Vec<String> = table.iter().map(|line| (*line).to_owned()).collect();
                let below = [list.clone(), gap.clone(), table.clone()].concat();
                self.add(format!("table of {name} below, {} blank", gap.len()), style.text(&below), &rows);
                let above = [table, gap.clone(), list.clone()].concat();
                self.add(format!("table of {name} above, {} blank", gap.len()), style.text(&above), &rows);
            }
        }
        let beside: Vec<String> = list.iter().map(|line| format!("{line};;")).collect();
        self.add("two empty columns beside", style.text(&beside), &rows);
    }

    fn columns(&mut self) {
        let (rows, style) = (rows(), Style::default());
        let list = style.list(&rows);
        let change = |change: &dyn Fn(usize, &str) -> String| {
            let lines: Vec<String> = list.iter().enumerate().map(|(i, line)| change(i, line)).collect();
            style.text(&lines)
        };
        self.add("trailing delimiters", change(&|_, line| format!("{line};")), &rows);
        self.add("trailing delimiters, three", change(&|_, line| format!("{line};;;")), &rows);
        self.add(
            "trailing delimiters below the header",
            change(&|i, line| if i == 0 { line.to_owned() } else { format!("{line};") }),
            &rows,
        );
        self.add(
            "trailing delimiter in the header",
            change(&|i, line| if i == 0 { format!("{line};") } else { line.to_owned() }),
            &rows,
        );
        self.add("an empty column in front", change(&|_, line| format!(";{line}")), &rows);
        self.add(
            "row numbers in front without a header",
            change(&|i, line| if i == 0 { format!(";{line}") } else { format!("{i};{line}") }),
            &rows,
        );
        self.add(
            "blanks around every cell",
            change(&|_, line| line.replace(';', " ; ")),
            &bare_of_semicolons(&rows),
        );
        self.0.pop();
        let bare = bare_of_semicolons(&rows);
        let blanks = Style { delimiter: " ; ".to_owned(), quote: "", ..Style::default() };
        self.add("blanks around every cell", blanks.text(&blanks.list(&bare)), &bare);
        let reversed: Vec<String> = std::iter::once(HEADER.iter().rev().copied().collect::<Vec<_>>())
            .map(|header| style.record(&header))
            .chain(rows.iter().map(|row| style.record(&row.iter().rev().collect::<Vec<_>>())))
            .collect();
        self.add("columns in reverse", style.text(&reversed), &rows);
        let more: Vec<String> = list
            .iter()
            .enumerate()
            .map(|(i, line)| format!("{line};{}", if i == 0 { "Omzet" } else { "x" }))
            .collect();
        self.add("a header that returns, with words below it", style.text(&more), &rows);
        for blank in [1, 3] {
            let spaced: Vec<String> = list
                .iter()
                .flat_map(|line| std::iter::once(line.clone()).chain(vec![String::new(); blank]))
                .collect();
            self.add(format!("{blank} blank lines after every record"), style.text(&spaced), &rows);
        }
    }

    /// Single records that are spoiled.
    fn records(&mut self) {
        let (rows, style) = (rows(), Style::default());
        for row in SPOILED_ROWS {
            let mut with = |name: &str, record: String, now: Row, spoils: bool| {
                let mut lines = style.list(&rows);
                lines[row + 1] = record;
                let mut changed = rows.clone();
                changed[row] = now;
                let name = format!("{name} in row {row}");
                if spoils {
                    self.add_spoiled(name, style.text(&lines), &changed);
                } else {
                    self.add(name, style.text(&lines), &changed);
                }
            };
            let here = &rows[row];
            let set = |column: usize, cell: &str| {
                let mut row = here.clone();
                row[column] = cell.to_owned();
                row
            };
            let line = style.record(here);
            let short = |cells: usize| style.record(&here[..cells]);
            let cut = |cells: usize| {
                let mut row = here.clone();
                row[cells..].iter_mut().for_each(String::clear);
                row
            };
            with("one cell too few", short(5), cut(5), true);
            with("two cells too few", short(4), cut(4), true);
            with("only two cells", short(2), cut(2), true);
            with("a cell too many", format!("{line};te veel"), here.clone(), true);
            with("two cells too many", format!("{line};te;veel"), here.clone(), true);
            with("an empty cell too many", format!("{line};"), here.clone(), false);
            with("blanks in front", format!("   {line}"), here.clone(), false);
            with("blanks behind", format!("{line}   "), here.clone(), false);
            with(
                "a line end in a name",
                style.record(&set(NAME, "Jansen\r\n& Zn.")),
                set(NAME, "Jansen\r\n& Zn."),
                false,
            );
            with(
                "three line ends in a place",
                style.record(&set(PLACE, "Ede\n\n\nNoord")),
                set(PLACE, "Ede\n\n\nNoord"),
                false,
            );
            with(
                "quotes in a name without quotes",
                style.record(here).replace(&style.cell(&here[NAME]), "De 5\" Pijp"),
                set(NAME, "De 5\" Pijp"),
                false,
            );
            with(
                "an unclosed quote",
                style.record(here).replace(&style.cell(&here[NAME]), "\"Jansen"),
                set(NAME, "\"Jansen"),
                true,
            );
            with(
                "a quote too many",
                style.record(here).replace(&style.cell(&here[NAME]), "\"Jansen\"\""),
                set(NAME, "\"Jansen\"\""),
                true,
            );
            with(
                "every cell in quotes",
                Style { all_quoted: true, ..style.clone() }.record(here),
                here.clone(),
                false,
            );
            with("a tab in a name", style.record(&set(NAME, "Jansen\tZn.")), set(NAME, "Jansen\tZn."), false);
            with("words for an amount", style.record(&set(REVENUE, "volgt nog")), set(REVENUE, ""), true);
            with(
                "words for a date",
                style.record(&set(LAST_ORDER, "weet ik niet")),
                set(LAST_ORDER, ""),
                true,
            );
            with(
                "a day that is none",
                style.record(&set(LAST_ORDER, "31-02-2025")),
                set(LAST_ORDER, ""),
                true,
            );
            with("a word for nothing", style.record(&set(REVENUE, "n.v.t.")), set(REVENUE, ""), false);
            with("a blank line above", format!("\r\n{line}"), here.clone(), false);
            with("only delimiters above", format!(";;;;;\r\n{line}"), here.clone(), false);
            with("blanks and delimiters above", format!(" ; ;;;; \r\n{line}"), here.clone(), false);
            with(
                "a very long name",
                style.record(&set(NAME, &"Jansen ".repeat(2000).trim().to_owned())),
                set(NAME, "Jansen ".repeat(2000).trim()),
                false,
            );
        }
    }

    /// The same values in another way of writing, for the whole column.
    fn values(&mut self) {
        let (rows, style) = (rows(), Style::default());
        let mut with = |name: &str, column: usize, write: &dyn Fn(usize, &str) -> String| {
            let changed: Vec<Row> = rows
                .iter()
                .enumerate()
                .map(|(i, row)| {
                    let mut row = row.clone();
                    row[column] = write(i, &row[column]);
                    row
                })
                .collect();
            self.add(name, style.text(&style.list(&changed)), &rows);
        };
        let thousands = |cell: &str, separator: &str, decimal: &str| {
            let (euros, cents) = cell.split_once(',').unwrap();
            let at = euros.len().saturating_sub(3);
            let whole = if at > 0 {
                format!("{}{separator}{}", &euros[..at], &euros[at..])
            } else {
                euros.to_owned()
            };
            format!("{whole}{decimal}{cents}")
        };
        for (name, separator, decimal) in [
            ("Dutch", ".", ","),
            ("English", ",", "."),
            ("Swiss", "'", "."),
            ("Swiss, curly", "’", "."),
            ("French", " ", ","),
            ("narrow", "\u{202f}", ","),
            ("no-break", "\u{a0}", ","),
            ("point only", "", "."),
        ] {
            with(&format!("amounts, {name}"), REVENUE, &|_, cell| thousands(cell, separator, decimal));
        }
        with("amounts, € in front", REVENUE, &|_, cell| format!("€ {cell}"));
        with("amounts, EUR behind", REVENUE, &|_, cell| format!("{cell} EUR"));
        with("amounts, in blanks", REVENUE, &|_, cell| format!("  {cell}\u{a0}"));
        with("amounts, € in some", REVENUE, &|i, cell| {
            if i % 3 == 0 { format!("€{cell}") } else { cell.to_owned() }
        });
        with("amounts, plus sign", REVENUE, &|_, cell| format!("+{cell}"));
        let parts = |cell: &str| {
            let mut parts = cell.split('-').map(str::to_owned);
            (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap())
        };
        const MONTHS: [&str; 12] = [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ];
        with("dates, slashes", LAST_ORDER, &|_, cell| cell.replace('-', "/"));
        with("dates, points", LAST_ORDER, &|_, cell| cell.replace('-', "."));
        with("dates, ISO", LAST_ORDER, &|_, cell| {
            let (d, m, y) = parts(cell);
            format!("{y}-{m}-{d}")
        });
        with("dates, ISO with time and zone", LAST_ORDER, &|_, cell| {
            let (d, m, y) = parts(cell);
            format!("{y}-{m}-{d}T00:00:00+01:00")
        });
        with("dates, dense", LAST_ORDER, &|_, cell| {
            let (d, m, y) = parts(cell);
            format!("{y}{m}{d}")
        });
        with("dates, two-digit years", LAST_ORDER, &|_, cell| {
            let (d, m, y) = parts(cell);
            format!("{d}-{m}-{}", &y[2..])
        });
        with("dates, month first", LAST_ORDER, &|_, cell| {
            let (d, m, y) = parts(cell);
            format!("{m}/{d}/{y}")
        });
        with("dates, without zeros", LAST_ORDER, &|_, cell| {
            let (d, m, y) = parts(cell);
            format!("{}-{}-{y}", d.trim_start_matches('0'), m.trim_start_matches('0'))
        });
        with("dates, in Dutch words", LAST_ORDER, &|_, cell| {
            let (d, m, y) = parts(cell);
            format!("{} {} {y}", d.trim_start_matches('0'), MONTHS[m.parse::<usize>().unwrap() - 1])
        });
        with("dates, in short Dutch words", LAST_ORDER, &|_, cell| {
            let (d, m, y) = parts(cell);
            let month = MONTHS[m.parse::<usize>().unwrap() - 1];
            format!("{d}-{}-{y}", if month == "maart" { "mrt" } else { &month[..3] })
        });
        with("dates, with a time", LAST_ORDER, &|_, cell| format!("{cell} 14:05"));
        with("dates, of a spreadsheet", LAST_ORDER, &|_, cell| {
            let (d, m, y) = parts(cell);
            let day = jiff::civil::date(y.parse().unwrap(), m.parse().unwrap(), d.parse().unwrap());
            (day - jiff::civil::date(1899, 12, 30)).get_days().to_string()
        });
    }
}

fn how_quoted(all: bool) -> &'static str {
    if all { "all quoted" } else { "quoted where needed" }
}

fn bare_of_semicolons(rows: &[Row]) -> Vec<Row> {
    rows.iter().map(|row| row.clone().map(|cell| cell.replace(';', ""))).collect()
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
