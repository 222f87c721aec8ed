//! The ledger: adds up the order lines of each customer (DEFINITIONS D0).
//!
//! Lines are only written down while they come in; at the end they are put in the order of the customers and the lines of one
//! day become one occasion.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

use jiff::civil::Date;
use quick::{Day, Line as Packed, Lines, OrderNumbers, Packed as Amount, Settled};
use rust_decimal::Decimal;

use super::amounts::{pack, unpacked};
use super::occasion::{History, occasion, packed};
use super::{CustomersBuilder, Field, Occasion, date};
use crate::sorted::InOrder;

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

/// What is settled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settling {
    pub(super) counting: Counting,
    pub(super) has_dates: bool,
    /// Whether the lines are all that makes up the revenue.
    pub(super) has_revenue: bool,
}

/// The lines of all customers.
#[derive(Clone, Debug, Default)]
pub(super) struct Ledger {
    lines: Lines,
    /// Lines that do not fit among those.
    wide: Vec<Occasion>,
    /// Days that do not fit among the settled ones.
    wide_days: Vec<Occasion>,
    /// Per customer the lines without a date, as far as there are any.
    undated: Vec<u32>,
    orders: OrderNumbers,
    /// Fingerprints of customer and order number, where the number is out of the ordinary: 128 bits, so that no two will ever be
    /// the same.
    seen_orders: HashSet<u128, BuildHasherDefault<AsItIs>>,
}

impl Ledger {
    /// Books a line on a customer.
    pub(super) fn book(&mut self, customer: usize, line: Line) {
        self.note_orders(&[customer as u32], &[line.order_id]);
        let Some(day) = line.date else {
            *counter(&mut self.undated, customer) += 1;
            return;
        };
        let packed = pack(line.value).and_then(|amount| Packed::of(date::packed(day), amount));
        self.lines.push(customer as u32, packed.unwrap_or(Packed::elsewhere(self.wide.len())));
        if packed.is_none() {
            self.wide.push(Occasion { date: day, value: line.value });
        }
    }

    /// Books a line on each of these customers, all of them with a day when there are days; without values they are of nothing.
    pub(super) fn book_all(
        &mut self,
        customers: &[u32],
        days: Option<&[Day]>,
        values: Option<&[Amount]>,
        orders: Option<&[Option<&str>]>,
    ) {
        match days {
            Some(days) => {
                for row in self.lines.push_all(customers, days, values, self.wide.len()) {
                    let value = values.and_then(|values| unpacked(values[row as usize]));
                    let date = date::unpacked(days[row as usize]).unwrap_or_default();
                    self.wide.push(Occasion { date, value: value.unwrap_or_default() });
                }
            }
            None => {
                for customer in customers {
                    *counter(&mut self.undated, *customer as usize) += 1;
                }
            }
        }
        self.note_orders(customers, orders.unwrap_or(&[]));
    }

    fn note_orders(&mut self, customers: &[u32], orders: &[Option<&str>]) {
        for place in self.orders.note_all(customers, orders) {
            let (customer, order) = (customers[place as usize], orders[place as usize].unwrap_or(""));
            if !self.seen_orders.insert(fingerprint(customer, order)) {
                self.orders.pass(customer);
            }
        }
    }

    /// Writes a customer's credits, first and last order, number of orders and revenue. To be called for every customer in
    /// turn; no more lines can be booked.
    pub(super) fn settle(&mut self, customer: usize, settling: Settling, builder: &mut CustomersBuilder) {
        let lines = self.lines.next_len();
        let (total, credits) = match self.lines.settle() {
            Settled::Days { total, credits } => {
                let credits = credits.iter().map(|line| occasion(*line, &self.wide)).collect();
                (unpacked(total), credits)
            }
            Settled::ByHand(lines) => {
                let (days, credits) = self.days_of(&lines);
                let all = days.iter().chain(&credits).map(|day| day.value);
                let total = all.reduce(|sum, value| sum.checked_add(value).unwrap_or(sum));
                let packed: Vec<Packed> = days.iter().map(|day| packed(*day, &mut self.wide_days)).collect();
                self.lines.settle_as(&packed);
                (total, credits)
            }
        };
        let occasions = self.lines.last_settled();
        if let (Some(first), Some(last)) = (occasions.first(), occasions.last()) {
            builder.set_date(Field::FirstOrder, customer, occasion(*first, &self.wide_days).date);
            builder.set_date(Field::LastOrder, customer, occasion(*last, &self.wide_days).date);
        }
        let rows = lines + self.undated.get(customer).map_or(0, |undated| *undated as usize);
        let orders = match settling.counting {
            Counting::Numbers => self.orders.of(customer, rows),
            Counting::Rows => rows,
            Counting::Days => occasions.len(),
        };
        builder.set_number(Field::Orders, customer, orders as f64);
        if settling.has_dates {
            builder.set_credits(customer, credits);
        }
        if let Some(total) = total.filter(|_| settling.has_revenue && lines > 0) {
            builder.add_money(Field::Revenue, customer, total);
        }
    }

    /// The lines of each day added up, and the days on which more came back than was bought.
    fn days_of(&self, lines: &[Packed]) -> (Vec<Occasion>, Vec<Occasion>) {
        let mut all: Vec<Occasion> = lines.iter().map(|line| occasion(*line, &self.wide)).collect();
        all.order_by_key(|day| day.date);
        let mut days: Vec<Occasion> = Vec::new();
        for line in all {
            match days.last_mut().filter(|day| day.date == line.date) {
                Some(day) => day.value = day.value.checked_add(line.value).unwrap_or(day.value),
                None => days.push(line),
            }
        }
        days.into_iter().partition(|day| day.value >= Decimal::ZERO)
    }

    /// Hands the occasions of all settled customers over.
    pub(super) fn hand_over(self, builder: &mut CustomersBuilder) {
        builder.set_history(History::new(self.lines.finish(), self.wide_days));
    }
}

/// The counter of a customer; those that are not there yet begin at 0.
fn counter(counts: &mut Vec<u32>, customer: usize) -> &mut u32 {
    if counts.len() <= customer {
        counts.resize(customer + 1, 0);
    }
    &mut counts[customer]
}

fn fingerprint(customer: u32, order: &str) -> u128 {
    let half = |seed: u64, factor: u64| {
        let mut sum = (seed ^ u64::from(customer)).wrapping_mul(factor);
        for piece in order.as_bytes().chunks(8) {
            let mut eight = [0; 8];
            eight[..piece.len()].copy_from_slice(piece);
            sum = (sum ^ (sum >> 31) ^ u64::from_le_bytes(eight)).wrapping_mul(factor);
        }
        sum = (sum ^ (sum >> 29) ^ order.len() as u64).wrapping_mul(factor);
        u128::from(sum ^ (sum >> 32))
    };
    (half(0x243F_6A88_85A3_08D3, 0x9E37_79B9_7F4A_7C15) << 64)
        | half(0x1319_8A2E_0370_7344, 0xD6E8_FEB8_6659_FD93)
}

/// A fingerprint needs no mixing to find its place.
#[derive(Clone, Copy, Debug, Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |sum, byte| (sum << 8) | u64::from(*byte));
    }

    fn write_u128(&mut self, print: u128) {
        self.0 = print as u64;
    }
}
