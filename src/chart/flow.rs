//! Migration between the levels of two periods: bands from where customers were to where they are.

use super::labels::{LINE, SIZE, bold_width, shortened, text_width};
use super::scene::{Anchor, Area, Datum, Fill, Frame, Mark, Place, Rect, Scene, Size, Text, Tone};

/// The width of a level's bar.
const BAR: f32 = 12.0;
/// The least height of a level, so that its name and figure fit.
const SLOT: f32 = 2.0 * LINE + 4.0;
/// Space between levels.
const GAP: f32 = 6.0;
/// A band is drawn through so many places on each side.
const STEPS: usize = 16;

/// A level in one of the periods.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Level {
    pub name: String,
    /// How many customers or how much money, as written.
    pub shown: String,
    pub tone: Tone,
}

/// How many went from one level to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Places in the levels of the first and second period.
    pub from: usize,
    pub to: usize,
    /// Customers or money; bands that are not above zero are left out.
    pub size: f64,
    pub tone: Tone,
    pub fill: Fill,
    pub datum: Option<Datum>,
}

/// A migration with its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flow {
    /// The names of the two periods.
    pub before: String,
    pub after: String,
    /// From top to bottom.
    pub from: Vec<Level>,
    pub to: Vec<Level>,
    pub bands: Vec<Band>,
    /// What is said when nobody moves or stays.
    pub empty: String,
}

/// The migration at this size; the height grows where levels need room for their names.
pub fn scene(flow: &Flow, size: Size) -> Scene {
    let size = Size::new(size.width, size.height);
    let bands: Vec<&Band> = flow.bands.iter().filter(|band| drawable(band, flow)).collect();
    let total: f64 = bands.iter().map(|band| band.size).sum();
    if bands.is_empty() || !total.is_finite() {
        return Scene::empty(size, &flow.empty);
    }
    let top = LINE + 10.0;
    let levels = flow.from.len().max(flow.to.len()) as f32;
    let room = (size.height - top - levels * GAP).max(levels * SLOT);
    let scale = f64::from(room) / total;
    let left = column(&flow.from, top, |i| sum(&bands, |band| band.from == i) * scale);
    let right = column(&flow.to, top, |i| sum(&bands, |band| band.to == i) * scale);
    let bottom = left.last().into_iter().chain(right.last()).map(|slot| slot.bottom).fold(top, f32::max);
    let names = names_width(flow).min(size.width * 0.3);
    let edges = (names + 8.0, size.width - names - 8.0);

    let mut marks = Vec::new();
    let mut offsets = (vec![0.0; flow.from.len()], vec![0.0; flow.to.len()]);
    for band in bands {
        let thick = ((band.size * scale) as f32).max(1.0);
        let (Some(from), Some(to)) = (left.get(band.from), right.get(band.to)) else { continue };
        let (y1, y2) = (from.top + offsets.0[band.from], to.top + offsets.1[band.to]);
        offsets.0[band.from] += thick;
        offsets.1[band.to] += thick;
        let places = ribbon((edges.0 + BAR, y1), (edges.1 - BAR, y2), thick);
        let (tone, fill, datum) = (band.tone, band.fill, band.datum.clone());
        marks.push(Mark::Area(Area { places, tone, fill, datum }));
    }
    let sides = [(&flow.from, &left, &offsets.0, true), (&flow.to, &right, &offsets.1, false)];
    for (levels, slots, filled, first) in sides {
        for ((level, slot), filled) in levels.iter().zip(slots).zip(filled) {
            let bar = if first { edges.0 } else { edges.1 - BAR };
            let frame =
                Frame { left: bar, right: bar + BAR, top: slot.top, bottom: slot.top + filled.max(1.0) };
            marks.push(Mark::Rect(Rect { frame, tone: level.tone, fill: Fill::Full, datum: None }));
            marks.extend(names_of(
                level,
                slot.top,
                if first { edges.0 - 6.0 } else { edges.1 + 6.0 },
                names,
                first,
            ));
        }
    }
    let half = size.width / 2.0 - 8.0;
    let title = |text: &str, x, anchor| {
        let text = shortened(text, SIZE * 1.1, half);
        let place = Place { x, y: SIZE + 1.0 };
        Mark::Text(Text { place, text, anchor, size: SIZE, bold: true, ..Text::default() })
    };
    marks.push(title(&flow.before, 0.0, Anchor::Start));
    marks.push(title(&flow.after, size.width, Anchor::End));
    let frame = Frame { left: edges.0, right: edges.1, top, bottom };
    Scene { width: size.width, height: bottom + 4.0, frame, marks, ..Scene::default() }
}

