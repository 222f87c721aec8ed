//! Pareto and concentration: who holds how much, and what the firm depends on (METHOD section 2, DEFINITIONS D1).

use std::rc::Rc;

use rust_decimal::Decimal;

use super::parts::{
    capitalised, chart, curve_mark, first_key, letter_column, marked, measure, next_steps, ranked_name,
    settings, with_dots,
};
use super::people::{Chosen, Col, People};
use crate::chart::curve::{Curve, Guide};
use crate::chart::pareto as pareto_chart;
use crate::chart::scene::{Datum, Key, Scene, Size};
use crate::i18n::picture_words;
use crate::i18n::words::{concentration as words, people};
use crate::segments::ranking::share;
use crate::views::sheet::{Block, Chart, Figure, Line, Selects, Setter, Sheet, Tone};
use crate::views::{Facts, Request};

/// The sheet.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let mut sheet = Sheet::new(request, title(facts, request));
    if facts.pareto.order.is_empty() {
        sheet.push(Block::text(Tone::Plain, words::pareto_none_text(language)));
        return sheet;
    }
    sheet.lead.push(words::pareto_lead(language).into());
    sheet.blocks.extend(warnings(facts, request));
    let largest = largest(facts, request);
    sheet.push(Block::Figures(figures(facts, request).into_iter().chain(largest).collect()));
    sheet.blocks.extend(switch(facts, request));
    if !facts.inventory.small {
        sheet.blocks.extend(curve(facts, request).map(|chart| Block::Chart(Box::new(chart))));
    }
    sheet.push(table(facts, request));
    sheet.push(why(facts, request));
    sheet.push(next(facts, request));
    sheet.push(assumptions(facts, request));
    sheet
}

/// The finding.
pub fn title(facts: Facts, request: &Request) -> String {
    let (format, pareto) = (request.format, facts.pareto);
    let language = format.language;
    match pareto.top_share {
        None => words::pareto_none(language),
        Some(_) if facts.inventory.small => {
            words::pareto_small(language, &people::customers(format, facts.customers.len()))
        }
        Some(share) => words::pareto_title(
            language,
            &people::customers(format, pareto.top_customers),
            &format.percent(share, 0),
            measure(request, pareto.measure),
        ),
    }
}

/// Dependence on one or a few.
pub fn warnings(facts: Facts, request: &Request) -> Vec<Block> {
    let (format, pareto) = (request.format, facts.pareto);
    let language = format.language;
    let mut found = Vec::new();
    if let (true, Some(&first), Some(share)) =
        (pareto.warn_largest, pareto.order.first(), pareto.largest_share)
    {
        let who = facts.who(first);
        let line =
            words::warn_largest(language, &who.name, &format.percent(share, 0), ranked_name(facts, request));
        found.push(marked(Tone::Warning, "warn-largest", Line::from(line).naming([&who])));
    }
    if let (true, Some(share)) = (pareto.warn_few, pareto.few_share) {
        let line = words::warn_few(
            language,
            &format.count(pareto.few),
            &format.percent(share, 0),
            ranked_name(facts, request),
        );
        found.push(marked(Tone::Warning, "warn-few", line));
    }
    found
}

/// Top share, number for 80%, Gini; below twenty customers no shares are shown.
pub fn figures(facts: Facts, request: &Request) -> Vec<Figure> {
    let (format, pareto, recipe) = (request.format, facts.pareto, &facts.recipe().concentration);
    let language = format.language;
    let (Some(top), Some(hold), Some(gini)) = (pareto.top_share, pareto.customers_to_hold, pareto.gini)
    else {
        return Vec::new();
    };
    let percent =
        |share: f64| if facts.inventory.small { "–".to_owned() } else { format.percent(share, 1) };
    let whole = |percent: u32| format!("{percent}%");
    let all = format.count(pareto.order.len());
    let outside = (pareto.outside > 0).then(|| {
        words::why_outside(
            language,
            &people::customers(format, pareto.outside),
            &format.money(pareto.outside_sum),
            ranked_name(facts, request),
        )
    });
    let why_top = words::why_top(
        language,
        &format.count(pareto.top_customers),
        &all,
        &format.money(pareto.top_sum),
        &format.money(pareto.total),
        ranked_name(facts, request),
    );
    let why_hold = words::why_hold(
        language,
        &whole(recipe.hold_percent),
        &format.count(hold),
        &all,
        &format.percent(pareto.customers_to_hold_share.unwrap_or_default(), 1),
    );
    vec![
        Figure::new("top20-share", words::top_label(language, &whole(recipe.top_percent)), top, percent(top))
            .because(std::iter::once(why_top).chain(outside.clone())),
        Figure::new(
            "customers-for-80",
            words::hold_label(language, &whole(recipe.hold_percent)),
            hold,
            format.count(hold),
        )
        .because([why_hold]),
        Figure::new("gini", words::gini(language), gini, format.number(gini, 2))
            .because(std::iter::once(words::why_gini(language, ranked_name(facts, request))).chain(outside)),
    ]
}

