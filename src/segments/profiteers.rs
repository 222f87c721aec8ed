//! Profiteers, and what to do before any goodbye (MF, METHOD section 6).

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use serde::{Deserialize, Serialize};

use super::facts::first_order;
use super::ranking::{Sorted, greatest_amounts_first, quotient, sum, tie_break, top_exceeds};
use super::{Activity, Inventory, Measure, Rankings, Values};
use crate::calendar::months_before;
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
    /// Lapsed customers with a loss: nothing is left to mend.
    pub gone: Vec<usize>,
}

/// Finds profiteers among active and asleep customers. A margin below zero is a loss before any cost to serve, so
/// it counts where that cost is unknown. "Bottom half" is at or below the type-7 median of the active customers.
pub fn profiteers(
    customers: &Customers,
    inventory: &Inventory,
    value: &Values,
    rankings: &Rankings,
    recipe: &XrayRecipe,
    service: &ServiceRecipe,
    budget: &BudgetRecipe,
) -> Profiteers {
    let results = Results {
        margins: &rankings.of(customers, Measure::Margin).values,
        contributions: &rankings.of(customers, Measure::Contribution).values,
    };
    let active = || (0..customers.len()).filter(|&i| inventory.is_active(i));
    let number = |field| active().filter_map(move |i| customers.number(field, i));
    let cuts = Cuts {
        discount: Sorted::new(number(Field::Discount).filter(|discount| *discount > 0.0))
            .top_exceeds(recipe.discount_top_percent),
        contacts: Sorted::new(number(Field::Contacts)).top_exceeds(recipe.contacts_top_percent),
        value: top_exceeds(
            value.order(),
            |i| value.of(i),
            100_u32.saturating_sub(recipe.value_bottom_percent),
            |i| inventory.is_active(i),
        ),
    };
    let offer = Offer {
        costs: Level::ALL.map(|level| (level, level_cost(level, service, budget))),
        avoidable: Decimal::from_f64(recipe.avoidable_cost).unwrap_or_default(),
    };
    let new_after = months_before(customers.reference_date(), recipe.exempt_months);
    let mut found = Profiteers::default();
    for i in 0..customers.len() {
        if !matches!(inventory.activity[i], Activity::Active | Activity::Asleep) {
            found.is_profiteer.push(None);
            if results.loss(i).is_some_and(|result| result < Decimal::ZERO) {
                found.gone.push(i);
            }
            continue;
        }
        let loss = results.loss(i);
        let why = cuts.why(customers, value, loss, i);
        if why.is_empty() {
            let known = loss.is_some() || can_tell(customers, value, i);
            found.is_profiteer.push(known.then_some(false));
        } else if first_order(customers, i).is_some_and(|first| first > new_after) {
            found.exempt.push(i);
            found.is_profiteer.push(Some(false));
        } else {
            found.is_profiteer.push(Some(true));
            found.profiteers.push(ways_out(customers, &results, why, &offer, i));
        }
    }
    let result = |i: usize| results.contributions[i].or(results.margins[i]).unwrap_or(Decimal::MAX);
    let all = found.profiteers;
    // The worst result is the greatest loss.
    let losses =
        all.iter().enumerate().map(|(at, one)| (at, Decimal::ZERO.saturating_sub(result(one.customer))));
    let order = greatest_amounts_first(losses.collect(), &|one, other| {
        let (one, other) = (all[one].customer, all[other].customer);
        value.of(one).cmp(&value.of(other)).then_with(|| tie_break(customers, one, other))
    });
    let mut all: Vec<Option<Profiteer>> = all.into_iter().map(Some).collect();
    found.profiteers = order.into_iter().filter_map(|at| all[at].take()).collect();
    found
}

/// What the ways out are reckoned with.
struct Offer {
    /// A year of each level.
    costs: [(Level, Decimal); 4],
    avoidable: Decimal,
}

/// The cuts found in the list.
struct Cuts {
    discount: Option<f64>,
    contacts: Option<f64>,
    value: Option<Decimal>,
}

impl Cuts {
    fn why(
        &self,
        customers: &Customers,
        value: &Values,
        loss: Option<Decimal>,
        i: usize,
    ) -> Vec<ProfiteerWhy> {
        let mut why = Vec::new();
        if let Some(contribution) = loss.filter(|result| *result < Decimal::ZERO) {
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

/// What every customer leaves.
struct Results<'a> {
    margins: &'a [Option<Decimal>],
    contributions: &'a [Option<Decimal>],
}

impl Results<'_> {
    /// The contribution; a margin below zero where the cost to serve is unknown; `None` when neither tells.
    fn loss(&self, i: usize) -> Option<Decimal> {
        self.contributions[i].or_else(|| self.margins[i].filter(|margin| *margin < Decimal::ZERO))
    }
}

fn ways_out(
    customers: &Customers,
    results: &Results,
    why: Vec<ProfiteerWhy>,
    offer: &Offer,
    i: usize,
) -> Profiteer {
    let margin = results.margins[i];
    let at_level: Vec<(Level, Decimal)> = margin.map_or_else(Vec::new, |margin| {
        offer.costs.map(|(level, cost)| (level, margin.saturating_sub(cost))).to_vec()
    });
    let pays = || at_level.iter().filter(|(_, left)| *left >= Decimal::ZERO);
    Profiteer {
        customer: i,
        best_level: pays().next().map(|(level, _)| *level),
        // Of equally cheap levels the better one.
        cheapest_level: pays().rev().max_by_key(|(_, left)| *left).map(|(level, _)| *level),
        break_even_rise: results.loss(i).zip(customers.money(Field::Revenue, i)).and_then(
            |(result, revenue)| quotient(Decimal::ZERO.saturating_sub(result).max(Decimal::ZERO), revenue),
        ),
        goodbye_costs: margin
            .zip(customers.money(Field::CostToServe, i))
            .map(|(margin, cost)| margin.saturating_sub(cost.saturating_mul(offer.avoidable))),
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
