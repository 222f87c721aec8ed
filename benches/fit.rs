//! Fitting who comes back on 23,570 customers (all of CDNOW's), beside one pass of logarithms over them.

#[path = "thresholds/lists.rs"]
#[expect(dead_code, reason = "the other lists are for the thresholds")]
mod lists;

use std::hint::black_box;
use std::time::Instant;

use jiff::civil::date;
use kernklant::customers::{Days, MappingChoice, intake};
use kernklant::recipe::AliveRecipe;
use kernklant::segments::{AliveBuilder, alive};
use kernklant::table::{ReadOptions, read};

const CUSTOMERS: usize = 23_570;
const ROUNDS: usize = 5;
/// As many evaluations as the worker does before it listens.
const EVALUATIONS: usize = 12;

/// Milliseconds of the quickest of some rounds: a busy machine can only make work longer.
fn quickest<T>(mut work: impl FnMut() -> T) -> (f64, T) {
    let mut timed = || {
        let start = Instant::now();
        let result = work();
        (start.elapsed().as_secs_f64() * 1000.0, result)
    };
    let (mut best, result) = timed();
    for _ in 1..ROUNDS {
        best = best.min(timed().0);
    }
    (best, result)
}

fn main() {
    let list = lists::returning(CUSTOMERS);
    let (table, problems) =
        read(list.text.as_bytes(), &ReadOptions::default()).unwrap_or_else(|error| panic!("{error}"));
    let days = Days::from(date(2026, 1, 1));
    let taken =
        intake(&table, problems, &MappingChoice::default(), days).unwrap_or_else(|error| panic!("{error}"));
    let (customers, recipe) = (&taken.customers, AliveRecipe::default());
    let (pass, _) = quickest(|| {
        let sum: f64 = (0..customers.len()).map(|i| black_box(i as f64 + 1.5).ln()).sum();
        black_box(sum)
    });
    let (fit, found) = quickest(|| alive(customers, &recipe));
    let found = found.unwrap_or_default();
    let longest = longest_step(customers, &recipe);
    println!("{}: a pass of logarithms over all takes {pass:.3} ms", list.what);
    println!("  fitted and told of everyone in {fit:.0} ms, × {:.0}; guard: {:?}", fit / pass, found.guard);
    println!("  the longest step between two breaths: {longest:.1} ms");
}

/// Milliseconds until the worker listens again, at worst; the last step tells everyone's prospects.
fn longest_step(customers: &kernklant::customers::Customers, recipe: &AliveRecipe) -> f64 {
    let Some(mut fitting) = AliveBuilder::new(customers, recipe) else { return 0.0 };
    let mut longest = 0.0_f64;
    loop {
        let start = Instant::now();
        let is_done = fitting.step(EVALUATIONS);
        longest = longest.max(start.elapsed().as_secs_f64() * 1000.0);
        if is_done {
            let start = Instant::now();
            black_box(fitting.finish());
            return longest.max(start.elapsed().as_secs_f64() * 1000.0);
        }
    }
}
