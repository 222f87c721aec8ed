//! Order numbers: how many different ones each customer has.
//!
//! Most end in digits and follow each other. Whose such a number is stands on a page, in the place of its last digits, and rows
//! that follow each other find the page that is open already.

use crate::Keys;
use crate::number::{ZEROES, are_digits, eight_digits_of};
use crate::print::Print;

/// The order numbers of all customers, as far as they end in digits.
#[derive(Clone, Debug, Default)]
pub struct OrderNumbers {
    /// Per customer how many of its lines bring no number that is new to it. Mostly none do: then no line has to go there.
    without: Vec<u32>,
    /// Which page holds the numbers that begin like this.
    page_of: Keys,
    /// Per page and last digits the customer who had the number first, counted from 1; 0 for none.
    pages: Vec<Vec<u32>>,
    /// How many numbers stand on them.
    known: usize,
    /// The page that is open, and how its numbers begin.
    open: Option<(Print, usize)>,
    beginning: String,
    /// No pages are added any more: a number must always be looked for in the same place.
    is_complete: bool,
}

/// So many digits at the end tell the place on a page.
const DIGITS: usize = 3;
const PAGE: usize = 1000;
/// So many pages (16 MB) there may be, and more when there are so many numbers on each of them: else they would take more room
/// than a search.
const PAGES: usize = 1 << 12;
const ON_A_PAGE: usize = 64;

impl OrderNumbers {
    /// How many a customer with so many lines has.
    pub fn of(&self, customer: usize, lines: usize) -> usize {
        lines - self.without.get(customer).map_or(0, |without| *without as usize)
    }

    /// Tells that a line of a customer brings no number that is new to it.
    #[inline(never)]
    pub fn pass(&mut self, customer: u32) {
        let customer = customer as usize;
        if self.without.len() <= customer {
            self.without.resize(customer + 1, 0);
        }
        self.without[customer] += 1;
    }

    /// Notes the numbers of lines of these customers. Gives the places of those that must be looked for elsewhere: they do not
    /// end in digits, or another customer had them first.
    #[inline(never)]
    #[must_use]
    pub fn note_all(&mut self, customers: &[u32], numbers: &[Option<&str>]) -> Vec<u32> {
        let mut others = Vec::new();
        for (place, (customer, number)) in (0_u32..).zip(customers.iter().zip(numbers)) {
            let Some(number) = number else {
                self.pass(*customer);
                continue;
            };
            match self.owner(number) {
                Some(owner) if *owner == 0 => {
                    *owner = customer + 1;
                    self.known += 1;
                }
                Some(owner) if *owner == customer + 1 => self.pass(*customer),
                _ => others.push(place),
            }
        }
        others
    }

    /// The place of a number on its page.
    #[inline(always)]
    fn owner(&mut self, number: &str) -> Option<&mut u32> {
        let (_, last) = number.as_bytes().split_last_chunk::<DIGITS>()?;
        let [hundreds, tens, ones] = *last;
        // As the last of eight digits.
        let digits = u64::from_be_bytes([ones, tens, hundreds, b'0', b'0', b'0', b'0', b'0']) ^ ZEROES;
        if !are_digits(digits) {
            return None;
        }
        let beginning = number.get(..number.len() - DIGITS)?;
        let print = Print::of(beginning);
        let page = match self.open {
            Some((open, page)) if open == print && (!print.is_long() || self.beginning == beginning) => page,
            _ => self.turn(print, beginning)?,
        };
        self.pages.get_mut(page)?.get_mut(eight_digits_of(digits) as usize)
    }

    /// Opens the page of the numbers that begin like this.
    #[inline(never)]
    fn turn(&mut self, print: Print, beginning: &str) -> Option<usize> {
        let page = match self.page_of.get(beginning) {
            Some(page) => page,
            None => self.add_page(beginning)?,
        };
        self.open = Some((print, page));
        beginning.clone_into(&mut self.beginning);
        Some(page)
    }

    fn add_page(&mut self, beginning: &str) -> Option<usize> {
        self.is_complete |= self.pages.len() >= PAGES + self.known / ON_A_PAGE;
        if self.is_complete {
            return None;
        }
        self.page_of.insert(beginning, self.pages.len());
        self.pages.push(vec![0; PAGE]);
        Some(self.pages.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// Counted by pages and a set of what they leave, they are as many as in a set of all.
    fn check(lines: &[(u32, String)]) -> usize {
        let (mut orders, mut left, mut all) = (OrderNumbers::default(), HashSet::new(), HashSet::new());
        let (mut expected, mut of_all, mut others) = (vec![0; 40], vec![0; 40], 0);
        for some in lines.chunks(37) {
            let customers: Vec<u32> = some.iter().map(|(customer, _)| *customer).collect();
            let numbers: Vec<Option<&str>> = some.iter().map(|(_, number)| number_of(number)).collect();
            for place in orders.note_all(&customers, &numbers) {
                let line = &some[place as usize];
                others += 1;
                if !left.insert(line.clone()) {
                    orders.pass(line.0);
                }
            }
            for line in some {
                of_all[line.0 as usize] += 1;
                let is_new = number_of(&line.1).is_some() && all.insert(line.clone());
                expected[line.0 as usize] += usize::from(is_new);
            }
        }
        let counted = of_all.iter().enumerate().map(|(customer, lines)| orders.of(customer, *lines));
        assert_eq!(counted.collect::<Vec<_>>(), expected);
        others
    }

    /// Some lines have no number.
    fn number_of(text: &str) -> Option<&str> {
        (!text.ends_with("7a")).then_some(text)
    }

    /// Numbers that come and go, the same every time.
    fn mixed(i: usize) -> usize {
        (i.wrapping_mul(0x9E37_79B9) >> 7) % 100_003
    }

    #[test]
    fn each_customer_has_the_numbers_that_differ() {
        let begins = ["", "O", "2024-", "FACTUUR-2024-", "FACTUUR-2025-", "é", "0", "00"];
        let ends = ["", "a", " ", "é", "/1"];
        let number =
            |i: usize| format!("{}{}{}", begins[mixed(i) % 8], mixed(i) % 1500, ends[mixed(i) % 29 % 5]);
        let lines: Vec<(u32, String)> =
            (0..20_000).map(|i| (mixed(i + 7) as u32 % 40, number(i % 9000))).collect();
        check(&lines);
    }

    #[test]
    fn numbers_that_follow_each_other_are_looked_for_nowhere_else() {
        let lines: Vec<(u32, String)> =
            (0..20_000).map(|i| ((i / 3 % 40) as u32, format!("2025{:06}", i / 3))).collect();
        assert_eq!(check(&lines), 0);
    }

    #[test]
    fn numbers_all_over_the_place_do_not_take_a_page_each() {
        let number = |i: usize| format!("{:011}", i.wrapping_mul(0x9E37_79B9) % 99_999_999_977);
        let lines: Vec<(u32, String)> =
            (0..PAGES * 3).map(|i| ((i % 40) as u32, number(i / 2 % (PAGES + 500)))).collect();
        assert!(check(&lines) > 0);
        let mut orders = OrderNumbers::default();
        for (customer, number) in &lines {
            let _ = orders.note_all(&[*customer], &[Some(number)]);
        }
        assert!(orders.is_complete && orders.pages.len() < PAGES + PAGES / 32);
    }
}
