//! Migration of customers between the layers of two periods of equal length (DEFINITIONS D9).

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::customers::Customers;
use crate::recipe::PyramidRecipe;

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
    pub first: Date,
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

/// Compares the last `recipe.months` months with those before; from two revenue columns where there is no order
/// history; `None` when the list has neither.
pub fn migration(_customers: &Customers, _recipe: &PyramidRecipe) -> Option<Migration> {
    None
}

/// Compares two spans of an order history.
pub fn migration_between(
    _customers: &Customers,
    _before: Span,
    _after: Span,
    _recipe: &PyramidRecipe,
) -> Migration {
    Migration::default()
}
