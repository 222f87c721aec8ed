//! The page: what it shows and what a click does.

mod app;

pub use app::App;
