//! Columns of the list that mean no field, put beside the fields once a rule asks for them.

use crate::customers::{Customers, CustomersBuilder, Extra};
use crate::recipe::Recipe;
use crate::sorted::InOrder;
use crate::table::Table;

/// Whether [`with_columns`] would add any.
pub fn asks_for_columns<'t>(
    customers: &Customers,
    mut tables: impl Iterator<Item = (&'t Table, (u32, u32))> + Clone,
    recipe: &Recipe,
) -> bool {
    let wanted = recipe.factors.factors.iter().flat_map(|factor| factor.rule.columns());
    let missing: Vec<&str> = wanted.filter(|name| customers.extra(name).is_none()).collect();
    !missing.is_empty()
        && tables.any(|(table, _)| missing.iter().any(|name| table.column_named(name).is_some()))
}

/// The customers with every column that a success factor is about. A column of the team has its cells already;
/// a column that the list lacks stays unknown. Each table comes with the numbers that its rows have in the whole list.
pub fn with_columns<'t>(
    customers: Customers,
    tables: impl Iterator<Item = (&'t Table, (u32, u32))> + Clone,
    recipe: &Recipe,
) -> Customers {
    let wanted = recipe.factors.factors.iter().flat_map(|factor| factor.rule.columns());
    let mut missing: Vec<&str> = wanted.filter(|name| customers.extra(name).is_none()).collect();
    missing.order_by(Ord::cmp);
    missing.dedup();
    let found: Vec<(&str, Extra)> = missing
        .into_iter()
        .filter_map(|name| {
            let mut tables = tables.clone();
            let found = tables.find_map(|(table, rows)| Extra::of_table(table, rows, &customers, name));
            Some((name, found?))
        })
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
