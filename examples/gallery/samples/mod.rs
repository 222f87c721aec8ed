//! Every chart in every state it may meet, in both languages, for the gallery and for the golden pictures.

mod curves;
mod grids;
mod maps;
mod rows;
mod time;

use kernklant::chart::scene::{Datum, Key, Scene};
use kernklant::i18n::format::{Currency, Format};
use kernklant::i18n::language::Language;
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

/// The states of the gallery, by name.
pub const STATES: [&str; 6] = ["ordinary", "empty", "one", "equal", "negative", "many"];

/// In which state, how wide and for whom a chart is drawn.
#[derive(Clone, Copy)]
pub struct Case {
    pub state: &'static str,
    pub width: f32,
    pub language: Language,
}

/// A chart of the gallery: its name and how it looks in a case.
pub struct Sample {
    pub name: &'static str,
    pub title: &'static str,
    pub draw: fn(Case) -> Scene,
}

/// All charts of the gallery.
pub const SAMPLES: [Sample; 14] = [
    Sample { name: "pareto", title: "Uw beste 20% brengt 61% van de omzet", draw: curves::pareto_chart },
    Sample {
        name: "whale",
        title: "De laatste klanten kosten een derde van de winst",
        draw: curves::whale_chart,
    },
    Sample { name: "pyramid", title: "De top brengt meer dan de vuistregel", draw: rows::pyramid_chart },
    Sample { name: "matrix", title: "Twaalf klanten hebben nog veel ruimte", draw: grids::matrix_chart },
    Sample { name: "heat", title: "Wie lang niet kocht, kocht ook weinig", draw: grids::heat_chart },
    Sample { name: "coverage", title: "Elke code heeft een segment", draw: grids::coverage_chart },
    Sample { name: "scatter", title: "Omzet en groeiruimte", draw: maps::scatter_chart },
    Sample { name: "importance", title: "Wie zou in paniek raken?", draw: maps::importance_chart },
    Sample {
        name: "importance-team",
        title: "Wie zou in paniek raken? (drie beoordelaars)",
        draw: maps::team_chart,
    },
    Sample { name: "bars", title: "Omzet per segment", draw: rows::bars_chart },
    Sample { name: "shares", title: "Tijd en geld per niveau", draw: rows::shares_chart },
    Sample { name: "histogram", title: "Klanten naar jaaromzet", draw: rows::histogram_chart },
    Sample {
        name: "rhythm",
        title: "Drie maanden stil, waar drie weken gewoon is",
        draw: time::rhythm_chart,
    },
    Sample { name: "flow", title: "Zeven klanten zakten een niveau", draw: time::flow_chart },
];

impl Case {
    fn format(self) -> Format {
        Format::new(self.language).with_currency(Currency::Euro)
    }

    fn money(self, amount: f64) -> String {
        Decimal::from_f64(amount).map_or_else(|| "–".to_owned(), |amount| self.format().compact_money(amount))
    }

    fn percent(self, share: f64) -> String {
        self.format().percent(share, 0)
    }

    fn customers(self, count: usize) -> String {
        let (one, many) =
            if self.language == Language::Nl { ("klant", "klanten") } else { ("customer", "customers") };
        self.format().counted(count, one, many)
    }

    /// The words in the language of the case.
    fn say(self, nl: &str, en: &str) -> String {
        if self.language == Language::Nl { nl.to_owned() } else { en.to_owned() }
    }
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
