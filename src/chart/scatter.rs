//! Customers as points between two amounts, with a region that can be chosen.

use super::axes::{AxisPlan, Plot, plot};
use super::labels::{Placer, SIZE, shortened};
use super::legend::{self, Sample};
use super::scale::{Scale, extent};
use super::scene::{
    Brush, Cloud, Datum, Fill, Frame, Key, Mark, Place, Point, Rect, Region, Rule, Scene, Shape, Size,
    Stroke, Text, Tone,
};

/// Up to so many customers each has its own point, with a name and a record; more are one cloud with counted regions.
pub const MOST_POINTS: usize = 1500;
/// At most so many customers are named beside their point.
const MOST_NAMES: usize = 16;
/// The side of a counted region, in pixels.
const CELL: f32 = 36.0;

/// One customer. Those whose `x` or `y` is not a number are not drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    pub x: f64,
    pub y: f64,
    /// Its kind: a place in [`Scatter::kinds`].
    pub kind: usize,
    /// Not needed with more than [`MOST_POINTS`] customers.
    pub datum: Option<Datum>,
}

/// What points of one kind look like.
#[derive(Clone, Debug, PartialEq)]
pub struct Kind {
    pub name: String,
    /// Drawn in the points where there is room.
    pub letter: String,
    pub tone: Tone,
    pub shape: Shape,
}

/// One of the two axes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Side {
    pub title: String,
    /// Where a class begins.
    pub cuts: Vec<f64>,
    /// Each power of ten its own room, for amounts that differ widely.
    pub log: bool,
}

/// A scatter with its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scatter {
    /// The most important first: they are named first.
    pub dots: Vec<Dot>,
    pub kinds: Vec<Kind>,
    pub x: Side,
    pub y: Side,
    /// The region that is chosen now.
    pub chosen: Option<Region>,
    /// Whether a region can be chosen.
    pub brush: bool,
    /// What is said without points.
    pub empty: String,
}

/// How values are written, and a number of customers.
#[derive(Clone, Copy)]
pub struct Writers<'a> {
    pub x: &'a dyn Fn(f64) -> String,
    pub y: &'a dyn Fn(f64) -> String,
    pub customers: &'a dyn Fn(usize) -> String,
}

/// The scatter at this size.
pub fn scene(scatter: &Scatter, size: Size, write: Writers) -> Scene {
    let size = Size::new(size.width, size.height);
    let dots: Vec<&Dot> = scatter.dots.iter().filter(|dot| dot.x.is_finite() && dot.y.is_finite()).collect();
    if dots.is_empty() {
        return Scene::empty(size, &scatter.empty);
    }
    let entries: Vec<(Sample, String)> = scatter
        .kinds
        .iter()
        .map(|kind| (Sample::Point(kind.shape, kind.tone, kind.letter.clone()), kind.name.clone()))
        .collect();
    let entries = if entries.len() > 1 { entries } else { Vec::new() };
    let (_, below) = legend::rows(&entries, size.width, 0.0);
    let below = if below > 0.0 { below + 8.0 } else { 0.0 };
    let (legend, _) = legend::rows(&entries, size.width, size.height - below + 8.0);
    let plot = axes(scatter, &dots, Size { height: size.height - below, ..size }, write);
    let (mut marks, edges) = scatter.chosen.map(|region| chosen(region, &plot)).unwrap_or_default();
    if dots.len() <= MOST_POINTS {
        marks.extend(edges.into_iter().chain(cuts(scatter, &plot)));
        marks.extend(singles(scatter, &dots, &plot));
    } else {
        let place = |dot: &&Dot| Place { x: plot.x.place(dot.x), y: plot.y.place(dot.y) };
        let places: Vec<Place> = dots.iter().map(place).collect();
        marks.extend(clouds(scatter, &dots, &places, plot.frame));
        marks.extend(edges.into_iter().chain(cuts(scatter, &plot)));
        marks.extend(regions(scatter, &places, &plot, write));
    }
    let brush = scatter.brush.then(|| Brush { x: plot.x.span(), y: plot.y.span(), chosen: scatter.chosen });
    Scene { width: size.width, height: size.height, frame: plot.frame, axes: plot.axes, marks, legend, brush }
}

