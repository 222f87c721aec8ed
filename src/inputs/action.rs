//! What a person can do to the inputs, as data: the reducer is a pure function of inputs and action.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{Inputs, ME};
use crate::choice::Choice;
use crate::customers::{Field, ListKind};
use crate::panic::{CustomerAnswer, Tri};
use crate::plan::LevelEdit;
use crate::recipe::{Level, Setting, Sign, enter};

/// One change. Customers are named by key (the id, else the name), columns by their name in the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Action {
    /// One row is a customer or an order.
    Kind(ListKind),
    /// This column means that field from now on, or nothing. `before` is what it meant.
    MapColumn {
        column: String,
        before: Option<Field>,
        field: Option<Field>,
    },
    /// The delimiter, or detect it.
    Delimiter(Option<char>),
    /// Leave a row of the file out, or take it back.
    RemoveRow {
        row: u32,
        removed: bool,
    },
    /// A setting of the recipe by its path, or back to the default (`None`), with everything below that path.
    Set {
        path: String,
        value: Option<Setting>,
    },
    /// Several changes as one step to undo.
    All(Vec<Action>),
    /// 0–5, or take the answer back. `at` is the time, in milliseconds.
    Answer {
        customer: String,
        answer: Option<u8>,
        at: u64,
    },
    Sign {
        customer: String,
        sign: Sign,
        says: Option<Tri>,
        at: u64,
    },
    Note {
        customer: String,
        text: String,
        at: u64,
    },
    /// Core or not. `proposed`: what the proposal says, so that agreeing leaves no trace.
    Choose {
        customer: String,
        core: bool,
        proposed: bool,
    },
    Reason {
        customer: String,
        core: bool,
        text: String,
    },
    /// These customers, the proposal as it stands, are core from now on, whatever the proposal becomes.
    AcceptProposal {
        customers: Vec<String>,
    },
    ClearChoices,
    /// A level by hand, or back to the computed one.
    Level {
        customer: String,
        level: Option<Level>,
    },
    LevelReason {
        customer: String,
        text: String,
    },
}

impl Action {
    /// What the change is about, where several in a row are one step to undo: typing and dragging.
    pub fn topic(&self) -> Option<String> {
        match self {
            Action::Note { customer, .. } => Some(format!("note {customer}")),
            Action::Reason { customer, .. } => Some(format!("reason {customer}")),
            Action::LevelReason { customer, .. } => Some(format!("level reason {customer}")),
            // Choosing something else is a step; typing a number or a text is one however many keys it takes.
            Action::Set { path, value: Some(Setting::Number(_) | Setting::Text(_)) } => Some(path.clone()),
            _ => None,
        }
    }
}

impl Action {
    /// The action with the text that was typed into it; an action that holds no text stays as it is.
    #[must_use]
    pub fn filled(mut self, typed: &str) -> Action {
        if let Action::Note { text, .. } | Action::Reason { text, .. } | Action::LevelReason { text, .. } =
            &mut self
        {
            typed.clone_into(text);
        }
        self
    }
}

impl Inputs {
    /// The inputs after this change.
    #[must_use]
    pub fn after(mut self, action: &Action) -> Inputs {
        match action {
            Action::Kind(_) | Action::MapColumn { .. } | Action::Delimiter(_) | Action::RemoveRow { .. } => {
                self.read_differently(action);
            }
            Action::Answer { customer, answer, at } => {
                self.answer(customer, *at, |mine| mine.panic = *answer);
            }
            Action::Sign { customer, sign, says, at } => self.answer(customer, *at, |mine| {
                match says {
                    Some(says) => mine.signs.insert(*sign, *says),
                    None => mine.signs.remove(sign),
                };
            }),
            Action::Note { customer, text, at } => {
                self.answer(customer, *at, |mine| mine.note.clone_from(text));
            }
            Action::Choose { customer, core, proposed } => self.choose(customer, *core, *proposed),
            Action::Reason { customer, core, text } => {
                let choices = Rc::make_mut(&mut self.choices);
                let choice = choices
                    .choices
                    .entry(customer.clone())
                    .or_insert_with(|| Choice { core: *core, ..Choice::default() });
                choice.reason.clone_from(text);
            }
            Action::AcceptProposal { customers } => {
                let choices = Rc::make_mut(&mut self.choices);
                choices.accepted = true;
                for customer in customers {
                    choices
                        .choices
                        .entry(customer.clone())
                        .or_insert_with(|| Choice { core: true, ..Choice::default() });
                }
            }
            Action::ClearChoices => self.choices = Rc::default(),
            Action::Level { customer, level } => self.set_level(customer, *level),
            Action::LevelReason { customer, text } => {
                if let Some(edit) = Rc::make_mut(&mut self.plan).levels.get_mut(customer) {
                    edit.reason.clone_from(text);
                }
            }
            Action::Set { path, value } => enter(Rc::make_mut(&mut self.settings), path, value.as_ref()),
            Action::All(actions) => return actions.iter().fold(self, Inputs::after),
        }
        self
    }

