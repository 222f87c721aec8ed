//! Recency, frequency, monetary (DEFINITIONS D4), ours and as the R package `rfm`.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::customers::Customers;
use crate::recipe::RfmRecipe;

/// One customer's scores with what they rest on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RfmOf {
    pub recency_days: i32,
    pub frequency: u32,
    pub monetary: Decimal,
    pub r: u8,
    pub f: u8,
    pub m: u8,
    /// Index into the recipe's segments; `None` = others.
    pub segment: Option<u16>,
}

/// The scores of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rfm {
    /// By customer; `None` without an order day.
    pub of: Vec<Option<RfmOf>>,
    /// The four cuts of recency, frequency, monetary.
    pub recency_cuts: [f64; 4],
    pub frequency_cuts: [f64; 4],
    pub monetary_cuts: [f64; 4],
    /// Customers per segment of the recipe, and the others at the end.
    pub segments: Vec<usize>,
    /// Scores nobody has, because ties share one: (r, f, m).
    pub unused: [Vec<u8>; 3],
}

/// Scores the customers with order days; `None` for a small list or one without order days.
pub fn rfm(_customers: &Customers, _small: bool, _recipe: &RfmRecipe) -> Option<Rfm> {
    None
}
