//! Days as numbers along an axis, and round days for its ticks.

use jiff::civil::{Date, date};

use super::scale::Scale;
use super::ticks;
use crate::calendar::{days_after, days_between};

/// Months from one tick to the next, tried from fine to coarse.
const MONTHS: [i32; 7] = [1, 2, 3, 6, 12, 24, 60];
/// Never more ticks than this.
const MOST: i32 = 40;

/// The day as a number: days since 2000.
pub fn number(day: Date) -> f64 {
    f64::from(days_between(start(), day))
}

/// The day of such a number; the nearest known day for what is out of range.
pub fn day(number: f64) -> Date {
    let days = if number.is_finite() { number.round() as i32 } else { 0 };
    days_after(start(), days).unwrap_or(if days < 0 { Date::MIN } else { Date::MAX })
}

/// First days of months whose labels do not collide; `None` where there is no room or time for two.
pub fn months(scale: Scale, size: f32, write: &dyn Fn(f64) -> String) -> Option<Vec<f64>> {
    let (low, high) = scale.domain();
    let all = MONTHS.into_iter().map(|months| firsts(low, high, months));
    let mut fitting =
        all.filter(|days| ticks::without_collisions(scale, days, size, write).len() == days.len());
    fitting.find(|days| days.len() >= 2)
}

/// The first day of every so many months between two days; empty when there would be too many.
fn firsts(low: f64, high: f64, months: i32) -> Vec<f64> {
    let (first, last) = (month_of(day(low)), month_of(day(high)));
    if (last - first) / months > MOST {
        return Vec::new();
    }
    let multiples = first.div_euclid(months)..=last.div_euclid(months);
    let day_of = |month: i32| {
        let year = i16::try_from(month.div_euclid(12)).unwrap_or(9999).clamp(-9999, 9999);
        let month = i8::try_from(month.rem_euclid(12) + 1).unwrap_or(1);
        number(Date::new(year, month, 1).unwrap_or(start()))
    };
    multiples.map(|multiple| day_of(multiple * months)).filter(|day| (low..=high).contains(day)).collect()
}

/// Months since the year 0.
fn month_of(day: Date) -> i32 {
    i32::from(day.year()) * 12 + i32::from(day.month()) - 1
}

fn start() -> Date {
    date(2000, 1, 1)
}

#[cfg(test)]
mod tests {
    use super::{day, months, number};
    use crate::chart::scale::Scale;
    use jiff::civil::date;

    fn check(from: &str, to: &str, width: f32, expected: &[&str]) {
        let [low, high] = [from, to].map(|day| number(day.parse().unwrap_or_default()));
        let scale = Scale::linear((low, high), (0.0, width));
        let write = |number: f64| day(number).to_string();
        let found: Vec<String> =
            months(scale, 12.0, &write).unwrap_or_default().into_iter().map(write).collect();
        assert_eq!(found, expected, "{from} to {to} at {width}");
    }

    #[test]
    fn ticks_are_first_days_that_have_room() {
        check("2025-01-15", "2025-04-20", 600.0, &["2025-02-01", "2025-03-01", "2025-04-01"]);
        check("2023-01-01", "2025-06-30", 300.0, &["2023-01-01", "2024-01-01", "2025-01-01"]);
        check("2025-03-02", "2025-03-20", 600.0, &[]);
    }

    #[test]
    fn days_survive_the_way_back() {
        for one in [date(1970, 1, 1), date(2000, 2, 29), date(2026, 11, 23)] {
            assert_eq!(day(number(one)), one);
        }
        assert_eq!(day(f64::NAN), date(2000, 1, 1));
    }
}
