//! The order rhythm of each customer and who slips out of it (DEFINITIONS D7).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::customers::Customers;
use crate::recipe::XrayRecipe;

/// How the time since the last order stands to the customer's own rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    OnRhythm,
    Late,
    Overdue,
    Silent,
    TooFew,
    OneTime,
}

/// One customer's rhythm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RhythmOf {
    /// `None` without any order day.
    pub status: Option<Rhythm>,
    pub order_days: u32,
    /// Median interval in days, from two order days.
    pub median_interval: Option<f64>,
    pub days_since_last: Option<i32>,
    /// days_since_last ÷ max(1, median interval).
    pub overdue_ratio: Option<f64>,
    /// Net value of order days in the last 365 days, and in the 365 days before.
    pub last_year: Decimal,
    pub year_before: Decimal,
}

/// The rhythms of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rhythms {
    /// By customer; empty for a list without order history.
    pub of: Vec<RhythmOf>,
    pub on_rhythm: usize,
    pub late: usize,
    pub overdue: usize,
    pub silent: usize,
    pub too_few: usize,
    pub one_time: usize,
}

/// Finds the rhythms at the reference date.
pub fn rhythms(_customers: &Customers, _recipe: &XrayRecipe) -> Rhythms {
    Rhythms::default()
}
