//! Outlines of marks as SVG path data, shared by the page and the file.

use std::fmt::Write as _;

use super::scene::{Anchor, Area, Cloud, Frame, Line, Place, Point, Rect, Shape, Text, Tone};

/// Space between hatch lines, in pixels.
const HATCH: f32 = 6.0;

impl Line {
    /// Path data of the line; empty without places.
    pub fn path(&self) -> String {
        through(&self.places, false)
    }
}

impl Area {
    /// Path data of the closed outline.
    pub fn path(&self) -> String {
        through(&self.places, true)
    }
}

impl Cloud {
    /// Path data of all its squares in one.
    pub fn path(&self) -> String {
        let (radius, side) = (self.radius, short(self.radius * 2.0));
        let mut path = String::with_capacity(self.places.len() * 24);
        for place in &self.places {
            let (x, y) = (short(place.x - radius), short(place.y - radius));
            let _ = write!(path, "M{x} {y}h{side}v{side}h-{side}z");
        }
        path
    }
}

impl Point {
    /// Path data of the shape. All shapes of one radius look equally large.
    pub fn path(&self) -> String {
        shape(self.shape, self.place, self.radius)
    }

    /// Whether it is too small for an edge.
    pub fn is_dot(&self) -> bool {
        self.radius < 3.5
    }

    /// The letter, placed in the shape's optical middle.
    pub fn letter_text(&self) -> Text {
        let drop = match self.shape {
            Shape::Triangle => 0.55,
            Shape::TriangleDown => 0.15,
            Shape::Circle | Shape::Square | Shape::Diamond => 0.36,
        };
        // Letters in points are the one text below 12 px: the shape and the legend say the same.
        let size = self.radius * 1.2;
        Text {
            place: Place { x: self.place.x, y: self.place.y + size * drop },
            text: self.letter.clone(),
            anchor: Anchor::Middle,
            tone: Tone::OnFill,
            size,
            bold: true,
            halo: false,
        }
    }
}

impl Rect {
    /// Path data of slanted lines across the rectangle, for a hatched fill.
    pub fn hatch(&self) -> String {
        let Frame { left, top, right, bottom } = self.frame;
        let height = bottom - top;
        let mut path = String::new();
        let mut start = left - height + HATCH / 2.0;
        // Each line runs from the bottom edge up to the right at 45 degrees, cut off at the sides.
        while start < right && HATCH * 2000.0 > right - left {
            let (x1, y1) = if start < left { (left, bottom - (left - start)) } else { (start, bottom) };
            let end = start + height;
            let (x2, y2) = if end > right { (right, top + (end - right)) } else { (end, top) };
            let _ = write!(path, "M{} {}L{} {}", short(x1), short(y1), short(x2), short(y2));
            start += HATCH;
        }
        path
    }
}

/// A coordinate with at most one decimal, without a closing `.0`; halves go to the even neighbour.
pub fn short(pixels: f32) -> String {
    // By whole numbers: how to write any float would weigh more in the page than its charts.
    let tenths = if pixels.is_finite() { (f64::from(pixels) * 10.0).round_ties_even() as i64 } else { 0 };
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, tenth) => format!("{sign}{whole}.{tenth}"),
    }
}

fn through(places: &[Place], closed: bool) -> String {
    let mut path = String::with_capacity(places.len() * 12);
    for (i, place) in places.iter().enumerate() {
        let command = if i == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{command}{} {}", short(place.x), short(place.y));
    }
    if closed && !path.is_empty() {
        path.push('Z');
    }
    path
}

fn shape(shape: Shape, Place { x, y }: Place, radius: f32) -> String {
    let corners = |corners: &[(f32, f32)]| {
        let places: Vec<Place> =
            corners.iter().map(|&(dx, dy)| Place { x: x + dx * radius, y: y + dy * radius }).collect();
        through(&places, true)
    };
    match shape {
        Shape::Circle => {
            // Half of the rounded width: with any other radius the two arcs would not make a circle.
            let left = ((x - radius) * 10.0).round() / 10.0;
            let width = (radius * 20.0).round() / 10.0;
            let (left, right, y) = (short(left), short(left + width), short(y));
            let hundredths = (width * 50.0).round() as u32;
            let r = format!("{}.{:02}", hundredths / 100, hundredths % 100);
            format!("M{left} {y}A{r} {r} 0 1 1 {right} {y}A{r} {r} 0 1 1 {left} {y}Z")
        }
        Shape::Square => corners(&[(-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)]),
        Shape::Diamond => corners(&[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)]),
        Shape::Triangle => corners(&[(0.0, -1.35), (1.25, 0.9), (-1.25, 0.9)]),
        Shape::TriangleDown => corners(&[(0.0, 1.35), (1.25, -0.9), (-1.25, -0.9)]),
    }
}

#[cfg(test)]
mod tests {
    use super::short;

    fn check(pixels: f32, expected: &str) {
        assert_eq!(short(pixels), expected);
    }

    #[test]
    fn coordinates_are_short() {
        check(12.0, "12");
        check(12.34, "12.3");
        check(-0.01, "0");
        check(f32::NAN, "0");
    }
}
