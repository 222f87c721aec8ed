//! How answers change: of the person at this page, of the team together, and who the members are.

use crate::sorted::SortedMap;
use std::rc::Rc;

use super::{Action, Inputs, ME};
use crate::panic::{Answers, CustomerAnswer, FinalAnswer, Rater};

/// The key of somebody who answered at this page without ever getting an id: only in files that others wrote.
const UNKNOWN: &str = "somebody";

impl Inputs {
    /// A change of the answers or of the team; others change nothing here.
    pub(super) fn change_answers(&mut self, action: &Action) {
        match action {
            Action::Answer { customer, answer, at } => {
                self.answer(customer, *at, |mine| mine.panic = *answer);
            }
            Action::Say { customer, question, says, at } => {
                self.answer(customer, *at, |mine| mine.say(question, says.as_ref()));
            }
            Action::Note { customer, text, at } => {
                self.answer(customer, *at, |mine| mine.note.clone_from(text));
            }
            Action::WhyBuys { customer, buys, text, given, at } => {
                self.answer(customer, *at, |mine| mine.give_reason(*buys, text, *given));
            }
            Action::Confidence { customer, sure, at } => {
                self.answer(customer, *at, |mine| mine.confidence = *sure);
            }
            Action::Final { customer, answer, at } => {
                let finals = &mut Rc::make_mut(&mut self.answers).finals;
                match answer {
                    Some(panic) => {
                        let entry = finals.entry(customer.clone()).or_default();
                        if entry.panic != *panic || entry.changed == 0 {
                            *entry = FinalAnswer { panic: *panic, changed: *at, ..std::mem::take(entry) };
                        }
                    }
                    None => {
                        finals.remove(customer);
                    }
                }
            }
            Action::FinalNote { customer, text, at } => {
                let finals = &mut Rc::make_mut(&mut self.answers).finals;
                if let Some(entry) = finals.get_mut(customer) {
                    entry.note.clone_from(text);
                    entry.changed = *at;
                }
            }
            Action::MemberName { rater, text } => {
                let answers = Rc::make_mut(&mut self.answers);
                Rc::make_mut(answers.raters.entry(rater.clone()).or_default()).name.clone_from(text);
            }
            Action::RemoveMember(rater) => {
                Rc::make_mut(&mut self.answers).raters.remove(rater);
            }
            Action::SamePerson { from, into } => Rc::make_mut(&mut self.answers).unite(from, into),
            Action::GoOnAs(person) => Rc::make_mut(&mut self.answers).go_on_as(person),
            _ => {}
        }
    }

    /// A customer whose answer, final or own, differs between the two: whom an undone step was about. `None` when
    /// no answer differs.
    pub fn differing_answer(&self, other: &Inputs) -> Option<String> {
        if Rc::ptr_eq(&self.answers, &other.answers) {
            return None;
        }
        let finals = (&self.answers.finals, &other.answers.finals);
        let empty = Rater::default();
        let (one, two) = (self.mine().unwrap_or(&empty), other.mine().unwrap_or(&empty));
        differing(&one.answers, &two.answers)
            .or_else(|| differing(&one.groups, &two.groups))
            .or_else(|| differing(finals.0, finals.1))
    }

    fn answer(&mut self, customer: &str, at: u64, change: impl FnOnce(&mut CustomerAnswer)) {
        let answers = Rc::make_mut(&mut self.answers);
        if answers.me.is_empty() {
            answers.me = format!("{at:x}");
        }
        let answer = answers.mine(customer);
        let before = answer.clone();
        change(answer);
        if *answer != before {
            answer.changed = at;
        }
    }
}

/// The first key whose value differs, or that only one of them has.
fn differing<T: PartialEq>(one: &SortedMap<String, T>, two: &SortedMap<String, T>) -> Option<String> {
    let not_in = |key: &String, value: &T, other: &SortedMap<String, T>| other.get(key) != Some(value);
    one.iter()
        .find(|(key, value)| not_in(key, value, two))
        .or_else(|| two.iter().find(|(key, value)| not_in(key, value, one)))
        .map(|(key, _)| key.clone())
}

impl Answers {
    /// Two members turn out to be one person: the newer of two answers stays. Into [`ME`]: that person is at this page.
    fn unite(&mut self, from: &str, into: &str) {
        let Some(rater) = self.raters.remove(from) else { return };
        let one: &mut Rater = Rc::make_mut(self.raters.entry(into.to_owned()).or_default());
        let name = rater.name.clone();
        one.take(Rc::unwrap_or_clone(rater));
        one.also.insert(from.to_owned(), name);
        if into == ME && self.me.is_empty() {
            from.clone_into(&mut self.me);
        }
    }

