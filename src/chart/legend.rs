//! The legend: samples with their names, set in rows.

use super::labels::{LINE, SIZE, shortened, text_width};
use super::scene::{Fill, Frame, LegendEntry, Mark, Place, Point, Rect, Shape, Text, Tone};

/// The height of one row.
const ROW: f32 = LINE + 6.0;

/// What a legend entry shows beside its name.
#[derive(Clone, Debug, PartialEq)]
pub enum Sample {
    /// A point with its shape and letter.
    Point(Shape, Tone, String),
    /// A filled square.
    Fill(Fill, Tone),
}

/// Sets the entries in rows from `top`, within the width; returns them with the height they take.
pub fn rows(entries: &[(Sample, String)], width: f32, top: f32) -> (Vec<LegendEntry>, f32) {
    let mut placed = Vec::with_capacity(entries.len());
    let (mut x, mut y) = (0.0, top);
    for (sample, name) in entries {
        let text = shortened(name, SIZE, width - 26.0);
        let wide = 22.0 + text_width(&text, SIZE);
        if x > 0.0 && x + wide > width {
            (x, y) = (0.0, y + ROW);
        }
        let centre = Place { x: x + 9.0, y: y + ROW / 2.0 };
        let place = Place { x: x + 22.0, y: centre.y + SIZE * 0.35 };
        let label = Text { place, text, tone: Tone::Ink, size: SIZE, ..Text::default() };
        placed.push(LegendEntry { sample: mark(sample, centre), label });
        x += wide + 16.0;
    }
    let height = if placed.is_empty() { 0.0 } else { y - top + ROW };
    (placed, height)
}

fn mark(sample: &Sample, centre: Place) -> Mark {
    match sample {
        Sample::Point(shape, tone, letter) => Mark::Point(Point {
            place: centre,
            radius: 7.0,
            shape: *shape,
            tone: *tone,
            letter: letter.clone(),
            datum: None,
        }),
        Sample::Fill(fill, tone) => {
            let (x, y) = (centre.x, centre.y);
            let frame = Frame { left: x - 7.0, top: y - 7.0, right: x + 7.0, bottom: y + 7.0 };
            Mark::Rect(Rect { frame, tone: *tone, fill: *fill, datum: None })
        }
    }
}
