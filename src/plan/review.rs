//! Review: this time against last time (7S step 7, SA; METHOD section 11).

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ServiceLevels;
use crate::customers::Customers;
use crate::recipe::{Level, ReviewRecipe};

/// What happened to a customer since the last review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Promoted,
    Demoted,
    Held,
    New,
    Gone,
}

/// One cell of the migration A–D × A–D.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReviewFlow {
    pub customers: usize,
    pub revenue: Decimal,
}

/// The review of a list with previous letters.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// By customer: the previous letter and the change; `None` without either level.
    pub previous: Vec<Option<Level>>,
    pub change: Vec<Option<Change>>,
    pub promoted: usize,
    pub demoted: usize,
    pub held: usize,
    pub new: usize,
    pub gone: usize,
    /// From A–D and none (rows) to A–D and none (columns).
    pub matrix: [[ReviewFlow; 5]; 5],
    /// C's and B's that rose, or whose revenue grew most.
    pub rising: Vec<usize>,
    #[serde(with = "crate::customers::day::option")]
    pub next: Option<Date>,
}

/// Compares with the column `segment_previous`; `None` when the list has none.
pub fn review(_customers: &Customers, _levels: &ServiceLevels, _recipe: &ReviewRecipe) -> Option<Review> {
    None
}
