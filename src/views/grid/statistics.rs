//! Column statistics: what is missing, how many differ, the range with its middle, the sum, and the spread.

use std::cmp::Ordering;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{GridField, Shown};
use crate::chart::histogram::bins;
use crate::customers::Customers;
use crate::sorted::InOrder;

/// Bars of a small histogram.
const BINS: usize = 12;
/// A column with more different texts than this has no usual ones.
const USUAL: usize = 200;
/// So many of the usual texts are named.
const NAMED: usize = 12;

/// What a column holds, over all customers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnStatistics {
    pub key: String,
    pub filled: usize,
    pub missing: usize,
    pub distinct: usize,
    pub range: Option<Summary>,
    /// Added up exactly; only of amounts and counts.
    pub sum: Option<Decimal>,
    /// How many customers in each of up to thirteen intervals of one width; empty for texts.
    pub bins: Vec<usize>,
    /// The most usual texts with how often they occur, most often first; empty when hardly any returns.
    pub usual: Vec<(String, usize)>,
}

/// The smallest, the middle and the largest. Of an even number the middle is the mean of the middle two, of dates
/// the earlier one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Summary {
    Money([Decimal; 3]),
    Number([f64; 3]),
    Share([f64; 3]),
    Date([Date; 3]),
}

/// The statistics of one column. Everything follows from its cells in order, so they are sorted once.
pub fn statistics(customers: &Customers, column: &GridField) -> ColumnStatistics {
    let all = || (0..customers.len()).map(|i| column.of(customers, i));
    let filled = all().filter(|cell| *cell != Shown::Missing).count();
    let mut found = ColumnStatistics {
        key: column.key(),
        filled,
        missing: customers.len() - filled,
        ..ColumnStatistics::default()
    };
    match all().find(|cell| *cell != Shown::Missing) {
        Some(Shown::Text(_)) => count_texts(picked(all(), as_text), &mut found),
        Some(Shown::YesNo(_)) => count_texts(picked(all(), as_answer), &mut found),
        Some(Shown::Money(_)) => {
            let amounts = in_order(picked(all(), as_money), Ord::cmp, &mut found);
            found.sum = amounts.iter().try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(*amount));
            found.range = middle(&amounts).map(|[min, low, high, max]| {
                let median = low.checked_add(high).map_or(low, |sum| sum / Decimal::TWO);
                Summary::Money([min, median, max])
            });
        }
        Some(Shown::Date(_)) => {
            let days = in_order(picked(all(), as_date), Ord::cmp, &mut found);
            found.range = middle(&days).map(|[min, low, _, max]| Summary::Date([min, low, max]));
        }
        Some(first) => {
            let numbers = in_order(picked(all(), Shown::size), f64::total_cmp, &mut found);
            let is_share = matches!(first, Shown::Share(_));
            found.range = middle(&numbers).map(|[min, low, high, max]| {
                let range = [min, f64::midpoint(low, high), max];
                if is_share { Summary::Share(range) } else { Summary::Number(range) }
            });
            let is_added = !is_share && *column != GridField::Row;
            found.sum = numbers
                .iter()
                .filter(|_| is_added)
                .try_fold(Decimal::ZERO, |sum, number| sum.checked_add(Decimal::try_from(*number).ok()?));
            found.sum = found.sum.filter(|_| is_added);
        }
        None => {}
    }
    if found.range.is_some() {
        found.bins = bins(&picked(all(), Shown::size), BINS).iter().map(|bin| bin.count).collect();
    }
    found
}

fn picked<'a, T>(cells: impl Iterator<Item = Shown<'a>>, pick: impl Fn(Shown<'a>) -> Option<T>) -> Vec<T> {
    cells.filter_map(pick).collect()
}

fn as_text(cell: Shown<'_>) -> Option<&str> {
    if let Shown::Text(text) = cell { Some(text) } else { None }
}

fn as_answer(cell: Shown) -> Option<&'static str> {
    if let Shown::YesNo(yes) = cell { Some(if yes { "1" } else { "0" }) } else { None }
}

fn as_money(cell: Shown) -> Option<Decimal> {
    if let Shown::Money(amount) = cell { Some(amount) } else { None }
}

fn as_date(cell: Shown) -> Option<Date> {
    if let Shown::Date(day) = cell { Some(day) } else { None }
}

