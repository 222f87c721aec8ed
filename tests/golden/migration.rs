//! Migration between two fiscal years.

use jiff::civil::date;
use kernklant::recipe::PyramidRecipe;
use kernklant::segments::{Span, State, migration_between};
use rust_decimal::prelude::ToPrimitive;

use crate::data::{ADVENTURE_WORKS, close, customers, json, places, rows};

const NAMES: [&str; 6] = ["top", "large", "medium", "small", "inactive", "not_yet"];

#[test]
fn every_move_equals_the_reference() {
    let (Some(customers), Some(golden), Some(summary)) = (
        customers(&ADVENTURE_WORKS),
        rows("golden/migration_adventureworks_FY18_FY19.csv"),
        json("golden/concentration.json"),
    ) else {
        return;
    };
    let before = Span { first: date(2018, 6, 1), last: date(2019, 5, 31) };
    let after = Span { first: date(2019, 6, 1), last: date(2020, 5, 31) };
    let found = migration_between(&customers, before, after, &PyramidRecipe::default());
    let places = places(&customers);
    for row in golden {
        let (from, value_before, to, value_after) = found.of[places[row["customer_id"].as_str()]];
        assert_eq!(NAMES[from as usize], row["period1"], "{row:?}");
        assert_eq!(NAMES[to as usize], row["period2"], "{row:?}");
        close(value_before.to_f64().unwrap(), row["value1"].parse().unwrap(), 1e-9, "value before");
        close(value_after.to_f64().unwrap(), row["value2"].parse().unwrap(), 1e-9, "value after");
    }
    let matrix = &summary["migration_adventureworks_FY18_FY19"]["matrix"];
    for from in State::ALL {
        for to in State::ALL {
            let expected = matrix[NAMES[from as usize]][NAMES[to as usize]].as_u64().unwrap_or(0);
            assert_eq!(
                found.matrix[from as usize][to as usize].customers as u64, expected,
                "{from:?} to {to:?}"
            );
        }
    }
}
