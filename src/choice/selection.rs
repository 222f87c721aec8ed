//! Scores, the ranking, the proposal and who is core in the end (GT, METHOD section 9).

use crate::sorted::{SortedMap, greatest_first};

use serde::{Deserialize, Serialize};

use super::Choices;
use super::criteria::Criteria;
use crate::customers::Customers;
use crate::panic::Panic;
use crate::recipe::{ChoiceRecipe, PeriodRecipe};
use crate::segments::{Growth, Inventory, Matcher, Values};

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
    /// By customer the key under which something was chosen.
    pub entered: SortedMap<usize, String>,
    /// Chosen keys that are not in the list.
    pub unmatched: Vec<String>,
}

/// What the choice is made from.
#[derive(Clone, Copy, Debug)]
pub struct ChoiceBasis<'a> {
    pub customers: &'a Customers,
    pub inventory: &'a Inventory,
    pub value: &'a Values,
    pub growth: &'a Growth,
    pub panic: &'a Panic,
    pub period: &'a PeriodRecipe,
}

/// Scores, ranks, proposes, and applies the person's choices.
///
/// Score = Σ weight × score ÷ Σ weight over the known criteria. Active customers are ranked by score when at least
/// `known_share` of the weight is known; when fewer than the shortlist has places are, all active customers with a
/// known value are ranked by value instead. Ties: value, then id, name, row number.
pub fn selection(basis: ChoiceBasis, choices: &Choices, recipe: &ChoiceRecipe) -> Selection {
    let ChoiceBasis { customers, inventory, value, .. } = basis;
    let criteria = Criteria::new(basis, recipe);
    let (score, known_weight) = criteria.scores();
    let by_value = &*value.everyone;
    let size = inventory.shortlist_size;
    // A hair below the share, so that a half known is a half known whatever the weights add up to.
    let enough = |i: usize| score[i].is_some() && known_weight[i] >= recipe.known_share - 1e-12;
    let mut order: Vec<usize> =
        by_value.iter().copied().filter(|&i| inventory.is_active(i) && enough(i)).collect();
    let ranked_by = if order.len() >= size && size > 0 { RankedBy::Score } else { RankedBy::Value };
    match ranked_by {
        // Stable: equal scores stay in the order of value.
        RankedBy::Score => {
            let places = greatest_first(order.iter().map(|&i| score[i].unwrap_or(-1.0)));
            order = places.into_iter().map(|place| order[place]).collect();
        }
        RankedBy::Value => {
            order = by_value
                .iter()
                .copied()
                .filter(|&i| inventory.is_active(i) && value.of(i).is_some())
                .collect();
        }
    }
    let mut rank = vec![None; customers.len()];
    for (place, &i) in order.iter().enumerate() {
        rank[i] = Some(place as u32 + 1);
    }
    let proposal: Vec<usize> = order.iter().copied().take(size).collect();
    let mut selection =
        Selection { score, known_weight, rank, order, ranked_by, proposal, ..Selection::default() };
    selection.choose(customers, choices);
    selection
}

