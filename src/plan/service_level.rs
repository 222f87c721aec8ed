//! One service level per customer (SA, GT; METHOD section 10).

use serde::{Deserialize, Serialize};

use super::PlanEdits;
use crate::choice::Selection;
use crate::customers::Customers;
use crate::recipe::{Level, ServiceRecipe};
use crate::segments::{Growth, Inventory, Letters};

/// Why a customer has its level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LevelWhy {
    /// Chosen core.
    Core,
    /// Its letter.
    Letter,
    /// Its letter is A, but it is not core: B.
    LetterCapped,
    /// No letter: its growth level.
    Growth,
    /// No letter; its growth level is A, but it is not core: B.
    GrowthCapped,
    /// Set by hand.
    ByHand,
    /// Neither letter nor growth level.
    #[default]
    NothingKnown,
    /// Lapsed, ended or a prospect.
    NotServed,
}

/// The levels of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ServiceLevels {
    /// By customer; `None` = no level.
    pub level: Vec<Option<Level>>,
    pub why: Vec<LevelWhy>,
    /// By customer: the level without the edit by hand.
    pub advised: Vec<Option<Level>>,
    pub a: usize,
    pub b: usize,
    pub c: usize,
    pub d: usize,
    pub none: usize,
    /// Neighbouring levels that give the same: "your customer will notice nothing".
    pub identical: Vec<(Level, Level)>,
    /// Edits whose key is not in the list.
    pub unmatched: Vec<String>,
}

/// Gives every served customer a level.
pub fn service_levels(
    _customers: &Customers,
    _inventory: &Inventory,
    _letters: &Letters,
    _growth: &Growth,
    _selection: &Selection,
    _edits: &PlanEdits,
    _recipe: &ServiceRecipe,
) -> ServiceLevels {
    ServiceLevels::default()
}
