//! Rows and columns: bars, shares, histogram and pyramid.

use kernklant::chart::bars::{self, Bars, Length, Part, Row};
use kernklant::chart::histogram::{self, Histogram};
use kernklant::chart::pyramid::{self, Layer, Pyramid};
use kernklant::chart::scene::{Datum, Fill, Key, Scene, Size, Tone};

use super::{Case, amounts, datum, name};

pub fn bars_chart(case: Case) -> Scene {
    let (count, sign) = match case.state {
        "empty" => (0, 1.0),
        "one" => (1, 1.0),
        "many" => (100_000, 1.0),
        "negative" => (7, -1.0),
        _ => (7, 1.0),
    };
    let tones = [Tone::A, Tone::B, Tone::C, Tone::D, Tone::None];
    let row = |i: usize| {
        let flip = if i % 2 == 1 { sign } else { 1.0 };
        let value = if case.state == "equal" { 5000.0 } else { 84_000.0 / (i as f64 + 1.0) * flip };
        let label =
            if case.state == "many" { String::new() } else { ["A", "B", "C", "D", "–"][i % 5].into() };
        let part = Part {
            value,
            tone: tones[i % 5],
            fill: Fill::Full,
            label,
            datum: Some(datum(i, &[(&case.say("omzet", "revenue"), case.money(value))])),
        };
        Row { label: name(i), value: case.money(value), parts: vec![part] }
    };
    // Only so many are drawn; no need to name the others.
    let rows = (0..count.min(if case.state == "many" { 60 } else { count })).map(row).collect();
    let bars = Bars {
        rows,
        length: Length::Value,
        legend: Vec::new(),
        empty: case.say("Nog niets te tonen.", "Nothing to show yet."),
    };
    bars::scene(&bars, case.width)
}

pub fn shares_chart(case: Case) -> Scene {
    let rows: &[(&str, &str, [f64; 4])] = match case.state {
        "empty" => &[],
        "one" => &[("uren", "hours", [0.0, 0.0, 0.0, 12.0])],
        "equal" => &[
            ("klanten", "customers", [25.0; 4]),
            ("omzet", "revenue", [25.0; 4]),
            ("uren", "hours", [25.0; 4]),
        ],
        "negative" => &[("winst", "profit", [30.0, -12.0, 4.0, -3.0])],
        "many" => &[("klanten", "customers", [1000.0, 4000.0, 15_000.0, 80_000.0])],
        _ => &[
            ("klanten", "customers", [9.0, 21.0, 44.0, 24.0]),
            ("omzet", "revenue", [58.0, 27.0, 12.0, 3.0]),
            ("uren nu", "hours now", [31.0, 28.0, 26.0, 15.0]),
            ("uren in het plan", "hours in the plan", [66.0, 24.0, 9.0, 1.0]),
        ],
    };
    let tones = [Tone::A, Tone::B, Tone::C, Tone::D];
    let letters = ["A", "B", "C", "D"];
    let row = |(nl, en, values): &(&str, &str, [f64; 4])| {
        let total: f64 = values.iter().filter(|value| **value > 0.0).sum();
        let part = |i: usize| Part {
            value: values[i],
            tone: tones[i],
            fill: if i == 3 { Fill::Hatched } else { Fill::Full },
            label: format!("{} {}", letters[i], case.percent(values[i] / total)),
            datum: Some(datum(i, &[(&case.say("aandeel", "share"), case.percent(values[i] / total))])),
        };
        Row { label: case.say(nl, en), value: String::new(), parts: (0..4).map(part).collect() }
    };
    let legend = |i: usize| {
        let fill = if i == 3 { Fill::Hatched } else { Fill::Full };
        (format!("{} {}", case.say("niveau", "level"), letters[i]), tones[i], fill)
    };
    let bars = Bars {
        rows: rows.iter().map(row).collect(),
        length: Length::Share,
        legend: (0..4).map(legend).collect(),
        empty: case.say("Nog geen uren ingevuld.", "No hours entered yet."),
    };
    bars::scene(&bars, case.width)
}

pub fn histogram_chart(case: Case) -> Scene {
    let amounts = amounts(case.state);
    let mut bins = histogram::bins(&amounts, 30);
    for (i, bin) in bins.iter_mut().enumerate() {
        let label = format!("{} {} {}", case.money(bin.from), case.say("tot", "to"), case.money(bin.to));
        let values = vec![(case.say("klanten", "customers"), case.format().count(bin.count))];
        bin.datum = Some(Datum { key: Key::Index(i as u32), label, values });
    }
    let histogram = Histogram {
        bins,
        x_title: case.say("jaaromzet", "revenue a year"),
        y_title: case.say("klanten", "customers"),
        empty: case.say("Geen bedragen in deze lijst.", "No amounts in this list."),
    };
    let count = |count: f64| case.format().count(count as usize);
    histogram::scene(&histogram, Size::new(case.width, 260.0), &|amount| case.money(amount), &count)
}

/// Curry's pyramid with two layers below the line.
pub fn pyramid_chart(case: Case) -> Scene {
    let shares: &[(usize, f64)] = match case.state {
        "empty" => &[],
        "one" => &[(1, 1.0)],
        "equal" => &[(1, 0.01), (4, 0.04), (15, 0.15), (80, 0.8)],
        "many" => &[(1000, 0.62), (4000, 0.2), (15_000, 0.12), (80_000, 0.06)],
        _ => &[(1, 0.31), (3, 0.27), (12, 0.24), (63, 0.18)],
    };
    let names = [("top", "top"), ("groot", "large"), ("middelgroot", "medium"), ("klein", "small")];
    let layer = |(i, &(count, share)): (usize, &(usize, f64))| {
        let norm = [0.4, 0.25, 0.15, 0.2][i];
        Layer {
            name: case.say(names[i].0, names[i].1),
            count: case.customers(count),
            share: Some((share, case.percent(share))),
            norm: Some((norm, case.percent(norm))),
            datum: Some(datum(i, &[(&case.say("omzet", "revenue"), case.percent(share))])),
        }
    };
    let below = |nl: &str, en: &str, count: usize| Layer {
        name: case.say(nl, en),
        count: case.customers(count),
        datum: Some(datum(count, &[])),
        ..Layer::default()
    };
    let mut layers: Vec<Layer> = shares.iter().enumerate().map(layer).collect();
    if layers.len() > 1 {
        layers.push(below("inactief", "inactive", 21));
        layers.push(below("prospects", "prospects", 8));
    }
    let pyramid = Pyramid {
        layers,
        own: case.say("deze lijst", "this list"),
        norm: case.say("vuistregel 40/25/15/20", "rule of thumb 40/25/15/20"),
        empty: case
            .say("Niemand kocht in de laatste twaalf maanden.", "Nobody bought in the last twelve months."),
    };
    pyramid::scene(&pyramid, case.width)
}
