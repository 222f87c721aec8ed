//! Amounts: the cells of a money column, exact, in eight bytes each.
//!
//! An amount is a whole number of 59 bits and a number of decimals of four. The few that do not fit stand apart.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

/// A column of amounts; `None` is missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Amounts {
    cells: Vec<i64>,
    wide: BTreeMap<usize, Decimal>,
}

/// An amount in eight bytes, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Packed(i64);

/// Sums of packed amounts, by how many decimals they have: nothing is lost, whatever stands below each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PackedSums([i128; 1 << SCALE_BITS]);

const MISSING: i64 = i64::MIN;
const WIDE: i64 = i64::MIN + 1;
const SCALE_BITS: u32 = 4;
const MOST_DECIMALS: u32 = 15;
const LARGEST: i64 = (1 << 58) - 1;

impl Packed {
    pub(super) const MISSING: Self = Self(MISSING);
    pub(super) const ZERO: Self = Self(0);

    /// A whole number with so many decimals; the digits must be 16 at most, the decimals 15.
    #[inline(always)]
    pub(super) fn new(mantissa: i64, decimals: u32) -> Self {
        Self((mantissa << SCALE_BITS) | i64::from(decimals))
    }

    /// `None` when the amount does not fit.
    pub(super) fn of(amount: Decimal) -> Option<Self> {
        pack(amount).map(Self)
    }

    #[inline(always)]
    pub(super) fn is_missing(self) -> bool {
        self.0 == MISSING
    }

    #[inline(always)]
    pub(super) fn mantissa(self) -> i64 {
        self.0 >> SCALE_BITS
    }

    #[inline(always)]
    pub(super) fn decimals(self) -> u32 {
        (self.0 & 15) as u32
    }

    pub(super) fn amount(self) -> Option<Decimal> {
        (!self.is_missing()).then(|| Decimal::new(self.mantissa(), self.decimals()))
    }
}

impl PackedSums {
    /// The sums of these amounts.
    pub(super) fn of(amounts: &[Packed]) -> Self {
        let mut sums = Self::default();
        // Nearly all have as many decimals as the first: one sum in a register.
        let decimals =
            amounts.iter().find(|amount| !amount.is_missing()).map_or(0, |amount| amount.decimals());
        let mut sum = 0;
        for amount in amounts {
            if amount.is_missing() {
                continue;
            }
            if amount.decimals() == decimals {
                sum += i128::from(amount.mantissa());
            } else {
                sums.0[amount.decimals() as usize] += i128::from(amount.mantissa());
            }
        }
        sums.0[decimals as usize] += sum;
        sums
    }

    /// The sums as amounts; those that are zero are left out.
    pub(super) fn amounts(&self) -> impl Iterator<Item = Decimal> {
        let sums = self.0.iter().enumerate().filter(|(_, sum)| **sum != 0);
        sums.filter_map(|(decimals, sum)| Decimal::try_from_i128_with_scale(*sum, decimals as u32).ok())
    }
}

impl Amounts {
    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// A cell with as many decimals as were written; `None` when it is missing or not there.
    pub fn get(&self, i: usize) -> Option<Decimal> {
        match *self.cells.get(i)? {
            MISSING => None,
            WIDE => self.wide.get(&i).copied(),
            packed => Some(Decimal::new(packed >> SCALE_BITS, (packed & 15) as u32)),
        }
    }

    /// All cells in order.
    pub fn iter(&self) -> impl Iterator<Item = Option<Decimal>> {
        (0..self.len()).map(|i| self.get(i))
    }

    /// Sets a cell that is there.
    pub fn set(&mut self, i: usize, amount: Decimal) {
        let packed = pack(amount);
        if let Some(cell) = self.cells.get_mut(i) {
            if *cell == WIDE {
                self.wide.remove(&i);
            }
            *cell = packed.unwrap_or(WIDE);
            if packed.is_none() {
                self.wide.insert(i, amount);
            }
        }
    }

