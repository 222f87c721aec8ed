//! Curry's customer pyramid (DEFINITIONS D2) with the base's own shares beside the norm.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Inventory, Measure, Values};
use crate::customers::Customers;
use crate::recipe::PyramidRecipe;

/// A layer of the pyramid, or below its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    Top,
    Large,
    Medium,
    Small,
    /// Bought before, no value in the period.
    Inactive,
    Prospects,
}

impl Layer {
    pub const ALL: [Layer; 6] =
        [Layer::Top, Layer::Large, Layer::Medium, Layer::Small, Layer::Inactive, Layer::Prospects];
}

/// One layer over the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LayerCount {
    pub customers: usize,
    /// Value in the period.
    pub value: Decimal,
    /// Share of the value above the line; `None` below it, or without value.
    pub share: Option<f64>,
    /// The norm of the literature; `None` below the line.
    pub norm: Option<f64>,
    /// The smallest value in the layer.
    pub least: Option<Decimal>,
}

/// The pyramid of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pyramid {
    pub measure: Measure,
    /// By customer; `None` when its value in the period is unknown.
    pub layer: Vec<Option<Layer>>,
    /// By customer: rank from 1 above the line (its why).
    pub rank: Vec<Option<u32>>,
    /// In the order of [`Layer::ALL`].
    pub layers: [LayerCount; 6],
    /// Customers above the line.
    pub base: usize,
    /// 1% of the base is a single customer: show the table, warn.
    pub small: bool,
}

/// Builds the pyramid over the customers with value in the recipe's last months.
pub fn pyramid(
    _customers: &Customers,
    _inventory: &Inventory,
    _values: &Values,
    _recipe: &PyramidRecipe,
) -> Pyramid {
    Pyramid::default()
}
