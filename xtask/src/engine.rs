//! Builds the worker's module with a profile of its own, beside trunk, which builds the page's.

use std::path::Path;

use crate::wasm_route::{self, WasmRoute};
use crate::{Outcome, shell, tools};

/// The profile of `cargo xtask run`, `test` and `bundle`.
const PROFILE: &str = "wasm-engine";
/// What a person sets for quick builds; both modules then get that profile.
const CHOSEN_PROFILE: &str = "TRUNK_BUILD_CARGO_PROFILE";
/// Functions that are called from one place stay functions: put together they become so large that the browser's compiler
/// does badly on them (reading order lines takes half as long again). The page's module, in `index.html`, is smaller for it.
const NO_GIANTS: &str = "--one-caller-inline-max-function-size=0";
/// The first bytes of memory are the far end of the stack, where nothing is ever kept: sums of addresses that could only be
/// wrong there are made part of the instructions that use them (3 kB less).
const NOTHING_BELOW: &str = "--low-memory-unused";
/// What wasm-opt may assume of the browser: what the compiler assumes.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-simd",
];

/// Puts `engine.js` and `engine_bg.wasm` into trunk's staging folder, as trunk itself would.
pub fn build() -> Outcome {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").ok_or("`engine` is called by trunk's build hook")?;
    let staging = Path::new(&staging);
    let route = WasmRoute::prepare()?;
    let mut folders = tools::page_builders()?;
    folders.extend(route.path_folders());
    let path = shell::path_with(&folders)?;
    let chosen = std::env::var(CHOSEN_PROFILE).ok();
    let profile = chosen.as_deref().unwrap_or(PROFILE);

    let mut cargo = shell::command("cargo");
    cargo.args([
        "build",
        "--locked",
        "--bin",
        "engine",
        "--target",
        wasm_route::TARGET,
        "--profile",
        profile,
    ]);
    route.apply(&mut cargo);
    shell::run(cargo.env("PATH", &path))?;

    let compiled = route.target_dir().join(wasm_route::TARGET).join(profile).join("engine.wasm");
    let mut bindgen = shell::command("wasm-bindgen");
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", "engine", "--out-dir"]);
    bindgen.arg(staging).arg(compiled);
    shell::run(bindgen.env("PATH", &path))?;

    // A profile for quick builds is not made smaller or faster afterwards.
    if chosen.is_none() {
        let bound = staging.join("engine_bg.wasm");
        let mut optimise = shell::command("wasm-opt");
        optimise
            .args(["-Os", "-Os", NO_GIANTS, NOTHING_BELOW])
            .args(FEATURES)
            .arg(&bound)
            .arg("-o")
            .arg(&bound);
        shell::run(optimise.env("PATH", &path))?;
    }
    Ok(())
}
