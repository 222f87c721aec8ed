//! Revenue × growth potential (SA, METHOD section 3; DEFINITIONS D8).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Inventory;
use super::facts::growth_room;
use super::ranking::{Sorted, by_value, percentiles, quotient};
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
pub fn growth(customers: &Customers, inventory: &Inventory, recipe: &GrowthRecipe) -> Growth {
    let room = |i| growth_room(customers, i);
    let revenue = |i| customers.money(Field::Revenue, i);
    let active = || (0..customers.len()).filter(|&i| inventory.is_active(i));
    let revenue_cut = Bounds::new(recipe.revenue, active().filter_map(revenue));
    let room_cut = Bounds::new(recipe.room, active().filter_map(room));
    let mut growth =
        Growth { revenue_cuts: revenue_cut.amounts(), room_cuts: room_cut.amounts(), ..Growth::default() };
    let rooms: Vec<Option<Decimal>> = (0..customers.len()).map(room).collect();
    growth.room_percentile = percentiles(&rooms, &by_value(customers, &rooms), |i| inventory.is_active(i));
    for i in 0..customers.len() {
        let judged = customers.number(Field::Growth, i);
        let from_room = room(i).and_then(|room| room_cut.score(room));
        let from_judged = judged.map(|score| match score {
            score if score >= recipe.judged_high => 3,
            score if score >= recipe.judged_middle => 2,
            _ => 1,
        });
        let revenue_score = revenue(i).and_then(|revenue| revenue_cut.score(revenue));
        let growth_score = from_room.or(from_judged);
        let wallet = revenue(i).zip(customers.money(Field::Potential, i));
        let place = GrowthPlace {
            level: level(growth_score, revenue_score),
            revenue_score,
            growth_score,
            share_of_wallet: wallet.and_then(|(revenue, potential)| quotient(revenue, potential)),
            room: room(i),
            estimate: from_room.is_none() && from_judged.is_some(),
            above_potential: wallet.is_some_and(|(revenue, potential)| revenue > potential),
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
enum Bounds {
    /// Score when above.
    Above(Option<(Decimal, Decimal)>),
    /// Score when at least.
    From(Decimal, Decimal),
}

impl Bounds {
    fn new(cut: Cut, base: impl Iterator<Item = Decimal>) -> Self {
        match cut {
            Cut::Percent { high, middle } => {
                let base = Sorted::new(base);
                let middle = base.top_exceeds(high.saturating_add(middle).min(100));
                Bounds::Above(base.top_exceeds(high).zip(middle))
            }
            Cut::Amount { high, middle } => Bounds::From(high, middle),
        }
    }

    fn amounts(&self) -> Option<(Decimal, Decimal)> {
        match self {
            Bounds::Above(bounds) => *bounds,
            Bounds::From(high, middle) => Some((*high, *middle)),
        }
    }

    fn score(&self, amount: Decimal) -> Option<u8> {
        let (high, middle) = match self {
            Bounds::Above(bounds) => bounds.map(|(high, middle)| (amount > high, amount > middle))?,
            Bounds::From(high, middle) => (amount >= *high, amount >= *middle),
        };
        Some(if high { 3 } else { 1 + u8::from(middle) })
    }
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
        let found = super::growth(&customers, &inventory, &GrowthRecipe::default());
        let estimates: Vec<bool> = found.places.iter().map(|place| place.estimate).collect();
        assert_eq!(estimates, [false, true, false, false]);
        assert_eq!(found.places[1].level, Some(GrowthLevel::A));
        assert_eq!(found.places[0].share_of_wallet, Some(0.1));
        assert!(found.places[2].above_potential);
        assert_eq!(found.places[2].room, Some(Decimal::ZERO));
        assert_eq!(found.unknown, 1);
    }
}
