//! `screenshots`: every screen and sheet of the finished page as pictures in `docs/screens/`, for the README and for the eye.

use crate::{Outcome, build, shell, tools};

/// Builds the page unless told not to, and photographs it with the sample list.
pub fn screenshots(arguments: &[&str]) -> Outcome {
    if !arguments.contains(&"--no-build") {
        build::page()?;
    }
    tools::e2e_packages()?;
    let root = shell::project_root();
    let mut command = shell::command("node");
    command.arg("xtask/screens/screens.mjs");
    command.arg("--root").arg(build::dist()).arg("--out").arg(root.join("docs/screens"));
    command.arg("--first").arg(root.join("docs/screenshot.png")).arg("--chromium").arg(tools::chromium()?);
    shell::run(&mut command)
}
