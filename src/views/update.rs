//! What the engine tells the page while and after it works.

use serde::{Deserialize, Serialize};

use super::View;
use super::grid::Window;
use super::refusal::Refusal;
use super::sheet::Block;
use crate::inputs::{Action, Moves};

/// What is being read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Counts up with every source, so that an answer about an older one is recognised.
    pub id: u32,
    /// The file's name; empty for pasted text.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
    /// Another file of the same list follows.
    pub more: bool,
}

/// A file the person may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Download {
    /// Every problem with row, column, value and remedy.
    Problems,
    /// Rejected and left-out rows as they were.
    Rejected,
    /// Answers, notes, choices and reasons, as a table that any spreadsheet opens.
    Round,
    /// The answers of the person at this page, for whoever merges the team's.
    Answers,
    /// Everything that was entered, to go on with later.
    Session,
    /// The recipe alone: questions, factors, weights and thresholds, for others to ask the same.
    Recipe,
    /// The day to choose again, for a calendar.
    Calendar,
    /// The next contacts of the call lists, for a calendar.
    Calls,
}

/// One thing the engine has to tell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Update {
    /// Reading goes on: bytes done of bytes in all, and rows so far.
    Progress { source: u32, done: u64, total: u64, rows: u64 },
    /// This file of several is read; the next can come.
    Taken { source: u32 },
    /// The source is read and the customers are there.
    Read { source: u32 },
    /// Reading was stopped by the person.
    Cancelled { source: u32 },
    /// The source could not be used; the list that was there before stays.
    Refused { source: u32, refusal: Box<Refusal> },
    /// The newest picture of what the page shows.
    View { revision: u64, view: Box<View> },
    /// What was entered, as the table of [`Download::Round`]: what a crash of the page would offer.
    Kept { text: String },
    /// Rows of a grid that were asked for.
    Window(Box<Window>),
    /// What the engine made of opened files; a change for the page to take.
    Entered(Box<Action>),
    /// What a newer list does to the customers that something was entered about.
    Moved(Box<Moves>),
    /// What became of opened files, in words, and what is asked about them.
    Opened(Vec<Block>),
    /// A file that was asked for.
    File { name: String, kind: String, bytes: Vec<u8> },
}
