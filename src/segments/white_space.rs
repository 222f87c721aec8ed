//! White space: what peers buy and this customer does not, and who buys well below peers (CI, METHOD section 5).

use std::rc::Rc;

use crate::sorted::{InOrder, SortedMap};

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use serde::{Deserialize, Serialize};

use super::ranking::{Sorted, greatest_amounts_first};
use super::{Bloom, Blooms, Inventory, Measure, Rankings};
use crate::customers::{Customers, Field};
use crate::recipe::PearlRecipe;

/// A product group most of the peers buy and this customer does not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    pub customer: usize,
    pub product_group: Rc<str>,
    /// `None`: the peers are all active customers, since the sector is unknown or too small.
    pub sector: Option<Rc<str>>,
    /// Share of the peers that buy it, and how many peers there are.
    pub peers_buy: f64,
    pub peers: usize,
}

/// A customer whose revenue is well below the median of its sector.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BelowPeers {
    pub customer: usize,
    pub sector: Rc<str>,
    pub revenue: Decimal,
    pub median: Decimal,
    pub peers: usize,
}

/// Chances to cross-sell and up-sell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WhiteSpace {
    pub gaps: Vec<Gap>,
    pub below_peers: Vec<BelowPeers>,
}

/// Compares active customers with the other active customers of their sector. Product groups of a customer are the
/// parts of its `product_group` cell, separated by `;` or `|`.
///
/// In sectors with fewer than `least_peers` others, and without a sector, product groups are compared with those of all
/// active customers; nobody is below such peers, since half of a list is below its median. Only customers of good standing
/// can be: revenue above zero, no known loss, not tiring.
pub fn white_space(
    customers: &Customers,
    inventory: &Inventory,
    rankings: &Rankings,
    blooms: &Blooms,
    recipe: &PearlRecipe,
) -> WhiteSpace {
    let revenue = rankings.of(customers, Measure::Revenue);
    let least = recipe.least_peers as usize;
    let (mut sectors, mut everyone) = (SortedMap::<&str, Vec<usize>>::new(), Vec::new());
    let mut has_peers = vec![false; customers.len()];
    // Where each stands in the order of revenue.
    let mut places = vec![0; customers.len()];
    for (place, &i) in revenue.everyone(customers).iter().enumerate() {
        places[i] = place;
        if !inventory.is_active(i) {
            continue;
        }
        everyone.push(i);
        if let Some(sector) =
            customers.text(Field::Sector, i).map(str::trim).filter(|sector| !sector.is_empty())
        {
            sectors.entry(sector).or_default().push(i);
        }
    }
    let is_good = |i: usize| {
        let is_loss = customers.contribution(i).is_some_and(|amount| amount < Decimal::ZERO);
        !is_loss && blooms.class.get(i) != Some(&Bloom::Vermoeiend)
    };
    let mut space = WhiteSpace::default();
    for (sector, members) in &sectors {
        let sector: Rc<str> = Rc::from(*sector);
        let bought: Vec<usize> =
            members.iter().copied().filter(|&i| customers.text(Field::ProductGroup, i).is_some()).collect();
        if bought.len() > least {
            for &i in &bought {
                has_peers[i] = true;
            }
            space.gaps.extend(gaps(customers, Some(&sector), &bought, &|_| true, recipe));
        }
        let amounts = members.iter().filter_map(|&i| Some((i, revenue.values[i]?)));
        let values = Sorted::new(amounts.clone().map(|(_, amount)| amount));
        let Some(median) = values.median_amount().filter(|_| values.len() > least) else { continue };
        let bound = median.saturating_mul(Decimal::from_f64(recipe.below_peers).unwrap_or_default());
        let below = amounts.filter(|(i, amount)| *amount > Decimal::ZERO && *amount < bound && is_good(*i));
        space.below_peers.extend(below.map(|(customer, revenue)| {
            let peers = values.len() - 1;
            BelowPeers { customer, sector: Rc::clone(&sector), revenue, median, peers }
        }));
    }
    space.gaps.extend(gaps(customers, None, &everyone, &|i| !has_peers[i], recipe));
    space.gaps.order_by(|a, b| {
        b.peers_buy.total_cmp(&a.peers_buy).then_with(|| places[a.customer].cmp(&places[b.customer]))
    });
    let distances = space.below_peers.iter().map(|below| below.median.saturating_sub(below.revenue));
    let order = greatest_amounts_first(distances.enumerate().collect(), &|one, other| one.cmp(&other));
    space.below_peers = order.into_iter().map(|place| space.below_peers[place].clone()).collect();
    space
}

/// What most of the peers buy and those asked for among them do not.
fn gaps(
    customers: &Customers,
    sector: Option<&Rc<str>>,
    peers: &[usize],
    is_asked: &dyn Fn(usize) -> bool,
    recipe: &PearlRecipe,
) -> Vec<Gap> {
    // Product groups by the place in which they were met first, with how many buy them.
    let mut places: SortedMap<&str, usize> = SortedMap::new();
    let mut buyers: Vec<usize> = Vec::new();
    let mut bought: Vec<(usize, Vec<usize>)> = Vec::new();
    for &i in peers {
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
    if peers < recipe.least_peers as usize {
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
            sector: sector.cloned(),
            peers_buy: *peers_buy,
            peers,
        })
    };
    bought.into_iter().filter(|(i, _)| is_asked(*i)).flat_map(of_customer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::Recipe;
    use crate::segments::testing::list;

    fn found(text: &str, least_peers: u32) -> WhiteSpace {
        let customers = list(text);
        let recipe = Recipe::default();
        let (inventory, rankings) =
            (crate::segments::inventory(&customers, &recipe.inventory), Rankings::default());
        let blooms =
            super::super::blooms(&customers, &inventory, &[], &rankings, &recipe.bloom, &recipe.period);
        let own = PearlRecipe { least_peers, ..recipe.pearls };
        white_space(&customers, &inventory, &rankings, &blooms, &own)
    }

    /// By row: who lacks which group, compared with whom.
    fn check(text: &str, least_peers: u32, gaps: &[(usize, &str, Option<&str>)], below: &[usize]) {
        let space = found(text, least_peers);
        let shown: Vec<_> =
            space.gaps.iter().map(|gap| (gap.customer, &*gap.product_group, gap.sector.as_deref())).collect();
        assert_eq!(shown, gaps, "{text}");
        let customers: Vec<usize> = space.below_peers.iter().map(|one| one.customer).collect();
        assert_eq!(customers, below, "{text}");
    }

    #[test]
    fn a_sector_too_small_is_compared_with_everyone() {
        let text = "id sector product_group revenue\n1 Bouw Verf 10\n2 Bouw Verf 10\n3 Bouw Hout 10\n4 Zorg Hout 10\n5 . Verf 10";
        let (bouw, all) = (Some("Bouw"), None);
        let gaps =
            [(2, "Verf", bouw), (3, "Verf", all), (0, "Hout", bouw), (1, "Hout", bouw), (4, "Hout", all)];
        check(text, 2, &gaps, &[]);
        check(text, 5, &[], &[]);
    }

    /// Revenue is compared, whatever ranks; a loss, nothing bought or a return is no chance.
    #[test]
    fn only_customers_of_good_standing_buy_too_little() {
        let text = "id sector revenue margin cost_to_serve\n1 Bouw 100 60 1\n2 Bouw 100 50 1\n3 Bouw 100 2 1\n4 Bouw 20 15 1\n5 Bouw 20 5 9\n6 Bouw 0 0 0\n7 Bouw -5 1 0";
        check(text, 2, &[], &[3]);
    }
}
