//! Order, percentiles and quantiles, the same everywhere (METHOD section 0; DEFINITIONS D1, D4).

use std::cmp::Ordering;
use std::ops::Range;

use quick::{Order, least_first, nth};
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use crate::customers::{Amounts, Customers};
use crate::sorted::{InOrder, from_digits, in_digits};

/// An amount as a float, for shares and charts only; amounts themselves stay decimal.
pub fn as_f64(amount: Decimal) -> f64 {
    let (units, scale) = (amount.mantissa(), amount.scale() as usize);
    match TENS.get(scale) {
        // Two whole numbers that a float holds exactly: their quotient is the nearest float, and quickly found.
        Some(ten) if units.unsigned_abs() < 1 << 53 => units as i64 as f64 / ten,
        _ => amount.to_f64().unwrap_or(0.0),
    }
}

/// Powers of ten that a float holds exactly.
const TENS: [f64; 16] =
    [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/// `part ÷ whole` as a float; `None` when the whole is not above zero.
pub fn share(part: Decimal, whole: Decimal) -> Option<f64> {
    (whole > Decimal::ZERO).then(|| as_f64(part) / as_f64(whole))
}

/// `part ÷ whole` rounded to 12 decimals, so that equal quotients are equal whatever the size of the amounts;
/// `None` when the whole is not above zero.
pub fn quotient(part: Decimal, whole: Decimal) -> Option<f64> {
    if whole <= Decimal::ZERO {
        return None;
    }
    quick_quotient(part, whole).or_else(|| Some(as_f64(part.checked_div(whole)?.round_dp(12))))
}

/// The same for amounts as lists have them, many times faster: half to even on the twelfth decimal, in whole numbers.
fn quick_quotient(part: Decimal, whole: Decimal) -> Option<f64> {
    const LARGEST: i128 = 1_000_000_000_000_000_000;
    // Both as whole numbers of the same unit.
    let scale = part.scale().max(whole.scale());
    let (part, whole) = (in_units_of(part, scale)?, in_units_of(whole, scale)?);
    if part.abs() >= LARGEST || whole >= LARGEST {
        return None;
    }
    let (quotient, rest) = trillionths(part as i64, whole as i64)?;
    let whole = whole as i64;
    let up = match (2 * rest).cmp(&whole) {
        Ordering::Less => 0,
        Ordering::Greater => 1,
        Ordering::Equal => quotient & 1,
    };
    let rounded = quotient + up;
    // Whole numbers below 2⁵³ divided by a power of ten that is one, too: correctly rounded.
    (rounded.abs() < 1 << 53).then(|| rounded as f64 / 1e12)
}

/// Sum that stops at the largest amount instead of overflowing.
pub fn sum(amounts: impl IntoIterator<Item = Decimal>) -> Decimal {
    amounts.into_iter().fold(Decimal::ZERO, Decimal::saturating_add)
}

/// The order between customers of equal value: id, name, row number.
pub fn tie_break(customers: &Customers, a: usize, b: usize) -> Ordering {
    customers
        .id(a)
        .cmp(&customers.id(b))
        .then_with(|| customers.name(a).cmp(customers.name(b)))
        .then_with(|| customers.row(a).cmp(&customers.row(b)))
        .then_with(|| a.cmp(&b))
}

/// The same for many pairs: where ids ascend, as in most lists, they need not be looked at again.
fn tie_breaker(customers: &Customers) -> impl Fn(usize, usize) -> Ordering {
    let ascend = customers.ids_ascend();
    move |a, b| if ascend { a.cmp(&b) } else { tie_break(customers, a, b) }
}

/// Customers with a known value: value descending, then id, name, row number; and where of those equals stand.
pub fn by_value(customers: &Customers, values: &[Option<Decimal>]) -> (Vec<usize>, Vec<Range<usize>>) {
    let all = values.iter().filter(|value| value.is_some()).count();
    let mut known = Vec::with_capacity(all);
    known.extend(values.iter().enumerate().filter_map(|(i, value)| Some((i, (*value)?))));
    in_order(known, &tie_breaker(customers))
}

/// These customers, the greatest amount first; `tie` orders those of equal amounts.
pub fn greatest_amounts_first(
    known: Vec<(usize, Decimal)>,
    tie: &dyn Fn(usize, usize) -> Ordering,
) -> Vec<usize> {
    in_order(known, tie).0
}

/// The same, with where equals stand.
fn in_order(
    known: Vec<(usize, Decimal)>,
    tie: &dyn Fn(usize, usize) -> Ordering,
) -> (Vec<usize>, Vec<Range<usize>>) {
    let Some(mut keys) = whole(known.iter().map(|(_, amount)| *amount)) else {
        let mut known = known;
        known.order_by(|a, b| b.1.cmp(&a.1).then_with(|| tie(a.0, b.0)));
        let (mut ties, mut begin) = (Vec::new(), 0);
        for equals in known.chunk_by(|a, b| a.1 == b.1) {
            ties.push(begin..begin + equals.len());
            begin += equals.len();
        }
        return (known.into_iter().map(|(i, _)| i).collect(), ties);
    };
    for units in &mut keys {
        *units = !*units;
    }
    ordered(&keys, |place| known[place].0, tie)
}

/// The same for a column of amounts; `None` where that takes a closer look.
pub fn by_amounts(customers: &Customers, amounts: &Amounts) -> Option<(Vec<usize>, Vec<Range<usize>>)> {
    let (keys, places) = amounts.greatest_keys()?;
    Some(ordered(&keys, |place| places[place] as usize, &tie_breaker(customers)))
}

/// Customers by keys, the least first, and where equals stand.
fn ordered(
    keys: &[u64],
    customer: impl Fn(usize) -> usize,
    tie: &dyn Fn(usize, usize) -> Ordering,
) -> (Vec<usize>, Vec<Range<usize>>) {
    let Order { places, ties } = least_first(keys);
    let mut order: Vec<usize> = places.into_iter().map(|place| customer(place as usize)).collect();
    for equals in &ties {
        order[equals.clone()].order_by(|a, b| tie(*a, *b));
    }
    (order, ties)
}

/// A number as an amount, at once where it is a whole one; `None` when it is too large.
pub fn amount_of(number: f64) -> Option<Decimal> {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return Some(Decimal::from(number as i64));
    }
    Decimal::from_f64(number)
}

