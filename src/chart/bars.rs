//! Horizontal bars with their names: one amount a row, or a row divided into shares.

use serde::{Deserialize, Serialize};

use super::labels::{LINE, SIZE, bold_width, shortened, text_width};
use super::legend::{self, Sample};
use super::scale::{Scale, extent};
use super::scene::{Anchor, Datum, Fill, Frame, Mark, Place, Rect, Rule, Scene, Size, Stroke, Text, Tone};

/// More rows than this do not make a chart; the rest belongs in the table.
pub const MOST_ROWS: usize = 300;
/// Below this width names stand above their bars instead of beside them.
const NARROW: f32 = 460.0;

/// A part of a row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    pub value: f64,
    pub tone: Tone,
    pub fill: Fill,
    /// Written in the part when it fits: a letter or a percentage.
    pub label: String,
    pub datum: Option<Datum>,
}

/// One bar with its name and, at its end, its value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    pub label: String,
    /// The value as written; empty for none.
    pub value: String,
    /// One part for a plain bar. Parts are laid end to end; negative ones go left of zero.
    pub parts: Vec<Part>,
}

/// How long the rows are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Length {
    /// By value, on one scale for all rows.
    #[default]
    Value,
    /// Each row full, its parts as shares of the row. Negative parts count as nothing.
    Share,
}

/// Bars with their words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Bars {
    /// From top to bottom; at most [`MOST_ROWS`] are drawn.
    pub rows: Vec<Row>,
    pub length: Length,
    /// The names of the parts by tone and fill; empty when the parts need no explanation.
    pub legend: Vec<(String, Tone, Fill)>,
    /// What is said when there are no rows.
    pub empty: String,
}

/// The bars at this width; the height follows from the number of rows.
pub fn scene(bars: &Bars, width: f32) -> Scene {
    let size = Size::new(width, 160.0);
    let rows: Vec<&Row> = bars.rows.iter().take(MOST_ROWS).collect();
    if rows.is_empty() {
        return Scene::empty(size, &bars.empty);
    }
    let entries: Vec<(Sample, String)> =
        bars.legend.iter().map(|(name, tone, fill)| (Sample::Fill(*fill, *tone), name.clone())).collect();
    let (legend, legend_height) = legend::rows(&entries, size.width, 0.0);
    let top = if legend_height > 0.0 { legend_height + 8.0 } else { 0.0 };
    let layout = Layout::new(&rows, bars.length, size.width);

    let mut marks = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        layout.draw(row, top + i as f32 * layout.row_height, bars.length, &mut marks);
    }
    let bottom = top + rows.len() as f32 * layout.row_height;
    let zero = layout.scale.place(0.0);
    let rule = |top: f32, bottom: f32| {
        let (from, to) = (Place { x: zero, y: top }, Place { x: zero, y: bottom });
        Mark::Rule(Rule { from, to, tone: Tone::Soft, stroke: Stroke::Thin })
    };
    if layout.narrow {
        // Beside each bar only: further up it would run through the names.
        let bars = (0..rows.len()).map(|i| top + i as f32 * layout.row_height + LINE);
        marks.extend(bars.map(|top| rule(top + 2.0, top + 26.0)));
    } else {
        marks.push(rule(top, bottom));
    }
    let (left, right) = layout.scale.range();
    let frame = Frame { left, top, right, bottom };
    Scene { width: size.width, height: bottom + 4.0, frame, marks, legend, ..Scene::default() }
}

/// Where names, bars and values go.
struct Layout {
    narrow: bool,
    width: f32,
    names: f32,
    scale: Scale,
    row_height: f32,
}

impl Layout {
    fn new(rows: &[&Row], length: Length, width: f32) -> Self {
        let narrow = width < NARROW;
        let widest = |text: &dyn Fn(&Row) -> f32| rows.iter().map(|row| text(row)).fold(0.0, f32::max);
        let names = widest(&|row| text_width(&row.label, SIZE)).min(width * 0.35);
        let values = widest(&|row| bold_width(&row.value, SIZE));
        let domain = match length {
            Length::Share => (0.0, 1.0),
            Length::Value => extent(rows.iter().flat_map(|row| ends(row)), true),
        };
        let values = if values > 0.0 { values + 8.0 } else { 0.0 };
        let left = if narrow { 0.0 } else { names + 10.0 };
        // Values of negative bars are written at the right of zero, so only the right needs room.
        let right = if narrow { width - 1.0 } else { (width - values).max(left + 40.0) };
        let scale = Scale::linear(domain, (left + 1.0, right));
        Self { narrow, width, names, scale, row_height: if narrow { 46.0 } else { 30.0 } }
    }

