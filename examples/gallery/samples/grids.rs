//! Grids: the growth matrix, the RFM heat map and the coverage of the 125 codes.

use kernklant::chart::coverage::{self, Code, Coverage, Panel};
use kernklant::chart::matrix::{self, Cell, Matrix};
use kernklant::chart::scene::{Fill, Scene, Size, Tone};

use super::{Case, datum, noise};

/// Revenue against growth potential in three by three.
pub fn matrix_chart(case: Case) -> Scene {
    let count = |i: usize| match case.state {
        "one" => usize::from(i == 4),
        "equal" => 11,
        "many" => (noise(i) * 22_000.0) as usize,
        _ => (noise(i) * 14.0) as usize,
    };
    let sign = if case.state == "negative" { -1.0 } else { 1.0 };
    let cell = |row: usize, column: usize| {
        let (letter, tone) = match (row, column) {
            (0, _) | (1, 2) => ("A", Tone::A),
            (1, _) | (2, 2) => ("B", Tone::B),
            _ => ("C", Tone::C),
        };
        let many = count(row * 3 + column);
        let money = case.money(many as f64 * 8431.0 * sign);
        let values = [(case.say("omzet", "revenue"), money.clone())];
        let values: Vec<(&str, String)> =
            values.iter().map(|(what, value)| (what.as_str(), value.clone())).collect();
        Cell {
            tone,
            fill: Fill::Wash,
            letter: letter.to_owned(),
            shown: case.format().count(many),
            detail: money,
            datum: Some(datum(row * 3 + column, &values)),
        }
    };
    let rows = if case.state == "empty" { 0 } else { 3 };
    let names = [
        case.say("veel groeiruimte", "much room to grow"),
        case.say("enige groeiruimte", "some room to grow"),
        case.say("weinig groeiruimte", "little room to grow"),
    ];
    let matrix = Matrix {
        rows: names.to_vec(),
        columns: vec![
            case.say("laag", "low"),
            case.say("midden", "middle"),
            case.say("hoog: top 20%", "high: top 20%"),
        ],
        cells: (0..rows).map(|row| (0..3).map(|column| cell(row, column)).collect()).collect(),
        x_title: case.say("omzet", "revenue"),
        y_title: case.say("groeipotentieel", "growth potential"),
        legend: Vec::new(),
        empty: case.say("Van geen klant is het potentieel bekend.", "Potential is known for no customer."),
    };
    matrix::scene(&matrix, Size::new(case.width, 400.0))
}

/// Recency against frequency, shaded by value.
pub fn heat_chart(case: Case) -> Scene {
    let cell = |row: usize, column: usize| {
        let share = if case.state == "equal" { 0.5 } else { noise(row * 5 + column) };
        let money = share * if case.state == "many" { 1_250_000.0 } else { 8000.0 };
        let money = if case.state == "negative" { money - 6000.0 } else { money };
        let none = case.state == "one" && (row, column) != (0, 4);
        let fill = match (share * 5.0) as u8 {
            _ if none => Fill::Wash,
            4.. => Fill::Full,
            step => Fill::Shade(step + 1),
        };
        Cell {
            tone: if none { Tone::Soft } else { Tone::Accent },
            fill,
            letter: String::new(),
            shown: if none { String::new() } else { case.money(money) },
            detail: if none { String::new() } else { case.format().count((share * 90.0) as usize) },
            datum: (!none).then(|| datum(row, &[])),
        }
    };
    let rows = if case.state == "empty" { 0 } else { 5 };
    let score = |score: usize| (score + 1).to_string();
    let matrix = Matrix {
        rows: (0..5).rev().map(score).collect(),
        columns: (0..5).map(score).collect(),
        cells: (0..rows).map(|row| (0..5).map(|column| cell(row, column)).collect()).collect(),
        x_title: case.say("hoe vaak (F)", "how often (F)"),
        y_title: case.say("hoe kort geleden (R)", "how recent (R)"),
        legend: vec![
            (case.say("laagste bedrag", "lowest amount"), Tone::Accent, Fill::Shade(1)),
            (case.say("hoogste bedrag", "highest amount"), Tone::Accent, Fill::Full),
        ],
        empty: case.say("Zonder besteldata geen RFM.", "Without order dates no RFM."),
    };
    matrix::scene(&matrix, Size::new(case.width, 380.0))
}

/// Which of eleven segments each code belongs to.
pub fn coverage_chart(case: Case) -> Scene {
    let names =
        ["Kampioenen", "Trouwe klanten", "Mogelijk trouw", "Nieuwe klanten", "Niet kwijtraken", "Verloren"];
    let code = |r: usize, f: usize, m: usize| {
        let segment = match case.state {
            "one" => usize::from(r + f + m != 0) * 6,
            "equal" => 2,
            _ => (r * 2 + f + m) % 6,
        };
        let known = segment < 6;
        Code {
            number: if known { (segment + 1).to_string() } else { "–".to_owned() },
            tone: if known { Tone::Series(segment as u8 + 1) } else { Tone::None },
            fill: if known { Fill::Full } else { Fill::Wash },
            datum: Some(datum(r, &[])),
        }
    };
    let panel = |r: usize| Panel {
        name: format!("R {}", r + 1),
        codes: (0..5).rev().map(|m| (0..5).map(|f| code(r, f, m)).collect()).collect(),
    };
    let score = |score: usize| (score + 1).to_string();
    let segment =
        |(i, name): (usize, &&str)| (score(i), Tone::Series(i as u8 + 1), Fill::Full, (*name).to_owned());
    let coverage = Coverage {
        panels: if case.state == "empty" { Vec::new() } else { (0..5).rev().map(panel).collect() },
        rows: (0..5).rev().map(score).collect(),
        columns: (0..5).map(score).collect(),
        note: case.say(
            "Omhoog: bedrag (M). Naar rechts: hoe vaak (F).",
            "Up: amount (M). To the right: how often (F).",
        ),
        segments: names.iter().enumerate().map(segment).collect(),
        empty: case.say("Er zijn geen segmenten.", "There are no segments."),
    };
    coverage::scene(&coverage, case.width)
}
