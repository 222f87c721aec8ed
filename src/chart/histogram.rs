//! A histogram: how many customers fall in each interval of a value.

use serde::{Deserialize, Serialize};

use super::axes::{AxisPlan, plot};
use super::scene::{Datum, Fill, Frame, Mark, Place, Rect, Rule, Scene, Size, Stroke, Tone};
use super::{scale, ticks};

/// One interval, from and up to, with its count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bin {
    pub from: f64,
    pub to: f64,
    pub count: usize,
    pub tone: Tone,
    pub datum: Option<Datum>,
}

/// A histogram with its words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Histogram {
    /// Ascending and side by side.
    pub bins: Vec<Bin>,
    pub x_title: String,
    pub y_title: String,
    /// What is said when nothing is counted.
    pub empty: String,
}

/// Intervals of one round width that hold all finite values, at most `most` and one more; a value on an edge
/// belongs to the interval above it. Empty without finite values.
pub fn bins(values: &[f64], most: usize) -> Vec<Bin> {
    let mut bins: Vec<Bin> = Vec::new();
    if !values.iter().any(|value| value.is_finite()) {
        return bins;
    }
    let domain = scale::extent(values.iter().copied(), false);
    let step = ticks::step(domain, most.clamp(1, 200), false);
    let first = (domain.0 / step).floor();
    let count = ((domain.1 / step).floor() - first).clamp(0.0, 400.0) as usize + 1;
    for i in 0..count {
        let from = (first + i as f64) * step;
        bins.push(Bin { from, to: from + step, count: 0, tone: Tone::Accent, datum: None });
    }
    for value in values.iter().filter(|value| value.is_finite()) {
        let i = ((value / step).floor() - first).clamp(0.0, count as f64 - 1.0) as usize;
        if let Some(bin) = bins.get_mut(i) {
            bin.count += 1;
        }
    }
    bins
}

/// The bars, with `write_x` for the edges and `write_count` for the counts.
pub fn scene(
    histogram: &Histogram,
    size: Size,
    write_x: &dyn Fn(f64) -> String,
    write_count: &dyn Fn(f64) -> String,
) -> Scene {
    let size = Size::new(size.width, size.height);
    let most = histogram.bins.iter().map(|bin| bin.count).max().unwrap_or(0);
    if most == 0 {
        return Scene::empty(size, &histogram.empty);
    }
    let x_axis = AxisPlan {
        domain: scale::extent(histogram.bins.iter().flat_map(|bin| [bin.from, bin.to]), false),
        title: &histogram.x_title,
        write: write_x,
        integers: false,
        nice: false,
        only: None,
        log: None,
        grid: false,
    };
    let y_axis = AxisPlan {
        domain: (0.0, most as f64),
        title: &histogram.y_title,
        write: write_count,
        integers: true,
        nice: true,
        only: None,
        log: None,
        grid: true,
    };
    let plot = plot(size, 0.0, x_axis, y_axis);
    let frame = plot.frame;
    let bar = |bin: &Bin| {
        let (left, right) = (plot.x.place(bin.from), plot.x.place(bin.to));
        // A hair of space between bars, unless they are too thin to spare it.
        let gap = if right - left > 4.0 { 1.0 } else { 0.0 };
        // A count of one among thousands still shows.
        let top = plot.y.place(bin.count as f64).min(frame.bottom - if bin.count > 0 { 1.5 } else { 0.0 });
        let shape = Frame { left: left + gap, top, right: right - gap, bottom: frame.bottom };
        Mark::Rect(Rect { frame: shape, tone: bin.tone, fill: Fill::Full, datum: bin.datum.clone() })
    };
    let mut marks: Vec<Mark> = histogram.bins.iter().filter(|bin| bin.count > 0).map(bar).collect();
    let (from, to) = (Place { x: frame.left, y: frame.bottom }, Place { x: frame.right, y: frame.bottom });
    marks.push(Mark::Rule(Rule { from, to, tone: Tone::Soft, stroke: Stroke::Thin }));
    Scene { width: size.width, height: size.height, frame, axes: plot.axes, marks, ..Scene::default() }
}

#[cfg(test)]
mod tests {
    use super::bins;

    fn check(values: &[f64], expected: &[(f64, usize)]) {
        let found: Vec<(f64, usize)> = bins(values, 5).iter().map(|bin| (bin.from, bin.count)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_finite_value_is_counted_once() {
        check(&[], &[]);
        check(&[f64::NAN], &[]);
        check(&[0.0, 1.0, 2.0, 5.0], &[(0.0, 1), (1.0, 1), (2.0, 1), (3.0, 0), (4.0, 0), (5.0, 1)]);
        check(&[-3.0, f64::INFINITY, 7.0], &[(-4.0, 1), (-2.0, 0), (0.0, 0), (2.0, 0), (4.0, 0), (6.0, 1)]);
        assert_eq!(bins(&[1e300, -1e300, 3.0], 5).iter().map(|bin| bin.count).sum::<usize>(), 3);
        assert_eq!(bins(&[7.0; 9], 5).iter().map(|bin| bin.count).sum::<usize>(), 9);
    }
}
