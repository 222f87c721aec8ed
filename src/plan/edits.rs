//! What the person changed in the plan: levels with reasons, core customer sheets, call outcomes.

use crate::sorted::SortedMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::recipe::Level;

/// A level set by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelEdit {
    pub level: Level,
    pub reason: String,
}

/// The written part of a core customer sheet (METHOD section 10).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sheet {
    pub goal: String,
    #[serde(with = "crate::customers::day::option")]
    pub goal_date: Option<Date>,
    pub agreements: String,
    pub they_may_expect: String,
    pub we_expect: String,
    pub open_questions: String,
    pub moments: String,
}

/// What came of a call (CI, METHOD section 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallOutcome {
    Appointment,
    Later,
    /// "A no is also a result."
    No,
}

/// What was noted about calling a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Call {
    pub outcome: Option<CallOutcome>,
    /// The day of the next contact as it was entered, such as `2026-03-14`; empty = none.
    pub next: String,
}

/// Edits by customer key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanEdits {
    pub levels: SortedMap<String, LevelEdit>,
    pub sheets: SortedMap<String, Sheet>,
    /// Customers that a goodbye was decided for.
    pub goodbyes: SortedMap<String, String>,
    pub calls: SortedMap<String, Call>,
}
