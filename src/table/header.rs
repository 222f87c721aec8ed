//! The header: finds the row or rows above the data, also below a preamble, or that there is none.

use super::fold::trim;
use super::header_words::is_header_like;
use super::looks::{Looks, is_month_of_year, looks};
use super::sniff::Sampled;

/// Below this many records from the top no header is looked for.
const DEEPEST: usize = 30;
/// So many records below tell what a column holds.
const BELOW: usize = 50;

/// A header is at most this many records high.
const HIGHEST: usize = 4;

/// Where a header stands: indices from 0, blank records counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HeaderPlace {
    pub(super) first: usize,
    /// The same as `first`, unless the header is several records high.
    pub(super) last: usize,
}

/// How much a record looks like a header.
#[derive(Clone, Copy, Debug, Default)]
struct Likeness {
    filled: usize,
    words: usize,
    years: usize,
    figures: usize,
    /// Columns with text here and figures below.
    contrasts: usize,
}

/// The header's records in a sample; `None` when there is none.
pub(super) fn find_header(records: &[Sampled], width: usize) -> Option<HeaderPlace> {
    let filled: Vec<&Sampled> = records.iter().filter(|record| !record.is_blank()).collect();
    let first = first_header(&filled, width)?;
    let high = filled[first..].iter().enumerate().skip(1).take(HIGHEST - 1);
    let mut last = first;
    for (further, record) in high {
        let below = filled.get(first + further + 1..).unwrap_or(&[]);
        if !is_rule(record) && !continues(record, below, width) {
            break;
        }
        last = first + further;
    }
    Some(HeaderPlace { first: filled[first].index, last: filled[last].index })
}

/// The names of the columns below a header of several records: what stands above each other is put together, and a
/// heading reaches over the empty cells to its right. A rule of dashes says nothing.
pub(super) fn joined_header(records: &[Vec<String>]) -> Vec<String> {
    let width = records.iter().map(Vec::len).max().unwrap_or(0);
    let mut names = vec![String::new(); width];
    for (place, record) in records.iter().enumerate() {
        let is_lowest = place + 1 == records.len();
        let mut heading = "";
        for (column, name) in names.iter_mut().enumerate() {
            let cell = record.get(column).map_or("", |cell| trim(cell));
            let text = if is_dashes(cell) { "" } else { cell };
            let has_below = records[place + 1..]
                .iter()
                .any(|below| below.get(column).is_some_and(|it| !trim(it).is_empty()));
            if !text.is_empty() || !has_below {
                heading = text;
            }
            let said = if text.is_empty() && !is_lowest && has_below { heading } else { text };
            if said.is_empty() || name == said {
                continue;
            }
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(said);
        }
    }
    names
}

/// Whether a record goes on with the header above it: only words for columns, years and units, and figures below it.
fn continues(record: &Sampled, below: &[&Sampled], width: usize) -> bool {
    let (mut words, mut contrasts, mut filled) = (0, 0, 0);
    for (column, cell) in record.cells.iter().enumerate() {
        let looks = looks(cell);
        let is_word = looks == Looks::Text && (is_header_like(cell) || is_unit(cell));
        match looks {
            Looks::Empty => continue,
            Looks::Year => {}
            _ if is_month_of_year(cell) => {}
            _ if is_word || is_unit(cell) => words += 1,
            _ => return false,
        }
        filled += 1;
        contrasts += usize::from(holds_figures(below, column));
    }
    words > 0 && contrasts > 0 && filled > 0 && width > 1 && !below.is_empty()
}

/// `(EUR)`, `%`, `x 1.000`, `€`.
fn is_unit(cell: &str) -> bool {
    let inner = trim(cell).trim_matches(['(', ')', '[', ']']).to_ascii_lowercase();
    matches!(
        inner.as_str(),
        "%" | "€"
            | "eur"
            | "euro"
            | "$"
            | "usd"
            | "£"
            | "gbp"
            | "chf"
            | "st"
            | "stuks"
            | "pcs"
            | "dagen"
            | "uren"
            | "days"
    ) || matches!(
        inner.as_str(),
        "x 1000" | "x 1.000" | "x1000" | "k€" | "€ x 1.000" | "1-5" | "1–5" | "excl. btw" | "incl. btw"
    )
}

/// A line of dashes below the header, as database tools print it.
fn is_rule(record: &Sampled) -> bool {
    record.cells.iter().all(|cell| trim(cell).is_empty() || is_dashes(trim(cell)))
}

fn is_dashes(cell: &str) -> bool {
    cell.len() >= 3 && cell.bytes().all(|byte| matches!(byte, b'-' | b'=' | b'_' | b'+'))
}

/// The place among the filled records of the first that is a header.
fn first_header(filled: &[&Sampled], width: usize) -> Option<usize> {
    for (place, record) in filled.iter().take(DEEPEST).enumerate() {
        let likeness = likeness(record, filled.get(place + 1..).unwrap_or(&[]));
        if !is_header(likeness, width) {
            // Once data has begun there is no header below it.
            if likeness.figures > 0 && likeness.filled * 2 > width && place > 0 && width > 1 {
                return None;
            }
            continue;
        }
        let better = filled.iter().skip(place + 1).take(3).enumerate().find(|(further, below)| {
            let rest = filled.get(place + 2 + further..).unwrap_or(&[]);
            let second = self::likeness(below, rest);
            second.figures == 0 && second.words > likeness.words && is_header(second, width)
        });
        return Some(better.map_or(place, |(further, _)| place + 1 + further));
    }
    None
}

