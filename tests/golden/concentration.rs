//! Gini, Pareto, ABC, pyramid and whale.

use std::collections::BTreeMap;

use kernklant::recipe::{PyramidRecipe, Recipe};
use kernklant::segments::{AbcClass, Layer, Rankings, abc, inventory, measures, pareto, pyramid, whale};
use rust_decimal::prelude::ToPrimitive;

use crate::data::{ADVENTURE_WORKS, CDNOW, Orders, RFM_ORDERS, close, customers, json, places, rows};

fn check(orders: &Orders, name: &str) {
    let (Some(customers), Some(golden)) = (customers(orders), json("golden/concentration.json")) else {
        return;
    };
    let golden = &golden[name];
    let number = |pointer: &str| golden.pointer(pointer).and_then(serde_json::Value::as_f64).expect(pointer);
    let recipe = Recipe::default();
    let inventory = inventory(&customers, &recipe.inventory);
    let values = measures(&customers, &inventory, &recipe.measure).concentration;
    let found = pareto(&values, inventory.small, &recipe.concentration);
    assert_eq!(found.order.len() as f64, number("/n"), "{name} n");
    close(found.total.to_f64().unwrap(), number("/total"), 1e-12, "total");
    close(found.gini.unwrap(), number("/gini"), 1e-12, "gini");
    close(found.gini_unbiased.unwrap(), number("/gini_unbiased"), 1e-12, "gini, unbiased");
    assert_eq!(found.top_customers as f64, number("/top20pct_customers"));
    close(found.top_share.unwrap(), number("/top20pct_share"), 1e-12, "top 20%");
    assert_eq!(found.customers_to_hold.unwrap() as f64, number("/customers_for_80pct"));
    close(found.customers_to_hold_share.unwrap(), number("/pct_customers_for_80pct"), 1e-12, "for 80%");
    close(found.largest_share.unwrap(), number("/top1_share"), 1e-12, "largest");
    close(found.few_share.unwrap(), number("/top5_customers_share"), 1e-12, "largest five");

    let classes = abc(&found, &values, &recipe.abc);
    for (count, class) in [(classes.a, "A"), (classes.b, "B"), (classes.c, "C")] {
        assert_eq!(count.customers as f64, number(&format!("/abc_crossing_in/{class}/customers")), "{class}");
        close(count.share.unwrap(), number(&format!("/abc_crossing_in/{class}/share")), 1e-12, class);
    }

    let whole_list = PyramidRecipe { months: 0, ..PyramidRecipe::default() };
    let layers = pyramid(&customers, &inventory, &values, &whole_list);
    for (layer, key) in layers.layers.iter().zip(["top", "large", "medium", "small"]) {
        let of = |what: &str| number(&format!("/pyramid/{key}/{what}"));
        assert_eq!(layer.customers as f64, of("customers"), "{key}");
        close(layer.share.unwrap(), of("share"), 1e-12, key);
        close(layer.value.to_f64().unwrap(), of("revenue"), 1e-12, key);
        close(layer.least.unwrap().to_f64().unwrap(), of("min"), 1e-12, key);
    }
}

#[test]
fn concentration_equals_the_reference() {
    check(&ADVENTURE_WORKS, "adventureworks");
    check(&CDNOW, "cdnow_sample");
    check(&RFM_ORDERS, "rfm_data_orders");
}

#[test]
fn every_adventure_works_customer_has_its_class_and_layer() {
    let (Some(customers), Some(golden)) =
        (customers(&ADVENTURE_WORKS), rows("golden/concentration_adventureworks.csv"))
    else {
        return;
    };
    let recipe = Recipe::default();
    let inventory = inventory(&customers, &recipe.inventory);
    let values = measures(&customers, &inventory, &recipe.measure).concentration;
    let classes = abc(&pareto(&values, false, &recipe.concentration), &values, &recipe.abc);
    let whole_list = PyramidRecipe { months: 0, ..PyramidRecipe::default() };
    let layers = pyramid(&customers, &inventory, &values, &whole_list);
    let places = places(&customers);
    let class_names = BTreeMap::from([(AbcClass::A, "A"), (AbcClass::B, "B"), (AbcClass::C, "C")]);
    let layer_names = ["top", "large", "medium", "small", "inactive", "prospects"];
    for row in golden {
        let i = places[row["customer_id"].as_str()];
        assert_eq!(class_names[&classes.class[i].unwrap()], row["abc_crossing_in"], "{row:?}");
        let layer: Layer = layers.layer[i].unwrap();
        assert_eq!(layer_names[layer as usize], row["pyramid"], "{row:?}");
        close(layers.rank[i].unwrap().into(), row["rank"].parse().unwrap(), 0.0, "rank");
    }
}

#[test]
fn the_whale_equals_the_reference() {
    let (Some(customers), Some(golden), Some(summary)) = (
        customers(&ADVENTURE_WORKS),
        rows("golden/whale_adventureworks.csv"),
        json("golden/concentration.json"),
    ) else {
        return;
    };
    let found = whale(&customers, &Rankings::default(), 0.8).unwrap();
    let summary = &summary["whale_adventureworks"];
    close(found.total.to_f64().unwrap(), summary["total"].as_f64().unwrap(), 1e-12, "total");
    close(found.peak_share.unwrap(), summary["peak_pct_of_total"].as_f64().unwrap(), 1e-12, "peak");
    assert_eq!(found.peak_customers as u64, summary["customers_at_peak"].as_u64().unwrap());
    assert_eq!(found.losing as u64, summary["unprofitable"].as_u64().unwrap());
    close(found.loss.to_f64().unwrap(), summary["loss"].as_f64().unwrap(), 1e-12, "loss");
    let mut sum = rust_decimal::Decimal::ZERO;
    for (row, &i) in golden.iter().zip(&found.order) {
        sum += customers.margin(i).unwrap();
        assert_eq!(customers.key(i), row["customer_id"]);
        close(sum.to_f64().unwrap(), row["cum"].parse().unwrap(), 1e-12, "cumulative profit");
    }
}
