//! Column statistics: what is missing, how many differ, the range with its middle, the sum, and the spread.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{GridField, Shown};
use crate::chart::histogram::bins;
use crate::customers::Customers;

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

/// The statistics of one column.
pub fn statistics(customers: &Customers, column: &GridField) -> ColumnStatistics {
    let cells: Vec<Shown> = (0..customers.len())
        .map(|i| column.of(customers, i))
        .filter(|cell| *cell != Shown::Missing)
        .collect();
    let mut found = ColumnStatistics {
        key: column.key(),
        filled: cells.len(),
        missing: customers.len() - cells.len(),
        ..ColumnStatistics::default()
    };
    match cells.first() {
        Some(Shown::Text(_)) => {
            let texts = cells.iter().filter_map(|cell| if let Shown::Text(text) = cell { Some(*text) } else { None });
            count_texts(texts, &mut found);
        }
        Some(Shown::YesNo(_)) => {
            let texts = cells.iter().map(|cell| if *cell == Shown::YesNo(true) { "1" } else { "0" });
            count_texts(texts, &mut found);
        }
        Some(_) => measure(&cells, &mut found),
        None => {}
    }
    found
}

fn count_texts<'a>(texts: impl Iterator<Item = &'a str> + Clone, found: &mut ColumnStatistics) {
    found.distinct = texts.clone().collect::<HashSet<&str>>().len();
    if found.distinct > USUAL || found.distinct == found.filled {
        return;
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for text in texts {
        *counts.entry(text).or_default() += 1;
    }
    let mut usual: Vec<(String, usize)> =
        counts.into_iter().map(|(text, count)| (text.to_owned(), count)).collect();
    usual.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    usual.truncate(NAMED);
    found.usual = usual;
}

fn measure(cells: &[Shown], found: &mut ColumnStatistics) {
    let sizes: Vec<f64> = cells.iter().filter_map(|cell| cell.size()).collect();
    found.bins = bins(&sizes, BINS).iter().map(|bin| bin.count).collect();
    let pick = |cells: &[Shown]| -> Option<Summary> {
        match cells.first()? {
            Shown::Money(_) => {
                let mut all: Vec<Decimal> = cells
                    .iter()
                    .filter_map(|cell| if let Shown::Money(amount) = cell { Some(*amount) } else { None })
                    .collect();
                let [min, low, high, max] = middle(&mut all, Ord::cmp)?;
                let median = low.checked_add(high).map_or(low, |sum| sum / Decimal::TWO);
                Some(Summary::Money([min, median.normalize(), max]))
            }
            Shown::Date(_) => {
                let mut all: Vec<Date> = cells
                    .iter()
                    .filter_map(|cell| if let Shown::Date(day) = cell { Some(*day) } else { None })
                    .collect();
                let [min, low, _, max] = middle(&mut all, Ord::cmp)?;
                Some(Summary::Date([min, low, max]))
            }
            first => {
                let mut all = sizes.clone();
                let [min, low, high, max] = middle(&mut all, f64::total_cmp)?;
                let summary = [min, f64::midpoint(low, high), max];
                Some(if matches!(first, Shown::Share(_)) {
                    Summary::Share(summary)
                } else {
                    Summary::Number(summary)
                })
            }
        }
    };
    found.range = pick(cells);
    found.sum = sum(cells);
    found.distinct = distinct(cells);
}

/// Smallest, the middle two (the same one of an odd number), largest.
fn middle<T: Copy>(all: &mut [T], order: impl Fn(&T, &T) -> std::cmp::Ordering + Copy) -> Option<[T; 4]> {
    let min = *all.iter().min_by(|a, b| order(a, b))?;
    let max = *all.iter().max_by(|a, b| order(a, b))?;
    let (half, is_even) = (all.len() / 2, all.len().is_multiple_of(2));
    let (below, high, _) = all.select_nth_unstable_by(half, order);
    let high = *high;
    let low = if is_even { *below.iter().max_by(|a, b| order(a, b))? } else { high };
    Some([min, low, high, max])
}

/// Only amounts and counts mean something added up.
fn sum(cells: &[Shown]) -> Option<Decimal> {
    let mut sum = Decimal::ZERO;
    for cell in cells {
        let part = match cell {
            Shown::Money(amount) => *amount,
            Shown::Number(number) => Decimal::try_from(*number).ok()?,
            _ => return None,
        };
        sum = sum.checked_add(part)?;
    }
    Some(sum)
}

fn distinct(cells: &[Shown]) -> usize {
    let keys = cells.iter().filter_map(|cell| match cell {
        Shown::Money(amount) => {
            let amount = amount.normalize();
            Some((amount.mantissa(), amount.scale()))
        }
        other => other.size().map(|size| (i128::from(size.to_bits()), 0)),
    });
    keys.collect::<HashSet<(i128, u32)>>().len()
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
        let rows: String = amounts.split(' ').enumerate().map(|(i, cell)| format!("K{i};{cell}\n")).collect();
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
