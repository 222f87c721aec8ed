//! Blocks: a table is kept in stretches of rows, so that a long one need not be in memory as a whole.

use std::cell::OnceCell;

use quick::Block;

/// Where in the source a block stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) from: u64,
    pub(super) to: u64,
    /// The records before it.
    pub(super) records: u32,
}

/// A block in memory, or not now.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub(super) block: OnceCell<Block>,
    /// Where to read it again; `None` when it must stay.
    pub(super) place: Option<Place>,
}
