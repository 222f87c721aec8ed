//! Lines: the order lines of each customer, eight bytes each.
//!
//! Customers are taken by the thousands: the lines of so many fit into the memory that is near to the processor, and what is put
//! in order there takes the room of what was.

use crate::{Day, Packed};

/// A line in eight bytes, in the order of days: a day of two bytes; room for its customer as long as it is not put in order;
/// [`ELSEWHERE`]; a whole number and two bits for its decimals, of a line that stands elsewhere its place there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line(u64);

/// Lines with a day. First they are pushed, then settled customer by customer.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// By customer, a few thousand customers each: the page that is written on,
    open: Vec<Vec<Line>>,
    /// and those that are full.
    full: Vec<Vec<Vec<Line>>>,
    /// How many parts were put in order.
    known: usize,
    /// The lines of the last of those, by customer.
    grouped: Vec<Line>,
    /// Per customer of that part where its lines end.
    ends: Vec<u32>,
    settled: History,
}

/// Lines customer by customer, one customer after the other.
#[derive(Clone, Debug, Default)]
pub struct History {
    parts: Vec<Chapter>,
    customers: usize,
}

/// Those of some thousand customers.
#[derive(Clone, Debug, Default)]
struct Chapter {
    lines: Vec<Line>,
    /// Per customer where its own begin.
    starts: Vec<u32>,
}

/// What the lines of a customer came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// They are settled: what all add up to, and the days with a sum below zero, which are left out.
    Days { total: Packed, credits: Vec<Line> },
    /// They do not add up in eight bytes; [`Lines::settle_as`] is to be told what they come to.
    ByHand(Vec<Line>),
}

/// A part has two to this power of customers.
const PART_BITS: u32 = 14;
const PART: usize = 1 << PART_BITS;
const PAGE: usize = 1 << 13;
const ELSEWHERE: u64 = 1 << 32;
const DECIMALS: u64 = 3;
/// Where in a line the number of its customer stands, counted within the part.
const OWNER: u32 = 33;
const OWNERS: u64 = (PART as u64 - 1) << OWNER;
/// The years that fit in a day of two bytes.
const FIRST_YEAR: i16 = 1980;
const YEARS: u32 = 128;
/// The first number that does not fit.
const TOO_LARGE: u64 = 1 << 29;

impl Line {
    /// `None` when its year or its amount is out of the ordinary.
    #[inline(always)]
    pub fn of(day: Day, amount: Packed) -> Option<Self> {
        // A missing day comes before the first year, and so far behind the last.
        let day = day.since(FIRST_YEAR);
        let (mantissa, decimals) = (amount.mantissa(), amount.decimals());
        let fits = day < (YEARS << 9) && decimals < 4 && mantissa.unsigned_abs() < TOO_LARGE;
        let value = (mantissa as i32) << 2 | decimals as i32;
        fits.then_some(Self(u64::from(day) << 48 | u64::from(value as u32)))
    }

    /// A line that stands elsewhere, at this place.
    pub fn elsewhere(place: usize) -> Self {
        Self(ELSEWHERE | place as u64)
    }

    /// Where it stands elsewhere; `None` when it does not.
    #[inline(always)]
    pub fn place(self) -> Option<usize> {
        (self.0 & ELSEWHERE != 0).then_some(self.0 as u32 as usize)
    }

    /// Its day; of a line that stands elsewhere it means nothing.
    #[inline(always)]
    pub fn day(self) -> Day {
        let day = (self.0 >> 48) as u16;
        Day::of((day >> 9) as i16 + FIRST_YEAR, (day >> 5 & 15) as i8, (day & 31) as i8)
    }

    /// Its amount; of a line that stands elsewhere it means nothing.
    #[inline(always)]
    pub fn amount(self) -> Packed {
        Packed::new(i64::from(self.value()), self.decimals())
    }

    #[inline(always)]
    fn of_owner(self, owner: usize) -> Self {
        Self(self.0 | (owner as u64) << OWNER)
    }

    #[inline(always)]
    fn owner(self) -> usize {
        ((self.0 & OWNERS) >> OWNER) as usize
    }

    #[inline(always)]
    fn value(self) -> i32 {
        (self.0 as u32 as i32) >> 2
    }

    #[inline(always)]
    fn decimals(self) -> u32 {
        (self.0 & DECIMALS) as u32
    }
}

impl Lines {
    /// Adds a line of a customer.
    #[inline(always)]
    pub fn push(&mut self, customer: u32, line: Line) {
        let part = (customer >> PART_BITS) as usize;
        if self.open.get(part).is_none_or(|page| page.len() == page.capacity()) {
            self.turn(part);
        }
        if let Some(page) = self.open.get_mut(part) {
            page.push(line.of_owner(customer as usize % PART));
        }
    }

    /// Gives a part a new page.
    #[cold]
    fn turn(&mut self, part: usize) {
        if self.open.len() <= part {
            self.open.resize_with(part + 1, Vec::new);
            self.full.resize_with(part + 1, Vec::new);
        }
        let page = std::mem::replace(&mut self.open[part], Vec::with_capacity(PAGE));
        if !page.is_empty() {
            self.full[part].push(page);
        }
    }