    fn draw(&self, row: &Row, top: f32, length: Length, marks: &mut Vec<Mark>) {
        let bar_top = if self.narrow { top + LINE + 4.0 } else { top + 4.0 };
        let (bar, baseline) =
            ((bar_top, bar_top + 20.0), if self.narrow { top + SIZE + 2.0 } else { top + 18.0 });
        let value_width = bold_width(&row.value, SIZE);
        let name_room = if self.narrow { self.width - value_width - 12.0 } else { self.names };
        let (name_x, anchor) = if self.narrow { (0.0, Anchor::Start) } else { (self.names, Anchor::End) };
        let name = shortened(&row.label, SIZE, name_room);
        let place = Place { x: name_x, y: baseline };
        marks.push(Mark::Text(Text { place, text: name, anchor, size: SIZE, ..Text::default() }));

        let mut furthest = self.scale.place(0.0);
        for (part, (from, to)) in row.parts.iter().zip(spans(row, length)) {
            let (a, b) = (self.scale.place(from), self.scale.place(to));
            // Something that is not zero is never invisible.
            let least = if from == to { 0.0 } else { 1.0 };
            let left = a.min(b).min(self.scale.range().1 - least);
            let right = a.max(b).max(left + least);
            let frame = Frame { left, top: bar.0, right, bottom: bar.1 };
            furthest = furthest.max(right);
            let (tone, fill, datum) = (part.tone, part.fill, part.datum.clone());
            marks.push(Mark::Rect(Rect { frame, tone, fill, datum }));
            if text_width(&part.label, SIZE) + 6.0 <= frame.width() {
                let place = Place { x: f32::midpoint(frame.left, frame.right), y: bar.0 + 14.0 };
                let tone = if fill == Fill::Full { Tone::OnFill } else { Tone::Ink };
                let text = part.label.clone();
                let halo = fill == Fill::Hatched;
                let anchor = Anchor::Middle;
                marks.push(Mark::Text(Text { place, text, anchor, tone, size: SIZE, bold: true, halo }));
            }
        }
        if !row.value.is_empty() {
            let (x, anchor) = if self.narrow {
                (self.width - 1.0, Anchor::End)
            } else {
                ((furthest + 8.0).min(self.width - value_width), Anchor::Start)
            };
            let place = Place { x, y: baseline };
            let text = row.value.clone();
            marks.push(Mark::Text(Text { place, text, anchor, size: SIZE, bold: true, ..Text::default() }));
        }
    }
}

/// The ends of a row by value: the sum of its negative parts and of its positive ones.
fn ends(row: &Row) -> [f64; 2] {
    let sum = |wanted: &dyn Fn(f64) -> bool| -> f64 {
        row.parts.iter().map(|part| part.value).filter(|value| value.is_finite() && wanted(*value)).sum()
    };
    [sum(&|value| value < 0.0), sum(&|value| value > 0.0)]
}

/// From where to where each part runs.
fn spans(row: &Row, length: Length) -> Vec<(f64, f64)> {
    let total = ends(row)[1];
    let (mut low, mut high) = (0.0_f64, 0.0_f64);
    let spans = row.parts.iter().map(|part| {
        let value = if part.value.is_finite() { part.value } else { 0.0 };
        let value = match length {
            Length::Value => value,
            Length::Share if total > 0.0 => value.max(0.0) / total,
            Length::Share => 0.0,
        };
        let end = if value < 0.0 { &mut low } else { &mut high };
        let from = *end;
        *end += value;
        (from, *end)
    });
    spans.collect()
}

#[cfg(test)]
mod tests {
    use super::{Fill, Length, Part, Row, Tone, spans};

    fn check(values: &[f64], length: Length, expected: &[(f64, f64)]) {
        let part =
            |&value: &f64| Part { value, tone: Tone::A, fill: Fill::Full, label: String::new(), datum: None };
        let row =
            Row { label: String::new(), value: String::new(), parts: values.iter().map(part).collect() };
        assert_eq!(spans(&row, length), expected);
    }

    #[test]
    fn parts_lie_end_to_end() {
        check(&[1.0, 3.0], Length::Value, &[(0.0, 1.0), (1.0, 4.0)]);
        check(&[1.0, 3.0], Length::Share, &[(0.0, 0.25), (0.25, 1.0)]);
        check(&[1.0, -3.0, 1.0], Length::Value, &[(0.0, 1.0), (0.0, -3.0), (1.0, 2.0)]);
        check(&[0.0, f64::NAN], Length::Share, &[(0.0, 0.0), (0.0, 0.0)]);
    }
}
