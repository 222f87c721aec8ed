//! Charts on the page: a scene drawn as SVG, with its title, summary, keyboard, tooltip and table.

mod brush;
mod chart;
mod cuts;
mod data_table;
mod draw;
mod marks;
mod overlay;
mod picture;
mod pointing;

pub use chart::{Chart, ChartTable};
pub use picture::Picture;
