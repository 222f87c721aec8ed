//! Pollutions of single records, and other ways of writing a column's values.

use crate::clean::{LAST_ORDER, NAME, PLACE, REVENUE, Row, Style, rows};
use crate::pollute::{Files, SPOILED_ROWS};

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

impl Files {
    /// Single records that are spoiled.
    pub fn records(&mut self) {
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
                cell.clone_into(&mut row[column]);
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
                style.record(&set(NAME, "Jansen ".repeat(2000).trim())),
                set(NAME, "Jansen ".repeat(2000).trim()),
                false,
            );
        }
    }

    /// The same values in another way of writing, for the whole column.
    pub fn values(&mut self) {
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
