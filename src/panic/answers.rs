//! What people answered to the panic question, the signs and the team's own questions.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

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
    pub fn merge(mut self, other: Answers) -> Answers {
        for (key, rater) in other.raters {
            let own = self.raters.entry(key).or_default();
            // Of two names of one person the longer stays: a name given later beats none.
            let by_length = |name: &String| (name.chars().count(), name.clone());
            if by_length(&rater.name) > by_length(&own.name) {
                own.name = rater.name;
            }
            merge_into(&mut own.answers, rater.answers, |answer| answer.changed);
        }
        merge_into(&mut self.finals, other.finals, |answer| answer.changed);
        self
    }
}

/// Keeps the newer of two versions; of two equally new ones the greater, so that the order of merging is no matter.
fn merge_into<T: Ord>(own: &mut BTreeMap<String, T>, other: BTreeMap<String, T>, changed: fn(&T) -> u64) {
    for (key, theirs) in other {
        match own.entry(key) {
            Entry::Vacant(place) => {
                place.insert(theirs);
            }
            Entry::Occupied(mut place) => {
                let newer = changed(&theirs).cmp(&changed(place.get())).then_with(|| theirs.cmp(place.get()));
                if newer == Ordering::Greater {
                    place.insert(theirs);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(rater: &str, customer: &str, panic: u8, changed: u64) -> Answers {
        let answer = CustomerAnswer { panic: Some(panic), changed, ..CustomerAnswer::default() };
        let rater_answers = Rater { name: String::new(), answers: [(customer.to_owned(), answer)].into() };
        Answers { raters: [(rater.to_owned(), rater_answers)].into(), finals: BTreeMap::new() }
    }

    fn check(one: Answers, other: Answers, expected: &[(&str, &str, u8)]) {
        let merged = one.clone().merge(other.clone());
        assert_eq!(merged, other.clone().merge(one), "commutative");
        assert_eq!(merged, merged.clone().merge(other), "idempotent");
        let found: Vec<(&str, &str, u8)> = merged
            .raters
            .iter()
            .flat_map(|(rater, of)| {
                of.answers.iter().map(move |(key, answer)| (&**rater, &**key, answer.panic.unwrap_or(0)))
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn merging_keeps_everyone_and_the_newer_version() {
        check(said("x", "1", 5, 1), said("y", "1", 2, 1), &[("x", "1", 5), ("y", "1", 2)]);
        check(said("x", "1", 5, 1), said("x", "2", 2, 1), &[("x", "1", 5), ("x", "2", 2)]);
        check(said("x", "1", 5, 1), said("x", "1", 2, 9), &[("x", "1", 2)]);
        check(said("x", "1", 5, 3), said("x", "1", 2, 3), &[("x", "1", 5)]);
    }
}
