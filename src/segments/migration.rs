//! Migration of customers between the layers of two periods of equal length (DEFINITIONS D9).

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::facts::value_between;
use super::pyramid::layer_ends;
use super::ranking::by_value;
use crate::calendar::{day_after, day_before, months_before};
use crate::customers::{Customers, Field};
use crate::recipe::{PeriodRecipe, PyramidRecipe};

/// Where a customer stands in one period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Top,
    Large,
    Medium,
    Small,
    /// Bought before, nothing in the period.
    Inactive,
    /// Not bought yet.
    #[default]
    NotYet,
}

impl State {
    pub const ALL: [State; 6] =
        [State::Top, State::Large, State::Medium, State::Small, State::Inactive, State::NotYet];
}

/// First and last day of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    #[serde(with = "crate::customers::day")]
    pub first: Date,
    #[serde(with = "crate::customers::day")]
    pub last: Date,
}

/// One flow of the matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Flow {
    pub customers: usize,
    pub value_before: Decimal,
    pub value_after: Decimal,
}

/// The migration of a list. Levels are recomputed within each period on that period's base.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Migration {
    pub before: Option<Span>,
    pub after: Option<Span>,
    /// By customer: state and value before, state and value after.
    pub of: Vec<(State, Decimal, State, Decimal)>,
    /// Rows from, columns to, in the order of [`State::ALL`].
    pub matrix: [[Flow; 6]; 6],
    /// The second view: layers after by the money limits of the period before (least value of its layers).
    pub fixed_limits: Option<[Decimal; 3]>,
    pub fixed_matrix: [[Flow; 6]; 6],
    pub value_before: Decimal,
    pub value_after: Decimal,
}

/// Compares the last `recipe.months` months (12 when 0) with those before; from two revenue columns of equal length
/// where there is no order history; `None` when the list has neither, or its history starts too late.
pub fn migration(customers: &Customers, recipe: &PyramidRecipe, period: &PeriodRecipe) -> Option<Migration> {
    if !customers.has_occasions() {
        return from_columns(customers, recipe, period);
    }
    let months = if recipe.months == 0 { 12 } else { recipe.months };
    let today = customers.reference_date();
    let (cut, start) = (months_before(today, months), months_before(today, months.saturating_mul(2)));
    let first =
        (0..customers.len()).filter_map(|i| customers.occasions(i).first()).map(|day| day.date).min()?;
    (first <= cut).then(|| {
        let before = Span { first: day_after(start), last: cut };
        migration_between(customers, before, Span { first: day_after(cut), last: today }, recipe)
    })
}

/// Compares two spans of an order history.
pub fn migration_between(
    customers: &Customers,
    before: Span,
    after: Span,
    recipe: &PyramidRecipe,
) -> Migration {
    let stand = |span: Span| -> Vec<(Decimal, bool)> {
        (0..customers.len())
            .map(|i| {
                let has_bought = customers.occasions(i).first().is_some_and(|day| day.date <= span.last);
                (value_between(customers, i, day_before(span.first), span.last), has_bought)
            })
            .collect()
    };
    let mut migration = compare(customers, &stand(before), &stand(after), recipe);
    (migration.before, migration.after) = (Some(before), Some(after));
    migration
}

/// Of a list without history: no revenue in the period before means that it had not bought yet, unless it has no
/// revenue now either.
fn from_columns(customers: &Customers, recipe: &PyramidRecipe, period: &PeriodRecipe) -> Option<Migration> {
    let both = customers.has(Field::Revenue) && customers.has(Field::RevenuePrevious);
    if !both || period.months != period.previous_months {
        return None;
    }
    let stand = |field, other| -> Vec<(Decimal, bool)> {
        (0..customers.len())
            .map(|i| {
                let value = customers.money(field, i).unwrap_or_default();
                let elsewhere = customers.money(other, i).unwrap_or_default();
                (value, value > Decimal::ZERO || (field == Field::Revenue && elsewhere > Decimal::ZERO))
            })
            .collect()
    };
    let (now, then) = (Field::Revenue, Field::RevenuePrevious);
    Some(compare(customers, &stand(then, now), &stand(now, then), recipe))
}

/// Lays two periods side by side; each customer's value and whether it had bought by the end of the period.
fn compare(
    customers: &Customers,
    before: &[(Decimal, bool)],
    after: &[(Decimal, bool)],
    recipe: &PyramidRecipe,
) -> Migration {
    let (from, limits) = states(customers, before, recipe);
    let (to, _) = states(customers, after, recipe);
    let mut migration = Migration { fixed_limits: limits, ..Migration::default() };
    for i in 0..customers.len() {
        let (value_before, value_after) = (before[i].0, after[i].0);
        let fixed = match (to[i], limits) {
            (State::Inactive | State::NotYet, _) | (_, None) => to[i],
            (_, Some(limits)) => State::ALL[limits.iter().filter(|limit| value_after < **limit).count()],
        };
        let (row, column) = (from[i] as usize, to[i] as usize);
        migration.matrix[row][column].add(value_before, value_after);
        migration.fixed_matrix[row][fixed as usize].add(value_before, value_after);
        migration.of.push((from[i], value_before, to[i], value_after));
        migration.value_before = migration.value_before.saturating_add(value_before);
        migration.value_after = migration.value_after.saturating_add(value_after);
    }
    migration
}

/// The state of everyone in a period, and the least value in top, large and medium.
fn states(
    customers: &Customers,
    stand: &[(Decimal, bool)],
    recipe: &PyramidRecipe,
) -> (Vec<State>, Option<[Decimal; 3]>) {
    let positive: Vec<Option<Decimal>> =
        stand.iter().map(|(value, _)| Some(*value).filter(|value| *value > Decimal::ZERO)).collect();
    let order = by_value(customers, &positive).0;
    let ends = layer_ends(order.len(), recipe);
    let mut states: Vec<State> =
        stand.iter().map(|(_, bought)| if *bought { State::Inactive } else { State::NotYet }).collect();
    for (place, &i) in order.iter().enumerate() {
        states[i] = State::ALL[ends.iter().filter(|end| place >= **end).count()];
    }
    let least = |end: usize| positive[*order.get(end.checked_sub(1)?)?];
    let limits = match ends.map(least) {
        [Some(top), Some(large), Some(medium)] => Some([top, large, medium]),
        _ => None,
    };
    (states, limits)
}

impl Flow {
    fn add(&mut self, before: Decimal, after: Decimal) {
        self.customers += 1;
        self.value_before = self.value_before.saturating_add(before);
        self.value_after = self.value_after.saturating_add(after);
    }
}
