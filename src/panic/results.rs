//! The panic index per customer, the team's agreement and the mutual-importance map.

use serde::{Deserialize, Serialize};

use super::Answers;
use crate::customers::Customers;
use crate::recipe::{PanicRecipe, Sign};
use crate::segments::{Answer, Inventory, Shortlist, Values};

/// What the team said about one customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PanicOf {
    /// 0–100: the final answer, else the mean over the raters who know; `None` when nobody does.
    pub index: Option<f64>,
    /// The mean of the individual answers as an index.
    pub mean_index: Option<f64>,
    /// The team's final answer (1–5).
    pub final_answer: Option<u8>,
    /// Highest minus lowest answer, in answer steps; `None` with fewer than two who know.
    pub range: Option<u8>,
    /// (rater's place in [`Panic::raters`], answer 0–5).
    pub said: Vec<(usize, u8)>,
    /// Each sign over the raters who know: yes on a majority, no on a minority, unknown on a tie.
    pub signs: [Answer; 7],
    pub strategic_for_them: Answer,
}

/// A field of the mutual-importance map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MapField {
    /// Valuable, panics.
    Core,
    /// Valuable, shrugs: the alarm nobody sees.
    WeNeedThem,
    /// Small, panics: grow or price.
    TheyNeedUs,
    /// Small, shrugs.
    Lighter,
}

/// How reliable the team's answers are, by Krippendorff's limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    Reliable,
    Tentative,
    Unreliable,
    /// No two raters on one customer, or no variation.
    Undefined,
}

/// A short reason with how often it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonCount {
    pub buys: bool,
    pub text: String,
    pub customers: usize,
}

/// Everything that follows from the answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Panic {
    /// By customer.
    pub of: Vec<PanicOf>,
    /// By customer: value percentile (x) and field, where value and index are known.
    pub field: Vec<Option<MapField>>,
    /// Customers with at least one answer of 1–5, and customers with any answer at all.
    pub known: usize,
    pub answered: usize,
    /// (key, name) of the raters.
    pub raters: Vec<(String, String)>,
    pub alpha: Option<f64>,
    pub agreement: Agreement,
    pub core: usize,
    pub we_need_them: usize,
    pub they_need_us: usize,
    pub lighter: usize,
    /// The order of the questionnaire: shortlist, then value; at most the first round.
    pub first_round: Vec<usize>,
    /// Above the recipe's number of active customers: better asked per segment or sector.
    pub per_segment: bool,
    /// Customers the raters disagree on, range × value descending.
    pub discuss: Vec<usize>,
    /// Short reasons over the base, most given first.
    pub reasons: Vec<ReasonCount>,
    /// Answered keys that are not in the list: (rater's place, key). Kept, listed, never lost.
    pub unmatched: Vec<(usize, String)>,
}

/// The index of an answer: 5 → 100, 4 → 75, 3 → 50, 2 → 25, 1 → 0; 0 (don't know) and others → `None`.
pub fn index_of(answer: u8) -> Option<f64> {
    (1..=5).contains(&answer).then(|| f64::from(answer - 1) * 25.0)
}

/// The place of a sign in [`PanicOf::signs`].
pub fn sign_place(sign: Sign) -> usize {
    sign as usize
}

/// Puts the answers beside the customers. Answers find their customer by key, else by normalised name.
pub fn panic(
    customers: &Customers,
    _inventory: &Inventory,
    _value: &Values,
    _shortlist: &Shortlist,
    _answers: &Answers,
    _recipe: &PanicRecipe,
) -> Panic {
    Panic {
        of: vec![PanicOf::default(); customers.len()],
        field: vec![None; customers.len()],
        known: 0,
        answered: 0,
        raters: Vec::new(),
        alpha: None,
        agreement: Agreement::Undefined,
        core: 0,
        we_need_them: 0,
        they_need_us: 0,
        lighter: 0,
        first_round: Vec::new(),
        per_segment: false,
        discuss: Vec::new(),
        reasons: Vec::new(),
        unmatched: Vec::new(),
    }
}
