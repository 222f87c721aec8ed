//! The engine: holds table, customers and results; takes inputs and answers view requests. Pure; the worker is a thin shell around it.

use jiff::civil::Date;

use crate::worker::protocol::{Command, Event};

/// The state behind the page, driven by commands and by [`Engine::step`].
#[derive(Debug)]
pub struct Engine {
    today: Date,
}

impl Engine {
    /// An empty engine; `today` is passed in, never read from a clock.
    pub fn new(today: Date) -> Self {
        Self { today }
    }

    /// Bytes of the source named by the last [`Command::Read`], in order; `last` closes the source.
    pub fn feed(&mut self, _bytes: &[u8], _last: bool) {}

    /// Takes a command; answers come from [`Engine::step`].
    pub fn handle(&mut self, _command: Command) {
        let _ = self.today;
    }

    /// Does at most some 20 ms of work and returns what is to be told. `None` when there is nothing left to do.
    pub fn step(&mut self) -> Option<Vec<Event>> {
        None
    }
}
