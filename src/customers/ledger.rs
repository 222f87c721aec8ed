//! The ledger: adds up the order lines of each customer (DEFINITIONS D0).
//!
//! Lines are only written down while they come in, ten bytes each; at the end they are put in the order of the
//! customers and the lines of one day become one occasion.

use std::collections::{BTreeMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::amounts::Packed;
use super::{CustomersBuilder, Field, Occasion};

/// What one customer's lines add up to.
#[derive(Clone, Copy, Debug, Default)]
struct Account {
    lines: u32,
    orders: u32,
    /// Lines with a date.
    dated: u32,
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
    pages: Vec<Page>,
    /// Lines that do not fit on a page, by their number.
    wide: BTreeMap<usize, Occasion>,
    dated: usize,
    /// Fingerprints of customer and order number: 128 bits, so that no two will ever be the same.
    seen_orders: HashSet<u128, BuildHasherDefault<AsItIs>>,
    /// Lines by customer, once they are put so; those of settled customers are one a day.
    days: Vec<Occasion>,
    /// Per customer where its lines in `days` begin, while they are put there: where the next goes.
    places: Vec<u32>,
    grouped: usize,
    /// Per settled customer where its occasions begin.
    starts: Vec<u32>,
    /// How many occasions the settled customers have.
    settled: usize,
}

/// Lines with a date, in three columns.
#[derive(Clone, Debug)]
struct Page {
    customers: Vec<u32>,
    days: Vec<u16>,
    /// A whole number and two bits for its decimals; [`WIDE`] stands elsewhere.
    values: Vec<i32>,
}

const PAGE: usize = 1 << 16;
const WIDE: i32 = i32::MIN;
/// The years that fit in a day of two bytes.
const FIRST_YEAR: i16 = 1980;
const YEARS: i16 = 128;

impl Ledger {
    /// Books a line on a customer.
    pub(super) fn book(&mut self, customer: usize, line: Line) {
        let mantissa = i64::try_from(line.value.mantissa()).unwrap_or(i64::MAX);
        let packed = |date| pack(date, mantissa, line.value.scale());
        self.enter(customer, line.date, line.order_id, packed, || line.value);
    }

    /// Books a line with a value that is packed; a missing one counts as zero.
    pub(super) fn book_packed(
        &mut self,
        customer: usize,
        date: Option<Date>,
        value: Packed,
        order_id: Option<&str>,
    ) {
        let value = if value.is_missing() { Packed::ZERO } else { value };
        let packed = |date| pack(date, value.mantissa(), value.decimals());
        self.enter(customer, date, order_id, packed, || value.amount().unwrap_or_default());
    }

    fn enter(
        &mut self,
        customer: usize,
        date: Option<Date>,
        order_id: Option<&str>,
        packed: impl FnOnce(Date) -> Option<(u16, i32)>,
        value: impl FnOnce() -> Decimal,
    ) {
        if self.accounts.len() <= customer {
            self.accounts.resize(customer + 1, Account::default());
        }
        let account = &mut self.accounts[customer];
        account.lines += 1;
        if let Some(order) = order_id {
            account.orders += u32::from(self.seen_orders.insert(fingerprint(customer, order)));
        }
        let Some(date) = date else { return };
        account.dated += 1;
        let number = self.dated;
        self.dated += 1;
        if number.is_multiple_of(PAGE) {
            self.pages.push(Page::new());
        }
        let Some(page) = self.pages.last_mut() else { return };
        let packed = packed(date);
        let (day, amount) = packed.unwrap_or((0, WIDE));
        page.customers.push(customer as u32);
        page.days.push(day);
        page.values.push(amount);
        if packed.is_none() {
            self.wide.insert(number, Occasion { date, value: value() });
        }
    }

    /// Puts lines in the order of their customers, about this many; true when all are. No more can be booked.
    pub(super) fn group(&mut self, max_lines: usize) -> bool {
        if self.places.is_empty() {
            let nothing = Occasion { date: Date::ZERO, value: Decimal::ZERO };
            self.days = vec![nothing; self.dated];
            let mut place = 0;
            for account in &self.accounts {
                self.places.push(place);
                place += account.dated;
            }
            self.places.push(place);
        }
        let end = self.grouped.saturating_add(max_lines.max(PAGE)).min(self.dated);
        while self.grouped < end {
            let number = self.grouped / PAGE;
            let page = std::mem::replace(&mut self.pages[number], Page::empty());
            for (at, customer) in page.customers.iter().enumerate() {
                let line = unpack(page.days[at], page.values[at]);
                let line = line.or_else(|| self.wide.get(&(number * PAGE + at)).copied());
                let place = &mut self.places[*customer as usize];
                if let (Some(day), Some(line)) = (self.days.get_mut(*place as usize), line) {
                    *day = line;
                }
                *place += 1;
            }
            self.grouped += page.customers.len();
        }
        self.grouped == self.dated
    }

    /// Writes a customer's occasions and credits, first and last order and number of orders. To be called for every
    /// customer in turn, after [`Ledger::group`].
    pub(super) fn settle(
        &mut self,
        customer: usize,
        counting: Counting,
        has_dates: bool,
        builder: &mut CustomersBuilder,
    ) {
        self.starts.push(self.settled as u32);
        let Some(account) = self.accounts.get(customer).copied() else { return };
        let end = self.places.get(customer).map_or(0, |end| *end as usize);
        let first = self.settled;
        let mut credits = Vec::new();
        let lines = self.days.get_mut(end - account.dated as usize..end).unwrap_or(&mut []);
        if !lines.is_sorted_by_key(|line| line.date) {
            lines.sort_by_key(|line| line.date);
        }
        let mut at = end - account.dated as usize;
        while at < end {
            let mut day = self.days[at];
            at += 1;
            while at < end && self.days[at].date == day.date {
                day.value = day.value.checked_add(self.days[at].value).unwrap_or(day.value);
                at += 1;
            }
            if day.value >= Decimal::ZERO {
                self.days[self.settled] = day;
                self.settled += 1;
            } else {
                credits.push(day);
            }
        }
        let occasions = self.days.get(first..self.settled).unwrap_or(&[]);
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
            builder.set_credits(customer, credits);
        }
    }

    /// Hands the occasions of all settled customers over.
    pub(super) fn hand_over(mut self, builder: &mut CustomersBuilder) {
        self.starts.push(self.settled as u32);
        self.days.truncate(self.settled);
        builder.set_all_occasions(self.days, self.starts);
    }
}

