//! The plan: one service level per customer, the time it takes, letting go, review (METHOD sections 10 and 11).

mod edits;
mod letting_go;
mod review;
mod service_level;
mod time_budget;

pub use edits::{Call, CallOutcome, LevelEdit, PlanEdits, Sheet};
pub use letting_go::{LettingGo, Scenario, letting_go, scenario};
pub use review::{Change, Review, ReviewFlow, review};
pub use service_level::{LevelWhy, ServiceLevels, service_levels};
pub use time_budget::{Advice, LevelBudget, OwnerBudget, TimeBudget, level_hours, time_budget};
