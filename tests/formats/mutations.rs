//! Mutations: files broken at random are read or refused, never a panic, a hang or a flood of memory.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use kernklant::table::{ReadOptions, read_all};

use super::fixture;

/// A small generator of numbers, so that every run breaks the same places.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below.max(1)
    }
}

/// How many broken files of each kind.
const TIMES: usize = 400;
const LONGEST: Duration = Duration::from_secs(5);

fn broken(whole: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for _ in 0..=dice.roll(6) {
        let at = dice.roll(bytes.len());
        match dice.roll(5) {
            0 => bytes.truncate(at.max(1)),
            1 => bytes[at] = dice.roll(256) as u8,
            2 => bytes[at] ^= 1 << dice.roll(8),
            3 => {
                let end = (at + dice.roll(40)).min(bytes.len());
                drop(bytes.drain(at..end));
            }
            _ => {
                let from = dice.roll(bytes.len());
                let piece: Vec<u8> = bytes[from..(from + dice.roll(40)).min(bytes.len())].to_vec();
                drop(bytes.splice(at..at, piece));
            }
        }
        if bytes.is_empty() {
            bytes.push(b'<');
        }
    }
    bytes
}

fn survives(name: &str, whole: &[u8]) {
    let mut dice = Dice(7);
    for time in 0..TIMES {
        let bytes = broken(whole, &mut dice);
        let started = Instant::now();
        let result = catch_unwind(AssertUnwindSafe(|| drop(read_all(&bytes, &ReadOptions::default()))));
        assert!(result.is_ok(), "{name}, time {time}: panics");
        assert!(started.elapsed() < LONGEST, "{name}, time {time}: takes {:?}", started.elapsed());
    }
}

#[test]
fn broken_workbooks_are_survived() {
    for name in ["klanten.xls", "klanten.ods", "klanten.xlsb"] {
        survives(name, &fixture(name));
    }
}

#[test]
fn broken_markup_is_survived() {
    for name in ["boekjaar-3.2.xaf", "boekjaar-4.0.xaf"] {
        survives(name, &fixture(name));
    }
    let page =
        "<table><tr><td colspan=3>Klanten<tr><th>Klant<th rowspan=2>Omzet<tr><td>Jan &amp; Co<br>x</table>";
    survives("page", page.as_bytes());
}
