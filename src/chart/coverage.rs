//! The coverage grid of RFM: which segment each of the 125 codes belongs to, a small grid for every recency score.

use super::labels::{LINE, SIZE, shortened};
use super::legend::{self, Sample};
use super::scene::{Anchor, Datum, Fill, Frame, Mark, Place, Rect, Scene, Shape, Size, Text, Tone};

/// The least and greatest side of a cell: never below what a finger can hit.
const SIDE: (f32, f32) = (24.0, 34.0);
/// Space between two grids.
const APART: f32 = 18.0;
/// Room for the scores at the left of a grid.
const SCORES: f32 = 16.0;

/// One code: its segment's number and colour.
#[derive(Clone, Debug, PartialEq)]
pub struct Code {
    /// The number of the segment in the list below; a dash for none.
    pub number: String,
    pub tone: Tone,
    pub fill: Fill,
    pub datum: Option<Datum>,
}

/// One small grid: its name, and its codes by row (top to bottom), then column.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    pub name: String,
    pub codes: Vec<Vec<Code>>,
}

/// All grids with the words they share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    pub panels: Vec<Panel>,
    /// The scores along the sides, top to bottom and left to right.
    pub rows: Vec<String>,
    pub columns: Vec<String>,
    /// What the sides of each grid are, in one line.
    pub note: String,
    /// Number, tone, fill and name of each segment.
    pub segments: Vec<(String, Tone, Fill, String)>,
    pub empty: String,
}

/// The grids side by side, as many in a row as there is room for.
pub fn scene(coverage: &Coverage, width: f32) -> Scene {
    let size = Size::new(width, 160.0);
    let columns = coverage.columns.len() as f32;
    let rows = coverage.rows.len() as f32;
    if coverage.panels.is_empty() || columns < 1.0 || rows < 1.0 {
        return Scene::empty(size, &coverage.empty);
    }
    let least = columns * SIDE.0 + SCORES + APART;
    let beside = ((size.width + APART) / least).floor().clamp(1.0, coverage.panels.len() as f32);
    // As even rows as can be: three and two rather than four and one.
    let rows_of_panels = (coverage.panels.len() as f32 / beside).ceil();
    let beside = (coverage.panels.len() as f32 / rows_of_panels).ceil();
    let cell = (((size.width + APART) / beside - SCORES - APART) / columns).clamp(SIDE.0, SIDE.1);
    let panel = (columns * cell + SCORES + APART, LINE + 6.0 + rows * cell + LINE + APART);
    let mut marks = Vec::new();
    let note = shortened(&coverage.note, SIZE, size.width - 2.0);
    marks.push(text(0.0, SIZE + 1.0, note, Anchor::Start, Tone::Soft, false));
    for (i, one) in coverage.panels.iter().enumerate() {
        let (row, column) = (i / beside as usize, i % beside as usize);
        let (left, top) = (column as f32 * panel.0, LINE + 10.0 + row as f32 * panel.1);
        draw(one, coverage, Place { x: left, y: top }, cell, &mut marks);
    }
    let below = LINE + 10.0 + rows_of_panels * panel.1;
    let entries: Vec<(Sample, String)> = coverage
        .segments
        .iter()
        .map(|(number, tone, _, name)| {
            (Sample::Point(Shape::Square, *tone, String::new()), format!("{number} {name}"))
        })
        .collect();
    let (legend, legend_height) = legend::rows(&entries, size.width, below);
    let height = below + legend_height;
    let frame = Frame { left: 0.0, top: 0.0, right: size.width, bottom: below };
    Scene { width: size.width, height, frame, marks, legend, ..Scene::default() }
}

fn draw(panel: &Panel, coverage: &Coverage, at: Place, side: f32, marks: &mut Vec<Mark>) {
    let (left, top) = (at.x + SCORES, at.y + LINE + 6.0);
    marks.push(text(left, at.y + SIZE, panel.name.clone(), Anchor::Start, Tone::Ink, true));
    for (row, codes) in panel.codes.iter().enumerate() {
        for (column, code) in codes.iter().enumerate() {
            let (x, y) = (left + column as f32 * side, top + row as f32 * side);
            let frame = Frame { left: x, top: y, right: x + side - 1.5, bottom: y + side - 1.5 };
            marks.push(Mark::Rect(Rect {
                frame,
                tone: code.tone,
                fill: code.fill,
                datum: code.datum.clone(),
            }));
            let middle = Place {
                x: f32::midpoint(frame.left, frame.right),
                y: f32::midpoint(frame.top, frame.bottom) + SIZE * 0.36,
            };
            let tone = code.fill.text();
            marks.push(text(middle.x, middle.y, code.number.clone(), Anchor::Middle, tone, true));
        }
    }
    for (row, score) in coverage.rows.iter().enumerate() {
        let y = top + (row as f32 + 0.5) * side + SIZE * 0.3;
        marks.push(text(at.x + SCORES - 6.0, y, score.clone(), Anchor::End, Tone::Soft, false));
    }
    for (column, score) in coverage.columns.iter().enumerate() {
        let (x, y) = (left + (column as f32 + 0.5) * side, top + coverage.rows.len() as f32 * side + SIZE);
        marks.push(text(x, y, score.clone(), Anchor::Middle, Tone::Soft, false));
    }
}

fn text(x: f32, y: f32, text: String, anchor: Anchor, tone: Tone, bold: bool) -> Mark {
    Mark::Text(Text { place: Place { x, y }, text, anchor, tone, size: SIZE, bold, halo: false })
}
