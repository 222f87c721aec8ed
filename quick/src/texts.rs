//! Texts: the cells of a text column in one stretch of memory; what returns is kept once.

use crate::print::Print;

/// A column of texts; `None` is missing.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    letters: String,
    /// Where each cell stands; [`MISSING`] for none.
    cells: Vec<(u32, u32)>,
    /// Cells met lately, with their prints.
    lately: Vec<(Print, u32, u32)>,
    met: u32,
    returned: u32,
    /// How many cells there will be, as far as is known.
    expected: usize,
}

const MISSING: (u32, u32) = (u32::MAX, u32::MAX);
/// How many texts are remembered.
const LATELY: usize = 1 << 12;
/// After so many texts a column of which hardly any returns is no longer compared.
const ENOUGH: u32 = 1 << 14;

/// So many bytes are put together before they are added to the letters.
const TOGETHER: usize = 1 << 12;
/// So many texts are not worth the room to put them together in.
const FEW: usize = 16;
/// A little more room than is expected.
const SPARE: f64 = 1.03;

impl Texts {
    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// A cell; `None` when it is missing or not there.
    pub fn get(&self, i: usize) -> Option<&str> {
        let (from, to) = *self.cells.get(i)?;
        self.letters.get(from as usize..to as usize)
    }

    /// All cells in order.
    pub fn iter(&self) -> impl Iterator<Item = Option<&str>> {
        (0..self.len()).map(|i| self.get(i))
    }

    /// Whether every cell holds a text that comes behind that of the cell before it.
    #[inline(never)]
    pub fn ascends(&self) -> bool {
        let letters = self.letters.as_bytes();
        let text = |(from, to): (u32, u32)| letters.get(from as usize..to as usize);
        let is_before = |pair: &[(u32, u32)]| match (text(pair[0]), text(pair[1])) {
            (Some(one), Some(next)) => match (one.first_chunk::<8>(), next.first_chunk::<8>()) {
                (Some(begin), Some(other)) if begin != other => {
                    u64::from_be_bytes(*begin) < u64::from_be_bytes(*other)
                }
                _ => one < next,
            },
            _ => false,
        };
        !self.cells.contains(&MISSING) && self.cells.windows(2).all(is_before)
    }

    /// Sets a cell that is there.
    pub fn set(&mut self, i: usize, text: &str) {
        let place = self.place(text);
        if let Some(cell) = self.cells.get_mut(i) {
            *cell = place;
        }
    }

    /// Adds a cell at the end.
    pub fn push(&mut self, text: &str) {
        let place = self.place(text);
        self.cells.push(place);
    }

    /// Adds cells at the end; `None` is missing.
    #[inline(never)]
    pub fn push_all(&mut self, texts: &[Option<&str>]) {
        self.cells.reserve(texts.len());
        if texts.len() > FEW && !self.is_worth_comparing() {
            return self.append_all(texts);
        }
        for text in texts {
            let place = text.map_or(MISSING, |text| self.place(text));
            self.cells.push(place);
        }
    }

    /// Adds cells none of which was met before, many at a time.
    fn append_all(&mut self, texts: &[Option<&str>]) {
        let (mut some, mut used) = ([0; TOGETHER], 0);
        for text in texts {
            let Some(text) = text else {
                self.cells.push(MISSING);
                continue;
            };
            if some.len() - used < text.len() {
                self.append_whole(&some[..used]);
                used = 0;
            }
            let from = self.letters.len() + used;
            match some.get_mut(used..used + text.len()) {
                Some(room) => {
                    copy(text.as_bytes(), room);
                    used += text.len();
                }
                None => {
                    self.append(text);
                }
            }
            self.cells.push((from as u32, (from + text.len()) as u32));
        }
        self.append_whole(&some[..used]);
    }

    /// Adds the letters of whole texts, which are always letters again.
    fn append_whole(&mut self, texts: &[u8]) {
        self.append(std::str::from_utf8(texts).unwrap_or(""));
    }

    /// Makes the column as long as this, with missing cells.
    pub fn resize(&mut self, len: usize) {
        self.cells.resize(len, MISSING);
    }

