//! The Pareto curve: which share of the customers brings which share of the value.

use super::axes::{AxisPlan, plot};
use super::curve::{Curve, dots, guide_marks, guide_rules, occupy_line, places};
use super::labels::{Placer, SIZE};
use super::scene::{Anchor, Area, Fill, Line, Mark, Place, Rule, Scene, Size, Stroke, Text, Tone};

/// The cumulative curve, largest customers first, with the diagonal on which everyone would bring the same.
/// Coordinates of the points are shares, 0 to 1; `write` writes a share for the axes.
pub fn scene(curve: &Curve, size: Size, write: &dyn Fn(f64) -> String) -> Scene {
    let size = Size::new(size.width, size.height);
    if !curve.points.iter().any(|point| point.x > 0.0 && point.y.is_finite()) {
        return Scene::empty(size, &curve.empty);
    }
    let axis = |title, grid| AxisPlan {
        domain: (0.0, 1.0),
        title,
        write,
        integers: false,
        nice: false,
        only: None,
        log: None,
        grid,
    };
    let plot = plot(size, 0.0, axis(&curve.x_title, false), axis(&curve.y_title, true));
    let frame = plot.frame;
    let line = places(&curve.points, plot.x, plot.y);

    let mut placer = Placer::new(frame);
    occupy_line(&mut placer, &line);
    let from = Place { x: frame.left, y: frame.bottom };
    let to = Place { x: frame.right, y: frame.top };

    // Between the curve and the diagonal: the more of it, the more uneven.
    let mut outline = line.clone();
    outline.push(from);
    let mut marks = vec![
        Mark::Area(Area { places: outline, tone: Tone::Accent, fill: Fill::Wash, datum: None }),
        Mark::Rule(Rule { from, to, tone: Tone::Soft, stroke: Stroke::Thin }),
    ];
    marks.extend(guide_rules(&curve.guides, plot.x, plot.y, frame));
    marks.push(Mark::Line(Line { places: line, tone: Tone::Accent, stroke: Stroke::Bold }));
    marks.extend(dots(curve, plot.x, plot.y));
    marks.extend(guide_marks(&curve.guides, plot.x, plot.y, &mut placer));
    occupy_line(&mut placer, &[from, to]);
    marks.extend(reference_label(curve, frame, &mut placer));
    Scene { width: size.width, height: size.height, frame, axes: plot.axes, marks, ..Scene::default() }
}

/// The diagonal's name under it, where it covers nothing.
fn reference_label(curve: &Curve, frame: super::scene::Frame, placer: &mut Placer) -> Option<Mark> {
    if curve.reference.is_empty() {
        return None;
    }
    [0.6, 0.5, 0.7, 0.4, 0.8].into_iter().find_map(|share| {
        let x = frame.left + frame.width() * share;
        let y = frame.bottom - frame.height() * share;
        let place = Place { x: x + 8.0, y: y + SIZE + 6.0 };
        let text = curve.reference.clone();
        let text =
            Text { place, text, anchor: Anchor::Start, tone: Tone::Soft, size: SIZE, ..Text::default() };
        placer.try_place(text).map(Mark::Text)
    })
}
