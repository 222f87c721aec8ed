//! The time budget: hours by level and account manager, now against planned, and the core's share (GT, METHOD section 10).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ServiceLevels;
use crate::choice::Selection;
use crate::customers::Customers;
use crate::recipe::{BudgetRecipe, Level, ServiceRecipe};

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

/// Adds up the plan.
pub fn time_budget(
    _customers: &Customers,
    _selection: &Selection,
    _levels: &ServiceLevels,
    _service: &ServiceRecipe,
    _budget: &BudgetRecipe,
) -> TimeBudget {
    TimeBudget::default()
}
