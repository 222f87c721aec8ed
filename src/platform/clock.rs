//! Today, read once here and passed on as a parameter.

use jiff::civil::Date;

/// The calendar day where the person is.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i16::try_from(now.get_full_year()).unwrap_or(1970);
    Date::new(year, now.get_month() as i8 + 1, now.get_date() as i8).unwrap_or(Date::constant(1970, 1, 1))
}

/// Milliseconds since the page was opened, for measuring how long things take.
pub fn milliseconds() -> f64 {
    super::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// Milliseconds since 1970, for telling which of two answers is the newer.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}
