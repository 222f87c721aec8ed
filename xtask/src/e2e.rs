//! The browser tests: Playwright in Chromium on the finished `dist/`.

use crate::suite::{Count, Depth};
use crate::{Outcome, shell, tools};

/// Runs them and reads the counts from Playwright's own report.
pub fn tests(depth: Depth) -> Outcome<Count> {
    // The readers are compared beside the command-line example.
    shell::run(shell::command("cargo").args(["build", "--locked", "--example", "segment"]))?;
    tools::e2e_packages()?;
    let chromium = tools::chromium()?;
    let folder = shell::project_root().join("tests/e2e");
    let report = shell::target_dir().join("playwright.json");
    if report.exists() {
        std::fs::remove_file(&report)?;
    }
    let mut command = shell::command("node");
    command.args(["node_modules/@playwright/test/cli.js", "test"]).current_dir(&folder);
    if depth == Depth::Usual {
        command.args(["--grep-invert", "@full"]);
    }
    command.env("KERNKLANT_CHROMIUM", chromium).env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report);
    let ended_well = shell::succeeds_aloud(&mut command)?;
    let text = std::fs::read_to_string(&report).unwrap_or_default();
    let number = |name: &str| -> u64 {
        // The report ends with its totals: `"stats": { …, "expected": 9, "skipped": 0, "unexpected": 0, "flaky": 0 }`.
        let stats = text.rsplit("\"stats\"").next().unwrap_or_default();
        let after = stats.split(&format!("\"{name}\":")).nth(1).unwrap_or_default();
        after.trim_start().chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0)
    };
    let mut count = Count { passed: number("expected"), failed: number("unexpected") + number("flaky") };
    if !ended_well && count.failed == 0 {
        count.failed = 1;
    }
    println!("browser tests: {count}; {} skipped", number("skipped"));
    Ok(count)
}
