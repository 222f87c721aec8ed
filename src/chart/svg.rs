//! A scene as an SVG file: for "download as SVG" and the printed report. Colours are attributes, since a file has
//! no style sheet of ours.

use std::fmt::Write as _;

use super::labels;
use super::outline::short;
use super::scene::{Anchor, Axis, Direction, Fill, Mark, Place, Point, Rect, Scene, Stroke, Text, Tone};

/// The font of files; the first that is there is taken.
const FONT: &str = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";

/// The font size of the heading.
const HEADING: f32 = 16.0;

/// The colours of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    pub paper: &'static str,
    pub ink: &'static str,
    pub soft: &'static str,
    pub faint: &'static str,
    pub accent: &'static str,
    pub loss: &'static str,
    /// A, B, C, D, none.
    pub segments: [&'static str; 5],
    /// Washes of A, B, C, D, none.
    pub washes: [&'static str; 5],
    pub accent_wash: &'static str,
    pub loss_wash: &'static str,
    pub series: [&'static str; 6],
}

/// For paper and light pages.
pub const LIGHT: Palette = Palette {
    paper: "#ffffff",
    ink: "#17211e",
    soft: "#4d5b56",
    faint: "#d8ded9",
    accent: "#0b5f58",
    loss: "#a3271f",
    segments: ["#0b5f58", "#2f6fb7", "#a86a00", "#6a6f73", "#8b6390"],
    washes: ["#d7ebe6", "#dfeaf7", "#f8ecd3", "#e7e9ea", "#f0e6f1"],
    accent_wash: "#dcece8",
    loss_wash: "#fae4e1",
    series: ["#0b5f58", "#2f6fb7", "#a86a00", "#8b6390", "#a3271f", "#6a6f73"],
};

/// For dark pages.
pub const DARK: Palette = Palette {
    paper: "#18201d",
    ink: "#e9efec",
    soft: "#a9b8b2",
    faint: "#33403b",
    accent: "#6cc9ba",
    loss: "#f2958c",
    segments: ["#6cc9ba", "#85b6ee", "#e0a845", "#a7adb1", "#cfa3d4"],
    washes: ["#1b3a35", "#1d3049", "#3a2c0e", "#2b3134", "#382939"],
    accent_wash: "#1b3a35",
    loss_wash: "#45201c",
    series: ["#6cc9ba", "#85b6ee", "#e0a845", "#cfa3d4", "#f2958c", "#a7adb1"],
};

/// What a file shows besides the scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet<'a> {
    /// A heading above the scene, also the file's accessible name; empty for none.
    pub title: &'a str,
    /// The summary, for who cannot see the picture; empty for none.
    pub summary: &'a str,
    pub palette: &'a Palette,
}

/// The scene alone, in light colours.
pub fn render(scene: &Scene) -> String {
    render_sheet(scene, Sheet { title: "", summary: "", palette: &LIGHT })
}

/// The scene with a heading and colours of choice.
pub fn render_sheet(scene: &Scene, sheet: Sheet) -> String {
    let palette = sheet.palette;
    let lines = labels::wrapped(sheet.title, HEADING * labels::BOLD, scene.width, 4);
    let head = if lines.is_empty() { 0.0 } else { lines.len() as f32 * 20.0 + 12.0 };
    let (width, height) = (short(scene.width), short(scene.height + head));
    let mut out = String::with_capacity(scene.marks.len() * 120 + 1000);
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{FONT}\">"
    );
    for (name, text) in [("title", sheet.title), ("desc", sheet.summary)] {
        if !text.is_empty() {
            let _ = writeln!(out, "<{name}>{}</{name}>", escaped(text));
        }
    }
    let paper = palette.paper;
    let _ = writeln!(out, "<rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>");
    if head > 0.0 {
        for (i, line) in lines.into_iter().enumerate() {
            let place = Place { x: 0.0, y: 18.0 + i as f32 * 20.0 };
            let heading = Text { place, text: line, size: HEADING, bold: true, ..Text::default() };
            text(&mut out, &heading, palette);
        }
        let _ = writeln!(out, "<g transform=\"translate(0 {})\">", short(head));
    }
    let (behind, before) = scene.marks.split_at(scene.backgrounds());
    for it in behind {
        mark(&mut out, it, palette);
    }
    for it in &scene.axes {
        axis(&mut out, it, palette);
    }
    for it in before {
        mark(&mut out, it, palette);
    }
    for entry in &scene.legend {
        mark(&mut out, &entry.sample, palette);
        text(&mut out, &entry.label, palette);
    }
    out.push_str(if head > 0.0 { "</g>\n</svg>\n" } else { "</svg>\n" });
    out
}

impl Palette {
    /// The colour of a tone.
    pub fn colour(&self, tone: Tone) -> &'static str {
        match tone {
            Tone::Soft => self.soft,
            Tone::Faint => self.faint,
            Tone::Accent => self.accent,
            Tone::OnFill => self.paper,
            Tone::Loss => self.loss,
            Tone::Series(place) => {
                let place = usize::from(place.saturating_sub(1)) % self.series.len();
                self.series.get(place).copied().unwrap_or(self.ink)
            }
            _ => segment(tone).and_then(|place| self.segments.get(place)).copied().unwrap_or(self.ink),
        }
    }

    /// The light wash of a tone, for backgrounds.
    pub fn wash(&self, tone: Tone) -> &'static str {
        match tone {
            Tone::Accent => self.accent_wash,
            Tone::Loss => self.loss_wash,
            _ => segment(tone).and_then(|place| self.washes.get(place)).copied().unwrap_or(self.faint),
        }
    }
}

