//! The mutual-importance map: how valuable a customer is to us against how much it would miss us.
//!
//! Source: Groene Tomaat Marketing, the panic question; the four fields are those of METHOD section 7.

use crate::sorted::InOrder;
use serde::{Deserialize, Serialize};

use super::axes::{AxisPlan, Plot, plot};
use super::crowd;
use super::labels::{BOLD, LINE, Placer, SIZE, bold_width, shortened, wrapped};
use super::legend::{self, Sample};
use super::scene::{
    Anchor, Brush, Datum, Fill, Frame, Line, Mark, Place, Point, Rect, Region, Rule, Scene, Shape, Size,
    Span, Stroke, Text, Tone,
};
use super::swarm::{self, Bead};

/// Index points above and below the scale, so that points at 0 and 100 have room to stack.
const MARGIN: f64 = 12.5;
/// How far a stacked point may stand from its own index, in index points: less than half of a step of 25.
const GIVE: f64 = 11.5;
/// Radii tried from large to small; the largest two carry a letter.
const RADII: [f32; 5] = [9.0, 7.5, 5.5, 4.0, 3.0];
/// More points than this are shown as counted groups.
const MOST_POINTS: usize = 1500;
/// At most so many customers are named beside their point.
const MOST_NAMES: usize = 24;

/// The four fields of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Field {
    /// Valuable, and would panic.
    Core,
    /// Valuable, and would shrug: the alarm nobody sees.
    WeNeedThem,
    /// Small, and would panic.
    TheyNeedUs,
    /// Small, and would shrug.
    Lighter,
}

/// A customer on the map. Points whose `x` or `y` is not a number are not drawn: leave the unanswered out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapPoint {
    /// Value percentile, 0 to 100.
    pub x: f64,
    /// Panic index, 0 to 100.
    pub y: f64,
    pub field: Field,
    pub datum: Datum,
}

/// The name of a field and the letter its points carry.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FieldWords {
    pub name: String,
    pub letter: String,
}

/// The map with its words and cuts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Map {
    pub points: Vec<MapPoint>,
    /// From this percentile a customer is valuable: 80 unless edited.
    pub x_cut: f64,
    /// From this index it would panic: 62.5 unless edited.
    pub y_cut: f64,
    /// The region that is chosen now.
    pub chosen: Option<Region>,
    pub core: FieldWords,
    pub we_need_them: FieldWords,
    pub they_need_us: FieldWords,
    pub lighter: FieldWords,
    pub x_title: String,
    pub y_title: String,
    /// What is said when nobody is on the map yet.
    pub empty: String,
}

/// How figures are written: a percentile or index, and a number of customers that share one mark.
#[derive(Clone, Copy)]
pub struct Writers<'a> {
    pub number: &'a dyn Fn(f64) -> String,
    pub customers: &'a dyn Fn(usize) -> String,
}

impl Field {
    /// All fields, the most important first.
    pub const ALL: [Self; 4] = [Self::Core, Self::WeNeedThem, Self::TheyNeedUs, Self::Lighter];

    /// The shape of the field's points.
    pub fn shape(self) -> Shape {
        match self {
            Self::Core => Shape::Circle,
            Self::WeNeedThem => Shape::Diamond,
            Self::TheyNeedUs => Shape::Triangle,
            Self::Lighter => Shape::Square,
        }
    }

    /// The colour of the field.
    pub fn tone(self) -> Tone {
        match self {
            Self::Core => Tone::A,
            Self::WeNeedThem => Tone::C,
            Self::TheyNeedUs => Tone::B,
            Self::Lighter => Tone::D,
        }
    }
}

impl Map {
    /// The words of a field.
    pub fn words(&self, field: Field) -> &FieldWords {
        match field {
            Field::Core => &self.core,
            Field::WeNeedThem => &self.we_need_them,
            Field::TheyNeedUs => &self.they_need_us,
            Field::Lighter => &self.lighter,
        }
    }
}

