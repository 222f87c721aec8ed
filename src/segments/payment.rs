//! How a customer pays: on time, late often, or not at all (METHOD section 4).

use super::Answer;
use super::facts::overdue_days;
use crate::customers::{Customers, Field};
use crate::recipe::BloomRecipe;

/// Answers about payment. Where the list lacks one of the two columns (days late, open items) altogether, the other
/// decides; a single missing cell leaves the answer unknown.
pub(super) struct Payment<'a> {
    customers: &'a Customers,
    pub(super) recipe: &'a BloomRecipe,
    has_late: bool,
    has_open: bool,
}

impl<'a> Payment<'a> {
    pub(super) fn new(customers: &'a Customers, recipe: &'a BloomRecipe) -> Self {
        let has_late = customers.has(Field::DaysLate);
        let has_open = customers.has(Field::OverdueDays) || customers.has(Field::Overdue);
        Self { customers, recipe, has_late, has_open }
    }

    /// Few days late, and nothing open for long.
    pub(super) fn on_time(&self, i: usize) -> Answer {
        let late = self.days_late(i).map(|days| days <= self.recipe.on_time_days);
        let open = overdue_days(self.customers, i).map(|days| days <= self.recipe.on_time_overdue_days);
        self.join(late, open, Answer::and)
    }

    /// Late often, or something open for long.
    pub(super) fn late(&self, i: usize) -> Answer {
        let late = self.days_late(i).map(|days| days > self.recipe.late_days);
        let open = overdue_days(self.customers, i).map(|days| days > self.recipe.late_overdue_days);
        self.join(late, open, Answer::or)
    }

    /// "Has not paid you for three months."
    pub(super) fn non_payer(&self, i: usize) -> Answer {
        Answer::of(overdue_days(self.customers, i).map(|days| days > self.recipe.non_payer_days))
    }

    fn days_late(&self, i: usize) -> Option<f64> {
        self.customers.number(Field::DaysLate, i)
    }

    fn join(&self, late: Option<bool>, open: Option<bool>, with: fn(Answer, Answer) -> Answer) -> Answer {
        match (self.has_late, self.has_open) {
            (true, true) => with(Answer::of(late), Answer::of(open)),
            (true, false) => Answer::of(late),
            (false, true) => Answer::of(open),
            (false, false) => Answer::Unknown,
        }
    }
}
