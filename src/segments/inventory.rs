//! The inventory: who is active, asleep, lapsed; the window; the size of the shortlist (7S steps 1–3).

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::customers::Customers;
use crate::recipe::InventoryRecipe;

/// Where a customer stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Activity {
    Active,
    /// Keeps its letter, with a flag.
    Asleep,
    Lapsed,
    /// The status says so.
    Ended,
    Prospect,
    /// Nothing known that tells.
    #[default]
    Unknown,
}

/// Why a customer stands there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityWhy {
    /// The status column says so; it goes before dates.
    Status(String),
    /// Days from the last order to the reference date, held against the window and the sleeping limit.
    LastOrder { date: Date, days: i32 },
    /// No dates: the revenue tells.
    Revenue { revenue: Decimal, previous: Option<Decimal> },
    /// The list tells nothing about activity at all: everyone counts as active.
    ListTellsNothing,
    /// The list tells it of others, not of this one.
    #[default]
    CellMissing,
}

/// How long ago "active" ends.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Window {
    /// Active: last order after this day.
    pub active_after: Date,
    /// Asleep: last order after this day; lapsed: on it or before.
    pub asleep_after: Date,
    /// Days of the active window.
    pub days: i32,
    /// The list's own median order interval in days, when it can be told.
    pub median_interval: Option<f64>,
    /// Whether the window was stretched to the list's own slower rhythm.
    pub stretched: bool,
}

/// The inventory of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Inventory {
    /// By customer.
    pub activity: Vec<Activity>,
    pub why: Vec<ActivityWhy>,
    /// `None` for a list without dates.
    pub window: Option<Window>,
    pub active: usize,
    pub asleep: usize,
    pub lapsed: usize,
    pub ended: usize,
    pub prospects: usize,
    pub unknown: usize,
    /// ⌈active ÷ one_in⌉.
    pub shortlist_size: usize,
    /// Fewer customers than the recipe's small list: ranks instead of percent.
    pub small: bool,
}

impl Inventory {
    /// Whether the customer counts as active.
    pub fn is_active(&self, i: usize) -> bool {
        self.activity.get(i) == Some(&Activity::Active)
    }
}

/// Takes the inventory.
pub fn inventory(_customers: &Customers, _recipe: &InventoryRecipe) -> Inventory {
    Inventory::default()
}
