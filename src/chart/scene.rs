//! A picture of data as plain shapes with positions, ready to be drawn by the page, a file or the printer.

use serde::{Deserialize, Serialize};

use super::labels;

/// A finished picture. Coordinates are pixels from the top left; everything lies within `width` × `height`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    /// Width in pixels the scene was laid out for.
    pub width: f32,
    /// Height in pixels, which may differ from the height asked for (bars and legends grow).
    pub height: f32,
    /// The rectangle in which data is drawn, inside the axes.
    pub frame: Frame,
    /// Axes with their ticks, drawn behind the marks.
    pub axes: Vec<Axis>,
    /// The shapes in drawing order: later ones lie on top. Reading order is the order of the marks with a datum.
    pub marks: Vec<Mark>,
    /// What the series or shapes stand for; empty when nothing needs explaining.
    pub legend: Vec<LegendEntry>,
    /// How pixels of the frame become values, when a region of the picture can be chosen.
    pub brush: Option<Brush>,
}

/// From pixels of the frame back to values, so that a dragged rectangle becomes a [`Key::Region`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Brush {
    /// From the frame's left to its right.
    pub x: Span,
    /// From the frame's bottom to its top.
    pub y: Span,
    /// What is chosen now.
    pub chosen: Option<Region>,
}

/// The values along one side of the frame.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Span {
    pub low: f64,
    pub high: f64,
    /// Of a logarithmic side: below this value, of either sign, the scale is about linear.
    pub log: Option<f64>,
}

/// Where a region of a chart begins and ends, in the chart's own units: `from ≤ value < to` on both axes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Region {
    pub x: (f64, f64),
    pub y: (f64, f64),
}

/// How large a picture may be, in pixels. Builders keep the width; the height may grow with the content.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Size {
    pub width: f32,
    pub height: f32,
}

/// A rectangle by its edges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

/// A position in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    pub x: f32,
    pub y: f32,
}

/// Which way an axis runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// Along the bottom, left to right.
    Horizontal,
    /// Along the left, bottom to top.
    Vertical,
}

/// An axis: its ticks, the grid lines that go with them, and its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Axis {
    pub direction: Direction,
    /// Where the axis line runs: y of a horizontal axis, x of a vertical one.
    pub at: f32,
    pub start: f32,
    pub end: f32,
    pub ticks: Vec<Tick>,
    /// The axis' name, already placed.
    pub title: Option<Text>,
}

/// One labelled position on an axis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tick {
    /// Pixels along the axis' direction.
    pub at: f32,
    /// The label, already placed; `None` for a tick without one.
    pub label: Option<Text>,
    /// Whether a thin line runs across the frame here, and from where to where.
    pub grid: Option<(f32, f32)>,
}

/// What a colour stands for. The page maps it to a custom property, files to a fixed colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tone {
    /// The text colour.
    #[default]
    Ink,
    /// Quieter text.
    Soft,
    /// Hairlines and reference lines.
    Faint,
    /// The one accent of the page.
    Accent,
    /// The segments A to D.
    A,
    B,
    C,
    D,
    /// No segment, or unknown.
    None,
    /// Text on a full fill.
    OnFill,
    /// Something bad: loss, below zero.
    Loss,
    /// Further series, `--chart-1` … `--chart-6`, counted from 1.
    Series(u8),
}

/// The form of a point, so that colour is never the only difference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    #[default]
    Circle,
    Square,
    Diamond,
    Triangle,
    TriangleDown,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stroke {
    /// A data line.
    #[default]
    Bold,
    /// A hairline.
    Thin,
    /// A reference or a cut.
    Dashed,
}

/// How an area or rectangle is filled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fill {
    /// The tone itself.
    #[default]
    Full,
    /// A light wash of the tone, for backgrounds that text lies on.
    Wash,
    /// Hatched, to tell it from its full neighbour without colour.
    Hatched,
    /// A share of the tone, from 1 (little) to 4; ordinary text can be read on each of them.
    Shade(u8),
    /// Nothing is painted: the mark only answers to pointer and keyboard.
    Clear,
}

impl Fill {
    /// How much of the tone a shade lets through, 0 to 1; 1 for all others.
    pub fn opacity(self) -> f32 {
        const SHADES: [f32; 4] = [0.1, 0.2, 0.33, 0.46];
        match self {
            Self::Shade(step) => SHADES[usize::from(step.clamp(1, 4)) - 1],
            _ => 1.0,
        }
    }

    /// The tone of text on this fill.
    pub fn text(self) -> Tone {
        if self == Self::Full { Tone::OnFill } else { Tone::Ink }
    }
}

/// Where text hangs on its place, horizontally. Vertically `y` is always the baseline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    #[default]
    Start,
    Middle,
    End,
}

