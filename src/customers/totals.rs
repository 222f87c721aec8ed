//! Totals: recognises total and subtotal rows, which would count everything twice.
//!
//! A row is a total row when it is labelled so and has no id, or when its amount is the sum of the rows above it and
//! its label begins like one (or it has no label at all). "Total Energies" and "Totaal Techniek BV" are customers.

use quick::Labels;
use rust_decimal::Decimal;

use crate::table::fold::fold;

/// Labels of total rows, folded.
const EXACT: &str = "totaal totalen total totals totaux subtotaal subtotalen subtotal subtotals soustotal eindtotaal grandtotal \
    grandtotaal totaalgeneraal generaaltotaal algemeentotaal hettotaal som sum summe gesamt gesamtsumme gesamtergebnis zwischensumme endsumme \
    somme totalgeneral gemiddelde gemiddeld average avg mittelwert durchschnitt moyenne totaalbedrag totaalomzet totaleomzet totaalklanten \
    totaaldebiteuren totalcustomers alleklanten";
/// A longer one is none of them, whatever stands between its letters.
const LONGEST_LABEL: usize = 40;
/// Beginnings that no customer's name has, folded: such a row needs no sum to be known.
const SURE: [&str; 7] =
    ["subtota", "eindtota", "soustotal", "zwischensumme", "endsumme", "gesamtsumme", "grandtotal"];
/// How labels of total rows begin, folded.
const BEGINNINGS: [&str; 8] =
    ["totaal", "totale", "total", "subtotaal", "subtotal", "eindtotaal", "summe", "zwischensumme"];

/// The amounts so far, to recognise their sum.
#[derive(Clone, Debug, Default)]
pub(super) struct RunningSums {
    all: Decimal,
    since_last: Decimal,
    rows: usize,
    rows_since_last: usize,
}

/// What a row shows of itself.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RowLabel<'t> {
    pub(super) id: Option<&'t str>,
    pub(super) name: Option<&'t str>,
    /// The first filled cell that is neither.
    pub(super) other: Option<&'t str>,
    pub(super) amount: Option<Decimal>,
}

impl RunningSums {
    /// Takes in the amount of an ordinary row.
    pub(super) fn add(&mut self, amount: Option<Decimal>) {
        let amount = amount.unwrap_or_default();
        self.all = self.all.checked_add(amount).unwrap_or(self.all);
        self.since_last = self.since_last.checked_add(amount).unwrap_or(self.since_last);
        self.rows += 1;
        self.rows_since_last += 1;
    }

    /// Takes in so many ordinary rows at once, by the sums of their amounts.
    pub(super) fn add_rows(&mut self, rows: usize, sums: impl Iterator<Item = Decimal>) {
        for sum in sums {
            self.all = self.all.checked_add(sum).unwrap_or(self.all);
            self.since_last = self.since_last.checked_add(sum).unwrap_or(self.since_last);
        }
        self.rows += rows;
        self.rows_since_last += rows;
    }

    /// A total row begins a new stretch.
    pub(super) fn close(&mut self) {
        self.since_last = Decimal::ZERO;
        self.rows_since_last = 0;
    }

    /// Whether the row is a total row.
    pub(super) fn is_total(&self, row: RowLabel) -> bool {
        match (row.id, row.name) {
            (Some(id), _) if is_exact(id) => true,
            (None, Some(name)) if is_exact(name) => true,
            (Some(_), Some(name)) if is_exact(name) => self.is_sum(row.amount, Decimal::ONE),
            (Some(label), None) | (None, Some(label)) => {
                is_surely(label) || (begins_so(label) && self.is_sum(row.amount, Decimal::ONE))
            }
            (None, None) => {
                let labelled = row.other.is_some_and(|label| is_exact(label) || begins_so(label));
                labelled || self.is_sum(row.amount, Decimal::new(5, 3))
            }
            (Some(_), Some(_)) => false,
        }
    }

    fn is_sum(&self, amount: Option<Decimal>, tolerance: Decimal) -> bool {
        let Some(amount) = amount.filter(|amount| !amount.is_zero()) else { return false };
        let is = |sum: Decimal, rows: usize| {
            rows > 1 && amount.checked_sub(sum).is_some_and(|gap| gap.abs() <= tolerance)
        };
        is(self.all, self.rows) || is(self.since_last, self.rows_since_last)
    }
}

/// Whether a row with this label may be a total row.
pub(super) fn is_suspect(label: &str) -> bool {
    is_exact(label) || begins_so(label) || is_surely(label)
}

fn is_exact(label: &str) -> bool {
    if label.len() > LONGEST_LABEL || !may_begin(label) {
        return false;
    }
    let folded = fold(label);
    EXACT.split_ascii_whitespace().any(|known| known == folded)
}

fn begins_so(label: &str) -> bool {
    if !may_begin(label) {
        return false;
    }
    let folded = fold(label);
    BEGINNINGS.iter().any(|start| folded.starts_with(start))
}

fn is_surely(label: &str) -> bool {
    if !may_begin(label) {
        return false;
    }
    let folded = fold(label);
    SURE.iter().any(|start| folded.starts_with(start))
}

/// A quick look, since every row is asked. Those of [`SURE`] begin as others do.
pub(super) const LABELS: Labels = Labels::new(EXACT.as_bytes(), &BEGINNINGS);

fn may_begin(label: &str) -> bool {
    LABELS.may_begin(label.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(id: Option<&str>, name: Option<&str>, amount: i64, expected: bool) {
        let mut sums = RunningSums::default();
        sums.add(Some(Decimal::from(100)));
        sums.add(Some(Decimal::from(50)));
        let row = RowLabel { id, name, other: None, amount: Some(Decimal::from(amount)) };
        assert_eq!(sums.is_total(row), expected, "{id:?} {name:?} {amount}");
    }

    #[test]
    fn total_rows_are_told_from_customers() {
        for (id, name, amount, expected) in [
            (None, Some("Totaal"), 7, true),
            (None, Some("TOTAAL:"), 7, true),
            (Some("Totaal"), None, 7, true),
            (None, Some("Grand total"), 7, true),
            (None, Some("Som"), 7, true),
            (None, Some("Totaal regio Noord"), 150, true),
            (None, Some("Totaal Techniek BV"), 7, false),
            (None, Some("Total Energies"), 80, false),
            (Some("12"), Some("Total"), 7, false),
            (Some("12"), Some("Total"), 150, true),
            (Some("12"), Some("Totaal Techniek BV"), 150, false),
            (None, None, 150, true),
            (None, None, 149, false),
            (None, Some("Jansen"), 150, false),
        ] {
            check(id, name, amount, expected);
        }
    }
}
