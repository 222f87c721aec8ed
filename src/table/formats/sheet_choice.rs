//! Sheet choice: which sheet of a workbook (or table of a web page) holds the customers, and what tells so.

use serde::{Deserialize, Serialize};

use super::Cells;
use super::lines::{DELIMITER, QUOTE};
use crate::table::header::find_header;
use crate::table::header_words::is_header_like;
use crate::table::records::Cutting;
use crate::table::sniff::cut_sample;

/// One sheet, as a person chooses it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetNote {
    pub name: String,
    /// How many rows hold anything.
    pub rows: u32,
    pub columns: u32,
    /// Hidden in the workbook.
    pub hidden: bool,
    /// Set for the sheet that was read.
    pub evidence: Option<SheetEvidence>,
}

/// What tells that a sheet is the one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetEvidence {
    /// There is no other with anything in it.
    Only,
    /// Its header names more of what a customer list holds.
    Header,
    /// It has the most rows.
    Largest,
    /// The person chose it.
    Chosen,
}

/// A sheet as far as it was looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    /// Words in its header that lists of customers and orders use.
    pub(super) words: usize,
    pub(super) rows: u32,
    pub(super) hidden: bool,
}

/// So many words in a header tell as much as any number of them.
const ENOUGH_WORDS: usize = 3;

/// The sheet to read and why; `chosen` is a sheet's name or, from 1, its number.
pub(super) fn choose(sheets: &[(String, Seen)], chosen: Option<&str>) -> Option<(usize, SheetEvidence)> {
    if let Some(chosen) = chosen {
        let by_name = sheets.iter().position(|(name, _)| name == chosen);
        let by_number = chosen.parse().ok().and_then(|number: usize| number.checked_sub(1));
        if let Some(place) = by_name.or(by_number.filter(|place| *place < sheets.len())) {
            return Some((place, SheetEvidence::Chosen));
        }
    }
    let filled: Vec<usize> = (0..sheets.len()).filter(|place| sheets[*place].1.rows > 0).collect();
    let rank = |place: usize| {
        let seen = sheets[place].1;
        // A list has rows below its header; of two lists the one in sight, then the one with the better header.
        (seen.rows > 1, !seen.hidden, seen.words.min(ENOUGH_WORDS), seen.rows, usize::MAX - place)
    };
    let best = filled.iter().copied().max_by_key(|place| rank(*place))?;
    let words = sheets[best].1.words.min(ENOUGH_WORDS);
    let others = filled.iter().filter(|place| **place != best);
    let evidence = if filled.len() == 1 {
        SheetEvidence::Only
    } else if others.clone().all(|place| sheets[*place].1.words.min(ENOUGH_WORDS) < words) {
        SheetEvidence::Header
    } else {
        SheetEvidence::Largest
    };
    Some((best, evidence))
}

/// How many words of lists the header of a table's first rows holds.
pub(super) fn header_words(cells: &Cells) -> usize {
    let cutting =
        Cutting { delimiter: Some(DELIMITER), quote: QUOTE, backslash: false, width: cells.width.max(1) };
    let records = cut_sample(&cells.text, cutting);
    let Some(header) = find_header(&records, cutting.width) else { return 0 };
    records
        .iter()
        .filter(|record| (header.first..=header.last).contains(&record.index))
        .flat_map(|record| &record.cells)
        .filter(|cell| is_header_like(cell))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(
        sheets: &[(&str, usize, u32, bool)],
        chosen: Option<&str>,
        expected: Option<(usize, SheetEvidence)>,
    ) {
        let sheets: Vec<(String, Seen)> = sheets
            .iter()
            .map(|(name, words, rows, hidden)| {
                ((*name).to_owned(), Seen { words: *words, rows: *rows, hidden: *hidden })
            })
            .collect();
        assert_eq!(choose(&sheets, chosen), expected, "{sheets:?}");
    }

    #[test]
    fn the_list_is_found_among_the_sheets() {
        use SheetEvidence::{Chosen, Header, Largest, Only};
        check(&[("Blad1", 2, 50, false), ("Blad2", 0, 0, false)], None, Some((0, Only)));
        check(&[("Uitleg", 0, 900, false), ("Klanten", 3, 40, false)], None, Some((1, Header)));
        check(&[("2024", 3, 40, false), ("2025", 5, 60, false)], None, Some((1, Largest)));
        check(&[("2024", 3, 40, false), ("2025", 3, 40, false)], None, Some((0, Largest)));
        check(&[("Oud", 4, 900, true), ("Klanten", 2, 40, false)], None, Some((1, Largest)));
        check(&[("Kop", 4, 1, false), ("Klanten", 2, 40, false)], None, Some((1, Largest)));
        check(&[("A", 3, 9, false), ("B", 3, 5, false)], Some("B"), Some((1, Chosen)));
        check(&[("A", 3, 9, false), ("B", 3, 5, false)], Some("2"), Some((1, Chosen)));
        check(&[("A", 3, 9, false)], Some("weg"), Some((0, Only)));
        check(&[("A", 0, 0, false)], None, None);
    }
}
