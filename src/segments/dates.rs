//! Days and months before a date, without overflow.

use jiff::Span;
use jiff::civil::Date;

/// The day this many months earlier; a month that lacks the day ends on its last.
pub fn months_before(date: Date, months: u32) -> Date {
    // Counted out: spans are for the clock as well, and take longer than asking it of every customer allows.
    let month = i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
    let month = month.saturating_sub(i32::try_from(months).unwrap_or(i32::MAX));
    let first = i16::try_from(month.div_euclid(12)).ok().zip(i8::try_from(month.rem_euclid(12) + 1).ok());
    let first = first.and_then(|(year, month)| Date::new(year, month, 1).ok());
    first.map_or(Date::MIN, |first| with_day(first, date.day()))
}

/// This day of the month that begins here, or its last.
fn with_day(first: Date, day: i8) -> Date {
    Date::new(first.year(), first.month(), day.min(first.days_in_month())).unwrap_or(first)
}

/// The day this many days earlier.
pub fn days_before(date: Date, days: i32) -> Date {
    Span::new().try_days(days).map_or(date, |span| date.saturating_sub(span))
}

/// The day before.
pub fn day_before(date: Date) -> Date {
    date.yesterday().unwrap_or(date)
}

/// The next day.
pub fn day_after(date: Date) -> Date {
    date.tomorrow().unwrap_or(date)
}

/// Days from one date to a later one; negative when it is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    i32::try_from(to.duration_since(from).as_hours() / 24).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn check(from: Date, months: u32) {
        let by_span = Span::new().try_months(months).map_or(Date::MIN, |span| from.saturating_sub(span));
        assert_eq!(months_before(from, months), by_span, "{months} months before {from}");
    }

    #[test]
    fn months_are_those_of_the_calendar() {
        for from in
            [date(2024, 2, 29), date(2025, 3, 31), date(2025, 1, 1), date(2025, 12, 31), date(1, 1, 1)]
        {
            for months in [0, 1, 2, 6, 11, 12, 13, 24, 25, 120, 100_000, u32::MAX] {
                check(from, months);
            }
        }
    }
}
