//! Revenue × growth potential (SA, METHOD section 3; DEFINITIONS D8).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Inventory;
use crate::customers::Customers;
use crate::recipe::GrowthRecipe;

/// The level of the growth matrix; growth potential is decisive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GrowthLevel {
    A,
    B,
    C,
}

/// One customer in the matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GrowthPlace {
    pub level: Option<GrowthLevel>,
    /// 3, 2 or 1.
    pub revenue_score: Option<u8>,
    pub growth_score: Option<u8>,
    /// revenue ÷ potential.
    pub share_of_wallet: Option<f64>,
    /// max(potential − revenue, 0).
    pub room: Option<Decimal>,
    /// The growth score comes from the judged criterion, not from potential.
    pub estimate: bool,
    /// Revenue above potential: the potential is probably wrong.
    pub above_potential: bool,
}

/// The matrix of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Growth {
    /// By customer.
    pub places: Vec<GrowthPlace>,
    pub a: usize,
    pub b: usize,
    pub c: usize,
    pub unknown: usize,
    /// Customers per (growth score 3..1, revenue score 3..1).
    pub matrix: [[usize; 3]; 3],
    /// Lower bounds of scores 3 and 2 found in the list.
    pub revenue_cuts: Option<(Decimal, Decimal)>,
    pub room_cuts: Option<(Decimal, Decimal)>,
}

/// Places the customers. Cuts are over the active customers; everyone with known values gets a place.
pub fn growth(_customers: &Customers, _inventory: &Inventory, _recipe: &GrowthRecipe) -> Growth {
    Growth::default()
}
