//! What changed between two versions of the inputs: what crosses to the worker, so that one key press carries one answer
//! and not all of one person or of the team; and what comes back from it when a file was opened.

use crate::sorted::{SortedMap, SortedSet};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{FileChoice, Inputs};
use crate::choice::Choices;
use crate::customers::MappingChoice;
use crate::panic::{Answers, CustomerAnswer, FinalAnswer, Rater};
use crate::plan::PlanEdits;
use crate::recipe::Entered;
use crate::segments::{Judgements, ShortlistPicks};
use crate::table::ReadOptions;

/// The sections that differ; `None` = as it was.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Patch {
    reading: Option<Rc<ReadOptions>>,
    mapping: Option<Rc<MappingChoice>>,
    files: Option<Rc<SortedMap<String, FileChoice>>>,
    settings: Option<Rc<Entered>>,
    judgements: Option<Rc<Judgements>>,
    shortlist: Option<Rc<ShortlistPicks>>,
    choices: Option<Rc<Choices>>,
    plan: Option<Rc<PlanEdits>>,
    names: Option<Rc<SortedMap<String, String>>>,
    answers: Option<AnswersPatch>,
}

/// The answers that differ, a person at a time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct AnswersPatch {
    me: String,
    /// New and changed members; those who are gone.
    raters: SortedMap<String, RaterPatch>,
    gone: SortedSet<String>,
    finals: Option<SortedMap<String, FinalAnswer>>,
    attached: Option<SortedMap<String, String>>,
}

/// What one person says otherwise than before: one answer of thousands, most of the time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct RaterPatch {
    name: String,
    answers: Said,
    groups: Said,
    also: SortedMap<String, String>,
}

/// New and changed answers; the keys of those that were taken away.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Said {
    said: SortedMap<String, Rc<CustomerAnswer>>,
    gone: SortedSet<String>,
}

/// What became of a section, told by its address: a section that was not touched is the very same.
fn changed<T>(old: &Rc<T>, new: &Rc<T>) -> Option<Rc<T>> {
    (!Rc::ptr_eq(old, new)).then(|| Rc::clone(new))
}

fn put<T>(section: &mut Rc<T>, changed: Option<&Rc<T>>) {
    if let Some(changed) = changed {
        *section = Rc::clone(changed);
    }
}

impl Patch {
    /// What makes `old` into `new`.
    pub fn between(old: &Inputs, new: &Inputs) -> Self {
        // Named one by one, so that a section which is added to the inputs is not forgotten here.
        let Inputs {
            reading,
            mapping,
            files,
            settings,
            judgements,
            shortlist,
            answers,
            choices,
            plan,
            names,
        } = new;
        Self {
            reading: changed(&old.reading, reading),
            mapping: changed(&old.mapping, mapping),
            files: changed(&old.files, files),
            settings: changed(&old.settings, settings),
            judgements: changed(&old.judgements, judgements),
            shortlist: changed(&old.shortlist, shortlist),
            choices: changed(&old.choices, choices),
            plan: changed(&old.plan, plan),
            names: changed(&old.names, names),
            answers: (!Rc::ptr_eq(&old.answers, answers))
                .then(|| AnswersPatch::between(&old.answers, answers)),
        }
    }

    /// The whole of these inputs, for whoever has none yet.
    pub fn whole(inputs: &Inputs) -> Self {
        Self::between(&Inputs::default(), inputs)
    }

    /// The inputs with the changed sections put in.
    #[must_use]
    pub fn onto(&self, mut inputs: Inputs) -> Inputs {
        put(&mut inputs.reading, self.reading.as_ref());
        put(&mut inputs.mapping, self.mapping.as_ref());
        put(&mut inputs.files, self.files.as_ref());
        put(&mut inputs.settings, self.settings.as_ref());
        put(&mut inputs.judgements, self.judgements.as_ref());
        put(&mut inputs.shortlist, self.shortlist.as_ref());
        put(&mut inputs.choices, self.choices.as_ref());
        put(&mut inputs.plan, self.plan.as_ref());
        put(&mut inputs.names, self.names.as_ref());
        if let Some(patch) = &self.answers {
            patch.onto(Rc::make_mut(&mut inputs.answers));
        }
        inputs
    }
}

