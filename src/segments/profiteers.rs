//! Profiteers, and what to do before any goodbye (MF, METHOD section 6).

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use serde::{Deserialize, Serialize};

use super::ranking::sum;
use super::{Inventory, Values};
use crate::customers::Customers;
use crate::recipe::{BudgetRecipe, Level, ServiceRecipe, XrayRecipe};

/// What makes a customer a profiteer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProfiteerWhy {
    /// Contribution below zero.
    Loss { contribution: Decimal },
    /// A discount above `cut` with a value in the bottom part.
    Discount { discount: f64, cut: f64, percentile: f64 },
    /// More contacts than `cut` with a value in the bottom part.
    Contacts { contacts: f64, cut: f64, percentile: f64 },
}

/// A profiteer with the three ways out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Profiteer {
    pub customer: usize,
    /// Every reason that holds.
    pub why: Vec<ProfiteerWhy>,
    /// Margin minus the cost of each level; empty when the margin is unknown.
    pub at_level: Vec<(Level, Decimal)>,
    /// The highest and the cheapest level at which contribution ≥ 0.
    pub best_level: Option<Level>,
    pub cheapest_level: Option<Level>,
    /// Price rise (share of revenue) that brings contribution to 0; 0 when it is not below.
    pub break_even_rise: Option<f64>,
    /// What a goodbye costs: margin − avoidable cost to serve. Below zero it pays.
    pub goodbye_costs: Option<Decimal>,
}

/// Profiteers of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Profiteers {
    /// By contribution ascending, then value.
    pub profiteers: Vec<Profiteer>,
    /// By customer; `None` when nothing is known to judge by.
    pub is_profiteer: Vec<Option<bool>>,
    /// Customers who would be profiteers but are too new.
    pub exempt: Vec<usize>,
}

/// Finds profiteers among customers that are not lapsed, ended or prospects.
pub fn profiteers(
    _customers: &Customers,
    _inventory: &Inventory,
    _value: &Values,
    _recipe: &XrayRecipe,
    _service: &ServiceRecipe,
    _budget: &BudgetRecipe,
) -> Profiteers {
    Profiteers::default()
}

/// What a year of a level costs for one customer: (visits × hours + calls × hours) × cost of an hour + capacities.
pub fn level_cost(level: Level, service: &ServiceRecipe, budget: &BudgetRecipe) -> Decimal {
    let hours = service.visits.get(level) * budget.visit_hours + service.calls.get(level) * budget.call_hours;
    let time = Decimal::from_f64(hours).unwrap_or_default().saturating_mul(budget.hour_cost);
    let provisions = sum(service.capacities.iter().map(|row| row.levels.get(level).cost));
    time.saturating_add(provisions)
}
