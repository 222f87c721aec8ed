//! The analyses that are lists of their own: leavers, profiteers, attention, pearls, white space, groups, RFM.

use kernklant::customers::Customers;
use kernklant::engine::results::Results;
use kernklant::recipe::{Level, Recipe};
use kernklant::segments::{
    Attention, Growth, LeaverWhy, Leavers, ProfiteerWhy, SilentLeaver, SilentWhy, protected,
};
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use crate::json::amount;

/// Names are kept by the fields of the document, as `docs/segment.md` has them.
pub fn analyses<'a>(
    customers: &Customers,
    headers: impl Iterator<Item = &'a str>,
    recipe: &Recipe,
    results: &Results,
) -> Map<String, Value> {
    let xray = &results.xray;
    let headers: Vec<&str> = headers.collect();
    let grounds = protected(&headers)
        .into_iter()
        .map(|column| json!({ "column": column.header, "ground": column.ground }));
    let fields = [
        ("growth_matrix", growth_matrix(&results.base.growth)),
        ("leavers", leavers(customers, &xray.leavers, &xray.silent)),
        ("profiteers", profiteers(customers, results)),
        ("attention", attention(customers, &xray.attention)),
        ("complaints", complaints(customers, &xray.attention)),
        ("pearls", pearls(customers, results)),
        ("white_space", white_space(customers, results)),
        ("linked", linked(customers, results)),
        ("protected", grounds.collect()),
        ("rfm", rfm(recipe, results)),
    ];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn of(amounts: Option<Decimal>) -> Option<String> {
    amounts.map(amount)
}

fn letter(level: Option<Level>) -> Option<&'static str> {
    level.map(Level::letter)
}

/// Rows: growth score 3, 2, 1; columns: revenue score 3, 2, 1.
fn growth_matrix(growth: &Growth) -> Value {
    let cuts = |cuts: Option<(Decimal, Decimal)>| {
        cuts.map(|(high, middle)| json!({ "high": amount(high), "middle": amount(middle) }))
    };
    json!({ "counts": growth.matrix, "revenue_cuts": cuts(growth.revenue_cuts), "room_cuts": cuts(growth.room_cuts) })
}

fn leavers(customers: &Customers, leavers: &Leavers, silent: &[SilentLeaver]) -> Value {
    let gone = leavers.leaver.iter().enumerate().filter_map(|(i, why)| {
        let (kind, before, now) = match (*why)? {
            LeaverWhy::Fell { before, now, .. } => ("fell", before, Some(now)),
            LeaverWhy::Stopped { before } => ("stopped", before, None),
        };
        Some(json!({ "customer": customers.key(i), "why": kind, "before": amount(before), "now": of(now) }))
    });
    let silent = silent.iter().map(|one| silent_leaver(customers, one));
    json!({
        "compared": leavers.compared,
        "period_days": leavers.period_days,
        "unequal_periods": leavers.unequal_periods,
        "median_change": leavers.median_change,
        "list": gone.collect::<Vec<_>>(),
        "silent": silent.collect::<Vec<_>>(),
    })
}

fn silent_leaver(customers: &Customers, one: &SilentLeaver) -> Value {
    let (days, rhythm, ratio) = match one.why {
        SilentWhy::Rhythm { days, median_interval, ratio } => (days, Some(median_interval), Some(ratio)),
        SilentWhy::NoContact { days } => (days, None, None),
    };
    json!({
        "customer": customers.key(one.customer),
        "days_since": days,
        "median_interval": rhythm,
        "overdue_ratio": ratio,
        "p_active": one.p_active,
        "at_stake": amount(one.at_stake),
    })
}