fn axes(scatter: &Scatter, dots: &[&Dot], size: Size, write: Writers) -> Plot {
    let x_domain = extent(dots.iter().map(|dot| dot.x).chain(scatter.x.cuts.iter().copied()), true);
    let y_domain = extent(dots.iter().map(|dot| dot.y).chain(scatter.y.cuts.iter().copied()), true);
    let (x_domain, y_domain) = (roomy(&scatter.x, x_domain), roomy(&scatter.y, y_domain));
    let (x_log, y_log) = (unit(&scatter.x, x_domain), unit(&scatter.y, y_domain));
    let (x_only, y_only) =
        (x_log.map(|unit| powers(x_domain, unit)), y_log.map(|unit| powers(y_domain, unit)));
    let axis = |domain, title, write, log: Option<f64>, only| AxisPlan {
        domain,
        title,
        write,
        integers: false,
        nice: log.is_none(),
        only,
        log,
        grid: true,
    };
    let x = axis(x_domain, &scatter.x.title, write.x, x_log, x_only.as_deref());
    let y = axis(y_domain, &scatter.y.title, write.y, y_log, y_only.as_deref());
    plot(size, 8.0, x, y)
}

/// A logarithmic side with room beyond its ends, where no round value would give it.
fn roomy(side: &Side, (low, high): (f64, f64)) -> (f64, f64) {
    if side.log { (low * 1.5, high * 1.5) } else { (low, high) }
}

/// From where on a logarithmic side gives each power its room: a ten-thousandth of the greatest.
fn unit(side: &Side, domain: (f64, f64)) -> Option<f64> {
    let most = domain.0.abs().max(domain.1.abs());
    side.log.then(|| 10.0_f64.powf((most.log10() - 3.5).floor())).filter(|unit| unit.is_normal())
}

/// Zero and the powers of ten within the domain, the most telling first.
fn powers((low, high): (f64, f64), unit: f64) -> Vec<f64> {
    let tens: Vec<f64> = (0..=5).rev().map(|power| unit * 10.0_f64.powi(power)).collect();
    let both = tens.iter().flat_map(|&ten| [ten, -ten]).filter(|ten| (low..=high).contains(ten));
    std::iter::once(0.0).chain(both).collect()
}

/// The chosen region as a wash, for the ground, and its edges.
fn chosen(region: Region, plot: &Plot) -> (Vec<Mark>, Vec<Mark>) {
    let frame = Frame {
        left: plot.x.place(region.x.0),
        right: plot.x.place(region.x.1),
        top: plot.y.place(region.y.1),
        bottom: plot.y.place(region.y.0),
    };
    let corners = [
        (frame.left, frame.top),
        (frame.right, frame.top),
        (frame.right, frame.bottom),
        (frame.left, frame.bottom),
    ];
    let places = corners.map(|(x, y)| Place { x, y });
    let edges = (0..4).map(|i| {
        let (from, to) = (places[i], places[(i + 1) % 4]);
        Mark::Rule(Rule { from, to, tone: Tone::Accent, stroke: Stroke::Bold })
    });
    let wash = Mark::Rect(Rect { frame, tone: Tone::Accent, fill: Fill::Wash, datum: None });
    (vec![wash], edges.collect())
}

fn cuts(scatter: &Scatter, plot: &Plot) -> Vec<Mark> {
    let frame = plot.frame;
    let rule = |from, to| Mark::Rule(Rule { from, to, tone: Tone::Soft, stroke: Stroke::Dashed });
    let upright = scatter.x.cuts.iter().filter(|cut| cut.is_finite()).map(|&cut| {
        let x = plot.x.place(cut);
        rule(Place { x, y: frame.top }, Place { x, y: frame.bottom })
    });
    let level = scatter.y.cuts.iter().filter(|cut| cut.is_finite()).map(|&cut| {
        let y = plot.y.place(cut);
        rule(Place { x: frame.left, y }, Place { x: frame.right, y })
    });
    upright.chain(level).collect()
}

