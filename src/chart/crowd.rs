//! Too many customers for a point each: one mark for all in a small region, sized by how many they are.

use std::collections::BTreeMap;

use super::axes::Plot;
use super::importance::{Field, Map, MapPoint, Writers};
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

/// A field cut into equal regions, so that none spans two fields. Cut by value, so that a cut is met exactly.
struct Grid {
    x: (f64, f64),
    y: (f64, f64),
    columns: usize,
    rows: usize,
}

/// One mark a region with customers, field by field, left to right.
pub fn groups(map: &Map, points: &[&MapPoint], plot: &Plot, band: Frame, write: Writers) -> Vec<Mark> {
    let grids = Field::ALL.map(|field| Grid::new(field, map, plot));
    let grid = |field: Field| &grids[field as usize];
    let mut groups: BTreeMap<(Field, usize, usize), Group> = BTreeMap::new();
    for point in points {
        let grid = grid(point.field);
        let cell = (part(point.x, grid.x, grid.columns), part(point.y, grid.y, grid.rows));
        let group = groups.entry((point.field, cell.0, cell.1)).or_default();
        group.count += 1;
        group.x += f64::from(plot.x.place(point.x));
        group.y += f64::from(plot.y.place(point.y));
    }
    let most = groups.values().map(|group| group.count).max().unwrap_or(1) as f32;
    let mark = |(&(field, column, row), group): (&(Field, usize, usize), &Group)| {
        let (x, y) = grid(field).region(column, row);
        let cell = Frame {
            left: plot.x.place(x.0),
            right: plot.x.place(x.1),
            top: plot.y.place(y.1),
            bottom: plot.y.place(y.0),
        };
        let radius = (RADIUS.1 * (group.count as f32 / most).sqrt()).max(RADIUS.0);
        let key = Key::Region { x, y };
        let range = |(from, to): (f64, f64)| {
            let written = |value: f64| (write.number)(value.clamp(0.0, 100.0).round());
            format!("{}–{}", written(from), written(to))
        };
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
    fn new(field: Field, map: &Map, plot: &Plot) -> Self {
        let (x_domain, y_domain) = (plot.x.domain(), plot.y.domain());
        let x_cut = map.x_cut.clamp(x_domain.0, x_domain.1);
        let y_cut = map.y_cut.clamp(y_domain.0, y_domain.1);
        let valuable = matches!(field, Field::Core | Field::WeNeedThem);
        let panics = matches!(field, Field::Core | Field::TheyNeedUs);
        let x = if valuable { (x_cut, x_domain.1) } else { (x_domain.0, x_cut) };
        let y = if panics { (y_cut, y_domain.1) } else { (y_domain.0, y_cut) };
        let count = |from: f32, to: f32| ((to - from).abs() / CELL).floor().clamp(1.0, 200.0) as usize;
        let columns = count(plot.x.place(x.0), plot.x.place(x.1));
        let rows = count(plot.y.place(y.0), plot.y.place(y.1));
        Self { x, y, columns, rows }
    }

    /// From where to where a region runs.
    fn region(&self, column: usize, row: usize) -> ((f64, f64), (f64, f64)) {
        let edge = |(low, high): (f64, f64), at: usize, of: usize| {
            if at == of { high } else { low + (high - low) * at as f64 / of as f64 }
        };
        let x = (edge(self.x, column, self.columns), edge(self.x, column + 1, self.columns));
        let y = (edge(self.y, row, self.rows), edge(self.y, row + 1, self.rows));
        (x, y)
    }
}

/// In which of so many equal parts of a range a value lies.
fn part(value: f64, (low, high): (f64, f64), count: usize) -> usize {
    let share = if high > low { (value - low) / (high - low) } else { 0.0 };
    ((share * count as f64).max(0.0) as usize).min(count - 1)
}
