//! Letting go: for every D let go there must first be an extra C or B, in number and revenue (7S, METHOD section 10).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{PlanEdits, ServiceLevels};
use crate::customers::Customers;
use crate::recipe::ReviewRecipe;
use crate::segments::Letters;

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
}

/// Weighs the goodbyes against the extra customers.
pub fn letting_go(
    _customers: &Customers,
    _letters: &Letters,
    _levels: &ServiceLevels,
    _edits: &PlanEdits,
    _recipe: &ReviewRecipe,
) -> LettingGo {
    LettingGo::default()
}

/// Before and after the plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    /// Hours now (where known) minus planned.
    pub hours_freed: Option<f64>,
    /// Margin of the customers whose level goes down or who are let go.
    pub margin_at_risk: Decimal,
    /// Growth room of the customers at A and B.
    pub growth_room: Decimal,
}
