//! The panic index per customer, the team's agreement and the mutual-importance map.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::gather::{GatheredOf, gather};
use super::{Answers, Distance, alpha};
use crate::customers::Customers;
use crate::recipe::{PanicRecipe, Sign};
use crate::segments::{Answer, Inventory, Letters, Shortlist, Values};
use crate::sorted::InOrder;

/// What the team said about one customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PanicOf {
    /// 0–100: the final answer, else the mean over the raters who know, else what was said about the customer's
    /// sector or letter; `None` when nobody knows.
    pub index: Option<f64>,
    /// The mean of the individual answers as an index.
    pub mean_index: Option<f64>,
    /// The mean of what raters without an answer about this customer said about its sector or letter.
    pub group_index: Option<f64>,
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    Reliable,
    Tentative,
    Unreliable,
    /// No two raters on one customer, or no variation.
    #[default]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Panic {
    /// By customer.
    pub of: Vec<PanicOf>,
    /// By customer: the field of the map, where value and index are known. The map itself plots
    /// [`Values::percentile`] against [`PanicOf::index`].
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
    /// Final answers whose customer is not in the list.
    pub unmatched_finals: Vec<String>,
}

/// What the answers are laid beside.
#[derive(Clone, Copy, Debug)]
pub struct PanicBasis<'a> {
    pub customers: &'a Customers,
    pub inventory: &'a Inventory,
    pub value: &'a Values,
    pub shortlist: &'a Shortlist,
    pub letters: &'a Letters,
}

/// The index of an answer: 5 → 100, 4 → 75, 3 → 50, 2 → 25, 1 → 0; 0 (don't know) and others → `None`.
pub fn index_of(answer: u8) -> Option<f64> {
    (1..=5).contains(&answer).then(|| f64::from(answer - 1) * 25.0)
}

/// The place of a sign in [`PanicOf::signs`].
pub fn sign_place(sign: Sign) -> usize {
    Sign::ALL.iter().position(|other| *other == sign).unwrap_or(0)
}

/// Puts the answers beside the customers. Answers find their customer by key, else by normalised name.
///
/// The index of a customer is that of the team's final answer, else the mean over the raters who know. The map
/// takes customers with a known value percentile and index: valuable from `value_cut`, panics from `panic_cut`.
pub fn panic(basis: PanicBasis, answers: &Answers, recipe: &PanicRecipe) -> Panic {
    let PanicBasis { customers, inventory, value, shortlist, letters } = basis;
    let gathered = gather(customers, letters, answers);
    let of: Vec<PanicOf> = gathered.of.iter().map(GatheredOf::result).collect();
    let field: Vec<Option<MapField>> = of
        .iter()
        .zip(&value.percentile)
        .map(|(of, percentile)| Some(map_field((*percentile)?, of.index?, recipe)))
        .collect();
    let count = |wanted| field.iter().filter(|field| **field == Some(wanted)).count();
    let units: Vec<Vec<f64>> = of
        .iter()
        .filter(|of| !of.said.is_empty())
        .map(|of| of.said.iter().filter(|(_, a)| *a > 0).map(|(_, a)| f64::from(*a)).collect())
        .collect();
    let alpha = alpha(&units, Distance::Ordinal);
    let active = |i: usize| inventory.is_active(i) || shortlist.is_member[i];
    let by_value = &*value.everyone;
    let mut first_round = shortlist.members.clone();
    first_round.extend(by_value.iter().copied().filter(|&i| active(i) && !shortlist.is_member[i]));
    first_round.truncate(recipe.first_round as usize);
    Panic {
        known: of.iter().filter(|of| of.index.is_some()).count(),
        answered: of.iter().filter(|of| !of.said.is_empty() || of.final_answer.is_some()).count(),
        raters: answers.raters.iter().map(|(key, rater)| (key.clone(), rater.name.clone())).collect(),
        alpha,
        agreement: in_words(alpha, recipe),
        core: count(MapField::Core),
        we_need_them: count(MapField::WeNeedThem),
        they_need_us: count(MapField::TheyNeedUs),
        lighter: count(MapField::Lighter),
        first_round,
        per_segment: inventory.active > recipe.per_segment_above as usize,
        discuss: to_discuss(&of, value, by_value, recipe.disagreement),
        reasons: gathered.reasons(),
        unmatched: gathered.unmatched,
        unmatched_finals: gathered.unmatched_finals,
        of,
        field,
    }
}

/// The field of the mutual-importance map.
fn map_field(percentile: f64, index: f64, recipe: &PanicRecipe) -> MapField {
    match (percentile >= recipe.value_cut, index >= recipe.panic_cut) {
        (true, true) => MapField::Core,
        (true, false) => MapField::WeNeedThem,
        (false, true) => MapField::TheyNeedUs,
        (false, false) => MapField::Lighter,
    }
}

fn in_words(alpha: Option<f64>, recipe: &PanicRecipe) -> Agreement {
    match alpha {
        None => Agreement::Undefined,
        Some(alpha) if alpha >= recipe.alpha_reliable => Agreement::Reliable,
        Some(alpha) if alpha >= recipe.alpha_tentative => Agreement::Tentative,
        Some(_) => Agreement::Unreliable,
    }
}

