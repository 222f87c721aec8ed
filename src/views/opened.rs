//! What became of files that were opened: members' answers and sessions.

use crate::inputs::Patch;
use crate::recipe::{Entered, Recipe, Settings};
use crate::share::OpenError;

/// One file and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The name of the file.
    pub file: String,
    pub outcome: Outcome,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A member's answers were taken over.
    Merged {
        /// Empty when the file names nobody.
        rater: String,
        answers: usize,
        /// Found under another id or a name written otherwise.
        found_by_name: usize,
        /// Names of customers that are not in the list; kept and listed.
        unmatched: Vec<String>,
        /// The same person was there already: the newer of two answers stays.
        again: bool,
        /// Somebody else of this team has the same id under another name: both are kept apart.
        apart: Option<Namesake>,
        /// Made with another version of the list.
        other_version: bool,
    },
    /// Answers about customers of another list; not taken over. `anyway` does it all the same.
    OtherList { rater: String, answers: usize, found: usize, anyway: Box<Patch> },
    /// A session was opened.
    Session {
        saved: String,
        list_name: String,
        /// Customers something was entered about, and those of them that are not in the list that is in.
        customers: usize,
        unmatched: usize,
        /// No list is in yet.
        waiting: bool,
        /// Whose round it is, where it is not clear who goes on with it.
        person: Option<Whose>,
        recipe: Taken,
    },
    /// A recipe was taken over.
    Recipe(Taken),
    /// It cannot be used; nothing of it was.
    Refused(OpenError),
}

/// Two members who have one id, since one went on with the round of the other, or one who changed name.
#[derive(Clone, Debug, PartialEq)]
pub struct Namesake {
    /// The keys of both among the members.
    pub key: String,
    pub other: String,
    pub other_name: String,
}

/// Whose round was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Whose {
    /// The key among the members.
    pub key: String,
    pub name: String,
    /// The id of who was at this page before; empty when nobody had answered.
    pub myself: String,
}

/// How much of a recipe was taken over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Questions of the consultant's own.
    pub questions: usize,
    /// Success factors and weights that differ from the default.
    pub factors: usize,
    pub weights: usize,
    /// Other settings that were entered.
    pub others: usize,
}

impl Taken {
    /// What these settings hold.
    pub fn of(entered: &Entered) -> Self {
        let (recipe, house) = (Settings::new(entered).recipe, Recipe::default());
        let questions = recipe.panic.questions.iter().filter(|question| !question.is_ours()).count();
        let factors = &house.factors.factors;
        let factors = recipe.factors.factors.iter().filter(|factor| !factors.contains(factor)).count();
        let weights = &house.choice.weights;
        let weights = recipe.choice.weights.iter().filter(|weight| !weights.contains(weight)).count();
        let told =
            [(questions, "/panic/questions"), (factors, "/factors/factors"), (weights, "/choice/weights")];
        let is_told = |path: &str| told.iter().any(|(count, part)| *count > 0 && path.starts_with(part));
        let others = entered.keys().filter(|path| !is_told(path)).count();
        Self { questions, factors, weights, others }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::{Setting, enter};

    fn check(settings: &[(&str, Setting)], expected: Taken) {
        let mut entered = Entered::new();
        for (path, setting) in settings {
            enter(&mut entered, path, Some(setting));
        }
        assert_eq!(Taken::of(&entered), expected, "{settings:?}");
    }

    #[test]
    fn what_a_recipe_holds_is_counted_once() {
        check(&[], Taken::default());
        let question = r#"[{"id":"own1","kind":"score","on":true},{"id":"raves","on":true}]"#;
        let own = ("/panic/questions", Setting::Part(question.into()));
        check(std::slice::from_ref(&own), Taken { questions: 1, ..Taken::default() });
        let weight = ("/choice/weights/fit/weight", Setting::Number(3.0));
        let off = ("/factors/factors/pays_on_time/on", Setting::Flag(false));
        let cut = ("/panic/value_cut", Setting::Number(70.0));
        check(&[own, weight, off, cut], Taken { questions: 1, factors: 1, weights: 1, others: 1 });
        check(
            &[("/panic/questions/raves/on", Setting::Flag(false))],
            Taken { others: 1, ..Taken::default() },
        );
    }
}