    /// Somebody else sits down at this page: a member, or with the empty key somebody new. Whoever was here stays as
    /// a member under the own id, so that no two people ever share one.
    fn go_on_as(&mut self, person: &str) {
        if person == self.me {
            return;
        }
        if let Some(mine) = self.raters.remove(ME).filter(|mine| !self.me.is_empty() || !mine.is_silent()) {
            let key = if self.me.is_empty() { UNKNOWN } else { &self.me };
            Rc::make_mut(self.raters.entry(key.to_owned()).or_default()).take(Rc::unwrap_or_clone(mine));
        }
        if let Some(theirs) = self.raters.remove(person) {
            self.raters.insert(ME.to_owned(), theirs);
        }
        person.clone_into(&mut self.me);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panic::{CustomAnswer, Tri};
    use crate::recipe::{STRATEGIC, Sign};

    fn check(actions: &[Action], holds: impl Fn(&CustomerAnswer) -> bool) {
        let inputs = actions.iter().fold(Inputs::default(), Inputs::after);
        let answer = inputs.mine().and_then(|mine| mine.about("K1")).cloned().unwrap_or_default();
        assert!(holds(&answer), "{actions:?} gave {answer:?}");
    }

    fn say(question: &str, says: Option<CustomAnswer>) -> Action {
        Action::Say { customer: "K1".into(), question: question.into(), says, at: 1 }
    }

    #[test]
    fn a_question_is_answered_where_it_belongs() {
        let yes = || Some(CustomAnswer::YesNo(Tri::Yes));
        check(&[say("raves", yes())], |answer| answer.signs == [(Sign::Raves, Tri::Yes)].into());
        check(&[say("raves", yes()), say("raves", None)], |answer| answer.signs.is_empty());
        check(&[say(STRATEGIC, yes())], |answer| answer.strategic_for_them == Some(Tri::Yes));
        check(&[say("own1", Some(CustomAnswer::Score(4)))], |answer| {
            answer.said("own1") == Some(CustomAnswer::Score(4)) && answer.said("own2").is_none()
        });
    }

    #[test]
    fn a_reason_is_kept_once_and_can_be_taken_back() {
        let why = |text: &str, given| Action::WhyBuys {
            customer: "K1".into(),
            buys: true,
            text: text.into(),
            given,
            at: 1,
        };
        check(&[why("snel ", true), why("snel", true)], |answer| answer.reasons.len() == 1);
        check(&[why("Op tijd", true), why("op  TIJD", true)], |answer| answer.reasons[0].text == "Op tijd");
        check(&[why("Op tijd", true), why("op  TIJD", true)], |answer| answer.reasons.len() == 1);
        check(&[why("snel", true), why("snel", false)], |answer| answer.reasons.is_empty());
        check(&[why("  ", true)], |answer| answer.reasons.is_empty());
    }

    #[test]
    fn the_person_at_this_page_gets_an_id_with_the_first_answer() {
        let answer = |at| Action::Answer { customer: "K1".into(), answer: Some(3), at };
        let inputs = [answer(255), answer(256)].iter().fold(Inputs::default(), Inputs::after);
        assert_eq!(inputs.answers.me, "ff");
    }

    #[test]
    fn a_member_can_be_the_person_at_this_page() {
        let mut answers = Answers::default();
        answers.raters.insert("x7".into(), Rc::new(Rater { name: "Els".into(), ..Rater::default() }));
        let inputs = Inputs { answers: Rc::new(answers), ..Inputs::default() };
        let inputs = inputs.after(&Action::SamePerson { from: "x7".into(), into: ME.into() });
        assert_eq!((inputs.answers.me.as_str(), inputs.mine().map(|mine| &*mine.name)), ("x7", Some("Els")));
    }

    #[test]
    fn somebody_else_goes_on_and_nobody_s_answers_are_touched() {
        let answer = |customer: &str, at| Action::Answer { customer: customer.into(), answer: Some(3), at };
        let go_on = |person: &str| Action::GoOnAs(person.into());
        let who = |actions: &[Action]| {
            let answers = actions.iter().fold(Inputs::default(), Inputs::after).answers;
            let of = |(key, rater): (&String, &Rc<Rater>)| format!("{key}:{}", rater.answers.len());
            (answers.me.clone(), answers.raters.iter().map(of).collect::<Vec<_>>().join(" "))
        };
        let check = |actions: &[Action], me: &str, raters: &str| {
            assert_eq!(who(actions), (me.to_owned(), raters.to_owned()), "{actions:?}");
        };
        let two = [answer("K1", 16), go_on(""), answer("K1", 17), answer("K2", 18)];
        check(&two[..2], "", "10:1");
        check(&two, "11", ":2 10:1");
        let with = |more: &[Action]| [&two[..], more].concat();
        check(&with(&[go_on("10")]), "10", ":1 11:2");
        check(&with(&[go_on("10"), go_on("11")]), "11", ":2 10:1");
        check(&with(&[go_on("11")]), "11", ":2 10:1");
    }

    #[test]
    fn the_final_answer_stands_beside_the_individual_ones() {
        let answer = |answer, at| Action::Final { customer: "K1".into(), answer, at };
        let end =
            |actions: &[Action]| actions.iter().fold(Inputs::default(), Inputs::after).answers.finals.clone();
        assert_eq!(
            end(&[answer(Some(4), 7)])["K1"],
            FinalAnswer { changed: 7, panic: 4, note: String::new() }
        );
        assert!(end(&[answer(Some(4), 7), answer(None, 8)]).is_empty());
    }
}
