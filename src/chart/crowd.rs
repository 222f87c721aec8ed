//! Too many customers for a point each: one mark for all in a small region, sized by how many they are.

use std::collections::BTreeMap;

use super::axes::Plot;
use super::importance::{Field, Map, MapPoint};
use super::scene::{Datum, Frame, Key, Mark, Place, Point, Shape};

/// The size of a region in pixels.
const CELL: f32 = 24.0;
/// The least and greatest radius of a group.
const RADIUS: (f32, f32) = (2.5, 11.0);

/// Customers that share a region, and where they are on average.
#[derive(Default)]
struct Group {
    count: usize,
    x: f64,
    y: f64,
}

/// One mark a region. Regions are laid out from the cuts, so that none spans two fields.
pub fn groups(
    map: &Map,
    points: &[&MapPoint],
    plot: &Plot,
    band: Frame,
    write: &dyn Fn(usize) -> String,
) -> Vec<Mark> {
    let (x_cut, y_cut) = (plot.x.place(map.x_cut), plot.y.place(map.y_cut));
    let mut groups: BTreeMap<(Field, i32, i32), Group> = BTreeMap::new();
    for point in points {
        let (x, y) = (plot.x.place(point.x), plot.y.place(point.y));
        let cell = (((x - x_cut) / CELL).floor() as i32, ((y - y_cut) / CELL).floor() as i32);
        let group = groups.entry((point.field, cell.0, cell.1)).or_default();
        group.count += 1;
        group.x += f64::from(x);
        group.y += f64::from(y);
    }
    let most = groups.values().map(|group| group.count).max().unwrap_or(1) as f32;
    let mark = |(&(field, column, row), group): (&(Field, i32, i32), &Group)| {
        let radius = (RADIUS.1 * (group.count as f32 / most).sqrt()).max(RADIUS.0);
        let (left, top) = (x_cut + column as f32 * CELL, y_cut + row as f32 * CELL);
        // The mean of where they are, but clear of the region's neighbours and of the edges.
        let mean = |sum: f64| (sum / group.count.max(1) as f64) as f32;
        let reach = radius + 0.5;
        let x = mean(group.x).clamp(left + reach, left + CELL - reach);
        let y = mean(group.y).clamp(top + reach, top + CELL - reach);
        let place = Place {
            x: x.clamp(band.left + reach, band.right - reach),
            y: y.clamp(band.top + reach, band.bottom - reach),
        };
        let value_x = |pixel: f32| plot.x.value(pixel).clamp(0.0, 100.0);
        let value_y = |pixel: f32| plot.y.value(pixel).clamp(0.0, 100.0);
        let key =
            Key::Region { x: (value_x(left), value_x(left + CELL)), y: (value_y(top + CELL), value_y(top)) };
        let label = write(group.count);
        let values = vec![(map.words(field).name.clone(), String::new())];
        Mark::Point(Point {
            place,
            radius,
            shape: Shape::Circle,
            tone: field.tone(),
            letter: String::new(),
            datum: Some(Datum { key, label, values }),
        })
    };
    groups.iter().map(mark).collect()
}
