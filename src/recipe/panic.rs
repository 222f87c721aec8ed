//! Settings of the panic question and of the choice of core customers (METHOD sections 7 and 9).

use serde::{Deserialize, Serialize};

use super::Text;

/// What a custom question is answered with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    #[default]
    YesNo,
    /// 1–5.
    Score,
    Text,
}

/// A question beside the panic question: a sign, "are we strategic for them?", or one of the consultant's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Stable key: that of a [`Sign`], [`STRATEGIC`], or of the consultant's own making.
    pub id: String,
    /// Its wording; for the questions that come along, empty means the wording of the house.
    #[serde(default)]
    pub text: Text,
    #[serde(default)]
    pub kind: QuestionKind,
    pub on: bool,
}

/// The id of "are we strategic for them?".
pub const STRATEGIC: &str = "strategic_for_them";

impl Question {
    /// Whether it came along with the method, and so cannot be removed, only switched off or reworded.
    pub fn is_ours(&self) -> bool {
        self.id == STRATEGIC || Sign::from_key(&self.id).is_some()
    }

    fn ours(id: &str) -> Self {
        Self { id: id.to_owned(), text: Text::default(), kind: QuestionKind::YesNo, on: true }
    }
}

/// The seven signs of a core customer (GT).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// Sees, feels and values our added value.
    SeesValue,
    /// Gladly pays for it.
    PaysGladly,
    /// Fits our positioning and direction.
    Fits,
    /// Raves about our service.
    Raves,
    /// Has tough discussions about content with us.
    Discusses,
    /// Complains out of involvement and stays when it is solved well.
    ComplainsInvolved,
    /// Is profitable, for both sides.
    Profitable,
}

impl Sign {
    pub const ALL: [Sign; 7] = [
        Sign::SeesValue,
        Sign::PaysGladly,
        Sign::Fits,
        Sign::Raves,
        Sign::Discusses,
        Sign::ComplainsInvolved,
        Sign::Profitable,
    ];

    /// Its stable key, as in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Sign::SeesValue => "sees_value",
            Sign::PaysGladly => "pays_gladly",
            Sign::Fits => "fits",
            Sign::Raves => "raves",
            Sign::Discusses => "discusses",
            Sign::ComplainsInvolved => "complains_involved",
            Sign::Profitable => "profitable",
        }
    }

    /// The sign with this key.
    pub fn from_key(key: &str) -> Option<Sign> {
        Sign::ALL.into_iter().find(|sign| sign.key() == key)
    }
}

/// The panic question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PanicRecipe {
    /// Map: valuable from this percentile of value.
    pub value_cut: f64,
    /// Map: panics from this index.
    pub panic_cut: f64,
    /// At most this many customers in the first round.
    pub first_round: u32,
    /// Above this many active customers: per segment or sector.
    pub per_segment_above: u32,
    /// Answers this far apart come first on the discussion list.
    pub disagreement: u32,
    /// Krippendorff's limits for "reliable" and "tentative".
    pub alpha_reliable: f64,
    pub alpha_tentative: f64,
    /// The panic question in the consultant's own words; empty = the wording of the house.
    pub question: Text,
    /// What is asked after it, in this order: the signs, "are we strategic for them?" and the consultant's own.
    pub questions: Vec<Question>,
    /// Whether it is asked why they buy or don't, and how sure the person is.
    pub ask_reasons: bool,
    pub ask_confidence: bool,
}

impl Default for PanicRecipe {
    fn default() -> Self {
        Self {
            value_cut: 80.0,
            panic_cut: 62.5,
            first_round: 60,
            per_segment_above: 1000,
            disagreement: 2,
            alpha_reliable: 0.80,
            alpha_tentative: 0.667,
            question: Text::default(),
            questions: Sign::ALL.into_iter().map(Sign::key).chain([STRATEGIC]).map(Question::ours).collect(),
            ask_reasons: true,
            ask_confidence: true,
        }
    }
}

/// What a core customer is chosen on (GT).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// Percentile of the value measure.
    Profitability,
    Strategic,
    /// Percentile of growth room, else the criterion `growth`.
    Growth,
    Launching,
    BowlingAlley,
    PerceivedValue,
    Fit,
    Network,
    Referrals,
    /// The panic index.
    Panic,
    /// "We are strategic for them."
    StrategicForThem,
}

impl Criterion {
    pub const ALL: [Criterion; 11] = [
        Criterion::Profitability,
        Criterion::Strategic,
        Criterion::Growth,
        Criterion::Launching,
        Criterion::BowlingAlley,
        Criterion::PerceivedValue,
        Criterion::Fit,
        Criterion::Network,
        Criterion::Referrals,
        Criterion::Panic,
        Criterion::StrategicForThem,
    ];
}

/// A criterion with its weight; 0 switches it off.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weight {
    pub criterion: Criterion,
    pub weight: f64,
}

/// The choice of core customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChoiceRecipe {
    pub weights: Vec<Weight>,
    /// Ranked by score when at least this share of the weight is known.
    pub known_share: f64,
    /// The profile says nothing about groups smaller than this.
    pub profile_at_least: u32,
    /// Differences that tell less than this (points of share, or how far to one side of the middle) are left out, 0–1.
    pub profile_difference: f64,
}

impl Default for ChoiceRecipe {
    fn default() -> Self {
        Self {
            weights: Criterion::ALL.iter().map(|&criterion| Weight { criterion, weight: 1.0 }).collect(),
            known_share: 0.5,
            profile_at_least: 5,
            profile_difference: 0.1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_has_the_same_key_everywhere() {
        for sign in Sign::ALL {
            assert_eq!(serde_json::to_string(&sign).unwrap(), format!("\"{}\"", sign.key()));
            assert_eq!(Sign::from_key(sign.key()), Some(sign));
        }
        assert!(PanicRecipe::default().questions.iter().all(Question::is_ours));
    }
}