impl AnswersPatch {
    fn between(old: &Answers, new: &Answers) -> Self {
        let same = |key: &String, rater: &Rc<Rater>| {
            old.raters.get(key).is_some_and(|other| Rc::ptr_eq(other, rater))
        };
        let nobody = Rater::default();
        let raters = new.raters.iter().filter(|(key, rater)| !same(key, rater)).map(|(key, rater)| {
            let before = old.raters.get(key).map_or(&nobody, |before| &**before);
            (key.clone(), RaterPatch::between(before, rater))
        });
        Self {
            me: new.me.clone(),
            raters: raters.collect(),
            gone: old.raters.keys().filter(|key| !new.raters.contains_key(*key)).cloned().collect(),
            finals: (old.finals != new.finals).then(|| new.finals.clone()),
            attached: (old.attached != new.attached).then(|| new.attached.clone()),
        }
    }

    fn onto(&self, answers: &mut Answers) {
        answers.me.clone_from(&self.me);
        answers.raters.retain(|key, _| !self.gone.contains(key));
        for (key, patch) in &self.raters {
            let rater = Rc::make_mut(answers.raters.entry(key.clone()).or_default());
            rater.name.clone_from(&patch.name);
            rater.also.clone_from(&patch.also);
            patch.answers.onto(&mut rater.answers);
            patch.groups.onto(&mut rater.groups);
        }
        if let Some(finals) = &self.finals {
            answers.finals.clone_from(finals);
        }
        if let Some(attached) = &self.attached {
            answers.attached.clone_from(attached);
        }
    }
}

impl RaterPatch {
    fn between(old: &Rater, new: &Rater) -> Self {
        // Named one by one here too.
        let Rater { name, answers, groups, also } = new;
        Self {
            name: name.clone(),
            answers: Said::between(&old.answers, answers),
            groups: Said::between(&old.groups, groups),
            also: also.clone(),
        }
    }
}

impl Said {
    fn between(
        old: &SortedMap<String, Rc<CustomerAnswer>>,
        new: &SortedMap<String, Rc<CustomerAnswer>>,
    ) -> Self {
        let same = |key: &String, said: &Rc<CustomerAnswer>| {
            old.get(key).is_some_and(|other| Rc::ptr_eq(other, said))
        };
        let said = new.iter().filter(|(key, said)| !same(key, said));
        Self {
            said: said.map(|(key, said)| (key.clone(), Rc::clone(said))).collect(),
            gone: old.keys().filter(|key| !new.contains_key(*key)).cloned().collect(),
        }
    }

    fn onto(&self, answers: &mut SortedMap<String, Rc<CustomerAnswer>>) {
        if !self.gone.is_empty() {
            answers.retain(|key, _| !self.gone.contains(key));
        }
        for (key, said) in &self.said {
            answers.insert(key.clone(), Rc::clone(said));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::Action;

    fn answer(customer: &str) -> Action {
        Action::Answer { customer: customer.into(), answer: Some(5), at: 1 }
    }

    /// What crosses for this change of inputs with a team of nine, in bytes; and the receiver has the same after it.
    fn check(action: &Action, bytes: std::ops::Range<usize>) {
        let mut answers = Answers::default();
        for member in 0..9 {
            let answers_of = (0..500).map(|place| (format!("K{place:04}"), Rc::default())).collect();
            let rater = Rater { answers: answers_of, ..Rater::default() };
            answers.raters.insert(format!("m{member}"), Rc::new(rater));
        }
        let old = Inputs { answers: Rc::new(answers), ..Inputs::default() };
        // The person at this page answered as much as the others.
        let old = (1..500).fold(old, |inputs, place| inputs.after(&answer(&format!("K{place:04}"))));
        let new = old.clone().after(action);
        let crossed = postcard::to_allocvec(&Patch::between(&old, &new)).unwrap();
        let patch: Patch = postcard::from_bytes(&crossed).unwrap();
        assert_eq!(patch.onto(old), new, "{action:?}");
        assert!(bytes.contains(&crossed.len()), "{action:?} crosses in {} bytes", crossed.len());
    }

    #[test]
    fn one_change_carries_what_it_changed_and_no_more() {
        check(&Action::Answer { customer: "K0002".into(), answer: Some(1), at: 2 }, 10..100);
        check(&answer("K0777"), 10..100);
        check(&Action::SamePerson { from: "m3".into(), into: "m4".into() }, 5..60);
        check(&Action::RemoveMember("m3".into()), 5..40);
        check(&Action::MemberName { rater: "m3".into(), text: "Els".into() }, 5..40);
        check(&Action::ClearChoices, 1..40);
    }

    #[test]
    fn a_new_worker_gets_everything() {
        let inputs = Inputs::default().after(&answer("K1"));
        assert_eq!(Patch::whole(&inputs).onto(Inputs::default()), inputs);
    }
}
