//! The order rhythm of one customer: every order in time, and how long it has been quiet since the last.

use super::axes::{AxisPlan, Plot, plot};
use super::calendar;
use super::labels::{SIZE, shortened, text_width};
use super::legend::{self, Sample};
use super::scale::{Scale, extent};
use super::scene::{
    Anchor, Datum, Fill, Frame, Key, Mark, Place, Point, Rect, Rule, Scene, Shape, Size, Stroke, Text, Tone,
};
use jiff::civil::Date;

/// More orders than this are drawn as sums side by side.
const MOST_ORDERS: usize = 240;
/// Pixels from one such sum to the next.
const COLUMN: f32 = 5.0;

/// One order day.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    pub day: Date,
    /// Its net amount; below zero for credits.
    pub value: f64,
    pub datum: Option<Datum>,
}

/// A stretch of time after the last order: late, overdue, silent. It ends where the next one begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone {
    pub from: Date,
    pub name: String,
    pub tone: Tone,
    pub fill: Fill,
}

/// A rhythm with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Rhythm {
    /// In order of time.
    pub orders: Vec<Order>,
    /// The reference date, and its name.
    pub today: Date,
    pub today_name: String,
    /// Those that begin after today are not drawn.
    pub zones: Vec<Zone>,
    pub y_title: String,
    /// What is said without orders.
    pub empty: String,
}

/// How days, amounts and numbers of orders are written.
#[derive(Clone, Copy)]
pub struct Writers<'a> {
    pub day: &'a dyn Fn(Date) -> String,
    /// A month with its year, for the axis.
    pub month: &'a dyn Fn(Date) -> String,
    pub value: &'a dyn Fn(f64) -> String,
    pub orders: &'a dyn Fn(usize) -> String,
}

/// The orders as stems along time, with the quiet stretch since the last one.
pub fn scene(rhythm: &Rhythm, size: Size, write: Writers) -> Scene {
    let size = Size::new(size.width, size.height);
    let Some(first) = rhythm.orders.first().map(|order| order.day) else {
        return Scene::empty(size, &rhythm.empty);
    };
    let shown: Vec<&Zone> = rhythm.zones.iter().filter(|zone| zone.from <= rhythm.today).collect();
    let entries: Vec<(Sample, String)> =
        shown.iter().map(|zone| (Sample::Fill(zone.fill, zone.tone), zone.name.clone())).collect();
    let (_, below) = legend::rows(&entries, size.width, 0.0);
    let below = if below > 0.0 { below + 8.0 } else { 0.0 };
    let (legend, _) = legend::rows(&entries, size.width, size.height - below + 8.0);

    let last = rhythm.orders.last().map_or(rhythm.today, |order| order.day.max(rhythm.today));
    let days = (calendar::number(first), calendar::number(last).max(calendar::number(first) + 1.0));
    let room = Size { height: size.height - below, ..size };
    let plot = axes(rhythm, room, (days.0 - (days.1 - days.0) * 0.02, days.1), write);
    let mut marks: Vec<Mark> =
        shown.iter().enumerate().map(|(i, zone)| band(zone, shown.get(i + 1), rhythm, &plot)).collect();
    let zero = plot.y.place(0.0);
    let rule = |from: Place, to: Place, tone, stroke| Mark::Rule(Rule { from, to, tone, stroke });
    let (left, right) = (Place { x: plot.frame.left, y: zero }, Place { x: plot.frame.right, y: zero });
    marks.push(rule(left, right, Tone::Soft, Stroke::Thin));
    let today = plot.x.place(calendar::number(rhythm.today));
    let (top, bottom) = (Place { x: today, y: plot.frame.top }, Place { x: today, y: plot.frame.bottom });
    marks.push(rule(top, bottom, Tone::Ink, Stroke::Dashed));
    let drawn = if rhythm.orders.len() > MOST_ORDERS {
        sums(rhythm, &plot, write)
    } else {
        rhythm
            .orders
            .iter()
            .map(|order| (calendar::number(order.day), order.value, order.datum.clone()))
            .collect()
    };
    for (day, value, _) in &drawn {
        let (from, to) = stem(*day, *value, &plot);
        marks.push(rule(from, to, tone_of(*value), Stroke::Thin));
    }
    for (day, value, datum) in drawn {
        let (_, place) = stem(day, value, &plot);
        let shape = if value < 0.0 { Shape::TriangleDown } else { Shape::Circle };
        let (radius, tone) = (4.0, tone_of(value));
        marks.push(Mark::Point(Point { place, radius, shape, tone, letter: String::new(), datum }));
    }
    // Above the frame, where no order can be.
    let half = text_width(&rhythm.today_name, SIZE) / 2.0;
    let place = Place { x: today.min(size.width - half), y: SIZE + 1.0 };
    let (text, tone) = (rhythm.today_name.clone(), Tone::Soft);
    marks.push(Mark::Text(Text { place, text, anchor: Anchor::Middle, tone, size: SIZE, ..Text::default() }));
    Scene {
        width: size.width,
        height: size.height,
        frame: plot.frame,
        axes: plot.axes,
        marks,
        legend,
        brush: None,
    }
}

