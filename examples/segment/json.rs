//! The result as JSON: amounts as decimal strings, shares at full precision, absent as null.

use kernklant::customers::{Customers, Field, FileReport, Intake, IntakeReport, Role};
use kernklant::engine::results::{Planned, Results};
use kernklant::plan::TimeBudget;
use kernklant::recipe::{AliveModel, Recipe};
use kernklant::segments::ranking::sum;
use kernklant::segments::{Alive, Guard, Layer, Measure, Migration, State};
use kernklant::table::Origin;
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use crate::analyses::analyses;
use crate::customers::customer;

/// The whole document of the contract.
pub fn document<'a>(
    list: &Intake,
    files: &[FileReport],
    headers: impl Iterator<Item = &'a str>,
    recipe: &Recipe,
    results: &Results,
) -> Value {
    let customers = &list.customers;
    let (base, layers) = (&results.base, &results.layers);
    let (lettered, xray) = (&results.lettered, &results.xray);
    let inventory = &base.inventory;
    let letters = &lettered.letters;
    let mut document = json!({
        "version": 1,
        "reference_date": customers.reference_date().to_string(),
        "intake": intake(&list.report, files),
        "totals": totals(customers),
        "inventory": {
            "active": inventory.active,
            "asleep": inventory.asleep,
            "lapsed": inventory.lapsed,
            "ended": inventory.ended,
            "prospects": inventory.prospects,
            "unknown": inventory.unknown,
            "shortlist": inventory.shortlist_size,
            "window_days": inventory.window.map(|window| window.days),
        },
        "pareto": {
            "measure": measure(base.pareto.measure),
            "gini": base.pareto.gini,
            "top20_share": base.pareto.top_share,
            "customers_for_80": base.pareto.customers_to_hold,
            "top1_share": base.pareto.largest_share,
            "top5_share": base.pareto.few_share,
            "customers": base.pareto.order.len(),
            "total": amount(base.pareto.total),
            "outside": base.pareto.outside,
            "outside_sum": amount(base.pareto.outside_sum),
            "unknown": base.pareto.unknown,
            "warn_top1": base.pareto.warn_largest,
            "warn_top5": base.pareto.warn_few,
        },
        "whale": layers.whale.as_ref().map(|whale| json!({
            "measure": measure(whale.measure),
            "peak_share": whale.peak_share,
            "peak_customers": whale.peak_customers,
            "total": amount(whale.total),
            "losing": whale.losing,
            "loss": amount(whale.loss),
        })),
        "pyramid": pyramid(results),
        "abc": { "a": layers.abc.a.customers, "b": layers.abc.b.customers, "c": layers.abc.c.customers },
        "abcd": {
            "a": letters.a,
            "b": letters.b,
            "c": letters.c,
            "d": letters.d,
            "discuss": letters.discuss,
            "needs_data": letters.needs_data,
        },
        "growth": {
            "a": base.growth.a,
            "b": base.growth.b,
            "c": base.growth.c,
            "unknown": base.growth.unknown,
        },
        "bloom": {
            "bloeiend": xray.blooms.bloeiend,
            "boeiend": xray.blooms.boeiend,
            "vermoeiend": xray.blooms.vermoeiend,
            "none": xray.blooms.none,
            "unknown": xray.blooms.unknown,
        },
        "rhythm": (!layers.rhythms.of.is_empty()).then(|| json!({
            "on_rhythm": layers.rhythms.on_rhythm,
            "late": layers.rhythms.late,
            "overdue": layers.rhythms.overdue,
            "silent": layers.rhythms.silent,
            "too_few": layers.rhythms.too_few,
            "one_time": layers.rhythms.one_time,
        })),
        "alive": results.alive.as_ref().map(purchase),
        "spend": results.alive.as_ref().and_then(|alive| alive.spend).map(|fit| json!({
            "p": fit.p,
            "q": fit.q,
            "v": fit.v,
            "log_likelihood": fit.log_likelihood,
            "n": fit.n,
        })),
        "migration": layers.migration.as_ref().map(migration),
        "panic": panic(results),
        "plan": plan(&results.planned),
    });
    if let Value::Object(fields) = &mut document {
        fields.extend(analyses(customers, headers, recipe, results));
        let all = (0..customers.len()).map(|i| customer(customers, recipe, results, i));
        fields.insert("customers".to_owned(), all.collect());
    }
    document
}

/// A decimal as text, without trailing zeros or exponent.
pub fn amount(amount: Decimal) -> String {
    amount.normalize().to_string()
}

fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Revenue => "revenue",
        Measure::Margin => "margin",
        Measure::Contribution => "contribution",
    }
}

/// The sheet that was read, by its name.
fn sheet(origin: &Origin) -> Value {
    origin.sheet.and_then(|place| origin.sheets.get(place)).map_or(Value::Null, |sheet| json!(sheet.name))
}

/// What one of several files became.
fn file(file: &FileReport) -> Value {
    let role = match file.role {
        Role::Customers => "customers",
        Role::Orders => "orders",
        Role::PreviousYear => "previous_year",
        Role::OlderYear => "older_year",
    };
    json!({
        "name": file.name,
        "role": role,
        "rows": file.rows,
        "customers": file.customers,
        "matched": file.matched,
        "row_offset": file.offset,
    })
}

