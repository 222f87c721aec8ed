//! Recency, frequency, monetary (DEFINITIONS D4), ours and as the R package `rfm`.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::facts::last_order;
use super::ranking::{Ordered, Sorted, as_f64, sum};
use crate::calendar::days_between;
use crate::customers::{Customers, Field};
use crate::recipe::{RfmMode, RfmRecipe, RfmSegment};

/// One customer's scores with what they rest on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RfmOf {
    pub recency_days: i32,
    pub frequency: u32,
    pub monetary: Decimal,
    pub r: u8,
    pub f: u8,
    pub m: u8,
    /// Index into the recipe's segments; `None` = others.
    pub segment: Option<u16>,
}

/// The scores of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rfm {
    /// By customer; `None` without an order day.
    pub of: Vec<Option<RfmOf>>,
    /// The four cuts of recency, frequency, monetary.
    pub recency_cuts: [f64; 4],
    pub frequency_cuts: [f64; 4],
    pub monetary_cuts: [f64; 4],
    /// Customers per segment of the recipe, and the others at the end.
    pub segments: Vec<usize>,
    /// Scores nobody has, because ties share one: (r, f, m).
    pub unused: [Vec<u8>; 3],
}

/// Scores the customers whose last order, number of orders and amount are known; `None` for a small list or when
/// nobody can be scored.
///
/// Ours: score = 1 + the number of type-7 quintile cuts below the value, recency reversed; frequency counts order days.
/// As R: score = 1 + the number of cuts q with value ≥ q + 1; frequency counts orders (rows). Ties share a score.
pub fn rfm(customers: &Customers, small: bool, recipe: &RfmRecipe) -> Option<Rfm> {
    let facts: Vec<Option<Facts>> =
        (0..customers.len()).map(|i| facts(customers, recipe.mode == RfmMode::AsR, i)).collect();
    if small || facts.iter().all(Option::is_none) {
        return None;
    }
    let known = || facts.iter().flatten();
    let recency = Sorted::new(known().map(|fact| fact.0));
    let frequency = Sorted::new(known().map(|fact| fact.1));
    let monetary = Sorted::new(known().map(|fact| fact.2));
    let mut rfm = Rfm {
        recency_cuts: CUTS.map(|percent| recency.quantile(percent, f64::from).unwrap_or(0.0)),
        frequency_cuts: CUTS.map(|percent| frequency.quantile(percent, f64::from).unwrap_or(0.0)),
        monetary_cuts: CUTS.map(|percent| monetary.quantile(percent, as_f64).unwrap_or(0.0)),
        segments: vec![0; recipe.segments.len() + 1],
        ..Rfm::default()
    };
    if let RfmMode::Fixed { recency, frequency, monetary } = &recipe.mode {
        rfm.recency_cuts = *recency;
        rfm.frequency_cuts = *frequency;
        rfm.monetary_cuts = monetary.map(as_f64);
    }
    for fact in &facts {
        let scored = fact.map(|(days, orders, amount)| {
            let above = |value: f64, cuts: &[f64; 4]| match recipe.mode {
                RfmMode::AsR => cuts.iter().filter(|cut| value >= **cut + 1.0).count() as u8,
                _ => cuts.iter().filter(|cut| value >= **cut).count() as u8,
            };
            let (r, f, m) = if recipe.mode == RfmMode::Ours {
                (exceeds(&recency, days), exceeds(&frequency, orders), exceeds(&monetary, amount))
            } else {
                (
                    above(f64::from(days), &rfm.recency_cuts),
                    above(f64::from(orders), &rfm.frequency_cuts),
                    above(as_f64(amount), &rfm.monetary_cuts),
                )
            };
            let (r, f, m) = (5 - r, 1 + f, 1 + m);
            RfmOf {
                recency_days: days,
                frequency: orders,
                monetary: amount,
                r,
                f,
                m,
                segment: rfm_segment(recipe, r, f, m),
            }
        });
        if let Some(of) = &scored {
            rfm.segments[of.segment.map_or(recipe.segments.len(), usize::from)] += 1;
        }
        rfm.of.push(scored);
    }
    let missing = |score: fn(&RfmOf) -> u8| {
        (1..=5).filter(|wanted| rfm.of.iter().flatten().all(|of| score(of) != *wanted)).collect()
    };
    rfm.unused = [missing(|of| of.r), missing(|of| of.f), missing(|of| of.m)];
    Some(rfm)
}

/// The percents at which quintiles are cut.
const CUTS: [u32; 4] = [20, 40, 60, 80];

/// Days since the last order, orders, amount.
type Facts = (i32, u32, Decimal);

fn facts(customers: &Customers, count_rows: bool, i: usize) -> Option<Facts> {
    let last = last_order(customers, i)?;
    let days = customers.occasions(i);
    let rows = customers.number(Field::Orders, i);
    let orders = if customers.has_occasions() && !count_rows {
        days.len() as f64
    } else {
        rows.unwrap_or(days.len() as f64)
    };
    let amount = customers.money(Field::Revenue, i).or_else(|| {
        let all = days.iter().chain(customers.credits(i).iter().copied());
        customers.has_occasions().then(|| sum(all.map(|day| day.value)))
    })?;
    (orders >= 1.0).then(|| (days_between(last, customers.reference_date()), orders as u32, amount))
}

/// How many of the four quintile cuts lie below the value.
fn exceeds<T: Ordered>(sorted: &Sorted<T>, value: T) -> u8 {
    CUTS.iter().filter(|cut| sorted.top_exceeds(100 - **cut).is_some_and(|bound| value > bound)).count() as u8
}

/// The place in the recipe of the first segment that takes this code; `None` = others.
pub fn rfm_segment(recipe: &RfmRecipe, r: u8, f: u8, m: u8) -> Option<u16> {
    let within = |score: u8, (low, high): (u8, u8)| (low..=high).contains(&score);
    let fits = |segment: &RfmSegment| within(r, segment.r) && within(f, segment.f) && within(m, segment.m);
    recipe.segments.iter().position(fits).and_then(|place| u16::try_from(place).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::{default_segments, vignette_segments};

    #[test]
    fn every_code_has_a_default_segment() {
        let recipe = RfmRecipe::default();
        let others = default_segments().len() - 1;
        for code in 0..125_u8 {
            let (r, f, m) = (code / 25 + 1, code / 5 % 5 + 1, code % 5 + 1);
            let found = rfm_segment(&recipe, r, f, m).map(usize::from);
            assert!(found.is_some_and(|place| place != others), "{r}{f}{m} is in {found:?}");
        }
    }

    fn check(code: (u8, u8, u8), vignette: &str) {
        let recipe = RfmRecipe { segments: vignette_segments(), ..RfmRecipe::default() };
        let found = rfm_segment(&recipe, code.0, code.1, code.2)
            .map(|place| recipe.segments[usize::from(place)].name.en.clone());
        assert_eq!(found.as_deref().unwrap_or("Others"), vignette, "{code:?}");
    }

    #[test]
    fn the_vignettes_first_match_wins() {
        check((5, 5, 5), "Champions");
        check((5, 4, 4), "Potential Loyalist");
        check((1, 1, 1), "Lost");
        check((2, 1, 5), "Others");
    }
}
