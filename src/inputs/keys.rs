//! The customers that something was entered about, by key, wherever it was entered; and what they are called in a
//! newer list, so that nothing is lost when ids or names change.

use crate::sorted::{SortedMap, SortedSet};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{History, Inputs};
use crate::panic::{FinalAnswer, GroupKey, Rater};

/// What a newer list does to the customers that something was entered about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Moves {
    /// Old key → the key in the newer list.
    pub pairs: Vec<(String, String)>,
    /// Key → name of those that are not in it.
    pub names: SortedMap<String, String>,
}

impl Moves {
    /// The same for what is and for every step back and forth: a newer list is no step, and after it every step leads to
    /// the customers as they are called now. What steps shared, they share again. Whether anything is otherwise now.
    pub fn follow(&self, history: &mut History<Inputs>) -> bool {
        let before = history.now().clone();
        let mut last: Option<(Inputs, Inputs)> = None;
        history.each(|inputs| {
            let mut moved = inputs.clone().moved(self);
            if let Some((old, new)) = &last {
                moved.share(inputs, (old, new));
            }
            last = Some((std::mem::replace(inputs, moved.clone()), moved));
        });
        before != *history.now()
    }
}

/// A section that was the neighbour's is the neighbour's again.
fn share<T>(new: &mut Rc<T>, old: &Rc<T>, neighbour: (&Rc<T>, &Rc<T>)) {
    if Rc::ptr_eq(old, neighbour.0) {
        *new = Rc::clone(neighbour.1);
    }
}

/// Whatever is kept by customer key.
trait Keyed {
    fn keys_into(&self, keys: &mut SortedSet<String>);
    /// Renames what is there under `from`, unless something is under `to` already: then both stay.
    fn rename(&mut self, from: &str, to: &str);
}

impl<T> Keyed for SortedMap<String, T> {
    fn keys_into(&self, keys: &mut SortedSet<String>) {
        keys.extend(self.keys().cloned());
    }

    fn rename(&mut self, from: &str, to: &str) {
        if !self.contains_key(to)
            && let Some(value) = self.remove(from)
        {
            self.insert(to.to_owned(), value);
        }
    }
}

impl Keyed for SortedSet<String> {
    fn keys_into(&self, keys: &mut SortedSet<String>) {
        keys.extend(self.iter().cloned());
    }

    fn rename(&mut self, from: &str, to: &str) {
        if !self.contains(to) && self.remove(from) {
            self.insert(to.to_owned());
        }
    }
}

impl Inputs {
    /// Every customer key something was entered under.
    pub fn keys(&self) -> SortedSet<String> {
        let mut keys = SortedSet::new();
        let mut copy = self.clone();
        copy.each_keyed(&mut |keyed| keyed.keys_into(&mut keys));
        for rater in self.answers.raters.values() {
            let said = rater.answers.iter().filter(|(_, answer)| !answer.is_empty());
            keys.extend(said.map(|(key, _)| key.clone()));
        }
        keys.extend(self.answers.finals.keys().cloned());
        keys.retain(|key| !GroupKey::is_one(key));
        keys
    }

    /// Everything that was entered under the first key of a pair stands under the second from now on.
    #[must_use]
    pub fn renamed(mut self, pairs: &[(String, String)]) -> Inputs {
        if pairs.is_empty() {
            return self;
        }
        self.each_keyed(&mut |keyed| {
            for (from, to) in pairs {
                keyed.rename(from, to);
            }
        });
        let answers = Rc::make_mut(&mut self.answers);
        for rater in answers.raters.values_mut() {
            if pairs.iter().any(|(from, _)| rater.answers.contains_key(from)) {
                let rater: &mut Rater = Rc::make_mut(rater);
                for (from, to) in pairs {
                    rater.answers.rename(from, to);
                }
            }
        }
        let finals: &mut SortedMap<String, FinalAnswer> = &mut answers.finals;
        for (from, to) in pairs {
            finals.rename(from, to);
        }
        for to in answers.attached.values_mut() {
            if let Some((_, renamed)) = pairs.iter().find(|(from, _)| from == to) {
                to.clone_from(renamed);
            }
        }
        self
    }

    /// What was entered follows its customers into a newer list; the names of those that are not in it are kept.
    #[must_use]
    pub fn moved(self, moves: &Moves) -> Inputs {
        let mut inputs = self.renamed(&moves.pairs);
        if moves.names.iter().any(|(key, name)| inputs.names.get(key) != Some(name)) {
            Rc::make_mut(&mut inputs.names).extend(moves.names.clone());
        }
        inputs
    }

