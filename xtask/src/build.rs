//! Builds the page with trunk, and serves it.

use std::path::PathBuf;

use crate::wasm_route::WasmRoute;
use crate::{Outcome, shell, size, tools};

/// Where the finished page ends up.
pub fn dist() -> PathBuf {
    shell::project_root().join("dist")
}

/// Builds `dist/`: trunk compiles, and its post_build hook comes back to this program for the finishing.
pub fn page() -> Outcome {
    let route = WasmRoute::prepare()?;
    let mut folders = tools::page_builders()?;
    folders.extend(route.path_folders());
    let mut trunk = shell::command("trunk");
    trunk.args(["build", "--release", "--locked"]);
    trunk.env("PATH", shell::path_with(&folders)?).env("NO_COLOR", "true");
    // The hook calls this very program: cargo under the page's compiler would build a second one.
    trunk.env("KERNKLANT_XTASK", std::env::current_exe()?);
    route.apply(&mut trunk);
    shell::run(&mut trunk)
}

/// `run`: builds, then serves until the person stops it.
pub fn run(arguments: &[&str]) -> Outcome {
    page()?;
    println!("{}", size::measure()?);
    let mut server = shell::command("node");
    server.arg("xtask/serve/server.mjs").arg("--root").arg(dist()).args(arguments);
    shell::run(&mut server)
}

/// `bundle`: the page as one file that runs without a server.
pub fn bundle() -> Outcome {
    page()?;
    let file = dist().join("kernklant.html");
    println!("{} ({} kB)", file.display(), std::fs::metadata(&file)?.len() / 1000);
    Ok(())
}

/// `setup`: everything the other commands would install on their way.
pub fn setup() -> Outcome {
    WasmRoute::prepare()?;
    tools::page_builders()?;
    tools::e2e_packages()?;
    tools::chromium()?;
    println!("everything is there");
    Ok(())
}