/// How many trillionths of `whole` (above zero) go into `part`, and what is left; `None` when they are many more than are
/// asked for. Six digits at a time in 64 bits where that is enough: 128 bits are slow in a browser.
fn trillionths(part: i64, whole: i64) -> Option<(i64, i64)> {
    const MILLION: i64 = 1_000_000;
    const ENOUGH: i64 = i64::MAX / MILLION;
    let (units, rest) = (part.div_euclid(whole), part.rem_euclid(whole));
    if units.unsigned_abs() >= 1 << 20 {
        return None;
    }
    if whole < ENOUGH {
        let (millionths, rest) = (rest * MILLION / whole, rest * MILLION % whole);
        let (trillionths, rest) = (rest * MILLION / whole, rest * MILLION % whole);
        return Some(((units * MILLION + millionths) * MILLION + trillionths, rest));
    }
    let (rest, wide) = (i128::from(rest) * i128::from(MILLION * MILLION), i128::from(whole));
    Some((units * MILLION * MILLION + (rest / wide) as i64, (rest % wide) as i64))
}

/// An amount as a whole number of units of so many decimals; `None` when that is too large.
fn in_units_of(amount: Decimal, scale: u32) -> Option<i128> {
    if amount.scale() == scale {
        return Some(amount.mantissa());
    }
    amount.mantissa().checked_mul(10_i128.checked_pow(scale.checked_sub(amount.scale())?)?)
}

/// The mid-rank percentile 0–100 of every known value among those that `counts`, of so many customers, from the order of those
/// with a value, descending, and where equals stand in it; `None` where the value is unknown or nobody counts.
pub fn percentiles(
    customers: usize,
    order: &[usize],
    ties: &[Range<usize>],
    counts: impl Fn(usize) -> bool,
) -> Vec<Option<f64>> {
    let all = order.iter().filter(|&&i| counts(i)).count();
    let mut percentiles = vec![None; customers];
    if all == 0 {
        return percentiles;
    }
    let (mut below, mut end, mut ties) = (0, order.len(), ties.iter().rev().peekable());
    while end > 0 {
        let start = ties.next_if(|tie| tie.end == end).map_or(end - 1, |tie| tie.start);
        let same = &order[start..end];
        let up_to = below + same.iter().filter(|&&i| counts(i)).count();
        for &i in same {
            percentiles[i] = Some((below + up_to) as f64 * 50.0 / all as f64);
        }
        (below, end) = (up_to, start);
    }
    percentiles
}

