//! The value measure: which amount ranks the customers (METHOD section 0).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Inventory;
use crate::customers::Customers;
use crate::recipe::MeasureRecipe;

/// An amount that can rank customers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    #[default]
    Revenue,
    Margin,
    Contribution,
}

/// How the measure was chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureWhy {
    /// The person chose it.
    Chosen,
    /// The first of contribution, margin, revenue that is known for enough active customers.
    #[default]
    KnownEnough,
}

/// The value of every customer by one measure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Values {
    pub measure: Measure,
    pub why: MeasureWhy,
    /// By customer; `None` when unknown.
    pub values: Vec<Option<Decimal>>,
    /// Active customers with a known value, of all active customers.
    pub known: usize,
    pub active: usize,
    /// Mid-rank percentile 0–100 of each value among the active customers' known values.
    pub percentile: Vec<Option<f64>>,
    /// Customers with a known value, value descending, then id, name, row number.
    pub order: Vec<usize>,
}

/// The two rankings of METHOD section 0: `value` for choosing, `concentration` for Pareto, ABC and pyramid
/// (net revenue unless a measure was chosen).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Measures {
    pub value: Values,
    pub concentration: Values,
}

/// Chooses the measures. Contribution needs margin and cost to serve, margin a margin or a margin rate.
pub fn measures(_customers: &Customers, _inventory: &Inventory, _recipe: &MeasureRecipe) -> Measures {
    Measures::default()
}
