//! The whale curve: cumulative profit, best customer first (DEFINITIONS D6).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ranking::{as_f64, share};
use super::{Measure, Rankings};
use crate::customers::Customers;
use crate::sorted::InOrder;

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

/// At most this many points in the curve.
const POINTS: usize = 401;

/// Draws up the whale curve over all customers with known profit; `None` when the list has no profit at all.
/// Profit is the contribution when that is known for at least `known_share` of the customers with a known margin.
pub fn whale(customers: &Customers, rankings: &Rankings, known_share: f64) -> Option<Whale> {
    let of = |measure| rankings.of(customers, measure);
    let known = of(Measure::Contribution).order.len();
    let enough = known > 0 && known as f64 >= known_share * of(Measure::Margin).order.len() as f64;
    let measure = if enough { Measure::Contribution } else { Measure::Margin };
    let (order, profits) = (of(measure).order.clone(), &of(measure).values);
    if order.is_empty() {
        return None;
    }
    let amounts: Vec<Decimal> = order.iter().map(|&i| profits[i].unwrap_or_default()).collect();
    let mut cumulative = vec![Decimal::ZERO];
    for profit in &amounts {
        cumulative.push(cumulative[cumulative.len() - 1].saturating_add(*profit));
    }
    let peak_customers = amounts.partition_point(|profit| *profit > Decimal::ZERO);
    let not_losing = amounts.partition_point(|profit| *profit >= Decimal::ZERO);
    let n = order.len();
    let (total, peak) = (cumulative[n], cumulative[peak_customers]);
    let steps = n.min(POINTS - 1);
    let mut kept: Vec<usize> = (0..=steps).map(|step| step * n / steps).chain([peak_customers]).collect();
    kept.order_by(Ord::cmp);
    kept.dedup();
    Some(Whale {
        measure,
        total,
        peak,
        peak_customers,
        peak_share: share(peak, total),
        losing: n - not_losing,
        loss: total.saturating_sub(peak),
        unknown: customers.len() - n,
        curve: kept.into_iter().map(|k| (k as u32, as_f64(cumulative[k]))).collect(),
        order,
    })
}
