//! Texts: the cells of a text column in one stretch of memory; what returns is kept once.

/// A column of texts; `None` is missing.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    letters: String,
    /// Where each cell stands; [`MISSING`] for none.
    cells: Vec<(u32, u32)>,
    /// Cells met lately, by their fingerprint.
    lately: Vec<(u32, u32)>,
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
        for text in texts {
            let place = text.map_or(MISSING, |text| self.place(text));
            self.cells.push(place);
        }
    }

    /// Makes the column as long as this, with missing cells.
    pub fn resize(&mut self, len: usize) {
        self.cells.resize(len, MISSING);
    }

    fn place(&mut self, text: &str) -> (u32, u32) {
        let is_worth_it = self.met < ENOUGH || self.returned > self.met / 16;
        if !is_worth_it {
            return self.append(text);
        }
        self.met += 1;
        if self.lately.is_empty() {
            self.lately.resize(LATELY, (0, 0));
        }
        let slot = fingerprint(text.as_bytes()) as usize % LATELY;
        let (from, to) = self.lately[slot];
        let known = self.letters.as_bytes().get(from as usize..to as usize).unwrap_or(&[]);
        if is_same(known, text.as_bytes()) && !known.is_empty() {
            self.returned += 1;
            return (from, to);
        }
        let place = self.append(text);
        self.lately[slot] = place;
        place
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

/// A number that differs for nearly all different texts.
#[inline]
pub(crate) fn fingerprint(bytes: &[u8]) -> u32 {
    const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut sum = bytes.len() as u64;
    let mut mix = |eight: u64| {
        sum = (sum ^ eight).wrapping_mul(MIX);
        sum ^= sum >> 29;
    };
    // The end is read with some of what stands before it: that is quicker than byte by byte.
    match (bytes.last_chunk::<8>(), bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (Some(last), ..) => {
            bytes.as_chunks::<8>().0.iter().for_each(|eight| mix(u64::from_le_bytes(*eight)));
            mix(u64::from_le_bytes(*last));
        }
        (None, Some(first), Some(last)) => {
            mix(u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last)));
        }
        _ => mix(bytes.iter().fold(0, |sum, byte| (sum << 8) | u64::from(*byte))),
    }
    ((sum ^ (sum >> 32)).wrapping_mul(MIX) >> 32) as u32
}

/// Whether texts are the same; for short ones quicker than asking the machine to compare memory.
#[inline]
fn is_same(one: &[u8], other: &[u8]) -> bool {
    let (eights, rest) = one.as_chunks::<8>();
    let (others, other_rest) = other.as_chunks::<8>();
    one.len() == other.len()
        && eights
            .iter()
            .zip(others)
            .all(|(one, other)| u64::from_le_bytes(*one) == u64::from_le_bytes(*other))
        && rest.iter().zip(other_rest).all(|(one, other)| one == other)
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
