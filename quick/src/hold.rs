//! Holding: how many of the greatest amounts hold a share of all.

use crate::amount::decimals_of_first;
use crate::{Packed, least_first};

/// Amounts that begin alike, in bits.
#[derive(Clone, Copy, Default)]
struct Alike {
    count: usize,
    sum: i128,
}

/// Bits behind the first that amounts in one place share.
const BITS: u32 = 7;
/// Places for all lengths of a whole number.
const PLACES: usize = 64 << BITS;

/// The smallest number of amounts above zero, greatest first, that hold so many percent of their sum: 0 where none is above
/// zero. Missing ones count for nothing. `None` when amounts have unequal decimals or stand elsewhere.
#[inline(never)]
pub fn holders(amounts: &[Packed], percent: u32) -> Option<usize> {
    let decimals = decimals_of_first(amounts);
    let mut alike = vec![Alike::default(); PLACES];
    for amount in amounts.iter().filter(|amount| !amount.is_missing()) {
        if *amount == Packed::WIDE || amount.decimals() != decimals {
            return None;
        }
        if let Some(place) = place_of(amount.mantissa()) {
            alike[place].count += 1;
            alike[place].sum += i128::from(amount.mantissa());
        }
    }
    let total: i128 = alike.iter().map(|alike| alike.sum).sum();
    let holds = |held: i128| held * 100 >= total * i128::from(percent.min(100));
    let (mut count, mut held) = (0, 0);
    for (place, more) in alike.iter().enumerate().rev() {
        if holds(held) {
            break;
        }
        if !holds(held + more.sum) {
            (count, held) = (count + more.count, held + more.sum);
            continue;
        }
        // Among these the share is reached.
        let all = amounts.iter().filter(|amount| !amount.is_missing()).map(|amount| amount.mantissa());
        let last = all.filter(|mantissa| place_of(*mantissa) == Some(place));
        let last: Vec<u64> = last.map(|mantissa| mantissa as u64).collect();
        let mut left = least_first(&last).places;
        while let Some(amount) = left.pop().filter(|_| !holds(held)) {
            (count, held) = (count + 1, held + i128::from(last[amount as usize]));
        }
    }
    Some(count)
}

/// Places are in the order of the amounts; `None` when an amount is not above zero.
#[inline(always)]
fn place_of(mantissa: i64) -> Option<usize> {
    let length = 63_u32.checked_sub(mantissa.leading_zeros()).filter(|_| mantissa > 0)?;
    let begin = (mantissa as u64) << BITS >> length;
    Some(((length as usize) << BITS) | (begin as usize & ((1 << BITS) - 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(mantissas: &[i64]) {
        let amounts: Vec<Packed> = mantissas.iter().map(|mantissa| Packed::new(*mantissa, 2)).collect();
        let mut above: Vec<i64> = mantissas.iter().copied().filter(|mantissa| *mantissa > 0).collect();
        above.sort_unstable();
        let total: i128 = above.iter().map(|mantissa| i128::from(*mantissa)).sum();
        for percent in [0, 1, 50, 80, 99, 100, 101] {
            let (mut held, mut count) = (0, 0);
            let goal = total * i128::from(percent.min(100));
            for mantissa in above.iter().rev().take_while(|mantissa| {
                let wanted = held * 100 < goal;
                held += i128::from(**mantissa);
                wanted
            }) {
                count += usize::from(*mantissa > 0);
            }
            assert_eq!(holders(&amounts, percent), Some(count), "{percent}% of {mantissas:?}");
        }
    }

    #[test]
    fn the_greatest_are_counted_until_they_hold_the_share() {
        check(&[]);
        check(&[0, -5]);
        check(&[1]);
        check(&[80, 5, 5, 5, 5, -40, 0]);
        check(&[10; 7]);
        let large = (1 << 58) - 1;
        check(&[large, large - 1, 1, large, -large]);
        let mut state = 1_u64;
        for bits in [3, 8, 20, 40, 58] {
            let mantissas: Vec<i64> = (0..400)
                .map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    (state >> (64 - bits)) as i64 - 2
                })
                .collect();
            check(&mantissas);
        }
    }

    #[test]
    fn others_are_left_to_somebody_else() {
        assert_eq!(holders(&[Packed::new(1, 2), Packed::new(1, 1)], 80), None);
        assert_eq!(holders(&[Packed::new(1, 2), Packed::WIDE], 80), None);
        assert_eq!(holders(&[Packed::MISSING, Packed::new(1, 2)], 80), Some(1));
    }
}
