//! The messages between page and worker. Both sides come from one build, so the encoding is compact and unversioned.

use serde::{Deserialize, Serialize};

use crate::inputs::Inputs;
use crate::views::{Request, View};

/// What the page asks. Bytes and `File` handles travel beside the command as JS values, never inside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Read a new source; the bytes or the `File` are attached. Replaces the list that was there once it is read.
    Read { source: Source },
    /// The newest inputs. Overtakes older ones that were not computed yet.
    Inputs { revision: u64, inputs: Box<Inputs> },
    /// Answer with this view now, and again whenever inputs or list change.
    Show { revision: u64, request: Request },
    /// Stop reading; the list that was there before stays.
    Cancel,
    /// Try to reach our own origin and prove that it is refused.
    Probe { url: String },
}

/// What is being read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Counts up with every source, so that an answer about an older one is recognised.
    pub id: u32,
    /// The file's name; empty for pasted text.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// The engine runs and waits.
    Ready,
    /// Reading goes on: bytes done of bytes in all.
    Progress { source: u32, done: u64, total: u64, rows: u64 },
    /// The source is read and the customers are there.
    Read { source: u32 },
    /// Reading was stopped by the person.
    Cancelled { source: u32 },
    /// The source could not be used; the list that was there before stays.
    Refused { source: u32, reason: crate::table::ReadError },
    /// The newest picture of what the page shows.
    View { revision: u64, view: Box<View> },
    /// Each channel the worker tried with whether it was refused.
    Probed { channels: Vec<(String, bool)> },
}
