//! Scores, the ranking, the proposal and who is core in the end (GT, METHOD section 9).

use serde::{Deserialize, Serialize};

use super::Choices;
use crate::customers::Customers;
use crate::panic::Panic;
use crate::recipe::{ChoiceRecipe, Criterion};
use crate::segments::{Growth, Inventory, Profile, Values};

/// Where the score of a criterion comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScoreSource {
    /// Percentile of an amount.
    Percentile,
    /// A criterion of 1–5: (score − 1) ÷ 4.
    Criterion,
    /// The panic index.
    PanicIndex,
    /// Signs stand in for the unknown criterion.
    Signs,
    /// The conversation about "are we strategic for you?".
    Conversation,
}

/// One criterion of one customer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CriterionScore {
    pub criterion: Criterion,
    pub weight: f64,
    /// 0–100; `None` when unknown.
    pub score: Option<f64>,
    pub source: Option<ScoreSource>,
}

/// Why the customer is core or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CoreWhy {
    /// Follows the proposal.
    Proposed,
    #[default]
    NotProposed,
    /// Picked by a person, and proposed as well.
    Picked,
    /// Picked by a person against the proposal.
    PickedAgainst,
    /// Left out by a person against the proposal.
    LeftOut,
}

/// How the list was ranked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RankedBy {
    /// By score.
    Score,
    /// Too few customers had enough known weight: by value.
    #[default]
    Value,
}

/// The choice of core customers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Selection {
    /// By customer: 0–100 over the known criteria; `None` when nothing is known.
    pub score: Vec<Option<f64>>,
    /// By customer: share of the weight that is known.
    pub known_weight: Vec<f64>,
    /// By customer: rank from 1; `None` = not ranked.
    pub rank: Vec<Option<u32>>,
    /// Ranked customers, best first.
    pub order: Vec<usize>,
    pub ranked_by: RankedBy,
    /// The top of the order, as long as the shortlist.
    pub proposal: Vec<usize>,
    /// By customer.
    pub is_core: Vec<bool>,
    pub why: Vec<CoreWhy>,
    pub core: usize,
    /// Choices against the proposal that still lack a reason.
    pub reason_missing: Vec<usize>,
    /// Chosen keys that are not in the list.
    pub unmatched: Vec<String>,
    /// The ideal customer profile: the core against the other active customers.
    pub profile: Profile,
    /// Prospects with the share of the profile's traits they have, best first.
    pub prospects: Vec<(usize, f64)>,
}

/// Scores, ranks, proposes, and applies the person's choices.
pub fn selection(
    _customers: &Customers,
    _inventory: &Inventory,
    _value: &Values,
    _growth: &Growth,
    _panic: &Panic,
    _choices: &Choices,
    _recipe: &ChoiceRecipe,
) -> Selection {
    Selection::default()
}

/// Every criterion of one customer: the why of its score.
pub fn criteria(
    _customers: &Customers,
    _value: &Values,
    _growth: &Growth,
    _panic: &Panic,
    _recipe: &ChoiceRecipe,
    _i: usize,
) -> Vec<CriterionScore> {
    Vec::new()
}
