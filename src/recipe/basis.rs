//! Settings about the list itself: value measure, periods, inventory, concentration, pyramid, ABC.

use serde::{Deserialize, Serialize};

/// Which amount ranks the customers (METHOD section 0).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureChoice {
    /// Contribution if known well enough, else margin, else revenue; Pareto, ABC and pyramid on revenue.
    #[default]
    Automatic,
    Revenue,
    Margin,
    Contribution,
}

/// The value measure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MeasureRecipe {
    pub choice: MeasureChoice,
    /// A measure is used when known for at least this share of the active customers.
    pub known_share: f64,
}

impl Default for MeasureRecipe {
    fn default() -> Self {
        Self { choice: MeasureChoice::Automatic, known_share: 0.8 }
    }
}

/// The lengths of the two periods in the list, in months: year to date is not a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PeriodRecipe {
    /// Months covered by `revenue` and all counts of a customer list.
    pub months: f64,
    /// Months covered by `revenue_previous`.
    pub previous_months: f64,
}

impl Default for PeriodRecipe {
    fn default() -> Self {
        Self { months: 12.0, previous_months: 12.0 }
    }
}

/// Who counts as active, and how long the shortlist is (METHOD section 1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InventoryRecipe {
    /// Active: ordered in this many months before the reference date.
    pub active_months: u32,
    /// In slower lists the window is this many times the median order interval.
    pub slow_rhythm_times: f64,
    /// Asleep: ordered within this many months (or the window, if longer); lapsed: longer ago.
    pub asleep_months: u32,
    /// The shortlist is one in this many active customers, rounded up.
    pub shortlist_one_in: u32,
    /// Below this many customers: ranks and lists, no RFM, no pyramid shares, no percent talk.
    pub small_list: u32,
}

impl Default for InventoryRecipe {
    fn default() -> Self {
        Self {
            active_months: 6,
            slow_rhythm_times: 2.0,
            asleep_months: 12,
            shortlist_one_in: 5,
            small_list: 20,
        }
    }
}

/// Pareto figures and dependence warnings (METHOD section 2, DEFINITIONS D1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConcentrationRecipe {
    /// "The top 20%": share held by the first this many percent of customers.
    pub top_percent: u32,
    /// "Customers for 80%": smallest number that holds this many percent of the value.
    pub hold_percent: u32,
    /// Dependence: how many customers count as "the largest few".
    pub few: u32,
    /// Warn when the largest customer holds more than this share.
    pub warn_largest: f64,
    /// Warn when the largest few hold more than this share.
    pub warn_few: f64,
}

impl Default for ConcentrationRecipe {
    fn default() -> Self {
        Self { top_percent: 20, hold_percent: 80, few: 5, warn_largest: 0.25, warn_few: 0.50 }
    }
}

/// ABC by cumulative value (DEFINITIONS D3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AbcRecipe {
    /// A while the customers before hold less than this many percent.
    pub a_percent: u32,
    /// B while they hold less than this many percent; C is the rest.
    pub b_percent: u32,
    /// Customers with equal value share the class of the first of them.
    pub keep_ties_together: bool,
}

impl Default for AbcRecipe {
    fn default() -> Self {
        Self { a_percent: 80, b_percent: 95, keep_ties_together: false }
    }
}

/// Curry's customer pyramid (DEFINITIONS D2).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PyramidRecipe {
    /// Cumulative percent of customers where top, large and medium end.
    pub top_percent: u32,
    pub large_percent: u32,
    pub medium_percent: u32,
    /// The base: net value > 0 in this many months; 0 = over the whole list.
    pub months: u32,
    /// The norm of the literature for top, large, medium and small: shares of revenue.
    pub norm: [f64; 4],
}

impl Default for PyramidRecipe {
    fn default() -> Self {
        Self {
            top_percent: 1,
            large_percent: 5,
            medium_percent: 20,
            months: 12,
            norm: [0.40, 0.25, 0.15, 0.20],
        }
    }
}