/// What the largest and the few largest hold, without talk of percents about a small list.
fn largest(facts: Facts, request: &Request) -> Vec<Figure> {
    let (format, pareto) = (request.format, facts.pareto);
    let few = words::few(format.language, &format.count(pareto.few));
    let shares = [
        ("top1-share", words::largest(format.language), pareto.largest_share, 1),
        ("top5-share", few, pareto.few_share, pareto.few),
    ];
    let all = format.count(pareto.order.len());
    let figure = |(name, label, share, count): (&str, String, Option<f64>, usize)| {
        let share = share.filter(|_| !facts.inventory.small)?;
        let values = &facts.measures.concentration;
        let sum: Decimal = pareto.order.iter().take(count).filter_map(|&i| values.of(i)).sum();
        let (sum, total) = (format.money(sum), format.money(pareto.total));
        let why = words::why_top(
            format.language,
            &format.count(count),
            &all,
            &sum,
            &total,
            ranked_name(facts, request),
        );
        Some(Figure::new(name, label, share, format.percent(share, 1)).because([why]))
    };
    shares.into_iter().filter_map(figure).collect()
}

/// What ranks the customers, switchable where there is any amount.
pub fn switch(facts: Facts, request: &Request) -> Vec<Block> {
    let language = request.format.language;
    if facts.measures.value.order().is_empty() {
        return Vec::new();
    }
    let choices = [
        ("automatic", words::measure_automatic(language)),
        ("revenue", words::measure_revenue(language)),
        ("margin", words::measure_margin(language)),
        ("contribution", words::measure_contribution(language)),
    ];
    let control =
        Setter::new(facts.settings, request).choice("/measure/choice", words::measure(language), &choices);
    let now = words::measure_now(
        language,
        measure(request, facts.measures.value.measure),
        measure(request, facts.measures.concentration.measure),
    );
    let share = request.format.percent(facts.recipe().measure.known_share, 0);
    vec![
        Block::Row(vec![control]),
        Block::text(Tone::Soft, now),
        Block::why([words::measure_why(language, &share)]),
    ]
}

/// The curve with its two guides: what the best 20% bring, and how many hold 80%.
pub fn curve(facts: Facts, request: &Request) -> Option<Chart> {
    let (format, pareto, recipe) = (request.format, facts.pareto, &facts.recipe().concentration);
    let language = format.language;
    let summary = words::pareto_summary(
        language,
        &people::customers(format, pareto.top_customers),
        &format.percent(pareto.top_share?, 1),
        &format.count(pareto.customers_to_hold?),
        &format!("{}%", recipe.hold_percent),
        &people::customers(format, pareto.order.len()),
        ranked_name(facts, request),
    );
    Some(Chart {
        first_column: people::share(language),
        selects: Selects::Table("customers".to_owned()),
        ..chart(
            "pareto",
            words::pareto_chart(language, ranked_name(facts, request)),
            summary,
            Rc::new(scene(facts, request)?),
        )
    })
}

fn scene(facts: Facts, request: &Request) -> Option<Scene> {
    let (format, pareto) = (request.format, facts.pareto);
    let pictures = picture_words(format.language);
    let percent = |share: f64| format.percent(share, 0);
    // Where the counted customers end: in small lists that is not at 20% sharp.
    let top = pareto.top_customers as f64 / pareto.order.len() as f64;
    let hold = f64::from(facts.recipe().concentration.hold_percent) / 100.0;
    let guide = |x: f64, y: f64, order: u32| {
        let label = (pictures.pareto_guide)(&percent(x), &percent(y));
        let datum = Datum { key: Key::Index(order), label: label.clone(), values: Vec::new() };
        Guide { x, y, label, datum: Some(datum) }
    };
    let share_name = people::share_of(format.language, measure(request, pareto.measure));
    let first = |count: usize, share: f64| Datum {
        key: first_key(count),
        label: words::first(format.language, &people::customers(format, count)),
        values: vec![(share_name.clone(), format.percent(share, 1))],
    };
    let curve = Curve {
        points: with_dots(pareto.curve.iter().copied(), pareto.order.len(), first),
        guides: vec![guide(top, pareto.top_share?, 0), guide(pareto.customers_to_hold_share?, hold, 1)],
        x_title: pictures.pareto_x.to_owned(),
        y_title: share_name.to_lowercase(),
        reference: pictures.pareto_equal.to_owned(),
        empty: pictures.pareto_empty.to_owned(),
    };
    let width = request.width as f32;
    Some(pareto_chart::scene(&curve, Size::new(width, (width * 0.56).clamp(260.0, 440.0)), &percent))
}

