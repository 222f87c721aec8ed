//! Properties of opening members' files and saved rounds: no answer is lost, nobody becomes somebody else, the order is no
//! matter, and one undo takes everything back.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;

use jiff::civil::date;
use kernklant::engine::Engine;
use kernklant::inputs::{Action, Inputs, ME};
use kernklant::share::{ListMark, Session, write_answers, write_session};
use kernklant::views::Update;
use proptest::prelude::*;

/// Somebody with a name, or none, and what was answered: customer and answer. The same id may come with two names.
#[derive(Clone, Debug)]
struct Someone {
    id: u64,
    name: &'static str,
    said: Vec<(u8, u8)>,
}

/// Of a name, whether one may be missing: who has the id of two people then can be either of them.
fn someone(names: &'static [&'static str]) -> impl Strategy<Value = Someone> {
    let said = prop::collection::vec((0_u8..5, 0_u8..=5), 1..6);
    (1_u64..4, prop::sample::select(names), said).prop_map(|(id, name, said)| Someone { id, name, said })
}

const NAMED: &[&str] = &["Els", "Jan", "Ria"];
const ALL: &[&str] = &["Els", "Jan", ""];

impl Someone {
    /// The inputs of this person. The time of an answer tells whose it is: nobody else answers at that time.
    fn inputs(&self) -> Inputs {
        let named = Action::MemberName { rater: ME.into(), text: self.name.into() };
        let whose = NAMED.iter().position(|name| *name == self.name).map_or(9, |place| place as u64);
        let start =
            Inputs::default().after(&Action::Answer { customer: "K9".into(), answer: Some(1), at: self.id });
        self.said.iter().fold(start.after(&named), |inputs, (customer, answer)| {
            let at = 1000 + self.id * 100 + whose * 10 + u64::from(*answer);
            inputs.after(&Action::Answer { customer: format!("K{customer}"), answer: Some(*answer), at })
        })
    }

    fn answers_file(&self, place: usize) -> (String, Vec<u8>) {
        let file = write_answers(&self.inputs(), ListMark::default(), &|_| None);
        (format!("{place}.kernklant-answers"), file)
    }

    fn round(&self) -> (String, Vec<u8>) {
        let session = Session { inputs: self.inputs(), ..Session::default() };
        ("round.kernklant".into(), write_session(&session))
    }
}

/// The inputs once these files were opened one after the other, or all at once.
fn opened(inputs: &Inputs, files: &[(String, Vec<u8>)]) -> Inputs {
    let mut engine = Engine::new(date(2026, 11, 23));
    engine.set_inputs(1, inputs.clone());
    engine.open(files);
    let told = engine.step().unwrap_or_default();
    let entered = told.into_iter().find_map(|update| match update {
        Update::Entered(action) => Some(action),
        _ => None,
    });
    entered.map_or_else(|| inputs.clone(), |action| inputs.clone().after(&action))
}

/// Who said what, by name: (name, customer, time, answer).
fn said(inputs: &Inputs) -> BTreeSet<(String, String, u64, Option<u8>)> {
    let raters = inputs.answers.raters.values();
    let all = raters.flat_map(|rater| {
        rater.answers.iter().map(|(key, said)| (rater.name.clone(), key.clone(), said.changed, said.panic))
    });
    all.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_round_takes_nobody_s_answers_and_gives_nobody_another_s(me in someone(NAMED), other in someone(NAMED)) {
        let (mine, theirs) = (me.inputs(), other.inputs());
        let both = opened(&mine, &[other.round()]);
        let is_same = (me.id, me.name) == (other.id, other.name);
        if !is_same {
            prop_assert_eq!(said(&both), said(&mine).union(&said(&theirs)).cloned().collect());
            prop_assert_eq!(both.answers.raters.len(), 2);
        }
        prop_assert_eq!(&both.answers.me, &mine.answers.me, "I am who I was");
        prop_assert_eq!(&opened(&both, &[other.round()]), &both, "twice is as once");
        // Whoever goes on, nothing is said by anybody else.
        for key in both.answers.raters.keys() {
            let gone_on = both.clone().after(&Action::GoOnAs(key.clone()));
            prop_assert_eq!(said(&gone_on), said(&both));
            prop_assert_eq!(&gone_on.after(&Action::GoOnAs(both.answers.me.clone())), &both);
        }
    }

    #[test]
    fn on_a_page_without_answers_a_round_comes_back_as_it_was(other in someone(ALL)) {
        prop_assert_eq!(opened(&Inputs::default(), &[other.round()]), other.inputs());
    }

    #[test]
    fn files_opened_one_by_one_in_any_order_are_the_same_team(
        me in someone(NAMED), members in prop::collection::vec(someone(NAMED), 0..5),
    ) {
        let files: Vec<_> = members.iter().enumerate().map(|(place, member)| member.answers_file(place)).collect();
        let one_by_one = |files: &mut dyn Iterator<Item = &(String, Vec<u8>)>| {
            files.fold(me.inputs(), |inputs, file| opened(&inputs, std::slice::from_ref(file)))
        };
        let team = one_by_one(&mut files.iter());
        prop_assert_eq!(&one_by_one(&mut files.iter().rev()), &team);
        prop_assert_eq!(&opened(&me.inputs(), &files), &team);
        prop_assert_eq!(&opened(&team, &files), &team);
        let people: BTreeSet<_> = members.iter().chain([&me]).map(|of| (of.id, of.name)).collect();
        prop_assert_eq!(team.answers.raters.len(), people.len(), "as many as there are people");
    }

    #[test]
    fn files_opened_at_once_are_the_same_team_also_where_names_are_missing(
        members in prop::collection::vec(someone(ALL), 0..5),
    ) {
        let files: Vec<_> = members.iter().enumerate().map(|(place, member)| member.answers_file(place)).collect();
        let team = opened(&Inputs::default(), &files);
        let backwards: Vec<_> = files.iter().rev().cloned().collect();
        prop_assert_eq!(&opened(&Inputs::default(), &backwards), &team);
        prop_assert_eq!(&opened(&team, &files), &team);
    }
}
