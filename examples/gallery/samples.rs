//! Every chart in every state it may meet, for the gallery and for the golden pictures.

use kernklant::chart::bars::{self, Bars, Length, Part, Row};
use kernklant::chart::curve::{Curve, CurvePoint, Guide};
use kernklant::chart::histogram::{self, Histogram};
use kernklant::chart::importance::{self, Field, FieldWords, Map, MapPoint};
use kernklant::chart::scene::{Datum, Fill, Key, Scene, Size, Tone};
use kernklant::chart::{pareto, whale};
use kernklant::i18n::format::{Currency, Format};
use kernklant::i18n::language::Language;
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

/// The states of the gallery, by name.
pub const STATES: [&str; 6] = ["ordinary", "empty", "one", "equal", "negative", "many"];

/// A chart of the gallery: its name and how it looks in a state at a width.
pub struct Sample {
    pub name: &'static str,
    pub title: &'static str,
    pub draw: fn(state: &str, width: f32) -> Scene,
}

/// All charts of the gallery.
pub const SAMPLES: [Sample; 7] = [
    Sample { name: "pareto", title: "Je beste 20% brengt 61% van de omzet", draw: pareto_chart },
    Sample { name: "whale", title: "De laatste klanten kosten een derde van de winst", draw: whale_chart },
    Sample { name: "importance", title: "Wie zou in paniek raken?", draw: importance_chart },
    Sample {
        name: "importance-team",
        title: "Wie zou in paniek raken? (drie beoordelaars)",
        draw: team_chart,
    },
    Sample { name: "bars", title: "Omzet per segment", draw: bars_chart },
    Sample { name: "shares", title: "Tijd en geld per niveau", draw: shares_chart },
    Sample { name: "histogram", title: "Klanten naar jaaromzet", draw: histogram_chart },
];

fn format() -> Format {
    Format::new(Language::Nl).with_currency(Currency::Euro)
}

fn money(amount: f64) -> String {
    Decimal::from_f64(amount).map_or_else(|| "–".to_owned(), |amount| format().compact_money(amount))
}

fn percent(share: f64) -> String {
    format().percent(share, 0)
}

/// Repeatable numbers between 0 and 1 that look random.
fn noise(i: usize) -> f64 {
    let mut bits = (i as u64).wrapping_add(0x9e37_79b9_7f4a_7c15).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 31)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((bits >> 11) as f64) / ((1_u64 << 53) as f64)
}

/// Amounts of the customers in a state, largest first.
fn amounts(state: &str) -> Vec<f64> {
    let skewed = |i: usize| 250_000.0 / (i as f64 + 1.0).powf(0.9) * (0.7 + 0.6 * noise(i));
    let mut amounts: Vec<f64> = match state {
        "empty" => Vec::new(),
        "one" => vec![12_500.0],
        "equal" => vec![1000.0; 40],
        "negative" => (0..80).map(|i| skewed(i) / 10.0 - 4000.0 * noise(i + 900)).collect(),
        "many" => (0..100_000).map(skewed).collect(),
        _ => (0..98).map(skewed).collect(),
    };
    amounts.sort_by(|a, b| b.total_cmp(a));
    amounts
}

fn name(i: usize) -> String {
    const FIRST: [&str; 8] =
        ["Bakkerij", "Garage", "Hotel", "Drukkerij", "Bouwbedrijf", "Apotheek", "Kwekerij", "Rederij"];
    const LAST: [&str; 9] = [
        "De Vries",
        "Van den Berg",
        "Noord",
        "’t Hoekje",
        "Janssen & Zonen",
        "Oosterpark",
        "Zeezicht",
        "Groot-Brabant Internationaal",
        "Smit",
    ];
    format!("{} {}", FIRST[i % 8], LAST[(i / 3 + i) % 9])
}

fn datum(i: usize, values: &[(&str, String)]) -> Datum {
    let values = values.iter().map(|(what, value)| ((*what).to_owned(), value.clone())).collect();
    Datum { key: Key::Customer(format!("{i}")), label: name(i), values }
}

/// The cumulative curve of amounts, as shares or as they are.
fn cumulative(amounts: &[f64], total: f64) -> Vec<CurvePoint> {
    let mut points = vec![CurvePoint { x: 0.0, y: 0.0, datum: None }];
    let mut sum = 0.0;
    for (i, amount) in amounts.iter().enumerate() {
        sum += amount;
        let dot = (amounts.len() <= 120).then(|| datum(i, &[("samen", percent(sum / total))]));
        points.push(CurvePoint { x: (i + 1) as f64 / amounts.len() as f64, y: sum / total, datum: dot });
    }
    points
}

