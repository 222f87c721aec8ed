//! Pollution: a clean list, spoiled in one way a file, in some hundreds of ways, must still read without loss.
//!
//! The idea is that of HPI's Pollock benchmark (Vitagliano, Hameed, Jiang, Reisener, Wu, Naumann 2023); the list,
//! the pollutions and the measure are ours: a file is read without loss when every customer comes out with every
//! value that the file still holds. Every other file must give a named problem.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]
#![allow(
    clippy::format_collect,
    clippy::assigning_clones,
    reason = "plainer, and fast enough for small files"
)]

mod cells;
mod clean;
mod layout;
mod pollute;
mod writing;

use jiff::civil::date;
use kernklant::customers::{Days, MappingChoice, intake};
use kernklant::table::{ReadOptions, read};

use clean::{Expected, came_out};
use pollute::Polluted;

/// Files that must be read without loss, in percents.
const NEEDED: usize = 95;

#[derive(Debug, PartialEq)]
enum Outcome {
    Lossless,
    /// Something is missing or different, and a problem says what.
    Told(String),
    Silent(String),
}

#[test]
fn polluted_lists_are_read_without_loss_or_with_a_named_problem() {
    let files = pollute::all();
    assert!(files.len() >= 300, "only {} files", files.len());
    let (mut lossless, mut silent) = (0, Vec::new());
    for file in &files {
        match judged(file) {
            Outcome::Lossless => lossless += 1,
            Outcome::Told(why) => println!("told    {}: {why}", file.name),
            Outcome::Silent(why) => silent.push(format!("silent  {}: {why}", file.name)),
        }
    }
    println!(
        "{lossless} of {} polluted lists are read without loss ({:.1}%), {} more with a named problem",
        files.len(),
        lossless as f64 * 100.0 / files.len() as f64,
        files.len() - lossless - silent.len(),
    );
    assert!(silent.is_empty(), "lost in silence:\n{}", silent.join("\n"));
    assert!(lossless * 100 >= files.len() * NEEDED, "fewer than {NEEDED}%");
}

fn judged(file: &Polluted) -> Outcome {
    let days = Days { today: date(2026, 1, 31), reference: None };
    let result = read(&file.bytes, &ReadOptions::default())
        .and_then(|(table, problems)| intake(&table, problems, &MappingChoice::default(), days));
    let intake = match result {
        Ok(intake) => intake,
        Err(refusal) => return Outcome::Told(refusal.to_string()),
    };
    let found = came_out(&intake);
    let problem = intake.report.problems.first();
    let difference = difference(&file.expected, &found);
    match (difference, problem) {
        (None, None) if file.spoils => {
            Outcome::Silent("nothing says that something was taken away".to_owned())
        }
        (None, _) => Outcome::Lossless,
        (Some(what), Some(problem)) => {
            Outcome::Told(format!("{what} ({} in row {})", problem.kind.key(), problem.row))
        }
        (Some(what), None) => Outcome::Silent(what),
    }
}

fn difference(expected: &[Expected], found: &[Expected]) -> Option<String> {
    if expected == found {
        return None;
    }
    let first = expected.iter().zip(found).find(|(expected, found)| expected != found);
    Some(match first {
        Some((expected, found)) => format!("{expected:?} became {found:?}"),
        None => format!("{} customers became {}", expected.len(), found.len()),
    })
}
