//! Curry's customer pyramid: the base's own shares beside the norm (METHOD section 2, DEFINITIONS D2).

use std::rc::Rc;

use super::parts::{capitalised, chart, letter_column, measure, next_steps, settings};
use super::people::{By, Col, People};
use crate::chart::pyramid as drawn;
use crate::chart::scene::{Datum, Key};
use crate::i18n::Language;
use crate::i18n::words::{concentration as words, people};
use crate::segments::{Layer, Pyramid};
use crate::views::sheet::table::RowKind;
use crate::views::sheet::{Block, Cell, Chart, Column, Line, Row, Selects, Setter, Sheet, Table, Tone};
use crate::views::{Facts, Request};

/// The sheet.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let pyramid = facts.pyramid();
    let mut sheet = Sheet::new(request, title(request, pyramid));
    if pyramid.base == 0 {
        sheet.push(Block::text(Tone::Plain, words::pareto_none_text(language)));
        return sheet;
    }
    sheet.lead.push(words::pyramid_lead(language).into());
    if !pyramid.small {
        sheet.push(Block::Chart(Box::new(layers_chart(request, pyramid))));
    }
    sheet.push(layers_table(request, pyramid));
    sheet.push(why(request, pyramid));
    sheet.push(Block::heading(words::customers(language)));
    sheet.push(table(facts, request, pyramid));
    sheet.push(next(facts, request, pyramid));
    sheet.push(assumptions(facts, request));
    sheet
}

fn title(request: &Request, pyramid: &Pyramid) -> String {
    let (format, language) = (request.format, request.format.language);
    let top = &pyramid.layers[0];
    match top.share {
        _ if pyramid.base == 0 => words::pyramid_none(language),
        Some(share) if !pyramid.small => words::pyramid_title(
            language,
            &people::customers(format, top.customers),
            &format.percent(share, 0),
        ),
        _ => words::pyramid_title_small(language, &people::customers(format, pyramid.base)),
    }
}

/// The name of a layer.
pub fn layer_name(layer: Layer, language: Language) -> String {
    match layer {
        Layer::Top => words::layer_top(language),
        Layer::Large => words::layer_large(language),
        Layer::Medium => words::layer_medium(language),
        Layer::Small => words::layer_small(language),
        Layer::Inactive => words::layer_inactive(language),
        Layer::Prospects => words::layer_prospects(language),
    }
}

/// The stable key of a layer.
fn layer_key(layer: Layer) -> &'static str {
    match layer {
        Layer::Top => "top",
        Layer::Large => "large",
        Layer::Medium => "medium",
        Layer::Small => "small",
        Layer::Inactive => "inactive",
        Layer::Prospects => "prospects",
    }
}

fn layers_chart(request: &Request, pyramid: &Pyramid) -> Chart {
    let (format, language) = (request.format, request.format.language);
    let layer = |layer: &Layer| {
        let count = &pyramid.layers[*layer as usize];
        let name = layer_name(*layer, language);
        let counted = people::customers(format, count.customers);
        let written = |share: Option<f64>, decimals| {
            share.filter(|_| count.norm.is_some()).map(|share| (share, format.percent(share, decimals)))
        };
        let (share, norm) = (written(count.share, 1), written(count.norm, 0));
        let mut values = vec![(words::customers(language), format.count(count.customers))];
        for (what, share) in [(words::yours(language), &share), (words::norm(language), &norm)] {
            values.extend(share.as_ref().map(|(_, shown)| (what, shown.clone())));
        }
        let key = Key::Group(layer_key(*layer).to_owned());
        let datum = Some(Datum { key, label: name.clone(), values });
        drawn::Layer { name, count: counted, share, norm, datum }
    };
    let present = |layer: &&Layer| pyramid.layers[**layer as usize].customers > 0;
    let drawing = drawn::Pyramid {
        layers: Layer::ALL.iter().filter(present).map(layer).collect(),
        own: words::yours(language),
        norm: words::norm(language),
        empty: words::pyramid_none(language),
    };
    let share = |layer: usize| format.percent(pyramid.layers[layer].share.unwrap_or_default(), 0);
    let summary = words::pyramid_summary(language, &share(0), &share(1), &share(2), &share(3));
    let scene = Rc::new(drawn::scene(&drawing, request.width as f32));
    Chart {
        first_column: words::layer(language),
        selects: Selects::Table("customers".to_owned()),
        ..chart("pyramid", words::pyramid_chart(language, measure(request, pyramid.measure)), summary, scene)
    }
}

fn layers_table(request: &Request, pyramid: &Pyramid) -> Block {
    let (format, language) = (request.format, request.format.language);
    let row = |layer: &Layer| {
        let count = &pyramid.layers[*layer as usize];
        let above = count.norm.is_some();
        let number = |number: Option<f64>, decimals| match number {
            Some(share) if above && !pyramid.small => Cell::Number(format.percent(share, decimals)),
            _ => Cell::Soft("–".to_owned()),
        };
        let difference = count.share.zip(count.norm).map(|(share, norm)| (share - norm) * 100.0);
        Row {
            key: layer_key(*layer).to_owned(),
            cells: vec![
                Cell::Head(layer_name(*layer, language)),
                Cell::Number(format.count(count.customers)),
                if above {
                    Cell::Number(format.whole_money(count.value))
                } else {
                    Cell::Soft("–".to_owned())
                },
                number(count.share, 1),
                number(count.norm, 0),
                match difference.filter(|_| above && !pyramid.small) {
                    Some(points) => Cell::Number(format.difference(points, 1)),
                    None => Cell::Soft("–".to_owned()),
                },
                count.least.filter(|_| above).map_or_else(
                    || Cell::Soft("–".to_owned()),
                    |least| Cell::Number(format.whole_money(least)),
                ),
            ],
            kind: if above { RowKind::Plain } else { RowKind::Soft },
            ..Row::default()
        }
    };
    Block::Table(Box::new(Table {
        name: "layers".to_owned(),
        title: words::layer(language),
        columns: vec![
            Column::text(words::layer(language)),
            Column::number(words::customers(language)),
            Column::number(value_head(request, pyramid)),
            Column::number(people::share(language)),
            Column::number(words::norm(language)),
            Column::number(words::against_norm(language)),
            Column::number(words::least(language)),
        ],
        rows: Layer::ALL.iter().map(row).collect(),
        ..Table::default()
    }))
}

