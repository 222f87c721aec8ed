//! The whale curve: how profit adds up from the most to the least profitable customer, over the top and down again.

use super::axes::{AxisPlan, plot};
use super::curve::{Curve, dots, guide_marks, guide_rules, occupy_line, places};
use super::labels::{Placer, SIZE, text_width};
use super::scale::{Scale, extent};
use super::scene::{Anchor, Area, Fill, Frame, Line, Mark, Place, Rule, Scene, Size, Stroke, Text, Tone};

/// How the two axes are written: x always as a share of the customers, y as a share or as money.
#[derive(Clone, Copy)]
pub struct Writers<'a> {
    pub x: &'a dyn Fn(f64) -> String,
    pub y: &'a dyn Fn(f64) -> String,
}

/// The curve with the part after its peak, where customers cost money, in the colour of loss.
/// `total` is where the curve ends when all customers are counted: 1 for shares, an amount for money.
pub fn scene(curve: &Curve, total: f64, size: Size, write: Writers) -> Scene {
    let size = Size::new(size.width, size.height);
    if !curve.points.iter().any(|point| point.x > 0.0 && point.y.is_finite()) {
        return Scene::empty(size, &curve.empty);
    }
    let domain = extent(curve.points.iter().map(|point| point.y).chain([total]), true);
    let x_axis = AxisPlan {
        domain: (0.0, 1.0),
        title: &curve.x_title,
        write: write.x,
        integers: false,
        nice: false,
        only: None,
        log: None,
        grid: false,
    };
    let y_axis = AxisPlan { domain, title: &curve.y_title, write: write.y, nice: true, grid: true, ..x_axis };
    let plot = plot(size, 0.0, x_axis, y_axis);
    let frame = plot.frame;
    let line = places(&curve.points, plot.x, plot.y);
    // On screen up is a smaller y: the peak is the least, the first of equals.
    let peak = (0..line.len()).reduce(|best, i| if line[i].y < line[best].y { i } else { best }).unwrap_or(0);
    let (rising, falling) = (line.get(..=peak).unwrap_or(&line), line.get(peak..).unwrap_or(&[]));
    let floor = plot.y.place(0.0);
    let reference = plot.y.place(total);

    let mut placer = Placer::new(frame);
    occupy_line(&mut placer, &line);
    let across = [Place { x: frame.left, y: reference }, Place { x: frame.right, y: reference }];
    occupy_line(&mut placer, &across);

    let mut marks = vec![area(rising, floor, Tone::Accent)];
    if falling.len() > 1 {
        marks.push(area(falling, floor, Tone::Loss));
    }
    marks.push(rule(Place { x: frame.left, y: floor }, Place { x: frame.right, y: floor }, Stroke::Thin));
    marks.push(rule(across[0], across[1], Stroke::Thin));
    marks.extend(guide_rules(&curve.guides, plot.x, plot.y, Frame { bottom: floor, ..frame }));
    marks.push(Mark::Line(Line { places: rising.to_vec(), tone: Tone::Accent, stroke: Stroke::Bold }));
    if falling.len() > 1 {
        marks.push(Mark::Line(Line { places: falling.to_vec(), tone: Tone::Loss, stroke: Stroke::Bold }));
    }
    marks.extend(dots(curve, plot.x, plot.y));
    marks.extend(guide_marks(&curve.guides, plot.x, plot.y, &mut placer));
    marks.extend(reference_label(&curve.reference, reference, frame, plot.x, &mut placer));
    Scene { width: size.width, height: size.height, frame, axes: plot.axes, marks, ..Scene::default() }
}

fn area(places: &[Place], floor: f32, tone: Tone) -> Mark {
    let mut outline = places.to_vec();
    outline.extend(places.last().map(|last| Place { x: last.x, y: floor }));
    outline.extend(places.first().map(|first| Place { x: first.x, y: floor }));
    Mark::Area(Area { places: outline, tone, fill: Fill::Wash, datum: None })
}

fn rule(from: Place, to: Place, stroke: Stroke) -> Mark {
    Mark::Rule(Rule { from, to, tone: Tone::Soft, stroke })
}

/// The name of the total on its line: at the right below it, or wherever along it there is room.
fn reference_label(text: &str, at: f32, frame: Frame, x: Scale, placer: &mut Placer) -> Option<Mark> {
    if text.is_empty() {
        return None;
    }
    let width = text_width(text, SIZE);
    let spots = [1.0, 0.75, 0.5].into_iter().flat_map(|share| [(share, SIZE + 4.0), (share, -6.0)]);
    let mut spots = spots.map(|(share, dy)| {
        let right = x.place(share).max(frame.left + width + 2.0);
        Place { x: right - 2.0, y: at + dy }
    });
    spots.find_map(|place| {
        let text = text.to_owned();
        let text = Text { place, text, anchor: Anchor::End, tone: Tone::Soft, size: SIZE, ..Text::default() };
        placer.try_place(text).map(Mark::Text)
    })
}
