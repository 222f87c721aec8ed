//! Appending: the cells of many new customers at once, a column at a time.

use quick::Packed;

use super::batch::Cells;
use super::{Column, CustomersBuilder, Field};

impl CustomersBuilder {
    /// Sets a field of the customers from `first` on, of whom it has no cell yet, to these rows of a batch.
    pub(super) fn append(&mut self, field: Field, first: usize, cells: &Cells, rows: std::ops::Range<usize>) {
        let column = self.column(field);
        column.grow(first);
        match (column, cells) {
            (Column::Text(column), Cells::Texts(cells)) => {
                column.push_all(cells.get(rows).unwrap_or(&[]));
            }
            (Column::Money(column), Cells::Amounts(cells)) => column.append(cells.get(rows).unwrap_or(&[])),
            (Column::Number(column), Cells::Numbers(cells)) => {
                column.extend_from_slice(cells.get(rows).unwrap_or(&[]));
            }
            (Column::Date(column), Cells::Days(cells)) => {
                column.extend_from_slice(cells.get(rows).unwrap_or(&[]));
            }
            (Column::YesNo(column), Cells::Answers(cells)) => {
                column.extend_from_slice(cells.get(rows).unwrap_or(&[]));
            }
            _ => {}
        }
    }

    /// Makes room for so many customers in all: growing a little each time would copy them again and again.
    pub(super) fn expect(&mut self, customers: usize) {
        for column in self.columns_mut() {
            match column {
                Column::Text(cells) => cells.expect(customers),
                Column::Money(cells) => cells.expect(customers),
                Column::Number(cells) => cells.reserve_exact(customers.saturating_sub(cells.len())),
                Column::Date(cells) => cells.reserve_exact(customers.saturating_sub(cells.len())),
                Column::YesNo(cells) => cells.reserve_exact(customers.saturating_sub(cells.len())),
            }
        }
    }

    /// Adds amounts to a field, each to that of its customer.
    pub(super) fn add_amounts(&mut self, field: Field, owners: &[u32], amounts: &[Packed]) {
        if let Column::Money(column) = self.cells(field) {
            column.add_all(owners, amounts);
        }
    }

    /// Adds numbers to a field, each to that of its customer; a missing one adds nothing.
    pub(super) fn add_numbers(&mut self, field: Field, owners: &[u32], numbers: &[f64]) {
        if let Column::Number(column) = self.cells(field) {
            quick::add_numbers(column, owners, numbers);
        }
    }
}
