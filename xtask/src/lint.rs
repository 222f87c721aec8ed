//! `lint`: formatting, clippy on everything, and the tidy test.

use crate::{Outcome, native, shell};

/// Ends well only when there is nothing to remark.
pub fn lint() -> Outcome {
    shell::run(shell::command("cargo").args(["fmt", "--all", "--check"]))?;
    shell::run(shell::command("cargo").args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "--deny",
        "warnings",
    ]))?;
    let tidy = native::tidy()?;
    if tidy.failed == 0 { Ok(()) } else { Err("the tidy test has remarks".into()) }
}
