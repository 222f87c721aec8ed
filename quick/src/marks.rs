//! Splitting: finds delimiters, quotes and line ends sixty-four bytes at a time.
//!
//! Each stretch of 64 bytes becomes one number with a bit for every byte that means something, so that the bytes of
//! a cell are never looked at one by one.

/// Bytes a stretch holds.
pub(crate) const STRETCH: usize = 64;

/// The bytes that mean something: delimiter, quote, line feed, carriage return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marks {
    wanted: [u8; 4],
}

impl Marks {
    pub(crate) fn new(delimiter: u8, quote: u8) -> Self {
        Self { wanted: [delimiter, quote, b'\n', b'\r'] }
    }

    /// A bit for every mark in the stretch that begins at `at`, the lowest for the first byte; past the end of
    /// the bytes there are none.
    #[inline(never)]
    pub(crate) fn in_stretch(self, bytes: &[u8], at: usize) -> u64 {
        self.each_in_stretch(bytes, at).into_iter().fold(0, |all, one| all | one)
    }

    /// As [`Marks::in_stretch`], for each of them: delimiters, quotes, line feeds, carriage returns.
    #[inline(always)]
    pub(crate) fn each_in_stretch(self, bytes: &[u8], at: usize) -> [u64; 4] {
        match bytes.get(at..).and_then(|rest| rest.first_chunk::<STRETCH>()) {
            Some(stretch) => marks(stretch, self.wanted),
            None => self.at_the_end(bytes.get(at..).unwrap_or(&[])),
        }
    }

    #[cold]
    fn at_the_end(self, rest: &[u8]) -> [u64; 4] {
        let places = |wanted: u8| {
            let bits = rest.iter().enumerate().map(|(place, byte)| u64::from(*byte == wanted) << place);
            bits.fold(0, |found, bit| found | bit)
        };
        self.wanted.map(places)
    }
}

/// Four times sixteen bytes, each compared with the four wanted ones at once.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline(always)]
fn marks(stretch: &[u8; STRETCH], wanted: [u8; 4]) -> [u64; 4] {
    use std::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_splat, u64x2};
    let half = |at: usize| {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(&stretch[at..at + 8]);
        u64::from_le_bytes(bytes)
    };
    let sixteen = [0, 16, 32, 48].map(|at| u64x2(half(at), half(at + 8)));
    wanted.map(|byte| {
        let wanted = u8x16_splat(byte);
        let [a, b, c, d] = sixteen.map(|bytes| u64::from(u8x16_bitmask(u8x16_eq(bytes, wanted))));
        a | (b << 16) | (c << 32) | (d << 48)
    })
}

/// The same on ordinary numbers of eight bytes.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
fn marks(stretch: &[u8; STRETCH], wanted: [u8; 4]) -> [u64; 4] {
    const LOW: u64 = 0x0101_0101_0101_0101;
    const REST: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    /// Brings the top bits of eight bytes together in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    wanted.map(|byte| {
        let eights = stretch.as_chunks::<8>().0.iter().enumerate();
        eights.fold(0, |found, (place, bytes)| {
            let different = u64::from_le_bytes(*bytes) ^ (LOW * u64::from(byte));
            // The top bit of a byte stays clear only when all its bits are: no borrow runs into a neighbour.
            let equal = !(((different & REST) + REST) | different | REST);
            found | (((equal >> 7).wrapping_mul(GATHER) >> 56) << (place * 8))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_found_and_nothing_else() {
        let marks = Marks::new(b';', b'"');
        let mut state = 1_u32;
        for length in 0..200 {
            let bytes: Vec<u8> = (0..length)
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    *b";\"\n\r:!\x0b\x0c\x8a\xbb\x00\xffabc".get((state >> 24) as usize % 15).unwrap_or(&0)
                })
                .collect();
            for at in [0, 1, 63, 64, 100] {
                let stretch = bytes.iter().skip(at).take(STRETCH).enumerate();
                let expected = stretch
                    .fold(0, |sum, (place, byte)| sum | (u64::from(b";\"\n\r".contains(byte)) << place));
                assert_eq!(marks.in_stretch(&bytes, at), expected, "{bytes:?} from {at}");
            }
        }
    }
}
