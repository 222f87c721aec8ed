//! The whale curve: who earns the profit and who costs it (METHOD section 2, DEFINITIONS D6).

use std::rc::Rc;

use rust_decimal::Decimal;

use super::parts::{
    capitalised, chart, curve_mark, first_key, letter_column, measure, next_steps, position, settings,
    with_dots,
};
use super::people::{Col, People};
use crate::chart::curve::{Curve, Guide};
use crate::chart::scene::{Datum, Key, Scene, Size};
use crate::chart::whale::{self, Writers};
use crate::customers::Field;
use crate::i18n::words::{concentration as words, people};
use crate::segments::{Measure, Whale};
use crate::views::sheet::{Block, Chart, Figure, Line, Link, Selects, Setter, Sheet, Tone};
use crate::views::{Facts, Place, Request, Screen};

/// The sheet.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let Some(whale) = facts.whale() else {
        let mut sheet = Sheet::new(request, words::whale_none(language));
        sheet.push(Block::text(Tone::Plain, words::whale_none_text(language)));
        return sheet;
    };
    let mut sheet = Sheet::new(request, title(facts, request, whale));
    sheet.lead.push(words::whale_lead(language).into());
    sheet.push(Block::Figures(figures(facts, request, whale)));
    sheet.push(Block::Chart(Box::new(curve(request, whale))));
    sheet.push(table(facts, request, whale));
    sheet.push(why(facts, request, whale));
    sheet.push(next(facts, request, whale));
    let setter = Setter::new(facts.settings, request);
    let known = setter.percent("/measure/known_share", words::set_measure_share(language));
    sheet.push(settings(facts, request, &["/measure"], vec![known]));
    sheet
}

/// The finding: shares where the total is above zero, money otherwise and in small lists.
fn title(facts: Facts, request: &Request, whale: &Whale) -> String {
    let (format, language) = (request.format, request.format.language);
    let best = people::customers(format, whale.peak_customers);
    if whale.losing == 0 {
        return words::whale_title_gain(language, &best);
    }
    if let Some(share) = whale.peak_share.filter(|_| !facts.inventory.small) {
        words::whale_title(
            language,
            &best,
            &format.percent(share, 0),
            measure(request, whale.measure),
            &people::customers(format, whale.losing),
            &format.percent(share - 1.0, 0),
        )
    } else {
        let (peak, total) = (format.whole_money(whale.peak), format.whole_money(whale.total));
        words::whale_title_loss(language, &best, &peak, &total)
    }
}

fn figures(facts: Facts, request: &Request, whale: &Whale) -> Vec<Figure> {
    let (format, language) = (request.format, request.format.language);
    let mut figures = Vec::new();
    // Without losers the peak is the total: 100% says nothing.
    if let Some(share) = whale.peak_share.filter(|_| whale.losing > 0) {
        let shown = if facts.inventory.small { "–".to_owned() } else { format.percent(share, 1) };
        figures.push(Figure::new("whale-peak", words::whale_peak(language), share, shown));
    }
    let (losing, loss) = (whale.losing, whale.loss.abs());
    figures.push(Figure::new("whale-losing", words::whale_losing(language), losing, format.count(losing)));
    if losing > 0 {
        figures.push(Figure::new("whale-loss", words::whale_loss(language), loss, format.whole_money(loss)));
    }
    let total = format.whole_money(whale.total);
    figures.push(Figure::new("whale-total", people::total(language), whale.total, total));
    figures
}

fn curve(request: &Request, whale: &Whale) -> Chart {
    let (format, language) = (request.format, request.format.language);
    let name = measure(request, whale.measure);
    let (best, peak) = (people::customers(format, whale.peak_customers), format.whole_money(whale.peak));
    let summary = if whale.losing == 0 {
        format!("{}: {peak}.", words::whale_title_gain(language, &best))
    } else {
        words::whale_summary(
            language,
            &best,
            &peak,
            &people::customers(format, whale.losing),
            &format.whole_money(whale.loss.abs()),
            &format.whole_money(whale.total),
        )
    };
    Chart {
        first_column: people::share(language),
        selects: Selects::Table("customers".to_owned()),
        ..chart("whale", words::whale_chart(language, name), summary, Rc::new(scene(request, whale)))
    }
}