/// The type-7 median, without sorting them all; `None` without values. There must be no NaN among them.
pub fn median(values: Vec<f64>) -> Option<f64> {
    let place = values.len().checked_sub(1)?;
    let (low, next) = nth(values.into_iter().map(in_digits).collect(), place / 2)?;
    let low = from_digits(low);
    let high = next.filter(|_| place % 2 == 1).map_or(low, from_digits);
    // As [`Sorted::quantile`] says it, to the last bit.
    Some(if place % 2 == 0 { low } else { low + 0.5 * (high - low) })
}

/// The amount in the middle, the greater of two; `None` without any.
pub fn middle_amount(mut amounts: Vec<Decimal>) -> Option<Decimal> {
    let middle = amounts.len() / 2;
    let Some(keys) = whole(amounts.iter().copied()).filter(|keys| !keys.is_empty()) else {
        amounts.order_by_key(|amount| *amount);
        return amounts.get(middle).copied();
    };
    let (key, _) = nth(keys.clone(), middle)?;
    let place = keys.iter().position(|one| *one == key)?;
    amounts.get(place).copied()
}

/// How many customers the first `percent` of `n` are: ⌈percent·n ÷ 100⌉, in whole numbers.
pub fn first_percent(n: usize, percent: u32) -> usize {
    let percent = percent.min(100) as usize;
    (n * percent).div_ceil(100)
}

/// The amount that everything in the top `percent` of those that count exceeds, as [`Sorted::top_exceeds`] says it, from
/// the order of all, greatest first.
pub fn top_exceeds(
    order: &[usize],
    amount: impl Fn(usize) -> Option<Decimal>,
    percent: u32,
    counts: impl Fn(usize) -> bool,
) -> Option<Decimal> {
    let percent = percent.min(100) as usize;
    let all = order.iter().filter(|&&i| counts(i)).count();
    let from_top = all.checked_sub(1)? - (all - 1) * (100 - percent) / 100;
    order.iter().copied().filter(|&i| counts(i)).nth(from_top).and_then(amount)
}

/// Known values of one quantity, ascending.
#[derive(Clone, Debug)]
pub struct Sorted<T>(Vec<T>);

/// What can be put in order.
pub trait Ordered: Copy + PartialOrd {
    /// Numbers whose digits stand in the order of the values; `None` when there are none such.
    fn keyed(values: &[Self]) -> Option<Vec<u64>>;
}

impl Ordered for f64 {
    fn keyed(values: &[Self]) -> Option<Vec<u64>> {
        Some(values.iter().map(|value| in_digits(*value)).collect())
    }
}

impl Ordered for i32 {
    fn keyed(values: &[Self]) -> Option<Vec<u64>> {
        Some(values.iter().map(|value| u64::from(*value as u32 ^ 1 << 31)).collect())
    }
}

impl Ordered for u32 {
    fn keyed(values: &[Self]) -> Option<Vec<u64>> {
        Some(values.iter().map(|value| u64::from(*value)).collect())
    }
}

impl Ordered for Decimal {
    fn keyed(values: &[Self]) -> Option<Vec<u64>> {
        whole(values.iter().copied())
    }
}

/// Amounts as whole numbers in the same order: those are ordered many times faster, and hardly any list needs more than they
/// hold. `None` when this one does.
fn whole(amounts: impl Iterator<Item = Decimal> + Clone) -> Option<Vec<u64>> {
    let scale = amounts.clone().map(|amount| amount.scale()).max().unwrap_or(0);
    let units = |amount: Decimal| i64::try_from(in_units_of(amount, scale)?).ok();
    // As unsigned numbers those below zero come first.
    amounts.map(|amount| Some(units(amount)? as u64 ^ 1 << 63)).collect()
}

impl<T: Ordered> Sorted<T> {
    /// Sorts the values; there must be no NaN among them.
    pub fn new(values: impl IntoIterator<Item = T>) -> Self {
        let mut values: Vec<T> = values.into_iter().collect();
        if let Some(keys) = T::keyed(&values) {
            return Self(least_first(&keys).places.into_iter().map(|place| values[place as usize]).collect());
        }
        values.order_by(|a, b| a.partial_cmp(b).unwrap_or(Ordering::Equal));
        Self(values)
    }

    /// The values.
    pub fn into_vec(self) -> Vec<T> {
        self.0
    }

