//! RFM as the R package `rfm` 0.3.0 scores it.

use std::collections::BTreeMap;

use kernklant::recipe::{RfmMode, RfmRecipe, RfmSegment, Text, vignette_segments};
use kernklant::segments::rfm;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::data::{RFM_ORDERS, close, customers, places, rows};

#[test]
fn every_score_equals_r() {
    let (Some(customers), Some(golden), Some(cuts)) = (
        customers(&RFM_ORDERS),
        rows("golden/rfm_orders_default_scores.csv"),
        rows("golden/rfm_orders_default_thresholds.csv"),
    ) else {
        return;
    };
    let recipe = RfmRecipe { mode: RfmMode::AsR, segments: vignette_segments() };
    let found = rfm(&customers, false, &recipe).unwrap();
    let places = places(&customers);
    assert_eq!(golden.len(), 995);
    for row in golden {
        let of = found.of[places[row["customer_id"].as_str()]].unwrap();
        let name = of.segment.map_or("Others", |segment| &recipe.segments[usize::from(segment)].name.en);
        let columns = [
            (of.recency_days.to_string(), "recency_days"),
            (of.frequency.to_string(), "transaction_count"),
            (of.monetary.normalize().to_string(), "amount"),
            (of.r.to_string(), "recency_score"),
            (of.f.to_string(), "frequency_score"),
            (of.m.to_string(), "monetary_score"),
            (name.to_owned(), "segment"),
        ];
        for (found, column) in columns {
            assert_eq!(found, row[column], "{column} of {row:?}");
        }
    }
    // R prints the cut points with the one it adds.
    for (place, row) in cuts.iter().take(4).enumerate() {
        close(found.recency_cuts[place] + 1.0, row["recency_upper"].parse().unwrap(), 1e-9, "recency");
        close(found.frequency_cuts[place] + 1.0, row["frequency_upper"].parse().unwrap(), 1e-9, "frequency");
        close(found.monetary_cuts[place] + 1.0, row["monetary_upper"].parse().unwrap(), 1e-9, "monetary");
    }
}

fn check(segments: Vec<RfmSegment>, golden: &str) {
    let (Some(customers), Some(golden)) = (customers(&RFM_ORDERS), rows(golden)) else { return };
    let recipe = RfmRecipe { mode: RfmMode::AsR, segments };
    let found = rfm(&customers, false, &recipe).unwrap();
    let mut sums: BTreeMap<&str, (u64, u64, Decimal)> = BTreeMap::new();
    for of in found.of.iter().flatten() {
        let name = of.segment.map_or("Others", |segment| &recipe.segments[usize::from(segment)].name.en);
        let sum = sums.entry(name).or_default();
        *sum = (sum.0 + 1, sum.1 + u64::from(of.frequency), sum.2 + of.monetary);
    }
    assert_eq!(sums.len(), golden.len());
    for row in golden {
        let (customers, orders, revenue) = sums[row["segment"].as_str()];
        assert_eq!(customers.to_string(), row["customers"], "{row:?}");
        assert_eq!(orders.to_string(), row["orders"], "{row:?}");
        close(revenue.to_f64().unwrap(), row["revenue"].parse().unwrap(), 1e-9, "revenue");
    }
}

#[test]
fn segments_equal_the_vignette() {
    check(vignette_segments(), "golden/rfm_orders_default_segments.csv");
}

/// The scheme of the package's own tests: Champions 4–5 first.
#[test]
fn segments_equal_the_packages_test_scheme() {
    let scheme = [
        ("Champions", (4, 5), (4, 5), (4, 5)),
        ("Loyal Customers", (2, 5), (3, 5), (3, 5)),
        ("Potential Loyalist", (3, 5), (1, 3), (1, 3)),
        ("New Customers", (4, 5), (1, 1), (1, 1)),
        ("Promising", (3, 4), (1, 1), (1, 1)),
        ("Need Attention", (2, 3), (2, 3), (2, 3)),
        ("About To Sleep", (2, 3), (1, 2), (1, 2)),
        ("At Risk", (1, 2), (2, 5), (2, 5)),
        ("Can't Lose Them", (1, 1), (4, 5), (4, 5)),
        ("Lost", (1, 2), (1, 2), (1, 2)),
    ];
    let segments = scheme.map(|(name, r, f, m)| RfmSegment {
        id: name.to_lowercase(),
        name: Text::new(name, name),
        r,
        f,
        m,
    });
    check(segments.to_vec(), "golden/rfm_orders_testscheme_segments.csv");
}
