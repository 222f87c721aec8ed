//! The time budget: hours by level and account manager, now against planned, and the core's share (GT, METHOD section 10).

use crate::sorted::SortedMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ServiceLevels;
use crate::choice::Selection;
use crate::customers::{Customers, Field};
use crate::recipe::{BudgetRecipe, Level, ServiceRecipe};
use crate::segments::level_cost;
use crate::segments::ranking::{careful_sum, share, sum};

/// Time and money of one level.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LevelBudget {
    pub level: Level,
    pub customers: usize,
    pub visits: f64,
    pub calls: f64,
    /// Planned hours a year.
    pub hours: f64,
    /// Our hours now, over the customers where they are known; `None` when known of nobody.
    pub hours_now: Option<f64>,
    /// Planned cost a year: hours × cost of an hour + capacities.
    pub cost: Decimal,
}

/// Time of one account manager.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnerBudget {
    /// `None` = customers without an account manager.
    pub owner: Option<String>,
    pub customers: usize,
    pub hours: f64,
    pub hours_by_level: [f64; 4],
    pub hours_now: Option<f64>,
    pub available: Option<f64>,
    /// hours − available, above zero only.
    pub over: Option<f64>,
}

/// What to cut when a plan is over-full.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Advice {
    /// Leave out the visits and calls of this level: frees so many hours.
    Drop { owner: Option<String>, level: Level, frees: f64 },
    /// Even with only A it does not fit: so many A's fit.
    FewerCore { owner: Option<String>, fits: usize, has: usize },
    /// The core gets less than its goal; so many hours of others make up the difference.
    ShiftToCore { hours: f64 },
}

/// The time budget of a plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TimeBudget {
    /// A to D.
    pub levels: Vec<LevelBudget>,
    /// By name; without an account manager last.
    pub owners: Vec<OwnerBudget>,
    pub hours: f64,
    pub cost: Decimal,
    pub available: Option<f64>,
    /// The core's planned share of time and of money; `None` when nothing is planned.
    pub core_time: Option<f64>,
    pub core_cost: Option<f64>,
    /// The core's share of our hours now, where known.
    pub core_time_now: Option<f64>,
    pub goal: f64,
    pub reaches_goal: bool,
    pub advice: Vec<Advice>,
}

/// Adds up the plan. Hours of a level = visits × hours per visit + calls × hours per call, a year and a customer.
pub fn time_budget(
    customers: &Customers,
    selection: &Selection,
    levels: &ServiceLevels,
    service: &ServiceRecipe,
    budget: &BudgetRecipe,
) -> TimeBudget {
    let each = Level::ALL.map(|level| level_hours(level, service, budget));
    let served: Vec<(usize, Level)> =
        levels.level.iter().enumerate().filter_map(|(i, level)| Some((i, (*level)?))).collect();
    let level_budgets: Vec<LevelBudget> = Level::ALL
        .into_iter()
        .map(|level| {
            let members = || served.iter().filter(|(_, of)| *of == level).map(|(i, _)| *i);
            let count = members().count();
            LevelBudget {
                level,
                customers: count,
                visits: service.visits.get(level) * count as f64,
                calls: service.calls.get(level) * count as f64,
                hours: each[level as usize] * count as f64,
                hours_now: hours_now(customers, members()),
                cost: level_cost(level, service, budget).saturating_mul(Decimal::from(count)),
            }
        })
        .collect();
    let owners = owner_budgets(customers, &served, &each, budget);
    let hours: f64 = careful_sum(level_budgets.iter().map(|level| level.hours));
    let cost = sum(level_budgets.iter().map(|level| level.cost));
    let core = || served.iter().filter(|(i, _)| selection.is_core[*i]);
    let core_hours: f64 = careful_sum(core().map(|(_, level)| each[*level as usize]));
    let core_cost = sum(core().map(|(_, level)| level_cost(*level, service, budget)));
    let core_time = (hours > 0.0).then(|| core_hours / hours);
    let reaches_goal = core_time.is_some_and(|share| share >= budget.core_goal);
    let all_now = hours_now(customers, 0..customers.len()).filter(|hours| *hours > 0.0);
    let core_now = hours_now(customers, (0..customers.len()).filter(|&i| selection.is_core[i]));
    let mut advice: Vec<Advice> = owners.iter().flat_map(|owner| over_full(owner, each[0])).collect();
    if core_time.is_some() && !reaches_goal {
        advice.push(Advice::ShiftToCore { hours: budget.core_goal * hours - core_hours });
    }
    TimeBudget {
        levels: level_budgets,
        available: owners.iter().map(|owner| owner.available).sum(),
        owners,
        hours,
        cost,
        core_time,
        core_cost: share(core_cost, cost),
        core_time_now: all_now.map(|all| core_now.unwrap_or(0.0) / all),
        goal: budget.core_goal,
        reaches_goal,
        advice,
    }
}

