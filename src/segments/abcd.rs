//! The letters A–D by success factors (7S steps 2–6, METHOD section 8).

use serde::{Deserialize, Serialize};

use super::{Factors, Inventory, Linked, Shortlist};
use crate::recipe::{FactorRecipe, Level};

/// Exactly one of these for every customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterClass {
    A,
    B,
    C,
    D,
    /// On the shortlist, yet meets at most one factor.
    Discuss,
    /// Meets none of the known factors, and some are unknown.
    #[default]
    NeedsData,
    /// Lapsed or ended: no letter.
    Lapsed,
    /// Never bought: no letter.
    Prospect,
}

impl LetterClass {
    /// The letter, if it is one.
    pub fn level(self) -> Option<Level> {
        match self {
            LetterClass::A => Some(Level::A),
            LetterClass::B => Some(Level::B),
            LetterClass::C => Some(Level::C),
            LetterClass::D => Some(Level::D),
            _ => None,
        }
    }
}

/// Why a customer has its letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterWhy {
    pub on_shortlist: bool,
    /// Factors in use that are met, not met, unknown.
    pub met: u16,
    pub not_met: u16,
    pub unknown: u16,
    /// Would be D, but the group's value protects it: listed as C.
    pub protected_by_group: bool,
    /// Active no longer, asleep: the letter stands with a flag.
    pub asleep: bool,
}

/// The letters of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Letters {
    /// By customer.
    pub class: Vec<LetterClass>,
    pub why: Vec<LetterWhy>,
    /// Whether enough factors are in use; if not, nobody has a letter.
    pub enough_factors: bool,
    pub a: usize,
    pub b: usize,
    pub c: usize,
    pub d: usize,
    pub discuss: usize,
    pub needs_data: usize,
    pub lapsed: usize,
    pub prospects: usize,
}

/// Gives the letters. Customers linked to a valuable group are never D.
pub fn letters(
    _inventory: &Inventory,
    _factors: &Factors,
    _shortlist: &Shortlist,
    _linked: &Linked,
    _recipe: &FactorRecipe,
) -> Letters {
    Letters::default()
}
