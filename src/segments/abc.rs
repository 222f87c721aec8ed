//! ABC by cumulative value (DEFINITIONS D3): the crossing customer belongs to the higher class.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ranking::share;
use super::{Pareto, Values};
use crate::recipe::AbcRecipe;

/// A class of the ABC analysis; not a letter of the success factors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AbcClass {
    A,
    B,
    C,
}

/// One class over the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AbcCount {
    pub customers: usize,
    pub value: Decimal,
    /// Share of the value; `None` without value.
    pub share: Option<f64>,
}

/// The ABC analysis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Abc {
    /// By customer; `None` with value unknown or ≤ 0.
    pub class: Vec<Option<AbcClass>>,
    /// By customer: cumulative share before and including it (its why).
    pub cumulative: Vec<Option<(f64, f64)>>,
    pub a: AbcCount,
    pub b: AbcCount,
    pub c: AbcCount,
}

/// Classes the customers of a Pareto: A while those before hold less than `a_percent`, B while less than `b_percent`.
pub fn abc(pareto: &Pareto, values: &Values, recipe: &AbcRecipe) -> Abc {
    let n = values.values.len();
    let mut abc = Abc { class: vec![None; n], cumulative: vec![None; n], ..Abc::default() };
    // Before so much is held, in hundredths of the total.
    let bound = |percent: u32| pareto.total.saturating_mul(Decimal::new(i64::from(percent), 2));
    let (end_of_a, end_of_b) = (bound(recipe.a_percent), bound(recipe.b_percent));
    let (mut held, mut share_before) = (Decimal::ZERO, share(Decimal::ZERO, pareto.total));
    let mut last: Option<(Decimal, AbcClass)> = None;
    for &i in &pareto.order {
        let value = values.of(i).unwrap_or_default();
        let class = match last {
            Some((tied, class)) if recipe.keep_ties_together && tied == value => class,
            _ if held < end_of_a => AbcClass::A,
            _ if held < end_of_b => AbcClass::B,
            _ => AbcClass::C,
        };
        last = Some((value, class));
        held = held.saturating_add(value);
        let share_with = share(held, pareto.total);
        abc.class[i] = Some(class);
        abc.cumulative[i] = share_before.zip(share_with);
        share_before = share_with;
        let count = match class {
            AbcClass::A => &mut abc.a,
            AbcClass::B => &mut abc.b,
            AbcClass::C => &mut abc.c,
        };
        count.customers += 1;
        count.value = count.value.saturating_add(value);
    }
    for count in [&mut abc.a, &mut abc.b, &mut abc.c] {
        count.share = share(count.value, pareto.total);
    }
    abc
}