    fn read_differently(&mut self, action: &Action) {
        match action {
            Action::Kind(kind) => Rc::make_mut(&mut self.mapping).kind = Some(*kind),
            Action::MapColumn { column, before, field } => {
                let columns = &mut Rc::make_mut(&mut self.mapping).columns;
                if let Some(before) = before {
                    columns.insert(*before, None);
                }
                if let Some(field) = field {
                    columns.insert(*field, Some(column.clone()));
                }
            }
            Action::Delimiter(delimiter) => Rc::make_mut(&mut self.reading).delimiter = *delimiter,
            Action::RemoveRow { row, removed } => {
                let rows = &mut Rc::make_mut(&mut self.mapping).removed_rows;
                if *removed {
                    rows.insert(*row)
                } else {
                    rows.remove(row)
                };
            }
            _ => {}
        }
    }

    fn answer(&mut self, customer: &str, at: u64, change: impl FnOnce(&mut CustomerAnswer)) {
        let answers = Rc::make_mut(&mut self.answers);
        let mine = answers.raters.entry(ME.to_owned()).or_default();
        let answer = mine.answers.entry(customer.to_owned()).or_default();
        let before = answer.clone();
        change(answer);
        if *answer != before {
            answer.changed = at;
        }
    }

    /// A choice that agrees with the proposal and carries no reason is no choice of its own.
    fn choose(&mut self, customer: &str, core: bool, proposed: bool) {
        let choices = &mut Rc::make_mut(&mut self.choices).choices;
        let reason = choices.get(customer).map(|choice| choice.reason.clone()).unwrap_or_default();
        if core == proposed && reason.is_empty() && choices.contains_key(customer) {
            choices.remove(customer);
            return;
        }
        let choice = choices.entry(customer.to_owned()).or_default();
        choice.core = core;
    }

    fn set_level(&mut self, customer: &str, level: Option<Level>) {
        let levels = &mut Rc::make_mut(&mut self.plan).levels;
        match level {
            Some(level) => {
                let edit = levels
                    .entry(customer.to_owned())
                    .or_insert_with(|| LevelEdit { level, reason: String::new() });
                edit.level = level;
            }
            None => {
                levels.remove(customer);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(actions: &[Action], holds: impl Fn(&Inputs) -> bool) {
        let inputs = actions.iter().fold(Inputs::default(), Inputs::after);
        assert!(holds(&inputs), "{actions:?} gave {inputs:?}");
    }

    fn choose(core: bool, proposed: bool) -> Action {
        Action::Choose { customer: "K1".into(), core, proposed }
    }

    #[test]
    fn an_answer_can_be_given_changed_and_taken_back() {
        let answer = |answer, at| Action::Answer { customer: "K1".into(), answer, at };
        let panic = |inputs: &Inputs| inputs.mine().and_then(|mine| mine.answers["K1"].panic);
        check(&[answer(Some(5), 1)], |inputs| panic(inputs) == Some(5));
        check(&[answer(Some(5), 1), answer(Some(0), 2)], |inputs| panic(inputs) == Some(0));
        check(&[answer(Some(5), 1), answer(None, 2)], |inputs| panic(inputs).is_none());
        check(&[answer(Some(5), 1), answer(Some(5), 9)], |inputs| {
            inputs.mine().is_some_and(|mine| mine.answers["K1"].changed == 1)
        });
    }

    #[test]
    fn going_back_to_the_proposal_leaves_no_choice_behind() {
        check(&[choose(true, false), choose(false, false)], |inputs| inputs.choices.choices.is_empty());
        check(&[choose(true, false)], |inputs| inputs.choices.choices["K1"].core);
        check(&[choose(false, true)], |inputs| !inputs.choices.choices["K1"].core);
    }

    #[test]
    fn a_column_has_one_meaning() {
        let map = |before, field| Action::MapColumn { column: "Bedrag".into(), before, field };
        check(&[map(Some(Field::Revenue), Some(Field::Margin))], |inputs| {
            inputs.mapping.columns[&Field::Revenue].is_none()
                && inputs.mapping.columns[&Field::Margin].as_deref() == Some("Bedrag")
        });
    }

    #[test]
    fn settings_are_entered_together_and_taken_back() {
        let set = |path: &str, number: Option<f64>| Action::Set {
            path: path.into(),
            value: number.map(Setting::Number),
        };
        let both = Action::All(vec![set("/a/b", Some(1.0)), set("/a/c", Some(2.0))]);
        check(std::slice::from_ref(&both), |inputs| inputs.settings.len() == 2);
        check(&[both, set("/a", None)], |inputs| inputs.settings.is_empty());
        assert_eq!(set("/a/b", Some(1.0)).topic().as_deref(), Some("/a/b"));
        assert_eq!(set("/a/b", None).topic(), None);
    }

    #[test]
    fn typed_text_goes_into_the_action_that_waits_for_it() {
        let reason = Action::Reason { customer: "K1".into(), core: true, text: String::new() };
        let Action::Reason { text, .. } = reason.filled("omdat") else { panic!("another action") };
        assert_eq!(text, "omdat");
        assert_eq!(Action::ClearChoices.filled("x"), Action::ClearChoices);
    }
}