fn axes(rhythm: &Rhythm, size: Size, days: (f64, f64), write: Writers) -> Plot {
    let month = |number: f64| (write.month)(calendar::day(number));
    let day = |number: f64| (write.day)(calendar::day(number));
    // The frame is not known yet; its room is nearly the picture's.
    let estimate = Scale::linear(days, (60.0, size.width - 30.0));
    let months = calendar::months(estimate, SIZE, &month);
    // The stretch before the first order is room, no date to tell.
    let ends = [days.1, days.0.ceil()];
    let (only, x_write): (&[f64], &dyn Fn(f64) -> String) = match &months {
        Some(months) => (months, &month),
        None => (&ends, &day),
    };
    let y_title = shortened(&rhythm.y_title, SIZE, size.width - text_width(&rhythm.today_name, SIZE) - 16.0);
    let x = AxisPlan {
        domain: days,
        title: "",
        write: x_write,
        integers: false,
        nice: false,
        only: Some(only),
        log: None,
        grid: false,
    };
    let domain = extent(rhythm.orders.iter().map(|order| order.value), true);
    let y = AxisPlan { domain, title: &y_title, write: write.value, nice: true, only: None, grid: true, ..x };
    plot(size, 6.0, x, y)
}

/// From where a zone begins to the next one, or to the end.
fn band(zone: &Zone, next: Option<&&Zone>, rhythm: &Rhythm, plot: &Plot) -> Mark {
    let at = |day: Date| plot.x.place(calendar::number(day));
    let right = next.map_or(rhythm.today, |next| next.from);
    let frame = Frame { left: at(zone.from), right: at(right), ..plot.frame };
    Mark::Rect(Rect { frame, tone: zone.tone, fill: zone.fill, datum: None })
}

fn stem(day: f64, value: f64, plot: &Plot) -> (Place, Place) {
    let x = plot.x.place(day);
    (Place { x, y: plot.y.place(0.0) }, Place { x, y: plot.y.place(value) })
}

fn tone_of(value: f64) -> Tone {
    if value < 0.0 { Tone::Loss } else { Tone::Accent }
}

/// The greatest order of each few pixels, standing for all of them: their sum and number are told.
fn sums(rhythm: &Rhythm, plot: &Plot, write: Writers) -> Vec<(f64, f64, Option<Datum>)> {
    let column = |order: &Order| (plot.x.place(calendar::number(order.day)) / COLUMN) as i32;
    let groups = rhythm.orders.chunk_by(|a, b| column(a) == column(b));
    let sum = |orders: &[Order]| {
        let (first, last) = (orders.first()?, orders.last()?);
        let largest = orders.iter().max_by(|a, b| a.value.abs().total_cmp(&b.value.abs()))?;
        let total: f64 = orders.iter().map(|order| order.value).sum();
        let label = match ((write.day)(first.day), (write.day)(last.day)) {
            (from, to) if from == to => from,
            (from, to) => format!("{from} – {to}"),
        };
        let values = vec![((write.orders)(orders.len()), (write.value)(total))];
        let key = Key::Region {
            x: (calendar::number(first.day), calendar::number(last.day) + 1.0),
            y: (f64::MIN, f64::MAX),
        };
        let middle = f64::midpoint(calendar::number(first.day), calendar::number(last.day));
        Some((middle, largest.value, Some(Datum { key, label, values })))
    };
    groups.filter_map(sum).collect()
}
