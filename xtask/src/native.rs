//! The tests and benchmarks that run without a browser.

use std::process::Command;

use crate::suite::{Count, Depth};
use crate::{Outcome, shell, tools};

/// How many random cases a property test tries with `--full`.
const FULL_PROPTEST_CASES: &str = "4096";

/// The test of the house rules; first, because it is the quickest to tell.
pub fn tidy() -> Outcome<Count> {
    counted("tidy", shell::command("cargo").args(["test", "--locked", "--quiet", "--test", "tidy"]))
}

/// Unit, property, golden and example tests, then the runnable documentation.
pub fn tests(depth: Depth) -> Outcome<Count> {
    let mut command = shell::command("cargo");
    command.args(if tools::has_nextest() {
        ["nextest", "run"].as_slice()
    } else {
        ["test", "--no-fail-fast"].as_slice()
    });
    if tools::has_nextest() {
        command.args(["--no-fail-fast", "--no-tests", "pass", "--status-level", "fail"]);
    }
    command.args(["--locked", "--workspace", "--lib", "--bins", "--examples"]);
    for name in integration_tests()? {
        command.args(["--test", &name]);
    }
    if depth == Depth::Full {
        command.env("PROPTEST_CASES", FULL_PROPTEST_CASES);
    }
    let mut count = counted("native tests", &mut command)?;
    count += counted(
        "runnable documentation",
        shell::command("cargo").args(["test", "--locked", "--doc", "--quiet"]),
    )?;
    Ok(count)
}

/// `bench`: the benchmarks in `benches/`.
pub fn bench(arguments: &[&str]) -> Outcome {
    shell::run(shell::command("cargo").args(["bench", "--locked", "--benches"]).args(arguments))
}

/// The test files beside tidy, which has run already.
fn integration_tests() -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(shell::project_root().join("tests"))? {
        let path = entry?.path();
        // A file, or a folder with a main file.
        let is_test =
            path.extension().is_some_and(|extension| extension == "rs") || path.join("main.rs").is_file();
        if let (true, Some(stem)) = (is_test, path.file_stem())
            && stem != "tidy"
        {
            names.push(stem.to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// Runs a test program and adds its closing lines up. Ending badly without one is a failure too: it did not compile.
fn counted(what: &str, command: &mut Command) -> Outcome<Count> {
    let output = shell::captured(command)?;
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    let mut count = Count::default();
    for line in text
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with("test result:") || line.starts_with("Summary ["))
    {
        count += closing_line(line);
    }
    if !output.status.success() && count.failed == 0 {
        eprintln!("{what}: did not run to its end");
        count.failed = 1;
    }
    println!("{what}: {count}");
    Ok(count)
}

/// `test result: ok. 3 passed; 0 failed; …` of cargo, `Summary [ 1s] 3 tests run: 2 passed, 1 failed` of nextest.
fn closing_line(line: &str) -> Count {
    let words: Vec<&str> = line.split([' ', ';', ',', '(', ')']).filter(|word| !word.is_empty()).collect();
    let number_before = |wanted: &[&str]| -> u64 {
        words
            .windows(2)
            .filter(|pair| wanted.contains(&pair[1]))
            .filter_map(|pair| pair[0].parse::<u64>().ok())
            .sum()
    };
    Count { passed: number_before(&["passed"]), failed: number_before(&["failed", "timed"]) }
}

/// `gallery`: every chart in every state as one page of its own; no part of the product.
pub fn gallery(arguments: &[&str]) -> Outcome {
    shell::run(shell::command("cargo").args(["run", "--quiet", "--example", "gallery", "--"]).args(arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_of_both_runners_are_understood() {
        let check = |line: &str, passed: u64, failed: u64| {
            assert_eq!(closing_line(line), Count { passed, failed }, "{line}");
        };
        check(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            12,
            0,
        );
        check("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out", 3, 2);
        check(
            "Summary [   0.912s] 61 tests run: 58 passed (1 slow), 2 failed, 1 timed out, 3 skipped",
            58,
            3,
        );
    }
}
