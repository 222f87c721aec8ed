//! Profiteers, and what to do before any goodbye (MF, METHOD section 6).

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use serde::{Deserialize, Serialize};

use super::dates::months_before;
use super::facts::first_order;
use super::ranking::{Sorted, quotient, sum, tie_break};
use super::{Activity, Inventory, Values};
use crate::customers::{Customers, Field};
use crate::recipe::{BudgetRecipe, Level, ServiceRecipe, XrayRecipe};

/// What makes a customer a profiteer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProfiteerWhy {
    /// Contribution below zero; or margin below zero where the cost to serve is unknown.
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

/// Finds profiteers among active and asleep customers. A margin below zero is a loss before any cost to serve, so
/// it counts where that cost is unknown. "Bottom half" is at or below the type-7 median of the active customers.
pub fn profiteers(
    customers: &Customers,
    inventory: &Inventory,
    value: &Values,
    recipe: &XrayRecipe,
    service: &ServiceRecipe,
    budget: &BudgetRecipe,
) -> Profiteers {
    let active = || (0..customers.len()).filter(|&i| inventory.is_active(i));
    let number = |field| active().filter_map(move |i| customers.number(field, i));
    let cuts = Cuts {
        discount: Sorted::new(number(Field::Discount).filter(|discount| *discount > 0.0))
            .top_exceeds(recipe.discount_top_percent),
        contacts: Sorted::new(number(Field::Contacts)).top_exceeds(recipe.contacts_top_percent),
        value: Sorted::new(active().filter_map(|i| value.of(i))).bottom_ends(recipe.value_bottom_percent),
    };
    let new_after = months_before(customers.reference_date(), recipe.exempt_months);
    let mut found = Profiteers::default();
    for i in 0..customers.len() {
        if !matches!(inventory.activity[i], Activity::Active | Activity::Asleep) {
            found.is_profiteer.push(None);
            continue;
        }
        let why = cuts.why(customers, value, i);
        if why.is_empty() {
            let known = loss(customers, i).is_some() || can_tell(customers, value, i);
            found.is_profiteer.push(known.then_some(false));
        } else if first_order(customers, i).is_some_and(|first| first > new_after) {
            found.exempt.push(i);
            found.is_profiteer.push(Some(false));
        } else {
            found.is_profiteer.push(Some(true));
            found.profiteers.push(ways_out(customers, why, recipe, service, budget, i));
        }
    }
    let result = |i: usize| customers.contribution(i).or_else(|| customers.margin(i)).unwrap_or(Decimal::MAX);
    // The amounts once a customer, not once a comparison.
    let mut keyed: Vec<_> = found
        .profiteers
        .into_iter()
        .map(|one| ((result(one.customer), value.of(one.customer)), one))
        .collect();
    keyed.sort_by(|(a, one), (b, other)| {
        a.cmp(b).then_with(|| tie_break(customers, one.customer, other.customer))
    });
    found.profiteers = keyed.into_iter().map(|(_, one)| one).collect();
    found
}

/// The cuts found in the list.
struct Cuts {
    discount: Option<f64>,
    contacts: Option<f64>,
    value: Option<Decimal>,
}

impl Cuts {
    fn why(&self, customers: &Customers, value: &Values, i: usize) -> Vec<ProfiteerWhy> {
        let mut why = Vec::new();
        if let Some(contribution) = loss(customers, i).filter(|result| *result < Decimal::ZERO) {
            why.push(ProfiteerWhy::Loss { contribution });
        }
        let small = value.of(i).zip(self.value).is_some_and(|(value, cut)| value <= cut);
        let Some(percentile) = value.percentile[i].filter(|_| small) else { return why };
        if let (Some(discount), Some(cut)) = (customers.number(Field::Discount, i), self.discount)
            && discount > cut
        {
            why.push(ProfiteerWhy::Discount { discount, cut, percentile });
        }
        if let (Some(contacts), Some(cut)) = (customers.number(Field::Contacts, i), self.contacts)
            && contacts > cut
        {
            why.push(ProfiteerWhy::Contacts { contacts, cut, percentile });
        }
        why
    }
}

/// Whether a test other than the result could be made.
fn can_tell(customers: &Customers, value: &Values, i: usize) -> bool {
    let known = |field| customers.number(field, i).is_some();
    value.of(i).is_some() && (known(Field::Discount) || known(Field::Contacts))
}

/// The contribution; a margin below zero where the cost to serve is unknown; `None` when neither tells.
fn loss(customers: &Customers, i: usize) -> Option<Decimal> {
    customers.contribution(i).or_else(|| customers.margin(i).filter(|margin| *margin < Decimal::ZERO))
}

fn ways_out(
    customers: &Customers,
    why: Vec<ProfiteerWhy>,
    recipe: &XrayRecipe,
    service: &ServiceRecipe,
    budget: &BudgetRecipe,
    i: usize,
) -> Profiteer {
    let margin = customers.margin(i);
    let at_level: Vec<(Level, Decimal)> = margin.map_or_else(Vec::new, |margin| {
        let left = |level| margin.saturating_sub(level_cost(level, service, budget));
        Level::ALL.map(|level| (level, left(level))).to_vec()
    });
    let pays = || at_level.iter().filter(|(_, left)| *left >= Decimal::ZERO);
    let avoidable = Decimal::from_f64(recipe.avoidable_cost).unwrap_or_default();
    Profiteer {
        customer: i,
        best_level: pays().next().map(|(level, _)| *level),
        // Of equally cheap levels the better one.
        cheapest_level: pays().rev().max_by_key(|(_, left)| *left).map(|(level, _)| *level),
        break_even_rise: loss(customers, i).zip(customers.money(Field::Revenue, i)).and_then(
            |(result, revenue)| quotient(Decimal::ZERO.saturating_sub(result).max(Decimal::ZERO), revenue),
        ),
        goodbye_costs: margin
            .zip(customers.money(Field::CostToServe, i))
            .map(|(margin, cost)| margin.saturating_sub(cost.saturating_mul(avoidable))),
        why,
        at_level,
    }
}

/// What a year of a level costs for one customer: (visits × hours + calls × hours) × cost of an hour + capacities.
pub fn level_cost(level: Level, service: &ServiceRecipe, budget: &BudgetRecipe) -> Decimal {
    let hours = service.visits.get(level) * budget.visit_hours + service.calls.get(level) * budget.call_hours;
    let time = Decimal::from_f64(hours).unwrap_or_default().saturating_mul(budget.hour_cost);
    let provisions = sum(service.capacities.iter().map(|row| row.levels.get(level).cost));
    time.saturating_add(provisions)
}