    #[inline(always)]
    fn place(&mut self, text: &str) -> (u32, u32) {
        if !self.is_worth_comparing() {
            return self.append(text);
        }
        self.met += 1;
        if self.lately.is_empty() {
            self.lately.resize(LATELY, (Print::default(), 0, 0));
        }
        let print = Print::of(text);
        let slot = print.mixed() as usize % LATELY;
        let (known, from, to) = self.lately[slot];
        // The print of a short text says all of it.
        let is_same = || !print.is_long() || self.letters.get(from as usize..to as usize) == Some(text);
        if known == print && is_same() {
            self.returned += 1;
            return (from, to);
        }
        let (from, to) = self.append(text);
        self.lately[slot] = (print, from, to);
        (from, to)
    }

    fn is_worth_comparing(&self) -> bool {
        self.met < ENOUGH || self.returned > self.met / 16
    }

    /// Makes room for so many cells in all.
    pub fn expect(&mut self, cells: usize) {
        self.expected = cells;
        self.cells.reserve_exact(cells.saturating_sub(self.cells.len()));
    }

    /// Makes room for letters, as many as those so far let expect: growing again and again would copy them each time.
    #[cold]
    fn grow(&mut self) {
        let cells = self.cells.len();
        if cells >= ENOUGH as usize / 4 && self.expected > cells {
            let expected = self.letters.len() as f64 * self.expected as f64 / cells as f64;
            let more = (expected * SPARE) as usize - self.letters.len();
            self.letters.reserve_exact(more);
        }
    }

    fn append(&mut self, text: &str) -> (u32, u32) {
        if self.letters.capacity() - self.letters.len() < text.len() {
            self.grow();
        }
        let from = self.letters.len() as u32;
        self.letters.push_str(text);
        (from, self.letters.len() as u32)
    }
}

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

/// Copies a text to where it fits. Most are short, and asking the machine to copy memory takes longer than this: the first bytes
/// and the last, which may overlap.
#[inline(always)]
fn copy(text: &[u8], room: &mut [u8]) {
    match text.len() {
        4..8 => ends::<4>(text, room),
        8..16 => ends::<8>(text, room),
        16..=32 => ends::<16>(text, room),
        0..4 => room.iter_mut().zip(text).for_each(|(to, byte)| *to = *byte),
        _ => room.copy_from_slice(text),
    }
}

#[inline(always)]
fn ends<const N: usize>(text: &[u8], room: &mut [u8]) {
    if let (Some(first), Some(last)) = (text.first_chunk::<N>(), text.last_chunk::<N>()) {
        if let Some(room) = room.first_chunk_mut() {
            *room = *first;
        }
        if let Some(room) = room.last_chunk_mut() {
            *room = *last;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_ascend_as_the_standard_library_orders_them() {
        let cells = [
            "",
            "a",
            "klant 000001",
            "klant 000002",
            "klant 00001",
            "klant 1",
            "é",
            "klantnummer é",
            "klantnummer z",
        ];
        for one in cells {
            for other in cells {
                let mut texts = Texts::default();
                texts.push_all(&[Some(one), Some(other)]);
                assert_eq!(texts.ascends(), one < other, "{one:?} {other:?}");
                texts.resize(3);
                assert!(!texts.ascends());
            }
        }
    }

    #[test]
    fn texts_that_never_return_are_kept_as_they_are() {
        let cell = |i: usize| match i {
            20_001 => None,
            20_002 => Some("lang".repeat(TOGETHER)),
            20_003 => Some(String::new()),
            _ => Some(format!("{i}{}", "één straat, ".chars().cycle().take(i % 97).collect::<String>())),
        };
        let cells: Vec<Option<String>> = (0..30_000).map(cell).collect();
        let mut texts = Texts::default();
        for some in cells.chunks(700) {
            texts.push_all(&some.iter().map(Option::as_deref).collect::<Vec<_>>());
        }
        assert!(!texts.is_worth_comparing());
        assert!(texts.iter().eq(cells.iter().map(Option::as_deref)));
    }

    #[test]
    fn cells_are_what_was_set_last() {
        let mut texts = Texts::default();
        for i in 0..40_000 {
            texts.push(&format!("klant {}", i % 5000));
        }
        texts.resize(40_001);
        texts.set(7, "anders");
        texts.set(40_000, "");
        assert!((0..40_000).all(|i| i == 7 || texts.get(i) == Some(format!("klant {}", i % 5000).as_str())));
        assert_eq!((texts.get(7), texts.get(40_000), texts.get(40_001)), (Some("anders"), Some(""), None));
        let mut short = Texts::default();
        short.resize(1);
        assert_eq!(short.get(0), None);
    }
}
