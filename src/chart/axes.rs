//! Two axes around a frame: margins that fit their labels, ticks that do not collide, titles that are not turned.

use super::labels::{LINE, SIZE, shortened, text_width};
use super::scale::Scale;
use super::scene::{Anchor, Axis, Direction, Frame, Place, Size, Text, Tick, Tone};
use super::ticks;

/// What one axis shows.
#[derive(Clone, Copy)]
pub struct AxisPlan<'a> {
    /// The values from low to high.
    pub domain: (f64, f64),
    /// The name of the axis; empty for none.
    pub title: &'a str,
    /// How a value is written.
    pub write: &'a dyn Fn(f64) -> String,
    /// Whether only whole values get a tick.
    pub integers: bool,
    /// Whether the domain grows to whole steps.
    pub nice: bool,
    /// Ticks at these values instead, the most important first; those that would collide are left out.
    pub only: Option<&'a [f64]>,
    /// Logarithmic beyond this value on either side of zero; `None` for a linear axis.
    pub log: Option<f64>,
    /// Whether thin lines run across the frame at the ticks.
    pub grid: bool,
}

/// The frame and scales that result, with the finished axes.
#[derive(Clone, Debug)]
pub struct Plot {
    pub frame: Frame,
    pub x: Scale,
    pub y: Scale,
    pub axes: Vec<Axis>,
}

/// Lays two axes out in a picture of this size. `inset` keeps that many pixels of the frame's top and bottom free
/// of data, for labels within the frame.
pub fn plot(size: Size, inset: f32, x: AxisPlan, y: AxisPlan) -> Plot {
    let top = if y.title.is_empty() { 10.0 } else { LINE + 12.0 };
    let under = if x.title.is_empty() { 0.0 } else { LINE + 4.0 };
    let bottom = size.height - LINE - 8.0 - under;
    let y_scale = vertical_scale(y, (bottom - inset, top + inset));
    let y_values = vertical_values(y, y_scale);
    let widest = y_values.iter().map(|&value| text_width(&(y.write)(value), SIZE)).fold(0.0, f32::max);
    // A label that would eat the plot is shortened instead.
    let left = if y_values.is_empty() { 8.0 } else { (widest + 12.0).min(size.width * 0.4) };

    let end_labels = [x.domain.0, x.domain.1].map(|value| text_width(&(x.write)(value), SIZE) / 2.0 + 4.0);
    let right = size.width - end_labels[1].clamp(10.0, size.width * 0.2);
    let left = left.max(end_labels[0].min(size.width * 0.2));
    let frame = Frame { left, top, right, bottom };
    let x_scale = Scale::linear(x.domain, (left, right)).log(x.log);
    let x_scale =
        if x.nice { x_scale.nice(((right - left) / 80.0).clamp(2.0, 8.0) as usize) } else { x_scale };

    let axes =
        vec![vertical_axis(y, y_scale, &y_values, frame, size), horizontal_axis(x, x_scale, frame, size)];
    Plot { frame, x: x_scale, y: y_scale, axes }
}

fn vertical_scale(plan: AxisPlan, range: (f32, f32)) -> Scale {
    let scale = Scale::linear(plan.domain, range).log(plan.log);
    if plan.nice { scale.nice(ticks::most_vertical(range.0 - range.1)) } else { scale }
}

fn vertical_values(plan: AxisPlan, scale: Scale) -> Vec<f64> {
    let height = (scale.range().0 - scale.range().1).abs();
    match plan.only {
        Some(values) => {
            let mut kept: Vec<f64> = Vec::new();
            for &value in values {
                if kept.iter().all(|&other| (scale.place(other) - scale.place(value)).abs() >= LINE) {
                    kept.push(value);
                }
            }
            kept
        }
        None => ticks::vertical(scale.domain(), height, plan.integers),
    }
}

fn vertical_axis(plan: AxisPlan, scale: Scale, values: &[f64], frame: Frame, size: Size) -> Axis {
    let tick = |&value: &f64| {
        let at = scale.place(value);
        let text = shortened(&(plan.write)(value), SIZE, frame.left - 8.0);
        let place = Place { x: frame.left - 8.0, y: at + SIZE * 0.35 };
        let label = (!text.is_empty()).then(|| label(text, place, Anchor::End));
        Tick { at, label, grid: plan.grid.then_some((frame.left, frame.right)) }
    };
    let title = (!plan.title.is_empty()).then(|| {
        let text = shortened(plan.title, SIZE, size.width - 2.0);
        label(text, Place { x: 0.0, y: SIZE + 1.0 }, Anchor::Start)
    });
    Axis {
        direction: Direction::Vertical,
        at: frame.left,
        start: frame.top,
        end: frame.bottom,
        ticks: values.iter().map(tick).collect(),
        title,
    }
}

fn horizontal_axis(plan: AxisPlan, scale: Scale, frame: Frame, size: Size) -> Axis {
    let values = match plan.only {
        Some(values) => ticks::without_collisions(scale, values, SIZE, plan.write),
        None => ticks::horizontal(scale, plan.integers, SIZE, plan.write),
    };
    let tick = |&value: &f64| {
        let at = scale.place(value);
        let text = (plan.write)(value);
        // Centred on the tick, but never across the edge of the picture.
        let half = text_width(&text, SIZE) / 2.0;
        let x = at.clamp(half.min(size.width / 2.0), (size.width - half).max(size.width / 2.0));
        let label = label(text, Place { x, y: frame.bottom + SIZE + 6.0 }, Anchor::Middle);
        Tick { at, label: Some(label), grid: plan.grid.then_some((frame.top, frame.bottom)) }
    };
    let title = (!plan.title.is_empty()).then(|| {
        let text = shortened(plan.title, SIZE, size.width - 2.0);
        label(text, Place { x: frame.right, y: frame.bottom + SIZE + LINE + 10.0 }, Anchor::End)
    });
    let title = title.map(|title| kept_inside(title, size));
    Axis {
        direction: Direction::Horizontal,
        at: frame.bottom,
        start: frame.left,
        end: frame.right,
        ticks: values.iter().map(tick).collect(),
        title,
    }
}

/// A title that ends at the frame's right, unless it is so long that it must start at the picture's left.
fn kept_inside(title: Text, size: Size) -> Text {
    if text_width(&title.text, title.size) <= title.place.x {
        return title;
    }
    Text { place: Place { x: size.width - 1.0, y: title.place.y }, ..title }
}

fn label(text: String, place: Place, anchor: Anchor) -> Text {
    Text { place, text, anchor, tone: Tone::Soft, size: SIZE, ..Text::default() }
}
