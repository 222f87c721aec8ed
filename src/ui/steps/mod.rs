//! The screens that are not made of blocks, a component each.

mod insight;
mod list;
mod panic;

pub use insight::InsightStep;
pub use list::ListStep;
pub use panic::PanicStep;
