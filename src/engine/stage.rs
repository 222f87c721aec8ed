//! The stages of the analysis, and which of them a change of the inputs reaches first.

use crate::inputs::Inputs;
use crate::recipe::Recipe;
use crate::views::{Place, Screen};

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
    /// Only what sheets compute for themselves.
    Sheets,
    /// Nothing is outdated.
    Done,
}

impl Stage {
    /// The first stage that the difference between two inputs reaches.
    pub fn first_changed(old: (&Inputs, &Recipe), new: (&Inputs, &Recipe)) -> Stage {
        let ((old, before), (new, after)) = (old, new);
        // What is not named below belongs to the base, so that a new section of the recipe is never forgotten.
        let mut rest = before.clone();
        for_sheets(&mut rest, after);
        let sheets_differ = rest != *before;
        rest.factors.clone_from(&after.factors);
        rest.panic.clone_from(&after.panic);
        rest.choice.clone_from(&after.choice);
        rest.service.clone_from(&after.service);
        rest.budget.clone_from(&after.budget);
        rest.review.clone_from(&after.review);
        if old.mapping != new.mapping || old.files != new.files {
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
        } else if sheets_differ {
            Stage::Sheets
        } else {
            Stage::Done
        }
    }

    /// The last stage that a place shows anything of; later ones wait until somebody looks.
    pub fn last_shown(place: &Place) -> Stage {
        const OF_THE_CORE: [&str; 7] =
            ["", "periods", "leavers", "bloom", "pearls", "attention", "white-space"];
        match place.screen {
            Screen::List => Stage::Base,
            Screen::Insight if place.sheet == "customer" => Stage::Planned,
            Screen::Insight if OF_THE_CORE.contains(&place.sheet.as_str()) => Stage::Chosen,
            Screen::Insight => Stage::Lettered,
            Screen::Panic | Screen::Choice => Stage::Chosen,
            Screen::Plan | Screen::Review => Stage::Planned,
        }
    }

    /// The stage after this one.
    pub fn next(self) -> Stage {
        match self {
            Stage::Intake => Stage::Base,
            Stage::Base => Stage::Lettered,
            Stage::Lettered => Stage::Chosen,
            Stage::Chosen => Stage::Planned,
            Stage::Planned => Stage::Sheets,
            Stage::Sheets | Stage::Done => Stage::Done,
        }
    }
}

/// Takes over the sections that no stage reads, only sheets.
fn for_sheets(recipe: &mut Recipe, from: &Recipe) {
    recipe.abc.clone_from(&from.abc);
    recipe.pyramid.clone_from(&from.pyramid);
    recipe.bloom.clone_from(&from.bloom);
    recipe.pearls.clone_from(&from.pearls);
    recipe.xray.clone_from(&from.xray);
    recipe.rfm.clone_from(&from.rfm);
    recipe.alive.clone_from(&from.alive);
}

#[cfg(test)]
mod tests {
    use super::Stage;
    use crate::customers::ListKind;
    use crate::inputs::{Action, Inputs};
    use crate::recipe::{Setting, Settings};

    fn check(action: Action, expected: Stage) {
        let old = Inputs::default();
        let new = old.clone().after(&action);
        let recipes = [&old, &new].map(|inputs| Settings::new(&inputs.settings).recipe);
        let found = Stage::first_changed((&old, &recipes[0]), (&new, &recipes[1]));
        assert_eq!(found, expected, "{action:?}");
    }

    fn set(path: &str, value: Setting) -> Action {
        Action::Set { path: path.into(), value: Some(value) }
    }

    #[test]
    fn a_change_recomputes_only_what_follows_from_it() {
        check(Action::Kind(ListKind::Orders), Stage::Intake);
        check(set("/measure/choice", Setting::Name("margin".into())), Stage::Base);
        check(Action::Answer { customer: "K1".into(), answer: Some(5), at: 1 }, Stage::Chosen);
        check(set("/choice/weights/fit/weight", Setting::Number(3.0)), Stage::Chosen);
        check(set("/panic/panic_cut", Setting::Number(50.0)), Stage::Chosen);
        check(set("/factors/meets", Setting::Number(3.0)), Stage::Lettered);
        check(set("/service/visits/a", Setting::Number(6.0)), Stage::Planned);
        check(set("/review/months", Setting::Number(12.0)), Stage::Planned);
        check(set("/xray/late", Setting::Number(1.2)), Stage::Sheets);
        check(set("/growth/judged_high", Setting::Number(5.0)), Stage::Base);
        // Entered, but as it was: nothing to compute.
        check(set("/review/months", Setting::Number(6.0)), Stage::Done);
        check(Action::ClearChoices, Stage::Done);
    }
}
