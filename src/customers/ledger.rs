//! The ledger: adds up the order lines of each customer (DEFINITIONS D0).
//!
//! Lines are only written down while they come in, twelve bytes each; at the end they are put in the order of the
//! customers and the lines of one day become one occasion.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::amounts::Packed as Amount;
use super::{CustomersBuilder, Field, Occasion};
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

/// The lines of all customers.
#[derive(Clone, Debug, Default)]
pub(super) struct Ledger {
    pages: Vec<Page>,
    /// Lines that do not fit on a page.
    wide: Vec<Occasion>,
    /// Lines with a date.
    dated: usize,
    /// Per customer the lines without a date, as far as there are any.
    undated: Vec<u32>,
    /// Per customer how many order numbers it has, where lines have one.
    orders: Vec<u32>,
    /// Fingerprints of customer and order number: 128 bits, so that no two will ever be the same.
    seen_orders: HashSet<u128, BuildHasherDefault<AsItIs>>,
    /// Lines by customer, once they are put so.
    lines: Vec<Packed>,
    /// Per customer where its lines end, once all are put there: where the next goes until then.
    places: Vec<u32>,
    /// Pages that are put in order.
    grouped: usize,
    /// Per settled customer where its occasions begin.
    starts: Vec<u32>,
    /// The occasions of settled customers, one a day.
    days: Vec<Occasion>,
}

/// Lines with a date, in two columns.
#[derive(Clone, Debug)]
struct Page {
    customers: Vec<u32>,
    lines: Vec<Packed>,
}

/// A line in eight bytes, in the order of days: a day of two bytes; [`WIDE`]; a whole number and two bits for its
/// decimals, of a wide one its place among those.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Packed(u64);

const PAGE: usize = 1 << 16;
const WIDE: u64 = 1 << 32;
/// The years that fit in a day of two bytes.
const FIRST_YEAR: i16 = 1980;
const YEARS: i16 = 128;

impl Ledger {
    /// Books a line on a customer.
    pub(super) fn book(&mut self, customer: usize, line: Line) {
        let mantissa = i64::try_from(line.value.mantissa()).unwrap_or(i64::MAX);
        let packed = line.date.and_then(|date| Packed::of(date, mantissa, line.value.scale()));
        self.note_order(customer, line.order_id);
        self.enter(customer, line.date, packed, || line.value);
    }

    /// Books a line on each of these customers; a missing value counts as zero, and so do all when there are none.
    pub(super) fn book_all(
        &mut self,
        customers: &[u32],
        dates: Option<&[Option<Date>]>,
        values: Option<&[Amount]>,
        orders: Option<&[Option<&str>]>,
    ) {
        for (row, customer) in customers.iter().enumerate() {
            let value = values.map_or(Amount::ZERO, |values| values[row]);
            let value = if value.is_missing() { Amount::ZERO } else { value };
            let date = dates.and_then(|dates| dates[row]);
            let packed = date.and_then(|date| Packed::of(date, value.mantissa(), value.decimals()));
            self.enter(*customer as usize, date, packed, || value.amount().unwrap_or_default());
        }
        for (row, customer) in customers.iter().enumerate().take(orders.map_or(0, <[_]>::len)) {
            self.note_order(*customer as usize, orders.and_then(|orders| orders[row]));
        }
    }

    fn note_order(&mut self, customer: usize, order_id: Option<&str>) {
        if order_id.is_some_and(|order| self.seen_orders.insert(fingerprint(customer, order))) {
            *counter(&mut self.orders, customer) += 1;
        }
    }

    #[inline(always)]
    fn enter(
        &mut self,
        customer: usize,
        date: Option<Date>,
        packed: Option<Packed>,
        value: impl FnOnce() -> Decimal,
    ) {
        let Some(date) = date else {
            *counter(&mut self.undated, customer) += 1;
            return;
        };
        if self.dated.is_multiple_of(PAGE) {
            self.pages.push(Page::new());
        }
        self.dated += 1;
        let Some(page) = self.pages.last_mut() else { return };
        page.customers.push(customer as u32);
        page.lines.push(packed.unwrap_or(Packed(WIDE | self.wide.len() as u64)));
        if packed.is_none() {
            self.wide.push(Occasion { date, value: value() });
        }
    }

    /// Puts lines in the order of their customers, about this many; true when all are. No more can be booked.
    pub(super) fn group(&mut self, max_lines: usize) -> bool {
        if self.places.is_empty() {
            self.find_places();
        }
        let end = (self.grouped + max_lines.div_ceil(PAGE).max(1)).min(self.pages.len());
        for page in self.pages.get_mut(self.grouped..end).unwrap_or(&mut []) {
            let page = std::mem::replace(page, Page::empty());
            for (customer, line) in page.customers.iter().zip(&page.lines) {
                let place = &mut self.places[*customer as usize];
                if let Some(there) = self.lines.get_mut(*place as usize) {
                    *there = *line;
                }
                *place += 1;
            }
        }
        self.grouped = end;
        end == self.pages.len()
    }