fn place(dot: &Dot, plot: &Plot, reach: f32) -> Place {
    inside(Place { x: plot.x.place(dot.x), y: plot.y.place(dot.y) }, plot.frame, reach)
}

fn inside(place: Place, frame: Frame, reach: f32) -> Place {
    let within = |at: f32, low: f32, high: f32| at.clamp(low + reach, (high - reach).max(low + reach));
    Place { x: within(place.x, frame.left, frame.right), y: within(place.y, frame.top, frame.bottom) }
}

/// Each customer its own point; those in front are the important ones, and named where there is room.
fn singles(scatter: &Scatter, dots: &[&Dot], plot: &Plot) -> Vec<Mark> {
    let radius = match dots.len() {
        0..=60 => 8.0,
        61..=200 => 6.0,
        _ => 4.0,
    };
    let mut names = Placer::new(plot.frame);
    let mut marks = Vec::with_capacity(dots.len() + MOST_NAMES);
    // Reading order is the order given; the first must not be covered, so its label is placed with all points known.
    for dot in dots {
        let place = place(dot, plot, radius);
        let reach = radius * 1.2;
        names.occupy(Frame {
            left: place.x - reach,
            right: place.x + reach,
            top: place.y - reach,
            bottom: place.y + reach,
        });
        let kind = scatter.kinds.get(dot.kind);
        let letter = kind.filter(|_| radius > 7.0).map_or_else(String::new, |kind| kind.letter.clone());
        marks.push(Mark::Point(Point {
            place,
            radius,
            shape: kind.map_or(Shape::Circle, |kind| kind.shape),
            tone: kind.map_or(Tone::Accent, |kind| kind.tone),
            letter,
            datum: dot.datum.clone(),
        }));
    }
    let labels = dots.iter().filter_map(|dot| {
        let target = place(dot, plot, radius);
        let label = dot.datum.as_ref().map(|datum| datum.label.as_str())?;
        let text = Text { text: shortened(label, SIZE, 130.0), size: SIZE, halo: true, ..Text::default() };
        names.beside(target, radius * 1.2, text).map(Mark::Text)
    });
    marks.extend(labels.take(MOST_NAMES));
    marks
}

/// The points of each kind by how many fall on the same two pixels, so that a crowd looks like one.
fn clouds(scatter: &Scatter, dots: &[&Dot], places: &[Place], frame: Frame) -> Vec<Mark> {
    let kinds = scatter.kinds.len().max(1);
    let mut marks = Vec::new();
    // A counter for every two by two pixels of the frame, column by column.
    let (left, top) = ((frame.left / 2.0) as usize, (frame.top / 2.0) as usize);
    let rows = (frame.bottom / 2.0) as usize + 1 - top;
    let columns = (frame.right / 2.0) as usize + 1 - left;
    // The least important kind first, so that the others lie on top.
    for kind in (0..kinds).rev() {
        let mut counts = vec![0_u32; columns * rows];
        for (_, at) in dots.iter().zip(places).filter(|(dot, _)| dot.kind.min(kinds - 1) == kind) {
            let at = inside(*at, frame, 1.0);
            let (column, row) = ((at.x / 2.0) as usize - left, (at.y / 2.0) as usize - top);
            counts[column.min(columns - 1) * rows + row.min(rows - 1)] += 1;
        }
        let tone = scatter.kinds.get(kind).map_or(Tone::Accent, |kind| kind.tone);
        for (fill, least, most) in [(Fill::Shade(3), 1, 1), (Fill::Shade(4), 2, 3), (Fill::Full, 4, u32::MAX)]
        {
            let fitting = counts.iter().enumerate().filter(|(_, count)| (least..=most).contains(*count));
            let middle = |(cell, _): (usize, &u32)| Place {
                x: (left + cell / rows) as f32 * 2.0 + 1.0,
                y: (top + cell % rows) as f32 * 2.0 + 1.0,
            };
            let places: Vec<Place> = fitting.map(middle).collect();
            if !places.is_empty() {
                marks.push(Mark::Cloud(Cloud { places, radius: 1.0, tone, fill }));
            }
        }
    }
    marks
}

