//! Pollutions of what stands around the list: preambles, footers, headers, other tables, other columns.

use crate::clean::{HEADER, Row, Style, rows};
use crate::pollute::Files;

impl Files {
    /// What stands above and below the list.
    pub fn around(&mut self) {
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

    pub fn headers(&mut self) {
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
    pub fn tables(&mut self) {
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

    pub fn columns(&mut self) {
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
}

fn bare_of_semicolons(rows: &[Row]) -> Vec<Row> {
    rows.iter().map(|row| row.clone().map(|cell| cell.replace(';', ""))).collect()
}