/// Customers with answers at least `apart`, by range × value (an unknown value counts as none), then by range.
fn to_discuss(of: &[PanicOf], value: &Values, by_value: &[usize], apart: u32) -> Vec<usize> {
    let weight = |i: usize| {
        let range = of[i].range.unwrap_or(0);
        (Decimal::from(range).saturating_mul(value.of(i).unwrap_or_default().max(Decimal::ZERO)), range)
    };
    let mut discuss: Vec<usize> = by_value
        .iter()
        .copied()
        .filter(|&i| of[i].range.is_some_and(|range| u32::from(range) >= apart))
        .collect();
    discuss.order_by_key(|&i| std::cmp::Reverse(weight(i)));
    discuss
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::rc::Rc;

    use crate::panic::{CustomerAnswer, FinalAnswer, GroupBy, GroupKey};
    use crate::recipe::Recipe;
    use crate::segments::testing::list;
    use crate::segments::{ShortlistPicks, inventory, measures, shortlist};

    /// Answers as (rater, customer, answer).
    fn asked(said: &[(&str, &str, u8)], finals: &[(&str, u8)]) -> Panic {
        let customers = list(
            "id name revenue sector\n1 Smit_BV 100 .\n2 Bos 90 Bouw\n3 Mol 80 Bouw\n4 Vos 70 .\n5 Das 60 .\n6 Ree 50 .",
        );
        let recipe = Recipe::default();
        let inventory = inventory(&customers, &recipe.inventory);
        let value = measures(&customers, &inventory, &recipe.measure).value;
        let shortlist = shortlist(&customers, &inventory, &value, &ShortlistPicks::default());
        let mut answers = Answers::default();
        for (rater, key, panic) in said {
            let answer = Rc::new(CustomerAnswer { panic: Some(*panic), ..CustomerAnswer::default() });
            let of = Rc::make_mut(answers.raters.entry((*rater).to_owned()).or_default());
            let place = if GroupKey::is_one(key) { &mut of.groups } else { &mut of.answers };
            place.insert((*key).to_owned(), answer);
        }
        for (key, panic) in finals {
            answers.finals.insert((*key).to_owned(), FinalAnswer { panic: *panic, ..FinalAnswer::default() });
        }
        let letters = Letters::default();
        let basis = PanicBasis {
            customers: &customers,
            inventory: &inventory,
            value: &value,
            shortlist: &shortlist,
            letters: &letters,
        };
        panic(basis, &answers, &recipe.panic)
    }

    fn check(said: &[(&str, &str, u8)], finals: &[(&str, u8)], index: Option<f64>, range: Option<u8>) {
        let of = &asked(said, finals).of[0];
        assert_eq!((of.index, of.range), (index, range), "{said:?} {finals:?}");
    }

    #[test]
    fn the_index_is_the_mean_of_who_knows() {
        check(&[("x", "1", 5)], &[], Some(100.0), None);
        check(&[("x", "1", 5), ("y", "1", 2)], &[], Some(62.5), Some(3));
        check(&[("x", "1", 5), ("y", "1", 0)], &[], Some(100.0), None);
        check(&[("x", "1", 0)], &[], None, None);
    }

    #[test]
    fn the_final_answer_counts_and_the_individual_ones_stay() {
        check(&[("x", "1", 5), ("y", "1", 2)], &[("1", 4)], Some(75.0), Some(3));
        check(&[("x", "1", 5)], &[("1", 0)], Some(100.0), None);
    }

    #[test]
    fn names_find_their_customer_and_strangers_are_listed() {
        check(&[("x", "SMIT b.v.", 4)], &[], Some(75.0), None);
        assert_eq!(asked(&[("x", "nobody", 4)], &[]).unmatched, [(0, "nobody".to_owned())]);
    }

    #[test]
    fn an_answer_about_a_sector_stands_in_for_customers_without_their_own() {
        let sector = GroupKey::of(GroupBy::Sector, "Bouw");
        let found = asked(&[("x", "2", 5), ("x", &sector, 1), ("y", &sector, 4)], &[]);
        let indexes: Vec<Option<f64>> = found.of.iter().map(|of| of.index).collect();
        assert_eq!(indexes[..3], [None, Some(100.0), Some(37.5)]);
        assert_eq!((found.alpha, found.answered), (None, 1), "nobody answered about two customers");
    }

    #[test]
    fn the_map_has_four_fields_and_the_first_round_follows_value() {
        let found = asked(&[("x", "1", 5), ("x", "2", 5), ("x", "6", 1)], &[]);
        // Of six customers the first lies at percentile 91.7, the second at 75.
        assert_eq!(found.field[..2], [Some(MapField::Core), Some(MapField::TheyNeedUs)]);
        assert_eq!(found.field[5], Some(MapField::Lighter));
        assert_eq!(asked(&[("x", "1", 1)], &[]).field[0], Some(MapField::WeNeedThem));
        assert_eq!(found.first_round, [0, 1, 2, 3, 4, 5]);
    }
}
