//! The shortlist: "which customers fit us best?" (7S step 2). Prefilled by value; the team picks.

use serde::{Deserialize, Serialize};

use super::{Inventory, Matcher, ShortlistPicks, Values};
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
    let order = &*value.everyone;
    let size = inventory.shortlist_size;
    let prefilled: Vec<usize> =
        order.iter().copied().filter(|&i| inventory.is_active(i)).take(size).collect();
    let mut is_member = vec![false; n];
    if picks.picked.is_none() {
        for &i in &prefilled {
            is_member[i] = true;
        }
    }
    let mut not_found = Vec::new();
    if !picks.is_empty() {
        let matcher = Matcher::new(customers);
        let picked = picks.picked.iter().flatten().map(|key| (key, true));
        for (key, on) in picked.chain(picks.changes.iter().map(|(key, on)| (key, *on))) {
            match matcher.find(key) {
                Some(i) => is_member[i] = on,
                None => not_found.push(key.clone()),
            }
        }
    }
    let members = order.iter().copied().filter(|&i| is_member[i]).collect();
    Shortlist { size, members, is_member, prefilled, picked: !picks.is_empty(), not_found }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::Recipe;
    use crate::segments::testing::list;
    use crate::segments::{inventory, measures};

    fn check(picks: &ShortlistPicks, expected: &[usize], not_found: &[&str]) {
        let customers =
            list("id name revenue\n1 Smit_BV 100\n2 Bos 90\n3 Mol 80\n4 Vos 70\n5 Das 60\n6 Ree 50");
        let recipe = Recipe::default();
        let inventory = inventory(&customers, &recipe.inventory);
        let value = measures(&customers, &inventory, &recipe.measure).value;
        let found = shortlist(&customers, &inventory, &value, picks);
        assert_eq!(found.members, expected);
        assert_eq!(found.not_found, not_found);
    }

    fn picks(picked: Option<&[&str]>, changes: &[(&str, bool)]) -> ShortlistPicks {
        ShortlistPicks {
            picked: picked.map(|keys| keys.iter().map(|key| (*key).to_owned()).collect()),
            changes: changes.iter().map(|(key, on)| ((*key).to_owned(), *on)).collect(),
        }
    }

    #[test]
    fn the_team_picks_from_a_list_prefilled_by_value() {
        check(&picks(None, &[]), &[0, 1], &[]);
        check(&picks(None, &[("2", false), ("5", true)]), &[0, 4], &[]);
        check(&picks(Some(&["6", "4"]), &[]), &[3, 5], &[]);
        check(&picks(Some(&["6"]), &[("smit", true), ("9", true)]), &[0, 5], &["9"]);
    }
}