fn guide(points: &[CurvePoint], i: usize, label: String) -> Option<Guide> {
    let point = points.get(i)?;
    let datum = Datum { key: Key::Index(i as u32), label: label.clone(), values: Vec::new() };
    Some(Guide { x: point.x, y: point.y, label, datum: Some(datum) })
}

fn pareto_chart(state: &str, width: f32) -> Scene {
    let amounts: Vec<f64> = amounts(state).into_iter().filter(|amount| *amount > 0.0).collect();
    let total: f64 = amounts.iter().sum();
    let points = if amounts.is_empty() { Vec::new() } else { cumulative(&amounts, total) };
    let top = (amounts.len() * 20).div_ceil(100);
    let eighty = points.iter().position(|point| point.y >= 0.8).unwrap_or(0);
    let label_top = points.get(top).map_or_else(String::new, |p| format!("20% brengt {}", percent(p.y)));
    let label_eighty =
        points.get(eighty).map_or_else(String::new, |p| format!("80% komt van {}", percent(p.x)));
    let guides: Vec<Guide> = if amounts.len() > 1 {
        [guide(&points, top, label_top), guide(&points, eighty, label_eighty)].into_iter().flatten().collect()
    } else {
        Vec::new()
    };
    let curve = Curve {
        points,
        guides,
        x_title: "aandeel van de klanten".into(),
        y_title: "aandeel van de omzet".into(),
        reference: "iedereen gelijk".into(),
        empty: "Geen klanten met omzet boven nul.".into(),
    };
    pareto::scene(&curve, Size::new(width, 360.0), &percent)
}

fn whale_chart(state: &str, width: f32) -> Scene {
    let mut profits: Vec<f64> = amounts(state)
        .iter()
        .enumerate()
        .map(
            |(i, amount)| {
                if state == "equal" { *amount } else { amount * 0.3 - 1500.0 - 1500.0 * noise(i + 77) }
            },
        )
        .collect();
    if state == "negative" {
        for profit in &mut profits {
            *profit -= 2500.0;
        }
    }
    profits.sort_by(|a, b| b.total_cmp(a));
    let total: f64 = profits.iter().sum();
    let as_money = total <= 0.0;
    let unit = if as_money { 1.0 } else { total };
    let points = if profits.is_empty() { Vec::new() } else { cumulative(&profits, unit) };
    let peak = profits.iter().filter(|profit| **profit > 0.0).count();
    let write: &dyn Fn(f64) -> String = if as_money { &money } else { &percent };
    let label = points.get(peak).map_or_else(String::new, |point| format!("top: {}", write(point.y)));
    let curve = Curve {
        guides: guide(&points, peak, label).into_iter().collect(),
        points,
        x_title: "aandeel van de klanten".into(),
        y_title: "opgetelde winst".into(),
        reference: "totale winst".into(),
        empty: "Van geen klant is de winst bekend.".into(),
    };
    let end = if as_money { total } else { 1.0 };
    whale::scene(&curve, end, Size::new(width, 360.0), whale::Writers { x: &percent, y: write })
}

fn importance_chart(state: &str, width: f32) -> Scene {
    map(state, width, |i| f64::from((noise(i + 5) * 4.99).floor() as u8) * 25.0)
}

fn team_chart(state: &str, width: f32) -> Scene {
    map(state, width, |i| {
        ((noise(i + 5) + noise(i * 7 + 1) + noise(i * 13 + 3)) * 4.0).round() / 12.0 * 100.0
    })
}

fn map(state: &str, width: f32, index: impl Fn(usize) -> f64) -> Scene {
    let count = match state {
        "empty" => 0,
        "one" => 1,
        "equal" => 40,
        "negative" => 400,
        "many" => 100_000,
        _ => 34,
    };
    let point = |i: usize| {
        let (x, y) = if state == "equal" {
            (50.0, 75.0)
        } else {
            // The shortlist is mostly valuable customers.
            let skew = if count < 100 { 0.35 } else { 1.0 };
            (noise(i).powf(skew) * 100.0, index(i))
        };
        let field = match (x >= 80.0, y >= 62.5) {
            (true, true) => Field::Core,
            (true, false) => Field::WeNeedThem,
            (false, true) => Field::TheyNeedUs,
            (false, false) => Field::Lighter,
        };
        let values = [("omzet", money(x * 1200.0)), ("paniekindex", format().number(y, 0))];
        MapPoint { x, y, field, datum: datum(i, &values) }
    };
    let words = |name: &str, letter: &str| FieldWords { name: name.into(), letter: letter.into() };
    let map = Map {
        points: (0..count).map(point).collect(),
        x_cut: 80.0,
        y_cut: 62.5,
        core: words("kern", "K"),
        we_need_them: words("wij hebben hen nodig", "W"),
        they_need_us: words("zij hebben ons nodig", "Z"),
        lighter: words("lichtere bediening", "L"),
        x_title: "waarde van de klant (percentiel)".into(),
        y_title: "paniekindex".into(),
        empty: "Beantwoord de paniekvraag voor de eerste klant, dan verschijnt die hier.".into(),
    };
    let number = |value: f64| format().short_number(value, 1);
    let customers = |count: usize| format().counted(count, "klant", "klanten");
    importance::scene(
        &map,
        Size::new(width, 520.0),
        importance::Writers { number: &number, customers: &customers },
    )
}

