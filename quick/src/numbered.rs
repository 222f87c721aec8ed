//! Numbered keys: short keys that differ in their digits alone, as most customer numbers do.
//!
//! Who such a key stands for is kept in the place of its number: a fraction of the memory that a search takes, and numbers that
//! follow each other lie side by side.

use crate::number::{ZEROES, are_digits, eight_digits_of};
use crate::print::Print;

/// Keys of one length that begin alike and end in digits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbered {
    /// What stands before the last eight bytes.
    head: u64,
    /// Which of the last eight bytes are the same in all, and those; 0 as long as neither is known.
    fixed: u64,
    same: u64,
    /// By number its customer, counted from 1; 0 for none.
    customers: Vec<u32>,
}

/// At most so many digits make the number; those before them are the same in all keys.
const DIGITS: u32 = 6;

impl Numbered {
    /// The first key of this length tells how all of them begin.
    #[cold]
    pub(crate) fn learn(&mut self, print: Print) {
        let (head, last) = print.ends();
        let odd = (last ^ ZEROES).to_be_bytes();
        let digits = odd.iter().take_while(|digit| **digit < 10).count() as u32;
        let digits = digits.min(DIGITS);
        // Without any digit nothing is ever the same.
        (self.fixed, self.same) = (0, 1);
        if digits > 0 {
            self.fixed = u64::MAX >> (8 * digits);
            (self.head, self.same) = (head, last & self.fixed);
        }
    }

    /// Whether it is known how keys of this length begin.
    #[inline(always)]
    pub(crate) fn is_known(&self) -> bool {
        self.fixed | self.same != 0
    }

    /// The number of a key of this length; `None` when it begins otherwise, or does not end in digits.
    #[inline(always)]
    pub(crate) fn number(&self, print: Print) -> Option<u32> {
        let (head, last) = print.ends();
        let digits = (last ^ ZEROES) & !self.fixed;
        let is_one = head == self.head && last & self.fixed == self.same && are_digits(digits);
        is_one.then(|| eight_digits_of(digits))
    }

    /// The customer of a number, counted from 1; 0 for none.
    #[inline(always)]
    pub(crate) fn customer(&self, number: u32) -> u32 {
        self.customers.get(number as usize).copied().unwrap_or(0)
    }

    /// The customer of a number, counted from 1; one that is not known yet stands for `customer` from now on, and the answer is 0.
    #[inline(always)]
    pub(crate) fn get_or_insert(&mut self, number: u32, customer: u32) -> u32 {
        let number = number as usize;
        if self.customers.len() <= number {
            self.grow(number);
        }
        let known = &mut self.customers[number];
        if *known == 0 {
            *known = customer;
            return 0;
        }
        *known
    }

    #[cold]
    fn grow(&mut self, number: usize) {
        let most = 10_usize.pow(DIGITS);
        self.customers.resize((number + 1).next_power_of_two().min(most), 0);
    }
}
