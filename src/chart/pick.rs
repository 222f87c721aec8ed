//! Finding marks in a scene: which can be pointed at, where they are, and which is nearest to the pointer.

use super::scene::{Fill, Frame, Mark, Place, Rect, Scene};

/// From how far a mark may be picked up, in pixels: half of the 24 pixels a target should measure.
const REACH: f32 = 12.0;

impl Mark {
    /// Where a tooltip points and the mark is picked up; `None` for marks without an extent.
    pub fn anchor(&self) -> Option<Place> {
        self.frame().map(|frame| match self {
            Self::Point(point) => point.place,
            _ => {
                Place { x: f32::midpoint(frame.left, frame.right), y: f32::midpoint(frame.top, frame.bottom) }
            }
        })
    }

    /// The rectangle the mark lies in; `None` for text, and for lines and areas without places.
    pub fn frame(&self) -> Option<Frame> {
        match self {
            Self::Point(point) => Some(around(&[point.place], point.radius)),
            Self::Rect(rect) => Some(rect.frame),
            Self::Rule(rule) => Some(around(&[rule.from, rule.to], 0.0)),
            Self::Line(line) if !line.places.is_empty() => Some(around(&line.places, 0.0)),
            Self::Area(area) if !area.places.is_empty() => Some(around(&area.places, 0.0)),
            Self::Cloud(cloud) if !cloud.places.is_empty() => Some(around(&cloud.places, cloud.radius)),
            Self::Line(_) | Self::Area(_) | Self::Text(_) | Self::Cloud(_) => None,
        }
    }
}

impl Scene {
    /// How many of the first marks are backgrounds, drawn behind the axes' grid.
    pub fn backgrounds(&self) -> usize {
        self.marks.iter().take_while(|mark| is_background(mark)).count()
    }

    /// The indices of the marks with a datum, in reading order.
    pub fn selectable(&self) -> Vec<usize> {
        (0..self.marks.len())
            .filter(|&i| self.marks.get(i).is_some_and(|mark| mark.datum().is_some()))
            .collect()
    }

    /// The mark with a datum under or near a place: the topmost that contains it, else the nearest within reach.
    pub fn nearest(&self, place: Place) -> Option<usize> {
        let candidates = self.marks.iter().enumerate().filter(|(_, mark)| mark.datum().is_some());
        let distances = candidates.filter_map(|(i, mark)| Some((i, distance(mark, place)?)));
        let reached = distances.filter(|&(_, distance)| distance <= REACH);
        // The later of two equally near ones lies on top.
        reached.reduce(|best, next| if next.1 <= best.1 { next } else { best }).map(|(i, _)| i)
    }
}

fn is_background(mark: &Mark) -> bool {
    matches!(mark, Mark::Rect(Rect { fill: Fill::Wash, datum: None, .. }))
        || matches!(mark, Mark::Area(area) if area.fill == Fill::Wash && area.datum.is_none())
}

/// Pixels from the place to the mark's edge, 0 inside. Points count from their centre, so that of two
/// touching ones the right one is taken.
fn distance(mark: &Mark, place: Place) -> Option<f32> {
    if let Mark::Point(point) = mark {
        let from_centre = (point.place.x - place.x).hypot(point.place.y - place.y);
        return Some(if from_centre <= point.radius {
            from_centre * 0.01
        } else {
            from_centre - point.radius
        });
    }
    if let Mark::Area(area) = mark {
        return distance_to_area(&area.places, place);
    }
    let frame = mark.frame()?;
    let dx = (frame.left - place.x).max(place.x - frame.right).max(0.0);
    let dy = (frame.top - place.y).max(place.y - frame.bottom).max(0.0);
    Some(dx.hypot(dy))
}

/// 0 within the outline, else to its nearest corner: outlines are drawn through many.
fn distance_to_area(places: &[Place], at: Place) -> Option<f32> {
    let mut inside = false;
    let mut before = *places.last()?;
    let mut nearest = f32::INFINITY;
    for &corner in places {
        if (corner.y > at.y) != (before.y > at.y) {
            let x = corner.x + (at.y - corner.y) / (before.y - corner.y) * (before.x - corner.x);
            inside ^= at.x < x;
        }
        nearest = nearest.min((corner.x - at.x).hypot(corner.y - at.y));
        before = corner;
    }
    Some(if inside { 0.0 } else { nearest })
}

fn around(places: &[Place], radius: f32) -> Frame {
    let start = Frame {
        left: f32::INFINITY,
        top: f32::INFINITY,
        right: f32::NEG_INFINITY,
        bottom: f32::NEG_INFINITY,
    };
    places.iter().fold(start, |frame, place| Frame {
        left: frame.left.min(place.x - radius),
        top: frame.top.min(place.y - radius),
        right: frame.right.max(place.x + radius),
        bottom: frame.bottom.max(place.y + radius),
    })
}
