//! Cumulative curves: Pareto and whale.

use kernklant::chart::curve::{Curve, CurvePoint, Guide};
use kernklant::chart::scene::{Datum, Key, Scene, Size};
use kernklant::chart::{pareto, whale};

use super::{Case, amounts, datum, noise};

/// The cumulative curve of amounts, as shares or as they are.
fn cumulative(case: Case, amounts: &[f64], total: f64) -> Vec<CurvePoint> {
    let mut points = vec![CurvePoint { x: 0.0, y: 0.0, datum: None }];
    let mut sum = 0.0;
    for (i, amount) in amounts.iter().enumerate() {
        sum += amount;
        let dot = (amounts.len() <= 120)
            .then(|| datum(i, &[(&case.say("samen", "together"), case.percent(sum / total))]));
        points.push(CurvePoint { x: (i + 1) as f64 / amounts.len() as f64, y: sum / total, datum: dot });
    }
    points
}

fn guide(points: &[CurvePoint], i: usize, label: String) -> Option<Guide> {
    let point = points.get(i)?;
    let datum = Datum { key: Key::Index(i as u32), label: label.clone(), values: Vec::new() };
    Some(Guide { x: point.x, y: point.y, label, datum: Some(datum) })
}

pub fn pareto_chart(case: Case) -> Scene {
    let amounts: Vec<f64> = amounts(case.state).into_iter().filter(|amount| *amount > 0.0).collect();
    let total: f64 = amounts.iter().sum();
    let points = if amounts.is_empty() { Vec::new() } else { cumulative(case, &amounts, total) };
    let top = (amounts.len() * 20).div_ceil(100);
    let eighty = points.iter().position(|point| point.y >= 0.8).unwrap_or(0);
    let label_top = points
        .get(top)
        .map_or_else(String::new, |p| format!("20% {} {}", case.say("brengt", "brings"), case.percent(p.y)));
    let label_eighty = points.get(eighty).map_or_else(String::new, |p| {
        format!("80% {} {}", case.say("komt van", "comes from"), case.percent(p.x))
    });
    let guides: Vec<Guide> = if amounts.len() > 1 {
        [guide(&points, top, label_top), guide(&points, eighty, label_eighty)].into_iter().flatten().collect()
    } else {
        Vec::new()
    };
    let curve = Curve {
        points,
        guides,
        x_title: case.say("aandeel van de klanten", "share of the customers"),
        y_title: case.say("aandeel van de omzet", "share of revenue"),
        reference: case.say("iedereen gelijk", "everyone equal"),
        empty: case.say("Geen klanten met omzet boven nul.", "No customers with revenue above zero."),
    };
    pareto::scene(&curve, Size::new(case.width, 360.0), &|share| case.percent(share))
}

pub fn whale_chart(case: Case) -> Scene {
    let mut profits: Vec<f64> = amounts(case.state)
        .iter()
        .enumerate()
        .map(
            |(i, amount)| {
                if case.state == "equal" { *amount } else { amount * 0.3 - 1500.0 - 1500.0 * noise(i + 77) }
            },
        )
        .collect();
    if case.state == "negative" {
        for profit in &mut profits {
            *profit -= 2500.0;
        }
    }
    profits.sort_by(|a, b| b.total_cmp(a));
    let total: f64 = profits.iter().sum();
    let as_money = total <= 0.0;
    let unit = if as_money { 1.0 } else { total };
    let points = if profits.is_empty() { Vec::new() } else { cumulative(case, &profits, unit) };
    let peak = profits.iter().filter(|profit| **profit > 0.0).count();
    let money = |amount: f64| case.money(amount);
    let percent = |share: f64| case.percent(share);
    let write: &dyn Fn(f64) -> String = if as_money { &money } else { &percent };
    let label = points.get(peak).map_or_else(String::new, |point| format!("top: {}", write(point.y)));
    let curve = Curve {
        guides: guide(&points, peak, label).into_iter().collect(),
        points,
        x_title: case.say("aandeel van de klanten", "share of the customers"),
        y_title: case.say("opgetelde winst", "cumulative profit"),
        reference: case.say("totale winst", "total profit"),
        empty: case.say("Van geen klant is de winst bekend.", "Profit is not known for any customer."),
    };
    let end = if as_money { total } else { 1.0 };
    whale::scene(&curve, end, Size::new(case.width, 360.0), whale::Writers { x: &percent, y: write })
}