/// A clear mark for every part of the frame with customers: how many, and from where to where.
fn regions(scatter: &Scatter, places: &[Place], plot: &Plot, write: Writers) -> Vec<Mark> {
    let frame = plot.frame;
    let columns = (frame.width() / CELL).floor().max(1.0) as usize;
    let rows = (frame.height() / CELL).floor().max(1.0) as usize;
    let side = |length: f32, parts: usize| length / parts as f32;
    let (wide, high) = (side(frame.width(), columns), side(frame.height(), rows));
    let mut counts = vec![0_usize; columns * rows];
    for place in places {
        let column = ((place.x - frame.left) / wide).max(0.0) as usize;
        let row = ((place.y - frame.top) / high).max(0.0) as usize;
        counts[row.min(rows - 1) * columns + column.min(columns - 1)] += 1;
    }
    let region = |(i, &count): (usize, &usize)| {
        let (row, column) = (i / columns, i % columns);
        let left = frame.left + column as f32 * wide;
        let top = frame.top + row as f32 * high;
        let cell = Frame { left, right: left + wide, top, bottom: top + high };
        let x = (edge(plot.x, cell.left, column == 0), edge(plot.x, cell.right, column + 1 == columns));
        let y = (edge(plot.y, cell.bottom, row + 1 == rows), edge(plot.y, cell.top, row == 0));
        let range = |(from, to): (f64, f64), write: &dyn Fn(f64) -> String, span: (f64, f64)| {
            let inside = |value: f64| write(value.clamp(span.0, span.1));
            format!("{} – {}", inside(from), inside(to))
        };
        let values = vec![
            (scatter.x.title.clone(), range(x, write.x, plot.x.domain())),
            (scatter.y.title.clone(), range(y, write.y, plot.y.domain())),
        ];
        let datum = Datum { key: Key::Region { x, y }, label: (write.customers)(count), values };
        Mark::Rect(Rect { frame: cell, tone: Tone::Faint, fill: Fill::Clear, datum: Some(datum) })
    };
    counts.iter().enumerate().filter(|(_, count)| **count > 0).map(region).collect()
}

/// The value at a region's edge; the outermost take in what lies beyond the scale.
fn edge(scale: Scale, pixel: f32, outermost: bool) -> f64 {
    let value = scale.value(pixel);
    match outermost {
        true if value > f64::midpoint(scale.domain().0, scale.domain().1) => f64::MAX,
        true => f64::MIN,
        false => value,
    }
}

#[cfg(test)]
mod tests {
    use super::{Dot, MOST_POINTS, Scatter, Writers, scene};
    use crate::chart::scene::{Key, Mark, Size};

    /// Every customer is counted in one region.
    fn check(count: usize) {
        let dot = |i: usize| Dot {
            x: (i * 7919 % 1000) as f64,
            y: (i * 104_729 % 997) as f64 - 300.0,
            kind: 0,
            datum: None,
        };
        let scatter = Scatter { dots: (0..count).map(dot).collect(), ..Scatter::default() };
        let number = |value: f64| format!("{value:.0}");
        let write = Writers { x: &number, y: &number, customers: &|count| count.to_string() };
        let scene = scene(&scatter, Size::new(600.0, 400.0), write);
        let data: Vec<_> = scene.marks.iter().filter_map(Mark::datum).collect();
        let said: usize = data.iter().filter_map(|datum| datum.label.parse::<usize>().ok()).sum();
        assert_eq!(said, count);
        for datum in data {
            let Key::Region { x, y } = &datum.key else { panic!("{datum:?} is no region") };
            let within = |dot: &&Dot| (x.0..x.1).contains(&dot.x) && (y.0..y.1).contains(&dot.y);
            let inside = scatter.dots.iter().filter(within).count();
            let said: usize = datum.label.parse().unwrap_or_default();
            assert!(inside.abs_diff(said) <= 1 + said / 20, "{datum:?} holds {inside}");
        }
    }

    #[test]
    fn regions_of_a_cloud_count_everybody() {
        check(MOST_POINTS + 1);
        check(20_000);
    }
}
