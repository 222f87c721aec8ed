//! The person's choice of core customers, with reasons.

use crate::sorted::SortedMap;

use serde::{Deserialize, Serialize};

/// One customer picked or left out by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// Core or not.
    pub core: bool,
    /// Asked when it goes against the proposal; kept and exported.
    pub reason: String,
    /// Who defends its place.
    pub defender: String,
}

/// Choices by customer key; who is not in it follows the proposal once that is accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    pub choices: SortedMap<String, Choice>,
    /// The proposal was accepted for everyone without a choice of their own. Until then the proposal is shown as core.
    pub accepted: bool,
}
