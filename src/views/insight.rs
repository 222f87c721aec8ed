//! The second screen: active customers, concentration, letters, and the table of all customers.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{CustomerPage, Facts, Request, Who, customer_page};
use crate::chart::curve::{Curve, CurvePoint, Guide};
use crate::chart::pareto as pareto_chart;
use crate::chart::scene::{Datum, Key, Scene, Size};
use crate::i18n::picture_words;
use crate::recipe::{MeasureChoice, Rule, Text};
use crate::segments::{Measure, Window};

/// What the list says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InsightView {
    pub customers: usize,
    pub active: usize,
    pub asleep: usize,
    pub lapsed: usize,
    pub window: Option<Window>,
    /// Whether activity follows from revenue, for want of dates; neither = nothing in the list tells.
    pub by_revenue: bool,
    #[serde(with = "crate::customers::day")]
    pub reference_date: jiff::civil::Date,
    pub shortlist: usize,
    pub one_in: u32,
    /// Fewer customers than this: ranks instead of percent.
    pub small: Option<u32>,
    pub measure: Measure,
    pub measure_choice: MeasureChoice,
    /// Whether any amount is known at all.
    pub has_value: bool,
    pub pareto: Option<ParetoView>,
    pub letters: LetterCounts,
    pub factors: Vec<FactorRow>,
    pub factors_in_use: usize,
    pub factors_needed: u32,
    pub meets: u32,
    pub page: CustomerPage,
}

/// How skewed the value is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ParetoView {
    pub measure: Measure,
    /// Customers with value above zero, and their sum.
    pub customers: usize,
    pub total: Decimal,
    pub outside: usize,
    pub outside_sum: Decimal,
    pub gini: f64,
    pub top_customers: usize,
    pub top_percent: u32,
    pub top_share: f64,
    pub top_sum: Decimal,
    pub hold_customers: usize,
    pub hold_share: f64,
    pub largest: Who,
    pub largest_share: f64,
    pub few_share: f64,
    pub warn_largest: bool,
    pub warn_few: bool,
    pub scene: Scene,
}

/// How many customers of each class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterCounts {
    pub enough: bool,
    pub a: usize,
    pub b: usize,
    pub c: usize,
    pub d: usize,
    pub discuss: usize,
    pub needs_data: usize,
}

/// A success factor and how the list meets it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FactorRow {
    pub id: String,
    pub name: Text,
    pub rule: Rule,
    pub thresholds: Vec<f64>,
    pub known: usize,
    pub met: usize,
    pub in_use: bool,
    pub on: bool,
}

/// Shows what the list says.
pub fn insight(facts: Facts, request: &Request) -> InsightView {
    let inventory = facts.inventory;
    let recipe = &facts.recipe();
    let letters = facts.letters;
    InsightView {
        customers: facts.customers.len(),
        active: inventory.active,
        asleep: inventory.asleep,
        lapsed: inventory.lapsed,
        window: inventory.window,
        by_revenue: inventory.window.is_none() && facts.customers.has(crate::customers::Field::Revenue),
        reference_date: facts.customers.reference_date(),
        shortlist: facts.shortlist.members.len(),
        one_in: recipe.inventory.shortlist_one_in,
        small: inventory.small.then_some(recipe.inventory.small_list),
        measure: facts.measures.value.measure,
        measure_choice: recipe.measure.choice,
        has_value: facts.measures.value.values.iter().any(Option::is_some),
        pareto: pareto(facts, request),
        letters: LetterCounts {
            enough: letters.enough_factors,
            a: letters.a,
            b: letters.b,
            c: letters.c,
            d: letters.d,
            discuss: letters.discuss,
            needs_data: letters.needs_data,
        },
        factors: factors(facts),
        factors_in_use: facts.factors.in_use,
        factors_needed: recipe.factors.at_least_in_use,
        meets: recipe.factors.meets,
        page: customer_page(facts, &request.table("")),
    }
}

fn pareto(facts: Facts, request: &Request) -> Option<ParetoView> {
    let pareto = facts.pareto;
    let values = &facts.measures.concentration.values;
    let top_sum = pareto.order.iter().take(pareto.top_customers).filter_map(|&i| values[i]).sum();
    Some(ParetoView {
        measure: pareto.measure,
        customers: pareto.order.len(),
        total: pareto.total,
        outside: pareto.outside,
        outside_sum: pareto.outside_sum,
        gini: pareto.gini?,
        top_customers: pareto.top_customers,
        top_percent: facts.recipe().concentration.top_percent,
        top_share: pareto.top_share?,
        top_sum,
        hold_customers: pareto.customers_to_hold?,
        hold_share: pareto.customers_to_hold_share?,
        largest: facts.who(*pareto.order.first()?),
        largest_share: pareto.largest_share?,
        few_share: pareto.few_share.unwrap_or_default(),
        warn_largest: pareto.warn_largest,
        warn_few: pareto.warn_few,
        scene: pareto_scene(facts, request)?,
    })
}

/// The curve with its two guides: what the best 20% bring, and how many hold 80%.
fn pareto_scene(facts: Facts, request: &Request) -> Option<Scene> {
    let pareto = facts.pareto;
    let format = request.format;
    let words = picture_words(format.language);
    let percent = |share: f64| format.percent(share, 0);
    // Where the counted customers end: in small lists that is not at 20% sharp.
    let top = pareto.top_customers as f64 / pareto.order.len() as f64;
    let hold = f64::from(facts.recipe().concentration.hold_percent) / 100.0;
    let guide = |x: f64, y: f64, order: u32| {
        let label = (words.pareto_guide)(&percent(x), &percent(y));
        let datum = Datum { key: Key::Index(order), label: label.clone(), values: Vec::new() };
        Guide { x, y, label, datum: Some(datum) }
    };
    let hold_x = pareto.customers_to_hold_share?;
    let curve = Curve {
        points: pareto.curve.iter().map(|&(x, y)| CurvePoint { x, y, datum: None }).collect(),
        guides: vec![guide(top, pareto.top_share?, 0), guide(hold_x, hold, 1)],
        x_title: words.pareto_x.to_owned(),
        y_title: words.pareto_y.to_owned(),
        reference: words.pareto_equal.to_owned(),
        empty: words.pareto_empty.to_owned(),
    };
    let width = request.width as f32;
    Some(pareto_chart::scene(&curve, Size::new(width, (width * 0.56).clamp(260.0, 440.0)), &percent))
}

fn factors(facts: Facts) -> Vec<FactorRow> {
    let recipe = &facts.recipe().factors.factors;
    facts
        .factors
        .factors
        .iter()
        .filter_map(|result| {
            let factor = recipe.iter().find(|factor| factor.id == result.id)?;
            Some(FactorRow {
                id: factor.id.clone(),
                name: factor.name.clone(),
                rule: factor.rule.clone(),
                thresholds: result.thresholds.clone(),
                known: result.known,
                met: result.met,
                in_use: result.in_use,
                on: factor.on,
            })
        })
        .collect()
}
