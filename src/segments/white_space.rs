//! White space: what peers buy and this customer does not, and who buys well below peers (CI, METHOD section 5).

use crate::sorted::{InOrder, SortedMap, SortedSet};

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
        space.gaps.extend(gaps(customers, sector, members, recipe));
        let values = Sorted::new(members.iter().filter_map(|&i| value.of(i)));
        let Some(median) = values.median_amount().filter(|_| values.len() > PEERS) else { continue };
        let bound = median.saturating_mul(Decimal::from_f64(recipe.below_peers).unwrap_or_default());
        space.below_peers.extend(members.iter().filter_map(|&customer| {
            let value = value.of(customer).filter(|value| *value < bound)?;
            let peers = values.len() - 1;
            Some(BelowPeers { customer, sector: (*sector).to_owned(), value, median, peers })
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

fn gaps(customers: &Customers, sector: &str, members: &[usize], recipe: &PearlRecipe) -> Vec<Gap> {
    let bought: Vec<(usize, SortedSet<&str>)> = members
        .iter()
        .filter_map(|&i| {
            let cell = customers.text(Field::ProductGroup, i)?;
            Some((i, cell.split([';', '|']).map(str::trim).filter(|part| !part.is_empty()).collect()))
        })
        .collect();
    let peers = bought.len().saturating_sub(1);
    if peers < PEERS {
        return Vec::new();
    }
    let mut buyers: SortedMap<&str, usize> = SortedMap::new();
    for group in bought.iter().flat_map(|(_, groups)| groups) {
        *buyers.entry(group).or_default() += 1;
    }
    let gap = |customer: usize, group: &str, count: usize| Gap {
        customer,
        product_group: group.to_owned(),
        sector: sector.to_owned(),
        peers_buy: count as f64 / peers as f64,
        peers,
    };
    bought
        .iter()
        .flat_map(|(i, own)| {
            buyers
                .iter()
                .filter(|(group, _)| !own.contains(**group))
                .map(|(group, count)| gap(*i, group, *count))
        })
        .filter(|gap| gap.peers_buy >= recipe.peers_buy)
        .collect()
}
