//! The value measure: which amount ranks the customers (METHOD section 0).

use std::rc::Rc;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Inventory, Rankings};
use crate::customers::{Customers, Field};
use crate::recipe::{MeasureChoice, MeasureRecipe};

/// An amount that can rank customers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    #[default]
    Revenue,
    Margin,
    Contribution,
}

/// How the measure was chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureWhy {
    /// The person chose it.
    Chosen,
    /// The first of contribution, margin, revenue that is known for enough active customers.
    #[default]
    KnownEnough,
}

/// The value of every customer by one measure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Values {
    pub measure: Measure,
    pub why: MeasureWhy,
    /// By customer; `None` when unknown. Shared: they follow from the list and the measure alone.
    pub values: Rc<Vec<Option<Decimal>>>,
    /// Active customers with a known value, of all active customers.
    pub known: usize,
    pub active: usize,
    /// Mid-rank percentile 0–100 of each value among the active customers' known values.
    pub percentile: Vec<Option<f64>>,
    /// Everyone once: value descending, then those without a known value; of equals by id, name, row number.
    pub everyone: Rc<Vec<usize>>,
    /// So many of them have a known value.
    ranked: usize,
}

/// The two rankings of METHOD section 0: `value` for choosing, `concentration` for Pareto, ABC and pyramid
/// (net revenue unless a measure was chosen).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Measures {
    pub value: Values,
    pub concentration: Values,
}

impl Rankings {
    /// As [`measures`], with what is found already.
    pub fn measures(&self, customers: &Customers, inventory: &Inventory, recipe: &MeasureRecipe) -> Measures {
        let of = |measure, why| self.values(customers, inventory, measure, why);
        let chosen = |measure| {
            let values = of(measure, MeasureWhy::Chosen);
            Measures { concentration: values.clone(), value: values }
        };
        match recipe.choice {
            MeasureChoice::Revenue => chosen(Measure::Revenue),
            MeasureChoice::Margin => chosen(Measure::Margin),
            MeasureChoice::Contribution => chosen(Measure::Contribution),
            MeasureChoice::Automatic => {
                let is_known = |measure: &Measure| {
                    if !measure.is_in_list(customers) {
                        return false;
                    }
                    let order = &self.of(customers, *measure).order;
                    let known = order.iter().filter(|&&i| inventory.is_active(i)).count();
                    known > 0 && known as f64 / inventory.active as f64 >= recipe.known_share
                };
                let measure = [Measure::Contribution, Measure::Margin].into_iter().find(is_known);
                let value = of(measure.unwrap_or_default(), MeasureWhy::KnownEnough);
                let concentration = if value.measure == Measure::Revenue || !customers.has(Field::Revenue) {
                    value.clone()
                } else {
                    of(Measure::Revenue, MeasureWhy::KnownEnough)
                };
                Measures { value, concentration }
            }
        }
    }

    fn values(
        &self,
        customers: &Customers,
        inventory: &Inventory,
        measure: Measure,
        why: MeasureWhy,
    ) -> Values {
        let ranking = self.of(customers, measure);
        let is_active = |i: usize| inventory.is_active(i);
        Values {
            measure,
            why,
            known: ranking.order.iter().filter(|&&i| is_active(i)).count(),
            active: inventory.active,
            percentile: ranking.percentiles(customers, is_active),
            everyone: ranking.everyone(customers),
            ranked: ranking.order.len(),
            values: Rc::clone(&ranking.values),
        }
    }
}

/// Chooses the measures. Contribution needs margin and cost to serve, margin a margin or a margin rate.
/// With `Automatic`, concentration is on revenue as long as the list has revenue at all.
pub fn measures(customers: &Customers, inventory: &Inventory, recipe: &MeasureRecipe) -> Measures {
    Rankings::default().measures(customers, inventory, recipe)
}

impl Values {
    /// Known active customers ÷ active customers.
    pub fn known_share(&self) -> f64 {
        if self.active == 0 { 0.0 } else { self.known as f64 / self.active as f64 }
    }

    /// Customers with a known value, value descending, then id, name, row number.
    pub fn order(&self) -> &[usize] {
        &self.everyone[..self.ranked]
    }

    /// The value of one customer.
    pub fn of(&self, i: usize) -> Option<Decimal> {
        self.values.get(i).copied().flatten()
    }
}

impl Measure {
    /// Whether the list has what it is made of; if not, it is unknown of everyone.
    fn is_in_list(self, customers: &Customers) -> bool {
        let has_margin = customers.has(Field::Margin) || customers.has(Field::MarginRate);
        match self {
            Measure::Revenue => customers.has(Field::Revenue),
            Measure::Margin => has_margin,
            Measure::Contribution => has_margin && customers.has(Field::CostToServe),
        }
    }

    /// The amount of one customer; `None` when unknown.
    pub fn amount(self, customers: &Customers, i: usize) -> Option<Decimal> {
        match self {
            Measure::Revenue => customers.money(Field::Revenue, i),
            Measure::Margin => customers.margin(i),
            Measure::Contribution => customers.contribution(i),
        }
    }
}
