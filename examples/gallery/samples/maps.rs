//! Customers between two axes: the scatter and the mutual-importance map.

use kernklant::chart::importance::{self, Field, FieldWords, Map, MapPoint};
use kernklant::chart::scatter::{self, Dot, Kind, Scatter, Side};
use kernklant::chart::scene::{Region, Scene, Shape, Size, Tone};

use super::{Case, datum, noise};

pub fn importance_chart(case: Case) -> Scene {
    map(case, |i| f64::from((noise(i + 5) * 4.99).floor() as u8) * 25.0)
}

pub fn team_chart(case: Case) -> Scene {
    map(case, |i| ((noise(i + 5) + noise(i * 7 + 1) + noise(i * 13 + 3)) * 4.0).round() / 12.0 * 100.0)
}

fn map(case: Case, index: impl Fn(usize) -> f64) -> Scene {
    let count = match case.state {
        "empty" => 0,
        "one" => 1,
        "equal" => 40,
        "negative" => 400,
        "many" => 100_000,
        _ => 34,
    };
    let point = |i: usize| {
        let (x, y) = if case.state == "equal" {
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
        let (revenue, index) = (case.say("omzet", "revenue"), case.say("paniekindex", "panic index"));
        let values = [(&*revenue, case.money(x * 1200.0)), (&*index, case.format().number(y, 0))];
        MapPoint { x, y, field, datum: datum(i, &values) }
    };
    let words =
        |nl: &str, en: &str, letter: &str| FieldWords { name: case.say(nl, en), letter: letter.into() };
    let map = Map {
        points: (0..count).map(point).collect(),
        x_cut: 80.0,
        y_cut: 62.5,
        chosen: None,
        core: words("kern", "core", "K"),
        we_need_them: words("wij hebben hen nodig", "we need them", "W"),
        they_need_us: words("zij hebben ons nodig", "they need us", "Z"),
        lighter: words("lichtere bediening", "lighter service", "L"),
        x_title: case.say("waarde van de klant (percentiel)", "value of the customer (percentile)"),
        y_title: case.say("paniekindex", "panic index"),
        empty: case.say(
            "Beantwoord de paniekvraag voor de eerste klant, dan verschijnt die hier.",
            "Answer the panic question for the first customer and it shows up here.",
        ),
    };
    let number = |value: f64| case.format().short_number(value, 1);
    let customers = |count: usize| case.customers(count);
    importance::scene(
        &map,
        Size::new(case.width, 520.0),
        importance::Writers { number: &number, customers: &customers },
    )
}

/// Revenue against growth room, logarithmic, with a chosen region.
pub fn scatter_chart(case: Case) -> Scene {
    let count = match case.state {
        "empty" => 0,
        "one" => 1,
        "many" => 100_000,
        "negative" => 700,
        _ => 90,
    };
    let dot = |i: usize| {
        let (x, y) = match case.state {
            "equal" => (1000.0, 1000.0),
            "negative" => {
                (120_000.0 * noise(i).powi(4) - 9000.0 * noise(i + 9), 40_000.0 * noise(i + 3) - 20_000.0)
            }
            _ => (240_000.0 * noise(i).powi(5), 90_000.0 * noise(i + 3).powi(3)),
        };
        let values = [
            (case.say("omzet", "revenue"), case.money(x)),
            (case.say("groeiruimte", "growth room"), case.money(y)),
        ];
        let values: Vec<(&str, String)> =
            values.iter().map(|(what, value)| (what.as_str(), value.clone())).collect();
        let datum = (count <= scatter::MOST_POINTS).then(|| datum(i, &values));
        Dot { x, y, kind: if y > 30_000.0 { 0 } else { 1 + usize::from(x < 20_000.0) }, datum }
    };
    let kind = |letter: &str, tone, shape| Kind {
        name: format!("{} {letter}", case.say("niveau", "level")),
        letter: letter.to_owned(),
        tone,
        shape,
    };
    let side = |title: String, cuts: &[f64]| Side { title, cuts: cuts.to_vec(), log: true };
    let scatter = Scatter {
        dots: (0..count).map(dot).collect(),
        kinds: vec![
            kind("A", Tone::A, Shape::Circle),
            kind("B", Tone::B, Shape::Triangle),
            kind("C", Tone::C, Shape::Square),
        ],
        x: side(case.say("omzet", "revenue"), &[20_000.0]),
        y: side(case.say("groeiruimte", "growth room"), &[30_000.0, 9000.0]),
        chosen: (case.state == "many").then_some(Region { x: (500.0, 8000.0), y: (3000.0, 60_000.0) }),
        brush: true,
        empty: case.say(
            "Van geen klant zijn omzet en groeiruimte bekend.",
            "Revenue and growth room are known for no customer.",
        ),
    };
    let (money, customers) = (|amount: f64| case.money(amount), |count: usize| case.customers(count));
    let write = scatter::Writers { x: &money, y: &money, customers: &customers };
    scatter::scene(&scatter, Size::new(case.width, 420.0), write)
}
