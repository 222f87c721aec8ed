//! A short, deterministic run of the fuzz targets: their seeds, found cases, and a fixed number of mutations of them.
//!
//! `cargo xtask fuzz` runs the same checks for minutes, guided by coverage. What it finds goes to `fuzz/found/<target>/`.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]

#[path = "../fuzz/checks.rs"]
mod checks;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Mutations of each file; with `PROPTEST_CASES` (as `xtask test --full` sets it) that many.
const MUTATIONS: usize = 150;

/// Bytes that change what a reader does.
const TELLING: &[&[u8]] = &[
    b"\"",
    b"\"\"",
    b";",
    b",",
    b"\t",
    b"\n",
    b"\r\n",
    b"\r",
    b"'",
    b"\\",
    b"\0",
    b" ",
    b"-",
    b"%",
    b"1.234",
    b"1,5",
    b"\xe2\x82\xac",
    b"\xef\xbb\xbf",
    b"\xff",
    b"\xc2\xa0",
    b"Totaal",
    b"sep=",
    b"2025-02-30",
    b"31/12/99",
    b"1e400",
    b"\xed\xa0\x80",
    b"<td>",
    b"]]>",
    b"&#0;",
];

/// Panics so far, also those that something caught.
static PANICS: AtomicUsize = AtomicUsize::new(0);

#[test]
fn seeds_and_their_mutations_are_survived() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        PANICS.fetch_add(1, Ordering::SeqCst);
        usual(panic);
    }));
    let mutations =
        std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(MUTATIONS);
    for (target, check) in checks::TARGETS {
        let files = files(target);
        assert!(!files.is_empty(), "{target} has no seeds");
        let mut tried = 0;
        for (path, bytes) in &files {
            tell(target, path, bytes, *check);
            let mut chance = Chance(0x9E37_79B9_7F4A_7C15 ^ bytes.len() as u64);
            for _ in 0..mutations {
                let other = &files[chance.below(files.len())].1;
                tell(target, path, &mutated(bytes, other, &mut chance), *check);
                tried += 1;
            }
        }
        println!("{target}: {} files, {tried} mutations", files.len());
    }
}

/// Runs a check; when it fails the bytes are shown, so that they can be put among the found cases.
fn tell(target: &str, path: &Path, bytes: &[u8], check: checks::Check) {
    let before = PANICS.load(Ordering::SeqCst);
    let outcome = std::panic::catch_unwind(|| check(bytes));
    // One that was caught on the way counts too: in the browser it ends the worker.
    let survived = outcome.is_ok() && PANICS.load(Ordering::SeqCst) == before;
    assert!(survived, "{target}, from {}: b\"{}\"", path.display(), bytes.escape_ascii());
}

fn files(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in [format!("fuzz/seeds/{target}"), format!("fuzz/found/{target}")] {
        let Ok(entries) = fs::read_dir(root.join(folder)) else { continue };
        files.extend(
            entries.map(|entry| entry.unwrap().path()).map(|path| (path.clone(), fs::read(&path).unwrap())),
        );
    }
    files.sort();
    files
}

/// One to four changes: a byte, something telling put in, a stretch taken out, doubled or taken from another file.
fn mutated(bytes: &[u8], other: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.below(out.len() + 1);
        let to = (at + chance.below(12)).min(out.len());
        match chance.below(6) {
            0 if at < out.len() => out[at] = chance.below(256) as u8,
            1 => drop(out.splice(at..at, TELLING[chance.below(TELLING.len())].iter().copied())),
            2 => drop(out.drain(at..to)),
            3 => {
                let piece = out[at..to].to_vec();
                out.splice(at..at, piece);
            }
            4 if !other.is_empty() => {
                let from = chance.below(other.len());
                let end = (from + chance.below(20)).min(other.len());
                out.splice(at..to, other[from..end].iter().copied());
            }
            _ => drop(out.splice(at..to, TELLING[chance.below(TELLING.len())].iter().copied())),
        }
    }
    out
}

/// Marsaglia's xorshift: the same changes on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit.max(1)
    }
}
