//! Amounts: exact, in eight bytes each.
//!
//! An amount is a whole number of 59 bits and a number of decimals of four. The few that do not fit stand elsewhere.

use crate::columns::places;

/// An amount in eight bytes, or none, or the word that it stands elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packed(i64);

/// Sums of packed amounts, by how many decimals they have: nothing is lost, whatever stands below each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums([i128; 1 << SCALE_BITS]);

const SCALE_BITS: u32 = 4;
const LARGEST: i64 = (1 << 58) - 1;

impl Packed {
    /// No amount.
    pub const MISSING: Self = Self(i64::MIN);
    /// An amount that stands elsewhere.
    pub const WIDE: Self = Self(i64::MIN + 1);
    /// Nothing, without decimals.
    pub const ZERO: Self = Self(0);
    /// The most decimals that fit.
    pub const MOST_DECIMALS: u32 = (1 << SCALE_BITS) - 1;

    /// A whole number with so many decimals; the digits must be 16 at most, the decimals 15.
    #[inline(always)]
    pub fn new(mantissa: i64, decimals: u32) -> Self {
        Self((mantissa << SCALE_BITS) | i64::from(decimals))
    }

    /// `None` when it does not fit.
    pub fn of(mantissa: i128, decimals: u32) -> Option<Self> {
        let mantissa = i64::try_from(mantissa).ok().filter(|mantissa| mantissa.abs() <= LARGEST)?;
        (decimals <= Self::MOST_DECIMALS).then(|| Self::new(mantissa, decimals))
    }

    /// Whether there is no amount.
    #[inline(always)]
    pub fn is_missing(self) -> bool {
        self == Self::MISSING
    }

    /// The whole number; of no amount it means nothing.
    #[inline(always)]
    pub fn mantissa(self) -> i64 {
        self.0 >> SCALE_BITS
    }

    /// How many decimals it has.
    #[inline(always)]
    pub fn decimals(self) -> u32 {
        (self.0 & 15) as u32
    }

    /// The sum of two amounts with as many decimals; `None` when there is more to it than that.
    #[inline(always)]
    pub fn plus(self, more: Self) -> Option<Self> {
        let sum = self.mantissa() + more.mantissa();
        let is_plain = self.0 > Self::WIDE.0 && more.0 > Self::WIDE.0 && self.decimals() == more.decimals();
        (is_plain && sum.abs() <= LARGEST).then(|| Self::new(sum, more.decimals()))
    }
}

/// Adds amounts to cells, each to that of its owner; a missing amount adds nothing. Gives the places of those for which
/// there is more to it.
#[inline(never)]
#[must_use]
pub fn add_all(cells: &mut [Packed], owners: &[u32], amounts: &[Packed]) -> Vec<u32> {
    let mut left = Vec::new();
    for (place, (owner, amount)) in (0_u32..).zip(owners.iter().zip(amounts)) {
        if amount.is_missing() {
            continue;
        }
        match cells.get_mut(*owner as usize).and_then(|cell| Some((cell.plus(*amount)?, cell))) {
            Some((sum, cell)) => *cell = sum,
            None => left.push(place),
        }
    }
    left
}

/// The places of amounts that are missing.
#[inline(never)]
pub fn missing(amounts: &[Packed]) -> Vec<u32> {
    places(amounts, |amount| amount.is_missing())
}

/// Numbers that stand in the opposite order of the amounts, with the places of those: only of amounts with as many decimals each,
/// none of which stands elsewhere.
#[inline(never)]
pub fn greatest_keys(amounts: &[Packed]) -> Option<(Vec<u64>, Vec<u32>)> {
    let decimals = decimals_of_first(amounts);
    let (mut keys, mut places) = (Vec::with_capacity(amounts.len()), Vec::with_capacity(amounts.len()));
    for (place, amount) in (0_u32..).zip(amounts).filter(|(_, amount)| !amount.is_missing()) {
        if *amount == Packed::WIDE || amount.decimals() != decimals {
            return None;
        }
        keys.push(!(amount.mantissa() as u64 ^ 1 << 63));
        places.push(place);
    }
    Some((keys, places))
}

