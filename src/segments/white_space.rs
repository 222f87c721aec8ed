//! White space: what peers buy and this customer does not, and who buys well below peers (CI, METHOD section 5).

use std::rc::Rc;

use crate::sorted::{InOrder, SortedMap};

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use serde::{Deserialize, Serialize};

use super::ranking::{Sorted, greatest_amounts_first};
use super::{Inventory, Values};
use crate::customers::{Customers, Field};
use crate::recipe::PearlRecipe;

/// A product group most of the peers buy and this customer does not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    pub customer: usize,
    pub product_group: Rc<str>,
    pub sector: Rc<str>,
    /// Share of the peers that buy it, and how many peers there are.
    pub peers_buy: f64,
    pub peers: usize,
}

/// A customer whose value is well below the median of its sector.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BelowPeers {
    pub customer: usize,
    pub sector: Rc<str>,
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

/// Fewer peers than this say nothing.
const PEERS: usize = 5;

/// Compares active customers with the other active customers of their sector. Product groups of a customer are the
/// parts of its `product_group` cell, separated by `;` or `|`. Sectors with fewer than five others say nothing.
pub fn white_space(
    customers: &Customers,
    inventory: &Inventory,
    value: &Values,
    recipe: &PearlRecipe,
) -> WhiteSpace {
    let mut sectors: SortedMap<&str, Vec<usize>> = SortedMap::new();
    // Where each stands in the order of value.
    let mut places = vec![0; customers.len()];
    for (place, &i) in value.everyone.iter().enumerate() {
        places[i] = place;
        let sector = customers.text(Field::Sector, i).map(str::trim).filter(|sector| !sector.is_empty());
        if let Some(sector) = sector.filter(|_| inventory.is_active(i)) {
            sectors.entry(sector).or_default().push(i);
        }
    }
    let mut space = WhiteSpace::default();
    for (sector, members) in &sectors {
        let sector: Rc<str> = Rc::from(*sector);
        space.gaps.extend(gaps(customers, &sector, members, recipe));
        let values = Sorted::new(members.iter().filter_map(|&i| value.of(i)));
        let Some(median) = values.median_amount().filter(|_| values.len() > PEERS) else { continue };
        let bound = median.saturating_mul(Decimal::from_f64(recipe.below_peers).unwrap_or_default());
        space.below_peers.extend(members.iter().filter_map(|&customer| {
            let value = value.of(customer).filter(|value| *value < bound)?;
            let peers = values.len() - 1;
            Some(BelowPeers { customer, sector: Rc::clone(&sector), value, median, peers })
        }));
    }
    space.gaps.order_by(|a, b| {
        b.peers_buy.total_cmp(&a.peers_buy).then_with(|| places[a.customer].cmp(&places[b.customer]))
    });
    let distances = space.below_peers.iter().map(|below| below.median.saturating_sub(below.value));
    let order = greatest_amounts_first(distances.enumerate().collect(), &|one, other| one.cmp(&other));
    space.below_peers = order.into_iter().map(|place| space.below_peers[place].clone()).collect();
    space
}

fn gaps(customers: &Customers, sector: &Rc<str>, members: &[usize], recipe: &PearlRecipe) -> Vec<Gap> {
    // Product groups by the place in which they were met first, with how many buy them.
    let mut places: SortedMap<&str, usize> = SortedMap::new();
    let mut buyers: Vec<usize> = Vec::new();
    let mut bought: Vec<(usize, Vec<usize>)> = Vec::new();
    for &i in members {
        let Some(cell) = customers.text(Field::ProductGroup, i) else { continue };
        let mut own = Vec::new();
        for name in cell.split([';', '|']).map(str::trim).filter(|name| !name.is_empty()) {
            let place = *places.entry(name).or_insert(buyers.len());
            if place == buyers.len() {
                buyers.push(0);
            }
            if !own.contains(&place) {
                own.push(place);
                buyers[place] += 1;
            }
        }
        bought.push((i, own));
    }
    let peers = bought.len().saturating_sub(1);
    if peers < PEERS {
        return Vec::new();
    }
    let wanted: Vec<(Rc<str>, usize, f64)> = places
        .iter()
        .map(|(name, &place)| (Rc::from(*name), place, buyers[place] as f64 / peers as f64))
        .filter(|(.., peers_buy)| *peers_buy >= recipe.peers_buy)
        .collect();
    let of_customer = |(customer, own): (usize, Vec<usize>)| {
        let missing = wanted.iter().filter(move |(_, place, _)| !own.contains(place));
        missing.map(move |(name, _, peers_buy)| Gap {
            customer,
            product_group: Rc::clone(name),
            sector: Rc::clone(sector),
            peers_buy: *peers_buy,
            peers,
        })
    };
    bought.into_iter().flat_map(of_customer).collect()
}
