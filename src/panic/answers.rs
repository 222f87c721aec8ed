//! What people answered to the panic question, the signs and the team's own questions.

use crate::sorted::SortedMap;
use std::cmp::Ordering;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::GroupKey;
use crate::recipe::{STRATEGIC, Sign};

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

impl CustomAnswer {
    /// The text of an answer in words; empty for the others.
    pub fn text(&self) -> &str {
        match self {
            CustomAnswer::Text(text) => text,
            _ => "",
        }
    }
}

/// One person's answers about one customer.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerAnswer {
    /// When it was last changed, in milliseconds since 1970 as the page tells; the newer of two versions wins.
    pub changed: u64,
    /// 5 full panic … 1 shrugs, 0 don't know; `None` = not answered yet.
    pub panic: Option<u8>,
    pub signs: SortedMap<Sign, Tri>,
    /// Why they buy from us, or why not: short reasons.
    pub reasons: Vec<Reason>,
    /// "Are we strategic for them?" after a conversation.
    pub strategic_for_them: Option<Tri>,
    /// Evidence; may be about people.
    pub note: String,
    /// How sure the person is, 1–3.
    pub confidence: Option<u8>,
    /// By question id.
    pub custom: SortedMap<String, CustomAnswer>,
}

/// A short reason why a customer buys, or does not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Reason {
    pub buys: bool,
    pub text: String,
}

/// One person's answers by customer key (the id, else the name). Answers are shared between the steps of the
/// history, so that one key press does not copy thousands of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rater {
    /// Optional.
    pub name: String,
    pub answers: SortedMap<String, Rc<CustomerAnswer>>,
    /// Answers about a whole sector or letter, by [`super::GroupKey`]; a customer's own answer goes before them.
    pub groups: SortedMap<String, Rc<CustomerAnswer>>,
    /// Other keys that turned out to be this person, with the name each came with: the same file, opened once more, is
    /// known.
    pub also: SortedMap<String, String>,
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

/// Everyone's answers. A rater's key is the person's id, made once on their own copy (the moment of their first
/// answer), so that the same person coming twice is recognised; the empty key is the person at this page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// The id of the person at this page, as others know it; empty before the first answer.
    pub me: String,
    pub raters: SortedMap<String, Rc<Rater>>,
    /// By customer key.
    pub finals: SortedMap<String, FinalAnswer>,
    /// Keys of a member's file that somebody laid at a customer of the list by hand, with that customer's key: the
    /// same file, opened once more, finds it again.
    pub attached: SortedMap<String, String>,
}

impl Answers {
    /// Both sets of answers together. Commutative, associative and idempotent; nothing is lost: of two versions of
    /// one person's answer about one customer the newer stays.
    #[must_use]
    pub fn merge(mut self, other: Answers) -> Answers {
        for (key, rater) in other.raters {
            match self.raters.get_mut(&key) {
                Some(known) => Rc::make_mut(known).take(Rc::unwrap_or_clone(rater)),
                None => drop(self.raters.insert(key, rater)),
            }
        }
        merge_into(&mut self.finals, other.finals, |answer| answer.changed);
        self.me = self.me.max(other.me);
        take_greater(&mut self.attached, other.attached);
        self
    }

    /// Lays what was answered under the key `from` at the customer `to`. Who answered about both keeps both: the one
    /// under `from` stays there.
    pub fn attach(&mut self, from: &str, to: &str) {
        for rater in self.raters.values_mut() {
            let free = rater.answers.get(to).is_none_or(|answer| answer.is_empty());
            if free && rater.answers.contains_key(from) {
                let answers = &mut Rc::make_mut(rater).answers;
                if let Some(answer) = answers.remove(from) {
                    answers.insert(to.to_owned(), answer);
                }
            }
        }
        if !self.finals.contains_key(to)
            && let Some(answer) = self.finals.remove(from)
        {
            self.finals.insert(to.to_owned(), answer);
        }
        self.attached.insert(from.to_owned(), to.to_owned());
    }

    /// This answer about this customer or group of the person at this page, to be changed; made when there is none.
    pub fn mine(&mut self, subject: &str) -> &mut CustomerAnswer {
        let mine = Rc::make_mut(self.raters.entry(String::new()).or_default());
        let answers = if GroupKey::is_one(subject) { &mut mine.groups } else { &mut mine.answers };
        Rc::make_mut(answers.entry(subject.to_owned()).or_default())
    }
}

impl Rater {
    /// Takes over what the same person said in another file; of two versions the newer stays.
    pub fn take(&mut self, other: Rater) {
        // Of two names of one person the longer stays: a name given later beats none.
        let by_length = |name: &String| (name.chars().count(), name.clone());
        if by_length(&other.name) > by_length(&self.name) {
            self.name = other.name;
        }
        merge_into(&mut self.answers, other.answers, |answer| answer.changed);
        merge_into(&mut self.groups, other.groups, |answer| answer.changed);
        take_greater(&mut self.also, other.also);
    }

    /// Whether this person said nothing about anybody.
    pub fn is_silent(&self) -> bool {
        self.answers.values().chain(self.groups.values()).all(|answer| answer.is_empty())
    }

    /// What was said about a customer or group.
    pub fn about(&self, subject: &str) -> Option<&CustomerAnswer> {
        let answers = if GroupKey::is_one(subject) { &self.groups } else { &self.answers };
        answers.get(subject).map(|answer| &**answer)
    }
}

