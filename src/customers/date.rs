//! Dates: reads days as people write them; only the order of day and month is a matter of the whole column.
//!
//! A time or zone behind the day is ignored: the day is the one that is written. Years of two digits: 70–99 are
//! 1970–1999, 00–69 are 2000–2069.

use jiff::civil::Date;
use quick::Day;

use crate::calendar::days_after;
use crate::table::fold::fold;
use crate::table::looks::month_of;

/// A cell as a day, as far as it can be read on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scanned {
    /// Only one reading.
    Sure(Date),
    /// Two small numbers and a year, in that order.
    Pair { first: i8, second: i8, year: i16 },
    /// A month without a day: its first.
    Month(Date),
}

/// The years that are read; outside it a number is no date.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;
/// Spreadsheets count days from here (with their leap day of 1900 behind it).
const SERIAL_ZERO: Date = jiff::civil::date(1899, 12, 30);
/// 1954 to 2119: a smaller or larger number is no serial day.
const SERIALS: std::ops::RangeInclusive<i32> = 20_000..=80_000;

/// Reads a trimmed, non-empty cell; `None` when it is no date.
pub(super) fn scan(cell: &str) -> Option<Scanned> {
    if cell.len() > 60 {
        return None;
    }
    if let Some(usual) = scan_usual(cell.as_bytes()) {
        return usual;
    }
    let words = words(cell);
    let sure = |year: i16, month: i8, day: i8| day_of(year, month, day).map(Scanned::Sure);
    match words.as_slice() {
        [Word::Number { value, digits: 8, .. }, ..] => {
            let (year, month, day) =
                ((value / 10_000) as i16, (value / 100 % 100) as i8, (value % 100) as i8);
            sure(year, month, day).or_else(|| {
                let (day, month, year) =
                    ((value / 1_000_000) as i8, (value / 10_000 % 100) as i8, (value % 10_000) as i16);
                sure(year, month, day)
            })
        }
        [Word::Number { value, digits: 5, .. }] => serial(*value),
        [Word::Number { value, digits: 5, .. }, Word::Number { .. }] if is_decimal(cell) => serial(*value),
        [
            Word::Number { value: year, digits: 4, .. },
            Word::Number { value: month, .. },
            Word::Number { value: day, .. },
            ..,
        ] => sure(i16::try_from(*year).ok()?, i8::try_from(*month).ok()?, i8::try_from(*day).ok()?),
        [
            Word::Number { value: year, digits: 4, .. },
            Word::Month(month),
            Word::Number { value: day, .. },
            ..,
        ]
        | [
            Word::Month(month),
            Word::Number { value: day, .. },
            Word::Number { value: year, digits: 4, .. },
            ..,
        ] => sure(i16::try_from(*year).ok()?, *month, i8::try_from(*day).ok()?),
        [
            Word::Number { value: day, .. },
            Word::Month(month),
            Word::Number { value: year, digits, .. },
            ..,
        ] => sure(whole_year(*year, *digits)?, *month, i8::try_from(*day).ok()?),
        [
            Word::Number { value: first, .. },
            Word::Number { value: second, .. },
            Word::Number { value: year, digits, .. },
            ..,
        ] if is_day_separated(cell) => {
            let year = whole_year(*year, *digits)?;
            pair(i8::try_from(*first).ok()?, i8::try_from(*second).ok()?, year)
        }
        [Word::Month(month), Word::Number { value: year, digits: 4, .. }]
        | [Word::Number { value: year, digits: 4, .. }, Word::Month(month)] => {
            day_of(i16::try_from(*year).ok()?, *month, 1).map(Scanned::Month)
        }
        _ => None,
    }
}

/// `31-12-2025` and `2025-12-31` without going through the words, since nearly all dates are written so.
/// `None` when it is neither; `Some(None)` when it is, and no day.
#[allow(clippy::option_option, reason = "outer: not the usual form; inner: no such day")]
fn scan_usual(cell: &[u8]) -> Option<Option<Scanned>> {
    let digits = |from: usize, to: usize| {
        cell[from..to]
            .iter()
            .try_fold(0_i16, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i16::from(byte - b'0')))
    };
    if cell.len() != 10 {
        return None;
    }
    let is_separator = |first: u8, second: u8| first == second && matches!(first, b'-' | b'/' | b'.');
    if is_separator(cell[2], cell[5]) {
        return Some(pair(digits(0, 2)? as i8, digits(3, 5)? as i8, digits(6, 10)?));
    }
    if is_separator(cell[4], cell[7]) {
        let day = day_of(digits(0, 4)?, digits(5, 7)? as i8, digits(8, 10)? as i8);
        return Some(day.map(Scanned::Sure));
    }
    None
}

