//! A grid of cells with names along both sides: the growth matrix and the RFM heat map.

use super::labels::{LINE, SIZE, bold_width, shortened, text_width, wrapped};
use super::legend::{self, Sample};
use super::scene::{Anchor, Datum, Fill, Frame, Mark, Place, Rect, Scene, Size, Text, Tone};

/// Space between cells.
const GAP: f32 = 3.0;
/// The large figure of a cell.
const LARGE: f32 = 16.0;

/// One cell with its words ready to read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    pub tone: Tone,
    pub fill: Fill,
    /// The class, in the corner where there is room; what tells cells apart without colour.
    pub letter: String,
    /// The figure of the cell.
    pub shown: String,
    /// Below it, left out where it does not fit.
    pub detail: String,
    pub datum: Option<Datum>,
}

/// A grid with its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    /// The names of the rows, from top to bottom, and of the columns, from left to right.
    pub rows: Vec<String>,
    pub columns: Vec<String>,
    /// By row, then column.
    pub cells: Vec<Vec<Cell>>,
    pub x_title: String,
    pub y_title: String,
    /// What the colours stand for.
    pub legend: Vec<(String, Tone, Fill)>,
    /// What is said when there are no cells.
    pub empty: String,
}

/// The grid at this size. Cells keep a readable height, so that the picture may become higher than asked for.
pub fn scene(matrix: &Matrix, size: Size) -> Scene {
    let size = Size::new(size.width, size.height);
    if matrix.cells.iter().all(Vec::is_empty) {
        return Scene::empty(size, &matrix.empty);
    }
    let entries: Vec<(Sample, String)> =
        matrix.legend.iter().map(|(name, tone, fill)| (Sample::Fill(*fill, *tone), name.clone())).collect();
    let (legend, legend_height) = legend::rows(&entries, size.width, 0.0);
    let layout = Layout::new(matrix, size, if legend_height > 0.0 { legend_height + 8.0 } else { 0.0 });
    let figure = figure_size(matrix, layout.cell.0 - GAP - 4.0);
    let mut marks = Vec::new();
    for (row, cells) in matrix.cells.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let (frame, tone, fill) = (layout.cell(row, column), cell.tone, cell.fill);
            marks.push(Mark::Rect(Rect { frame, tone, fill, datum: cell.datum.clone() }));
            marks.extend(words(cell, frame, figure).into_iter().map(Mark::Text));
        }
    }
    marks.extend(layout.names(matrix).into_iter().map(Mark::Text));
    let height = layout.height;
    Scene { width: size.width, height, frame: layout.frame, marks, legend, ..Scene::default() }
}

/// Where cells and names go.
struct Layout {
    frame: Frame,
    cell: (f32, f32),
    columns: Vec<Vec<String>>,
    names: f32,
    height: f32,
}

impl Layout {
    fn new(matrix: &Matrix, size: Size, above: f32) -> Self {
        let columns = matrix.cells.iter().map(Vec::len).max().unwrap_or(1).max(1) as f32;
        let rows = matrix.cells.len().max(1) as f32;
        let widest = matrix.rows.iter().map(|name| text_width(name, SIZE)).fold(0.0, f32::max);
        let names = widest.min(size.width * 0.24);
        let left = if names > 0.0 { names + 8.0 } else { 0.0 };
        let width = (size.width - left) / columns;
        let room = width - 6.0;
        let names_below: Vec<Vec<String>> =
            matrix.columns.iter().map(|name| wrapped(name, SIZE, room, 3)).collect();
        let lines = names_below.iter().map(Vec::len).max().unwrap_or(0) as f32;
        let top = above + if matrix.y_title.is_empty() { 0.0 } else { LINE + 6.0 };
        let under = lines * LINE + 4.0 + if matrix.x_title.is_empty() { 0.0 } else { LINE + 6.0 };
        let height = ((size.height - top - under) / rows).clamp(48.0, 110.0);
        let bottom = top + height * rows;
        let frame = Frame { left, top, right: size.width, bottom };
        Self { frame, cell: (width, height), columns: names_below, names, height: bottom + under }
    }

