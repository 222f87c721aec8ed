//! The header: finds the row above the data, also below a preamble, or that there is none.

use super::header_words::is_header_like;
use super::looks::{Looks, looks};
use super::sniff::Sampled;

/// Below this many records from the top no header is looked for.
const DEEPEST: usize = 30;
/// So many records below tell what a column holds.
const BELOW: usize = 50;

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

/// The index (from 0, blank records counted) of the header's record in a sample; `None` when there is none.
pub(super) fn find_header(records: &[Sampled], width: usize) -> Option<usize> {
    let filled: Vec<&Sampled> = records.iter().filter(|record| !record.is_blank()).collect();
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
        return Some(better.map_or(record.index, |(_, below)| below.index));
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
    let mut found = Likeness::default();
    for (column, cell) in record.cells.iter().enumerate() {
        match looks(cell) {
            Looks::Empty => continue,
            Looks::Missing => {}
            Looks::Year => found.years += 1,
            Looks::Figures => found.figures += 1,
            Looks::Text => {
                found.words += usize::from(is_header_like(cell));
                found.contrasts += usize::from(holds_figures(below, column));
            }
        }
        found.filled += 1;
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
        assert_eq!(find_header(&records, width), header, "{lines:?}");
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
        check(&[";Omzet;Omzet", "Klant;2024;2025", "Jan;5;6"], 3, Some(0));
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