impl Page {
    fn new() -> Self {
        Self {
            customers: Vec::with_capacity(PAGE),
            days: Vec::with_capacity(PAGE),
            values: Vec::with_capacity(PAGE),
        }
    }

    fn empty() -> Self {
        Self { customers: Vec::new(), days: Vec::new(), values: Vec::new() }
    }
}

/// A line in six bytes; `None` when its year or its value is out of the ordinary.
#[inline]
fn pack(date: Date, mantissa: i64, decimals: u32) -> Option<(u16, i32)> {
    let year = date.year() - FIRST_YEAR;
    let fits = (0..YEARS).contains(&year) && decimals < 4 && mantissa.unsigned_abs() < 1 << 29;
    let day = (year as u16) << 9 | (date.month() as u16) << 5 | date.day() as u16;
    fits.then_some((day, (mantissa as i32) << 2 | decimals as i32))
}

fn unpack(day: u16, value: i32) -> Option<Occasion> {
    let date = || {
        Date::new((day >> 9) as i16 + FIRST_YEAR, (day >> 5 & 15) as i8, (day & 31) as i8)
            .unwrap_or(Date::ZERO)
    };
    let value = (value != WIDE).then(|| Decimal::new(i64::from(value >> 2), (value & 3) as u32))?;
    Some(Occasion { date: date(), value })
}

fn fingerprint(customer: usize, order: &str) -> u128 {
    let half = |seed: u64, factor: u64| {
        let mut sum = (seed ^ customer as u64).wrapping_mul(factor);
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
