//! One service level per customer (SA, GT; METHOD section 10).

use serde::{Deserialize, Serialize};

use super::PlanEdits;
use crate::choice::Selection;
use crate::customers::Customers;
use crate::recipe::{Level, ServiceRecipe};
use crate::segments::{Activity, Growth, GrowthLevel, Inventory, Letters, Matcher};

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
    /// Neither letter nor growth level: C.
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

/// Gives every active and asleep customer, and every customer of unknown activity, one level: chosen core → A;
/// others their letter, at most B; without a letter the growth level, at most B; without that C (METHOD is silent:
/// served and watched, but not promised more). Lapsed and ended customers and prospects have none, unless chosen
/// core or set by hand.
pub fn service_levels(
    customers: &Customers,
    inventory: &Inventory,
    letters: &Letters,
    growth: &Growth,
    selection: &Selection,
    edits: &PlanEdits,
    recipe: &ServiceRecipe,
) -> ServiceLevels {
    let (advised, mut why): (Vec<Option<Level>>, Vec<LevelWhy>) =
        (0..customers.len()).map(|i| advice(i, inventory, letters, growth, selection)).unzip();
    let mut level = advised.clone();
    let mut unmatched = Vec::new();
    if !edits.levels.is_empty() {
        let matcher = Matcher::new(customers);
        for (key, edit) in &edits.levels {
            match matcher.find(key) {
                Some(i) => (level[i], why[i]) = (Some(edit.level), LevelWhy::ByHand),
                None => unmatched.push(key.clone()),
            }
        }
    }
    let count = |wanted| level.iter().filter(|level| **level == wanted).count();
    ServiceLevels {
        a: count(Some(Level::A)),
        b: count(Some(Level::B)),
        c: count(Some(Level::C)),
        d: count(Some(Level::D)),
        none: count(None),
        identical: identical(recipe),
        level,
        why,
        advised,
        unmatched,
    }
}

fn advice(
    i: usize,
    inventory: &Inventory,
    letters: &Letters,
    growth: &Growth,
    selection: &Selection,
) -> (Option<Level>, LevelWhy) {
    if selection.is_core[i] {
        return (Some(Level::A), LevelWhy::Core);
    }
    if matches!(inventory.activity[i], Activity::Lapsed | Activity::Ended | Activity::Prospect) {
        return (None, LevelWhy::NotServed);
    }
    let (level, why) = match (letters.class[i].level(), growth.places[i].level) {
        (Some(Level::A), _) => (Level::B, LevelWhy::LetterCapped),
        (Some(letter), _) => (letter, LevelWhy::Letter),
        (None, Some(GrowthLevel::A)) => (Level::B, LevelWhy::GrowthCapped),
        (None, Some(GrowthLevel::B)) => (Level::B, LevelWhy::Growth),
        (None, Some(GrowthLevel::C)) => (Level::C, LevelWhy::Growth),
        (None, None) => (Level::C, LevelWhy::NothingKnown),
    };
    (Some(level), why)
}

/// Neighbouring levels that differ in nothing the customer notices: visits, calls and the texts of the table.
fn identical(recipe: &ServiceRecipe) -> Vec<(Level, Level)> {
    let same = |a: Level, b: Level| {
        recipe.visits.get(a) == recipe.visits.get(b)
            && recipe.calls.get(a) == recipe.calls.get(b)
            && recipe.capacities.iter().all(|row| row.levels.get(a).text == row.levels.get(b).text)
    };
    Level::ALL.windows(2).map(|pair| (pair[0], pair[1])).filter(|&(a, b)| same(a, b)).collect()
}
