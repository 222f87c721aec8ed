//! Going on with a saved round: it is laid over what is entered here, and nothing that is here is lost.

use std::rc::Rc;

use super::Inputs;
use crate::recipe::{Entered, enter};

impl Inputs {
    /// A saved round laid over these inputs, all of it but the answers, which have rules of their own. What both say
    /// about one customer or one setting is as the round says; what only these say stays.
    #[must_use]
    pub fn with_round(mut self, round: &Inputs) -> Inputs {
        take_over(&mut self.reading, &round.reading);
        take_over(&mut self.mapping, &round.mapping);
        Rc::make_mut(&mut self.files).extend(copied(&*round.files));
        self = self.with_settings(&round.settings);
        let judgements = Rc::make_mut(&mut self.judgements);
        for (customer, cells) in &round.judgements.cells {
            judgements.cells.entry(customer.clone()).or_default().extend(copied(cells));
        }
        for own in &round.judgements.own {
            judgements.add_own(own);
        }
        for field in &round.judgements.fields {
            judgements.add_field(*field);
        }
        let shortlist = Rc::make_mut(&mut self.shortlist);
        if round.shortlist.picked.is_some() {
            shortlist.picked.clone_from(&round.shortlist.picked);
        }
        shortlist.changes.extend(copied(&round.shortlist.changes));
        let choices = Rc::make_mut(&mut self.choices);
        choices.choices.extend(copied(&round.choices.choices));
        choices.accepted |= round.choices.accepted;
        let plan = Rc::make_mut(&mut self.plan);
        plan.levels.extend(copied(&round.plan.levels));
        plan.sheets.extend(copied(&round.plan.sheets));
        plan.goodbyes.extend(copied(&round.plan.goodbyes));
        plan.calls.extend(copied(&round.plan.calls));
        Rc::make_mut(&mut self.names).extend(copied(&*round.names));
        self
    }

    /// Settings of a file entered one after the other; those it does not speak of stay.
    #[must_use]
    pub fn with_settings(mut self, settings: &Entered) -> Inputs {
        let own = Rc::make_mut(&mut self.settings);
        for (path, setting) in settings {
            enter(own, path, Some(setting));
        }
        self
    }
}

/// How the list is read holds together, so it is taken over as a whole, where the round says anything about it.
fn take_over<T: Default + PartialEq>(own: &mut Rc<T>, round: &Rc<T>) {
    if **round != T::default() {
        *own = Rc::clone(round);
    }
}

fn copied<'a, T: Clone + 'a>(
    pairs: impl IntoIterator<Item = (&'a String, &'a T)>,
) -> impl Iterator<Item = (String, T)> {
    pairs.into_iter().map(|(key, value)| (key.clone(), value.clone()))
}

#[cfg(test)]
mod tests {
    use crate::customers::ListKind;
    use crate::inputs::{Action, Inputs, JudgedCell};
    use crate::recipe::{Level, Setting};

    fn entered(actions: &[Action]) -> Inputs {
        actions.iter().fold(Inputs::default(), Inputs::after)
    }

    /// The round laid over what is here is the same as this.
    fn check(here: &[Action], round: &[Action], expected: &[Action]) {
        assert_eq!(entered(here).with_round(&entered(round)), entered(expected), "{here:?} {round:?}");
        assert_eq!(entered(expected).with_round(&entered(round)), entered(expected), "twice is as once");
    }

    #[test]
    fn a_round_goes_before_what_is_here_and_the_rest_stays() {
        let level = |customer: &str, level| Action::Level { customer: customer.into(), level: Some(level) };
        check(
            &[level("K1", Level::A), level("K2", Level::B)],
            &[level("K1", Level::C), level("K3", Level::D)],
            &[level("K1", Level::C), level("K2", Level::B), level("K3", Level::D)],
        );
        let judge = |column: &str, text: &str| {
            let (customer, column, text) = ("K1".to_owned(), column.to_owned(), text.to_owned());
            Action::Judge { cells: vec![JudgedCell { customer, column, text }], run: 0 }
        };
        check(
            &[judge("fit", "2"), judge("network", "3")],
            &[judge("fit", "5")],
            &[judge("fit", "5"), judge("network", "3")],
        );
        let set =
            |path: &str, number| Action::Set { path: path.into(), value: Some(Setting::Number(number)) };
        check(
            &[set("/panic/first_round", 30.0), set("/panic/value_cut", 70.0)],
            &[set("/panic/first_round", 40.0)],
            &[set("/panic/first_round", 40.0), set("/panic/value_cut", 70.0)],
        );
        let choose =
            |customer: &str, core| Action::Choose { customer: customer.into(), core, proposed: !core };
        check(
            &[choose("K1", true), choose("K2", true)],
            &[choose("K1", false)],
            &[choose("K1", false), choose("K2", true)],
        );
    }

    #[test]
    fn how_the_list_is_read_is_the_round_s_where_it_says_so() {
        let (mine, theirs) = (Action::Kind(ListKind::Customers), Action::Kind(ListKind::Orders));
        check(std::slice::from_ref(&mine), &[], std::slice::from_ref(&mine));
        check(&[mine], std::slice::from_ref(&theirs), std::slice::from_ref(&theirs));
    }
}
