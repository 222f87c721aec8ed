//! Stretches: several tables in one file, one below the other. The largest is the list; the others are told.

use super::fold::trim;
use super::header_words::is_header_like;
use super::looks::{Looks, looks};
use super::sniff::Sampled;
use super::{Problem, ProblemKind, Table};

/// A table among others: a header and what stands below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The index of its first row: its header, unless it is the first stretch (whose header is that of the table).
    pub first: usize,
    /// One beyond its last row.
    pub end: usize,
}

/// Rows below a header that tell whether figures stand there.
const BELOW: usize = 5;
/// Longer titles are cut off.
const TITLE_CELLS: usize = 4;

impl Table {
    /// The tables that stand one below the other in this one; a single stretch for an ordinary list. A new one begins
    /// with a row of headings, below a blank record or of another width than the rows above it.
    pub fn stretches(&self) -> Vec<Stretch> {
        let mut firsts = vec![0];
        for row in 1..self.len() {
            let is_below_gap = self.row_number(row) - self.row_number(row - 1) > 1;
            let is_other_width = self.cells_in(row) != self.cells_in(row - 1);
            if (is_below_gap || is_other_width) && self.begins_table(row, is_below_gap) {
                firsts.push(row);
            }
        }
        let ends = firsts.iter().skip(1).copied().chain([self.len()]);
        firsts.iter().zip(ends).map(|(first, end)| Stretch { first: *first, end }).collect()
    }

    /// The first cells of a row, as the name of the table below it, and how many rows it has.
    pub fn title_of(&self, stretch: &Stretch) -> String {
        title(self.cells(stretch.first), stretch.end - stretch.first - 1)
    }

    /// Whether a row is the header of another table than the one above it.
    pub(crate) fn begins_table(&self, row: usize, is_below_gap: bool) -> bool {
        let cells: Vec<&str> = self.cells(row).map(trim).collect();
        let filled: Vec<&str> = cells.iter().copied().filter(|cell| !cell.is_empty()).collect();
        let is_again = filled.iter().all(|cell| self.header().iter().any(|known| trim(known) == *cell));
        if filled.len() < 2 || is_again || row + 1 == self.len() {
            return false;
        }
        let is_heading = |cell: &&str| {
            matches!(looks(cell), Looks::Year) || (looks(cell) == Looks::Text && is_header_like(cell))
        };
        let all_text = filled.iter().all(|cell| matches!(looks(cell), Looks::Text | Looks::Year));
        if filled.iter().all(is_heading) {
            let below: Vec<&str> = self.cells(row + 1).map(trim).filter(|cell| !cell.is_empty()).collect();
            return !below.iter().all(is_heading);
        }
        is_below_gap && all_text && self.cells_in(row) != self.width() && self.has_figures_below(row)
    }

    /// Whether some column holds figures right below this row.
    fn has_figures_below(&self, row: usize) -> bool {
        let below = row + 1..(row + 1 + BELOW).min(self.len());
        (0..self.cells_in(row)).any(|column| {
            let mut filled = below.clone().filter_map(|row| self.cell(row, column)).map(looks).peekable();
            filled.peek().is_some() && filled.all(|looks| matches!(looks, Looks::Figures | Looks::Year))
        })
    }

    /// Makes the largest stretch the table, when that is not the first; tells what stood above it.
    pub(super) fn keep_largest(&mut self, problems: &mut Vec<Problem>) {
        let stretches = self.stretches();
        let rows = |place: usize| stretches[place].end - stretches[place].first - usize::from(place > 0);
        let largest =
            (0..stretches.len()).fold(0, |best, place| if rows(place) > rows(best) { place } else { best });
        if largest == 0 {
            return;
        }
        let number = self.row_number(stretches[largest].first);
        // What was wrong with the shape of rows was held against another header.
        let of_shape = [ProblemKind::ShortRow, ProblemKind::ExtraCells, ProblemKind::RepeatedHeader];
        problems.retain(|problem| problem.row >= number && !of_shape.contains(&problem.kind));
        let first_title = title(self.header().iter().map(String::as_str), stretches[0].end);
        let first_number = self.dialect().header_row.unwrap_or(1);
        problems.push(Problem::new(first_number, None, ProblemKind::OtherTable, &first_title));
        for stretch in &stretches[1..largest] {
            let number = self.row_number(stretch.first);
            problems.push(Problem::new(number, None, ProblemKind::OtherTable, &self.title_of(stretch)));
        }
        self.begin_at(stretches[largest].first, problems);
    }
}

/// The tables in what stands above the header: a row of headings with rows of the same width and figures below it.
pub(super) fn tables_above(records: &[Sampled]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut at = 0;
    while let Some(record) = records.get(at) {
        at += 1;
        let cells: Vec<&str> =
            record.cells.iter().map(|cell| trim(cell)).filter(|cell| !cell.is_empty()).collect();
        if cells.len() < 2 || !cells.iter().all(|cell| looks(cell) == Looks::Text && is_header_like(cell)) {
            continue;
        }
        let like = records[at..]
            .iter()
            .take_while(|below| {
                let filled = below.cells.iter().filter(|cell| !trim(cell).is_empty()).count();
                filled == cells.len() && below.cells.iter().any(|cell| looks(cell) == Looks::Figures)
            })
            .count();
        if like > 0 {
            let title = title(cells.into_iter(), like);
            problems.push(Problem::new(record.index as u32 + 1, None, ProblemKind::OtherTable, &title));
            at += like;
        }
    }
    problems
}

fn title<'a>(cells: impl Iterator<Item = &'a str>, rows: usize) -> String {
    let names: Vec<&str> = cells.map(trim).filter(|cell| !cell.is_empty()).take(TITLE_CELLS).collect();
    format!("{} ({rows})", names.join(", "))
}
