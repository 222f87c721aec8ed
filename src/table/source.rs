//! Sources: where the bytes of a long list can be had again, so that they need not stay in memory.

use std::fmt::Debug;

/// Bytes that can be read at any place, again and again: a file, a piece of memory.
pub trait Source: Debug {
    /// How many there are.
    fn len(&self) -> u64;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes of a stretch; `None` when they cannot be had any more.
    fn bytes(&self, from: u64, to: u64) -> Option<Vec<u8>>;
}

/// Bytes in memory.
impl Source for Vec<u8> {
    fn len(&self) -> u64 {
        self.as_slice().len() as u64
    }

    fn bytes(&self, from: u64, to: u64) -> Option<Vec<u8>> {
        self.get(usize::try_from(from).ok()?..usize::try_from(to).ok()?).map(<[u8]>::to_vec)
    }
}