fn intake(report: &IntakeReport, files: &[FileReport]) -> Value {
    let problems: Vec<Value> = report
        .problems
        .iter()
        .map(|problem| {
            json!({
                "row": problem.row,
                "column": problem.column,
                "kind": problem.kind.key(),
                "value": problem.value,
            })
        })
        .collect();
    let columns = report.columns.iter();
    let mapping: Map<String, Value> =
        columns.map(|(field, column)| (field.key().to_owned(), json!(column))).collect();
    json!({
        "rows": report.rows,
        "customers": report.customers,
        "merged": report.merged,
        "rejected": report.rejected.len(),
        "left_out": report.left_out.len(),
        "problems": problems,
        "dialect": {
            "encoding": report.dialect.encoding,
            "delimiter": report.dialect.delimiter,
            "decimal": report.dialect.decimal,
            "header_row": report.dialect.header_row,
            "format": report.dialect.origin.kind.key(),
            "sheet": sheet(&report.dialect.origin),
        },
        "files": files.iter().map(file).collect::<Vec<_>>(),
        "mapping": mapping,
    })
}

fn totals(customers: &Customers) -> Value {
    let all = 0..customers.len();
    let total = |of: &dyn Fn(usize) -> Option<Decimal>| {
        let known: Vec<Decimal> = all.clone().filter_map(of).collect();
        (!known.is_empty()).then(|| amount(sum(known)))
    };
    json!({
        "revenue": total(&|i| customers.money(Field::Revenue, i)),
        "revenue_previous": total(&|i| customers.money(Field::RevenuePrevious, i)),
        "margin": total(&|i| customers.margin(i)),
        "contribution": total(&|i| customers.contribution(i)),
    })
}

fn pyramid(results: &Results) -> Value {
    const NAMES: [&str; 6] = ["top", "large", "medium", "small", "inactive", "prospects"];
    let layers = Layer::ALL.iter().map(|layer| {
        let count = &results.layers.pyramid.layers[*layer as usize];
        let value =
            json!({ "customers": count.customers, "revenue": amount(count.value), "share": count.share });
        (NAMES[*layer as usize].to_owned(), value)
    });
    Value::Object(layers.collect())
}

fn purchase(alive: &Alive) -> Value {
    let fit = alive.purchase;
    let guard = alive.guard.map(|guard| match guard {
        Guard::TooFew { .. } => "too_few",
        Guard::NoDropOut { .. } => "no_drop_out",
        Guard::AtCap { .. } => "at_cap",
        Guard::TooRegular { .. } => "too_regular",
        Guard::NotConverged => "not_converged",
    });
    json!({
        "model": fit.map(|fit| match fit.model {
            AliveModel::BgNbd => "bg_nbd",
            AliveModel::MbgNbd => "mbg_nbd",
        }),
        "unit": fit.map(|fit| match fit.unit_days {
            7.0 => "week".to_owned(),
            1.0 => "day".to_owned(),
            days => format!("{days} days"),
        }),
        "r": fit.map(|fit| fit.r),
        "alpha": fit.map(|fit| fit.alpha),
        "a": fit.map(|fit| fit.a),
        "b": fit.map(|fit| fit.b),
        "log_likelihood": fit.map(|fit| fit.log_likelihood),
        "likelihood_ratio": fit.map(|fit| fit.likelihood_ratio),
        "regularity": fit.and_then(|fit| fit.regularity),
        "customers": fit.map(|fit| fit.customers),
        "guard": guard,
    })
}

fn migration(migration: &Migration) -> Value {
    const NAMES: [&str; 6] = ["top", "large", "medium", "small", "inactive", "not_yet"];
    let row = |from: State| -> Map<String, Value> {
        let flows = migration.matrix[from as usize].iter().zip(NAMES);
        flows.map(|(flow, name)| (name.to_owned(), json!(flow.customers))).collect()
    };
    let matrix = State::ALL.iter().map(|from| (NAMES[*from as usize].to_owned(), Value::Object(row(*from))));
    json!({
        "revenue1": amount(migration.value_before),
        "revenue2": amount(migration.value_after),
        "matrix": matrix.collect::<Map<String, Value>>(),
    })
}

fn panic(results: &Results) -> Value {
    let panic = &results.chosen.panic;
    json!({
        "answered": panic.answered,
        "raters": panic.raters.len(),
        "alpha_ordinal": panic.alpha,
        "fields": {
            "core": panic.core,
            "we_need_them": panic.we_need_them,
            "they_need_us": panic.they_need_us,
            "lighter": panic.lighter,
        },
    })
}

fn plan(planned: &Planned) -> Value {
    let budget: &TimeBudget = &planned.budget;
    let levels = budget.levels.iter().map(|level| {
        let value = json!({
            "customers": level.customers,
            "hours": level.hours,
            "cost": amount(level.cost),
        });
        (level.level.letter().to_lowercase(), value)
    });
    json!({
        "levels": levels.collect::<Map<String, Value>>(),
        "hours": budget.hours,
        "core_time_share": budget.core_time,
        "core_cost_share": budget.core_cost,
        "goal": budget.goal,
    })
}
