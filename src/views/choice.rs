//! The fourth screen: weights, the ranking with the proposal, and what the chosen have in common.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Facts, Request, Who};
use crate::choice::{ChoiceBasis, Criteria, CriterionScore, RankedBy, ScoreSource};
use crate::panic::MapField;
use crate::recipe::{ChoiceRecipe, Criterion, Weight, path};
use crate::segments::{Activity, LetterClass, Trait};

/// Rows a page; the first page always holds the whole proposal, so that its line is seen.
const PAGE: usize = 30;

/// The choice of core customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChoiceView {
    /// How many the proposal names.
    pub size: usize,
    pub chosen: usize,
    /// Whether the person chose at all, or accepted the proposal.
    pub decided: bool,
    pub ranked_by: RankedBy,
    pub criteria: Vec<CriterionRow>,
    /// How many customers match the search.
    pub matches: usize,
    pub page: usize,
    pub pages: usize,
    pub rows: Vec<ChoiceRow>,
    /// The proposed customers by key, to accept them.
    pub proposal: Vec<String>,
    /// Choices against the proposal without a reason.
    pub reason_missing: Vec<Who>,
    pub traits: Vec<Trait>,
    pub too_small: bool,
}

/// A criterion with how much of it is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CriterionRow {
    pub criterion: Criterion,
    /// Where its weight stands in the recipe.
    pub path: String,
    pub weight: f64,
    /// Share of the active customers for whom it is known.
    pub known: f64,
}

/// A customer who may be chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(clippy::struct_excessive_bools, reason = "four facts of a row, independent of each other")]
pub struct ChoiceRow {
    pub who: Who,
    pub rank: Option<u32>,
    pub score: Option<f64>,
    pub known_weight: f64,
    pub value: Option<Decimal>,
    pub class: LetterClass,
    pub panic_index: Option<f64>,
    pub field: Option<MapField>,
    pub proposed: bool,
    pub core: bool,
    pub reason: String,
    pub reason_missing: bool,
    /// The score taken apart.
    pub scores: Vec<CriterionScore>,
    /// The last one of the proposal: the line comes below.
    pub last_proposed: bool,
}

/// Shows the ranking; without a search the proposal and those after it, then whoever was picked from below.
pub fn choice(facts: Facts, request: &Request) -> ChoiceView {
    let selection = facts.selection;
    let recipe = &facts.recipe().choice;
    let criteria = Criteria::new(basis(facts), recipe);
    // A criterion that is switched off still tells how much is known about it.
    let all_on = ChoiceRecipe {
        weights: recipe.weights.iter().map(|weight| Weight { weight: 1.0, ..*weight }).collect(),
        ..recipe.clone()
    };
    let table = request.table("");
    let needle = table.search.trim().to_lowercase();
    let order = candidates(facts);
    let found: Vec<usize> = order
        .into_iter()
        .filter(|&i| needle.is_empty() || facts.customers.name(i).to_lowercase().contains(&needle))
        .collect();
    let per_page = PAGE.max(selection.proposal.len() + 10);
    let pages = found.len().div_ceil(per_page).max(1);
    let page = table.page.min(pages - 1);
    ChoiceView {
        size: selection.proposal.len(),
        chosen: selection.core,
        decided: facts.inputs.choices.accepted || !facts.inputs.choices.choices.is_empty(),
        ranked_by: selection.ranked_by,
        criteria: weights(facts, &Criteria::new(basis(facts), &all_on)),
        matches: found.len(),
        page,
        pages,
        rows: found.iter().skip(page * per_page).take(per_page).map(|&i| row(facts, &criteria, i)).collect(),
        proposal: selection.proposal.iter().map(|&i| facts.customers.key(i).to_owned()).collect(),
        reason_missing: facts.who_all(selection.reason_missing.iter().copied()),
        traits: selection.profile.traits.iter().take(12).cloned().collect(),
        too_small: selection.profile.too_small,
    }
}

/// Everyone who can be core: the proposal, then the ranked, then the other customers who are served, by value.
fn candidates(facts: Facts) -> Vec<usize> {
    let mut seen = vec![false; facts.customers.len()];
    let rest = facts.measures.value.order.iter().copied().chain(0..facts.customers.len());
    let all = facts.selection.proposal.iter().chain(&facts.selection.order).copied().chain(rest);
    all.filter(|&i| {
        let served = !matches!(facts.inventory.activity.get(i), Some(Activity::Lapsed | Activity::Ended));
        let core = facts.selection.is_core.get(i) == Some(&true);
        (served || core) && !std::mem::replace(&mut seen[i], true)
    })
    .collect()
}

/// Every weight, also those of zero, with how much is known about it.
fn weights(facts: Facts, criteria: &Criteria) -> Vec<CriterionRow> {
    let recipe = &facts.recipe().choice.weights;
    let active: Vec<usize> = (0..facts.customers.len()).filter(|&i| facts.inventory.is_active(i)).collect();
    let mut known = vec![0_usize; recipe.len()];
    for &i in &active {
        for score in criteria.of(i).filter(|score| score.score.is_some()) {
            if let Some(at) = recipe.iter().position(|weight| weight.criterion == score.criterion) {
                known[at] += 1;
            }
        }
    }
    let share = |known: usize| if active.is_empty() { 0.0 } else { known as f64 / active.len() as f64 };
    let row = |(weight, known): (&Weight, usize)| CriterionRow {
        criterion: weight.criterion,
        path: weight_path(weight.criterion),
        weight: weight.weight,
        known: share(known),
    };
    recipe.iter().zip(known).map(row).collect()
}

/// Where the weight of a criterion stands in the recipe.
pub fn weight_path(criterion: Criterion) -> String {
    let name = serde_json::to_value(criterion).unwrap_or_default();
    path(&["choice", "weights", name.as_str().unwrap_or_default(), "weight"])
}

fn basis(facts: Facts<'_>) -> ChoiceBasis<'_> {
    ChoiceBasis {
        customers: facts.customers,
        inventory: facts.inventory,
        value: &facts.measures.value,
        growth: facts.growth,
        panic: facts.panic,
        period: &facts.recipe().period,
    }
}

fn row(facts: Facts, criteria: &Criteria, i: usize) -> ChoiceRow {
    let selection = facts.selection;
    let key = facts.customers.key(i);
    let proposed = selection.proposal.contains(&i);
    ChoiceRow {
        who: facts.who(i),
        rank: selection.rank.get(i).copied().flatten(),
        score: selection.score.get(i).copied().flatten(),
        known_weight: selection.known_weight.get(i).copied().unwrap_or_default(),
        value: facts.value(i),
        class: facts.letters.class.get(i).copied().unwrap_or_default(),
        panic_index: facts.panic.of.get(i).and_then(|of| of.index),
        field: facts.panic.field.get(i).copied().flatten(),
        proposed,
        core: selection.is_core.get(i).copied().unwrap_or_default(),
        reason: facts.inputs.choices.choices.get(key).map(|choice| choice.reason.clone()).unwrap_or_default(),
        reason_missing: selection.reason_missing.contains(&i),
        scores: criteria.of(i).collect(),
        last_proposed: selection.proposal.last() == Some(&i),
    }
}

/// Whether too little is known to rank by criteria.
pub fn by_value(view: &ChoiceView) -> bool {
    view.ranked_by == RankedBy::Value
}

/// Whether signs stand in for an unknown criterion.
pub fn from_signs(score: &CriterionScore) -> bool {
    score.source == Some(ScoreSource::Signs)
}
