//! The shortlist: "which customers fit us best?" (7S step 2). Prefilled by value; the team picks.

use serde::{Deserialize, Serialize};

use super::{Inventory, ShortlistPicks, Values};
use crate::customers::Customers;

/// Who is on the shortlist.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Shortlist {
    /// ⌈active ÷ 5⌉.
    pub size: usize,
    /// In order of value.
    pub members: Vec<usize>,
    /// By customer.
    pub is_member: Vec<bool>,
    /// The best active customers by value, as many as the size.
    pub prefilled: Vec<usize>,
    /// Whether the team picked it.
    pub picked: bool,
    /// Picked keys that are not in the list.
    pub not_found: Vec<String>,
}

/// Makes the shortlist.
pub fn shortlist(
    _customers: &Customers,
    _inventory: &Inventory,
    _value: &Values,
    _picks: &ShortlistPicks,
) -> Shortlist {
    Shortlist::default()
}
