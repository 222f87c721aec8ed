//! Searching and ordering by place: compiled once, whatever the values are.

use std::cmp::Ordering;

/// Sorting that is compiled once for all types. For some thousands of values: where a million are ordered, the sort
/// of the standard library, compiled for its type, is faster. Equals stay as they stood.
pub trait InOrder<T> {
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    fn order_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);

    /// Asks for the key of every value once.
    fn order_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> InOrder<T> for [T] {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        if self.len() <= FEW {
            return sift(self.len(), &mut |one, other| {
                let is_before = compare(&self[other], &self[one]) == Ordering::Less;
                if is_before {
                    self.swap(one, other);
                }
                is_before
            });
        }
        let order = order(self.len(), &mut |one, other| compare(&self[one], &self[other]));
        arrange(&order, &mut |one, other| self.swap(one, other));
    }

    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|one, other| key(one).cmp(&key(other)));
    }

    fn order_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        let order = order(self.len(), &mut |one, other| keys[one].cmp(&keys[other]));
        arrange(&order, &mut |one, other| self.swap(one, other));
    }
}

/// So many are put in order where they stand.
const FEW: usize = 8;

/// The places of numbers, the greatest first; equals stay as they stood. For as many as there are. Any NaN stands where
/// [`f64::total_cmp`] says.
pub fn greatest_first(numbers: impl Iterator<Item = f64>) -> Vec<usize> {
    let keys: Vec<u64> = numbers.map(|number| !in_digits(number)).collect();
    quick::least_first(&keys).places.into_iter().map(|place| place as usize).collect()
}

/// A number whose digits stand in the order of these numbers, as [`f64::total_cmp`] has it.
pub fn in_digits(number: f64) -> u64 {
    let bits = number.to_bits();
    // The bits of a number below zero count downwards.
    bits ^ (((bits as i64) >> 63) as u64 | 1 << 63)
}

/// The number that has these digits.
pub fn from_digits(digits: u64) -> f64 {
    f64::from_bits(digits ^ (((!digits as i64) >> 63) as u64 | 1 << 63))
}

/// Where a value stands among `count` ascending ones, or where it would stand.
#[inline(never)]
pub(super) fn find(count: usize, compare: &mut dyn FnMut(usize) -> Ordering) -> Result<usize, usize> {
    let (mut from, mut to) = (0, count);
    while from < to {
        let middle = from + (to - from) / 2;
        match compare(middle) {
            Ordering::Less => from = middle + 1,
            Ordering::Greater => to = middle,
            Ordering::Equal => return Ok(middle),
        }
    }
    Err(from)
}

/// Lets every value rise to its place; `rise` swaps two neighbours when the second belongs before the first, and tells.
#[inline(never)]
fn sift(count: usize, rise: &mut dyn FnMut(usize, usize) -> bool) {
    for from in 1..count {
        let mut at = from;
        while at > 0 && rise(at - 1, at) {
            at -= 1;
        }
    }
}

/// By place: which value belongs there.
#[inline(never)]
fn order(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

/// Brings every value to its place, one cycle of the permutation after the other.
#[inline(never)]
fn arrange(order: &[usize], swap: &mut dyn FnMut(usize, usize)) {
    let mut done = vec![false; order.len()];
    for start in 0..order.len() {
        let mut at = start;
        while !std::mem::replace(&mut done[at], true) {
            let from = order[at];
            if from != start {
                swap(at, from);
            }
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// As a stable sort with `total_cmp` does it.
        #[test]
        fn the_greatest_stand_first(numbers in prop::collection::vec(prop_oneof![
            -3.0..3.0_f64, Just(0.0), Just(-0.0), Just(1.0), Just(f64::INFINITY), Just(f64::NEG_INFINITY)
        ], 0..60)) {
            let mut expected: Vec<usize> = (0..numbers.len()).collect();
            expected.sort_by(|one, other| numbers[*other].total_cmp(&numbers[*one]));
            prop_assert_eq!(greatest_first(numbers.iter().copied()), expected);
        }

        /// As the standard library sorts, with equals as they stood.
        #[test]
        fn the_order_is_that_of_the_standard_library(keys in prop::collection::vec(0u8..20, 0..80)) {
            let mut values: Vec<(u8, usize)> = keys.iter().copied().enumerate().map(|(at, key)| (key, at)).collect();
            let mut expected = values.clone();
            values.order_by(|one, other| other.0.cmp(&one.0));
            let mut again: Vec<(u8, usize)> = keys.iter().copied().enumerate().map(|(at, key)| (key, at)).collect();
            again.order_by_cached_key(|value| std::cmp::Reverse(value.0));
            prop_assert_eq!(&again, &values);
            expected.sort_by_key(|value| std::cmp::Reverse(value.0));
            prop_assert_eq!(values, expected);
        }
    }
}