/// The map at this size. It is drawn with its four fields when nobody is on it yet, with `empty` in the wider upper one.
pub fn scene(map: &Map, size: Size, write: Writers) -> Scene {
    let size = Size::new(size.width, size.height.max(320.0));
    let left_cut = map.x_cut.clamp(0.0, 100.0);
    // Estimated before the frame is known: a little narrower than the right column will be.
    let narrow = (size.width - 60.0) * ((100.0 - left_cut).min(left_cut) as f32) / 100.0 - 16.0;
    let fits = Field::ALL.iter().all(|field| fitting_lines(&map.words(*field).name, narrow).is_some());
    let lines = if fits {
        let count =
            |field: &Field| fitting_lines(&map.words(*field).name, narrow).map_or(1, |lines| lines.len());
        Field::ALL.iter().map(count).max().unwrap_or(1)
    } else {
        1
    };
    let entries: Vec<(Sample, String)> = Field::ALL
        .iter()
        .map(|field| {
            let words = map.words(*field);
            (Sample::Point(field.shape(), field.tone(), words.letter.clone()), words.name.clone())
        })
        .collect();
    let (_, legend_height) = if fits { (Vec::new(), 0.0) } else { legend::rows(&entries, size.width, 0.0) };
    let legend_space = if legend_height > 0.0 { legend_height + 10.0 } else { 0.0 };

    let inset = lines as f32 * LINE + 8.0;
    let plot = axes(map, Size { height: size.height - legend_space, ..size }, inset, write);
    let (legend, _) = if fits {
        (Vec::new(), 0.0)
    } else {
        legend::rows(&entries, size.width, size.height - legend_height)
    };

    let mut marks = fields(map, &plot, fits);
    marks.extend(map.chosen.map(|region| chosen(region, &plot)));
    marks.extend(cuts(map, &plot));
    marks.extend(points(map, &plot, inset, write));
    if marks.iter().all(|mark| mark.datum().is_none()) {
        marks.extend(empty_note(map, &plot));
    }
    let brush = Some(Brush { x: plot.x.span(), y: y_side(&plot), chosen: map.chosen });
    Scene { width: size.width, height: size.height, frame: plot.frame, axes: plot.axes, marks, legend, brush }
}

fn axes(map: &Map, size: Size, inset: f32, write: Writers) -> Plot {
    let x_axis = AxisPlan {
        domain: (0.0, 100.0),
        title: &map.x_title,
        write: write.number,
        integers: false,
        nice: false,
        only: Some(&[map.x_cut, 0.0, 100.0, 20.0, 40.0, 60.0, 80.0]),
        log: None,
        grid: false,
    };
    let y_axis = AxisPlan {
        domain: (-MARGIN, 100.0 + MARGIN),
        title: &map.y_title,
        only: Some(&[0.0, 25.0, 50.0, 75.0, 100.0]),
        grid: true,
        ..x_axis
    };
    plot(size, inset, x_axis, y_axis)
}

/// The name in at most two lines of this width, unless a word would be cut.
fn fitting_lines(name: &str, width: f32) -> Option<Vec<String>> {
    let lines = wrapped(name, SIZE * BOLD, width, 2);
    let whole =
        lines.join(" ") == name.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    whole.then_some(lines)
}

/// The part of the frame a field covers.
fn field_frame(field: Field, map: &Map, plot: &Plot) -> Frame {
    let (x, y) = (plot.x.place(map.x_cut), plot.y.place(map.y_cut));
    match field {
        Field::Core => Frame { left: x, bottom: y, ..plot.frame },
        Field::WeNeedThem => Frame { left: x, top: y, ..plot.frame },
        Field::TheyNeedUs => Frame { right: x, bottom: y, ..plot.frame },
        Field::Lighter => Frame { right: x, top: y, ..plot.frame },
    }
}

/// The four backgrounds, named at their outer edges, or lettered when the names stand in the legend.
fn fields(map: &Map, plot: &Plot, named: bool) -> Vec<Mark> {
    let mut marks = Vec::new();
    for field in Field::ALL {
        let (frame, tone) = (field_frame(field, map, plot), field.tone());
        marks.push(Mark::Rect(Rect { frame, tone, fill: Fill::Wash, datum: None }));
    }
    for field in Field::ALL {
        let frame = field_frame(field, map, plot);
        let words = map.words(field);
        let width = frame.width() - 14.0;
        let lines =
            if named { wrapped(&words.name, SIZE * BOLD, width, 2) } else { vec![words.letter.clone()] };
        let upper = matches!(field, Field::Core | Field::TheyNeedUs);
        let first = if upper {
            frame.top + SIZE + 5.0
        } else {
            frame.bottom - 7.0 - (lines.len().max(1) - 1) as f32 * LINE
        };
        for (i, text) in lines.into_iter().enumerate() {
            if bold_width(&text, SIZE) > frame.width() {
                continue;
            }
            let place = Place { x: frame.left + 7.0, y: first + i as f32 * LINE };
            marks.push(Mark::Text(Text { place, text, size: SIZE, bold: true, ..Text::default() }));
        }
    }
    marks
}

/// The values from the frame's bottom to its top: the scale itself leaves room for the names of the fields.
fn y_side(plot: &Plot) -> Span {
    Span { low: plot.y.value(plot.frame.bottom), high: plot.y.value(plot.frame.top), log: None }
}

/// The edges of the chosen region.
fn chosen(region: Region, plot: &Plot) -> Mark {
    let (left, right) = (plot.x.place(region.x.0), plot.x.place(region.x.1));
    let (top, bottom) = (plot.y.place(region.y.1), plot.y.place(region.y.0));
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    let places = corners.map(|(x, y)| Place { x, y }).to_vec();
    Mark::Line(Line { places, tone: Tone::Accent, stroke: Stroke::Bold })
}

