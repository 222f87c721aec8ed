//! Columns of the list that mean no field, put beside the fields once a rule asks for them.

use crate::customers::{Customers, CustomersBuilder, Extra};
use crate::recipe::Recipe;
use crate::table::Table;

/// Whether [`with_columns`] would add any.
pub fn asks_for_columns(customers: &Customers, table: &Table, recipe: &Recipe) -> bool {
    let mut wanted = recipe.factors.factors.iter().flat_map(|factor| factor.rule.columns());
    wanted.any(|name| customers.extra(name).is_none() && table.column_named(name).is_some())
}

/// The customers with every column that a success factor is about. A column of the team has its cells already;
/// a column that the list lacks stays unknown.
pub fn with_columns(customers: Customers, table: &Table, recipe: &Recipe) -> Customers {
    let wanted = recipe.factors.factors.iter().flat_map(|factor| factor.rule.columns());
    let mut missing: Vec<&str> = wanted.filter(|name| customers.extra(name).is_none()).collect();
    missing.sort_unstable();
    missing.dedup();
    let found: Vec<(&str, Extra)> = missing
        .into_iter()
        .filter_map(|name| Some((name, Extra::of_table(table, &customers, name)?)))
        .collect();
    if found.is_empty() {
        return customers;
    }
    let mut builder = CustomersBuilder::reopen(customers);
    for (name, extra) in found {
        builder.set_extra(name, extra);
    }
    builder.build()
}
