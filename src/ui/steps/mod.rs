//! The six screens, a component each.

mod choice;
mod list;
mod panic;
mod plan;
mod review;

pub use choice::ChoiceStep;
pub use list::ListStep;
pub use panic::PanicStep;
pub use plan::PlanStep;
pub use review::ReviewStep;
