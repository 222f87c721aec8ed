//! Lines: the order lines of each customer, twelve bytes each while they come in, eight once they are in order.

use crate::{Day, Packed};

/// A line in eight bytes, in the order of days: a day of two bytes; [`ELSEWHERE`]; a whole number and two bits for its decimals,
/// of a line that stands elsewhere its place there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line(u64);

/// Lines with a day. First they are pushed, then grouped by customer, then settled customer by customer.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    pages: Vec<Page>,
    count: usize,
    /// By customer, once they are grouped; settled ones at the beginning.
    grouped: Vec<Line>,
    /// Per customer where its lines end, once all are put there: where the next goes until then.
    places: Vec<u32>,
    /// Pages that are grouped.
    done: usize,
    /// Where the settled lines end.
    settled: usize,
    /// Per settled customer where its own begin.
    starts: Vec<u32>,
}

/// Lines in two columns.
#[derive(Clone, Debug)]
struct Page {
    customers: Vec<u32>,
    lines: Vec<Line>,
}

/// What the lines of a customer came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// They are settled: what all add up to, and the days with a sum below zero, which are left out.
    Days { total: Packed, credits: Vec<Line> },
    /// They do not add up in eight bytes; [`Lines::settle_as`] is to be told what they come to.
    ByHand(Vec<Line>),
}

const PAGE: usize = 1 << 16;
const ELSEWHERE: u64 = 1 << 32;
/// The years that fit in a day of two bytes.
const FIRST_YEAR: i16 = 1980;
const YEARS: i16 = 128;
/// The first number that does not fit.
const TOO_LARGE: u64 = 1 << 29;
/// So many are put in order quickly, more in order at all.
const FEW: usize = 64;

impl Line {
    /// `None` when its year or its amount is out of the ordinary.
    #[inline(always)]
    pub fn of(day: Day, amount: Packed) -> Option<Self> {
        let (year, month, day) = day.parts()?;
        let year = year - FIRST_YEAR;
        let (mantissa, decimals) = (amount.mantissa(), amount.decimals());
        let fits = (0..YEARS).contains(&year) && decimals < 4 && mantissa.unsigned_abs() < TOO_LARGE;
        let day = (year as u64) << 9 | (month as u64) << 5 | day as u64;
        let value = (mantissa as i32) << 2 | decimals as i32;
        fits.then_some(Self(day << 48 | u64::from(value as u32)))
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
    fn value(self) -> i32 {
        (self.0 as u32 as i32) >> 2
    }

    #[inline(always)]
    fn decimals(self) -> u32 {
        self.0 as u32 & 3
    }
}

impl Lines {
    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Adds a line of a customer.
    pub fn push(&mut self, customer: u32, line: Line) {
        let page = self.page();
        page.customers.push(customer);
        page.lines.push(line);
        self.count += 1;
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
        let mut place = 0;
        while place < customers.len() {
            let page = self.page();
            let to = customers.len().min(place + PAGE - page.lines.len());
            page.customers.extend_from_slice(&customers[place..to]);
            for (row, day) in (place..to).zip(&days[place..to]) {
                let amount = amounts.map_or(Packed::ZERO, |amounts| amounts[row]);
                let line = Line::of(*day, amount).unwrap_or_else(|| {
                    odd.push(row as u32);
                    Line::elsewhere(elsewhere + odd.len() - 1)
                });
                page.lines.push(line);
            }
            self.count += to - place;
            place = to;
        }
        odd
    }