fn drawable(band: &Band, flow: &Flow) -> bool {
    band.size > 0.0 && band.size.is_finite() && band.from < flow.from.len() && band.to < flow.to.len()
}

fn sum(bands: &[&Band], wanted: impl Fn(&Band) -> bool) -> f64 {
    bands.iter().filter(|band| wanted(band)).map(|band| band.size).sum()
}

/// The room each level of a side takes, one below the other.
fn column(levels: &[Level], top: f32, height: impl Fn(usize) -> f64) -> Vec<Frame> {
    let mut y = top;
    let slot = |i: usize| {
        let top = y;
        // Thin bands are drawn thicker than they are: leave them room.
        y += (height(i) as f32 + levels.len() as f32).max(SLOT) + GAP;
        Frame { left: 0.0, right: 0.0, top, bottom: y - GAP }
    };
    (0..levels.len()).map(slot).collect()
}

fn names_width(flow: &Flow) -> f32 {
    let widths = flow.from.iter().chain(&flow.to);
    widths.map(|level| bold_width(&level.name, SIZE).max(text_width(&level.shown, SIZE))).fold(0.0, f32::max)
        + 2.0
}

fn names_of(level: &Level, top: f32, x: f32, width: f32, first: bool) -> [Mark; 2] {
    let anchor = if first { Anchor::End } else { Anchor::Start };
    let text = |text: &str, y, tone, bold: bool| {
        let text = shortened(text, if bold { SIZE * 1.1 } else { SIZE }, width);
        Mark::Text(Text { place: Place { x, y }, text, anchor, tone, size: SIZE, bold, halo: false })
    };
    [text(&level.name, top + SIZE, Tone::Ink, true), text(&level.shown, top + SIZE + LINE, Tone::Soft, false)]
}

/// A band that leaves and arrives level, as a closed outline.
fn ribbon(from: (f32, f32), to: (f32, f32), thick: f32) -> Vec<Place> {
    let at = |i: usize, down: f32| {
        let share = i as f32 / STEPS as f32;
        // Slow at both ends.
        let eased = share * share * (3.0 - 2.0 * share);
        Place { x: from.0 + (to.0 - from.0) * share, y: from.1 + (to.1 - from.1) * eased + down }
    };
    (0..=STEPS).map(|i| at(i, 0.0)).chain((0..=STEPS).rev().map(|i| at(i, thick))).collect()
}

#[cfg(test)]
mod tests {
    use super::{Band, Fill, Flow, Level, Size, Tone, scene};
    use crate::chart::scene::{Datum, Key, Mark, Place};

    /// Which band lies under the middle of each end.
    fn check(sizes: &[(usize, usize, f64)]) {
        let level = |name: &str| Level { name: name.to_owned(), shown: String::new(), tone: Tone::A };
        let band = |&(from, to, size): &(usize, usize, f64)| Band {
            from,
            to,
            size,
            tone: Tone::A,
            fill: Fill::Wash,
            datum: Some(Datum { key: Key::Index(0), label: format!("{from}{to}"), values: Vec::new() }),
        };
        let flow = Flow {
            from: vec![level("a"), level("b")],
            to: vec![level("a"), level("b")],
            bands: sizes.iter().map(band).collect(),
            ..Flow::default()
        };
        let scene = scene(&flow, Size::new(600.0, 300.0));
        for (i, mark) in scene.marks.iter().enumerate() {
            let Mark::Area(area) = mark else { continue };
            let (first, last) = (area.places[0], area.places[area.places.len() - 1]);
            let start = Place { x: first.x + 1.0, y: f32::midpoint(first.y, last.y) };
            assert_eq!(scene.nearest(start), Some(i), "{sizes:?}");
        }
    }

    #[test]
    fn every_band_is_found_where_it_starts() {
        check(&[(0, 0, 10.0), (0, 1, 4.0), (1, 0, 3.0), (1, 1, 90.0)]);
        check(&[(0, 1, 1.0), (1, 0, 100_000.0)]);
    }
}
