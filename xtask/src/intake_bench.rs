//! `bench intake`: reads generated lists in Chromium beside other libraries and writes `docs/benchmarks.md`.

use crate::{Outcome, build, shell, tools};

/// Builds the page and hands over to `benches/intake/run.mjs`.
pub fn run(arguments: &[&str]) -> Outcome {
    tools::e2e_packages()?;
    tools::bench_packages()?;
    let chromium = tools::chromium()?;
    build::page()?;
    let mut command = shell::command("node");
    // A list of five million lines and its answers take memory in the generator too.
    command.args(["--max-old-space-size=4096", "benches/intake/run.mjs"]).args(arguments);
    shell::run(command.env("KERNKLANT_CHROMIUM", chromium))
}
