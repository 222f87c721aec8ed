//! `bench panic`: presses keys at the panic question of a large team in Chromium, traced, and tells how soon each is on screen.

use crate::{Outcome, build, shell, tools};

/// Builds the page unless told not to and hands over to `benches/panic/run.mjs`.
pub fn run(arguments: &[&str]) -> Outcome {
    tools::e2e_packages()?;
    let chromium = tools::chromium()?;
    if !arguments.contains(&"--no-build") {
        build::page()?;
    }
    let mut command = shell::command("node");
    command.arg("benches/panic/run.mjs").args(arguments);
    shell::run(command.env("KERNKLANT_CHROMIUM", chromium))
}
