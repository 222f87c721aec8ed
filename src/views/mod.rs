//! What each screen shows: keys, numbers, findings and chart scenes, without words.

mod update;

use serde::{Deserialize, Serialize};

pub use update::{Source, Update};

/// Which screen the page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Nothing yet.
    Empty,
}

/// The answer to a [`Request`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum View {
    /// Nothing yet.
    Empty,
}
