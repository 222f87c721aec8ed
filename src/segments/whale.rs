//! The whale curve: cumulative profit, best customer first (DEFINITIONS D6).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Measure;
use crate::customers::Customers;

/// "The best n earn 134% of the profit; the last m cost 34%."
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Whale {
    /// Contribution when known for enough customers, else margin.
    pub measure: Measure,
    /// Customers with known profit, profit descending, then id, name, row.
    pub order: Vec<usize>,
    pub total: Decimal,
    /// The highest cumulative profit, and the number of customers with profit > 0 that reach it.
    pub peak: Decimal,
    pub peak_customers: usize,
    /// peak ÷ total; `None` when the total is not above zero: then plot money.
    pub peak_share: Option<f64>,
    /// Customers with profit < 0, and what they cost.
    pub losing: usize,
    pub loss: Decimal,
    /// Customers whose profit is unknown.
    pub unknown: usize,
    /// (customers so far, cumulative profit), thinned to at most 401 points, peak and ends kept.
    pub curve: Vec<(u32, f64)>,
}

/// Draws up the whale curve over all customers with known profit; `None` when the list has no profit at all.
pub fn whale(_customers: &Customers, _known_share: f64) -> Option<Whale> {
    None
}
