//! Sides: what a column of its own says about the amounts beside it: debit or credit, invoice or credit note.
//!
//! Bookkeeping packages write amounts without a sign and the side of the books beside them. Sales stand on one side in
//! a list of revenue and on the other in a list of debtors: the side of most rows counts as sales, what stands on
//! the other is subtracted.

use super::Kind;
use super::cells::{ColumnReader, Value};
use super::gather::text_at;
use super::headers::is_one_of;
use crate::table::fold::fold;

/// One of the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Debit,
    Credit,
}

const DEBIT: &str = "d deb db dr debet debit debiet soll s af factuur facturen invoice rechnung facture verkoopfactuur \
    salesinvoice standaardfactuur";
const CREDIT: &str = "c cr cred credit kredit krediet haben h bij creditnota creditfactuur creditnote creditmemo \
    creditnotes salescreditnote gutschrift avoir";

impl Side {
    /// Reads a cell; `None` when it names no side.
    pub(super) fn read(cell: &str) -> Option<Side> {
        let word = fold(cell);
        if is_one_of(DEBIT, &word) {
            Some(Side::Debit)
        } else {
            is_one_of(CREDIT, &word).then_some(Side::Credit)
        }
    }
}

/// How many rows stand on each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sides {
    debit: usize,
    credit: usize,
}

impl Sides {
    /// Takes in the side of a row.
    pub(super) fn add(&mut self, side: Side) {
        match side {
            Side::Debit => self.debit += 1,
            Side::Credit => self.credit += 1,
        }
    }

    /// The side whose amounts are subtracted: that of the fewer rows; of as many, credit.
    pub(super) fn subtracted(self) -> Side {
        if self.credit > self.debit { Side::Debit } else { Side::Credit }
    }
}

/// Turns the amounts of a row below zero when it stands on the side that is subtracted; whether it does.
pub(super) fn subtract(values: &mut [Value], readers: &[ColumnReader], side: Option<usize>) -> bool {
    let subtracted = side.and_then(|place| readers.get(place)).map(|reader| reader.sides.subtracted());
    if subtracted.is_none() || text_at(values, side).and_then(Side::read) != subtracted {
        return false;
    }
    for (value, _) in values.iter_mut().zip(readers).filter(|(_, reader)| reader.kind == Kind::Money) {
        if let Value::Number(amount) = value {
            *amount = -amount.abs();
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cells: &[&str], subtracted: Side) {
        let mut sides = Sides::default();
        cells.iter().filter_map(|cell| Side::read(cell)).for_each(|side| sides.add(side));
        assert_eq!(sides.subtracted(), subtracted, "{cells:?}");
    }

    #[test]
    fn the_side_of_fewer_rows_is_subtracted() {
        check(&["D", "d", "C"], Side::Credit);
        check(&["Credit", "Credit", "Debet"], Side::Debit);
        check(&["Factuur", "Creditnota"], Side::Credit);
        check(&["Soll", "H", "h."], Side::Debit);
        check(&["misschien", ""], Side::Credit);
    }
}
