//! The value measure: which amount ranks the customers (METHOD section 0).

use std::cell::OnceCell;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Inventory;
use super::ranking::{by_value, percentiles};
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
    /// By customer; `None` when unknown.
    pub values: Vec<Option<Decimal>>,
    /// Active customers with a known value, of all active customers.
    pub known: usize,
    pub active: usize,
    /// Mid-rank percentile 0–100 of each value among the active customers' known values.
    pub percentile: Vec<Option<f64>>,
    /// Customers with a known value, value descending, then id, name, row number.
    pub order: Vec<usize>,
}

/// The two rankings of METHOD section 0: `value` for choosing, `concentration` for Pareto, ABC and pyramid
/// (net revenue unless a measure was chosen).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Measures {
    pub value: Values,
    pub concentration: Values,
}

/// The amounts of every measure with their order, each found once: neither follows from who is active.
#[derive(Debug, Default)]
pub struct Rankings([OnceCell<Ranking>; 3]);

/// The amounts of a measure by customer, and who has one, greatest first.
type Ranking = (Vec<Option<Decimal>>, Vec<usize>);

impl Rankings {
    fn of(&self, customers: &Customers, measure: Measure) -> &Ranking {
        self.0[measure as usize].get_or_init(|| {
            let values: Vec<Option<Decimal>> =
                (0..customers.len()).map(|i| measure.amount(customers, i)).collect();
            let order = by_value(customers, &values);
            (values, order)
        })
    }

    /// As [`measures`], with what is found already. Belongs to these customers alone.
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
                let value = [Measure::Contribution, Measure::Margin]
                    .into_iter()
                    .map(|measure| of(measure, MeasureWhy::KnownEnough))
                    .find(|values| values.known > 0 && values.known_share() >= recipe.known_share)
                    .unwrap_or_else(|| of(Measure::Revenue, MeasureWhy::KnownEnough));
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
        let (values, order) = self.of(customers, measure);
        let is_active = |i: usize| inventory.is_active(i);
        Values {
            measure,
            why,
            known: order.iter().filter(|&&i| is_active(i)).count(),
            active: inventory.active,
            percentile: percentiles(values, order, is_active),
            order: order.clone(),
            values: values.clone(),
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

    /// The value of one customer.
    pub fn of(&self, i: usize) -> Option<Decimal> {
        self.values.get(i).copied().flatten()
    }
}

impl Measure {
    /// The amount of one customer; `None` when unknown.
    pub fn amount(self, customers: &Customers, i: usize) -> Option<Decimal> {
        match self {
            Measure::Revenue => customers.money(Field::Revenue, i),
            Measure::Margin => customers.margin(i),
            Measure::Contribution => customers.contribution(i),
        }
    }
}
