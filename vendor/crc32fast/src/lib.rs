//! What `zip` asks of the crate crc32fast, done by zlib-rs, which unpacks the same files and computes the same sums with
//! tables of its own. Both in one module would carry 16 kB more that cannot be compressed.

use zlib_rs::crc32::crc32;

/// The checksum of all these bytes.
pub fn hash(bytes: &[u8]) -> u32 {
    crc32(0, bytes)
}

/// A checksum on its way.
#[derive(Clone, Debug, Default)]
pub struct Hasher(u32);

impl Hasher {
    /// The checksum of nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Goes on from a checksum; how many bytes it was of does not matter here.
    pub fn new_with_initial_len(checksum: u32, _length: u64) -> Self {
        Self(checksum)
    }

    /// Takes in more bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0 = crc32(self.0, bytes);
    }

    /// The checksum of all bytes that were taken in.
    pub fn finalize(self) -> u32 {
        self.0
    }

    /// Begins anew.
    pub fn reset(&mut self) {
        self.0 = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &[u8], expected: u32) {
        assert_eq!(hash(text), expected);
        let mut hasher = Hasher::new();
        text.chunks(3).for_each(|piece| hasher.update(piece));
        assert_eq!(hasher.finalize(), expected);
    }

    #[test]
    fn checksums_are_those_of_the_standard() {
        check(b"", 0);
        check(b"123456789", 0xcbf4_3926);
        check(b"The quick brown fox jumps over the lazy dog", 0x414f_a339);
    }
}
