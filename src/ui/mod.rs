//! The page: screens, components and the state that holds what the person entered and the newest pictures.

mod app;
pub mod charts;
mod components;
mod context;
mod hooks;
mod sheet;
mod state;
mod steps;

pub use app::App;