/// The place of a segment's tone in the palette; `None` for other tones.
fn segment(tone: Tone) -> Option<usize> {
    [Tone::A, Tone::B, Tone::C, Tone::D, Tone::None].into_iter().position(|segment| segment == tone)
}

fn axis(out: &mut String, axis: &Axis, palette: &Palette) {
    for tick in &axis.ticks {
        if let Some((from, to)) = tick.grid {
            let (from, to) = match axis.direction {
                Direction::Vertical => (Place { x: from, y: tick.at }, Place { x: to, y: tick.at }),
                Direction::Horizontal => (Place { x: tick.at, y: from }, Place { x: tick.at, y: to }),
            };
            line(out, from, to, palette.faint, Stroke::Thin);
        }
        if let Some(label) = &tick.label {
            text(out, label, palette);
        }
    }
    if axis.direction == Direction::Horizontal {
        let (from, to) = (Place { x: axis.start, y: axis.at }, Place { x: axis.end, y: axis.at });
        line(out, from, to, palette.soft, Stroke::Thin);
        for tick in &axis.ticks {
            let (from, to) = (Place { x: tick.at, y: axis.at }, Place { x: tick.at, y: axis.at + 4.0 });
            line(out, from, to, palette.soft, Stroke::Thin);
        }
    }
    if let Some(title) = &axis.title {
        text(out, title, palette);
    }
}

fn mark(out: &mut String, mark: &Mark, palette: &Palette) {
    match mark {
        Mark::Line(it) => {
            let _ = writeln!(
                out,
                "<path d=\"{}\" fill=\"none\" stroke=\"{}\"{}/>",
                it.path(),
                palette.colour(it.tone),
                stroke_attributes(it.stroke)
            );
        }
        Mark::Area(it) => {
            let fill = filled(it.fill, it.tone, palette);
            let _ = writeln!(out, "<path d=\"{}\" fill=\"{fill}\"{}/>", it.path(), opacity(it.fill));
        }
        Mark::Cloud(it) => {
            let fill = filled(it.fill, it.tone, palette);
            let _ = writeln!(out, "<path d=\"{}\" fill=\"{fill}\"{}/>", it.path(), opacity(it.fill));
        }
        Mark::Point(it) => point(out, it, palette),
        Mark::Rule(it) => line(out, it.from, it.to, palette.colour(it.tone), it.stroke),
        Mark::Rect(it) => rect(out, it, palette),
        Mark::Text(it) => text(out, it, palette),
    }
}

fn point(out: &mut String, point: &Point, palette: &Palette) {
    let (fill, paper) = (palette.colour(point.tone), palette.paper);
    // An edge parts a point from what it lies on; a dot on a line would only look like a gap in it.
    let edge = if point.is_dot() { String::new() } else { format!(" stroke=\"{paper}\"") };
    let _ = writeln!(out, "<path d=\"{}\" fill=\"{fill}\"{edge}/>", point.path());
    if !point.letter.is_empty() {
        text(out, &point.letter_text(), palette);
    }
}

fn rect(out: &mut String, rect: &Rect, palette: &Palette) {
    if rect.fill == Fill::Clear {
        return;
    }
    let frame = rect.frame;
    let fill = filled(rect.fill, rect.tone, palette);
    let _ = writeln!(
        out,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{fill}\"{}/>",
        short(frame.left),
        short(frame.top),
        short(frame.width().max(0.0)),
        short(frame.height().max(0.0)),
        opacity(rect.fill),
    );
    if rect.fill == Fill::Hatched {
        let stroke = palette.colour(rect.tone);
        let _ = writeln!(
            out,
            "<path d=\"{}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"2\"/>",
            rect.hatch()
        );
    }
}

fn text(out: &mut String, text: &Text, palette: &Palette) {
    let anchor = match text.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = if text.bold { " font-weight=\"600\"" } else { "" };
    let halo = if text.halo {
        format!(
            " stroke=\"{}\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
            palette.paper
        )
    } else {
        String::new()
    };
    let _ = writeln!(
        out,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"{anchor}{weight}{halo}>{}</text>",
        short(text.place.x),
        short(text.place.y),
        short(text.size),
        palette.colour(text.tone),
        escaped(&text.text)
    );
}

fn line(out: &mut String, from: Place, to: Place, stroke: &str, style: Stroke) {
    let _ = writeln!(
        out,
        "<path d=\"M{} {}L{} {}\" fill=\"none\" stroke=\"{stroke}\"{}/>",
        short(from.x),
        short(from.y),
        short(to.x),
        short(to.y),
        stroke_attributes(style)
    );
}

fn stroke_attributes(stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::Bold => " stroke-width=\"2.5\" stroke-linejoin=\"round\" stroke-linecap=\"round\"",
        Stroke::Thin => "",
        Stroke::Dashed => " stroke-dasharray=\"4 4\"",
    }
}

/// The attribute that lets the paper through a shade; empty for other fills.
fn opacity(fill: Fill) -> String {
    match fill {
        Fill::Shade(_) => format!(" fill-opacity=\"{}\"", fill.opacity()),
        _ => String::new(),
    }
}

fn filled(fill: Fill, tone: Tone, palette: &Palette) -> &'static str {
    match fill {
        Fill::Full | Fill::Shade(_) => palette.colour(tone),
        Fill::Clear => "none",
        Fill::Wash | Fill::Hatched => palette.wash(tone),
    }
}

/// The text without characters that XML forbids or reads as markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
    out
}
