//! Bloeiend, boeiend, vermoeiend: blooming, interesting, tiring (CI, METHOD section 4).

use serde::{Deserialize, Serialize};

use super::{Answer, Inventory};
use crate::customers::Customers;
use crate::recipe::{BloomRecipe, PeriodRecipe};

/// The class; tested as vermoeiend, bloeiend, boeiend, in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bloom {
    Bloeiend,
    Boeiend,
    Vermoeiend,
    /// Fits none.
    None,
    #[default]
    Unknown,
}

/// What the class rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BloomWhy {
    pub pays_late: Answer,
    pub complains: Answer,
    pub orders_monthly: Answer,
    pub on_time: Answer,
    pub low_margin: Answer,
    pub network: Answer,
    pub non_payer: Answer,
    pub orders_a_year: Option<f64>,
    pub median_gap: Option<f64>,
    pub margin_rate: Option<f64>,
}

/// The classes of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Blooms {
    /// By customer.
    pub class: Vec<Bloom>,
    pub why: Vec<BloomWhy>,
    pub bloeiend: usize,
    pub boeiend: usize,
    pub vermoeiend: usize,
    pub none: usize,
    pub unknown: usize,
    /// The median margin rate of the active customers.
    pub median_margin_rate: Option<f64>,
}

/// Classes the customers that are active or asleep; others are unknown. `involved` marks who complains out of
/// involvement (the panic question's sixth sign): those complaints do not count.
pub fn blooms(
    _customers: &Customers,
    _inventory: &Inventory,
    _involved: &[bool],
    _recipe: &BloomRecipe,
    _period: &PeriodRecipe,
) -> Blooms {
    Blooms::default()
}