    fn cell(&self, row: usize, column: usize) -> Frame {
        let left = self.frame.left + column as f32 * self.cell.0;
        let top = self.frame.top + row as f32 * self.cell.1;
        Frame { left, top, right: left + self.cell.0 - GAP, bottom: top + self.cell.1 - GAP }
    }

    fn names(&self, matrix: &Matrix) -> Vec<Text> {
        let soft =
            |x, y, text, anchor| Text { tone: Tone::Soft, ..plain(Place { x, y }, text, SIZE, anchor) };
        let mut names = Vec::new();
        for (row, name) in matrix.rows.iter().enumerate().take(matrix.cells.len()) {
            let most = ((self.cell.1 - GAP) / LINE).max(1.0) as usize;
            let lines = wrapped(name, SIZE, self.names, most.min(3));
            let cell = self.cell(row, 0);
            let first = f32::midpoint(cell.top, cell.bottom) - (lines.len() as f32 - 1.0) * LINE / 2.0;
            names.extend(lines.into_iter().enumerate().map(|(i, line)| {
                soft(self.frame.left - 8.0, first + i as f32 * LINE + SIZE * 0.35, line, Anchor::End)
            }));
        }
        for (column, lines) in self.columns.iter().enumerate() {
            let cell = self.cell(0, column);
            let middle = f32::midpoint(cell.left, cell.right);
            names.extend(lines.iter().enumerate().map(|(i, line)| {
                soft(middle, self.frame.bottom + SIZE + 2.0 + i as f32 * LINE, line.clone(), Anchor::Middle)
            }));
        }
        let title = |text: &str| shortened(text, SIZE, self.frame.right - 2.0);
        if !matrix.y_title.is_empty() {
            names.push(soft(0.0, self.frame.top - 10.0, title(&matrix.y_title), Anchor::Start));
        }
        if !matrix.x_title.is_empty() {
            names.push(soft(self.frame.right, self.height - 4.0, title(&matrix.x_title), Anchor::End));
        }
        names
    }
}

/// One size for the figures of all cells: large when the widest fits.
fn figure_size(matrix: &Matrix, width: f32) -> f32 {
    let widest = matrix.cells.iter().flatten().map(|cell| bold_width(&cell.shown, LARGE)).fold(0.0, f32::max);
    if widest <= width { LARGE } else { SIZE }
}

/// The words of a cell: its figure always, shortened if it must be, the rest where there is room.
fn words(cell: &Cell, frame: Frame, size: f32) -> Vec<Text> {
    let (tone, halo) = (cell.fill.text(), cell.fill == Fill::Hatched);
    let (width, height) = (frame.width() - 4.0, frame.height());
    let middle = f32::midpoint(frame.left, frame.right);
    let centre = f32::midpoint(frame.top, frame.bottom);
    let detail = !cell.detail.is_empty() && text_width(&cell.detail, SIZE) <= width && height >= 44.0;
    let bold = bold_width(&cell.shown, size) <= width;
    let shown = shortened(&cell.shown, size, width);
    let text = |x, y, text: String, size, anchor, bold| Text {
        tone,
        bold,
        halo,
        ..plain(Place { x, y }, text, size, anchor)
    };
    let mut words = Vec::new();
    if !shown.is_empty() {
        let y = if detail { centre - 1.0 } else { centre + size * 0.36 };
        words.push(text(middle, y, shown, size, Anchor::Middle, bold));
    }
    if detail {
        words.push(text(middle, centre + LINE - 1.0, cell.detail.clone(), SIZE, Anchor::Middle, false));
    }
    let beside = (width - bold_width(&cell.shown, size)) / 2.0 - 6.0;
    let letter = bold_width(&cell.letter, SIZE);
    if !cell.letter.is_empty() && letter <= width && (height >= 68.0 || letter <= beside && !detail) {
        let (x, y) = (frame.left + 7.0, frame.top + SIZE + 5.0);
        words.push(text(x, y, cell.letter.clone(), SIZE, Anchor::Start, true));
    }
    words
}

fn plain(place: Place, text: String, size: f32, anchor: Anchor) -> Text {
    Text { place, text, anchor, size, ..Text::default() }
}