/// Hours a year that one customer of a level takes.
pub fn level_hours(level: Level, service: &ServiceRecipe, budget: &BudgetRecipe) -> f64 {
    service.visits.get(level) * budget.visit_hours + service.calls.get(level) * budget.call_hours
}

/// The known hours of these customers now; `None` when known of nobody.
fn hours_now(customers: &Customers, members: impl Iterator<Item = usize>) -> Option<f64> {
    members.filter_map(|i| customers.number(Field::Hours, i)).reduce(|sum, hours| sum + hours)
}

fn owner_budgets(
    customers: &Customers,
    served: &[(usize, Level)],
    each: &[f64; 4],
    budget: &BudgetRecipe,
) -> Vec<OwnerBudget> {
    let mut members: SortedMap<Option<&str>, Vec<(usize, Level)>> = SortedMap::new();
    for &(i, level) in served {
        let owner = customers.text(Field::Owner, i).map(str::trim).filter(|owner| !owner.is_empty());
        members.entry(owner).or_default().push((i, level));
    }
    // Without an account manager last; in a list without account managers everyone's hours are one budget.
    let unowned = members.remove(&None).map(|members| (None, members));
    let only_one = members.is_empty();
    members
        .into_iter()
        .chain(unowned)
        .map(|(owner, members)| {
            let mut by_level = [0.0; 4];
            for (_, level) in &members {
                by_level[*level as usize] += each[*level as usize];
            }
            let hours: f64 = by_level.iter().sum();
            let listed = budget.owner_hours.iter().find(|listed| Some(listed.owner.trim()) == owner);
            let available = listed
                .map(|listed| listed.hours)
                .or(budget.hours_each.filter(|_| owner.is_some() || only_one));
            OwnerBudget {
                owner: owner.map(str::to_owned),
                customers: members.len(),
                hours,
                hours_by_level: by_level,
                hours_now: hours_now(customers, members.iter().map(|(i, _)| *i)),
                available,
                over: available.map(|available| hours - available).filter(|over| *over > 0.0),
            }
        })
        .collect()
}

/// What to cut, cheapest level first, until it fits; A itself is capped by the hours there are.
fn over_full(owner: &OwnerBudget, hours_of_a: f64) -> Vec<Advice> {
    let mut advice = Vec::new();
    let Some(mut over) = owner.over else { return advice };
    for level in [Level::D, Level::C, Level::B] {
        let frees = owner.hours_by_level[level as usize];
        if over > 0.0 && frees > 0.0 {
            advice.push(Advice::Drop { owner: owner.owner.clone(), level, frees });
            over -= frees;
        }
    }
    if over > 0.0 && hours_of_a > 0.0 {
        let fits = (owner.available.unwrap_or(0.0) / hours_of_a).floor() as usize;
        let has = (owner.hours_by_level[0] / hours_of_a).round() as usize;
        advice.push(Advice::FewerCore { owner: owner.owner.clone(), fits, has });
    }
    advice
}