    /// Of values that are in order already.
    pub fn of_ascending(values: Vec<T>) -> Self {
        Self(values)
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Mid-rank percentile 0–100: (values below + half of the values equal) ÷ n; `None` without values.
    pub fn percentile(&self, value: T) -> Option<f64> {
        let below = self.0.partition_point(|other| *other < value);
        let up_to = self.0.partition_point(|other| *other <= value);
        (!self.0.is_empty()).then(|| (below + up_to) as f64 * 50.0 / self.0.len() as f64)
    }

    /// The value that everything in the top `percent` exceeds: `x > q` for the type-7 quantile q = 1 − percent
    /// says the same as `x >` this, without rounding. `None` without values.
    pub fn top_exceeds(&self, percent: u32) -> Option<T> {
        let percent = percent.min(100) as usize;
        self.0.get(self.0.len().checked_sub(1)? * (100 - percent) / 100).copied()
    }

    /// The value at which everything at or below the type-7 quantile `percent` ends: `x ≤ q` says the same as
    /// `x ≤` this. `None` without values.
    pub fn bottom_ends(&self, percent: u32) -> Option<T> {
        self.top_exceeds(100_u32.saturating_sub(percent))
    }

    /// The value from which everything is at or above the type-7 median; `None` without values.
    pub fn median_from(&self) -> Option<T> {
        self.0.get(self.0.len() / 2).copied()
    }

    /// The type-7 quantile at `percent`, read through `as_number`; `None` without values.
    pub fn quantile(&self, percent: u32, as_number: impl Fn(T) -> f64) -> Option<f64> {
        let place = self.0.len().checked_sub(1)? * percent.min(100) as usize;
        let (at, part) = (place / 100, (place % 100) as f64 / 100.0);
        let low = as_number(*self.0.get(at)?);
        let high = as_number(*self.0.get(at + 1).unwrap_or(&self.0[at]));
        Some(if part == 0.0 { low } else { low + part * (high - low) })
    }
}

impl Sorted<f64> {
    /// The median; `None` without values.
    pub fn median(&self) -> Option<f64> {
        self.quantile(50, |value| value)
    }
}

impl Sorted<Decimal> {
    /// The exact median; `None` without values.
    pub fn median_amount(&self) -> Option<Decimal> {
        let low = *self.0.get(self.0.len().checked_sub(1)? / 2)?;
        let high = *self.0.get(self.0.len() / 2)?;
        Some(low.saturating_add(high.saturating_sub(low) / Decimal::TWO))
    }
}

/// A sum of floats whose rounding errors are carried along (Neumaier), so that the length of a list does not show.
pub fn careful_sum(values: impl IntoIterator<Item = f64>) -> f64 {
    let (mut sum, mut carried) = (0.0_f64, 0.0_f64);
    for value in values {
        let next = sum + value;
        carried += if sum.abs() >= value.abs() { (sum - next) + value } else { (value - next) + sum };
        sum = next;
    }
    sum + carried
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[f64], percent: u32, quantile: f64, top: usize) {
        let sorted = Sorted::new(values.iter().copied());
        assert_eq!(sorted.quantile(100 - percent, |x| x), Some(quantile), "{values:?} top {percent}%");
        let bound = sorted.top_exceeds(percent).unwrap();
        let by_bound = values.iter().filter(|x| **x > bound).count();
        let by_quantile = values.iter().filter(|x| **x > quantile).count();
        assert_eq!((by_bound, by_quantile), (top, top), "{values:?} top {percent}%");
    }

    #[test]
    fn quantiles_are_type_7_and_bounds_cut_alike() {
        // R: quantile(1:10, .8) = 8.2; quantile(1:6, .8) = 5; ties share a side.
        check(&[10., 9., 8., 7., 6., 5., 4., 3., 2., 1.], 20, 8.2, 2);
        check(&[1., 2., 3., 4., 5., 6.], 20, 5.0, 1);
        check(&[1., 2., 3., 4., 5., 6., 7.], 20, 5.8, 2);
        check(&[3., 3., 3., 3.], 20, 3.0, 0);
        check(&[1.], 20, 1.0, 0);
    }

    #[test]
    fn percentiles_are_mid_rank() {
        let sorted = Sorted::new([1.0, 2.0, 2.0, 3.0]);
        assert_eq!([0.0, 1.0, 2.0, 9.0].map(|x| sorted.percentile(x)), [0.0, 12.5, 50.0, 100.0].map(Some));
        assert_eq!(Sorted::<f64>::new([]).percentile(1.0), None);
    }

