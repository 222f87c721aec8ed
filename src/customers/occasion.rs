//! One purchase occasion: a calendar day with its net value.

use jiff::civil::Date;
use rust_decimal::Decimal;

/// A distinct calendar day on which a customer bought (DEFINITIONS D0): same-day lines are merged.
///
/// `value` is the net sum of that day. A day with returns only (net < 0) is no occasion; it is kept apart, as a credit,
/// so that its amount counts in every sum over a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion {
    pub date: Date,
    pub value: Decimal,
}
