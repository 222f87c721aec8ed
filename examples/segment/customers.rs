//! One customer as JSON.

use kernklant::customers::{Customers, Field};
use kernklant::engine::results::Results;
use kernklant::panic::MapField;
use kernklant::recipe::{Level, Recipe};
use kernklant::segments::facts::{first_order, last_order, orders};
use kernklant::segments::{AbcClass, Activity, Bloom, GrowthLevel, Layer, LetterClass, Rhythm};
use serde_json::{Map, Value, json};

use crate::json::amount;

/// Everything the contract tells about a customer.
pub fn customer(customers: &Customers, recipe: &Recipe, results: &Results, i: usize) -> Value {
    let (base, layers) = (&results.base, &results.layers);
    let (lettered, chosen) = (&results.lettered, &results.chosen);
    let xray = &results.xray;
    let money = |field| customers.money(field, i).map(amount);
    let rhythm = layers.rhythms.of.get(i);
    let alive = results.alive.as_ref().and_then(|alive| alive.of.get(i).copied().flatten());
    let panic = &chosen.panic.of[i];
    json!({
        "id": customers.id(i),
        "name": customers.name(i),
        "group": customers.text(Field::Group, i),
        "owner": customers.text(Field::Owner, i),
        "revenue": money(Field::Revenue),
        "revenue_previous": money(Field::RevenuePrevious),
        "margin": customers.margin(i).map(amount),
        "contribution": customers.contribution(i).map(amount),
        "orders": orders(customers, i).map(plain_number),
        "first_order": first_order(customers, i).map(|day| day.to_string()),
        "last_order": last_order(customers, i).map(|day| day.to_string()),
        "activity": activity(base.inventory.activity[i]),
        "abcd": letter(lettered.letters.class[i]),
        "fit": lettered.letters.fit[i].map(plain_number),
        "factors": factors(results, i),
        "abc": layers.abc.class[i].map(|class| match class {
            AbcClass::A => "A",
            AbcClass::B => "B",
            AbcClass::C => "C",
        }),
        "pyramid": layers.pyramid.layer[i].map(layer),
        "growth_level": base.growth.places[i].level.map(|level| match level {
            GrowthLevel::A => "A",
            GrowthLevel::B => "B",
            GrowthLevel::C => "C",
        }),
        "share_of_wallet": base.growth.places[i].share_of_wallet,
        "bloom": bloom(xray.blooms.class[i]),
        "pearl": if xray.pearls.needs_potential { None } else { xray.pearls.why[i].pearl.known() },
        "leaver": xray.leavers.known[i].then_some(xray.leavers.leaver[i].is_some()),
        "rhythm": rhythm.and_then(|of| of.status).map(status),
        "overdue_ratio": rhythm.and_then(|of| of.overdue_ratio),
        "profiteer": xray.profiteers.is_profiteer[i],
        "rfm": rfm(recipe, results, i),
        "p_alive": alive.map(|of| of.p_alive),
        "p_active_90d": alive.map(|of| of.p_active),
        "expected_value": alive.and_then(|of| of.expected_value).map(|value| value.to_string()),
        "panic_index": panic.index,
        "panic_range": panic.range,
        "field": chosen.panic.field[i].map(map_field),
        "core_score": chosen.selection.score[i],
        "core_rank": chosen.selection.rank[i],
        "core": chosen.selection.is_core[i],
        "service_level": results.planned.levels.level[i].map(Level::letter),
    })
}

/// A whole number without a decimal point.
fn plain_number(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 1e15 { json!(number as i64) } else { json!(number) }
}

fn factors(results: &Results, i: usize) -> Map<String, Value> {
    let factors = results.lettered.factors.factors.iter();
    factors.map(|factor| (factor.id.clone(), json!(factor.answers[i].known()))).collect()
}

fn rfm(recipe: &Recipe, results: &Results, i: usize) -> Option<Value> {
    let of = results.layers.rfm.as_ref()?.of[i]?;
    let segment = of.segment.map_or("others", |place| &recipe.rfm.segments[usize::from(place)].id);
    Some(json!({ "r": of.r, "f": of.f, "m": of.m, "segment": segment }))
}

fn activity(activity: Activity) -> &'static str {
    match activity {
        Activity::Active => "active",
        Activity::Asleep => "asleep",
        Activity::Lapsed => "lapsed",
        Activity::Ended => "ended",
        Activity::Prospect => "prospect",
        Activity::Unknown => "unknown",
    }
}

fn letter(class: LetterClass) -> &'static str {
    match class {
        LetterClass::A => "A",
        LetterClass::B => "B",
        LetterClass::C => "C",
        LetterClass::D => "D",
        LetterClass::Discuss => "discuss",
        LetterClass::NeedsData => "needs_data",
        LetterClass::Lapsed => "lapsed",
        LetterClass::Prospect => "prospect",
    }
}

fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Top => "top",
        Layer::Large => "large",
        Layer::Medium => "medium",
        Layer::Small => "small",
        Layer::Inactive => "inactive",
        Layer::Prospects => "prospects",
    }
}

fn bloom(bloom: Bloom) -> Option<&'static str> {
    match bloom {
        Bloom::Bloeiend => Some("bloeiend"),
        Bloom::Boeiend => Some("boeiend"),
        Bloom::Vermoeiend => Some("vermoeiend"),
        Bloom::None => Some("none"),
        Bloom::Unknown => None,
    }
}

fn status(status: Rhythm) -> &'static str {
    match status {
        Rhythm::OnRhythm => "on_rhythm",
        Rhythm::Late => "late",
        Rhythm::Overdue => "overdue",
        Rhythm::Silent => "silent",
        Rhythm::TooFew => "too_few",
        Rhythm::OneTime => "one_time",
    }
}

fn map_field(field: MapField) -> &'static str {
    match field {
        MapField::Core => "core",
        MapField::WeNeedThem => "we_need_them",
        MapField::TheyNeedUs => "they_need_us",
        MapField::Lighter => "lighter",
    }
}