    #[test]
    fn amounts_stand_in_order_however_long_they_are() {
        let check = |amounts: &[&str], expected: &[usize]| {
            let known = amounts.iter().enumerate().map(|(i, amount)| (i, amount.parse().unwrap())).collect();
            // The later of equals first, to see the tie decide.
            assert_eq!(greatest_amounts_first(known, &|a, b| b.cmp(&a)), expected, "{amounts:?}");
        };
        check(&["1.5", "-2", "300", "1.50", "0", "-0.01"], &[2, 3, 0, 4, 5, 1]);
        check(
            &["1", "79228162514264337593543950335", "-79228162514264337593543950335", "1.0"],
            &[1, 3, 0, 2],
        );
        check(&["-9223372036854775808", "9223372036854775807"], &[1, 0]);
        check(&[], &[]);
    }

    #[test]
    fn amounts_as_floats_are_the_nearest() {
        for text in ["0", "-0.01", "1234.56", "90071992547409.91", "0.3", "1e-7"] {
            let amount = Decimal::from_scientific(text).or_else(|_| text.parse::<Decimal>()).unwrap();
            assert_eq!(as_f64(amount), text.parse::<f64>().unwrap(), "{text}");
        }
    }

    #[test]
    fn quick_quotients_are_the_exact_ones() {
        let check = |part: &str, whole: &str, expected: f64| {
            let (part, whole): (Decimal, Decimal) = (part.parse().unwrap(), whole.parse().unwrap());
            let slow = part.checked_div(whole).unwrap().round_dp(12).to_string().parse::<f64>().unwrap();
            assert_eq!((quotient(part, whole), slow), (Some(expected), expected), "{part} ÷ {whole}");
        };
        check("1", "3", 0.333_333_333_333);
        check("2", "3.00", 0.666_666_666_667);
        check("-1", "3", -0.333_333_333_333);
        check("0", "7", 0.0);
        check("1", "2000000000000", 0.0);
        check("3", "2000000000000", 2e-12);
        check("-1", "2000000000000", 0.0);
        check("10000000000001", "30000000000000", 0.333_333_333_333);
        check("-20000000000000.01", "30000000000000", -0.666_666_666_667);
        check("99999.99", "0.01", 9_999_999.0);
    }

    #[test]
    fn percentiles_and_medians_are_those_of_the_sorted_values() {
        let values: Vec<Option<Decimal>> =
            [30, 10, 20, 20, 0, 50].map(|value| (value > 0).then(|| Decimal::from(value))).to_vec();
        let order = [5, 0, 2, 3, 1];
        let counts = |i: usize| i != 5;
        let sorted = Sorted::new(order.iter().filter(|&&i| counts(i)).filter_map(|&i| values[i]));
        let slow: Vec<Option<f64>> = values.iter().map(|value| sorted.percentile((*value)?)).collect();
        let ties = std::slice::from_ref(&(2..4));
        assert_eq!(percentiles(6, &order, ties, counts), slow);
        assert_eq!(percentiles(6, &order, ties, |_| false), vec![None; 6]);
        for values in [vec![], vec![3.0], vec![2.0, 1.0], vec![5.0, 1.0, 3.0], vec![0.1, 0.7, 0.4, 0.2]] {
            assert_eq!(median(values.clone()), Sorted::new(values.clone()).median(), "{values:?}");
        }
        let amounts =
            |texts: &[&str]| middle_amount(texts.iter().map(|text| text.parse().unwrap()).collect());
        assert_eq!(amounts(&[]), None);
        assert_eq!(amounts(&["3", "1.50", "2"]), Some(Decimal::TWO));
        assert_eq!(amounts(&["3", "1.50", "-2", "1"]), Some(Decimal::new(15, 1)));
        assert_eq!(amounts(&["3", "79228162514264337593543950335", "0.001"]), Some(Decimal::from(3)));
    }

    #[test]
    fn first_percent_rounds_up_in_whole_numbers() {
        let cuts = |n| [1, 5, 20].map(|p| first_percent(n, p));
        assert_eq!(cuts(59), [1, 3, 12]);
        assert_eq!(cuts(98), [1, 5, 20]);
        assert_eq!(cuts(632), [7, 32, 127]);
    }
}
