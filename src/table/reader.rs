//! The reader: takes bytes in pieces, then works in small steps so that a page can show progress and cancel.

use super::{Problem, ReadError, ReadOptions, Table};

/// How far a [`Reader`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadStep {
    /// There is more to do: work done of work in all (in bytes of the file) and rows so far.
    More { done: u64, total: u64, rows: u64 },
    /// [`Reader::into_result`] has the table.
    Done,
}

/// Reads one file. Feed it, finish, then step until done.
#[derive(Debug)]
pub struct Reader {
    options: ReadOptions,
    bytes: Vec<u8>,
}

impl Reader {
    /// A reader that detects what the options leave open.
    pub fn new(options: ReadOptions) -> Self {
        Self { options, bytes: Vec::new() }
    }

    /// The next bytes of the file, in order, in pieces of any size.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// There are no more bytes.
    pub fn finish(&mut self) {}

    /// Works on about this many bytes (1 MB is a few milliseconds).
    pub fn step(&mut self, max_bytes: usize) -> ReadStep {
        let _ = (max_bytes, &self.options);
        ReadStep::Done
    }

    /// The table and what was found on the way, in row order.
    ///
    /// # Errors
    /// Only when there is nothing to show at all; see [`ReadError`].
    pub fn into_result(self) -> Result<(Table, Vec<Problem>), ReadError> {
        Err(ReadError::Empty)
    }
}

/// Reads a whole file at once.
///
/// # Errors
/// As [`Reader::into_result`].
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<(Table, Vec<Problem>), ReadError> {
    let mut reader = Reader::new(options.clone());
    reader.feed(bytes);
    reader.finish();
    while reader.step(usize::MAX) != ReadStep::Done {}
    reader.into_result()
}
