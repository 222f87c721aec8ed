//! One service level per customer (SA, GT; METHOD section 10).

use crate::sorted::SortedMap;

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
    /// By customer the key under which its level was changed.
    pub entered: SortedMap<usize, String>,
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
    let (mut entered, mut unmatched) = (SortedMap::new(), Vec::new());
    if !edits.levels.is_empty() {
        let matcher = Matcher::new(customers);
        for (key, edit) in &edits.levels {
            match matcher.find(key) {
                Some(i) => {
                    (level[i], why[i]) = (Some(edit.level), LevelWhy::ByHand);
                    entered.insert(i, key.clone());
                }
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
        entered,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{LevelEdit, TimeBudget, time_budget};
    use crate::recipe::{BudgetRecipe, OwnerHours};
    use crate::segments::testing::list;
    use crate::segments::{GrowthPlace, LetterClass};

    /// Five customers of two account managers: core, A, C, needs data, lapsed.
    fn plan(edits: &PlanEdits, budget: &BudgetRecipe) -> (ServiceLevels, TimeBudget) {
        use LetterClass as L;
        let customers = list("id owner hours\n1 Ann 40\n2 Ann 40\n3 Bob 15\n4 Bob 5\n5 Bob .");
        let activity =
            vec![Activity::Active, Activity::Active, Activity::Active, Activity::Active, Activity::Lapsed];
        let inventory = Inventory { activity, ..Inventory::default() };
        let letters =
            Letters { class: vec![L::A, L::A, L::C, L::NeedsData, L::Lapsed], ..Letters::default() };
        let growth = Growth { places: vec![GrowthPlace::default(); 5], ..Growth::default() };
        let selection = Selection { is_core: vec![true, false, false, false, false], ..Selection::default() };
        let service = ServiceRecipe::default();
        let levels = service_levels(&customers, &inventory, &letters, &growth, &selection, edits, &service);
        let budget = time_budget(&customers, &selection, &levels, &service, budget);
        (levels, budget)
    }

    fn check(edits: &PlanEdits, expected: [Option<Level>; 5]) {
        assert_eq!(plan(edits, &BudgetRecipe::default()).0.level, expected);
    }

    #[test]
    fn core_gets_a_others_at_most_b_and_a_hand_may_differ() {
        use Level::{A, B, C, D};
        check(&PlanEdits::default(), [Some(A), Some(B), Some(C), Some(C), None]);
        let edit = LevelEdit { level: D, reason: "asked for it".to_owned() };
        let levels = [("3".to_owned(), edit.clone()), ("9".to_owned(), edit)].into();
        let edits = PlanEdits { levels, ..PlanEdits::default() };
        check(&edits, [Some(A), Some(B), Some(D), Some(C), None]);
        assert_eq!(plan(&edits, &BudgetRecipe::default()).0.unmatched, ["9"]);
    }

    #[test]
    fn hours_add_up_and_the_core_share_is_held_against_the_goal() {
        let (_, budget) = plan(&PlanEdits::default(), &BudgetRecipe::default());
        // A: 12 × 2 + 52 × 0.25 = 37; B: 2 × 2 + 6 × 0.25 = 5.5; C: 0.25, twice.
        assert_eq!(budget.levels.iter().map(|level| level.hours).collect::<Vec<_>>(), [37.0, 5.5, 0.5, 0.0]);
        assert_eq!((budget.hours, budget.core_time), (43.0, Some(37.0 / 43.0)));
        assert_eq!(budget.core_time_now, Some(0.4));
        assert_eq!(budget.owners.iter().map(|owner| owner.hours).collect::<Vec<_>>(), [42.5, 0.5]);
        assert!(!budget.reaches_goal && budget.available.is_none());
        assert!(matches!(budget.advice[..], [crate::plan::Advice::ShiftToCore { .. }]));
    }

    #[test]
    fn an_over_full_account_manager_is_told_what_to_cut() {
        use crate::plan::Advice::{Drop, FewerCore, ShiftToCore};
        let owner_hours = vec![OwnerHours { owner: "Ann".to_owned(), hours: 30.0 }];
        let (_, budget) =
            plan(&PlanEdits::default(), &BudgetRecipe { owner_hours, ..BudgetRecipe::default() });
        assert_eq!(budget.owners[0].over, Some(12.5));
        let owner = Some("Ann".to_owned());
        assert_eq!(budget.advice[0], Drop { owner: owner.clone(), level: Level::B, frees: 5.5 });
        assert_eq!(budget.advice[1], FewerCore { owner, fits: 0, has: 1 });
        assert!(matches!(budget.advice[2], ShiftToCore { .. }));
    }

    #[test]
    fn identical_levels_are_told() {
        let mut recipe = ServiceRecipe::default();
        assert!(identical(&recipe).is_empty());
        recipe.visits.c = 0.0;
        recipe.calls.c = 0.0;
        for row in &mut recipe.capacities {
            row.levels.c = row.levels.d.clone();
        }
        assert_eq!(identical(&recipe), [(Level::C, Level::D)]);
    }
}
