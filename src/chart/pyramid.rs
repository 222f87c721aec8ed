//! Curry's customer pyramid: the layers of a base from top to bottom, each with its share beside the norm.
//!
//! Source: Jay and Adam Curry, The Customer Marketing Method; the norm is a rule of thumb (METHOD section 2).

use super::labels::{LINE, SIZE, bold_width, shortened, text_width};
use super::legend::{self, Sample};
use super::scale::{Scale, extent};
use super::scene::{Anchor, Area, Datum, Fill, Frame, Mark, Place, Rect, Scene, Size, Text, Tone};

/// The height of a layer with its words and two bars.
const LAYER: f32 = 62.0;
/// The height of a layer below the line, which has no bars.
const BELOW: f32 = 38.0;
/// The height of one bar.
const BAR: f32 = 13.0;
/// Space between layers.
const GAP: f32 = 3.0;

/// One layer. Layers without a share lie below the line: who is inactive, who never bought.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layer {
    pub name: String,
    /// How many customers, as written.
    pub count: String,
    /// The share of the value, 0 to 1, and as written; `None` below the line.
    pub share: Option<(f64, String)>,
    /// What the rule of thumb expects.
    pub norm: Option<(f64, String)>,
    pub datum: Option<Datum>,
}

/// A pyramid with its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pyramid {
    /// From the top down.
    pub layers: Vec<Layer>,
    /// The name of the base's own shares, and of the norm.
    pub own: String,
    pub norm: String,
    /// What is said without layers.
    pub empty: String,
}

/// The pyramid at this width; the height follows from the number of layers.
pub fn scene(pyramid: &Pyramid, width: f32) -> Scene {
    let size = Size::new(width, 160.0);
    if pyramid.layers.is_empty() {
        return Scene::empty(size, &pyramid.empty);
    }
    let entries = [
        (Sample::Fill(Fill::Full, Tone::Accent), pyramid.own.clone()),
        (Sample::Fill(Fill::Hatched, Tone::Soft), pyramid.norm.clone()),
    ];
    let (legend, legend_height) = legend::rows(&entries, size.width, 0.0);
    let top = legend_height + 8.0;
    let shape = (size.width * 0.36).clamp(84.0, 320.0);
    let layout = Layout::new(pyramid, size.width, shape);
    let standing = pyramid.layers.iter().filter(|layer| layer.share.is_some()).count();
    let mut marks = Vec::new();
    let mut bottom = top;
    for (i, layer) in pyramid.layers.iter().enumerate() {
        marks.push(slab(layer, i, standing, shape, bottom));
        layout.words(layer, bottom, &mut marks);
        bottom += layer.height();
    }
    let frame = Frame { left: 0.0, top, right: size.width, bottom };
    Scene { width: size.width, height: bottom + 2.0, frame, marks, legend, ..Scene::default() }
}

/// A slice of the triangle, or a plain slab below it.
fn slab(layer: &Layer, i: usize, standing: usize, width: f32, top: f32) -> Mark {
    let bottom = top + layer.height() - GAP;
    let below = layer.share.is_none() || standing == 0;
    let half = |row: f32| if below { width / 2.0 } else { width / 2.0 * (row / standing as f32).min(1.0) };
    let (upper, lower) = (half(i as f32), half(i as f32 + (LAYER - GAP) / LAYER));
    let middle = width / 2.0;
    let places =
        [(middle - upper, top), (middle + upper, top), (middle + lower, bottom), (middle - lower, bottom)];
    let fill = match i {
        _ if below => Fill::Wash,
        0 => Fill::Full,
        _ => Fill::Shade(5_u8.saturating_sub(i.min(4) as u8)),
    };
    let tone = if below { Tone::Soft } else { Tone::Accent };
    let places = places.into_iter().map(|(x, y)| Place { x, y }).collect();
    Mark::Area(Area { places, tone, fill, datum: layer.datum.clone() })
}

impl Layer {
    fn height(&self) -> f32 {
        if self.share.is_some() { LAYER } else { BELOW }
    }
}

/// Where words and bars go, at the right of the shape.
struct Layout {
    left: f32,
    right: f32,
    scale: Scale,
}

impl Layout {
    fn new(pyramid: &Pyramid, width: f32, shape: f32) -> Self {
        let left = shape + 14.0;
        let shares = || {
            let pairs = pyramid.layers.iter().flat_map(|layer| [&layer.share, &layer.norm]);
            pairs.filter_map(Option::as_ref)
        };
        let values = shares().map(|(_, shown)| bold_width(shown, SIZE)).fold(0.0, f32::max);
        let scale = Scale::linear(
            extent(shares().map(|(share, _)| *share), true),
            (left, (width - values - 8.0).max(left + 20.0)),
        );
        Self { left, right: width, scale }
    }

    fn words(&self, layer: &Layer, top: f32, marks: &mut Vec<Mark>) {
        let baseline = top + SIZE + 1.0;
        let count = text_width(&layer.count, SIZE);
        let room = self.right - self.left;
        let beside = bold_width(&layer.name, SIZE) + 10.0 + count <= room;
        let name = shortened(&layer.name, SIZE * 1.1, room);
        let mut y = baseline;
        marks.push(text(self.left, y, name, Tone::Ink, true));
        if beside {
            let x = self.left + bold_width(&layer.name, SIZE) + 10.0;
            marks.push(text(x, y, layer.count.clone(), Tone::Soft, false));
        } else if layer.share.is_none() {
            y += LINE;
            marks.push(text(self.left, y, shortened(&layer.count, SIZE, room), Tone::Soft, false));
        }
        let bars = [(&layer.share, Tone::Accent, Fill::Full), (&layer.norm, Tone::Soft, Fill::Hatched)];
        for (i, (share, tone, fill)) in bars.into_iter().enumerate() {
            let Some((share, shown)) = share else { continue };
            let top = top + LINE + 4.0 + i as f32 * (BAR + 5.0);
            let right = self.scale.place(*share).max(self.left + 1.0);
            let frame = Frame { left: self.left, top, right, bottom: top + BAR };
            marks.push(Mark::Rect(Rect { frame, tone, fill, datum: None }));
            marks.push(text(right + 6.0, top + BAR - 2.0, shown.clone(), Tone::Ink, i == 0));
        }
    }
}

fn text(x: f32, y: f32, text: String, tone: Tone, bold: bool) -> Mark {
    Mark::Text(Text {
        place: Place { x, y },
        text,
        anchor: Anchor::Start,
        tone,
        size: SIZE,
        bold,
        halo: false,
    })
}
