//! What a person can do to the inputs, as data: the reducer is a pure function of inputs and action.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{FileChoice, Inputs, Patch};
use crate::choice::Choice;
use crate::customers::{Field, ListKind, MappingChoice, RowIs};
use crate::panic::CustomAnswer;
use crate::plan::{Call, CallOutcome, LevelEdit};
use crate::recipe::{Level, Setting, enter};
use crate::segments::OwnColumn;
use crate::table::ReadOptions;

/// One cell of the judgement grid: the customer's key, the column's key, and the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JudgedCell {
    pub customer: String,
    pub column: String,
    pub text: String,
}

/// What the person says about two customers that look alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Alike {
    #[default]
    Open,
    Same,
    Different,
}

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
    /// How the text is cut into cells; what is left open is detected.
    Reading(ReadOptions),
    /// A change of how a further file is read, which has this name.
    OfFile {
        file: String,
        action: Box<Action>,
    },
    /// One row of an order list is an order, or a line of one.
    RowIs(RowIs),
    /// The decimal character of a column, or decide it from the values.
    Decimal {
        column: String,
        decimal: Option<char>,
    },
    /// Day before month where the numbers leave it open, or decide it from the values.
    DayFirst(Option<bool>),
    /// What should stand in a cell, or what the file says.
    Correct {
        row: u32,
        column: String,
        text: Option<String>,
    },
    /// Two customers that look alike are one, are two, or are not judged yet; named by key, the first of the list first.
    Alike {
        first: String,
        second: String,
        judged: Alike,
    },
    /// Add up the customers of a group.
    ByGroup(bool),
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
    /// The answer to a question beside the panic question, by its id in the recipe; `None` takes it back.
    Say {
        customer: String,
        question: String,
        says: Option<CustomAnswer>,
        at: u64,
    },
    /// A short reason why they buy, or why not: given or taken back.
    WhyBuys {
        customer: String,
        buys: bool,
        text: String,
        given: bool,
        at: u64,
    },
    /// How sure the person is, 1–3.
    Confidence {
        customer: String,
        sure: Option<u8>,
        at: u64,
    },
    /// The team's final answer, 0–5, or take it back.
    Final {
        customer: String,
        answer: Option<u8>,
        at: u64,
    },
    FinalNote {
        customer: String,
        text: String,
        at: u64,
    },
    /// What a member of the team is called; the empty key is the person at this page.
    MemberName {
        rater: String,
        text: String,
    },
    /// A member's answers no longer count.
    RemoveMember(String),
    /// Two members are one person; into the empty key: the person at this page.
    SamePerson {
        from: String,
        into: String,
    },
    /// The member with this key is at this page from now on, and whoever was stays as a member; the empty key:
    /// somebody new.
    GoOnAs(String),
    /// What was entered about a customer that is not in the list belongs to this one.
    Attach {
        from: String,
        to: String,
    },
    /// On the shortlist or not. `proposed`: whether it stands there without this, so that agreeing leaves no trace.
    Pick {
        customer: String,
        on: bool,
        proposed: bool,
    },
    ClearPicks,
    /// What the engine made of a file that was opened, or of a newer list.
    Take(Box<Patch>),
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
    /// Who defends the customer's place, when it is not its account manager.
    Defender {
        customer: String,
        core: bool,
        name: String,
    },
    /// Judged cells as typed, pasted or filled down, in one step; an empty text takes the judgement back.
    Judge {
        cells: Vec<JudgedCell>,
        /// Parts of one long paste carry the same number and are one step to undo; 0 = alone.
        run: u32,
    },
    /// A column of the team to judge customers on.
    AddOwn(OwnColumn),
    /// A field of the list to judge beside potential and the criteria.
    AddField(Field),
    /// Takes such a column away, with its judgements.
    RemoveColumn {
        column: String,
    },
    /// A level by hand, or back to the computed one.
    Level {
        customer: String,
        level: Option<Level>,
    },
    LevelReason {
        customer: String,
        text: String,
    },
    /// What came of a call, or nothing yet.
    Called {
        customer: String,
        outcome: Option<CallOutcome>,
    },
    /// The day of the next contact as it was entered; empty takes it back.
    NextContact {
        customer: String,
        day: String,
    },
}

