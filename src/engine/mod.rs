//! The engine: holds table, customers and results; takes inputs and answers view requests. Pure; the worker is a thin shell around it.

pub mod results;

use jiff::civil::Date;

use crate::inputs::Inputs;
use crate::views::{Request, Source, Update};

/// The state behind the page. Calls that change it return at once; the work is done in [`Engine::step`].
#[derive(Debug)]
pub struct Engine {
    today: Date,
}

impl Engine {
    /// An empty engine; `today` is passed in, never read from a clock.
    pub fn new(today: Date) -> Self {
        Self { today }
    }

    /// Starts reading a source; its bytes follow by [`Engine::feed`].
    pub fn read(&mut self, _source: Source) {
        let _ = self.today;
    }

    /// Bytes of the source, in order; `last` closes it.
    pub fn feed(&mut self, _bytes: &[u8], _last: bool) {}

    /// Stops reading; the list that was there before stays.
    pub fn cancel(&mut self) {}

    /// Takes the newest inputs.
    pub fn set_inputs(&mut self, _revision: u64, _inputs: Inputs) {}

    /// From now on answers with this view, now and whenever inputs or list change.
    pub fn show(&mut self, _revision: u64, _request: Request) {}

    /// Does at most some 20 ms of work and returns what is to be told; `None` when there is nothing left to do.
    pub fn step(&mut self) -> Option<Vec<Update>> {
        None
    }
}
