//! Days: a day of the calendar in four bytes, in the order of the calendar.

use crate::columns::places;
use crate::number::{ZEROES, are_digits};

/// A day, or none. Days compare as the calendar has them; none comes before all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(u32);

/// So that years before zero keep their place in the order.
const YEAR_ZERO: i16 = 10_000;
/// The years that are read from lists; outside them a number is no date.
pub(crate) const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

impl Day {
    /// No day.
    pub const MISSING: Self = Self(0);

    /// A day that is known to exist.
    #[inline(always)]
    pub fn of(year: i16, month: i8, day: i8) -> Self {
        Self(((year + YEAR_ZERO) as u32) << 9 | (month as u32) << 5 | day as u32)
    }

    /// Year, month and day; `None` when it is none.
    #[inline(always)]
    pub fn parts(self) -> Option<(i16, i8, i8)> {
        let year = (self.0 >> 9) as i16 - YEAR_ZERO;
        (self.0 != 0).then_some((year, (self.0 >> 5 & 15) as i8, (self.0 & 31) as i8))
    }

    /// Its year, counted from this one, above four bits of its month and five of its day; of an earlier day, or none, a number larger
    /// than that of any later one.
    #[inline(always)]
    pub(crate) fn since(self, year: i16) -> u32 {
        self.0.wrapping_sub(((year + YEAR_ZERO) as u32) << 9)
    }

    /// Whether it is none.
    #[inline(always)]
    pub fn is_missing(self) -> bool {
        self.0 == 0
    }

    /// The latest of these that is not after the limit; missing when there is none.
    #[inline(never)]
    pub fn latest(days: &[Self], limit: Self) -> Self {
        days.iter().filter(|day| **day <= limit).max().copied().unwrap_or(Self::MISSING)
    }

    /// The places of days after the limit, and with `needed` of those that are missing.
    #[inline(never)]
    pub fn outside(days: &[Self], limit: Self, needed: bool) -> Vec<u32> {
        let is_outside = |day: &Self| *day > limit || (needed && day.is_missing());
        places(days, is_outside)
    }

    /// A day of a list: `None` when the calendar has no such day, or the year is none that is read.
    #[inline(always)]
    pub(crate) fn in_list(year: i16, month: i8, day: i8) -> Option<Self> {
        const LENGTHS: [i8; 16] = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0, 0, 0];
        let may_be = (1..=12).contains(&month) && day >= 1 && YEARS.contains(&year);
        let is_leap_day = || month == 2 && day == 29 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let is = may_be && (day <= LENGTHS[(month & 15) as usize] || is_leap_day());
        is.then(|| Self::of(year, month, day))
    }
}

/// Day, month or the other way round, and year of a cell written as `31-12-2025`; `None` when it is written otherwise.
#[inline(always)]
pub(crate) fn usual(cell: &[u8]) -> Option<(i8, i8, i16)> {
    // Eight bytes at once, the lowest first: two digits, a separator, two digits, a separator, two digits.
    const DIGITS: u64 = 0xFFFF_00FF_FF00_FFFF;
    let cell: &[u8; 10] = cell.try_into().ok()?;
    let eight = u64::from_le_bytes(*cell.first_chunk()?);
    let two = u64::from(u16::from_le_bytes([cell[8], cell[9]]));
    let (numbers, more) = ((eight ^ ZEROES) & DIGITS, (two ^ ZEROES) & 0xFFFF);
    let separators = (eight >> 16 & 0xFF, eight >> 40 & 0xFF);
    let is_separator = matches!(cell[2], b'-' | b'/' | b'.');
    if !are_digits(numbers) || !are_digits(more) || separators.0 != separators.1 || !is_separator {
        return None;
    }
    // Every byte becomes ten times itself and its neighbour.
    let pairs = numbers * 10 + (numbers >> 8);
    let year = (pairs >> 48 & 0xFF) * 100 + ((more * 10 + (more >> 8)) & 0xFF);
    Some((pairs as i8, (pairs >> 24) as i8, year as i16))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar_and_keep_its_order() {
        let mut days = 0;
        for year in 1899..=2201 {
            for month in -1..=13 {
                days += (-1..=33).filter(|day| Day::in_list(year, month, *day).is_some()).count();
            }
        }
        // 300 years with 73 leap days: 1900, 2100 have none.
        assert_eq!(days, 300 * 365 + 73);
        let day = Day::of(2024, 2, 29);
        assert_eq!((day.parts(), Day::MISSING.parts()), (Some((2024, 2, 29)), None));
        assert!(Day::MISSING < Day::of(-9999, 1, 1) && Day::of(-9999, 1, 1) < Day::of(1999, 12, 31));
        assert!(Day::of(1999, 12, 31) < Day::of(2000, 1, 1) && Day::of(2000, 1, 31) < Day::of(2000, 2, 1));
    }

    #[test]
    fn only_days_in_ten_characters_are_usual() {
        for (cell, expected) in [
            ("31-12-2025", Some((31, 12, 2025))),
            ("99/00/0001", Some((99, 0, 1))),
            ("1-12-2025", None),
            ("31-12/2025", None),
            ("2025-12-31", None),
            ("31 12 2025", None),
            ("3a-12-2025", None),
            ("31-12-202:", None),
            ("/1-12-2025", None),
            ("31-12-20\u{b9}", None),
        ] {
            assert_eq!(usual(cell.as_bytes()), expected, "{cell}");
        }
    }
}