fn bars_chart(state: &str, width: f32) -> Scene {
    let (count, sign) = match state {
        "empty" => (0, 1.0),
        "one" => (1, 1.0),
        "many" => (100_000, 1.0),
        "negative" => (7, -1.0),
        _ => (7, 1.0),
    };
    let tones = [Tone::A, Tone::B, Tone::C, Tone::D, Tone::None];
    let row = |i: usize| {
        let flip = if i % 2 == 1 { sign } else { 1.0 };
        let value = if state == "equal" { 5000.0 } else { 84_000.0 / (i as f64 + 1.0) * flip };
        let label = if state == "many" { String::new() } else { ["A", "B", "C", "D", "–"][i % 5].into() };
        let part = Part {
            value,
            tone: tones[i % 5],
            fill: Fill::Full,
            label,
            datum: Some(datum(i, &[("omzet", money(value))])),
        };
        Row { label: name(i), value: money(value), parts: vec![part] }
    };
    // Only so many are drawn; no need to name the others.
    let rows = (0..count.min(if state == "many" { 60 } else { count })).map(row).collect();
    let bars = Bars { rows, length: Length::Value, legend: Vec::new(), empty: "Nog niets te tonen.".into() };
    bars::scene(&bars, width)
}

fn shares_chart(state: &str, width: f32) -> Scene {
    let rows: &[(&str, [f64; 4])] = match state {
        "empty" => &[],
        "one" => &[("uren", [0.0, 0.0, 0.0, 12.0])],
        "equal" => &[("klanten", [25.0; 4]), ("omzet", [25.0; 4]), ("uren", [25.0; 4])],
        "negative" => &[("winst", [30.0, -12.0, 4.0, -3.0])],
        "many" => &[("klanten", [1000.0, 4000.0, 15_000.0, 80_000.0])],
        _ => &[
            ("klanten", [9.0, 21.0, 44.0, 24.0]),
            ("omzet", [58.0, 27.0, 12.0, 3.0]),
            ("uren nu", [31.0, 28.0, 26.0, 15.0]),
            ("uren in het plan", [66.0, 24.0, 9.0, 1.0]),
        ],
    };
    let tones = [Tone::A, Tone::B, Tone::C, Tone::D];
    let letters = ["A", "B", "C", "D"];
    let row = |(label, values): &(&str, [f64; 4])| {
        let total: f64 = values.iter().filter(|value| **value > 0.0).sum();
        let part = |i: usize| Part {
            value: values[i],
            tone: tones[i],
            fill: if i == 3 { Fill::Hatched } else { Fill::Full },
            label: format!("{} {}", letters[i], percent(values[i] / total)),
            datum: Some(datum(i, &[("aandeel", percent(values[i] / total))])),
        };
        Row { label: (*label).into(), value: String::new(), parts: (0..4).map(part).collect() }
    };
    let legend = |i: usize| {
        let fill = if i == 3 { Fill::Hatched } else { Fill::Full };
        (format!("niveau {}", letters[i]), tones[i], fill)
    };
    let bars = Bars {
        rows: rows.iter().map(row).collect(),
        length: Length::Share,
        legend: (0..4).map(legend).collect(),
        empty: "Nog geen uren ingevuld.".into(),
    };
    bars::scene(&bars, width)
}

fn histogram_chart(state: &str, width: f32) -> Scene {
    let amounts = amounts(state);
    let mut bins = histogram::bins(&amounts, 30);
    for (i, bin) in bins.iter_mut().enumerate() {
        let label = format!("{} tot {}", money(bin.from), money(bin.to));
        let values = vec![("klanten".to_owned(), format().count(bin.count))];
        bin.datum = Some(Datum { key: Key::Index(i as u32), label, values });
    }
    let histogram = Histogram {
        bins,
        x_title: "jaaromzet".into(),
        y_title: "klanten".into(),
        empty: "Geen bedragen in deze lijst.".into(),
    };
    let count = |count: f64| format().count(count as usize);
    histogram::scene(&histogram, Size::new(width, 260.0), &money, &count)
}
