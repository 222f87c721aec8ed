//! What follows from the list alone, whatever the settings are: amounts with their order, and quantities as numbers.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use rust_decimal::Decimal;

use super::Measure;
use super::facts::{follows_from_period, growth_room, is_in_list, quantity};
use super::ranking::{Sorted, by_amounts, by_value, percentiles, quotient, tie_break, top_exceeds};
use crate::customers::{Amounts, Column, Customers, Field};
use crate::recipe::{PeriodRecipe, Quantity};
use crate::sorted::{InOrder, greatest_first};

/// Each is found once, when it is first asked for. Belongs to the customers of one list alone.
#[derive(Debug, Default)]
pub struct Rankings {
    measures: [OnceCell<Ranking>; 3],
    rooms: OnceCell<Ranking>,
    wallets: OnceCell<Vec<Wallet>>,
    series: RefCell<AllSeries>,
}

/// The quantities that were asked for, of one period: what follows from another is forgotten.
#[derive(Debug, Default)]
struct AllSeries {
    period: PeriodRecipe,
    known: Vec<(Quantity, Rc<Series>)>,
}

/// Amounts by customer, none at all where the list knows none, and who has one, greatest first; of equals by id, name, row
/// number.
#[derive(Debug, Default)]
pub struct Ranking {
    pub values: Rc<Vec<Option<Decimal>>>,
    pub order: Vec<usize>,
    /// Stretches of the order with equal amounts.
    ties: Vec<Range<usize>>,
    everyone: OnceCell<Rc<Vec<usize>>>,
}

/// A customer's revenue beside its potential.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Wallet {
    /// Revenue ÷ potential; `None` when unknown.
    pub share: Option<f64>,
    /// Revenue above potential.
    pub above: bool,
}

/// One quantity of all customers.
#[derive(Debug)]
pub struct Series {
    /// Not a number where it is unknown; none at all where the list lacks it.
    values: Vec<f64>,
    ascending: OnceCell<Vec<u32>>,
}

/// Of longer lists quantities are not kept: that would take more memory than finding them again takes time.
const KEPT: usize = 500_000;

impl Rankings {
    /// The amounts of a measure.
    pub fn of(&self, customers: &Customers, measure: Measure) -> &Ranking {
        self.measures[measure as usize].get_or_init(|| match customers.column(Field::Revenue) {
            Some(Column::Money(amounts)) if measure == Measure::Revenue => Ranking::of(customers, amounts),
            _ => Ranking::new(customers, |i| measure.amount(customers, i)),
        })
    }

    /// The growth rooms.
    pub fn rooms(&self, customers: &Customers) -> &Ranking {
        let is_known = is_in_list(customers, &Quantity::GrowthRoom);
        self.rooms.get_or_init(|| {
            if is_known { Ranking::new(customers, |i| growth_room(customers, i)) } else { Ranking::default() }
        })
    }

    /// The shares of wallet, by customer.
    pub fn wallets(&self, customers: &Customers) -> &[Wallet] {
        self.wallets.get_or_init(|| {
            let amount = |field, i| customers.money(field, i);
            let wallet = |i| {
                let both = amount(Field::Revenue, i).zip(amount(Field::Potential, i));
                let of = |(revenue, potential)| Wallet {
                    share: quotient(revenue, potential),
                    above: revenue > potential,
                };
                both.map(of).unwrap_or_default()
            };
            if customers.has(Field::Potential) {
                (0..customers.len()).map(wallet).collect()
            } else {
                vec![Wallet::default(); customers.len()]
            }
        })
    }

    /// A quantity of all customers.
    pub fn series(&self, customers: &Customers, period: &PeriodRecipe, of: &Quantity) -> Rc<Series> {
        let AllSeries { period: known_period, known } = &mut *self.series.borrow_mut();
        if known_period != period {
            known_period.clone_from(period);
            known.retain(|(of, _)| !follows_from_period(of));
        }
        if let Some((_, series)) = known.iter().find(|(other, _)| other == of) {
            return Rc::clone(series);
        }
        let number = |i| quantity(customers, period, of, i).unwrap_or(f64::NAN);
        let all = if is_in_list(customers, of) { customers.len() } else { 0 };
        let series = Rc::new(Series { values: (0..all).map(number).collect(), ascending: OnceCell::new() });
        // Several analyses ask for the margin rate.
        if customers.len() <= KEPT || *of == Quantity::MarginRate {
            known.push((of.clone(), Rc::clone(&series)));
        }
        series
    }
}

impl Ranking {
    fn new(customers: &Customers, amount: impl Fn(usize) -> Option<Decimal>) -> Self {
        let values: Vec<Option<Decimal>> = (0..customers.len()).map(amount).collect();
        let (order, ties) = by_value(customers, &values);
        Self { values: Rc::new(values), order, ties, everyone: OnceCell::new() }
    }

    fn of(customers: &Customers, amounts: &Amounts) -> Self {
        let values: Vec<Option<Decimal>> = amounts.iter().collect();
        let (order, ties) = by_amounts(customers, amounts).unwrap_or_else(|| by_value(customers, &values));
        Self { values: Rc::new(values), order, ties, everyone: OnceCell::new() }
    }