fn profiteers(customers: &Customers, results: &Results) -> Value {
    let found = &results.xray.profiteers;
    let list = found.profiteers.iter().map(|one| {
        let why = one.why.iter().map(|why| match why {
            ProfiteerWhy::Loss { .. } => "loss",
            ProfiteerWhy::Discount { .. } => "discount",
            ProfiteerWhy::Contacts { .. } => "contacts",
        });
        json!({
            "customer": customers.key(one.customer),
            "why": why.collect::<Vec<_>>(),
            "best_level": letter(one.best_level),
            "cheapest_level": letter(one.cheapest_level),
            "break_even_rise": one.break_even_rise,
            "goodbye_costs": of(one.goodbye_costs),
        })
    });
    let exempt = found.exempt.iter().map(|&i| customers.key(i));
    json!({ "list": list.collect::<Vec<_>>(), "exempt": exempt.collect::<Vec<_>>() })
}

fn attention(customers: &Customers, attention: &Attention) -> Value {
    let one = attention.list.iter().map(|one| {
        json!({
            "customer": customers.key(one.customer),
            "attention": one.attention,
            "hours": one.hours,
            "contacts": one.contacts,
            "complaints": one.complaints,
            "value": one.value,
            "surplus": one.surplus,
            "core": one.core,
        })
    });
    one.collect()
}

fn complaints(customers: &Customers, attention: &Attention) -> Value {
    let themes = attention.themes.iter().map(
        |theme| json!({ "theme": theme.theme, "customers": theme.customers, "complaints": theme.complaints }),
    );
    let balance = attention.complaints.iter().map(|one| {
        json!({
            "customer": customers.key(one.customer),
            "complaints": one.complaints,
            "cost": amount(one.cost),
            "margin": of(one.margin),
            "balance": of(one.balance),
        })
    });
    json!({ "themes": themes.collect::<Vec<_>>(), "balance": balance.collect::<Vec<_>>() })
}

fn pearls(customers: &Customers, results: &Results) -> Value {
    let pearls = &results.xray.pearls;
    let list = pearls.pearls.iter().map(
        |&i| json!({ "customer": customers.key(i), "growth_room": of(results.base.growth.places[i].room) }),
    );
    json!({
        "needs_potential": pearls.needs_potential,
        "room_cut": of(pearls.room_cut),
        "list": list.collect::<Vec<_>>(),
    })
}

fn white_space(customers: &Customers, results: &Results) -> Value {
    let space = &results.xray.white_space;
    let gaps = space.gaps.iter().map(|gap| {
        json!({
            "customer": customers.key(gap.customer),
            "product_group": gap.product_group,
            "sector": gap.sector,
            "peers_buy": gap.peers_buy,
            "peers": gap.peers,
        })
    });
    let below = space.below_peers.iter().map(|one| {
        json!({
            "customer": customers.key(one.customer),
            "sector": one.sector,
            "revenue": amount(one.revenue),
            "median": amount(one.median),
            "peers": one.peers,
        })
    });
    json!({ "gaps": gaps.collect::<Vec<_>>(), "below_peers": below.collect::<Vec<_>>() })
}

fn linked(customers: &Customers, results: &Results) -> Value {
    let groups = results.base.linked.groups.iter().map(|group| {
        let members = group.members.iter().map(|&i| customers.key(i));
        json!({ "group": group.name, "value": group.value.map(amount), "members": members.collect::<Vec<_>>() })
    });
    groups.collect()
}

fn rfm(recipe: &Recipe, results: &Results) -> Value {
    let Some(rfm) = &results.layers.rfm else { return Value::Null };
    let names = recipe.rfm.segments.iter().map(|segment| segment.id.as_str()).chain(["others"]);
    let segments: Map<String, Value> =
        names.zip(&rfm.segments).map(|(name, count)| (name.to_owned(), json!(count))).collect();
    json!({
        "recency_cuts": rfm.recency_cuts,
        "frequency_cuts": rfm.frequency_cuts,
        "monetary_cuts": rfm.monetary_cuts,
        "unused_scores": { "r": rfm.unused[0], "f": rfm.unused[1], "m": rfm.unused[2] },
        "segments": segments,
    })
}
