//! What is kept for the grid of customers: the order of the newest question, and the statistics of its columns.

use crate::customers::Customers;
use crate::i18n::Format;
use crate::views::grid::{ColumnStatistics, Order, Window, WindowRequest, fields, statistics, window};

/// Belongs to one list; forgets everything when its customers change.
#[derive(Debug, Default)]
pub struct GridKeeper {
    stamp: u64,
    order: Option<Order>,
    statistics: Vec<ColumnStatistics>,
}

impl GridKeeper {
    /// For the list of this source.
    pub fn new(source: u32) -> Self {
        Self { stamp: u64::from(source) << 32, ..Self::default() }
    }

    /// The customers are other ones now, or have other values.
    pub fn customers_changed(&mut self) {
        *self = Self { stamp: self.stamp + 1, ..Self::default() };
    }

    /// Counts up with every change of the customers.
    pub fn stamp(&self) -> u64 {
        self.stamp
    }

    /// Of all columns; empty until the last one is measured.
    pub fn statistics(&self, customers: &Customers) -> &[ColumnStatistics] {
        if self.is_measured(customers) { &self.statistics } else { &[] }
    }

    /// Whether there is no column left to measure.
    pub fn is_measured(&self, customers: &Customers) -> bool {
        self.statistics.len() == fields(customers).len()
    }

    /// Measures one column; false when there is none left.
    pub fn measure(&mut self, customers: &Customers) -> bool {
        let Some(column) = fields(customers).into_iter().nth(self.statistics.len()) else { return false };
        self.statistics.push(statistics(customers, &column));
        true
    }

    /// The rows that are asked for; sorts only when something else than the place was asked.
    pub fn window(&mut self, customers: &Customers, request: &WindowRequest, format: Format) -> Window {
        let order = match self.order.take() {
            Some(order) if order.answers(request) => order,
            _ => Order::new(customers, request),
        };
        let window = window(customers, &order, request, format);
        self.order = Some(order);
        window
    }
}