impl CustomerAnswer {
    /// The answer to a question beside the panic question; `None` takes it back.
    pub fn say(&mut self, question: &str, says: Option<&CustomAnswer>) {
        let yes_no = match says {
            Some(CustomAnswer::YesNo(says)) => Some(*says),
            _ => None,
        };
        if question == STRATEGIC {
            self.strategic_for_them = yes_no;
            return;
        }
        match (Sign::from_key(question), yes_no, says) {
            (Some(sign), Some(says), _) => {
                self.signs.insert(sign, says);
            }
            (Some(sign), None, _) => {
                self.signs.remove(&sign);
            }
            (None, _, Some(says)) => {
                self.custom.insert(question.to_owned(), says.clone());
            }
            (None, _, None) => {
                self.custom.remove(question);
            }
        }
    }

    /// What was said to a question beside the panic question.
    pub fn said(&self, question: &str) -> Option<CustomAnswer> {
        if question == STRATEGIC {
            return self.strategic_for_them.map(CustomAnswer::YesNo);
        }
        match Sign::from_key(question) {
            Some(sign) => self.signs.get(&sign).copied().map(CustomAnswer::YesNo),
            None => self.custom.get(question).cloned(),
        }
    }

    /// Everything that was said beside the panic question, by question id.
    pub fn all_said(&self) -> SortedMap<String, CustomAnswer> {
        let mut all = self.custom.clone();
        all.extend(self.signs.iter().map(|(sign, says)| (sign.key().to_owned(), CustomAnswer::YesNo(*says))));
        all.extend(self.strategic_for_them.map(|says| (STRATEGIC.to_owned(), CustomAnswer::YesNo(says))));
        all
    }

    /// A reason is there once, however often it is given and in whatever capitals.
    pub fn give_reason(&mut self, buys: bool, text: &str, given: bool) {
        let text = text.trim();
        let is_it = |reason: &Reason| reason.buys == buys && reason.text == text;
        if !given {
            self.reasons.retain(|reason| !is_it(reason));
        } else if !text.is_empty() && !self.reasons.iter().any(|it| it.buys == buys && same(&it.text, text)) {
            self.reasons.push(Reason { buys, text: text.to_owned() });
        }
    }

    /// Whether nothing is said, so that nothing need be kept.
    pub fn is_empty(&self) -> bool {
        *self == CustomerAnswer { changed: self.changed, ..CustomerAnswer::default() }
    }
}

/// Of two texts for one key the greater stays, so that the order of merging is no matter.
fn take_greater(own: &mut SortedMap<String, String>, other: SortedMap<String, String>) {
    for (key, theirs) in other {
        let ours = own.entry(key).or_default();
        if theirs > *ours {
            *ours = theirs;
        }
    }
}

/// Keeps the newer of two versions; of two equally new ones the greater, so that the order of merging is no matter.
fn merge_into<T: Ord>(own: &mut SortedMap<String, T>, other: SortedMap<String, T>, changed: fn(&T) -> u64) {
    let mut added = Vec::new();
    for (key, theirs) in other {
        match own.get_mut(&key) {
            Some(ours) => {
                let newer = changed(&theirs).cmp(&changed(ours)).then_with(|| theirs.cmp(ours));
                if newer == Ordering::Greater {
                    *ours = theirs;
                }
            }
            None => added.push((key, theirs)),
        }
    }
    own.extend(added);
}

/// Whether two reasons differ in capitals and blanks only.
fn same(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.split_whitespace(), other.split_whitespace());
    loop {
        match (one.next(), other.next()) {
            (None, None) => return true,
            (Some(left), Some(right)) if left.eq_ignore_ascii_case(right) => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(rater: &str, customer: &str, panic: u8, changed: u64) -> Answers {
        let answer = CustomerAnswer { panic: Some(panic), changed, ..CustomerAnswer::default() };
        let answers = [(customer.to_owned(), Rc::new(answer))].into();
        let rater_answers = Rc::new(Rater { answers, ..Rater::default() });
        Answers { raters: [(rater.to_owned(), rater_answers)].into(), ..Answers::default() }
    }

    /// Who said what of whom.
    fn listed(answers: &Answers) -> Vec<(&str, &str, u8)> {
        answers
            .raters
            .iter()
            .flat_map(|(rater, of)| {
                of.answers.iter().map(move |(key, answer)| (&**rater, &**key, answer.panic.unwrap_or(0)))
            })
            .collect()
    }

    fn check(one: Answers, other: Answers, expected: &[(&str, &str, u8)]) {
        let merged = one.clone().merge(other.clone());
        assert_eq!(merged, other.clone().merge(one), "commutative");
        assert_eq!(merged, merged.clone().merge(other), "idempotent");
        assert_eq!(listed(&merged), expected);
    }

    fn check_attached(answers: Answers, expected: &[(&str, &str, u8)]) {
        let mut answers = answers;
        answers.attach("X", "1");
        assert_eq!(listed(&answers), expected);
        assert_eq!(answers.attached, [("X".to_owned(), "1".to_owned())].into());
    }

    #[test]
    fn an_answer_is_laid_at_a_customer_and_none_goes_over_another() {
        check_attached(said("x", "X", 5, 1), &[("x", "1", 5)]);
        check_attached(said("x", "X", 5, 1).merge(said("y", "X", 2, 1)), &[("x", "1", 5), ("y", "1", 2)]);
        check_attached(said("x", "X", 5, 1).merge(said("x", "1", 2, 1)), &[("x", "1", 2), ("x", "X", 5)]);
    }

    #[test]
    fn merging_keeps_everyone_and_the_newer_version() {
        check(said("x", "1", 5, 1), said("y", "1", 2, 1), &[("x", "1", 5), ("y", "1", 2)]);
        check(said("x", "1", 5, 1), said("x", "2", 2, 1), &[("x", "1", 5), ("x", "2", 2)]);
        check(said("x", "1", 5, 1), said("x", "1", 2, 9), &[("x", "1", 2)]);
        check(said("x", "1", 5, 3), said("x", "1", 2, 3), &[("x", "1", 5)]);
    }
}