/// How many decimals the first amount has: as many as nearly all.
pub(crate) fn decimals_of_first(amounts: &[Packed]) -> u32 {
    amounts.iter().find(|amount| !amount.is_missing()).map_or(0, |amount| amount.decimals())
}

/// Adds numbers to cells, each to that of its owner; what is not a number is missing, and adds nothing.
#[inline(never)]
pub fn add_numbers(cells: &mut [f64], owners: &[u32], numbers: &[f64]) {
    for (owner, number) in owners.iter().zip(numbers) {
        if let Some(cell) = cells.get_mut(*owner as usize).filter(|_| !number.is_nan()) {
            *cell = if cell.is_nan() { *number } else { *cell + number };
        }
    }
}

impl Sums {
    /// The sums of these amounts.
    #[inline(never)]
    pub fn of(amounts: &[Packed]) -> Self {
        let mut sums = Self::default();
        // Nearly all have as many decimals as the first, and half a number each in two registers: whole ones of 128 bits are slow.
        let decimals = decimals_of_first(amounts);
        for some in amounts.chunks(1 << 16) {
            let (mut high, mut low) = (0, 0);
            for amount in some.iter().filter(|amount| !amount.is_missing()) {
                if amount.decimals() == decimals {
                    high += amount.mantissa() >> 32;
                    low += amount.mantissa() & 0xFFFF_FFFF;
                } else {
                    sums.0[amount.decimals() as usize] += i128::from(amount.mantissa());
                }
            }
            sums.0[decimals as usize] += (i128::from(high) << 32) + i128::from(low);
        }
        sums
    }

    /// The whole numbers with their decimals; those that are zero are left out.
    pub fn parts(&self) -> impl Iterator<Item = (i128, u32)> {
        self.0.iter().zip(0..).filter(|(sum, _)| **sum != 0).map(|(sum, decimals)| (*sum, decimals))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_lose_nothing() {
        let amounts: Vec<Packed> = [
            Packed::new(150, 2),
            Packed::new(-2, 0),
            Packed::MISSING,
            Packed::new(LARGEST, 2),
            Packed::new(-LARGEST, 2),
            Packed::new(-1, 2),
            Packed::new(LARGEST, 2),
        ]
        .into();
        let sums: Vec<_> = Sums::of(&amounts).parts().collect();
        assert_eq!(sums, [(-2, 0), (i128::from(LARGEST) + 149, 2)]);
    }

    #[test]
    fn greater_amounts_have_lesser_keys() {
        let amounts =
            [Packed::new(5, 2), Packed::MISSING, Packed::new(-5, 2), Packed::new(0, 2), Packed::new(7, 2)];
        let (keys, places) = greatest_keys(&amounts).unwrap();
        assert_eq!(places, [0, 2, 3, 4]);
        assert!(keys[3] < keys[0] && keys[0] < keys[2] && keys[2] < keys[1]);
        assert_eq!(greatest_keys(&[Packed::new(5, 2), Packed::new(5, 1)]), None);
        assert_eq!(greatest_keys(&[Packed::WIDE, Packed::ZERO]), None);
    }

    #[test]
    fn what_does_not_add_up_at_once_is_given_back() {
        let mut cells = [Packed::new(150, 2), Packed::MISSING, Packed::WIDE, Packed::new(LARGEST, 2)];
        let left = add_all(
            &mut cells,
            &[0, 0, 1, 2, 3, 0, 9],
            &[
                Packed::new(1, 2),
                Packed::new(1, 1),
                Packed::ZERO,
                Packed::ZERO,
                Packed::new(1, 2),
                Packed::MISSING,
                Packed::ZERO,
            ],
        );
        assert_eq!((cells[0], left), (Packed::new(151, 2), vec![1, 2, 3, 4, 6]));
    }
}
