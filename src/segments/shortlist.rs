//! The shortlist: "which customers fit us best?" (7S step 2). Prefilled by value; the team picks.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::ranking::tie_break;
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

/// Makes the shortlist. Active customers without a known value come last in the prefilled list, by id.
pub fn shortlist(
    customers: &Customers,
    inventory: &Inventory,
    value: &Values,
    picks: &ShortlistPicks,
) -> Shortlist {
    let n = customers.len();
    let order = value_then_rest(customers, value);
    let size = inventory.shortlist_size;
    let prefilled: Vec<usize> =
        order.iter().copied().filter(|&i| inventory.is_active(i)).take(size).collect();
    let (members, not_found) = match &picks.picked {
        None => (prefilled.clone(), Vec::new()),
        Some(keys) => {
            let found: BTreeSet<&str> = (0..n).map(|i| customers.key(i)).collect();
            let members = order.into_iter().filter(|&i| keys.contains(customers.key(i))).collect();
            (members, keys.iter().filter(|key| !found.contains(key.as_str())).cloned().collect())
        }
    };
    let mut is_member = vec![false; n];
    for &i in &members {
        is_member[i] = true;
    }
    Shortlist { size, members, is_member, prefilled, picked: picks.picked.is_some(), not_found }
}

/// Everyone: by value first, then those without a known value by id, name, row number.
pub fn value_then_rest(customers: &Customers, value: &Values) -> Vec<usize> {
    let mut rest: Vec<usize> = (0..customers.len()).filter(|&i| value.of(i).is_none()).collect();
    rest.sort_unstable_by(|&a, &b| tie_break(customers, a, b));
    value.order.iter().copied().chain(rest).collect()
}