impl Action {
    /// What the change is about, where several in a row are one step to undo: typing and dragging.
    pub fn topic(&self) -> Option<String> {
        match self {
            Action::Note { customer, .. } => Some(format!("note {customer}")),
            Action::FinalNote { customer, .. } => Some(format!("final note {customer}")),
            Action::Say { customer, question, says: Some(CustomAnswer::Text(_)), .. } => {
                Some(format!("say {question} {customer}"))
            }
            Action::MemberName { rater, .. } => Some(format!("name {rater}")),
            Action::Judge { run, .. } if *run > 0 => Some(format!("paste {run}")),
            Action::Reason { customer, .. } => Some(format!("reason {customer}")),
            Action::Defender { customer, .. } => Some(format!("defender {customer}")),
            Action::LevelReason { customer, .. } => Some(format!("level reason {customer}")),
            // Choosing something else is a step; typing a number or a text is one however many keys it takes.
            Action::Set { path, value: Some(Setting::Number(_) | Setting::Text(_)) } => Some(path.clone()),
            _ => None,
        }
    }
}

impl Inputs {
    /// The inputs after this change.
    #[must_use]
    pub fn after(mut self, action: &Action) -> Inputs {
        match action {
            Action::Kind(_)
            | Action::RowIs(_)
            | Action::MapColumn { .. }
            | Action::Decimal { .. }
            | Action::DayFirst(_)
            | Action::Correct { .. }
            | Action::Alike { .. }
            | Action::ByGroup(_)
            | Action::Reading(_)
            | Action::RemoveRow { .. } => {
                self.read_differently(action);
            }
            Action::OfFile { file, action } => self.read_file_differently(file, action),
            Action::Answer { .. }
            | Action::Say { .. }
            | Action::Note { .. }
            | Action::WhyBuys { .. }
            | Action::Confidence { .. }
            | Action::Final { .. }
            | Action::FinalNote { .. }
            | Action::MemberName { .. }
            | Action::RemoveMember(_)
            | Action::SamePerson { .. }
            | Action::GoOnAs(_) => self.change_answers(action),
            Action::Pick { customer, on, proposed } => {
                let changes = &mut Rc::make_mut(&mut self.shortlist).changes;
                if on == proposed {
                    changes.remove(customer);
                } else {
                    changes.insert(customer.clone(), *on);
                }
            }
            Action::ClearPicks => self.shortlist = Rc::default(),
            Action::Take(patch) => return patch.onto(self),
            Action::Attach { from, to } => return self.attached(from, to),
            Action::Choose { customer, core, proposed } => self.choose(customer, *core, *proposed),
            Action::Reason { customer, core, text } => {
                let choices = Rc::make_mut(&mut self.choices);
                let choice = choices
                    .choices
                    .entry(customer.clone())
                    .or_insert_with(|| Choice { core: *core, ..Choice::default() });
                choice.reason.clone_from(text);
            }
            Action::Defender { customer, core, name } => {
                let choices = Rc::make_mut(&mut self.choices);
                let choice = choices
                    .choices
                    .entry(customer.clone())
                    .or_insert_with(|| Choice { core: *core, ..Choice::default() });
                choice.defender.clone_from(name);
            }
            Action::Judge { cells, .. } => Rc::make_mut(&mut self.judgements).judge(cells),
            Action::AddOwn(own) => Rc::make_mut(&mut self.judgements).add_own(own),
            Action::AddField(field) => Rc::make_mut(&mut self.judgements).add_field(*field),
            Action::RemoveColumn { column } => Rc::make_mut(&mut self.judgements).remove(column),
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
            Action::Called { customer, outcome } => self.note_call(customer, |call| call.outcome = *outcome),
            Action::NextContact { customer, day } => {
                self.note_call(customer, |call| day.trim().clone_into(&mut call.next));
            }
            Action::Set { path, value } => enter(Rc::make_mut(&mut self.settings), path, value.as_ref()),
            Action::All(actions) => return actions.iter().fold(self, Inputs::after),
        }
        self
    }