fn table(facts: Facts, request: &Request) -> Block {
    let (format, pareto) = (request.format, facts.pareto);
    let language = format.language;
    let values = &facts.measures.concentration;
    let n = facts.customers.len();
    let (mut rank, mut together) = (vec![None; n], vec![None; n]);
    let mut held = Decimal::ZERO;
    for (place, &i) in pareto.order.iter().enumerate() {
        held += values.of(i).unwrap_or_default();
        rank[i] = Some(place);
        together[i] = share(held, pareto.total);
    }
    let (rank, together) = (&rank, &together);
    let label = measure(request, pareto.measure);
    let mut table = People::in_order(facts, request, "customers", words::customers(language), values.order())
        .ordered("value")
        .col(Col::place(request, move |i| Some(rank[i]? as f64 + 1.0)))
        .col(Col::name(facts, request, |_| Vec::new()))
        .col(Col::money(request, capitalised(label), "value", move |i| values.of(i)));
    if !facts.inventory.small {
        table = table
            .col(Col::percent(request, people::share(language), "share", move |i| {
                values
                    .of(i)
                    .filter(|value| *value > Decimal::ZERO)
                    .and_then(|value| share(value, pareto.total))
            }))
            .col(Col::percent(request, words::cumulative(language), "together", move |i| together[i]));
    }
    table = table.col(letter_column(facts, request));
    // A few customers are known by name; shares of them say nothing.
    let guides = if facts.inventory.small { Vec::new() } else { holders(facts, request).into() };
    for (name, (count, label)) in ["top", "hold"].into_iter().zip(guides) {
        table = table.filter(name, label, move |i| rank[i].is_some_and(|place: usize| place < count));
    }
    table.chosen(|key| holding(facts, request, key)).block()
}

/// How many the two guides of the curve are about, and what they say.
fn holders(facts: Facts, request: &Request) -> [(usize, String); 2] {
    let (pareto, recipe) = (facts.pareto, &facts.recipe().concentration);
    let (language, percent) = (request.format.language, |percent: u32| format!("{percent}%"));
    [
        (pareto.top_customers, words::first(language, &percent(recipe.top_percent))),
        (
            pareto.customers_to_hold.unwrap_or_default(),
            words::hold_label(language, &percent(recipe.hold_percent)),
        ),
    ]
}

/// Who belongs to a guide of the curve, and what that is called.
pub fn holding<'a>(facts: Facts<'a>, request: &Request, key: &Key) -> Option<(String, Chosen<'a>)> {
    let (format, first) = (request.format, |count| people::customers(request.format, count));
    let (count, label) = match curve_mark(key)? {
        Ok(count) => (count, words::first(format.language, &first(count))),
        Err(guide) => holders(facts, request).into_iter().nth(guide)?,
    };
    let mut is_in = vec![false; facts.customers.len()];
    for &i in facts.pareto.order.iter().take(count) {
        is_in[i] = true;
    }
    Some((people::chosen(format.language, &label), Box::new(move |i| is_in[i])))
}

fn why(facts: Facts, request: &Request) -> Block {
    let (format, pareto) = (request.format, facts.pareto);
    let language = format.language;
    let mut lines = vec![words::why_gini(language, ranked_name(facts, request))];
    if pareto.outside > 0 {
        let count = people::customers(format, pareto.outside);
        lines.push(words::why_outside(
            language,
            &count,
            &format.money(pareto.outside_sum),
            ranked_name(facts, request),
        ));
    }
    if pareto.unknown > 0 {
        lines.push(words::why_unknown(
            language,
            &people::customers(format, pareto.unknown),
            ranked_name(facts, request),
        ));
    }
    if pareto.tie_at_top || pareto.tie_at_hold {
        lines.push(words::why_tie(language, ranked_name(facts, request)));
    }
    Block::why(lines)
}

fn next(facts: Facts, request: &Request) -> Block {
    let (format, pareto) = (request.format, facts.pareto);
    let language = format.language;
    let mut steps: Vec<Line> = Vec::new();
    if let (true, Some(&first)) = (pareto.warn_largest, pareto.order.first()) {
        let who = facts.who(first);
        steps.push(Line::from(words::next_largest(language, &who.name)).naming([&who]));
    }
    if let Some(hold) = pareto.customers_to_hold {
        steps.push(
            words::next_hold(language, &people::customers(format, hold), ranked_name(facts, request)).into(),
        );
    }
    steps.push(words::next_grow(language).into());
    steps.push(words::next_fit(language).into());
    next_steps(request, steps)
}

fn assumptions(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let controls = vec![
        setter.number("/concentration/top_percent", words::set_top(language), "%"),
        setter.number("/concentration/hold_percent", words::set_hold(language), "%"),
        setter.number("/concentration/few", words::set_few(language), ""),
        setter.percent("/concentration/warn_largest", words::set_warn_largest(language)),
        setter.percent("/concentration/warn_few", words::set_warn_few(language)),
        setter.percent("/measure/known_share", words::set_measure_share(language)),
    ];
    settings(facts, request, &["/concentration", "/measure"], controls)
}
