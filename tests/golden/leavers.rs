//! Silent leavers: the rhythm of every customer.

use kernklant::recipe::XrayRecipe;
use kernklant::segments::{Rhythm, rhythms};
use rust_decimal::prelude::ToPrimitive;

use crate::data::{ADVENTURE_WORKS, CDNOW, Orders, close, customers, places, rows};

fn check(orders: &Orders, golden: &str) {
    let (Some(customers), Some(golden)) = (customers(orders), rows(golden)) else { return };
    let found = rhythms(&customers, &XrayRecipe::default());
    let places = places(&customers);
    assert_eq!(golden.len(), customers.len());
    for row in golden {
        let of = found.of[places[row["customer_id"].as_str()]];
        assert_eq!(of.order_days.to_string(), row["order_days"], "{row:?}");
        assert_eq!(of.days_since_last.unwrap().to_string(), row["days_since_last"], "{row:?}");
        let status = match of.status.unwrap() {
            Rhythm::OnRhythm => "on_rhythm",
            Rhythm::Late => "late",
            Rhythm::Overdue => "overdue",
            Rhythm::Silent => "silent",
            Rhythm::TooFew => "too_few",
            Rhythm::OneTime => "one_time",
        };
        assert_eq!(status, row["status"], "{row:?}");
        for (found, column) in [(of.median_interval, "median_itt"), (of.overdue_ratio, "overdue_ratio")] {
            match row[column].parse() {
                Ok(expected) => close(found.unwrap(), expected, 1e-9, column),
                Err(_) => assert_eq!(found, None, "{row:?}"),
            }
        }
        let year = |amount: rust_decimal::Decimal| amount.to_f64().unwrap();
        close(year(of.last_year), row["value_last365"].parse().unwrap(), 1e-9, &format!("{row:?}"));
        close(year(of.year_before), row["value_prev365"].parse().unwrap(), 1e-9, &format!("{row:?}"));
    }
}

#[test]
fn every_rhythm_equals_the_reference() {
    check(&ADVENTURE_WORKS, "golden/silent_leavers_adventureworks.csv");
    check(&CDNOW, "golden/silent_leavers_cdnow_sample.csv");
}