    /// As [`Inputs::read_differently`], of a further file; rows are numbered through all files and stay with the first.
    fn read_file_differently(&mut self, file: &str, action: &Action) {
        if matches!(
            action,
            Action::Correct { .. } | Action::RemoveRow { .. } | Action::Alike { .. } | Action::ByGroup(_)
        ) {
            self.read_differently(action);
            return;
        }
        let known = self.files.get(file).cloned().unwrap_or_default();
        let mut other =
            Inputs { reading: Rc::new(known.reading), mapping: Rc::new(known.mapping), ..Inputs::default() };
        other.read_differently(action);
        let choice = FileChoice { reading: (*other.reading).clone(), mapping: (*other.mapping).clone() };
        let files = Rc::make_mut(&mut self.files);
        if choice == FileChoice::default() {
            files.remove(file);
        } else {
            files.insert(file.to_owned(), choice);
        }
    }

    fn read_differently(&mut self, action: &Action) {
        match action {
            Action::Kind(kind) => Rc::make_mut(&mut self.mapping).kind = Some(*kind),
            Action::MapColumn { column, before, field } => {
                let columns = &mut Rc::make_mut(&mut self.mapping).columns;
                if let Some(before) = before {
                    columns.insert(*before, None);
                }
                // Chosen twice in a row, the column may mean something since that the picture does not show yet.
                for name in columns.values_mut().filter(|name| name.as_ref() == Some(column)) {
                    *name = None;
                }
                if let Some(field) = field {
                    columns.insert(*field, Some(column.clone()));
                }
            }
            Action::RowIs(row_is) => Rc::make_mut(&mut self.mapping).row_is = Some(*row_is),
            Action::Decimal { .. }
            | Action::DayFirst(_)
            | Action::Correct { .. }
            | Action::Alike { .. }
            | Action::ByGroup(_) => Rc::make_mut(&mut self.mapping).change(action),
            Action::Reading(options) => self.reading = Rc::new(options.clone()),
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

    /// A choice that agrees with the proposal and carries neither reason nor defender is no choice of its own.
    fn choose(&mut self, customer: &str, core: bool, proposed: bool) {
        let choices = &mut Rc::make_mut(&mut self.choices).choices;
        let is_bare = |choice: &Choice| choice.reason.is_empty() && choice.defender.is_empty();
        if core == proposed && choices.get(customer).is_some_and(is_bare) {
            choices.remove(customer);
            return;
        }
        let choice = choices.entry(customer.to_owned()).or_default();
        choice.core = core;
    }

    /// Where nothing is noted any more, no note is left behind.
    fn note_call(&mut self, customer: &str, note: impl FnOnce(&mut Call)) {
        let calls = &mut Rc::make_mut(&mut self.plan).calls;
        note(calls.entry(customer.to_owned()).or_default());
        calls.retain(|_, call| *call != Call::default());
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

impl MappingChoice {
    /// A changed reading of cells or customers.
    fn change(&mut self, action: &Action) {
        match action {
            Action::Decimal { column, decimal } => match decimal {
                Some(decimal) => drop(self.decimals.insert(column.clone(), *decimal)),
                None => drop(self.decimals.remove(column)),
            },
            Action::DayFirst(day_first) => self.day_first = *day_first,
            Action::Correct { row, column, text } => {
                let cells = self.corrections.entry(*row).or_default();
                match text {
                    Some(text) => drop(cells.insert(column.clone(), text.clone())),
                    None => drop(cells.remove(column)),
                }
                self.corrections.retain(|_, cells| !cells.is_empty());
            }
            Action::Alike { first, second, judged } => {
                let pair = (first.min(second).clone(), first.max(second).clone());
                self.same.retain(|from, to| from != second || to != first);
                self.apart.remove(&pair);
                match judged {
                    Alike::Open => {}
                    Alike::Same => drop(self.same.insert(second.clone(), first.clone())),
                    Alike::Different => drop(self.apart.insert(pair)),
                }
            }
            Action::ByGroup(by_group) => self.by_group = *by_group,
            _ => {}
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
    fn a_call_is_noted_and_leaves_nothing_when_taken_back() {
        let called = |outcome| Action::Called { customer: "K1".into(), outcome };
        let next = |day: &str| Action::NextContact { customer: "K1".into(), day: day.into() };
        let later = called(Some(CallOutcome::Later));
        check(&[later.clone(), next(" 2026-03-14 ")], |inputs| {
            let call = &inputs.plan.calls["K1"];
            call.outcome == Some(CallOutcome::Later) && call.next == "2026-03-14"
        });
        check(&[later, next("2026-03-14"), called(None)], |inputs| {
            inputs.plan.calls["K1"].next == "2026-03-14"
        });
        check(&[next("2026-03-14"), next("")], |inputs| inputs.plan.calls.is_empty());
    }

    #[test]
    fn what_was_entered_about_a_stranger_is_laid_at_a_customer_in_one_step() {
        let answer = |customer: &str| Action::Answer { customer: customer.into(), answer: Some(5), at: 1 };
        let attach = Action::Attach { from: "X".into(), to: "K1".into() };
        let chosen = Action::Choose { customer: "X".into(), core: true, proposed: false };
        check(&[answer("X"), chosen.clone(), attach.clone()], |inputs| {
            inputs.keys().into_iter().collect::<Vec<_>>() == ["K1"] && inputs.choices.choices["K1"].core
        });
        // Answered about both: nothing goes over the other.
        check(&[answer("X"), answer("K1"), chosen, attach], |inputs| {
            inputs.mine().is_some_and(|mine| mine.answers.len() == 2) && inputs.choices.choices["K1"].core
        });
    }

    #[test]
    fn a_further_file_has_choices_of_its_own() {
        let of = |action| Action::OfFile { file: "orders.xlsx".into(), action: Box::new(action) };
        let sheet = |sheet: Option<&str>| {
            of(Action::Reading(ReadOptions { sheet: sheet.map(str::to_owned), ..ReadOptions::default() }))
        };
        check(&[sheet(Some("2025"))], |inputs| {
            inputs.reading.sheet.is_none()
                && inputs.files["orders.xlsx"].reading.sheet.as_deref() == Some("2025")
        });
        check(&[sheet(Some("2025")), sheet(None)], |inputs| inputs.files.is_empty());
        check(&[of(Action::RemoveRow { row: 9, removed: true })], |inputs| {
            inputs.mapping.removed_rows.contains(&9) && inputs.files.is_empty()
        });
    }

    #[test]
    fn going_back_to_the_proposal_leaves_no_choice_behind() {
        check(&[choose(true, false), choose(false, false)], |inputs| inputs.choices.choices.is_empty());
        check(&[choose(true, false)], |inputs| inputs.choices.choices["K1"].core);
        check(&[choose(false, true)], |inputs| !inputs.choices.choices["K1"].core);
    }

    #[test]
    fn a_mended_cell_can_be_put_back() {
        let mend = |text: Option<&str>| Action::Correct {
            row: 3,
            column: "Omzet".into(),
            text: text.map(str::to_owned),
        };
        check(&[mend(Some("5"))], |inputs| inputs.mapping.corrections[&3]["Omzet"] == "5");
        check(&[mend(Some("5")), mend(Some("6"))], |inputs| inputs.mapping.corrections[&3]["Omzet"] == "6");
        check(&[mend(Some("5")), mend(None)], |inputs| inputs.mapping.corrections.is_empty());
    }

    #[test]
    fn customers_that_look_alike_are_judged_and_judged_again() {
        let judge = |judged| Action::Alike { first: "K9".into(), second: "K1".into(), judged };
        check(&[judge(Alike::Same)], |inputs| inputs.mapping.same["K1"] == "K9");
        check(&[judge(Alike::Same), judge(Alike::Different)], |inputs| {
            inputs.mapping.same.is_empty() && inputs.mapping.apart.contains(&("K1".into(), "K9".into()))
        });
        check(&[judge(Alike::Different), judge(Alike::Open)], |inputs| inputs.mapping.apart.is_empty());
        check(&[judge(Alike::Same), judge(Alike::Open)], |inputs| inputs.mapping.same.is_empty());
    }

    #[test]
    fn a_column_has_one_meaning() {
        let map = |before, field| Action::MapColumn { column: "Bedrag".into(), before, field };
        check(&[map(Some(Field::Revenue), Some(Field::Margin))], |inputs| {
            inputs.mapping.columns[&Field::Revenue].is_none()
                && inputs.mapping.columns[&Field::Margin].as_deref() == Some("Bedrag")
        });
        // The second choice comes from a picture that does not show the first.
        check(&[map(None, Some(Field::Sector)), map(None, Some(Field::CostToServe))], |inputs| {
            inputs.mapping.columns[&Field::Sector].is_none()
                && inputs.mapping.columns[&Field::CostToServe].as_deref() == Some("Bedrag")
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
}
