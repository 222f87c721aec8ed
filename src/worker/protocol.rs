//! The messages between page and worker. Both sides come from one build, so the encoding is compact and unversioned.

use serde::{Deserialize, Serialize};

use crate::inputs::Patch;
use crate::views::grid::WindowRequest;
use crate::views::{Download, Request, Source, Update};

/// The sample list. Only the engine holds its text; the page knows its size.
pub const SAMPLE: &str = include_str!("../../assets/voorbeeld-klanten.csv");

/// What the page asks. Bytes and `File` handles travel beside the command as JS values, never inside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Read a new source; the bytes or the `File` are attached, and without either it is [`SAMPLE`]. Replaces the list that was there once it is read.
    Read { source: Source },
    /// What changed of the inputs since the last of these; everything for a new worker.
    Inputs { revision: u64, patch: Box<Patch> },
    /// Open members' answers or a session; the `File`s are attached.
    Open,
    /// Answer with this view now, and again whenever inputs or list change.
    Show { revision: u64, request: Request },
    /// Answer with these rows of the grid; the answer is [`Update::Window`].
    Window { request: WindowRequest },
    /// Make a file of the list as it stands; the answer is [`Update::File`].
    Download { what: Download },
    /// Make a file of a chart on the screen; the answer is [`Update::File`]. A file of kind `image/png` carries the SVG that
    /// the page turns into points.
    Picture { chart: String, png: bool },
    /// Stop reading; the list that was there before stays.
    Cancel,
    /// Try to reach this address of our own origin by every channel a worker has, and report each refusal.
    Probe { url: String },
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// The engine runs and waits.
    Ready,
    /// The engine has something to tell.
    Update(Update),
    /// The source could not be read from disk: moved, changed or locked since it was picked. The list that was there stays.
    Unreadable { source: u32 },
    /// Each channel the worker tried with whether it was refused.
    Probed { channels: Vec<(String, bool)> },
}
