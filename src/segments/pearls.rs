//! Pearls in the Pareto (CI, METHOD section 5): small customers who could become large.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Answer, Growth, Inventory, Values};
use crate::customers::Customers;
use crate::recipe::{BloomRecipe, PearlRecipe};

/// Why a customer is a pearl, is none, or cannot be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PearlWhy {
    /// Yes = pearl. Unknown when a needed value is missing and nothing known speaks against it.
    pub pearl: Answer,
    pub outside_top: Answer,
    pub room: Answer,
    pub margin: Answer,
    pub on_time: Answer,
    pub terms: Answer,
    pub non_payer: Answer,
}

/// The pearls of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pearls {
    /// At most the recipe's number, by growth room.
    pub pearls: Vec<usize>,
    /// By customer.
    pub why: Vec<PearlWhy>,
    /// Neither potential nor growth is known of anyone: the page says so instead of calling everyone possible.
    pub needs_potential: bool,
    /// Growth room from which it is in the top quartile of the rest.
    pub room_cut: Option<Decimal>,
}

/// Looks for pearls among the active customers.
pub fn pearls(
    _customers: &Customers,
    _inventory: &Inventory,
    _value: &Values,
    _growth: &Growth,
    _recipe: &PearlRecipe,
    _payment: &BloomRecipe,
) -> Pearls {
    Pearls::default()
}
