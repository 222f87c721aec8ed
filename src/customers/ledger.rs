//! The ledger: adds up the order lines of each customer (DEFINITIONS D0).

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{CustomersBuilder, Field, Occasion};

/// What one customer's lines add up to.
#[derive(Clone, Debug, Default)]
struct Account {
    lines: u32,
    orders: u32,
    days: Vec<Occasion>,
}

/// One line, as far as the ledger is concerned.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    pub(super) date: Option<Date>,
    /// Zero when the list has no amounts.
    pub(super) value: Decimal,
    pub(super) order_id: Option<&'t str>,
}

/// What counts as one order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counting {
    /// Every order number.
    Numbers,
    /// Every row.
    Rows,
    /// Every day with purchases.
    Days,
}

/// The lines of all customers.
#[derive(Clone, Debug, Default)]
pub(super) struct Ledger {
    accounts: Vec<Account>,
    /// Fingerprints of customer and order number: 128 bits, so that no two will ever be the same.
    seen_orders: HashSet<u128>,
}

/// Days kept apart before they are merged, so that a customer with a million lines stays small.
const MERGE_AT: usize = 4096;

impl Ledger {
    /// Books a line on a customer.
    pub(super) fn book(&mut self, customer: usize, line: Line) {
        if self.accounts.len() <= customer {
            self.accounts.resize_with(customer + 1, Account::default);
        }
        let account = &mut self.accounts[customer];
        account.lines += 1;
        if let Some(date) = line.date {
            account.days.push(Occasion { date, value: line.value });
            if account.days.len() >= MERGE_AT && account.days.len().is_power_of_two() {
                merge_days(&mut account.days);
            }
        }
        if let Some(order) = line.order_id {
            account.orders += u32::from(self.seen_orders.insert(fingerprint(customer, order)));
        }
    }

    /// Writes a customer's occasions and credits, first and last order and number of orders.
    pub(super) fn settle(
        &mut self,
        customer: usize,
        counting: Counting,
        has_dates: bool,
        builder: &mut CustomersBuilder,
    ) {
        let Some(account) = self.accounts.get_mut(customer) else { return };
        merge_days(&mut account.days);
        let (occasions, credits): (Vec<Occasion>, Vec<Occasion>) =
            std::mem::take(&mut account.days).into_iter().partition(|day| day.value >= Decimal::ZERO);
        if let (Some(first), Some(last)) = (occasions.first(), occasions.last()) {
            builder.set_date(Field::FirstOrder, customer, first.date);
            builder.set_date(Field::LastOrder, customer, last.date);
        }
        let orders = match counting {
            Counting::Numbers => f64::from(account.orders),
            Counting::Rows => f64::from(account.lines),
            Counting::Days => occasions.len() as f64,
        };
        builder.set_number(Field::Orders, customer, orders);
        if has_dates {
            builder.set_occasions(customer, occasions);
            builder.set_credits(customer, credits);
        }
    }
}

fn fingerprint(customer: usize, order: &str) -> u128 {
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        (salt, customer, order).hash(&mut hasher);
        u128::from(hasher.finish())
    };
    (half(0) << 64) | half(1)
}

/// One entry a day with its net value, ascending.
fn merge_days(days: &mut Vec<Occasion>) {
    days.sort_by_key(|day| day.date);
    days.dedup_by(|later, earlier| {
        let same = later.date == earlier.date;
        if same {
            earlier.value = earlier.value.checked_add(later.value).unwrap_or(earlier.value);
        }
        same
    });
}
