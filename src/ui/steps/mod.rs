//! The screens that are components of their own, and the question inside the sheets of the third step.

mod choice;
mod list;
mod panic;
mod plan;
mod review;

pub use choice::ChoiceStep;
pub use list::ListStep;
pub use panic::Question;
pub use plan::PlanStep;
pub use review::ReviewStep;