/// A day in four bytes.
#[inline(always)]
pub(super) fn packed(day: Date) -> Day {
    Day::of(day.year(), day.month(), day.day())
}

/// A day of four bytes as any other; `None` when it is none.
pub(super) fn unpacked(day: Day) -> Option<Date> {
    let (year, month, day) = day.parts()?;
    Date::new(year, month, day).ok()
}

/// Day and month in either order; sure when only one order is possible or both are the same.
fn pair(first: i8, second: i8, year: i16) -> Option<Scanned> {
    let day_first = day_of(year, second, first);
    let month_first = day_of(year, first, second);
    if day_first.is_none() && month_first.is_none() {
        return None;
    }
    Some(match day_first {
        Some(day) if first == second => Scanned::Sure(day),
        _ => Scanned::Pair { first, second, year },
    })
}

fn day_of(year: i16, month: i8, day: i8) -> Option<Date> {
    if !YEARS.contains(&year) {
        return None;
    }
    Date::new(year, month, day).ok()
}

fn whole_year(value: u32, digits: usize) -> Option<i16> {
    let value = i16::try_from(value).ok()?;
    match digits {
        4 => Some(value),
        2 if value >= 70 => Some(1900 + value),
        2 => Some(2000 + value),
        _ => None,
    }
}

fn serial(value: u32) -> Option<Scanned> {
    let days = i32::try_from(value).ok().filter(|days| SERIALS.contains(days))?;
    days_after(SERIAL_ZERO, days).map(Scanned::Sure)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Number { value: u32, digits: usize },
    Month(i8),
    Other,
}

/// Numbers and words of a cell, without weekdays and ordinals (`1st`, `3e`).
fn words(cell: &str) -> Vec<Word> {
    let mut found = Vec::with_capacity(8);
    let mut rest = cell;
    while let Some(first) = rest.chars().next() {
        let length = |is: fn(char) -> bool| rest.find(|letter: char| !is(letter)).unwrap_or(rest.len());
        if first.is_ascii_digit() {
            let digits = length(|letter| letter.is_ascii_digit());
            let value = rest[..digits].parse().unwrap_or(u32::MAX);
            found.push(Word::Number { value, digits });
            rest = &rest[digits..];
        } else if first.is_alphabetic() {
            let letters = length(char::is_alphabetic);
            let word = fold(&rest[..letters]);
            if let Some(month) = month_of(&word) {
                found.push(Word::Month(month));
            } else if !is_weekday_or_ordinal(&word) {
                found.push(Word::Other);
            }
            rest = &rest[letters..];
        } else {
            rest = &rest[first.len_utf8()..];
        }
    }
    found
}

fn is_weekday_or_ordinal(word: &str) -> bool {
    const BEGINNINGS: [&str; 20] = [
        "ma", "di", "wo", "do", "vr", "za", "zo", "mo", "tu", "we", "th", "fr", "sa", "su", "so", "mi", "lu",
        "me", "je", "ve",
    ];
    let ordinal = matches!(word, "st" | "nd" | "rd" | "th" | "e" | "ste" | "de" | "of");
    let weekday = BEGINNINGS.iter().any(|start| word.starts_with(start))
        && (word.len() <= 3
            || word.ends_with("dag")
            || word.ends_with("day")
            || word.ends_with("tag")
            || word.ends_with("di")
            || word.ends_with("mittwoch"));
    ordinal || weekday
}

/// `45000,5`: a serial day with a time.
fn is_decimal(cell: &str) -> bool {
    cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')) && cell.len() > 6
}

/// Whether the first three numbers have one and the same day separator between them: `-`, `/` or `.`.
fn is_day_separated(cell: &str) -> bool {
    let after_digits = |text: &str| text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let start = cell.find(|letter: char| letter.is_ascii_digit()).unwrap_or(0);
    let rest = &cell[start..];
    let rest = &rest[after_digits(rest)..];
    let gap = |text: &str| text.find(|letter: char| letter.is_ascii_digit()).unwrap_or(text.len());
    let first_gap = rest[..gap(rest)].trim();
    let rest = &rest[gap(rest)..];
    let rest = &rest[after_digits(rest)..];
    let second_gap = rest[..gap(rest)].trim();
    first_gap == second_gap && matches!(first_gap, "-" | "/" | "." | "–" | "−" | "\\")
}

/// What a whole column says about the order of day and month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct DayOrder {
    day_first: usize,
    month_first: usize,
    /// Cells that read as two different days.
    pub(super) ambiguous: usize,
    /// Cells without a day.
    pub(super) months: usize,
    /// What the person said.
    chosen: Option<bool>,
}

impl DayOrder {
    /// Nothing seen yet; what the person chose wins over all that follows.
    pub(super) fn new(chosen: Option<bool>) -> Self {
        Self { chosen, ..Self::default() }
    }

