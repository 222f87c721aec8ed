//! The weighted criteria of a customer and its score (GT, METHOD section 9).

use serde::{Deserialize, Serialize};

use super::ChoiceBasis;
use crate::customers::Field;
use crate::panic::sign_place;
use crate::recipe::{ChoiceRecipe, Criterion, Sign};
use crate::segments::Answer;

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

/// The criteria over a list, ready to be asked of any customer.
pub struct Criteria<'a> {
    basis: ChoiceBasis<'a>,
    recipe: &'a ChoiceRecipe,
}

impl<'a> Criteria<'a> {
    /// Looks once at what the criteria need of the whole list.
    pub fn new(basis: ChoiceBasis<'a>, recipe: &'a ChoiceRecipe) -> Self {
        Self { basis, recipe }
    }

    /// By customer the score 0–100 over the known criteria (`None` when none is known), and the share of the weight
    /// that is known. Criterion by criterion, since most lists know of most criteria nothing.
    pub fn scores(&self) -> (Vec<Option<f64>>, Vec<f64>) {
        let n = self.basis.customers.len();
        let (mut points, mut known, mut all) = (vec![0.0; n], vec![0.0; n], 0.0);
        for weight in self.recipe.weights.iter().filter(|weight| weight.weight > 0.0) {
            all += weight.weight;
            if !self.may_be_known(weight.criterion) {
                continue;
            }
            for (i, (points, known)) in points.iter_mut().zip(&mut known).enumerate() {
                if let Some((score, _)) = self.one(weight.criterion, i) {
                    *known += weight.weight;
                    *points += weight.weight * score;
                }
            }
        }
        let score = points.iter().zip(&known).map(|(points, known)| (*known > 0.0).then(|| points / known));
        let score = score.collect();
        (score, known.into_iter().map(|known| if known > 0.0 { known / all } else { 0.0 }).collect())
    }

    /// Of how many of these customers a criterion is known.
    pub fn known(&self, criterion: Criterion, customers: &[usize]) -> usize {
        if !self.may_be_known(criterion) {
            return 0;
        }
        customers.iter().filter(|&&i| self.one(criterion, i).is_some()).count()
    }

    /// Whether the criterion could be known of anyone.
    fn may_be_known(&self, criterion: Criterion) -> bool {
        let is_asked = !self.basis.panic.raters.is_empty() || self.basis.panic.known > 0;
        let has = |field| self.basis.customers.has(field);
        match criterion {
            Criterion::Profitability | Criterion::Growth => true,
            Criterion::Strategic => has(Field::Strategic),
            Criterion::Launching => has(Field::Launching),
            Criterion::BowlingAlley => has(Field::BowlingAlley),
            Criterion::PerceivedValue => is_asked || has(Field::PerceivedValue),
            Criterion::Fit => is_asked || has(Field::Fit),
            Criterion::Network => has(Field::Network),
            Criterion::Referrals => has(Field::Referrals),
            Criterion::Panic | Criterion::StrategicForThem => is_asked,
        }
    }

    /// Every criterion of one customer: the why of its score. Amounts are mid-rank percentiles among the active
    /// customers; criteria of 1–5 are (score − 1) ÷ 4; the signs fill in where a criterion is unknown.
    pub fn of(&self, i: usize) -> impl Iterator<Item = CriterionScore> + '_ {
        self.recipe.weights.iter().filter(|weight| weight.weight > 0.0).map(move |weight| {
            let found = self.one(weight.criterion, i);
            CriterionScore {
                criterion: weight.criterion,
                weight: weight.weight,
                score: found.map(|(score, _)| score),
                source: found.map(|(_, source)| source),
            }
        })
    }

    fn one(&self, criterion: Criterion, i: usize) -> Option<(f64, ScoreSource)> {
        let basis = &self.basis;
        let scored = |field| {
            let score = basis.customers.number(field, i)?;
            Some((((score - 1.0) / 4.0).clamp(0.0, 1.0) * 100.0, ScoreSource::Criterion))
        };
        match criterion {
            Criterion::Profitability => basis.value.percentile[i]
                .map(|percentile| (percentile, ScoreSource::Percentile))
                .or_else(|| self.signs(i, &[Sign::Profitable])),
            Criterion::Strategic => scored(Field::Strategic),
            Criterion::Growth => basis.growth.room_percentile[i]
                .map(|percentile| (percentile, ScoreSource::Percentile))
                .or_else(|| scored(Field::Growth)),
            Criterion::Launching => scored(Field::Launching),
            Criterion::BowlingAlley => scored(Field::BowlingAlley),
            Criterion::PerceivedValue => {
                scored(Field::PerceivedValue).or_else(|| self.signs(i, &[Sign::SeesValue, Sign::PaysGladly]))
            }
            Criterion::Fit => scored(Field::Fit).or_else(|| self.signs(i, &[Sign::Fits])),
            Criterion::Network => scored(Field::Network),
            Criterion::Referrals => scored(Field::Referrals),
            Criterion::Panic => basis.panic.of[i].index.map(|index| (index, ScoreSource::PanicIndex)),
            Criterion::StrategicForThem => {
                let answer = basis.panic.of[i].strategic_for_them.known()?;
                Some((if answer { 100.0 } else { 0.0 }, ScoreSource::Conversation))
            }
        }
    }

    /// The mean of the known signs: yes 100, no 0.
    fn signs(&self, i: usize, signs: &[Sign]) -> Option<(f64, ScoreSource)> {
        let answers = signs.iter().map(|sign| self.basis.panic.of[i].signs[sign_place(*sign)]);
        let known: Vec<bool> = answers.filter_map(Answer::known).collect();
        let yes = known.iter().filter(|yes| **yes).count();
        (!known.is_empty()).then(|| (yes as f64 * 100.0 / known.len() as f64, ScoreSource::Signs))
    }
}
