//! `fuzz`: the checks of `fuzz/checks.rs` on inputs that libFuzzer invents, guided by what code they reach.

use std::path::Path;

use crate::{Outcome, shell, tools};

const SECONDS: u32 = 600;
/// One input may take this long and this much before it counts as found.
const LIMITS: [&str; 4] =
    ["-timeout=10", "-rss_limit_mb=2048", "-malloc_limit_mb=512", "-report_slow_units=5"];

/// Every target, or the named one, for ten minutes each or as many seconds as said.
pub fn fuzz(arguments: &[&str]) -> Outcome {
    let root = shell::project_root().join("fuzz");
    let mut targets = names(&root.join("targets"))?;
    let mut seconds = SECONDS;
    for argument in arguments {
        if let Ok(number) = argument.parse() {
            seconds = number;
        } else if targets.iter().any(|target| target == argument) {
            targets.retain(|target| target == argument);
        } else {
            return Err(format!("no target {argument}; there are {}", targets.join(", ")).into());
        }
    }
    let folder = tools::cargo_fuzz()?;
    // Apart, so that what does not compile is not taken for something found.
    let mut build = shell::command("cargo");
    build.args(["+nightly", "fuzz", "build"]);
    if let Some(folder) = &folder {
        build.env("PATH", shell::path_with(std::slice::from_ref(folder))?);
    }
    shell::run(&mut build)?;
    let mut failed = Vec::new();
    for target in &targets {
        if run(&root, target, seconds, folder.as_deref()).is_err() {
            failed.push(target.as_str());
        }
    }
    if failed.is_empty() {
        println!("{} targets, {seconds} seconds each: nothing found", targets.len());
        return Ok(());
    }
    Err(format!(
        "found something in {}: the input is in fuzz/found, where `cargo test --test fuzz` shows it again",
        failed.join(", ")
    )
    .into())
}

fn run(root: &Path, target: &str, seconds: u32, tool: Option<&Path>) -> Outcome {
    let corpus = root.join("corpus").join(target);
    let found = root.join("found").join(target);
    std::fs::create_dir_all(&corpus)?;
    std::fs::create_dir_all(&found)?;
    let mut command = shell::command("cargo");
    command.args(["+nightly", "fuzz", "run", target]).arg(&corpus);
    command.arg(root.join("seeds").join(target)).arg(&found);
    if matches!(target, "xlsx" | "xaf") {
        command.arg(shell::project_root().join("tests/fixtures"));
    }
    command.arg("--").arg(format!("-max_total_time={seconds}")).args(LIMITS);
    command.arg(format!("-artifact_prefix={}/", found.display()));
    if let Some(folder) = tool {
        command.env("PATH", shell::path_with(&[folder.to_path_buf()])?);
    }
    let outcome = shell::run(&mut command);
    // A folder without a found case is of no use to anyone.
    let _ = std::fs::remove_dir(&found);
    outcome
}

/// The targets by their files.
fn names(folder: &Path) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        if let Some(stem) = entry?.path().file_stem() {
            names.push(stem.to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}
