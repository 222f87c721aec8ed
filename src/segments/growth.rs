//! Revenue × growth potential (SA, METHOD section 3; DEFINITIONS D8).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Inventory, Measure, Ranking, Rankings};
use crate::customers::{Customers, Field};
use crate::recipe::{Cut, GrowthRecipe};

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
    /// Bounds of scores 3 and 2: above them with a percent cut, from them with amounts.
    pub revenue_cuts: Option<(Decimal, Decimal)>,
    pub room_cuts: Option<(Decimal, Decimal)>,
    /// By customer: the mid-rank percentile of its room among the active customers.
    pub room_percentile: Vec<Option<f64>>,
}

/// Places the customers. Cuts are over the active customers; everyone with known values gets a place.
///
/// Growth 3 → A; growth 2 → A if revenue 3, else B; growth 1 → B if revenue 3, else C. With a percent cut, 3 is
/// above the type-7 quantile that leaves the top part, so that equal amounts score alike.
pub fn growth(
    customers: &Customers,
    inventory: &Inventory,
    rankings: &Rankings,
    recipe: &GrowthRecipe,
) -> Growth {
    let is_active = |i: usize| inventory.is_active(i);
    let (revenues, rooms) = (rankings.of(customers, Measure::Revenue), rankings.rooms(customers));
    let (revenue_scores, revenue_cuts) = scores(customers.len(), revenues, recipe.revenue, is_active);
    let (room_scores, room_cuts) = scores(customers.len(), rooms, recipe.room, is_active);
    let wallets = rankings.wallets(customers);
    let mut growth = Growth {
        revenue_cuts,
        room_cuts,
        room_percentile: rooms.percentiles(customers, is_active),
        places: Vec::with_capacity(customers.len()),
        ..Growth::default()
    };
    for i in 0..customers.len() {
        let from_room = room_scores[i];
        let from_judged = customers.number(Field::Growth, i).map(|score| match score {
            score if score >= recipe.judged_high => 3,
            score if score >= recipe.judged_middle => 2,
            _ => 1,
        });
        let (revenue_score, growth_score) = (revenue_scores[i], from_room.or(from_judged));
        let place = GrowthPlace {
            level: level(growth_score, revenue_score),
            revenue_score,
            growth_score,
            share_of_wallet: wallets[i].share,
            room: rooms.amount(i),
            estimate: from_room.is_none() && from_judged.is_some(),
            above_potential: wallets[i].above,
        };
        *match place.level {
            Some(GrowthLevel::A) => &mut growth.a,
            Some(GrowthLevel::B) => &mut growth.b,
            Some(GrowthLevel::C) => &mut growth.c,
            None => &mut growth.unknown,
        } += 1;
        if let (Some(growth_score), Some(revenue_score)) = (growth_score, revenue_score) {
            growth.matrix[3 - usize::from(growth_score)][3 - usize::from(revenue_score)] += 1;
        }
        growth.places.push(place);
    }
    growth
}

fn level(growth: Option<u8>, revenue: Option<u8>) -> Option<GrowthLevel> {
    match (growth?, revenue) {
        (3, _) | (2, Some(3)) => Some(GrowthLevel::A),
        (2, Some(_)) | (1, Some(3)) => Some(GrowthLevel::B),
        (_, Some(_)) => Some(GrowthLevel::C),
        (_, None) => None,
    }
}

/// The bounds of scores 3 and 2.
type Cuts = Option<(Decimal, Decimal)>;

/// By customer 3 above or from the first cut, 2 above or from the second, else 1; `None` where the amount is unknown,
/// or nobody counts for a percent cut.
fn scores(
    customers: usize,
    ranking: &Ranking,
    cut: Cut,
    counts: impl Fn(usize) -> bool,
) -> (Vec<Option<u8>>, Cuts) {
    let mut scores = vec![None; customers];
    let (cuts, inclusive) = match cut {
        Cut::Percent { high, middle } => {
            let middle = ranking.top_exceeds(high.saturating_add(middle).min(100), &counts);
            (ranking.top_exceeds(high, &counts).zip(middle), false)
        }
        Cut::Amount { high, middle } => (Some((high, middle)), true),
    };
    let Some((high, middle)) = cuts else { return (scores, None) };
    // The order is downwards: each score ends somewhere in it.
    let ends = [high, middle].map(|cut| {
        ranking.order.partition_point(|&i| {
            ranking.amount(i).is_some_and(|amount| amount > cut || (inclusive && amount == cut))
        })
    });
    for (place, &i) in ranking.order.iter().enumerate() {
        scores[i] = Some(if place < ends[0] { 3 } else { 1 + u8::from(place < ends[1]) });
    }
    (scores, cuts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::InventoryRecipe;
    use crate::segments::inventory;
    use crate::segments::testing::list;

    fn check(growth: Option<u8>, revenue: Option<u8>, expected: Option<GrowthLevel>) {
        assert_eq!(level(growth, revenue), expected, "growth {growth:?}, revenue {revenue:?}");
    }

    #[test]
    fn growth_potential_is_decisive() {
        use GrowthLevel::{A, B, C};
        check(Some(3), Some(1), Some(A));
        check(Some(3), None, Some(A));
        check(Some(2), Some(3), Some(A));
        check(Some(2), Some(2), Some(B));
        check(Some(1), Some(3), Some(B));
        check(Some(1), Some(2), Some(C));
        check(Some(2), None, None);
        check(None, Some(3), None);
    }

    #[test]
    fn the_criterion_stands_in_where_potential_is_unknown() {
        let customers = list("id revenue potential growth\n1 10 100 .\n2 20 . 4\n3 30 20 .\n4 40 . .");
        let inventory = inventory(&customers, &InventoryRecipe::default());
        let found = super::growth(&customers, &inventory, &Rankings::default(), &GrowthRecipe::default());
        let estimates: Vec<bool> = found.places.iter().map(|place| place.estimate).collect();
        assert_eq!(estimates, [false, true, false, false]);
        assert_eq!(found.places[1].level, Some(GrowthLevel::A));
        assert_eq!(found.places[0].share_of_wallet, Some(0.1));
        assert!(found.places[2].above_potential);
        assert_eq!(found.places[2].room, Some(Decimal::ZERO));
        assert_eq!(found.unknown, 1);
    }
}
