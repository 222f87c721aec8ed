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
}

const MISSING: (u32, u32) = (u32::MAX, u32::MAX);
/// How many texts are remembered.
const LATELY: usize = 1 << 12;
/// After so many texts a column of which hardly any returns is no longer compared.
const ENOUGH: u32 = 1 << 14;

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
        if self.letters.get(from as usize..to as usize) == Some(text) {
            self.returned += 1;
            return (from, to);
        }
        let place = self.append(text);
        self.lately[slot] = place;
        place
    }

    fn append(&mut self, text: &str) -> (u32, u32) {
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
pub(super) fn fingerprint(bytes: &[u8]) -> u32 {
    const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut sum = bytes.len() as u64;
    let (eights, rest) = bytes.as_chunks::<8>();
    for eight in eights {
        sum = (sum ^ u64::from_le_bytes(*eight)).wrapping_mul(MIX);
        sum ^= sum >> 29;
    }
    let mut last = 0;
    for byte in rest {
        last = (last << 8) | u64::from(*byte);
    }
    sum = (sum ^ last).wrapping_mul(MIX);
    ((sum ^ (sum >> 32)).wrapping_mul(MIX) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

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
