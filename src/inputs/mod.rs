//! Everything the person entered, the page's only state: what it is, how it changes, and its history.

mod action;
mod answering;
mod block;
mod files;
mod history;
mod joining;
mod judging;
mod keys;
mod patch;
mod typing;

use crate::sorted::SortedMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

pub use action::{Action, Alike, JudgedCell};
pub use block::{read_block, write_block};
pub use files::FileChoice;
pub use history::History;
pub use keys::Moves;
pub use patch::Patch;

use crate::choice::Choices;
use crate::customers::MappingChoice;
use crate::panic::{Answers, Rater};
use crate::plan::PlanEdits;
use crate::recipe::Entered;
use crate::segments::{Judgements, ShortlistPicks};
use crate::table::ReadOptions;

/// Everything the person entered. Sections are shared between steps of the history, so a step costs what it changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Inputs {
    pub reading: Rc<ReadOptions>,
    pub mapping: Rc<MappingChoice>,
    /// What is overruled of further files, by their names.
    pub files: Rc<SortedMap<String, FileChoice>>,
    /// What differs from the default recipe; the engine puts the recipe together.
    pub settings: Rc<Entered>,
    pub judgements: Rc<Judgements>,
    pub shortlist: Rc<ShortlistPicks>,
    pub answers: Rc<Answers>,
    pub choices: Rc<Choices>,
    pub plan: Rc<PlanEdits>,
    /// Names of customers that something was entered about, by key, as far as they came from a file or an older
    /// list: by these they are found again, and told about when they are gone.
    pub names: Rc<SortedMap<String, String>>,
}

/// The key of the person at this page among the raters.
pub const ME: &str = "";

impl Inputs {
    /// The answers of the person at this page.
    pub fn mine(&self) -> Option<&Rater> {
        self.answers.raters.get(ME).map(|mine| &**mine)
    }
}