    /// A page with room.
    #[inline(always)]
    fn page(&mut self) -> &mut Page {
        if self.pages.last().is_none_or(|page| page.lines.len() >= PAGE) {
            self.pages.push(Page::new());
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    /// Puts lines in the order of their customers, about this many; true when all are. No more can be pushed.
    #[inline(never)]
    pub fn group(&mut self, max_lines: usize) -> bool {
        if self.places.is_empty() {
            self.find_places();
        }
        let end = (self.done + max_lines.div_ceil(PAGE).max(1)).min(self.pages.len());
        for page in self.pages.get_mut(self.done..end).unwrap_or(&mut []) {
            let page = std::mem::replace(page, Page::empty());
            for (customer, line) in page.customers.iter().zip(&page.lines) {
                let place = &mut self.places[*customer as usize];
                if let Some(there) = self.grouped.get_mut(*place as usize) {
                    *there = *line;
                }
                *place += 1;
            }
        }
        self.done = end;
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
        self.grouped = vec![Line::default(); self.count];
    }

    /// How many lines the customer that is to be settled next has.
    pub fn next_len(&self) -> usize {
        let (start, end) = self.next();
        end - start
    }

    fn next(&self) -> (usize, usize) {
        let customer = self.starts.len();
        let start =
            customer.checked_sub(1).and_then(|before| self.places.get(before)).map_or(0, |end| *end as usize);
        (start, self.places.get(customer).map_or(start, |end| *end as usize))
    }

    /// Adds up the lines of each day of the next customer.
    #[inline(never)]
    pub fn settle(&mut self) -> Settled {
        let (start, end) = self.next();
        let lines = self.grouped.get_mut(start..end).unwrap_or(&mut []);
        if !are_alike(lines) {
            return Settled::ByHand(lines.to_vec());
        }
        order(lines);
        if !days_fit(lines) {
            return Settled::ByHand(lines.to_vec());
        }
        self.starts.push(self.settled as u32);
        let mut credits = Vec::new();
        let (mut at, mut total) = (start, 0);
        let decimals = self.grouped.get(start).filter(|_| start < end).map_or(0, |line| line.decimals());
        while at < end {
            let first = self.grouped[at];
            let (day, mut value) = (first.0 >> 48, first.value());
            at += 1;
            while at < end && self.grouped[at].0 >> 48 == day {
                value += self.grouped[at].value();
                at += 1;
            }
            total += i64::from(value);
            let line = Line(day << 48 | u64::from((value << 2 | decimals as i32) as u32));
            if value < 0 {
                credits.push(line);
                continue;
            }
            // Settled lines are never more than there were: this place was read already.
            self.grouped[self.settled] = line;
            self.settled += 1;
        }
        Settled::Days { total: Packed::new(total, decimals), credits }
    }

    /// Settles the next customer as somebody else found; with as many lines as there were, or fewer.
    pub fn settle_as(&mut self, lines: &[Line]) {
        self.starts.push(self.settled as u32);
        for line in lines {
            if let Some(place) = self.grouped.get_mut(self.settled) {
                *place = *line;
                self.settled += 1;
            }
        }
    }

    /// The lines of the customer that was settled last.
    pub fn last_settled(&self) -> &[Line] {
        let start = self.starts.last().map_or(0, |start| *start as usize);
        self.grouped.get(start..self.settled).unwrap_or(&[])
    }

    /// The settled lines, and per customer where its own begin; one more at the end.
    pub fn finish(mut self) -> (Vec<Line>, Vec<u32>) {
        self.starts.push(self.settled as u32);
        self.grouped.truncate(self.settled);
        self.grouped.shrink_to_fit();
        (self.grouped, self.starts)
    }
}

/// Whether these can be added up as they stand: all are here, with as many decimals.
fn are_alike(lines: &[Line]) -> bool {
    let Some(first) = lines.first() else { return true };
    lines.iter().all(|line| line.0 & ELSEWHERE == 0 && line.decimals() == first.decimals())
}

/// Whether the sum of each day fits, of lines in order.
fn days_fit(lines: &[Line]) -> bool {
    let mut days = lines.chunk_by(|one, other| one.0 >> 48 == other.0 >> 48);
    days.all(|day| day.iter().map(|line| i64::from(line.value())).sum::<i64>().unsigned_abs() < TOO_LARGE)
}

/// Puts lines in order. What adds up to the same may stand in any order.
fn order(lines: &mut [Line]) {
    if lines.is_sorted() {
        return;
    }
    if lines.len() > FEW {
        return lines.sort_unstable();
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
        while !all.group(1) {}
        for (settled, days) in expected.iter().zip(days) {
            assert_eq!(&all.settle(), settled);
            if let Settled::ByHand(_) = settled {
                all.settle_as(days);
            }
            assert_eq!(all.last_settled(), *days);
        }
        let (lines, starts) = all.finish();
        assert_eq!(lines, days.concat());
        assert_eq!(starts.len(), days.len() + 1);
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
        let odd = Line::of(Day::of(2025, 1, 1), Packed::new(1, 1)).unwrap();
        check(&[(0, line(1, 1)), (0, odd)], &[Settled::ByHand(vec![line(1, 1), odd])], &[&[line(1, 11)]]);
    }

    #[test]
    fn what_does_not_fit_stands_elsewhere() {
        let mut lines = Lines::default();
        let days = [Day::of(2025, 1, 1), Day::of(1979, 12, 31), Day::of(2025, 1, 1)];
        let amounts = [Packed::new(1, 4), Packed::ZERO, Packed::new(-5, 0)];
        assert_eq!(lines.push_all(&[0, 0, 0], &days, Some(&amounts), 7), [0, 1]);
        assert!(lines.group(usize::MAX));
        let Settled::ByHand(lines) = lines.settle() else { panic!("they do not add up") };
        assert_eq!((lines[0].place(), lines[1].place(), lines[2].place()), (Some(7), Some(8), None));
        assert_eq!((lines[2].day(), lines[2].amount()), (days[2], amounts[2]));
    }
}
