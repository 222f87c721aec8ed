//! Success factors: each rule answered for each customer, with the value and the threshold behind the answer.

use serde::{Deserialize, Serialize};

use super::{Answer, Inventory, Judgements};
use crate::customers::Customers;
use crate::recipe::{FactorRecipe, PeriodRecipe};

/// One factor over the whole list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FactorResult {
    /// The factor's id in the recipe.
    pub id: String,
    /// By customer.
    pub answers: Vec<Answer>,
    /// Active customers for whom it is known, and how many of these meet it.
    pub known: usize,
    pub met: usize,
    /// Switched on and known for enough active customers.
    pub in_use: bool,
    /// The thresholds found in the list: the quantiles and medians of the rule, in the order of its parts.
    pub thresholds: Vec<f64>,
}

/// All factors of the recipe, in its order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Factors {
    pub factors: Vec<FactorResult>,
    /// How many are in use.
    pub in_use: usize,
    /// Whether they are enough for letters.
    pub enough: bool,
}

/// Answers every factor for every customer; percentiles are among the active customers with a known value.
pub fn factors(
    _customers: &Customers,
    _judgements: &Judgements,
    _inventory: &Inventory,
    _recipe: &FactorRecipe,
    _period: &PeriodRecipe,
) -> Factors {
    Factors::default()
}