fn is_header(likeness: Likeness, width: usize) -> bool {
    let Likeness { filled, words, years, figures, contrasts } = likeness;
    if filled == 0 || figures > 0 || filled * 2 < width {
        return false;
    }
    if width == 1 {
        return words == 1 || (contrasts == 1 && years == 0);
    }
    let by_words = words > 0 && (words + years) * 2 >= filled;
    let by_contrast = contrasts > 0 && years == 0;
    by_words || by_contrast || words >= 2
}

fn likeness(record: &Sampled, below: &[&Sampled]) -> Likeness {
    let (mut found, mut texts) = (Likeness::default(), Vec::new());
    for (column, cell) in record.cells.iter().enumerate() {
        match looks(cell) {
            Looks::Empty => continue,
            Looks::Missing => {}
            Looks::Year => found.years += 1,
            _ if is_month_of_year(cell) => found.years += 1,
            Looks::Figures => found.figures += 1,
            Looks::Text => {
                found.words += usize::from(is_header_like(cell));
                texts.push(column);
            }
        }
        found.filled += 1;
    }
    // What holds figures itself is no header, whatever stands below it.
    if found.figures == 0 {
        found.contrasts = texts.into_iter().filter(|column| holds_figures(below, *column)).count();
    }
    found
}

/// Whether nearly all filled cells of a column look like figures.
fn holds_figures(records: &[&Sampled], column: usize) -> bool {
    let (mut figures, mut filled) = (0, 0);
    for record in records.iter().take(BELOW) {
        match record.cells.get(column).map_or(Looks::Empty, |cell| looks(cell)) {
            Looks::Empty | Looks::Missing => {}
            Looks::Figures | Looks::Year => {
                figures += 1;
                filled += 1;
            }
            Looks::Text => filled += 1,
        }
    }
    filled > 0 && figures * 10 >= filled * 7
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: &[&str], width: usize, header: Option<usize>) {
        let records: Vec<Sampled> = lines
            .iter()
            .enumerate()
            .map(|(index, line)| Sampled { index, cells: line.split(';').map(str::to_owned).collect() })
            .collect();
        assert_eq!(find_header(&records, width).map(|place| place.last), header, "{lines:?}");
    }

    fn check_joined(lines: &[&str], names: &str) {
        let records: Vec<Vec<String>> =
            lines.iter().map(|line| line.split(';').map(str::to_owned).collect()).collect();
        assert_eq!(joined_header(&records).join(";"), names, "{lines:?}");
    }

    #[test]
    fn headers_of_several_rows_are_put_together() {
        check_joined(&[";Omzet;Omzet", "Klant;2024;2025"], "Klant;Omzet 2024;Omzet 2025");
        check_joined(
            &["Relatie;;Omzet;;Marge", "Nr;Naam;2024;2025;2025"],
            "Relatie Nr;Relatie Naam;Omzet 2024;Omzet 2025;Marge 2025",
        );
        check_joined(&["Klant;Omzet;Marge", ";(EUR);(%)"], "Klant;Omzet (EUR);Marge (%)");
        check_joined(&["Klant;Omzet", "-----;-----"], "Klant;Omzet");
        check_joined(&["Klant;Omzet;", "Klant;2025;Plaats"], "Klant;Omzet 2025;Omzet Plaats");
        check_joined(&["Omzet;Plaats", "2025;"], "Omzet 2025;Plaats");
    }

    #[test]
    fn headers_are_found() {
        check(&["Klant;Omzet", "Jansen;100"], 2, Some(0));
        check(&["Foo;Bar", "Jansen;100"], 2, Some(0));
        check(&["Klant;2024;2025", "Jansen;100;200"], 3, Some(0));
        check(&["Klant;Plaats", "Jansen;Ede"], 2, Some(0));
        check(&["Naam", "Jansen", "Piet"], 1, Some(0));
        check(&["Lijst", "Administratie;Voorbeeld BV", "", "Nr;Naam;Omzet", "1;Jan;5"], 3, Some(3));
        check(&["Klantenlijst 2025;;", ";;", "Nr;Naam;Omzet", "1;Jan;5"], 3, Some(2));
        check(&[";Omzet;Omzet", "Klant;2024;2025", "Jan;5;6"], 3, Some(1));
        check(&["Klant;Omzet", ";(EUR)", "Jan;5"], 2, Some(1));
        check(&["Klant;Omzet", "-----;-----", "Jan;5"], 2, Some(1));
        check(&["Klant;Plaats", "Partner;Stad", "Jan;Ede"], 2, Some(0));
        check(&["Klant;jan-24;feb-24", "Jan;10;20"], 3, Some(0));
        check(&["Klant;2025-01;2025-02", "Jan;10;20"], 3, Some(0));
        check(&["Jan;mei 2024;20", "Piet;juni 2024;30"], 3, None);

        check(&["Klant;Omzet"], 2, Some(0));
    }

    #[test]
    fn lists_without_a_header_have_none() {
        check(&["Jansen;100", "Piet;200"], 2, None);
        check(&["Jansen;Ede", "Piet;Best"], 2, None);
        check(&["Jansen;n.v.t.", "Piet;200"], 2, None);
        check(&["Jansen", "Piet"], 1, None);
        check(&["Jansen;", "Piet;200"], 2, None);
        check(&["1001;Jansen", "1002;Piet"], 2, None);
        check(&[], 1, None);
    }
}