/// What a mark is about, so that a click can select it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Key {
    /// A customer by its key (id, else name).
    Customer(String),
    /// A named group: a segment, an answer, a month.
    Group(String),
    /// The n-th element of whatever the caller drew, from 0.
    Index(u32),
    /// All customers in a region of the chart that share one mark, in the chart's own units (on the
    /// mutual-importance map percentile and panic index): `from ≤ value < to`, at the top of the scale `≤ to`.
    Region { x: (f64, f64), y: (f64, f64) },
}

/// The record behind an interactive mark: what it is about, and what the tooltip and a screen reader say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Datum {
    pub key: Key,
    /// The first line of the tooltip: a name.
    pub label: String,
    /// Further lines as (what, value), both ready to read.
    pub values: Vec<(String, String)>,
}

/// One shape.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Mark {
    Line(Line),
    Area(Area),
    Point(Point),
    Rule(Rule),
    Rect(Rect),
    Text(Text),
    Cloud(Cloud),
}

/// So many points that none is told from another: small squares that share colour and path and have no records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cloud {
    pub places: Vec<Place>,
    /// Half the side of a square.
    pub radius: f32,
    pub tone: Tone,
    pub fill: Fill,
}

/// A line through places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub places: Vec<Place>,
    pub tone: Tone,
    pub stroke: Stroke,
}

/// A filled outline; the last place joins the first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    pub places: Vec<Place>,
    pub tone: Tone,
    pub fill: Fill,
    pub datum: Option<Datum>,
}

/// A point of a shape, perhaps with a letter in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    pub place: Place,
    pub radius: f32,
    pub shape: Shape,
    pub tone: Tone,
    /// One or two characters drawn in the point; empty when the point is too small for one.
    pub letter: String,
    pub datum: Option<Datum>,
}

/// A straight reference line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    pub from: Place,
    pub to: Place,
    pub tone: Tone,
    pub stroke: Stroke,
}

/// A rectangle: a bar or a background.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rect {
    pub frame: Frame,
    pub tone: Tone,
    pub fill: Fill,
    pub datum: Option<Datum>,
}

/// A line of text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Text {
    pub place: Place,
    pub text: String,
    pub anchor: Anchor,
    pub tone: Tone,
    /// Font size in pixels, at least 12.
    pub size: f32,
    pub bold: bool,
    /// Whether it is written over marks and needs a halo of the background.
    pub halo: bool,
}

/// One entry of the legend, already placed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LegendEntry {
    /// The sample: a point, rectangle or rule.
    pub sample: Mark,
    pub label: Text,
}

impl Mark {
    /// The record behind the mark, when it can be pointed at.
    pub fn datum(&self) -> Option<&Datum> {
        match self {
            Self::Area(area) => area.datum.as_ref(),
            Self::Point(point) => point.datum.as_ref(),
            Self::Rect(rect) => rect.datum.as_ref(),
            Self::Line(_) | Self::Rule(_) | Self::Text(_) | Self::Cloud(_) => None,
        }
    }
}

impl Size {
    /// A size within what can be drawn well: 240 to 2,400 wide, 120 to 2,400 high.
    pub fn new(width: f32, height: f32) -> Self {
        let within =
            |pixels: f32, least: f32| if pixels.is_nan() { least } else { pixels.clamp(least, 2400.0) };
        Self { width: within(width, 240.0), height: within(height, 120.0) }
    }
}

impl Region {
    /// Whether a pair of values lies within.
    pub fn holds(&self, x: f64, y: f64) -> bool {
        self.x.0 <= x && x < self.x.1 && self.y.0 <= y && y < self.y.1
    }
}

impl Scene {
    /// A picture without data that says so in its middle.
    pub fn empty(size: Size, text: &str) -> Self {
        let size = Size::new(size.width, size.height.min(200.0));
        let lines = labels::wrapped(text, labels::SIZE + 2.0, size.width - 32.0, 4);
        let top = (size.height - lines.len() as f32 * 20.0) / 2.0 + 15.0;
        let line = |(i, text): (usize, String)| {
            Mark::Text(Text {
                place: Place { x: size.width / 2.0, y: top + i as f32 * 20.0 },
                text,
                anchor: Anchor::Middle,
                tone: Tone::Soft,
                size: labels::SIZE + 2.0,
                ..Text::default()
            })
        };
        let frame = Frame { left: 0.0, top: 0.0, right: size.width, bottom: size.height };
        let marks = lines.into_iter().enumerate().map(line).collect();
        Self { width: size.width, height: size.height, frame, marks, ..Self::default() }
    }
}

impl Datum {
    /// One sentence for a screen reader: "Acme: tier A, revenue € 12.000".
    pub fn sentence(&self) -> String {
        let values: Vec<String> = self.values.iter().map(|(what, value)| format!("{what} {value}")).collect();
        if values.is_empty() { self.label.clone() } else { format!("{}: {}", self.label, values.join(", ")) }
    }
}
