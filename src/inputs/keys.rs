//! The customers that something was entered about, by key, wherever it was entered; and what they are called in a
//! newer list, so that nothing is lost when ids or names change.

use crate::sorted::{SortedMap, SortedSet};
use std::rc::Rc;

use super::Inputs;
use crate::panic::{FinalAnswer, GroupKey, Rater};

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
    use crate::inputs::{Action, Inputs};
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

    #[test]
    fn nothing_is_lost_where_two_customers_became_one() {
        check(&["1", "2"], &[("1", "2")], &["1", "2"]);
    }
}
