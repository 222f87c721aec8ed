//! Text that fits: estimated widths, shortening, wrapping, and greedy placement without overlaps.

use super::scene::{Anchor, Frame, Place, Text};

/// The font size of ordinary chart text, in pixels; nothing is smaller.
pub const SIZE: f32 = 12.0;
/// From one line of text to the next.
pub const LINE: f32 = 16.0;

/// How much wider bold text is.
pub const BOLD: f32 = 1.1;
/// Space kept free around a placed label.
const APART: f32 = 3.0;

/// The estimated width of a text in pixels, on the wide side of the common system fonts.
pub fn text_width(text: &str, size: f32) -> f32 {
    text.chars().map(em).sum::<f32>() * size
}

/// Width of a bold text.
pub fn bold_width(text: &str, size: f32) -> f32 {
    text_width(text, size) * BOLD
}

/// The text, cut with an ellipsis when it is wider than `width`.
pub fn shortened(text: &str, size: f32, width: f32) -> String {
    if text_width(text, size) <= width {
        return text.to_owned();
    }
    let mut left = width - text_width("…", size);
    let mut out = String::new();
    for character in text.chars() {
        left -= em(character) * size;
        if left < 0.0 {
            break;
        }
        out.push(character);
    }
    let kept = out.trim_end().len();
    out.truncate(kept);
    out.push('…');
    out
}

/// The text in lines no wider than `width`, at most `most` of them; the last one is shortened when words are left.
pub fn wrapped(text: &str, size: f32, width: f32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut words = text.split(' ').filter(|word| !word.is_empty()).peekable();
    while words.peek().is_some() && lines.len() < most.max(1) {
        let last = lines.len() + 1 == most.max(1);
        let mut line = words.next().unwrap_or_default().to_owned();
        while let Some(word) = words.peek() {
            let longer = format!("{line} {word}");
            if !last && text_width(&longer, size) > width {
                break;
            }
            line = longer;
            words.next();
        }
        lines.push(shortened(&line, size, width));
    }
    lines
}

/// Where a placed text lies, roughly: from a little above its capitals to below its descenders.
pub fn bounds(text: &Text) -> Frame {
    let width = if text.bold { bold_width(&text.text, text.size) } else { text_width(&text.text, text.size) };
    let left = match text.anchor {
        Anchor::Start => text.place.x,
        Anchor::Middle => text.place.x - width / 2.0,
        Anchor::End => text.place.x - width,
    };
    Frame {
        left,
        right: left + width,
        top: text.place.y - text.size * 0.85,
        bottom: text.place.y + text.size * 0.25,
    }
}

/// Places labels one after the other, each where it covers nothing that was there before.
#[derive(Clone, Debug)]
pub struct Placer {
    within: Frame,
    taken: Vec<Frame>,
}

impl Placer {
    /// Labels may lie anywhere within the frame.
    pub fn new(within: Frame) -> Self {
        Self { within, taken: Vec::new() }
    }

    /// Marks a region that no label may cover.
    pub fn occupy(&mut self, frame: Frame) {
        self.taken.push(frame);
    }

    /// The text beside its target: right, left, above or below, nearest first; `None` when each of these would
    /// cover something or leave the frame. What is placed is taken.
    pub fn beside(&mut self, target: Place, radius: f32, text: Text) -> Option<Text> {
        let middle = text.size * 0.3;
        let near = radius + 5.0;
        let slant = near * 0.75;
        let spots = [
            (near, middle, Anchor::Start),
            (-near, middle, Anchor::End),
            (slant, -slant, Anchor::Start),
            (slant, slant + text.size * 0.7, Anchor::Start),
            (-slant, -slant, Anchor::End),
            (-slant, slant + text.size * 0.7, Anchor::End),
            (0.0, -near - 1.0, Anchor::Middle),
            (0.0, near + text.size * 0.8, Anchor::Middle),
        ];
        spots.into_iter().find_map(|(dx, dy, anchor)| {
            let place = Place { x: target.x + dx, y: target.y + dy };
            self.try_place(Text { place, anchor, ..text.clone() })
        })
    }

