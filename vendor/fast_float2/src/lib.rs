//! What `calamine` asks of the crate fast-float2, done by the standard library, which has had the same algorithm since
//! Rust 1.55. Both in one module would carry its table of powers of five twice: 10 kB that cannot be compressed.

use std::fmt;
use std::str::FromStr;

/// The text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Error;

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("error while parsing a float")
    }
}

impl std::error::Error for Error {}

/// A number or why there is none.
pub type Result<T> = std::result::Result<T, Error>;

/// The numbers that can be read.
pub trait FastFloat: FromStr {}

impl FastFloat for f32 {}
impl FastFloat for f64 {}

/// The number that a whole text is.
///
/// # Errors
/// When it is none.
pub fn parse<T: FastFloat, S: AsRef<[u8]>>(text: S) -> Result<T> {
    std::str::from_utf8(text.as_ref()).ok().and_then(|text| text.parse().ok()).ok_or(Error)
}
