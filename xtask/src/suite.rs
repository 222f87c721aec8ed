//! `test`: everything in turn, every count added up.

use crate::{Outcome, build, e2e, native, size};

/// How thorough a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// What every change must pass.
    Usual,
    /// More random cases and the long browser tests as well.
    Full,
}

/// Tests that ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: u64,
    pub failed: u64,
}

impl std::ops::AddAssign for Count {
    fn add_assign(&mut self, more: Self) {
        self.passed += more.passed;
        self.failed += more.failed;
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs all parts even when one fails, so that a person sees everything at once; the last line is the sum.
pub fn test(depth: Depth) -> Outcome {
    let mut total = Count::default();
    total += part("tidy", native::tidy());
    total += part("native tests", native::tests(depth));
    let page = part("page", page());
    total += page;
    // Without a page the browser tests would try an old one.
    if page.failed == 0 {
        total += part("browser tests", e2e::tests(depth));
    }
    let failed = total.failed;
    if failed > 0 {
        eprintln!("\nsomething failed: look for it above");
    }
    println!("\n{total}");
    if failed > 0 { std::process::exit(1) } else { Ok(()) }
}

/// Building counts as a test, and so does every part that keeps to its budget.
fn page() -> Outcome<Count> {
    build::page()?;
    let first_load = size::measure()?;
    println!("{first_load}");
    let (kept, broken) = first_load.verdict();
    Ok(Count { passed: 1 + kept, failed: broken })
}

/// A part that could not be run at all is one failure.
fn part(what: &str, outcome: Outcome<Count>) -> Count {
    outcome.unwrap_or_else(|failure| {
        eprintln!("{what}: {failure}");
        Count { passed: 0, failed: 1 }
    })
}
