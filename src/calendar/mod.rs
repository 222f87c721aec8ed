//! Calendar: days and months before and after a date, without overflow.
//!
//! Counted out here: jiff's spans are for the clock as well, take longer than asking it of every customer allows,
//! and carry the words of all their errors to every visitor.

use jiff::civil::Date;

/// Days in 400 years, after which the calendar repeats.
const ERA: i32 = 146_097;

/// The day this many months earlier; a month that lacks the day ends on its last.
pub fn months_before(date: Date, months: u32) -> Date {
    let months = i32::try_from(months).unwrap_or(i32::MAX);
    moved(date, months.saturating_neg()).unwrap_or(Date::MIN)
}

/// The day this many months later; a month that lacks the day ends on its last. `None` beyond the calendar.
pub fn months_after(date: Date, months: u32) -> Option<Date> {
    moved(date, i32::try_from(months).ok()?)
}

fn moved(date: Date, months: i32) -> Option<Date> {
    let month = (i32::from(date.year()) * 12 + i32::from(date.month()) - 1).saturating_add(months);
    let (year, month) =
        (i16::try_from(month.div_euclid(12)).ok()?, i8::try_from(month.rem_euclid(12) + 1).ok()?);
    let first = Date::new(year, month, 1).ok()?;
    Date::new(year, month, date.day().min(first.days_in_month())).ok()
}

/// The day this many days later, earlier when negative; `None` beyond the calendar.
pub fn days_after(date: Date, days: i32) -> Option<Date> {
    date_of(number_of(date).checked_add(days)?)
}

/// The day this many days earlier, or the first of the calendar.
pub fn days_before(date: Date, days: i32) -> Date {
    days_after(date, days.saturating_neg()).unwrap_or(Date::MIN)
}

/// The day before.
pub fn day_before(date: Date) -> Date {
    days_after(date, -1).unwrap_or(date)
}

/// The next day.
pub fn day_after(date: Date) -> Date {
    days_after(date, 1).unwrap_or(date)
}

/// Days from one date to a later one; negative when it is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    number_of(to) - number_of(from)
}

/// Days since 1 March of the year 0: the year begins in March, so that a leap day is its last.
/// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
fn number_of(date: Date) -> i32 {
    let (month, day) = (i32::from(date.month()), i32::from(date.day()));
    let year = i32::from(date.year()) - i32::from(month <= 2);
    let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * ERA + year * 365 + year / 4 - year / 100 + of_year
}

/// The way back (`civil_from_days`); `None` beyond the calendar.
fn date_of(number: i32) -> Option<Date> {
    let (era, number) = (number.div_euclid(ERA), number.rem_euclid(ERA));
    let year = (number - number / 1460 + number / 36_524 - number / 146_096) / 365;
    let of_year = number - (365 * year + year / 4 - year / 100);
    let march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march + 2) / 5 + 1;
    let month = if march < 10 { march + 3 } else { march - 9 };
    let year = year + era * 400 + i32::from(month <= 2);
    Date::new(i16::try_from(year).ok()?, month as i8, day as i8).ok()
}

#[cfg(test)]
mod tests {
    use jiff::Span;
    use jiff::civil::date;

    use super::*;

    const DAYS: [Date; 8] = [
        date(2024, 2, 29),
        date(2025, 3, 31),
        date(2025, 1, 1),
        date(2025, 12, 31),
        date(1900, 2, 28),
        date(2000, 3, 1),
        date(1, 1, 1),
        Date::MAX,
    ];

    /// Every answer is that of jiff's spans.
    fn check(from: Date, count: u32) {
        let by_months = Span::new().try_months(count);
        let earlier = by_months.as_ref().map_or(Date::MIN, |span| from.saturating_sub(*span));
        assert_eq!(months_before(from, count), earlier, "{count} months before {from}");
        let later = by_months.ok().and_then(|span| from.checked_add(span).ok());
        assert_eq!(months_after(from, count), later, "{count} months after {from}");
        let Ok(count) = i32::try_from(count) else { return };
        let by_days = Span::new().try_days(count);
        let earlier = by_days.as_ref().map_or(Date::MIN, |span| from.saturating_sub(*span));
        assert_eq!(days_before(from, count), earlier, "{count} days before {from}");
        let later = by_days.ok().and_then(|span| from.checked_add(span).ok());
        assert_eq!(days_after(from, count), later, "{count} days after {from}");
        if let Some(later) = later {
            assert_eq!((days_between(from, later), days_between(later, from)), (count, -count));
        }
    }

    #[test]
    fn days_and_months_are_those_of_the_calendar() {
        for from in DAYS {
            for count in (0..800).chain([1460, 1461, 36_524, 36_525, 146_096, 146_097, 100_000, u32::MAX]) {
                check(from, count);
            }
        }
    }

    #[test]
    fn neighbours_stay_within_the_calendar() {
        assert_eq!(
            (day_before(date(2025, 3, 1)), day_after(date(2024, 2, 28))),
            (date(2025, 2, 28), date(2024, 2, 29))
        );
        assert_eq!((day_before(Date::MIN), day_after(Date::MAX)), (Date::MIN, Date::MAX));
    }
}
