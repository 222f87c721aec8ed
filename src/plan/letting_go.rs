//! Letting go: for every D let go there must first be an extra C or B, in number and revenue (7S, METHOD section 10).

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use serde::{Deserialize, Serialize};

use super::{LevelWhy, PlanEdits, ServiceLevels, level_hours};
use crate::calendar::months_before;
use crate::customers::{Customers, Field};
use crate::recipe::{BudgetRecipe, Level, ReviewRecipe, ServiceRecipe};
use crate::segments::facts::first_order;
use crate::segments::ranking::sum;
use crate::segments::{Growth, LetterClass, Letters, Matcher};

/// Whether and when D's may go.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LettingGo {
    /// D's by letter: why do we serve them?
    pub candidates: Vec<usize>,
    /// D's for whom a goodbye was decided.
    pub decided: Vec<usize>,
    /// What the decided bring now.
    pub revenue: Decimal,
    pub margin: Decimal,
    /// Extra C's or B's needed first, and with how much revenue.
    pub extra_needed: usize,
    pub extra_revenue: Decimal,
    /// C's and B's that are new in this period (no revenue in the previous one), and their revenue.
    pub extra_found: usize,
    pub extra_found_revenue: Decimal,
    pub allowed: bool,
    /// Goodbyes whose key is not in the list.
    pub unmatched: Vec<String>,
}

/// Weighs the goodbyes against the extra customers. Candidates are D by letter and not core; a goodbye may be decided
/// for anyone. Extra customers are C's and B's with revenue now and none in the previous period, or whose first
/// order is at most 12 months ago; the decided themselves never count.
pub fn letting_go(
    customers: &Customers,
    letters: &Letters,
    levels: &ServiceLevels,
    edits: &PlanEdits,
    recipe: &ReviewRecipe,
) -> LettingGo {
    let n = customers.len();
    // Indexing a long list takes a while: not for nothing.
    let matcher = (!edits.goodbyes.is_empty()).then(|| Matcher::new(customers));
    let mut goes = vec![false; n];
    let mut unmatched = Vec::new();
    for key in edits.goodbyes.keys() {
        match matcher.as_ref().and_then(|matcher| matcher.find(key)) {
            Some(i) => goes[i] = true,
            None => unmatched.push(key.clone()),
        }
    }
    let decided: Vec<usize> = (0..n).filter(|&i| goes[i]).collect();
    let is_core = |i: usize| levels.why[i] == LevelWhy::Core;
    let candidates = (0..n).filter(|&i| letters.class[i] == LetterClass::D && !is_core(i)).collect();
    let revenue_of = |i: usize| customers.money(Field::Revenue, i).unwrap_or_default();
    let is_extra =
        |i: usize| matches!(levels.level[i], Some(Level::B | Level::C)) && !goes[i] && is_new(customers, i);
    let extra: Vec<usize> = (0..n).filter(|&i| is_extra(i)).collect();
    let revenue = sum(decided.iter().map(|&i| revenue_of(i)));
    let part = |times: f64| Decimal::from_f64(times).unwrap_or(Decimal::ONE);
    let extra_needed = (decided.len() as f64 * recipe.extra_per_goodbye).ceil() as usize;
    let extra_revenue = revenue.max(Decimal::ZERO).saturating_mul(part(recipe.extra_revenue));
    let extra_found_revenue = sum(extra.iter().map(|&i| revenue_of(i)));
    LettingGo {
        candidates,
        revenue,
        margin: sum(decided.iter().filter_map(|&i| customers.margin(i))),
        extra_needed,
        extra_revenue,
        extra_found: extra.len(),
        extra_found_revenue,
        allowed: extra.len() >= extra_needed && extra_found_revenue >= extra_revenue,
        decided,
        unmatched,
    }
}

/// Buys now and did not before.
fn is_new(customers: &Customers, i: usize) -> bool {
    let buys = customers.money(Field::Revenue, i).is_some_and(|revenue| revenue > Decimal::ZERO);
    let year = months_before(customers.reference_date(), 12);
    let first = first_order(customers, i).map(|first| first > year);
    let before = customers.money(Field::RevenuePrevious, i).map(|before| before <= Decimal::ZERO);
    buys && first.or(before).unwrap_or(false)
}

/// Before and after the plan: hours of served customers where they are known now, the margin of those who get D or
/// a goodbye, and the growth room of those who get A or B.
pub fn scenario(
    customers: &Customers,
    growth: &Growth,
    levels: &ServiceLevels,
    letting_go: &LettingGo,
    service: &ServiceRecipe,
    budget: &BudgetRecipe,
) -> Scenario {
    let mut scenario = Scenario::default();
    let mut goes = vec![false; customers.len()];
    for &i in &letting_go.decided {
        goes[i] = true;
    }
    for (i, goes) in goes.into_iter().enumerate() {
        let level = levels.level[i].filter(|_| !goes);
        if let Some(now) = customers.number(Field::Hours, i) {
            let planned = level.map_or(0.0, |level| level_hours(level, service, budget));
            *scenario.hours_now.get_or_insert(0.0) += now;
            *scenario.hours_planned.get_or_insert(0.0) += planned;
            *scenario.hours_freed.get_or_insert(0.0) += (now - planned).max(0.0);
        }
        if goes || level == Some(Level::D) {
            let margin = customers.margin(i).unwrap_or_default().max(Decimal::ZERO);
            scenario.margin_at_risk = scenario.margin_at_risk.saturating_add(margin);
        }
        if matches!(level, Some(Level::A | Level::B)) {
            let room = growth.places[i].room.unwrap_or_default();
            scenario.growth_room = scenario.growth_room.saturating_add(room);
        }
    }
    scenario
}

/// Before and after the plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    /// Over the customers whose hours are known; `None` when known of nobody.
    pub hours_now: Option<f64>,
    pub hours_planned: Option<f64>,
    /// Hours of the customers who get less than now, the difference summed.
    pub hours_freed: Option<f64>,
    /// Margin (above zero) of the customers at level D and of those let go.
    pub margin_at_risk: Decimal,
    /// Growth room of the customers at A and B.
    pub growth_room: Decimal,
}
