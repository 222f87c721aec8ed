//! What a group of customers shares against the rest (GT; METHOD sections 1 and 9).

use serde::{Deserialize, Serialize};

use crate::customers::{Customers, Field};

/// One difference between a group and the rest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trait {
    /// A value of a text or yes/no field: share with it in the group and in the rest.
    Share { field: Field, value: String, group: f64, rest: f64, group_count: usize, rest_count: usize },
    /// Medians of a field with numbers, amounts or scores; counts of known values.
    Median { field: Field, group: f64, rest: f64, group_count: usize, rest_count: usize },
}

/// The traits, most telling first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    pub traits: Vec<Trait>,
    pub group: usize,
    pub rest: usize,
    /// Group or rest is smaller than allowed: nothing is said.
    pub too_small: bool,
}

/// Compares the customers marked `group` with those marked `rest`; says nothing on fewer than `at_least` known.
pub fn profile(_customers: &Customers, _group: &[bool], _rest: &[bool], _at_least: usize) -> Profile {
    Profile::default()
}
