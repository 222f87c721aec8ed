//! Leavers and silent leavers (MF, CI; METHOD section 6).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Alive, Inventory, Rhythms, Values};
use crate::customers::Customers;
use crate::recipe::Recipe;

/// What makes a customer a leaver.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeaverWhy {
    /// Revenue fell by this share (0.4 = 40% less) between two periods of equal length.
    Fell { before: Decimal, now: Decimal, fall: f64 },
    /// Active in the period before, not now.
    Stopped { before: Decimal },
}

/// What makes a customer a silent leaver.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SilentWhy {
    /// Days since the last order against its own median interval.
    Rhythm { ratio: f64, median_interval: f64, days: i32 },
    /// No order history: days since the last contact.
    NoContact { days: i32 },
}

/// A silent leaver on the call list.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SilentLeaver {
    pub customer: usize,
    pub why: SilentWhy,
    /// Where the model passes its guards.
    pub p_active: Option<f64>,
    /// Last year's value, × (1 − P(active)) where known.
    pub at_stake: Decimal,
}

/// Leavers of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Leavers {
    /// By customer.
    pub leaver: Vec<Option<LeaverWhy>>,
    /// Customers whose two periods could be compared.
    pub compared: usize,
    /// The median change of these (−0.1 = 10% less), to see a fall in its light.
    pub median_change: Option<f64>,
    /// The two periods are not of equal length: amounts were brought to a month first.
    pub unequal_periods: bool,
    /// Good customers slipping away, by value at stake.
    pub silent: Vec<SilentLeaver>,
}

/// Finds leavers, and silent leavers among the top customers by value and the `core`.
pub fn leavers(
    _customers: &Customers,
    _inventory: &Inventory,
    _value: &Values,
    _rhythms: &Rhythms,
    _alive: Option<&Alive>,
    _core: &[bool],
    _recipe: &Recipe,
) -> Leavers {
    Leavers::default()
}