impl Selection {
    /// Applies the person's choices to the proposal.
    fn choose(&mut self, customers: &Customers, choices: &Choices) {
        let mut proposed = vec![false; customers.len()];
        for &i in &self.proposal {
            proposed[i] = true;
        }
        let why = |core| if core { CoreWhy::Proposed } else { CoreWhy::NotProposed };
        self.why = proposed.iter().map(|&core| why(core)).collect();
        // Indexing a long list takes a while: not for nothing.
        let matcher = (!choices.choices.is_empty()).then(|| Matcher::new(customers));
        for (key, choice) in &choices.choices {
            let Some(i) = matcher.as_ref().and_then(|matcher| matcher.find(key)) else {
                self.unmatched.push(key.clone());
                continue;
            };
            self.entered.insert(i, key.clone());
            self.why[i] = match (choice.core, proposed[i]) {
                (true, true) => CoreWhy::Picked,
                (true, false) => CoreWhy::PickedAgainst,
                (false, true) => CoreWhy::LeftOut,
                (false, false) => CoreWhy::NotProposed,
            };
            if choice.core != proposed[i] && choice.reason.trim().is_empty() {
                self.reason_missing.push(i);
            }
        }
        let is_core =
            |why: &CoreWhy| matches!(why, CoreWhy::Proposed | CoreWhy::Picked | CoreWhy::PickedAgainst);
        self.is_core = self.why.iter().map(is_core).collect();
        self.core = self.is_core.iter().filter(|core| **core).count();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::choice::{Choice, Ideal, ideal};
    use crate::panic::{Answers, PanicBasis, panic};
    use crate::recipe::{Criterion, Recipe};
    use crate::segments::testing::list;
    use crate::segments::{Letters, Rankings, ShortlistPicks, growth, inventory, measures, shortlist};

    const LIST: &str = "id revenue strategic network fit referrals launching bowling_alley\n1 50 1 1 1 1 1 1\n2 40 5 5 5 5 5 5\n3 30 3 3 3 3 3 3\n4 20 . . . . . .\n5 10 2 2 2 2 2 2\n6 5 4 4 4 4 4 4";

    fn select(text: &str, choices: &[(&str, bool, &str)]) -> Selection {
        select_by(text, choices, Recipe::default()).0
    }

    fn select_with_ideal(text: &str, choices: &[(&str, bool, &str)]) -> (Selection, Ideal) {
        select_by(text, choices, Recipe::default())
    }

    fn select_by(text: &str, choices: &[(&str, bool, &str)], recipe: Recipe) -> (Selection, Ideal) {
        let customers = list(text);
        let inventory = inventory(&customers, &recipe.inventory);
        let value = measures(&customers, &inventory, &recipe.measure).value;
        let shortlist = shortlist(&customers, &inventory, &value, &ShortlistPicks::default());
        let growth = growth(&customers, &inventory, &Rankings::default(), &recipe.growth);
        let asked = PanicBasis {
            customers: &customers,
            inventory: &inventory,
            value: &value,
            shortlist: &shortlist,
            letters: &Letters::default(),
        };
        let panic = panic(asked, &Answers::default(), &recipe.panic);
        let choice = |core, reason: &str| Choice { core, reason: reason.to_owned(), ..Choice::default() };
        let choices = choices.iter().map(|(key, core, reason)| ((*key).to_owned(), choice(*core, reason)));
        let choices = Choices { choices: choices.collect(), accepted: false };
        let (customers, growth) = (&customers, &growth);
        let (value, panic, inventory, period) = (&value, &panic, &inventory, &recipe.period);
        let basis = ChoiceBasis { customers, inventory, value, growth, panic, period };
        let found = selection(basis, &choices, &recipe.choice);
        let ideal = ideal(basis, &found.is_core, &recipe.choice);
        (found, ideal)
    }

    fn check(choices: &[(&str, bool, &str)], core: &[usize], reason_missing: &[usize]) {
        let found = select(LIST, choices);
        let chosen: Vec<usize> = (0..6).filter(|&i| found.is_core[i]).collect();
        assert_eq!(
            (chosen.as_slice(), found.reason_missing.as_slice()),
            (core, reason_missing),
            "{choices:?}"
        );
    }

    #[test]
    fn the_score_is_the_mean_over_the_known_criteria() {
        let found = select(LIST, &[]);
        // Profitability at percentile 75 and six criteria of 100; 7 of 11 known.
        assert!((found.score[1].unwrap() - 675.0 / 7.0).abs() < 1e-9, "{:?}", found.score);
        assert!((found.known_weight[1] - 7.0 / 11.0).abs() < 1e-12);
        assert_eq!(found.ranked_by, RankedBy::Score);
        assert_eq!(found.order, [1, 5, 2, 4, 0]);
        assert_eq!(found.rank[3], None, "too little is known of the fourth");
    }

    /// Two criteria are known, of weight 1 each; of the two unknown ones the second has this weight.
    fn check_half(weight: f64, ranked_by: RankedBy, order: &[usize]) {
        let mut recipe = Recipe::default();
        for one in &mut recipe.choice.weights {
            one.weight = match one.criterion {
                Criterion::Profitability | Criterion::Strategic | Criterion::Network => 1.0,
                Criterion::Fit => weight,
                _ => 0.0,
            };
        }
        let found = select_by("id revenue strategic\n1 50 1\n2 40 5\n3 30 5", &[], recipe).0;
        assert_eq!((found.ranked_by, found.order.as_slice()), (ranked_by, order), "weight {weight}");
    }

    #[test]
    fn half_of_the_weight_is_enough_to_rank_and_less_is_not() {
        check_half(1.0, RankedBy::Score, &[1, 2, 0]);
        check_half(0.5, RankedBy::Score, &[1, 2, 0]);
        check_half(1.1, RankedBy::Value, &[0, 1, 2]);
    }

    #[test]
    fn too_little_known_ranks_by_value_and_says_so() {
        let found = select("id revenue\n1 5\n2 50\n3 .", &[]);
        assert_eq!((found.ranked_by, found.order.as_slice()), (RankedBy::Value, [1, 0].as_slice()));
        assert_eq!(found.proposal, [1]);
    }

    #[test]
    fn prospects_are_held_against_what_does_not_follow_from_buying() {
        let customer = |i: i32, sector: &str, fit: i32| format!("{i} active {} {sector} {fit}\n", 200 - i);
        let mut text = "id status revenue sector fit\n".to_owned();
        text.extend((1..=5).map(|i| customer(i, "bouw", 5)));
        text.extend((6..=25).map(|i| customer(i, "zorg", 2)));
        text += "P3 prospect 0 bouw .\nP1 prospect 0 zorg .\nP2 prospect 0 bouw 5\nP4 prospect 0 . .";
        let (_, found) = select_with_ideal(&text, &[]);
        let fits: Vec<_> = found.prospects.iter().map(|fit| (fit.customer, fit.has, fit.known)).collect();
        assert_eq!(fits, [(27, 2, 2), (25, 1, 1), (26, 0, 1)], "{:?}", found.profile);
    }

    #[test]
    fn one_trait_of_one_known_says_less_than_most_of_many() {
        let weight = |has, known| crate::choice::ProspectFit { customer: 0, has, known }.weight();
        assert!(weight(4, 5) > weight(1, 1));
        assert!(weight(1, 1) > weight(1, 2));
        assert!(weight(0, 1) > weight(0, 3));
    }

    #[test]
    fn the_person_chooses_and_gives_a_reason_against_the_proposal() {
        check(&[], &[1, 5], &[]);
        check(&[("1", true, "")], &[0, 1, 5], &[0]);
        check(&[("1", true, "launching")], &[0, 1, 5], &[]);
        check(&[("2", false, "")], &[5], &[1]);
        check(&[("2", true, ""), ("gone", true, "")], &[1, 5], &[]);
    }
}
