//! The screens that are not made of blocks, a component each.

mod list;
mod panic;

pub use list::ListStep;
pub use panic::PanicStep;