    /// The text where it says, when that is free.
    pub fn try_place(&mut self, text: Text) -> Option<Text> {
        let frame = bounds(&text);
        let free = frame.is_within(&self.within) && !self.taken.iter().any(|taken| taken.overlaps(&frame));
        free.then(|| {
            self.taken.push(Frame {
                left: frame.left - APART,
                top: frame.top - APART,
                right: frame.right + APART,
                bottom: frame.bottom + APART,
            });
            text
        })
    }
}

impl Frame {
    /// From left to right.
    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    /// From top to bottom.
    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// Whether the two share any area.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether it lies wholly in the other.
    pub fn is_within(&self, other: &Self) -> bool {
        self.left >= other.left
            && self.right <= other.right
            && self.top >= other.top
            && self.bottom <= other.bottom
    }
}

/// The width of a character as a share of the font size, as in DejaVu Sans: the widest of the common fonts.
fn em(character: char) -> f32 {
    match character {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0.0,
        'i' | 'j' | 'l' | 'I' | '\'' | '|' => 0.29,
        '.' | ',' | ':' | ';' | ' ' | '\u{a0}' | '’' | '·' | '/' | '-' => 0.34,
        't' | 'f' | 'r' | '(' | ')' | '[' | ']' | '!' => 0.4,
        'c' | 's' | 'z' | '"' | '–' => 0.54,
        'm' | '%' | 'W' | '@' | '…' | '—' => 1.0,
        'w' | 'M' | '−' | '+' | '=' | '≥' | '≤' => 0.86,
        'C' | 'D' | 'G' | 'N' | 'O' | 'Q' | 'H' | '&' => 0.77,
        'A'..='Z' => 0.68,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffef}' | '\u{1f000}'.. => 1.1,
        _ => 0.63,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Placer, SIZE, bounds, shortened, text_width, wrapped};
    use crate::chart::scene::{Frame, Place, Text};

    fn check(text: &str, width: f32, expected: &str) {
        assert_eq!(shortened(text, SIZE, width), expected);
    }

    #[test]
    fn long_texts_are_cut_with_an_ellipsis() {
        check("Acme", 100.0, "Acme");
        check("Bakkerij De Gouden Aar", 80.0, "Bakkerij D…");
        check("Bakkerij De Gouden Aar", 0.0, "…");
        check("", 10.0, "");
    }

    #[test]
    fn words_wrap() {
        assert_eq!(wrapped("wij hebben hen nodig", SIZE, 70.0, 3), ["wij hebben", "hen nodig"]);
        assert_eq!(wrapped("een twee drie vier", SIZE, 60.0, 1).len(), 1);
        assert!(wrapped("", SIZE, 60.0, 2).is_empty());
    }

    proptest! {
        #[test]
        fn placed_labels_neither_overlap_nor_clip(targets in proptest::collection::vec((0.0..400.0_f32, 0.0..300.0_f32), 0..60)) {
            let frame = Frame { left: 0.0, top: 0.0, right: 400.0, bottom: 300.0 };
            let mut placer = Placer::new(frame);
            let placed: Vec<Frame> = targets.iter().enumerate().filter_map(|(i, &(x, y))| {
                let text = Text { text: format!("Customer {i}"), size: SIZE, ..Text::default() };
                placer.beside(Place { x, y }, 6.0, text).map(|text| bounds(&text))
            }).collect();
            for (i, one) in placed.iter().enumerate() {
                prop_assert!(one.is_within(&frame));
                prop_assert!(placed.iter().skip(i + 1).all(|other| !other.overlaps(one)));
            }
        }

        #[test]
        fn shortened_texts_fit(text in ".{0,60}", width in 12.0..300.0_f32) {
            prop_assert!(text_width(&shortened(&text, SIZE, width), SIZE) <= width + 0.01);
        }
    }
}
