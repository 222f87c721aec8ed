//! Pareto, Lorenz, Gini and dependence (CI, 7S, MF; DEFINITIONS D1).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ranking::{as_f64, careful_sum, first_percent, share, sum};
use super::{Measure, Rankings, Values};
use crate::customers::{Column, Customers, Field};
use crate::recipe::ConcentrationRecipe;

/// Concentration of value over customers with value above zero.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "four independent findings")]
pub struct Pareto {
    pub measure: Measure,
    /// Customers with value > 0, value descending, then id, name, row.
    pub order: Vec<usize>,
    /// Their sum.
    pub total: Decimal,
    /// Customers with value ≤ 0 and their sum: in the list, outside the shares.
    pub outside: usize,
    pub outside_sum: Decimal,
    /// Customers without a known value.
    pub unknown: usize,
    /// `None` when nobody has value.
    pub gini: Option<f64>,
    /// n/(n−1) times that, as an extra.
    pub gini_unbiased: Option<f64>,
    /// The first ⌈top_percent·n/100⌉ customers, their sum and their share.
    pub top_customers: usize,
    pub top_sum: Decimal,
    pub top_share: Option<f64>,
    /// The smallest number holding at least `hold_percent` of the total, and its share of the customers.
    pub customers_to_hold: Option<usize>,
    pub customers_to_hold_share: Option<f64>,
    pub largest_share: Option<f64>,
    pub few_share: Option<f64>,
    pub few: usize,
    pub warn_largest: bool,
    /// Never with a small list, where a few customers are most of it.
    pub warn_few: bool,
    /// A tie in value straddles the end of the top or of the holders.
    pub tie_at_top: bool,
    pub tie_at_hold: bool,
    /// Cumulative (share of customers, share of value), best first, from (0, 0) to (1, 1), at most 401 points.
    pub curve: Vec<(f64, f64)>,
    /// Lorenz points, smallest first, thinned likewise.
    pub lorenz: Vec<(f64, f64)>,
}

/// At most this many points in a curve.
const POINTS: usize = 401;

/// Measures concentration over all customers with value > 0, in the deterministic order of [`Values::order`].
///
/// G = 2·Σ(i·xᵢ) ÷ (n·Σx) − (n+1)/n over x ascending. `small`: no warning about the few.
pub fn pareto(values: &Values, small: bool, recipe: &ConcentrationRecipe) -> Pareto {
    let amount = |i: usize| values.of(i).unwrap_or_default();
    let positive = values.order().partition_point(|&i| amount(i) > Decimal::ZERO);
    let (order, rest) = values.order().split_at(positive);
    let amounts: Vec<Decimal> = order.iter().map(|&i| amount(i)).collect();
    let mut cumulative = Vec::with_capacity(positive + 1);
    cumulative.push(Decimal::ZERO);
    for value in &amounts {
        cumulative.push(cumulative[cumulative.len() - 1].saturating_add(*value));
    }
    let total = cumulative[positive];
    let goal = total.saturating_mul(Decimal::from(recipe.hold_percent.min(100)));
    let holds = |held: &Decimal| held.saturating_mul(Decimal::ONE_HUNDRED) >= goal;
    let holders = cumulative.iter().skip(1).position(holds).map(|before| before + 1);
    let share_of_first = |k: usize| share(cumulative[k.min(positive)], total);
    let top_customers = first_percent(positive, recipe.top_percent);
    let few = recipe.few as usize;
    let (largest_share, few_share) = (share_of_first(1), share_of_first(few));
    let tie_after = |k: usize| k > 0 && k < positive && amounts[k - 1] == amounts[k];
    let gini = gini(&amounts, total);
    let n = positive as f64;
    Pareto {
        measure: values.measure,
        total,
        outside: rest.len(),
        outside_sum: sum(rest.iter().map(|&i| amount(i))),
        unknown: values.values.len() - values.order().len(),
        gini,
        gini_unbiased: gini.filter(|_| positive > 1).map(|gini| gini * n / (n - 1.0)),
        top_customers,
        top_sum: cumulative[top_customers.min(positive)],
        top_share: share_of_first(top_customers),
        customers_to_hold: holders,
        customers_to_hold_share: holders.map(|k| k as f64 / n),
        largest_share,
        few_share,
        few,
        warn_largest: largest_share.is_some_and(|share| share > recipe.warn_largest),
        warn_few: !small && few_share.is_some_and(|share| share > recipe.warn_few),
        tie_at_top: tie_after(top_customers),
        tie_at_hold: holders.is_some_and(tie_after),
        curve: curve(positive, |k| share_of_first(k).unwrap_or(0.0)),
        lorenz: curve(positive, |k| 1.0 - share_of_first(positive - k).unwrap_or(0.0)),
        order: order.to_vec(),
    }
}

