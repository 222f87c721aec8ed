//! The stages of the analysis, and which of them a change of the inputs reaches first.

use crate::inputs::Inputs;

/// In order: a stage reads those before it, so an outdated stage outdates all after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Table to customers.
    Intake,
    /// What the list itself says.
    Base,
    /// Factors and letters.
    Lettered,
    /// Answers and choice.
    Chosen,
    /// Levels and hours.
    Planned,
    /// Nothing is outdated.
    Done,
}

impl Stage {
    /// The first stage that the difference between two inputs reaches.
    pub fn first_changed(old: &Inputs, new: &Inputs) -> Stage {
        let (before, after) = (&*old.recipe, &*new.recipe);
        // What is not named below belongs to the base, so that a new section of the recipe is never forgotten.
        let mut rest = before.clone();
        rest.factors.clone_from(&after.factors);
        rest.panic.clone_from(&after.panic);
        rest.choice.clone_from(&after.choice);
        rest.service.clone_from(&after.service);
        rest.budget.clone_from(&after.budget);
        rest.review.clone_from(&after.review);
        if old.mapping != new.mapping {
            Stage::Intake
        } else if old.judgements != new.judgements || rest != *after {
            Stage::Base
        } else if old.shortlist != new.shortlist || before.factors != after.factors {
            Stage::Lettered
        } else if old.answers != new.answers
            || old.choices != new.choices
            || before.panic != after.panic
            || before.choice != after.choice
        {
            Stage::Chosen
        } else if old.plan != new.plan
            || before.service != after.service
            || before.budget != after.budget
            || before.review != after.review
        {
            Stage::Planned
        } else {
            Stage::Done
        }
    }

    /// The stage after this one.
    pub fn next(self) -> Stage {
        match self {
            Stage::Intake => Stage::Base,
            Stage::Base => Stage::Lettered,
            Stage::Lettered => Stage::Chosen,
            Stage::Chosen => Stage::Planned,
            Stage::Planned | Stage::Done => Stage::Done,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Stage;
    use crate::customers::ListKind;
    use crate::inputs::{Action, Inputs};
    use crate::recipe::{Criterion, Level, MeasureChoice};

    fn check(action: Action, expected: Stage) {
        let old = Inputs::default();
        let new = old.clone().after(&action);
        assert_eq!(Stage::first_changed(&old, &new), expected, "{action:?}");
    }

    #[test]
    fn a_change_recomputes_only_what_follows_from_it() {
        check(Action::Kind(ListKind::Orders), Stage::Intake);
        check(Action::Measure(MeasureChoice::Margin), Stage::Base);
        check(Action::Answer { customer: "K1".into(), answer: Some(5), at: 1 }, Stage::Chosen);
        check(Action::Weight { criterion: Criterion::Fit, weight: 3.0 }, Stage::Chosen);
        check(Action::PanicCut(50.0), Stage::Chosen);
        check(Action::Visits { level: Level::A, number: 6.0 }, Stage::Planned);
        check(Action::ReviewMonths(12), Stage::Planned);
        check(Action::ClearChoices, Stage::Done);
    }
}
