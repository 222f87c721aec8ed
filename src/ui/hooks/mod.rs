//! Hooks: the engine behind the page, and the keyboard.

mod use_engine;
mod use_shortcuts;

pub use use_engine::{EngineHandle, use_engine};
pub use use_shortcuts::use_shortcuts;