/// The smallest number of customers that hold so many percent of all revenue above zero, greatest first; `None` when nobody has
/// any. What [`pareto`] says of revenue, without ranking anybody.
pub fn revenue_holders(customers: &Customers, percent: u32) -> Option<usize> {
    let Some(Column::Money(amounts)) = customers.column(Field::Revenue) else { return None };
    let slow = || {
        let rankings = Rankings::default();
        let ranking = rankings.of(customers, Measure::Revenue);
        let amount =
            |place: usize| ranking.order.get(place).and_then(|&i| ranking.amount(i)).unwrap_or_default();
        let add = |sum: Decimal, place: usize| sum.saturating_add(amount(place));
        let above = (0..ranking.order.len()).take_while(|place| amount(*place) > Decimal::ZERO).count();
        let goal = (0..above).fold(Decimal::ZERO, add).saturating_mul(Decimal::from(percent.min(100)));
        let (mut held, mut holders) = (Decimal::ZERO, 0);
        while holders < above && held.saturating_mul(Decimal::ONE_HUNDRED) < goal {
            (held, holders) = (add(held, holders), holders + 1);
        }
        holders
    };
    Some(amounts.holders(percent).unwrap_or_else(slow)).filter(|holders| *holders > 0)
}

/// Population Gini of amounts in descending order, all above zero; `None` without any.
fn gini(descending: &[Decimal], total: Decimal) -> Option<f64> {
    let n = descending.len();
    let weighted =
        careful_sum(descending.iter().enumerate().map(|(place, value)| (n - place) as f64 * as_f64(*value)));
    (total > Decimal::ZERO).then(|| {
        let n = n as f64;
        (2.0 * weighted / (n * as_f64(total)) - (n + 1.0) / n).max(0.0)
    })
}

/// Points (k/n, height(k)) for k = 0..=n, evenly thinned; both ends are kept. Empty without customers.
fn curve(n: usize, height: impl Fn(usize) -> f64) -> Vec<(f64, f64)> {
    if n == 0 {
        return Vec::new();
    }
    let steps = n.min(POINTS - 1);
    (0..=steps)
        .map(|step| step * n / steps)
        .map(|k| (k as f64 / n as f64, if k == n { 1.0 } else { height(k) }))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::{InventoryRecipe, MeasureRecipe};
    use crate::segments::testing::list;
    use crate::segments::{inventory, measures};

    fn of(amounts: &[&str]) -> Pareto {
        let rows: String = amounts
            .iter()
            .enumerate()
            .map(|(i, amount)| format!("{i} {amount}"))
            .collect::<Vec<_>>()
            .join("\n");
        let customers = list(&format!("id revenue\n{rows}"));
        let inventory = inventory(&customers, &InventoryRecipe::default());
        let values = measures(&customers, &inventory, &MeasureRecipe::default());
        pareto(&values.concentration, inventory.small, &ConcentrationRecipe::default())
    }

    fn check(amounts: &[&str], gini: f64, top_share: f64, holders: usize) {
        let found = of(amounts);
        assert!((found.gini.unwrap() - gini).abs() < 1e-12, "{amounts:?}: {:?}", found.gini);
        assert!((found.top_share.unwrap() - top_share).abs() < 1e-12, "{amounts:?}: {:?}", found.top_share);
        assert_eq!(found.customers_to_hold, Some(holders), "{amounts:?}");
    }

    #[test]
    fn textbook_examples() {
        check(&["1", "2", "3", "4", "5"], 4.0 / 15.0, 1.0 / 3.0, 3);
        check(&["10", "10", "10", "10", "10", "10", "10"], 0.0, 2.0 / 7.0, 6);
        check(&["80", "5", "5", "5", "5"], 0.6, 0.8, 1);
        check(&["10", "20", "30", "40"], 0.25, 0.4, 3);
    }

    fn check_revenue(amounts: &[&str]) {
        let rows: Vec<String> =
            amounts.iter().enumerate().map(|(i, amount)| format!("{i} {amount}")).collect();
        let customers = list(&format!("id revenue\n{}", rows.join("\n")));
        assert_eq!(revenue_holders(&customers, 80), of(amounts).customers_to_hold, "{amounts:?}");
    }

    #[test]
    fn holders_of_revenue_are_those_of_the_curve() {
        check_revenue(&["1", "2", "3", "4", "5"]);
        check_revenue(&["10", "10", "10", "-10", "0", ".", "10", "10", "10"]);
        check_revenue(&["80", "5.25", "5", "5", "4.75"]);
        check_revenue(&["80", "5", "79228162514264337593543950335", "5"]);
        check_revenue(&["0", ".", "-3"]);
        check_revenue(&[]);
    }

    #[test]
    fn what_is_not_above_zero_stands_outside_and_unknown_apart() {
        let found = of(&["10", "0", "-5", "."]);
        assert_eq!((found.order.len(), found.outside, found.unknown), (1, 2, 1));
        assert_eq!(found.outside_sum, Decimal::from(-5));
        let nobody = of(&["0", "."]);
        assert_eq!((nobody.gini, nobody.top_share, nobody.customers_to_hold), (None, None, None));
        assert!(nobody.curve.is_empty());
    }

    #[test]
    fn dependence_warns_above_the_limit_and_ties_are_told() {
        let found = of(&["50", "10", "10"]);
        assert!(found.warn_largest && !found.warn_few, "a small list warns of the largest only");
        assert!(!found.tie_at_top && found.tie_at_hold);
    }
}
