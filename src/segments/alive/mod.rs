//! Buy till you die: BG/NBD and Gamma-Gamma with honest guards (METHOD section 12, DEFINITIONS D5).

mod fit;
mod purchases;
mod search;
mod special;
mod spend;

use serde::{Deserialize, Serialize};

pub use fit::AliveBuilder;
pub use purchases::{Histories, History, PurchaseModel};
pub use spend::SpendModel;

use crate::customers::Customers;
use crate::recipe::{AliveModel, AliveRecipe};

/// Why the numbers of a fitted model must not be used.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Guard {
    /// Too few customers.
    TooFew { customers: usize, at_least: u32 },
    /// The likelihood ratio against NBD shows no drop-out.
    NoDropOut { likelihood_ratio: f64 },
    /// A parameter ran into its cap.
    AtCap { parameter: f64 },
    /// The rhythm is too regular for random purchases (Wheat–Morrison k).
    TooRegular { k: f64 },
    /// The fit did not converge.
    NotConverged,
}

/// The fitted BG/NBD or MBG/NBD.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PurchaseFit {
    pub model: AliveModel,
    pub unit_days: f64,
    pub r: f64,
    pub alpha: f64,
    pub a: f64,
    pub b: f64,
    pub log_likelihood: f64,
    /// 2 (LL − LL of NBD).
    pub likelihood_ratio: f64,
    pub regularity: Option<f64>,
    pub customers: usize,
}

/// The fitted Gamma-Gamma.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpendFit {
    pub p: f64,
    pub q: f64,
    pub v: f64,
    pub log_likelihood: f64,
    pub n: usize,
    /// Correlation of the number of repeat orders and their mean value.
    pub correlation: Option<f64>,
    pub correlated: bool,
    /// q ≤ 1: the mean is infinite, no expected spend is given.
    pub refused: bool,
}

/// One customer's prospects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AliveOf {
    pub p_alive: f64,
    /// P(active within the recipe's active days).
    pub p_active: f64,
    /// Expected orders and value within the recipe's value days.
    pub expected_orders: f64,
    pub expected_spend: Option<f64>,
    pub expected_value: Option<f64>,
}

/// The models of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Alive {
    pub purchase: Option<PurchaseFit>,
    pub spend: Option<SpendFit>,
    /// The first guard that failed; then `of` is empty and the rhythm rule stands in.
    pub guard: Option<Guard>,
    /// By customer; `None` without an order day. Empty when a guard failed.
    pub of: Vec<Option<AliveOf>>,
}

/// Fits the models; `None` for a list without order days. [`AliveBuilder`] does the same in steps.
///
/// Per customer: x = order days − 1, t_x = last − first, T = reference date − first, and the mean value of the
/// repeat orders. Gamma-Gamma is fitted over x > 0 and a mean above zero. Guards in this order: too few, a parameter at its
/// cap, not converged, no drop-out visible, too regular.
pub fn alive(customers: &Customers, recipe: &AliveRecipe) -> Option<Alive> {
    Some(AliveBuilder::new(customers, recipe)?.finish())
}
