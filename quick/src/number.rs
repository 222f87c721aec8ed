//! Usual numbers: reads cells that are written as nearly all are, without going through every way of writing.

/// A number as nearly all are written: `1234`, `-12,50`, `12.5`. It reads the same in every column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usual {
    /// The digits as one whole number, with its sign.
    pub mantissa: i64,
    /// How many of them stand behind the decimal character.
    pub decimals: u32,
    /// That character, when there is one.
    pub decimal: Option<u8>,
}

/// Reads a cell that is written as most are, without going through every way of writing. `None` says nothing: then
/// a closer look tells.
#[inline]
pub fn usual(cell: &[u8]) -> Option<Usual> {
    let (negative, digits) = match cell {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, cell),
    };
    if digits.is_empty() || digits.len() > 16 {
        return None;
    }
    let (mut mantissa, mut separator) = (0_i64, None);
    for (place, byte) in digits.iter().enumerate() {
        let digit = byte.wrapping_sub(b'0');
        if digit < 10 {
            mantissa = mantissa * 10 + i64::from(digit);
        } else if matches!(byte, b'.' | b',') && separator.is_none() && place > 0 {
            separator = Some((place, *byte));
        } else {
            return None;
        }
    }
    if negative && mantissa == 0 {
        return None;
    }
    let mantissa = if negative { -mantissa } else { mantissa };
    let Some((place, decimal)) = separator else {
        return Some(Usual { mantissa, decimals: 0, decimal: None });
    };
    let behind = digits.len() - place - 1;
    // Three digits may be thousands, none at all a stop.
    let decides = !matches!(behind, 0 | 3);
    decides.then_some(Usual { mantissa, decimals: behind as u32, decimal: Some(decimal) })
}

/// As [`usual`], for a cell that stands at the beginning of `ahead`: eight digits at a time.
#[inline(always)]
pub(crate) fn usual_ahead(cell: &[u8], ahead: &[u8]) -> Option<Usual> {
    let whole = match cell {
        [.., b',' | b'.', _, _] => cell.len() - 3,
        _ => cell.len(),
    };
    let Some(first) = ahead.first_chunk::<8>().filter(|_| (1..=8).contains(&whole)) else {
        return usual(cell);
    };
    let Some(mantissa) = eight_digits(*first, whole) else { return usual(cell) };
    let Some([decimal, tens, ones]) = cell.get(whole..).and_then(|rest| rest.first_chunk::<3>()) else {
        return Some(Usual { mantissa, decimals: 0, decimal: None });
    };
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    if tens > 9 || ones > 9 {
        return None;
    }
    let mantissa = mantissa * 100 + i64::from(tens) * 10 + i64::from(ones);
    Some(Usual { mantissa, decimals: 2, decimal: Some(*decimal) })
}

/// The number that the first `count` bytes (1–8) are; `None` when one of them is no digit.
#[inline(always)]
fn eight_digits(bytes: [u8; 8], count: usize) -> Option<i64> {
    let shift = (8 - count) * 8;
    // The digits move to the end, zeroes come before them.
    let digits = (u64::from_le_bytes(bytes) ^ ZEROES) << shift;
    are_digits(digits).then(|| i64::from(eight_digits_of(digits)))
}

/// The number that eight digits are, the first in the lowest byte.
#[inline(always)]
pub(crate) fn eight_digits_of(digits: u64) -> u32 {
    // Neighbours are put together: two digits, four, eight.
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8) & 0x00FF_00FF_00FF_00FF;
    let fours = pairs.wrapping_mul(100).wrapping_add(pairs >> 16) & 0x0000_FFFF_0000_FFFF;
    fours.wrapping_mul(10_000).wrapping_add(fours >> 32) as u32
}

/// What makes a number below ten of each of eight digits, and of each of those a digit.
pub(crate) const ZEROES: u64 = 0x3030_3030_3030_3030;

/// Whether none of eight bytes is above nine.
#[inline(always)]
pub(crate) fn are_digits(bytes: u64) -> bool {
    (bytes.wrapping_add(0x7676_7676_7676_7676) | bytes) & 0x8080_8080_8080_8080 == 0
}

/// What the usual numbers of a stretch of rows tell about their column, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub commas: usize,
    pub points: usize,
    /// Whether one is larger than 1, whatever its sign.
    pub above_one: bool,
}

impl Tally {
    /// Counts a number.
    #[inline(always)]
    pub fn add(&mut self, number: Usual) {
        self.commas += usize::from(number.decimal == Some(b','));
        self.points += usize::from(number.decimal == Some(b'.'));
        self.above_one = self.above_one || number.is_above_one();
    }
}

/// What 1 is as a whole number, by the decimals: of sixteen digits one stands before them at least.
const TENS: [u64; 16] = {
    let mut tens = [1; 16];
    let mut place = 1;
    while place < tens.len() {
        tens[place] = tens[place - 1] * 10;
        place += 1;
    }
    tens
};

impl Usual {
    #[inline(always)]
    fn is_above_one(self) -> bool {
        let one = TENS.get(self.decimals as usize).copied().unwrap_or(u64::MAX);
        self.mantissa.unsigned_abs() > one
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_digits_at_a_time_read_as_one_by_one() {
        let cells = "7;12;123;1234;12345678;123456789;0,00;1,50;12,5;123,45;12345678,90;123456789,01;-5;-5,25;1.234;5,;,50;0;007;\
            a;1a;12,a5;12,5a;/1;:1;1:;99999999;99999999,99;1e5;1 2";
        for cell in cells.split(';') {
            for behind in ["", ";", "9", "9999999999", ";;;;;;;;;;;", "\u{ff}\u{ff}\u{ff}\u{ff}"] {
                let ahead = format!("{cell}{behind}");
                let read = usual_ahead(cell.as_bytes(), ahead.as_bytes());
                assert_eq!(read, usual(cell.as_bytes()), "{cell:?} before {behind:?}");
            }
        }
    }
}