    /// The mid-rank percentile of everyone with an amount among those that count, as [`percentiles`] says it.
    pub fn percentiles(&self, customers: &Customers, counts: impl Fn(usize) -> bool) -> Vec<Option<f64>> {
        percentiles(customers.len(), &self.order, &self.ties, counts)
    }

    /// Everyone once: those with a value in their order, then the others by id, name, row number.
    pub fn everyone(&self, customers: &Customers) -> Rc<Vec<usize>> {
        let all = self.everyone.get_or_init(|| {
            let mut all = self.order.clone();
            all.extend((0..self.values.len()).filter(|&i| self.values[i].is_none()));
            all[self.order.len()..].order_by(|&a, &b| tie_break(customers, a, b));
            Rc::new(all)
        });
        Rc::clone(all)
    }

    /// The amount of one customer; `None` when unknown.
    pub fn amount(&self, i: usize) -> Option<Decimal> {
        self.values.get(i).copied().flatten()
    }

    /// The value that everything in the top `percent` of those that count exceeds, as [`Sorted::top_exceeds`] says it.
    pub fn top_exceeds(&self, percent: u32, counts: impl Fn(usize) -> bool) -> Option<Decimal> {
        top_exceeds(&self.order, |i| self.amount(i), percent, counts)
    }
}

impl Series {
    /// The quantity of one customer; `None` when unknown.
    pub fn get(&self, i: usize) -> Option<f64> {
        self.values.get(i).copied().filter(|value| !value.is_nan())
    }

    /// The known values of those that count, in order.
    pub fn known(&self, counts: impl Fn(usize) -> bool) -> Sorted<f64> {
        let ascending = self.ascending.get_or_init(|| {
            let known: Vec<u32> =
                (0_u32..).zip(&self.values).filter(|(_, value)| !value.is_nan()).map(|(i, _)| i).collect();
            let places = greatest_first(known.iter().map(|&i| self.values[i as usize]));
            places.into_iter().rev().map(|place| known[place]).collect()
        });
        let counted = ascending.iter().map(|&i| i as usize).filter(|&i| counts(i));
        Sorted::of_ascending(counted.map(|i| self.values[i]).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segments::testing::list;

    #[test]
    fn cuts_and_quantities_are_those_of_values_sorted_anew() {
        let customers =
            list("id revenue potential\n1 10 50\n2 30 .\n3 30 20\n4 . 9\n5 70 99\n6 -2 40\n7 20 20");
        let rankings = Rankings::default();
        let counts = |i: usize| i != 4;
        let revenue = rankings.of(&customers, Measure::Revenue);
        assert_eq!(revenue.order, [4, 1, 2, 6, 0, 5]);
        assert_eq!(*revenue.everyone(&customers), [4, 1, 2, 6, 0, 5, 3]);
        let slow = Sorted::new((0..7).filter(|&i| counts(i)).filter_map(|i| revenue.amount(i)));
        for percent in 0..=101 {
            let (quick, slow) = (revenue.top_exceeds(percent, counts), slow.top_exceeds(percent));
            assert_eq!(quick, slow, "the top {percent}%");
        }
        let of = Quantity::Field(Field::Revenue);
        let series = rankings.series(&customers, &PeriodRecipe::default(), &of);
        let known = series.known(counts);
        assert_eq!((known.len(), known.median()), (5, Some(20.0)));
        assert_eq!((series.get(3), series.get(4)), (None, Some(70.0)));
        let wallets = rankings.wallets(&customers);
        assert_eq!((wallets[0].share, wallets[2].above, wallets[6].above), (Some(0.2), true, false));
    }

    #[test]
    fn quantities_of_another_period_are_found_anew() {
        let customers = list(
            "id revenue potential margin cost_to_serve orders complaints\n1 10 50 5 1 6 2\n2 30 40 9 2 12 .\n3 5 . 1 . 3 1",
        );
        let all = [
            Quantity::Field(Field::Revenue),
            Quantity::Margin,
            Quantity::MarginRate,
            Quantity::Contribution,
            Quantity::OrderDaysLastYear,
            Quantity::Orders,
            Quantity::ComplaintsPerYear,
            Quantity::ShareOfWallet,
            Quantity::GrowthRoom,
        ];
        let kept = Rankings::default();
        let mut differing = Vec::new();
        for months in [12.0, 6.0] {
            let period = PeriodRecipe { months, ..PeriodRecipe::default() };
            for of in &all {
                let (series, anew) = (
                    kept.series(&customers, &period, of),
                    Rankings::default().series(&customers, &period, of),
                );
                let of_all = |series: &Series| (0..3).map(|i| series.get(i)).collect::<Vec<_>>();
                assert_eq!(of_all(&series), of_all(&anew), "{of:?} in {months} months");
                differing.push(of_all(&series));
            }
        }
        let (year, half) = differing.split_at(all.len());
        let differ = year.iter().zip(half).filter(|(one, other)| one != other).count();
        assert_eq!(differ, 2, "orders and complaints a year");
    }
}
