//! Hooks: the engine behind the page, the keyboard, and the width that charts have.

mod use_engine;
mod use_shortcuts;
mod use_width;

pub use use_engine::{EngineHandle, use_engine};
pub use use_shortcuts::use_shortcuts;
pub use use_width::use_width;
