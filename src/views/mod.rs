//! What each screen shows: keys, numbers, findings and chart scenes. Sentences are made by the page, from i18n.

mod analyses;
mod choice;
mod evidence;
mod facts;
pub mod grid;
mod insight;
mod list;
mod memory;
mod opened;
mod pace;
mod panic;
mod picture;
mod plan;
mod refusal;
mod request;
mod review;
pub mod sheet;
mod staying;
mod update;

use std::rc::Rc;

use serde::{Deserialize, Serialize};

pub use analyses::{Analyses, Fit, Versions};
pub use choice::choice;
pub use evidence::factor_lines;
pub use facts::{Facts, OnHand, Who};
pub use insight::{asks_for_fit, insight};
pub use list::{ListView, lacks, list, missing_fields};
pub use memory::{is_too_much, memory_for};
pub use opened::{Namesake, Opened, Outcome, Taken, Whose};
pub use pace::{Pace, Progress};
pub use panic::{Ask, AskQuestion, AskWords, Person, Workshop, opened_notes, panic};
pub use picture::picture_of;
pub use plan::plan;
pub use refusal::Refusal;
pub use request::{Place, Request, Screen, TableRequest};
pub use review::{next_review, review};
pub use sheet::Sheet;
pub use staying::Staying;
pub use update::{Download, Source, Update};

/// The answer to a [`Request`]: one screen. `None`-like screens do not exist; without a list there is no view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(clippy::large_enum_variant, reason = "always boxed where it is kept")]
pub enum View {
    List(ListView),
    /// Any screen that is made of blocks, whatever the step.
    Sheet(Rc<Sheet>),
}
