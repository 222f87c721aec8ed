//! One purchase occasion: a calendar day with its net value, and those of all customers.

use jiff::civil::Date;
use quick::Line;
use rust_decimal::Decimal;

use super::amounts::{pack, unpacked};
use super::date;

/// A distinct calendar day on which a customer bought (DEFINITIONS D0): same-day lines are merged.
///
/// `value` is the net sum of that day. A day with returns only (net < 0) is no occasion; it is kept apart, as a credit,
/// so that its amount counts in every sum over a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion {
    pub date: Date,
    pub value: Decimal,
}

/// The occasions of all customers, eight bytes each.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    lines: quick::History,
    /// Those that do not fit.
    wide: Vec<Occasion>,
    is_known: bool,
}

/// The occasions of one customer, ascending by date.
#[derive(Clone, Copy, Debug)]
pub struct Occasions<'c> {
    lines: &'c [Line],
    wide: &'c [Occasion],
}

/// The occasion of a line.
pub(super) fn occasion(line: Line, wide: &[Occasion]) -> Occasion {
    let nothing = Occasion { date: Date::ZERO, value: Decimal::ZERO };
    match line.place() {
        Some(place) => wide.get(place).copied().unwrap_or(nothing),
        None => Occasion {
            date: date::unpacked(line.day()).unwrap_or_default(),
            value: unpacked(line.amount()).unwrap_or_default(),
        },
    }
}

/// A line of eight bytes for an occasion; one that does not fit is added to the wide ones.
pub(super) fn packed(occasion: Occasion, wide: &mut Vec<Occasion>) -> Line {
    let line = pack(occasion.value).and_then(|amount| Line::of(date::packed(occasion.date), amount));
    line.unwrap_or_else(|| {
        wide.push(occasion);
        Line::elsewhere(wide.len() - 1)
    })
}

impl History {
    /// Lines, and those that do not fit among them.
    pub(super) fn new(lines: quick::History, wide: Vec<Occasion>) -> Self {
        Self { lines, wide, is_known: true }
    }

    /// Those of every customer in turn.
    pub(super) fn of(all: impl IntoIterator<Item = Vec<Occasion>>) -> Self {
        let mut history = Self { is_known: true, ..Self::default() };
        for own in all {
            history.lines.begin(own.len());
            for day in own {
                history.lines.add(packed(day, &mut history.wide));
            }
        }
        history
    }

    /// Whether there are order dates at all.
    pub(super) fn is_known(&self) -> bool {
        self.is_known
    }

    /// How many customers it knows.
    pub(super) fn customers(&self) -> usize {
        self.lines.customers()
    }

    /// Those of one customer; none beyond the end.
    pub(super) fn get(&self, i: usize) -> Occasions<'_> {
        Occasions { lines: self.lines.get(i), wide: &self.wide }
    }
}

impl PartialEq for History {
    /// However they are kept.
    fn eq(&self, other: &Self) -> bool {
        (self.is_known, self.customers()) == (other.is_known, other.customers())
            && (0..self.customers()).all(|i| self.get(i).iter().eq(other.get(i).iter()))
    }
}

impl<'c> Occasions<'c> {
    /// How many there are.
    pub fn len(self) -> usize {
        self.lines.len()
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.lines.is_empty()
    }

    /// One of them, counted from the first day.
    pub fn get(self, place: usize) -> Option<Occasion> {
        self.lines.get(place).map(|line| occasion(*line, self.wide))
    }

    /// The first day.
    pub fn first(self) -> Option<Occasion> {
        self.get(0)
    }

    /// The last day.
    pub fn last(self) -> Option<Occasion> {
        self.get(self.len().checked_sub(1)?)
    }

    /// All of them.
    pub fn iter(self) -> impl ExactSizeIterator<Item = Occasion> + Clone + use<'c> {
        self.lines.iter().map(move |line| occasion(*line, self.wide))
    }

    /// How many are not after this day.
    pub fn until(self, day: Date) -> usize {
        let day = date::packed(day);
        self.lines.partition_point(|line| match line.place() {
            Some(_) => date::packed(occasion(*line, self.wide).date) <= day,
            None => line.day() <= day,
        })
    }

    /// Those from one place to another.
    #[must_use]
    pub fn between(self, from: usize, to: usize) -> Self {
        Self { lines: self.lines.get(from..to).unwrap_or(&[]), wide: self.wide }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn occasions_are_kept_exactly_whatever_their_size() {
        let days = [
            (date(1801, 2, 3), "1.50"),
            (date(1979, 12, 31), "0.00001"),
            (date(2024, 2, 29), "5368709.11"),
            (date(2024, 3, 1), "5368709.12"),
            (date(2107, 12, 31), "79228162514264337593543950335"),
            (date(2108, 1, 1), "12"),
        ];
        let days = days.map(|(date, value)| Occasion { date, value: value.parse().unwrap() });
        let history = History::of([vec![], days.to_vec(), days[2..].to_vec()]);
        assert!(history.get(0).is_empty() && history.get(3).is_empty());
        assert!(history.get(1).iter().eq(days) && history.get(2).iter().eq(days[2..].iter().copied()));
        assert_eq!(
            history.get(1).iter().map(|day| day.value.scale()).collect::<Vec<_>>(),
            [2, 5, 2, 2, 0, 0]
        );
        assert_eq!((history.get(1).first(), history.get(1).last()), (Some(days[0]), Some(days[5])));
        for (until, day) in days.iter().enumerate() {
            assert_eq!(history.get(1).until(day.date), until + 1);
        }
        assert_eq!(history.get(1).until(date(1700, 1, 1)), 0);
        assert!(history.get(1).between(2, 6).iter().eq(history.get(2).iter()));
        assert!(history != History::of([vec![], days.to_vec()]));
    }
}
