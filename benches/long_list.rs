//! Reading a long list from memory, as the worker does it: time to the customers, beside copying its bytes.
//!
//! `cargo bench --bench long_list -- LIST.csv`; the lists of `cargo xtask bench intake` lie in `target/bench/`.

use std::hint::black_box;
use std::rc::Rc;
use std::time::Instant;

use jiff::civil::date;
use kernklant::engine::Engine;
use kernklant::table;
use kernklant::views::{Source, Update};

/// As large as the pieces that the worker gets from a file.
const PIECE: usize = 4 << 20;
const ROUNDS: usize = 3;

fn main() {
    let Some(path) = std::env::args().skip(1).find(|word| !word.starts_with('-')) else {
        return println!("long_list: name a file to read");
    };
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let source = Rc::new(bytes);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        for piece in source.chunks(PIECE) {
            black_box(piece.to_vec());
        }
        let copied = start.elapsed().as_secs_f64() * 1000.0;
        let read = read(&source);
        println!("copied in {copied:.0} ms; customers after {read:.0} ms, {:.1} times that", read / copied);
    }
}

/// Milliseconds until the customers are there.
fn read(source: &Rc<Vec<u8>>) -> f64 {
    let start = Instant::now();
    let mut engine = Engine::new(date(2026, 1, 1));
    let size = source.len() as u64;
    let again: Rc<dyn table::Source> = Rc::clone(source) as Rc<dyn table::Source>;
    engine.read_again(Source { id: 1, name: "lijst.csv".into(), size, more: false }, again);
    loop {
        let Some(updates) = engine.step() else {
            let from = engine.wants().unwrap_or(size) as usize;
            let to = source.len().min(from + PIECE);
            engine.feed(&source[from..to], to == source.len());
            continue;
        };
        if updates.iter().any(|update| matches!(update, Update::Read { .. })) {
            break;
        }
    }
    start.elapsed().as_secs_f64() * 1000.0
}
