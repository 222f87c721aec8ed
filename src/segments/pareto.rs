//! Pareto, Lorenz, Gini and dependence (CI, 7S, MF; DEFINITIONS D1).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Measure, Values};
use crate::customers::Customers;
use crate::recipe::ConcentrationRecipe;

/// Concentration of value over customers with value above zero.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pareto {
    pub measure: Measure,
    /// Customers with value > 0, value descending, then id, name, row.
    pub order: Vec<usize>,
    /// Their sum.
    pub total: Decimal,
    /// Customers with value ≤ 0 and their sum: in the list, outside the shares.
    pub outside: usize,
    pub outside_sum: Decimal,
    /// Customers without a known value.
    pub unknown: usize,
    /// `None` when nobody has value.
    pub gini: Option<f64>,
    /// n/(n−1) times that, as an extra.
    pub gini_unbiased: Option<f64>,
    /// The first ⌈top_percent·n/100⌉ customers and their share.
    pub top_customers: usize,
    pub top_share: Option<f64>,
    /// The smallest number holding at least `hold_percent` of the total, and its share of the customers.
    pub customers_to_hold: Option<usize>,
    pub customers_to_hold_share: Option<f64>,
    pub largest_share: Option<f64>,
    pub few_share: Option<f64>,
    pub few: usize,
    pub warn_largest: bool,
    /// Never with a small list, where a few customers are most of it.
    pub warn_few: bool,
    /// A tie in value straddles the end of the top or of the holders.
    pub tie_at_top: bool,
    pub tie_at_hold: bool,
    /// Cumulative (share of customers, share of value), best first, from (0, 0) to (1, 1), at most 401 points.
    pub curve: Vec<(f64, f64)>,
    /// Lorenz points, smallest first, thinned likewise.
    pub lorenz: Vec<(f64, f64)>,
}

/// Measures concentration. `small`: no warning about the few.
pub fn pareto(
    _customers: &Customers,
    _values: &Values,
    _small: bool,
    _recipe: &ConcentrationRecipe,
) -> Pareto {
    Pareto::default()
}
