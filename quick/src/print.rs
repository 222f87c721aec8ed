//! Prints: a text as a number, so that texts can be told apart without going to where their letters stand.

/// The first eight bytes of a short text, then three more and its length; of a long one a fingerprint and [`LONG`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Print {
    pub(crate) first: u64,
    pub(crate) rest: u32,
}

/// The longest text of which the print says all.
pub(crate) const SHORT: usize = 11;
/// Marks a long one in the place of the length.
const LONG: u32 = 0xFF << 24;
/// Spreads the bits of a number over all of it.
const MIX: u64 = 0x9E37_79B9_7F4A_7C15;

impl Print {
    #[inline(always)]
    pub(crate) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let length = (bytes.len() as u32) << 24;
        match (bytes.first_chunk::<8>(), bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            (Some(_), ..) if bytes.len() > SHORT => Self::of_long(bytes),
            (Some(first), _, Some(last)) => {
                // Of the last four bytes those go that are among the first eight.
                let rest = u32::from_le_bytes(*last).checked_shr(8 * (12 - bytes.len() as u32)).unwrap_or(0);
                Self { first: u64::from_le_bytes(*first), rest: rest | length }
            }
            (None, Some(first), Some(last)) => {
                let last = u64::from(u32::from_le_bytes(*last)) << (8 * (bytes.len() - 4));
                Self { first: u64::from(u32::from_le_bytes(*first)) | last, rest: length }
            }
            _ => Self {
                first: bytes.iter().rev().fold(0, |sum, byte| (sum << 8) | u64::from(*byte)),
                rest: length,
            },
        }
    }

    #[inline(never)]
    fn of_long(bytes: &[u8]) -> Self {
        let mut sum = bytes.len() as u64;
        let mut mix = |eight: u64| {
            sum = (sum ^ eight).wrapping_mul(MIX);
            sum ^= sum >> 29;
        };
        bytes.as_chunks::<8>().0.iter().for_each(|eight| mix(u64::from_le_bytes(*eight)));
        // The end is read with some of what stands before it: that is quicker than byte by byte.
        bytes.last_chunk::<8>().into_iter().for_each(|last| mix(u64::from_le_bytes(*last)));
        Self { first: sum, rest: LONG }
    }

    /// A number that differs for nearly all different prints.
    #[inline(always)]
    pub(crate) fn mixed(self) -> u32 {
        let mixed = (self.first ^ (self.first >> 29)).wrapping_mul(MIX) ^ u64::from(self.rest);
        ((mixed ^ (mixed >> 32)).wrapping_mul(MIX) >> 32) as u32
    }

    /// The length of a short text; of a long one more than that of any.
    #[inline(always)]
    pub(crate) fn length(self) -> usize {
        (self.rest >> 24) as usize
    }

    /// The last eight bytes of a short text, the last of all in the highest byte, and what stands before them; nothing is 0.
    #[inline(always)]
    pub(crate) fn ends(self) -> (u64, u64) {
        let length = self.rest >> 24;
        if length <= 8 {
            return (0, self.first.checked_shl(64 - 8 * length).unwrap_or(0));
        }
        // At most three, of a short text.
        let before = 8 * (length - 8).min(3);
        let more = u64::from(self.rest & 0xFF_FFFF);
        (self.first & ((1 << before) - 1), (self.first >> before) | (more << (64 - before)))
    }

    /// Whether different texts may have the same.
    #[inline(always)]
    pub(crate) fn is_long(self) -> bool {
        self.rest == LONG
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_have_prints_of_their_own() {
        let mut state = 1_u32;
        let mut texts: Vec<String> = vec![String::new(), "\0".into(), "\0\0".into(), "é".into()];
        for length in 1..=SHORT {
            for _ in 0..40 {
                let letters = (0..length).map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    char::from(b'a' + (state >> 30) as u8)
                });
                texts.push(letters.collect());
            }
            // And such that differ from each other in one place, wherever that is.
            texts.extend(
                (0..length).map(|place| format!("{}b{}", "a".repeat(place), "a".repeat(length - place - 1))),
            );
        }
        texts.sort_unstable();
        texts.dedup();
        for one in &texts {
            for other in &texts {
                assert_eq!(Print::of(one) == Print::of(other), one == other, "{one:?} {other:?}");
            }
            assert!(!Print::of(one).is_long());
        }
        assert!(Print::of("twaalf bytes").is_long());
    }
}
