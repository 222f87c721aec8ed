//! Small lists for tests, written as a table.

use jiff::civil::{Date, date};
use rust_decimal::Decimal;

use crate::customers::{Customers, CustomersBuilder, Field, Kind, Occasion};

/// The reference date of every list here.
pub const TODAY: Date = date(2025, 12, 31);

/// A list from lines of cells between blanks: field keys on the first line, `.` for a missing cell, `_` for a blank
/// in a text. Panics on anything else: it is for tests. A column `days` holds the order history as `2025-01-31=100,2025-02-28=50`.
#[expect(clippy::missing_panics_doc, reason = "for tests only")]
pub fn list(text: &str) -> Customers {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let header: Vec<&str> = lines.next().unwrap().split_whitespace().collect();
    let mut builder = CustomersBuilder::new(TODAY);
    for (place, line) in lines.enumerate() {
        let i = builder.push(place as u32 + 2);
        let cells: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(cells.len(), header.len(), "{line}");
        for (key, cell) in header.iter().zip(cells) {
            if *key == "days" {
                let (bought, returned) =
                    occasions(cell).into_iter().partition(|day| day.value >= Decimal::ZERO);
                builder.set_occasions(i, bought);
                builder.set_credits(i, returned);
                continue;
            }
            let field = Field::from_key(key).unwrap();
            builder.declare(field);
            if cell == "." {
                continue;
            }
            match field.kind() {
                Kind::Text => builder.set_text(field, i, cell.replace('_', " ")),
                Kind::Money => builder.set_money(field, i, cell.parse::<Decimal>().unwrap()),
                Kind::Share | Kind::Number | Kind::Score => {
                    builder.set_number(field, i, cell.parse().unwrap());
                }
                Kind::Date => builder.set_date(field, i, cell.parse().unwrap()),
                Kind::YesNo => builder.set_yes_no(field, i, cell == "yes"),
            }
        }
    }
    builder.build()
}

fn occasions(cell: &str) -> Vec<Occasion> {
    let days = cell.split(',').filter(|day| *day != ".");
    days.map(|day| day.split_once('=').unwrap())
        .map(|(date, value)| Occasion { date: date.parse().unwrap(), value: value.parse().unwrap() })
        .collect()
}
