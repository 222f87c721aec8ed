//! The screens that are components of their own, and the question inside the sheets of the third step.

mod list;
mod panic;

pub use list::ListStep;
pub use panic::Question;
