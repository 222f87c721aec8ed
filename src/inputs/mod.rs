//! Everything the person entered, the page's only state: what it is, how it changes, and its history.

mod action;
mod history;
mod judging;

use std::rc::Rc;

use serde::{Deserialize, Serialize};

pub use action::{Action, Alike, JudgedCell};
pub use history::History;

use crate::choice::Choices;
use crate::customers::MappingChoice;
use crate::panic::{Answers, Rater};
use crate::plan::PlanEdits;
use crate::recipe::Recipe;
use crate::segments::{Judgements, ShortlistPicks};
use crate::table::ReadOptions;

/// Everything the person entered. Sections are shared between steps of the history, so a step costs what it changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Inputs {
    pub reading: Rc<ReadOptions>,
    pub mapping: Rc<MappingChoice>,
    pub recipe: Rc<Recipe>,
    pub judgements: Rc<Judgements>,
    pub shortlist: Rc<ShortlistPicks>,
    pub answers: Rc<Answers>,
    pub choices: Rc<Choices>,
    pub plan: Rc<PlanEdits>,
}

/// The key of the person at this page among the raters, before a team gives everyone a key.
pub const ME: &str = "";

impl Inputs {
    /// The answers of the person at this page.
    pub fn mine(&self) -> Option<&Rater> {
        self.answers.raters.get(ME)
    }
}