fn cuts(map: &Map, plot: &Plot) -> [Mark; 2] {
    let (frame, x, y) = (plot.frame, plot.x.place(map.x_cut), plot.y.place(map.y_cut));
    let rule = |from, to| Mark::Rule(Rule { from, to, tone: Tone::Soft, stroke: Stroke::Dashed });
    [
        rule(Place { x, y: frame.top }, Place { x, y: frame.bottom }),
        rule(Place { x: frame.left, y }, Place { x: frame.right, y }),
    ]
}

/// The customers: each its own point as long as that can be, else as counted groups.
fn points(map: &Map, plot: &Plot, inset: f32, write: Writers) -> Vec<Mark> {
    let drawn: Vec<&MapPoint> =
        map.points.iter().filter(|point| point.x.is_finite() && point.y.is_finite()).collect();
    if drawn.len() <= MOST_POINTS {
        for radius in RADII {
            let beads: Vec<Bead> = drawn.iter().map(|point| bead(point, map, plot, radius)).collect();
            if let Some(heights) = swarm::spread(&beads, radius * 1.2) {
                let places: Vec<Place> =
                    beads.iter().zip(heights).map(|(bead, y)| Place { x: bead.x, y }).collect();
                return singles(map, &drawn, &places, radius, plot, inset);
            }
        }
    }
    let band = Frame { top: plot.frame.top + inset, bottom: plot.frame.bottom - inset, ..plot.frame };
    crowd::groups(map, &drawn, plot, band, write)
}

/// Where a point may stand: near its own index, within its field and within the frame.
fn bead(point: &MapPoint, map: &Map, plot: &Plot, radius: f32) -> Bead {
    let (y, reach) = (plot.y.place(point.y), plot.y.place(0.0) - plot.y.place(GIVE));
    let (x, edge) = (plot.x.place(point.x), radius + 1.0);
    let cut = plot.y.place(map.y_cut);
    let (top, bottom) = (plot.y.range().1 + edge, plot.y.range().0 - edge);
    let (highest, lowest) = if matches!(point.field, Field::Core | Field::TheyNeedUs) {
        (top, bottom.min(cut - edge))
    } else {
        (top.max(cut + edge), bottom)
    };
    // A point so close to a cut that it cannot keep clear of it stays where it is.
    let (highest, lowest) = (highest.max(y - reach).min(y), lowest.min(y + reach).max(y));
    Bead { x: x.clamp(plot.frame.left + edge, plot.frame.right - edge), y, highest, lowest }
}

fn singles(
    map: &Map,
    drawn: &[&MapPoint],
    places: &[Place],
    radius: f32,
    plot: &Plot,
    inset: f32,
) -> Vec<Mark> {
    let mut order: Vec<usize> = (0..drawn.len()).collect();
    // Read field by field, the most important first; within a field in the order given.
    order.order_by_key(|&i| (drawn[i].field, i));
    let mut marks: Vec<Mark> = Vec::with_capacity(drawn.len() + MOST_NAMES);
    let band =
        Frame { top: plot.frame.top + inset - 4.0, bottom: plot.frame.bottom - inset + 4.0, ..plot.frame };
    let mut names = Placer::new(band);
    for &i in &order {
        let (point, place) = (drawn[i], places[i]);
        let letter = if radius > 7.0 { map.words(point.field).letter.clone() } else { String::new() };
        let (shape, tone) = (point.field.shape(), point.field.tone());
        let reach = radius * 1.3;
        names.occupy(Frame {
            left: place.x - reach,
            right: place.x + reach,
            top: place.y - reach,
            bottom: place.y + reach,
        });
        marks.push(Mark::Point(Point {
            place,
            radius,
            shape,
            tone,
            letter,
            datum: Some(point.datum.clone()),
        }));
    }
    if radius > 5.0 {
        let written = order.iter().filter_map(|&i| {
            [150.0, 84.0].into_iter().find_map(|width| {
                let text = shortened(&drawn[i].datum.label, SIZE, width);
                let text = Text { text, size: SIZE, halo: true, ..Text::default() };
                names.beside(places[i], radius * 1.3, text).map(Mark::Text)
            })
        });
        marks.extend(written.take(MOST_NAMES));
    }
    marks
}

/// What is said when nobody is on the map, in the wider of the upper fields.
fn empty_note(map: &Map, plot: &Plot) -> Vec<Mark> {
    let [left, right] = [Field::TheyNeedUs, Field::Core].map(|field| field_frame(field, map, plot));
    let wider = if left.width() >= right.width() { left } else { right };
    let lines = wrapped(&map.empty, SIZE + 1.0, (wider.width() - 24.0).min(300.0), 5);
    let middle = f32::midpoint(wider.left, wider.right);
    let top = (wider.top + wider.bottom - lines.len() as f32 * 18.0) / 2.0 + 14.0;
    let text = |(i, text): (usize, String)| Text {
        place: Place { x: middle, y: top + i as f32 * 18.0 },
        text,
        anchor: Anchor::Middle,
        size: SIZE + 1.0,
        ..Text::default()
    };
    lines.into_iter().enumerate().map(text).map(Mark::Text).collect()
}