    /// Adds a line of each of these customers; without amounts of nothing. Gives the places of those that do not fit, which are
    /// taken to stand elsewhere from `elsewhere` on.
    #[inline(never)]
    #[must_use]
    pub fn push_all(
        &mut self,
        customers: &[u32],
        days: &[Day],
        amounts: Option<&[Packed]>,
        elsewhere: usize,
    ) -> Vec<u32> {
        let mut odd = Vec::new();
        for (place, (customer, day)) in customers.iter().zip(days).enumerate() {
            let amount = amounts.map_or(Packed::ZERO, |amounts| amounts[place]);
            let line = Line::of(*day, amount).unwrap_or_else(|| {
                odd.push(place as u32);
                Line::elsewhere(elsewhere + odd.len() - 1)
            });
            self.push(*customer, line);
        }
        odd
    }

    /// How many lines the customer that is to be settled next has. No more can be pushed.
    pub fn next_len(&mut self) -> usize {
        let (start, end) = self.next();
        end - start
    }

    /// Where the lines of the next customer stand among those of its part.
    fn next(&mut self) -> (usize, usize) {
        let customer = self.settled.customers % PART;
        let part = self.settled.customers >> PART_BITS;
        if part == self.known {
            self.group(part);
            self.known += 1;
        }
        let start =
            customer.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        (start, self.ends.get(customer).map_or(start, |end| *end as usize))
    }

    /// Puts the lines of a part in the order of their customers.
    #[inline(never)]
    fn group(&mut self, part: usize) {
        let mut pages = self.full.get_mut(part).map(std::mem::take).unwrap_or_default();
        pages.extend(self.open.get_mut(part).map(std::mem::take));
        self.ends.clear();
        self.ends.resize(PART, 0);
        for line in pages.iter().flatten() {
            self.ends[line.owner()] += 1;
        }
        let mut place = 0;
        for end in &mut self.ends {
            place += std::mem::replace(end, place);
        }
        self.grouped.clear();
        self.grouped.resize(place as usize, Line::default());
        for page in pages {
            for line in page {
                let place = &mut self.ends[line.owner()];
                self.grouped[*place as usize] = Line(line.0 & !OWNERS);
                *place += 1;
            }
        }
    }

    /// Adds up the lines of each day of the next customer.
    #[inline(never)]
    pub fn settle(&mut self) -> Settled {
        let (start, end) = self.next();
        self.settled.begin(self.grouped.len());
        let lines = self.grouped.get_mut(start..end).unwrap_or(&mut []);
        if !are_alike(lines) {
            return Settled::ByHand(lines.to_vec());
        }
        // Most lists are in the order of days; what adds up to the same may stand in any order.
        if !lines.is_sorted() {
            lines.sort_unstable();
        }
        self.settled.add_up(lines).unwrap_or_else(|| Settled::ByHand(lines.to_vec()))
    }

    /// Settles the customer that does not add up in eight bytes as somebody else found.
    pub fn settle_as(&mut self, lines: &[Line]) {
        for line in lines {
            self.settled.add(*line);
        }
    }

    /// The lines of the customer that was settled last.
    pub fn last_settled(&self) -> &[Line] {
        self.settled.customers.checked_sub(1).map_or(&[], |last| self.settled.get(last))
    }

    /// The settled lines.
    pub fn finish(mut self) -> History {
        self.settled.close();
        self.settled
    }
}

impl History {
    /// From now on lines are those of the next customer. So many are expected of it and some thousand after it.
    #[inline]
    pub fn begin(&mut self, expected: usize) {
        if self.customers.is_multiple_of(PART) {
            self.close();
            self.parts.push(Chapter { lines: Vec::with_capacity(expected), starts: Vec::new() });
        }
        self.customers += 1;
        if let Some(part) = self.parts.last_mut() {
            part.starts.push(part.lines.len() as u32);
        }
    }

    /// Adds a line.
    #[inline]
    pub fn add(&mut self, line: Line) {
        if let Some(part) = self.parts.last_mut() {
            part.lines.push(line);
        }
    }

    /// Adds the sum of each day of lines that are alike and in order; `None`, and no line is added, when one does not fit.
    #[inline(always)]
    fn add_up(&mut self, lines: &[Line]) -> Option<Settled> {
        let kept = &mut self.parts.last_mut()?.lines;
        let (before, decimals) = (kept.len(), lines.first().map_or(0, |line| line.decimals()));
        let (mut credits, mut total, mut at) = (Vec::new(), 0, 0);
        while let Some(line) = lines.get(at) {
            let day = line.0 >> 48;
            // On the way to its sum a day may have more than fits in a line.
            let mut sum = i64::from(line.value());
            at += 1;
            while let Some(line) = lines.get(at).filter(|line| line.0 >> 48 == day) {
                sum += i64::from(line.value());
                at += 1;
            }
            if sum.unsigned_abs() >= TOO_LARGE {
                kept.truncate(before);
                return None;
            }
            total += sum;
            let line = Line(day << 48 | u64::from(((sum as i32) << 2 | decimals as i32) as u32));
            if sum < 0 { credits.push(line) } else { kept.push(line) }
        }
        Some(Settled::Days { total: Packed::new(total, decimals), credits })
    }

