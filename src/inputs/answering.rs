//! How answers change: of the person at this page, of the team together, and who the members are.

use std::rc::Rc;

use super::{Action, Inputs, ME};
use crate::panic::{Answers, CustomAnswer, CustomerAnswer, FinalAnswer, Rater, Reason};
use crate::recipe::{STRATEGIC, Sign};

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
            _ => {}
        }
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

impl CustomerAnswer {
    /// The answer to a question beside the panic question; `None` takes it back.
    fn say(&mut self, question: &str, says: Option<&CustomAnswer>) {
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

    /// A reason is there once, however often it is given.
    fn give_reason(&mut self, buys: bool, text: &str, given: bool) {
        let text = text.trim();
        let is_it = |reason: &Reason| reason.buys == buys && reason.text == text;
        if !given {
            self.reasons.retain(|reason| !is_it(reason));
        } else if !text.is_empty() && !self.reasons.iter().any(is_it) {
            self.reasons.push(Reason { buys, text: text.to_owned() });
        }
    }
}

impl Answers {
    /// Two members turn out to be one person: the newer of two answers stays. Into [`ME`]: that person is at this page.
    fn unite(&mut self, from: &str, into: &str) {
        let Some(rater) = self.raters.remove(from) else { return };
        let one: &mut Rater = Rc::make_mut(self.raters.entry(into.to_owned()).or_default());
        one.take(Rc::unwrap_or_clone(rater));
        if into == ME && self.me.is_empty() {
            from.clone_into(&mut self.me);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panic::Tri;

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
