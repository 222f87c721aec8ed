//! One purchase occasion: a calendar day with its net value.

use jiff::civil::Date;
use rust_decimal::Decimal;

/// A distinct calendar day on which a customer bought (DEFINITIONS D0): same-day lines are merged.
///
/// `value` is the net sum of that day; days with returns only (net < 0) are not occasions, but their
/// amounts do count in the customer's revenue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion {
    pub date: Date,
    pub value: Decimal,
}