    /// Shares with a neighbour in the history what it shared before both were changed: `last` was the one and is the other.
    fn share(&mut self, old: &Inputs, last: (&Inputs, &Inputs)) {
        share(&mut self.judgements, &old.judgements, (&last.0.judgements, &last.1.judgements));
        share(&mut self.shortlist, &old.shortlist, (&last.0.shortlist, &last.1.shortlist));
        share(&mut self.choices, &old.choices, (&last.0.choices, &last.1.choices));
        share(&mut self.plan, &old.plan, (&last.0.plan, &last.1.plan));
        share(&mut self.names, &old.names, (&last.0.names, &last.1.names));
        share(&mut self.answers, &old.answers, (&last.0.answers, &last.1.answers));
        if Rc::ptr_eq(&old.answers, &last.0.answers) || Rc::ptr_eq(&self.answers, &old.answers) {
            return;
        }
        let answers = Rc::make_mut(&mut self.answers);
        for (key, now) in &last.1.answers.raters {
            let (was, before) = (old.answers.raters.get(key), last.0.answers.raters.get(key));
            if let (Some(was), Some(before)) = (was, before)
                && Rc::ptr_eq(was, before)
            {
                answers.raters.insert(key.clone(), Rc::clone(now));
            }
        }
    }

    /// What was entered under the key `from` belongs to the customer `to`. What both have stays where it is.
    #[must_use]
    pub(super) fn attached(mut self, from: &str, to: &str) -> Inputs {
        self.each_keyed(&mut |keyed| keyed.rename(from, to));
        Rc::make_mut(&mut self.answers).attach(from, to);
        if !self.keys().contains(from) {
            Rc::make_mut(&mut self.names).remove(from);
        }
        self
    }

    /// Every part but the answers that is kept by customer key. A new one must be named here.
    fn each_keyed(&mut self, with: &mut dyn FnMut(&mut dyn Keyed)) {
        with(&mut Rc::make_mut(&mut self.judgements).cells);
        let shortlist = Rc::make_mut(&mut self.shortlist);
        if let Some(picked) = &mut shortlist.picked {
            with(picked);
        }
        with(&mut shortlist.changes);
        with(&mut Rc::make_mut(&mut self.choices).choices);
        let plan = Rc::make_mut(&mut self.plan);
        with(&mut plan.levels);
        with(&mut plan.sheets);
        with(&mut plan.goodbyes);
        with(&mut plan.calls);
    }
}

#[cfg(test)]
mod tests {
    use super::Moves;
    use crate::inputs::{Action, History, Inputs};
    use crate::recipe::Level;

    fn entered(keys: &[&str]) -> Inputs {
        keys.iter().fold(Inputs::default(), |inputs, key| {
            let customer = (*key).to_owned();
            inputs
                .after(&Action::Answer { customer: customer.clone(), answer: Some(5), at: 1 })
                .after(&Action::Choose { customer: customer.clone(), core: true, proposed: false })
                .after(&Action::Level { customer: customer.clone(), level: Some(Level::B) })
                .after(&Action::Pick { customer, on: true, proposed: false })
        })
    }

    fn check(keys: &[&str], pairs: &[(&str, &str)], expected: &[&str]) {
        let pairs: Vec<(String, String)> =
            pairs.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect();
        let found = entered(keys).renamed(&pairs);
        assert_eq!(found.keys().iter().map(String::as_str).collect::<Vec<_>>(), expected);
        assert_eq!(found.choices.choices.len(), keys.len());
        assert_eq!(found.mine().map(|mine| mine.answers.len()), Some(keys.len()));
    }

    #[test]
    fn everything_moves_with_its_customer() {
        check(&["1", "2"], &[("1", "K1")], &["2", "K1"]);
        check(&["1", "2"], &[], &["1", "2"]);
    }

    /// After these keys were entered a step each and one was undone, the list renames the first and lacks the last.
    #[test]
    fn a_newer_list_is_no_step_and_every_step_follows_it() {
        let mut history = History::new(Inputs::default());
        for key in ["1", "2", "3"] {
            let answer = Action::Answer { customer: key.into(), answer: Some(5), at: 1 };
            history.push(history.now().clone().after(&answer), None);
        }
        history.undo();
        let name = ("2".to_owned(), "Bos".to_owned());
        let moves = Moves { pairs: vec![("1".into(), "K1".into())], names: [name].into() };
        let steps = history.clone();
        assert!(moves.follow(&mut history));
        assert!(!moves.follow(&mut history), "once is enough");
        let keys = |history: &History<Inputs>| history.now().keys().into_iter().collect::<Vec<_>>();
        assert_eq!(keys(&history), ["2", "K1"]);
        assert_eq!(history.now().names["2"], "Bos");
        assert!(history.redo());
        assert_eq!(keys(&history), ["2", "3", "K1"]);
        let mut undone = 0;
        while history.undo() {
            undone += 1;
            let expected: &[&str] = [&["2", "K1"][..], &["K1"], &[]][undone - 1];
            assert_eq!(keys(&history), expected);
        }
        let mut steps = steps;
        let before = std::iter::from_fn(|| steps.undo().then_some(())).count();
        assert_eq!(undone, before + 1, "one was forth, and no step was added");
    }

    #[test]
    fn nothing_is_lost_where_two_customers_became_one() {
        check(&["1", "2"], &[("1", "2")], &["1", "2"]);
    }
}