    /// Adds to a cell that is there, exactly; a missing one counts as nothing. A sum too large for any amount
    /// changes nothing.
    pub fn add(&mut self, i: usize, amount: Decimal) {
        if let (Some(cell), Some(more)) = (self.cells.get_mut(i), pack(amount)) {
            let sum = (*cell >> SCALE_BITS) + (more >> SCALE_BITS);
            if *cell > WIDE && *cell & 15 == more & 15 && sum.abs() <= LARGEST {
                *cell = (sum << SCALE_BITS) | (more & 15);
                return;
            }
        }
        let sum = self.get(i).map_or(Some(amount), |known| known.checked_add(amount));
        if let Some(sum) = sum {
            self.set(i, sum);
        }
    }

    /// Makes room for so many cells in all.
    pub(super) fn expect(&mut self, cells: usize) {
        self.cells.reserve_exact(cells.saturating_sub(self.cells.len()));
    }

    /// Adds cells at the end.
    pub(super) fn append(&mut self, amounts: &[Packed]) {
        self.cells.extend(amounts.iter().map(|amount| amount.0));
    }

    /// As [`Amounts::add`]; a missing amount adds nothing.
    #[inline(always)]
    pub(super) fn add_packed(&mut self, i: usize, more: Packed) {
        if more.is_missing() {
            return;
        }
        if let Some(cell) = self.cells.get_mut(i) {
            let sum = (*cell >> SCALE_BITS) + more.mantissa();
            if *cell > WIDE && *cell & 15 == more.0 & 15 && sum.abs() <= LARGEST {
                *cell = (sum << SCALE_BITS) | (more.0 & 15);
                return;
            }
        }
        if let Some(more) = more.amount() {
            self.add(i, more);
        }
    }

    /// Makes the column as long as this, with missing cells.
    pub fn resize(&mut self, len: usize) {
        self.cells.resize(len, MISSING);
    }
}

fn pack(amount: Decimal) -> Option<i64> {
    let mantissa = i64::try_from(amount.mantissa()).ok().filter(|mantissa| mantissa.abs() <= LARGEST)?;
    // A zero below zero is a Decimal of its own; it stays what it is.
    let fits = amount.scale() <= MOST_DECIMALS && !(mantissa == 0 && amount.is_sign_negative());
    fits.then(|| (mantissa << SCALE_BITS) | i64::from(amount.scale()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(texts: &[&str], sum: &str) {
        let mut amounts = Amounts::default();
        amounts.resize(texts.len() + 1);
        for (i, text) in texts.iter().enumerate() {
            amounts.set(i, text.parse().unwrap());
            amounts.add(texts.len(), text.parse().unwrap());
            assert_eq!(amounts.get(i).map(|amount| amount.to_string()).as_deref(), Some(*text));
        }
        assert_eq!(amounts.get(texts.len()).unwrap().to_string(), sum, "{texts:?}");
    }

    #[test]
    fn amounts_stay_exact_to_the_last_decimal() {
        check(&["12.50", "0.50"], "13.00");
        check(&["12.50", "-0.5", "1"], "13.00");
        check(&["90071992547409921.37", "0.01"], "90071992547409921.38");
        check(&["288230376151711743", "1", "-5"], "288230376151711739");
        check(&["0.1234567890123456789", "-1"], "-0.8765432109876543211");
        check(&["-0.01", "0.01"], "0.00");
        let packed = ["1.50", "-2", "0.25"].map(|text| Packed::of(text.parse().unwrap()).unwrap());
        let sums = PackedSums::of(&[&packed[..], &[Packed::MISSING]].concat());
        assert_eq!(sums.amounts().sum::<Decimal>().to_string(), "-0.25");
        let mut amounts = Amounts::default();
        amounts.resize(1);
        assert_eq!((amounts.get(0), amounts.get(1)), (None, None));
    }
}