fn count_texts(mut texts: Vec<&str>, found: &mut ColumnStatistics) {
    texts.order_by(Ord::cmp);
    found.distinct = texts.chunk_by(|a, b| a == b).count();
    if found.distinct > USUAL || found.distinct == found.filled {
        return;
    }
    let mut usual: Vec<(String, usize)> =
        texts.chunk_by(|a, b| a == b).map(|run| (run[0].to_owned(), run.len())).collect();
    // Stable: the same often, by text.
    usual.order_by_key(|one| std::cmp::Reverse(one.1));
    usual.truncate(NAMED);
    found.usual = usual;
}

/// Sorts, and counts how many differ.
fn in_order<T>(mut all: Vec<T>, order: fn(&T, &T) -> Ordering, found: &mut ColumnStatistics) -> Vec<T> {
    all.order_by(order);
    found.distinct = all.chunk_by(|a, b| order(a, b) == Ordering::Equal).count();
    all
}

/// Smallest, the middle two (the same one of an odd number), largest.
fn middle<T: Copy>(sorted: &[T]) -> Option<[T; 4]> {
    let half = sorted.len() / 2;
    let low = if sorted.len().is_multiple_of(2) { half.checked_sub(1)? } else { half };
    Some([*sorted.first()?, *sorted.get(low)?, *sorted.get(half)?, *sorted.last()?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customers::{Days, Field, MappingChoice, intake};
    use crate::table::{ReadOptions, read};

    fn of(list: &str, field: Field) -> ColumnStatistics {
        let (table, problems) = read(list.as_bytes(), &ReadOptions::default()).unwrap();
        let days = Days::from(jiff::civil::date(2026, 1, 31));
        let customers = intake(&table, problems, &MappingChoice::default(), days).unwrap().customers;
        statistics(&customers, &GridField::Field(field))
    }

    fn check(amounts: &str, range: Option<[i64; 3]>, sum: i64, distinct: usize, missing: usize) {
        let rows: String = amounts
            .split(' ')
            .enumerate()
            .flat_map(|(i, cell)| [format!("K{i}"), ";".to_owned(), format!("{cell}\n")])
            .collect();
        let found = of(&format!("Klant;Omzet\n{rows}"), Field::Revenue);
        let cents = |range: [i64; 3]| Summary::Money(range.map(|cents| Decimal::new(cents, 2).normalize()));
        let normal = found.range.map(|range| match range {
            Summary::Money(all) => Summary::Money(all.map(|amount| amount.normalize())),
            other => other,
        });
        assert_eq!(normal, range.map(cents), "{amounts}");
        assert_eq!(found.sum.unwrap_or_default(), Decimal::new(sum, 2), "{amounts}");
        assert_eq!((found.distinct, found.missing), (distinct, missing), "{amounts}");
        assert_eq!(found.bins.iter().sum::<usize>(), found.filled, "{amounts}");
    }

    #[test]
    fn amounts_have_their_range_and_exact_sum() {
        check("3,00 1,00 2,00", Some([100, 200, 300]), 600, 3, 0);
        check("4,00 1,00 2,00 2,02", Some([100, 201, 400]), 902, 4, 0);
        check("-5,10 -5,1 n.v.t. 0,00", Some([-510, -510, 0]), -1020, 2, 1);
        check("n.v.t. x;y", None, 0, 0, 2);
    }

    #[test]
    fn texts_have_their_usual_ones_and_days_their_middle() {
        let list = "Klant;Plaats;Laatste order\na;Ede;01-02-2025\nb;Best;\nc;Ede;03-02-2025\nd;;05-02-2025\ne;Ede;04-02-2025\n";
        let places = of(list, Field::Place);
        assert_eq!((places.filled, places.missing, places.distinct), (4, 1, 2));
        assert_eq!(places.usual, [("Ede".to_owned(), 3), ("Best".to_owned(), 1)]);
        let names = of(list, Field::Name);
        assert_eq!((names.distinct, names.usual.len()), (5, 0));
        let days = of(list, Field::LastOrder);
        let day = |day| jiff::civil::date(2025, 2, day);
        assert_eq!(days.range, Some(Summary::Date([day(1), day(3), day(5)])));
        assert_eq!((days.sum, days.distinct), (None, 4));
    }
}