/// What the amounts are, and over which months.
fn value_head(request: &Request, pyramid: &Pyramid) -> String {
    let name = capitalised(measure(request, pyramid.measure));
    match pyramid.months {
        0 => name,
        months => words::in_months(request.format.language, &name, &months.to_string()),
    }
}

/// Those above the line, by rank.
fn ranked(pyramid: &Pyramid) -> Vec<usize> {
    let mut ranked = vec![0; pyramid.base];
    for (i, rank) in pyramid.rank.iter().enumerate() {
        if let Some(place) = rank.and_then(|rank| ranked.get_mut((rank as usize).checked_sub(1)?)) {
            *place = i;
        }
    }
    ranked
}

fn table(facts: Facts, request: &Request, pyramid: &Pyramid) -> Block {
    let language = request.format.language;
    let layer = move |i: usize| pyramid.layer.get(i).copied().flatten();
    let everyone = &facts.measures.concentration;
    // Above the line by rank, then the rest by value over the whole list.
    let mut members = ranked(pyramid);
    let unranked = |wanted: Layer| {
        let is_it = move |i: usize| layer(i) == Some(wanted) && pyramid.rank[i].is_none();
        let unvalued = (0..facts.customers.len()).filter(|&i| everyone.of(i).is_none());
        everyone.order().iter().copied().chain(unvalued).filter(move |&i| is_it(i))
    };
    members.extend(unranked(Layer::Inactive).chain(unranked(Layer::Prospects)));
    let mut table = People::new(facts, request, "customers", words::customers(language), members)
        .ordered("rank")
        .col(Col::place(request, move |i| pyramid.rank[i].map(f64::from)))
        .col(Col::name(facts, request, |_| Vec::new()))
        .col(
            Col::cells(words::layer(language), move |i| {
                Cell::Text(layer(i).map(|layer| layer_name(layer, language)).unwrap_or_default())
            })
            .sorted("layer", true, move |i| {
                layer(i).map_or(By::Unknown, |layer| By::Number(f64::from(layer as u8)))
            }),
        )
        .col(Col::money(request, value_head(request, pyramid), "value", move |i| {
            pyramid.values.get(i).copied().flatten()
        }))
        .col(letter_column(facts, request));
    for one in Layer::ALL {
        table = table.filter(layer_key(one), layer_name(one, language), move |i| layer(i) == Some(one));
    }
    table
        .chosen(|key| {
            let Key::Group(group) = key else { return None };
            let one = Layer::ALL.into_iter().find(|layer| layer_key(*layer) == group)?;
            Some((people::chosen(language, &layer_name(one, language)), move |i: usize| {
                layer(i) == Some(one)
            }))
        })
        .block()
}

fn why(request: &Request, pyramid: &Pyramid) -> Block {
    Block::why(rules(request, pyramid).into_iter().chain([words::why_norm(request.format.language)]))
}

/// Who stands above the line, and how the layers are cut.
pub fn rules(request: &Request, pyramid: &Pyramid) -> [String; 2] {
    let (format, language) = (request.format, request.format.language);
    let upto =
        |layers: usize| format.count(pyramid.layers[..layers].iter().map(|count| count.customers).sum());
    let period = match pyramid.months {
        0 => words::why_pyramid_all(language),
        months => words::why_pyramid_period(language, &months.to_string()),
    };
    let (base, name) = (format.count(pyramid.base), measure(request, pyramid.measure));
    [period, words::why_pyramid(language, &upto(1), &upto(2), &upto(3), &base, name)]
}

fn next(facts: Facts, request: &Request, pyramid: &Pyramid) -> Block {
    let (format, language) = (request.format, request.format.language);
    let mut top = ranked(pyramid);
    top.truncate(pyramid.layers[Layer::Top as usize].customers);
    let who = facts.who_all(top.iter().copied().take(5));
    let names: Vec<&str> = top.iter().map(|&i| facts.customers.name(i)).collect();
    let mut steps = vec![
        Line::from(words::pyramid_next_top(language, &people::names(format, &names, 5))).naming(&who),
        words::pyramid_next_up(language).into(),
    ];
    let inactive = pyramid.layers[Layer::Inactive as usize].customers;
    if inactive > 0 {
        steps.push(words::pyramid_next_inactive(language, &people::customers(format, inactive)).into());
    }
    next_steps(request, steps)
}

fn assumptions(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let mut controls = vec![
        setter.number("/pyramid/top_percent", words::set_pyramid_top(language), "%"),
        setter.number("/pyramid/large_percent", words::set_pyramid_large(language), "%"),
        setter.number("/pyramid/medium_percent", words::set_pyramid_medium(language), "%"),
        setter.number("/pyramid/months", words::set_pyramid_months(language), &people::months(language)),
    ];
    for (place, layer) in Layer::ALL[..4].iter().enumerate() {
        let label = words::set_norm(language, &layer_name(*layer, language).to_lowercase());
        controls.push(setter.percent(&format!("/pyramid/norm/{place}"), label));
    }
    settings(facts, request, &["/pyramid"], controls)
}
