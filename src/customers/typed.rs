//! Cells typed by a person on screen: read on their own, by what the field holds.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::clean::{cell_text, yes_or_no};
use super::date::DayOrder;
use super::number::Convention;
use super::{CustomersBuilder, Field, Kind, date, number};

/// What a typed cell says.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    /// Nothing stands there, or a word for it.
    Empty,
    Text(String),
    Money(Decimal),
    /// A count, a share as a fraction, or a score of 1–5.
    Number(f64),
    Date(Date),
    YesNo(bool),
    /// It cannot be what the column holds.
    Unreadable,
}

impl Typed {
    /// Reads a cell. Three digits behind the only separator are thousands; `12` and `12 %` are both a share of 0.12;
    /// the day stands before the month when both can be.
    pub fn read(text: &str, kind: Kind) -> Typed {
        let Some(text) = cell_text(text) else { return Typed::Empty };
        let read = match kind {
            Kind::Text => Some(Typed::Text(text.to_owned())),
            Kind::YesNo => yes_or_no(text).map(Typed::YesNo),
            Kind::Date => {
                date::scan(text).and_then(|scanned| DayOrder::new(None).value(scanned)).map(Typed::Date)
            }
            Kind::Money => amount(text).filter(|(_, percent)| !percent).map(|(value, _)| Typed::Money(value)),
            Kind::Number => number(text)
                .map(|(value, percent)| if percent { value / 100.0 } else { value })
                .map(Typed::Number),
            Kind::Share => number(text)
                .map(|(value, percent)| if percent || value.abs() > 1.0 { value / 100.0 } else { value })
                .filter(|share| share.abs() <= 1000.0)
                .map(Typed::Number),
            Kind::Score => number(text)
                .filter(|(value, percent)| !percent && (1.0..=5.0).contains(value))
                .map(|(value, _)| Typed::Number(value)),
        };
        read.unwrap_or(Typed::Unreadable)
    }

    /// Puts the value into a field of its kind; nothing and the unreadable change nothing.
    pub fn set(self, builder: &mut CustomersBuilder, field: Field, i: usize) {
        match self {
            Typed::Text(value) => builder.set_text(field, i, value),
            Typed::Money(value) => builder.set_money(field, i, value),
            Typed::Number(value) => builder.set_number(field, i, value),
            Typed::Date(value) => builder.set_date(field, i, value),
            Typed::YesNo(value) => builder.set_yes_no(field, i, value),
            Typed::Empty | Typed::Unreadable => {}
        }
    }
}

fn amount(text: &str) -> Option<(Decimal, bool)> {
    let scanned = number::scan(text)?;
    Some((Convention::new(None).value(&scanned), scanned.percent))
}

fn number(text: &str) -> Option<(f64, bool)> {
    let (value, percent) = amount(text)?;
    Some((value.to_f64()?, percent))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: Kind, text: &str, expected: Typed) {
        assert_eq!(Typed::read(text, kind), expected, "{text:?} as {kind:?}");
    }

    #[test]
    fn a_typed_cell_is_read_by_what_its_column_holds() {
        check(Kind::Money, "€ 12.500,50", Typed::Money(Decimal::new(1_250_050, 2)));
        check(Kind::Money, "12.500", Typed::Money(Decimal::from(12_500)));
        check(Kind::Money, "12 %", Typed::Unreadable);
        check(Kind::Score, "4", Typed::Number(4.0));
        check(Kind::Score, "3,5", Typed::Number(3.5));
        check(Kind::Score, "6", Typed::Unreadable);
        check(Kind::Share, "12 %", Typed::Number(0.12));
        check(Kind::Share, "0,12", Typed::Number(0.12));
        check(Kind::YesNo, "x", Typed::YesNo(true));
        check(Kind::YesNo, "misschien", Typed::Unreadable);
        check(Kind::Date, "31-12-2025", Typed::Date(jiff::civil::date(2025, 12, 31)));
        check(Kind::Text, " goed ", Typed::Text("goed".into()));
        check(Kind::Text, "  ", Typed::Empty);
    }
}
