//! Curry's customer pyramid (DEFINITIONS D2) with the base's own shares beside the norm.

use std::rc::Rc;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::facts::{order_days_between, value_between};
use super::ranking::{by_value, first_percent, share, sum};
use super::{Activity, Inventory, Measure, Values};
use crate::calendar::months_before;
use crate::customers::Customers;
use crate::recipe::PyramidRecipe;

/// A layer of the pyramid, or below its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    Top,
    Large,
    Medium,
    Small,
    /// Bought before, no value in the period.
    Inactive,
    Prospects,
}

impl Layer {
    pub const ALL: [Layer; 6] =
        [Layer::Top, Layer::Large, Layer::Medium, Layer::Small, Layer::Inactive, Layer::Prospects];
}

/// One layer over the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LayerCount {
    pub customers: usize,
    /// Value in the period.
    pub value: Decimal,
    /// Share of the value above the line; `None` below it, or without value.
    pub share: Option<f64>,
    /// The norm of the literature; `None` below the line.
    pub norm: Option<f64>,
    /// The smallest value in the layer.
    pub least: Option<Decimal>,
}

/// The pyramid of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pyramid {
    pub measure: Measure,
    /// The last months that are counted; 0 for the list's own period.
    pub months: u32,
    /// By customer: value in the period; `None` when unknown.
    pub values: Rc<Vec<Option<Decimal>>>,
    /// By customer; `None` when its value in the period is unknown.
    pub layer: Vec<Option<Layer>>,
    /// By customer: rank from 1 above the line (its why).
    pub rank: Vec<Option<u32>>,
    /// In the order of [`Layer::ALL`].
    pub layers: [LayerCount; 6],
    /// Customers above the line.
    pub base: usize,
    /// 1% of the base is a single customer: show the table, warn.
    pub small: bool,
}

/// Builds the pyramid over the customers with value in the recipe's last months: k = ⌈percent·n ÷ 100⌉ on cumulative
/// ranks, ties by id, name, row.
///
/// With an order history the value by revenue is that of the order days in the months; other measures, and lists
/// without history, count over the list's own period (with a history: of customers who bought in the months).
/// Below the line: prospects, and all others whose value is known.
pub fn pyramid(
    customers: &Customers,
    inventory: &Inventory,
    values: &Values,
    recipe: &PyramidRecipe,
) -> Pyramid {
    let counted = period_values(customers, values, recipe)
        .map(|values| (by_value(customers, &values).0, Rc::new(values)));
    let (order, in_period) = match &counted {
        Some((order, values)) => (order.as_slice(), values),
        None => (values.order(), &values.values),
    };
    let amount = |i: usize| in_period[i].unwrap_or_default();
    let base = order.partition_point(|&i| amount(i) > Decimal::ZERO);
    let ends = layer_ends(base, recipe);
    let n = customers.len();
    let mut pyramid = Pyramid {
        measure: values.measure,
        months: if counted.is_some() { recipe.months } else { 0 },
        values: Rc::clone(in_period),
        layer: vec![None; n],
        rank: vec![None; n],
        base,
        small: base < inventory.small_list,
        ..Pyramid::default()
    };
    for (place, &i) in order.iter().enumerate() {
        let layer = if place < base {
            pyramid.rank[i] = u32::try_from(place + 1).ok();
            Layer::ALL[ends.iter().filter(|end| place >= **end).count()]
        } else if inventory.activity[i] == Activity::Prospect {
            Layer::Prospects
        } else {
            Layer::Inactive
        };
        pyramid.layer[i] = Some(layer);
        let count = &mut pyramid.layers[layer as usize];
        count.customers += 1;
        count.value = count.value.saturating_add(amount(i));
        count.least = (place < base).then(|| amount(i));
    }
    for (i, _) in inventory.activity.iter().enumerate().filter(|(_, at)| **at == Activity::Prospect) {
        if pyramid.layer[i].is_none() {
            pyramid.layer[i] = Some(Layer::Prospects);
            pyramid.layers[Layer::Prospects as usize].customers += 1;
        }
    }
    let total = sum(pyramid.layers[..4].iter().map(|count| count.value));
    for (count, norm) in pyramid.layers.iter_mut().zip(recipe.norm) {
        count.share = share(count.value, total);
        count.norm = Some(norm);
    }
    pyramid
}

/// Where top, large and medium end, as cumulative ranks.
pub fn layer_ends(base: usize, recipe: &PyramidRecipe) -> [usize; 3] {
    [recipe.top_percent, recipe.large_percent, recipe.medium_percent]
        .map(|percent| first_percent(base, percent))
}

/// What everyone bought in the recipe's months; `None` where that is the list's own period.
fn period_values(
    customers: &Customers,
    values: &Values,
    recipe: &PyramidRecipe,
) -> Option<Vec<Option<Decimal>>> {
    if recipe.months == 0 || !customers.has_occasions() {
        return None;
    }
    let today = customers.reference_date();
    let after = months_before(today, recipe.months);
    let of_all = (0..customers.len())
        .map(|i| {
            let value = values.of(i)?;
            Some(match values.measure {
                Measure::Revenue => value_between(customers, i, after, today),
                _ if order_days_between(customers, i, after, today) > 0 => value,
                _ => Decimal::ZERO,
            })
        })
        .collect();
    Some(of_all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segments::Rankings;
    use crate::segments::testing::list;

    /// The pyramid of a list of customers with revenue and order days, counted over twelve months.
    fn check(text: &str, months: u32, expected: &[(Option<u32>, Option<i64>)]) {
        let customers = list(text);
        let rankings = Rankings::default();
        let recipe = crate::recipe::Recipe::default();
        let inventory = crate::segments::inventory(&customers, &recipe.inventory);
        let measures = rankings.measures(&customers, &inventory, &recipe.measure);
        let own = PyramidRecipe { months, ..recipe.pyramid };
        let found = pyramid(&customers, &inventory, &measures.concentration, &own);
        let amount = |i: usize| found.values[i].map(|value| i64::try_from(value).unwrap_or(i64::MAX));
        let shown: Vec<_> = (0..customers.len()).map(|i| (found.rank[i], amount(i))).collect();
        assert_eq!(shown, expected, "over {months} months");
    }

    /// What stands beside the rank is what ranks: the amount of the period, not of the whole history.
    #[test]
    fn the_values_are_those_of_the_months_that_rank() {
        let text =
            "id revenue days\n1 900 2023-01-05=890,2025-12-01=10\n2 50 2025-11-01=50\n3 70 2022-05-01=70";
        check(text, 12, &[(Some(2), Some(10)), (Some(1), Some(50)), (None, Some(0))]);
        check(text, 0, &[(Some(1), Some(900)), (Some(3), Some(50)), (Some(2), Some(70))]);
    }
}
