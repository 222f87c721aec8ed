//! Too many customers for a point each: one mark for all in a small region, sized by how many they are.

use std::collections::BTreeMap;

use super::axes::Plot;
use super::importance::{Field, Map, MapPoint, Writers, field_frame};
use super::labels::{Placer, SIZE};
use super::scene::{Datum, Frame, Key, Mark, Place, Point, Text};

/// The least size of a region in pixels.
const CELL: f32 = 24.0;
/// The least and greatest radius of a group.
const RADIUS: (f32, f32) = (2.5, 9.0);

/// With more groups than this, how many there are is said only when one is pointed at.
const MOST_COUNTS: usize = 24;

/// Customers that share a region, and where they are in sum.
#[derive(Default)]
struct Group {
    count: usize,
    x: f64,
    y: f64,
}

/// A field cut into equal regions, so that none spans two fields.
struct Grid {
    frame: Frame,
    columns: usize,
    rows: usize,
}

/// One mark a region with customers, field by field, left to right.
pub fn groups(map: &Map, points: &[&MapPoint], plot: &Plot, band: Frame, write: Writers) -> Vec<Mark> {
    let grids = Field::ALL.map(|field| Grid::new(field_frame(field, map, plot), band));
    let grid = |field: Field| &grids[field as usize];
    let mut groups: BTreeMap<(Field, usize, usize), Group> = BTreeMap::new();
    for point in points {
        let (x, y) = (plot.x.place(point.x), plot.y.place(point.y));
        let (column, row) = grid(point.field).cell(x, y);
        let group = groups.entry((point.field, column, row)).or_default();
        group.count += 1;
        group.x += f64::from(x);
        group.y += f64::from(y);
    }
    let most = groups.values().map(|group| group.count).max().unwrap_or(1) as f32;
    let mark = |(&(field, column, row), group): (&(Field, usize, usize), &Group)| {
        let cell = grid(field).frame(column, row);
        let radius = (RADIUS.1 * (group.count as f32 / most).sqrt()).max(RADIUS.0);
        let x = [cell.left, cell.right].map(|pixel| plot.x.value(pixel).clamp(0.0, 100.0));
        let y = [cell.bottom, cell.top].map(|pixel| plot.y.value(pixel).clamp(0.0, 100.0));
        let key = Key::Region { x: (x[0], x[1]), y: (y[0], y[1]) };
        let range =
            |[from, to]: [f64; 2]| format!("{}–{}", (write.number)(from.round()), (write.number)(to.round()));
        let values = vec![(map.x_title.clone(), range(x)), (map.y_title.clone(), range(y))];
        Mark::Point(Point {
            place: group.place(cell, radius * 1.3),
            radius,
            shape: field.shape(),
            tone: field.tone(),
            letter: String::new(),
            datum: Some(Datum { key, label: (write.customers)(group.count), values }),
        })
    };
    let mut marks: Vec<Mark> = groups.iter().map(mark).collect();
    if marks.len() <= MOST_COUNTS {
        let counts = counts(&marks, band);
        marks.extend(counts);
    }
    marks
}

/// How many there are, beside each group where there is room.
fn counts(groups: &[Mark], band: Frame) -> Vec<Mark> {
    let mut labels = Placer::new(band);
    for frame in groups.iter().filter_map(Mark::frame) {
        labels.occupy(frame);
    }
    let label = |group: &Mark| {
        let text = group.datum()?.label.clone();
        let text = Text { text, size: SIZE, halo: true, ..Text::default() };
        let frame = group.frame()?;
        labels.beside(group.anchor()?, frame.width() * 0.65, text).map(Mark::Text)
    };
    groups.iter().filter_map(label).collect()
}

impl Group {
    /// The mean of where its customers are, but clear of the region's neighbours.
    fn place(&self, cell: Frame, reach: f32) -> Place {
        let mean = |sum: f64| (sum / self.count.max(1) as f64) as f32;
        let inside = |at: f32, low: f32, high: f32| {
            if high - low > reach * 2.0 {
                at.clamp(low + reach, high - reach)
            } else {
                f32::midpoint(low, high)
            }
        };
        Place {
            x: inside(mean(self.x), cell.left, cell.right),
            y: inside(mean(self.y), cell.top, cell.bottom),
        }
    }
}

impl Grid {
    fn new(field: Frame, band: Frame) -> Self {
        let top = field.top.max(band.top);
        let frame = Frame { top, bottom: field.bottom.min(band.bottom).max(top), ..field };
        let count = |pixels: f32| (pixels / CELL).floor().clamp(1.0, 200.0) as usize;
        Self { frame, columns: count(frame.width()), rows: count(frame.height()) }
    }

    fn cell(&self, x: f32, y: f32) -> (usize, usize) {
        let index = |at: f32, pixels: f32, count: usize| {
            let share = if pixels > 0.0 { at / pixels } else { 0.0 };
            ((share * count as f32).max(0.0) as usize).min(count - 1)
        };
        let Frame { left, top, .. } = self.frame;
        (index(x - left, self.frame.width(), self.columns), index(y - top, self.frame.height(), self.rows))
    }

    fn frame(&self, column: usize, row: usize) -> Frame {
        let width = self.frame.width() / self.columns as f32;
        let height = self.frame.height() / self.rows as f32;
        let (left, top) = (self.frame.left + column as f32 * width, self.frame.top + row as f32 * height);
        Frame { left, top, right: left + width, bottom: top + height }
    }
}
