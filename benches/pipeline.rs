//! Reading and analysing a generated list, as ratios to the `csv` crate summing one column of the same bytes.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use jiff::civil::date;
use kernklant::customers::{Days, MappingChoice, intake};
use kernklant::engine::results::compute_base;
use kernklant::recipe::Recipe;
use kernklant::table::{ReadOptions, read};

const ROWS: u64 = 100_000;
const ROUNDS: usize = 7;

/// A Dutch customer list; the numbers come from a fixed sequence, so every run reads the same bytes.
fn list() -> String {
    let mut text = String::from("Klantnr;Klant;Omzet;Marge;Orders;Laatste order\n");
    let mut state = 88_172_645_463_325_252_u64;
    for row in 0..ROWS {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let (euros, cents) = (state % 90_000, state % 100);
        let margin = euros / 4;
        // Writing to a String does not fail.
        let _ = writeln!(
            text,
            "K{row:06};Firma {row} Techniek;{euros},{cents:02};{margin},50;{};{:02}-{:02}-2025",
            state % 40,
            state % 28 + 1,
            state % 12 + 1
        );
    }
    text
}

fn time(mut work: impl FnMut()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn median(mut ratios: Vec<f64>) -> f64 {
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

fn main() {
    let text = list();
    let bytes = text.as_bytes();
    let (table, problems) = read(bytes, &ReadOptions::default()).unwrap_or_else(|error| panic!("{error}"));
    let days = Days::from(date(2026, 1, 1));
    let taken = intake(&table, problems.clone(), &MappingChoice::default(), days)
        .unwrap_or_else(|error| panic!("{error}"));
    let recipe = Recipe::default();
    let (mut reading, mut typing, mut analysing) = (Vec::new(), Vec::new(), Vec::new());
    let mut peer_ms = 0.0;
    for _ in 0..ROUNDS {
        let peer = time(|| {
            let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes);
            let cells = reader.byte_records().flatten().map(|record| record[2].len()).sum::<usize>();
            assert!(cells > 0);
        });
        peer_ms = peer.as_secs_f64() * 1000.0;
        let ratio = |work: Duration| work.as_secs_f64() / peer.as_secs_f64();
        reading.push(ratio(time(|| drop(read(bytes, &ReadOptions::default())))));
        typing.push(ratio(time(|| {
            drop(intake(&table, problems.clone(), &MappingChoice::default(), days));
        })));
        analysing.push(ratio(time(|| drop(compute_base(&taken.customers, &recipe)))));
    }
    println!(
        "{ROWS} customers, {} kB; the csv crate cuts it into cells in {peer_ms:.0} ms",
        bytes.len() / 1000
    );
    println!("medians of {ROUNDS} paired ratios to that:");
    println!("  cut, sniff and keep the text  {:.2}", median(reading));
    println!("  map, type and merge           {:.2}", median(typing));
    println!("  inventory, Pareto and growth  {:.2}", median(analysing));
}
