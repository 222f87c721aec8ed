//! BG/NBD, MBG/NBD and Gamma-Gamma on CDNOW (Fader, Hardie & Lee 2005) and the B2B list that fails the guards.

use jiff::civil::date;
use kernklant::customers::{Customers, CustomersBuilder, Occasion};
use kernklant::recipe::{AliveModel, AliveRecipe};
use kernklant::segments::{Guard, History, PurchaseModel, SpendModel, alive};

use crate::data::{ADVENTURE_WORKS, CDNOW, close, customers, json, rows};

/// The list as it was on 30 September 1997.
fn calibration() -> Option<Customers> {
    let whole = customers(&CDNOW)?;
    let end = date(1997, 9, 30);
    let mut builder = CustomersBuilder::new(end);
    for i in 0..whole.len() {
        let to = builder.push(whole.row(i));
        let days: Vec<Occasion> = whole.occasions(i).iter().filter(|day| day.date <= end).collect();
        builder.set_occasions(to, days);
    }
    Some(builder.build())
}

fn check(customers: &Customers, model: AliveModel, unit_days: f64, name: &str) {
    let Some(golden) = json("golden/bgnbd_fits.json") else { return };
    let golden = &golden[name][if model == AliveModel::BgNbd { "bgnbd" } else { "mbgnbd" }];
    let number = |key: &str| golden[key].as_f64().unwrap();
    let recipe = AliveRecipe { model, unit_days, ..AliveRecipe::default() };
    let found = alive(customers, &recipe).unwrap();
    let fit = found.purchase.unwrap();
    close(fit.r / number("r"), 1.0, 1e-3, "r");
    close(fit.alpha * unit_days / 7.0 / number("alpha"), 1.0, 1e-3, "alpha");
    close(fit.a / number("a"), 1.0, 1e-3, "a");
    close(fit.b / number("b"), 1.0, 1e-3, "b");
    if unit_days == 7.0 {
        assert!((fit.log_likelihood - number("LL")).abs() < 1e-4, "LL {}", fit.log_likelihood);
    }
    assert_eq!(found.guard, None, "{name}");
}

#[test]
fn fits_of_cdnow_equal_the_reference_in_any_unit() {
    let Some(customers) = calibration() else { return };
    check(&customers, AliveModel::BgNbd, 7.0, "cdnow_sample");
    check(&customers, AliveModel::MbgNbd, 7.0, "cdnow_sample");
    check(&customers, AliveModel::BgNbd, 1.0, "cdnow_sample");
}

#[test]
fn likelihood_ratio_and_regularity_equal_the_reference() {
    let (Some(customers), Some(golden)) = (calibration(), json("golden/bgnbd_fits.json")) else { return };
    let fit = alive(&customers, &AliveRecipe::default()).unwrap().purchase.unwrap();
    let golden = &golden["cdnow_sample"];
    close(fit.likelihood_ratio, golden["LR_dropout_vs_nbd_bg"].as_f64().unwrap(), 1e-6, "likelihood ratio");
    close(fit.regularity.unwrap(), golden["wheat_k"].as_f64().unwrap(), 1e-9, "k");
}

#[test]
fn a_regular_b2b_list_fails_the_guards() {
    let (Some(customers), Some(golden)) = (customers(&ADVENTURE_WORKS), json("golden/bgnbd_fits.json"))
    else {
        return;
    };
    let found = alive(&customers, &AliveRecipe::default()).unwrap();
    assert!(matches!(found.guard, Some(Guard::AtCap { .. } | Guard::TooRegular { .. })), "{:?}", found.guard);
    let fit = found.purchase.unwrap();
    let expected = golden["adventureworks_full"]["bgnbd"]["LL"].as_f64().unwrap();
    assert!(fit.log_likelihood > expected - 1.0, "{fit:?}");
    close(fit.regularity.unwrap(), golden["adventureworks_full"]["wheat_k"].as_f64().unwrap(), 1e-9, "k");
    assert!(found.of.is_empty());
}

#[test]
fn every_customer_equals_the_reference_at_the_papers_parameters() {
    let Some(golden) = rows("golden/cdnow_per_customer.csv") else { return };
    let bg = |r, alpha, a, b| PurchaseModel { model: AliveModel::BgNbd, r, alpha, a, b };
    let paper = bg(0.243, 4.414, 0.793, 2.426);
    let fitted = bg(0.242_594_522, 4.413_602_013, 0.792_922_051, 2.425_907_081);
    let spend = SpendModel { p: 6.25, q: 3.74, v: 15.44 };
    assert_eq!(golden.len(), 2357);
    for row in golden {
        let number = |column: &str| row[column].parse::<f64>().unwrap();
        // Weeks are printed with 15 digits; days are whole.
        let weeks = |column: &str| (number(column) * 7.0).round() / 7.0;
        let of = History { x: number("x") as u32, t_x: weeks("t_x_weeks"), age: weeks("T_weeks") };
        close(paper.p_alive(of), number("bgnbd_palive_paperparams"), 1e-9, "P(alive)");
        close(paper.expected(of, 39.0), number("bgnbd_ce39_paperparams"), 1e-9, "expected purchases");
        let value = spend.expected(if number("m_x") > 0.0 { of.x } else { 0 }, number("m_x")).unwrap();
        close(value, number("gg_expected_spend_paperparams"), 1e-9, &format!("expected spend {row:?}"));
        close(fitted.p_active(of, 13.0), number("bgnbd_pactive13_mle"), 1e-4, "P(active in 13 weeks)");
        close(fitted.p_active(of, 39.0), number("bgnbd_pactive39_mle"), 1e-4, "P(active in 39 weeks)");
    }
}
