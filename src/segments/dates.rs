//! Days and months before a date, without overflow.

use jiff::Span;
use jiff::civil::Date;

/// The day this many months earlier; a month that lacks the day ends on its last.
pub fn months_before(date: Date, months: u32) -> Date {
    Span::new().try_months(months).map_or(date, |span| date.saturating_sub(span))
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
