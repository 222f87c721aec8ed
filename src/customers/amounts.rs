//! Amounts: the cells of a money column, exact, in eight bytes each.
//!
//! The few that do not fit into a packed amount stand apart.

use std::collections::BTreeMap;

use quick::{Packed, Sums, add_all};
use rust_decimal::Decimal;

/// A column of amounts; `None` is missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Amounts {
    cells: Vec<Packed>,
    wide: BTreeMap<usize, Decimal>,
}

/// A packed amount as any other; `None` when there is none, or it stands elsewhere.
pub(super) fn unpacked(packed: Packed) -> Option<Decimal> {
    let is_here = packed != Packed::MISSING && packed != Packed::WIDE;
    is_here.then(|| Decimal::new(packed.mantissa(), packed.decimals()))
}

/// Sums as amounts, by how many decimals they have.
pub(super) fn of_sums(sums: &Sums) -> impl Iterator<Item = Decimal> {
    sums.parts().filter_map(|(sum, decimals)| Decimal::try_from_i128_with_scale(sum, decimals).ok())
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
            Packed::WIDE => self.wide.get(&i).copied(),
            packed => unpacked(packed),
        }
    }

    /// All cells in order.
    pub fn iter(&self) -> impl Iterator<Item = Option<Decimal>> {
        (0..self.len()).map(|i| self.get(i))
    }

    /// Numbers in the opposite order of the amounts, with the places of those, where they can be had quickly: as
    /// [`quick::greatest_keys`] says.
    pub fn greatest_keys(&self) -> Option<(Vec<u64>, Vec<u32>)> {
        quick::greatest_keys(&self.cells)
    }

    /// How many of the greatest hold so many percent of what all above zero add up to, where that can be had quickly: as
    /// [`quick::holders`] says.
    pub fn holders(&self, percent: u32) -> Option<usize> {
        quick::holders(&self.cells, percent)
    }

    /// Sets a cell that is there.
    pub fn set(&mut self, i: usize, amount: Decimal) {
        let packed = pack(amount);
        if let Some(cell) = self.cells.get_mut(i) {
            if *cell == Packed::WIDE {
                self.wide.remove(&i);
            }
            *cell = packed.unwrap_or(Packed::WIDE);
            if packed.is_none() {
                self.wide.insert(i, amount);
            }
        }
    }

    /// Adds to a cell that is there, exactly; a missing one counts as nothing. A sum too large for any amount
    /// changes nothing.
    pub fn add(&mut self, i: usize, amount: Decimal) {
        if let (Some(cell), Some(more)) = (self.cells.get_mut(i), pack(amount))
            && let Some(sum) = cell.plus(more)
        {
            *cell = sum;
            return;
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
        self.cells.extend_from_slice(amounts);
    }

    /// As [`Amounts::add`] for the cell of each owner; a missing amount adds nothing.
    pub(super) fn add_all(&mut self, owners: &[u32], amounts: &[Packed]) {
        for place in add_all(&mut self.cells, owners, amounts) {
            if let Some(more) = unpacked(amounts[place as usize]) {
                self.add(owners[place as usize] as usize, more);
            }
        }
    }

    /// Makes the column as long as this, with missing cells.
    pub fn resize(&mut self, len: usize) {
        self.cells.resize(len, Packed::MISSING);
    }
}

/// `None` when the amount does not fit. A zero below zero is a Decimal of its own; it stays what it is.
pub(super) fn pack(amount: Decimal) -> Option<Packed> {
    let is_odd = amount.is_zero() && amount.is_sign_negative();
    Packed::of(amount.mantissa(), amount.scale()).filter(|_| !is_odd)
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
        let packed = ["1.50", "-2", "0.25"].map(|text| pack(text.parse().unwrap()).unwrap());
        let sums = Sums::of(&[&packed[..], &[Packed::MISSING]].concat());
        assert_eq!(of_sums(&sums).sum::<Decimal>().to_string(), "-0.25");
        let mut amounts = Amounts::default();
        amounts.resize(1);
        assert_eq!((amounts.get(0), amounts.get(1)), (None, None));
    }
}