    /// Counts the lines of every customer, to know where those of each begin.
    fn find_places(&mut self) {
        let mut counts: Vec<u32> = Vec::new();
        for page in &self.pages {
            let last = page.customers.iter().copied().max().unwrap_or(0) as usize;
            if counts.len() <= last {
                counts.resize(last + 1, 0);
            }
            page.customers.iter().for_each(|customer| counts[*customer as usize] += 1);
        }
        let mut place = 0;
        for count in &mut counts {
            place += std::mem::replace(count, place);
        }
        self.places = counts;
        self.lines = vec![Packed::default(); self.dated];
        // Growing bit by bit would copy them again and again.
        self.days.reserve_exact(self.dated);
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
        let first = self.days.len();
        self.starts.push(first as u32);
        let start =
            customer.checked_sub(1).and_then(|before| self.places.get(before)).map_or(0, |end| *end as usize);
        let end = self.places.get(customer).map_or(start, |end| *end as usize);
        let credits = self.settle_days(start, end);
        let occasions = self.days.get(first..).unwrap_or(&[]);
        if let (Some(first), Some(last)) = (occasions.first(), occasions.last()) {
            builder.set_date(Field::FirstOrder, customer, first.date);
            builder.set_date(Field::LastOrder, customer, last.date);
        }
        let counted = |counts: &[u32]| counts.get(customer).copied().unwrap_or(0);
        let orders = match counting {
            Counting::Numbers => f64::from(counted(&self.orders)),
            Counting::Rows => f64::from(counted(&self.undated)) + (end - start) as f64,
            Counting::Days => occasions.len() as f64,
        };
        builder.set_number(Field::Orders, customer, orders);
        if has_dates {
            builder.set_credits(customer, credits);
        }
    }

    /// Adds up the lines of each day, and gives the days on which more came back than was bought.
    fn settle_days(&mut self, start: usize, end: usize) -> Vec<Occasion> {
        let lines = self.lines.get_mut(start..end).unwrap_or(&mut []);
        let mut credits = Vec::new();
        let wide = &self.wide;
        if lines.iter().any(|line| line.is_wide()) {
            // The days of wide lines stand elsewhere.
            lines.order_by_key(|line| line.occasion(wide).date);
        } else if !lines.is_sorted() {
            // What adds up to the same may stand in any order.
            order_lines(lines);
        }
        let mut rest = &*lines;
        while let Some((line, further)) = rest.split_first() {
            rest = further;
            let mut day = line.occasion(wide);
            while let Some((line, further)) = rest.split_first() {
                let more = line.occasion(wide);
                if more.date != day.date {
                    break;
                }
                day.value = day.value.checked_add(more.value).unwrap_or(day.value);
                rest = further;
            }
            if day.value >= Decimal::ZERO { self.days.push(day) } else { credits.push(day) }
        }
        credits
    }

    /// Hands the occasions of all settled customers over.
    pub(super) fn hand_over(mut self, builder: &mut CustomersBuilder) {
        self.starts.push(self.days.len() as u32);
        self.days.shrink_to_fit();
        builder.set_all_occasions(self.days, self.starts);
    }
}

/// The counter of a customer; those that are not there yet begin at 0.
fn counter(counts: &mut Vec<u32>, customer: usize) -> &mut u32 {
    if counts.len() <= customer {
        counts.resize(customer + 1, 0);
    }
    &mut counts[customer]
}

/// Puts a few lines in order quickly, many in order at all.
fn order_lines(lines: &mut [Packed]) {
    const FEW: usize = 64;
    if lines.len() > FEW {
        return lines.order_by(Packed::cmp);
    }
    for at in 1..lines.len() {
        let (line, mut place) = (lines[at], at);
        while place > 0 && lines[place - 1] > line {
            lines[place] = lines[place - 1];
            place -= 1;
        }
        lines[place] = line;
    }
}

impl Page {
    fn new() -> Self {
        Self { customers: Vec::with_capacity(PAGE), lines: Vec::with_capacity(PAGE) }
    }

    fn empty() -> Self {
        Self { customers: Vec::new(), lines: Vec::new() }
    }
}

impl Packed {
    /// `None` when its year or its value is out of the ordinary.
    #[inline(always)]
    fn of(date: Date, mantissa: i64, decimals: u32) -> Option<Self> {
        let year = date.year() - FIRST_YEAR;
        let fits = (0..YEARS).contains(&year) && decimals < 4 && mantissa.unsigned_abs() < 1 << 29;
        let day = (year as u64) << 9 | (date.month() as u64) << 5 | date.day() as u64;
        let value = (mantissa as i32) << 2 | decimals as i32;
        fits.then_some(Self(day << 48 | u64::from(value as u32)))
    }

    fn is_wide(self) -> bool {
        self.0 & WIDE != 0
    }

    #[inline(always)]
    fn occasion(self, wide: &[Occasion]) -> Occasion {
        if self.is_wide() {
            let place = self.0 as u32 as usize;
            return wide.get(place).copied().unwrap_or(Occasion { date: Date::ZERO, value: Decimal::ZERO });
        }
        let (day, value) = ((self.0 >> 48) as u16, self.0 as u32 as i32);
        let date = Date::new((day >> 9) as i16 + FIRST_YEAR, (day >> 5 & 15) as i8, (day & 31) as i8);
        let value = Decimal::new(i64::from(value >> 2), (value & 3) as u32);
        Occasion { date: date.unwrap_or(Date::ZERO), value }
    }
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