    /// The last part takes no more room than it needs.
    fn close(&mut self) {
        if let Some(part) = self.parts.last_mut() {
            part.lines.shrink_to_fit();
        }
    }

    /// How many customers there are.
    pub fn customers(&self) -> usize {
        self.customers
    }

    /// The lines of one customer; none beyond the end.
    pub fn get(&self, customer: usize) -> &[Line] {
        let Some(part) = self.parts.get(customer >> PART_BITS) else { return &[] };
        let Some(start) = part.starts.get(customer % PART) else { return &[] };
        let end = part.starts.get(customer % PART + 1).map_or(part.lines.len(), |end| *end as usize);
        part.lines.get(*start as usize..end).unwrap_or(&[])
    }
}

/// Whether these can be added up as they stand: all are here, with as many decimals.
#[inline(always)]
fn are_alike(lines: &[Line]) -> bool {
    let Some(first) = lines.first() else { return true };
    let differ = lines.iter().fold(0, |differ, line| differ | (line.0 ^ first.0));
    (differ | first.0) & ELSEWHERE == 0 && differ & DECIMALS == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(day: i8, cents: i64) -> Line {
        Line::of(Day::of(2025, 1, day), Packed::new(cents, 2)).unwrap()
    }

    fn check(lines: &[(u32, Line)], expected: &[Settled], days: &[&[Line]]) {
        let mut all = Lines::default();
        for (customer, line) in lines {
            all.push(*customer, *line);
        }
        for (settled, days) in expected.iter().zip(days) {
            assert_eq!(&all.settle(), settled);
            if let Settled::ByHand(_) = settled {
                all.settle_as(days);
            }
            assert_eq!(all.last_settled(), *days);
        }
        let history = all.finish();
        assert_eq!(history.customers(), days.len());
        for (customer, days) in days.iter().enumerate() {
            assert_eq!(history.get(customer), *days);
        }
    }

    #[test]
    fn lines_of_one_day_become_one() {
        let days = |total, credits: &[Line]| Settled::Days {
            total: Packed::new(total, 2),
            credits: credits.to_vec(),
        };
        check(
            &[(1, line(3, 50)), (0, line(2, 100)), (1, line(1, -70)), (1, line(3, 5)), (0, line(1, 7))],
            &[days(107, &[]), days(-15, &[line(1, -70)])],
            &[&[line(1, 7), line(2, 100)], &[line(3, 55)]],
        );
        let large = (TOO_LARGE - 1) as i64;
        check(
            &[(0, line(2, large)), (0, line(1, large)), (1, line(1, large)), (1, line(1, 1))],
            &[days(2 * large, &[]), Settled::ByHand(vec![line(1, 1), line(1, large)])],
            &[&[line(1, large), line(2, large)], &[Line::elsewhere(0)]],
        );
        let there_and_back = [large, large, large, large, large, -large, -large, -large, -large, 5 - large];
        check(&there_and_back.map(|cents| (0, line(1, cents))), &[days(5, &[])], &[&[line(1, 5)]]);
        let odd = Line::of(Day::of(2025, 1, 1), Packed::new(1, 1)).unwrap();
        check(&[(0, line(1, 1)), (0, odd)], &[Settled::ByHand(vec![line(1, 1), odd])], &[&[line(1, 11)]]);
    }

    #[test]
    fn what_does_not_fit_stands_elsewhere() {
        let mut lines = Lines::default();
        let days = [Day::of(2025, 1, 1), Day::of(1979, 12, 31), Day::of(2025, 1, 1)];
        let amounts = [Packed::new(1, 4), Packed::ZERO, Packed::new(-5, 0)];
        assert_eq!(lines.push_all(&[0, 0, 0], &days, Some(&amounts), 7), [0, 1]);
        let Settled::ByHand(lines) = lines.settle() else { panic!("they do not add up") };
        assert_eq!((lines[0].place(), lines[1].place(), lines[2].place()), (Some(7), Some(8), None));
        assert_eq!((lines[2].day(), lines[2].amount()), (days[2], amounts[2]));
    }

    #[test]
    fn customers_of_all_parts_keep_their_lines() {
        let mut lines = Lines::default();
        let all = 2 * PART + 5;
        for day in 1..=3 {
            for customer in (0..all).step_by(7) {
                lines.push(customer as u32, line(4 - day, customer as i64));
            }
        }
        for customer in 0..all {
            assert_eq!(lines.next_len(), if customer % 7 == 0 { 3 } else { 0 });
            lines.settle();
        }
        let history = lines.finish();
        assert_eq!(history.customers(), all);
        for customer in 0..all {
            let expected = [1, 2, 3].map(|day| line(day, customer as i64));
            let expected = if customer % 7 == 0 { &expected[..] } else { &[] };
            assert_eq!(history.get(customer), expected);
        }
        assert!(history.get(all).is_empty());
    }
}
