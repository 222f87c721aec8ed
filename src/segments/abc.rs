//! ABC by cumulative value (DEFINITIONS D3): the crossing customer belongs to the higher class.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Pareto;
use crate::recipe::AbcRecipe;

/// A class of the ABC analysis; not a letter of the success factors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AbcClass {
    A,
    B,
    C,
}

/// One class over the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AbcCount {
    pub customers: usize,
    pub value: Decimal,
    /// Share of the value; `None` without value.
    pub share: Option<f64>,
}

/// The ABC analysis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Abc {
    /// By customer; `None` with value unknown or ≤ 0.
    pub class: Vec<Option<AbcClass>>,
    /// By customer: cumulative share before and including it (its why).
    pub cumulative: Vec<Option<(f64, f64)>>,
    pub a: AbcCount,
    pub b: AbcCount,
    pub c: AbcCount,
}

/// Classes the customers of a Pareto.
pub fn abc(_pareto: &Pareto, _values: &super::Values, _recipe: &AbcRecipe) -> Abc {
    Abc::default()
}
