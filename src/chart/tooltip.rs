//! The tooltip of a mark: its lines and a box that never leaves the picture.

use super::labels::{BOLD, LINE, SIZE, bold_width, shortened, text_width, wrapped};
use super::scene::{Anchor, Datum, Frame, Place, Scene, Text, Tone};

/// Space between the box and its text.
const PADDING: f32 = 10.0;
/// Space between the box and its mark.
const DISTANCE: f32 = 8.0;
/// The box is no wider than this.
const WIDEST: f32 = 300.0;

/// A tooltip with everything placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Tooltip {
    pub frame: Frame,
    pub lines: Vec<Text>,
}

/// A row of the tooltip before it has a place.
enum Row {
    Title(String),
    Pair(String, String),
    Single(String, Tone),
}

impl Scene {
    /// The tooltip of a mark; `None` when the mark has no datum. It lies above the mark, or below when there is no
    /// room, and within the picture sideways. Only a picture lower than its tooltip is exceeded, downwards.
    pub fn tooltip(&self, mark: usize) -> Option<Tooltip> {
        let mark = self.marks.get(mark)?;
        let (datum, around) = (mark.datum()?, mark.frame()?);
        let anchor = mark.anchor()?;
        let room = (self.width - 2.0 * PADDING - 4.0).min(WIDEST);
        let rows = rows(datum, room);
        let width = rows.iter().map(Row::width).fold(0.0, f32::max) + 2.0 * PADDING;
        let height = rows.len() as f32 * LINE + 2.0 * PADDING - 4.0;

        let left = (anchor.x - width / 2.0).min(self.width - width - 1.0).max(1.0);
        let above = around.top - DISTANCE - height;
        let below = around.bottom + DISTANCE;
        let top = if above >= 1.0 {
            above
        } else if below + height <= self.height {
            below
        } else {
            (self.height - height - 1.0).max(1.0)
        };
        let frame = Frame { left, top, right: left + width, bottom: top + height };
        let lines = rows.into_iter().enumerate().flat_map(|(i, row)| row.placed(frame, i)).collect();
        Some(Tooltip { frame, lines })
    }
}

impl Row {
    fn width(&self) -> f32 {
        match self {
            Self::Title(text) => bold_width(text, SIZE + 1.0),
            Self::Pair(what, value) => text_width(what, SIZE) + 16.0 + bold_width(value, SIZE),
            Self::Single(text, _) => bold_width(text, SIZE),
        }
    }

    fn placed(self, frame: Frame, i: usize) -> Vec<Text> {
        let y = frame.top + PADDING + SIZE - 2.0 + i as f32 * LINE;
        let left = Place { x: frame.left + PADDING, y };
        let right = Place { x: frame.right - PADDING, y };
        let text = |place, text, anchor, tone, bold| Text {
            place,
            text,
            anchor,
            tone,
            size: SIZE,
            bold,
            halo: false,
        };
        match self {
            Self::Title(title) => {
                vec![Text { size: SIZE + 1.0, ..text(left, title, Anchor::Start, Tone::Ink, true) }]
            }
            Self::Pair(what, value) => vec![
                text(left, what, Anchor::Start, Tone::Soft, false),
                text(right, value, Anchor::End, Tone::Ink, true),
            ],
            Self::Single(single, tone) => vec![text(left, single, Anchor::Start, tone, false)],
        }
    }
}

/// The rows of a datum within this width: what and value on one line where they fit, else below each other.
fn rows(datum: &Datum, width: f32) -> Vec<Row> {
    let mut rows = vec![Row::Title(shortened(&datum.label, (SIZE + 1.0) * BOLD, width))];
    for (what, value) in &datum.values {
        let pair = Row::Pair(what.clone(), value.clone());
        if pair.width() <= width {
            rows.push(pair);
            continue;
        }
        let narrow = width / BOLD;
        rows.extend(wrapped(what, SIZE, narrow, 2).into_iter().map(|line| Row::Single(line, Tone::Soft)));
        rows.extend(wrapped(value, SIZE, narrow, 4).into_iter().map(|line| Row::Single(line, Tone::Ink)));
    }
    rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::chart::scene::{Datum, Key, Mark, Place, Point, Scene, Shape, Tone};

    fn scene(x: f32, y: f32, label: &str, values: usize) -> Scene {
        let pair = (label.to_owned(), "€ 1.234,56".to_owned());
        let datum = Datum { key: Key::Index(0), label: label.to_owned(), values: vec![pair; values] };
        let place = Place { x, y };
        let point = Point {
            place,
            radius: 5.0,
            shape: Shape::Circle,
            tone: Tone::A,
            letter: String::new(),
            datum: Some(datum),
        };
        Scene { width: 320.0, height: 240.0, marks: vec![Mark::Point(point)], ..Scene::default() }
    }

    proptest! {
        #[test]
        fn tooltips_stay_inside(x in 0.0..320.0_f32, y in 0.0..240.0_f32, label in ".{0,80}", values in 0..4_usize) {
            let tooltip = scene(x, y, &label, values).tooltip(0);
            let Some(tooltip) = tooltip else { return Err(TestCaseError::fail("no tooltip")) };
            prop_assert!(tooltip.frame.left >= 0.0 && tooltip.frame.right <= 320.0);
            prop_assert!(tooltip.frame.top >= 0.0);
            for line in &tooltip.lines {
                prop_assert!(super::super::labels::bounds(line).is_within(&tooltip.frame), "{line:?}");
            }
        }
    }
}