    /// Takes in a cell of the column.
    pub(super) fn add(&mut self, scanned: Scanned) {
        self.months += usize::from(matches!(scanned, Scanned::Month(_)));
        if let Scanned::Pair { first, second, year } = scanned {
            let day_first = day_of(year, second, first).is_some();
            let month_first = day_of(year, first, second).is_some();
            match (day_first, month_first) {
                (true, false) => self.day_first += 1,
                (false, true) => self.month_first += 1,
                _ => self.ambiguous += 1,
            }
        }
    }

    /// Takes in so many cells that read as two different days, and so many in which only the first number can be the day.
    pub(super) fn add_usual(&mut self, ambiguous: usize, day_first: usize) {
        self.ambiguous += ambiguous;
        self.day_first += day_first;
    }

    /// Whether the day comes first; it does when nothing tells.
    pub(super) fn is_day_first(&self) -> bool {
        self.chosen.unwrap_or(self.day_first >= self.month_first)
    }

    /// Whether there are cells that nothing decides.
    pub(super) fn is_undecided(&self) -> bool {
        self.ambiguous > 0 && self.chosen.is_none() && self.day_first == self.month_first
    }

    /// The day of a cell in this column; `None` when it does not exist in the column's order.
    pub(super) fn value(&self, scanned: Scanned) -> Option<Date> {
        match scanned {
            Scanned::Sure(day) | Scanned::Month(day) => Some(day),
            Scanned::Pair { first, second, year } if self.is_day_first() => day_of(year, second, first),
            Scanned::Pair { first, second, year } => day_of(year, first, second),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads the cells as one column; `None` stands for unreadable.
    fn check(cells: &[&str], expected: &[Option<&str>], undecided: bool) {
        let scans: Vec<Option<Scanned>> = cells.iter().map(|cell| scan(cell)).collect();
        let mut order = DayOrder::default();
        scans.iter().flatten().for_each(|scanned| order.add(*scanned));
        let days: Vec<Option<String>> = scans
            .iter()
            .map(|scanned| scanned.and_then(|one| order.value(one)).map(|day| day.to_string()))
            .collect();
        let expected: Vec<Option<String>> = expected.iter().map(|day| day.map(str::to_owned)).collect();
        assert_eq!(days, expected, "{cells:?}");
        assert_eq!(order.is_undecided(), undecided, "undecided: {cells:?}");
    }

    #[test]
    fn one_day_in_many_spellings() {
        for cell in [
            "2025-03-14",
            "2025/3/14",
            "2025.03.14",
            "20250314",
            "14-03-2025",
            "14/3/25",
            "14.3.2025",
            "14 maart 2025",
            "14-mrt-25",
            "14 mrt. 2025",
            "March 14, 2025",
            "Mar 14th 2025",
            "14. März 2025",
            "14 mars 2025",
            "2025-mrt-14",
            "vr 14 mrt 2025",
            "vrijdag 14 maart 2025",
            "Friday, March 14, 2025",
            "2025-03-14T23:30:00+05:00",
            "2025-03-14 10:00",
            "14-03-2025 00:00:00",
            "3/14/2025 12:00 AM",
            "45730",
            "45730,5",
            "45730.25",
            "14032025",
            "20250314 103000Z",
            "14 - 03 - 2025",
            "2025-03-14T10:00:00.000Z",
        ] {
            check(&[cell], &[Some("2025-03-14")], false);
        }
    }

    #[test]
    fn the_column_decides_day_and_month() {
        check(&["01/02/2025", "13/02/2025"], &[Some("2025-02-01"), Some("2025-02-13")], false);
        check(&["01/02/2025", "02/13/2025"], &[Some("2025-01-02"), Some("2025-02-13")], false);
        check(&["01-02-2025", "03-04-25"], &[Some("2025-02-01"), Some("2025-04-03")], true);
        check(&["05-05-2025"], &[Some("2025-05-05")], false);
        check(
            &["13-01-2025", "14-01-2025", "01-15-2025"],
            &[Some("2025-01-13"), Some("2025-01-14"), None],
            false,
        );
        check(&["1-2-69", "1-2-70"], &[Some("2069-02-01"), Some("1970-02-01")], true);
    }

    #[test]
    fn what_is_no_date_is_not_read() {
        for cell in [
            "abc",
            "12",
            "1.234",
            "31-02-2025",
            "2025-13-45",
            "99-99-9999",
            "maart 25",
            "12:30",
            "1234,56",
            "0201234567",
            "06-12345678",
            "1 2 3",
            "12.5",
            "100000",
            "19999",
            "2025",
            "1-2-345",
            "10 20 2025",
            "zz-zz-zzzz",
        ] {
            check(&[cell], &[None], false);
        }
    }
}
