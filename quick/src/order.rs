//! Order: numbers from the least to the greatest, digit by digit, in a time that grows with their number alone.

use std::ops::Range;

/// Where numbers stand, the least first; equals stay as they stood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// The places of the numbers, in order.
    pub places: Vec<u32>,
    /// Stretches of that which belong to equal numbers, two or more.
    pub ties: Vec<Range<usize>>,
}

/// Bits of a digit: its counts fit into the memory that is nearest to the processor.
const BITS: u32 = 11;
const DIGITS: usize = 1 << BITS;

/// Puts numbers in order, at most 2³² of them.
#[inline(never)]
pub fn least_first(keys: &[u64]) -> Order {
    let first = keys.first().copied().unwrap_or(0);
    let (least, greatest, differ) = keys.iter().fold((u64::MAX, 0, 0), |(least, greatest, differ), key| {
        (least.min(*key), greatest.max(*key), differ | (key ^ first))
    });
    // Bits at the end that all share order nothing: whole numbers as floats have many.
    let shared = differ.trailing_zeros().min(u64::BITS - 1);
    let span = u64::BITS - (greatest.saturating_sub(least) >> shared).leading_zeros();
    let room = usize::BITS - keys.len().leading_zeros();
    let keys = keys.iter().map(|key| (key - least) >> shared).zip(0..);
    if span + room <= u64::BITS {
        // A number and its place go together: half as much has to be moved.
        let packed = keys.map(|(key, place)| key << room | place).collect();
        let packed = by_digits(packed, span, |one: u64| one >> room);
        let mask = (1 << room) - 1;
        return Order {
            places: packed.iter().map(|one| (one & mask) as u32).collect(),
            ties: ties(&packed, |one, other| one >> room == other >> room),
        };
    }
    let pairs = keys.map(|(key, place)| (key, place as u32)).collect();
    let pairs = by_digits(pairs, span, |one: (u64, u32)| one.0);
    Order {
        places: pairs.iter().map(|one| one.1).collect(),
        ties: ties(&pairs, |one, other| one.0 == other.0),
    }
}

/// The number at this place of all in their order, and the least of those behind it; `None` when there are not so many.
#[inline(never)]
pub fn nth(mut numbers: Vec<u64>, place: usize) -> Option<(u64, Option<u64>)> {
    if place >= numbers.len() {
        return None;
    }
    let (_, nth, behind) = numbers.select_nth_unstable(place);
    Some((*nth, behind.iter().min().copied()))
}

/// Orders values by numbers of so many bits.
fn by_digits<T: Copy + Default>(numbers: Vec<T>, bits: u32, key: impl Fn(T) -> u64) -> Vec<T> {
    let digits = bits.div_ceil(BITS) as usize;
    let digit = |number: T, place: usize| (key(number) >> (place as u32 * BITS)) as usize % DIGITS;
    let mut counts = vec![[0_u32; DIGITS]; digits];
    for number in &numbers {
        for (place, counts) in counts.iter_mut().enumerate() {
            counts[digit(*number, place)] += 1;
        }
    }
    let (mut numbers, mut ordered) = (numbers, Vec::new());
    for (place, counts) in counts.iter_mut().enumerate() {
        // A digit that all share orders nothing.
        if counts.contains(&(numbers.len() as u32)) {
            continue;
        }
        let mut next = 0;
        for count in counts.iter_mut() {
            next += std::mem::replace(count, next);
        }
        ordered.resize(numbers.len(), T::default());
        for number in &numbers {
            let next = &mut counts[digit(*number, place)];
            ordered[*next as usize] = *number;
            *next += 1;
        }
        std::mem::swap(&mut numbers, &mut ordered);
    }
    numbers
}

fn ties<T: Copy>(ordered: &[T], are_same: impl Fn(T, T) -> bool) -> Vec<Range<usize>> {
    let (mut found, mut begin) = (Vec::new(), 0);
    for end in 1..=ordered.len() {
        if end == ordered.len() || !are_same(ordered[begin], ordered[end]) {
            if end - begin > 1 {
                found.push(begin..end);
            }
            begin = end;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(keys: &[u64]) {
        let found = least_first(keys);
        let mut places: Vec<u32> = (0..keys.len() as u32).collect();
        places.sort_by_key(|place| keys[*place as usize]);
        assert_eq!(found.places, places, "{keys:?}");
        let mut at = 0;
        for equals in places.chunk_by(|one, other| keys[*one as usize] == keys[*other as usize]) {
            let range = at..at + equals.len();
            at = range.end;
            assert_eq!(found.ties.contains(&range), equals.len() > 1, "{keys:?} {range:?}");
        }
    }

    #[test]
    fn equals_stay_as_they_stood_whatever_the_span() {
        check(&[]);
        check(&[7]);
        check(&[7, 7, 7]);
        check(&[3, 1, 2, 1, 3, 0]);
        check(&[u64::MAX, 0, u64::MAX, 1 << 40, 5]);
        check(&[1 << 63, (1 << 63) + 4096, (1 << 63) + 2048, (1 << 63) + 4096]);
        let mut state = 1_u64;
        for span in [1, 10, 11, 12, 37, 50, 56, 64] {
            let keys: Vec<u64> = (0..500)
                .map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    (state >> 7) % (u64::MAX >> (64 - span))
                })
                .collect();
            check(&keys);
        }
    }
}
