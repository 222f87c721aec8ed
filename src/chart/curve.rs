//! What the Pareto and the whale curve share: thinned points, guides with their labels, and the caller's words.

use serde::{Deserialize, Serialize};

use super::labels::{Placer, SIZE};
use super::scale::Scale;
use super::scene::{Datum, Frame, Mark, Place, Point, Rule, Shape, Stroke, Text, Tone};

/// A curve is drawn through at most this many points.
pub const MOST_POINTS: usize = 400;

/// One point of a cumulative curve, both as shares of 1 (or `y` as an amount, on the whale curve).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurvePoint {
    pub x: f64,
    pub y: f64,
    /// When given, the point gets a dot that can be pointed at. Dots that would touch the one before are left out.
    pub datum: Option<Datum>,
}

/// A marked place on the curve, with lines to the axes and a label.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Guide {
    pub x: f64,
    pub y: f64,
    /// Written beside the mark, for example "20% of customers: 61%".
    pub label: String,
    pub datum: Option<Datum>,
}

/// A cumulative curve with its words. Points run from left to right and start at the origin.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Curve {
    pub points: Vec<CurvePoint>,
    /// The most important first: its label is placed first.
    pub guides: Vec<Guide>,
    /// The names of the axes.
    pub x_title: String,
    pub y_title: String,
    /// The name of the reference: "everyone equal", or "total profit". Empty for none.
    pub reference: String,
    /// What is said when there are no points.
    pub empty: String,
}

/// The points in pixels, at most [`MOST_POINTS`], evenly along the curve so that steep parts keep theirs.
pub fn places(points: &[CurvePoint], x: Scale, y: Scale) -> Vec<Place> {
    let finite = points.iter().filter(|point| point.x.is_finite() && point.y.is_finite());
    let all: Vec<Place> = finite.map(|point| Place { x: x.place(point.x), y: y.place(point.y) }).collect();
    if all.len() <= MOST_POINTS {
        return all;
    }
    let apart = |a: Place, b: Place| (a.x - b.x).hypot(a.y - b.y);
    let length: f32 = all.windows(2).map(|pair| apart(pair[0], pair[1])).sum();
    let stride = (length / (MOST_POINTS - 10) as f32).max(0.01);
    let last = all.len() - 1;
    let mut kept: Vec<Place> = Vec::with_capacity(MOST_POINTS);
    let mut walked = stride;
    let mut before = None;
    for (i, &place) in all.iter().enumerate() {
        walked += before.map_or(0.0, |before| apart(before, place));
        if walked >= stride || i == last {
            kept.push(place);
            walked = 0.0;
        }
        before = Some(place);
    }
    kept
}

/// The dots of the points that have a datum, at least so far apart that they can be told from each other and
/// from the guides.
pub fn dots(curve: &Curve, x: Scale, y: Scale) -> Vec<Mark> {
    let mut taken: Vec<(Place, f32)> =
        curve.guides.iter().map(|guide| (Place { x: x.place(guide.x), y: y.place(guide.y) }, 11.0)).collect();
    let mut dots = Vec::new();
    for point in curve.points.iter().filter(|point| point.x.is_finite() && point.y.is_finite()) {
        let Some(datum) = point.datum.clone() else { continue };
        let place = Place { x: x.place(point.x), y: y.place(point.y) };
        let free = |&(other, apart): &(Place, f32)| (other.x - place.x).hypot(other.y - place.y) >= apart;
        if taken.iter().all(free) {
            taken.push((place, 11.0));
            dots.push(Mark::Point(Point {
                place,
                radius: 3.0,
                shape: Shape::Circle,
                tone: Tone::Accent,
                letter: String::new(),
                datum: Some(datum),
            }));
        }
    }
    dots
}

/// Rules from a guide to both axes, drawn beneath the curve.
pub fn guide_rules(guides: &[Guide], x: Scale, y: Scale, frame: Frame) -> Vec<Mark> {
    let rules = guides.iter().flat_map(|guide| {
        let at = Place { x: x.place(guide.x), y: y.place(guide.y) };
        [Place { x: at.x, y: frame.bottom }, Place { x: frame.left, y: at.y }]
            .map(|to| Mark::Rule(Rule { from: at, to, tone: Tone::Ink, stroke: Stroke::Dashed }))
    });
    rules.collect()
}

/// The marks of the guides, a shape each, and their labels where there is room beside them.
pub fn guide_marks(guides: &[Guide], x: Scale, y: Scale, placer: &mut Placer) -> Vec<Mark> {
    let shapes = [Shape::Circle, Shape::Diamond, Shape::Square, Shape::Triangle];
    let mut marks = Vec::new();
    let mut labels = Vec::new();
    for (guide, shape) in guides.iter().zip(shapes.into_iter().cycle()) {
        let place = Place { x: x.place(guide.x), y: y.place(guide.y) };
        placer.occupy(Frame {
            left: place.x - 7.0,
            top: place.y - 7.0,
            right: place.x + 7.0,
            bottom: place.y + 7.0,
        });
        marks.push(Mark::Point(Point {
            place,
            radius: 6.5,
            shape,
            tone: Tone::Accent,
            letter: String::new(),
            datum: guide.datum.clone(),
        }));
    }
    for guide in guides {
        let target = Place { x: x.place(guide.x), y: y.place(guide.y) };
        let size = SIZE + 1.0;
        let text = Text { text: guide.label.clone(), size, bold: true, halo: true, ..Text::default() };
        let label = [8.0, 22.0, 40.0].into_iter().find_map(|far| placer.beside(target, far, text.clone()));
        labels.extend(label.map(Mark::Text));
    }
    marks.extend(labels);
    marks
}

/// Keeps labels off the curve.
pub fn occupy_line(placer: &mut Placer, line: &[Place]) {
    for pair in line.windows(2) {
        let [from, to] = pair else { continue };
        // Long segments in short pieces, so that the box around a slanted one does not block half the frame.
        let pieces = ((to.x - from.x).hypot(to.y - from.y) / 8.0).ceil().clamp(1.0, 400.0) as usize;
        let at = |i: usize| {
            let share = i as f32 / pieces as f32;
            Place { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
        };
        for i in 0..pieces {
            let (a, b) = (at(i), at(i + 1));
            placer.occupy(Frame {
                left: a.x.min(b.x) - 2.0,
                right: a.x.max(b.x) + 2.0,
                top: a.y.min(b.y) - 2.0,
                bottom: a.y.max(b.y) + 2.0,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CurvePoint, MOST_POINTS, places};
    use crate::chart::scale::Scale;

    fn check(count: usize, most: usize) {
        let total = count.max(1) as f64;
        let points: Vec<CurvePoint> = (0..=count)
            .map(|i| CurvePoint { x: i as f64 / total, y: (i as f64 / total).powf(0.1), datum: None })
            .collect();
        let x = Scale::linear((0.0, 1.0), (0.0, 1000.0));
        let kept = places(&points, x, Scale::linear((0.0, 1.0), (400.0, 0.0)));
        assert!(kept.len() <= most, "{count} points became {}", kept.len());
        assert_eq!(kept.first().map(|place| place.x), Some(0.0));
        let end = if count == 0 { 0.0 } else { 1000.0 };
        assert_eq!(kept.last().map(|place| place.x), Some(end));
    }

    #[test]
    fn curves_are_thinned_and_keep_their_ends() {
        check(0, 1);
        check(1, 2);
        check(399, 400);
        check(400, MOST_POINTS);
        check(100_000, MOST_POINTS);
    }
}