/// In shares of the total where that is above zero, else in money.
fn scene(request: &Request, whale: &Whale) -> Scene {
    let (format, language) = (request.format, request.format.language);
    let n = whale.order.len().max(1) as f64;
    let total = position(whale.total);
    let in_shares = whale.peak_share.is_some();
    let scale = if in_shares { total } else { 1.0 };
    let write_y = |y: f64| {
        if in_shares {
            format.percent(y, 0)
        } else {
            Decimal::try_from(y).map_or_else(|_| String::new(), |amount| format.compact_money(amount))
        }
    };
    let (x, y) = (whale.peak_customers as f64 / n, position(whale.peak) / scale);
    let label = format!(
        "{}: {}",
        words::whale_peak_at(language, &people::customers(format, whale.peak_customers)),
        write_y(y)
    );
    let datum = Datum { key: Key::Index(0), label: label.clone(), values: Vec::new() };
    let points = whale.curve.iter().map(|&(k, sum)| (f64::from(k) / n, sum / scale));
    let first = |count: usize, sum: f64| Datum {
        key: first_key(count),
        label: words::first(language, &people::customers(format, count)),
        values: vec![(measure(request, whale.measure).to_owned(), write_y(sum))],
    };
    let curve = Curve {
        points: with_dots(points, whale.order.len(), first),
        guides: vec![Guide { x, y, label, datum: Some(datum) }],
        x_title: words::whale_x(language),
        y_title: measure(request, whale.measure).to_owned(),
        reference: words::whale_total(language),
        empty: words::whale_none(language),
    };
    let width = request.width as f32;
    let size = Size::new(width, (width * 0.56).clamp(260.0, 440.0));
    let writers = Writers { x: &|x| format.percent(x, 0), y: &write_y };
    whale::scene(&curve, total / scale, size, writers)
}

fn table(facts: Facts, request: &Request, whale: &Whale) -> Block {
    let language = request.format.language;
    let of = whale.measure;
    let customers = facts.customers;
    let profit = move |i: usize| of.amount(customers, i);
    let mut place = vec![usize::MAX; customers.len()];
    for (at, &i) in whale.order.iter().enumerate() {
        place[i] = at;
    }
    let (place, peak) = (&place, whale.peak_customers);
    let revenue = crate::i18n::explain::measure_name(Measure::Revenue, language);
    let margin = crate::i18n::explain::measure_name(Measure::Margin, language);
    People::in_order(facts, request, "customers", words::customers(language), &whale.order)
        .ordered("profit")
        .col(Col::place(request, move |i| Some(place[i] as f64 + 1.0)))
        .col(Col::name(facts, request, |_| Vec::new()))
        .col(Col::money(request, capitalised(measure(request, of)), "profit", profit))
        .col_if(of == Measure::Contribution, || {
            Col::money(request, capitalised(margin), "margin", move |i| customers.margin(i))
        })
        .col_if(of == Measure::Contribution, || {
            let label = crate::i18n::field_name(Field::CostToServe, language);
            Col::money(request, capitalised(label), "cost", move |i| customers.money(Field::CostToServe, i))
        })
        .col_if(customers.has(Field::Revenue), || {
            Col::money(request, capitalised(revenue), "revenue", move |i| customers.money(Field::Revenue, i))
        })
        .col(letter_column(facts, request))
        .filter("gain", words::gain_filter(language), move |i| profit(i).is_some_and(|of| of > Decimal::ZERO))
        .filter("loss", words::loss_filter(language), move |i| profit(i).is_some_and(|of| of < Decimal::ZERO))
        .chosen(|key| {
            let (count, label) = match curve_mark(key)? {
                Ok(count) => (count, words::first(language, &people::customers(request.format, count))),
                Err(_) => (peak, words::gain_filter(language)),
            };
            Some((people::chosen(language, &label), move |i: usize| place[i] < count))
        })
        .block()
}

fn why(facts: Facts, request: &Request, whale: &Whale) -> Block {
    let (format, language) = (request.format, request.format.language);
    let mut lines = vec![words::why_whale(language, measure(request, whale.measure))];
    if whale.measure == Measure::Contribution {
        lines.push(words::why_whale_contribution(language));
    } else if facts.customers.has(Field::CostToServe) {
        lines.push(words::why_whale_margin(language));
    }
    if whale.unknown > 0 {
        lines.push(words::why_whale_unknown(language, &people::customers(format, whale.unknown)));
    }
    Block::why(lines)
}

fn next(facts: Facts, request: &Request, whale: &Whale) -> Block {
    let (format, language) = (request.format, request.format.language);
    let best = facts.who_all(whale.order.iter().copied().take(whale.peak_customers.min(3)));
    let names: Vec<&str> = best.iter().map(|who| who.name.as_str()).collect();
    let mut steps: Vec<Line> = Vec::new();
    if !names.is_empty() {
        let line = words::whale_next_best(language, &people::names(format, &names, 3));
        steps.push(Line::from(line).naming(&best));
    }
    if whale.losing > 0 {
        steps.push(words::whale_next_service(language).into());
    }
    if whale.measure == Measure::Margin {
        steps.push(words::whale_next_margin(language).into());
    }
    let mut block = next_steps(request, steps);
    if let (Block::Card(card), true) = (&mut block, whale.losing > 0) {
        let place = Place::sheet(Screen::Insight, "profiteers");
        card.blocks.push(Block::Links(vec![Link::to(words::to_profiteers(language), place)]));
    }
    block
}
