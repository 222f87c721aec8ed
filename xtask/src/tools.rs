//! The tools behind the commands: looked for on PATH in the right version, then in the cache, then installed there.

use std::path::{Path, PathBuf};

use crate::{Outcome, cache, shell};

const TRUNK_VERSION: &str = "0.21.14";
const CARGO_FUZZ_VERSION: &str = "0.13.2";
/// The npm package that carries wasm-opt.
const BINARYEN_VERSION: &str = "132.0.0";
const CHROMIUM_NAMES: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
/// Where desktop systems put a browser that is not on PATH.
const CHROMIUM_PLACES: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
];

/// Folders to put in front of PATH so that trunk, wasm-bindgen and wasm-opt are found.
pub fn page_builders() -> Outcome<Vec<PathBuf>> {
    node()?;
    let bindgen_version = locked_version("wasm-bindgen")?;
    let folders = [
        cargo_tool("wasm-bindgen", "wasm-bindgen-cli", &bindgen_version, false)?,
        cargo_tool("trunk", "trunk", TRUNK_VERSION, true)?,
        wasm_opt()?,
    ];
    Ok(folders.into_iter().flatten().collect())
}

/// The folder to put in front of PATH so that `cargo fuzz` works; needs a nightly compiler, which is never installed.
pub fn cargo_fuzz() -> Outcome<Option<PathBuf>> {
    if shell::quietly(shell::command("cargo").args(["+nightly", "--version"])).is_none() {
        return Err("fuzzing needs a nightly compiler: rustup toolchain install nightly".into());
    }
    cargo_tool("cargo-fuzz", "cargo-fuzz", CARGO_FUZZ_VERSION, true)
}

/// The browser for the tests.
pub fn chromium() -> Outcome<PathBuf> {
    let find = || {
        let named = std::env::var_os("KERNKLANT_CHROMIUM").map(PathBuf::from);
        let elsewhere = || CHROMIUM_PLACES.iter().map(PathBuf::from).find(|path| path.is_file());
        named.or_else(|| CHROMIUM_NAMES.iter().find_map(|name| shell::on_path(name))).or_else(elsewhere)
    };
    cache::install_once("Chromium", || find().is_some(), || apt_install(&["chromium"])).map_err(|failure| {
        format!("the browser tests need Chromium or Chrome: install one or set KERNKLANT_CHROMIUM to it ({failure})")
    })?;
    find().ok_or_else(|| "no Chromium found".into())
}

/// Installs Debian packages, which only root on a Debian machine can.
pub fn apt_install(packages: &[&str]) -> Outcome {
    if shell::on_path("apt-get").is_none() {
        return Err("this machine has no apt-get".into());
    }
    if shell::quietly(shell::command("id").arg("-u")).is_none_or(|id| id.trim() != "0") {
        return Err(format!("as root: apt-get install --no-install-recommends {}", packages.join(" ")).into());
    }
    let install = || {
        let mut command = shell::command("apt-get");
        command.args(["install", "-y", "--no-install-recommends"]).args(packages);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    // The package lists of a fresh machine are empty or old.
    shell::run(shell::command("apt-get").args(["update", "-q"]))?;
    shell::run(&mut install())
}

/// The packages of the browser tests, exactly as locked.
pub fn e2e_packages() -> Outcome {
    packages("tests/e2e")
}

/// The libraries that the intake benchmark compares with, exactly as locked.
pub fn bench_packages() -> Outcome {
    packages("benches/intake")
}

/// The npm packages of a folder, as its lock says.
fn packages(of: &str) -> Outcome {
    node()?;
    let folder = shell::project_root().join(of);
    let lock = folder.join("package-lock.json");
    let stamp = folder.join("node_modules/.kernklant-lock");
    let wanted = std::fs::read_to_string(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    let present = || std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted);
    cache::install_once(&format!("the packages of {of}"), present, || {
        let mut npm = npm();
        // The browser is the machine's own; Playwright must not fetch another.
        npm.args(["ci", "--no-audit", "--no-fund"])
            .current_dir(&folder)
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        shell::run(&mut npm)?;
        Ok(std::fs::write(&stamp, &wanted)?)
    })
}

/// Whether cargo-nextest is there; it is never installed, only used.
pub fn has_nextest() -> bool {
    shell::quietly(shell::command("cargo").args(["nextest", "--version"])).is_some()
}

fn node() -> Outcome {
    let version = shell::quietly(shell::command("node").arg("--version"))
        .ok_or("Node.js 20 or newer is needed: https://nodejs.org or `apt-get install nodejs npm`")?;
    let major =
        version.trim().trim_start_matches('v').split('.').next().and_then(|text| text.parse::<u32>().ok());
    match major {
        Some(20..) => Ok(()),
        _ => Err(format!("Node.js 20 or newer is needed, this is {}", version.trim()).into()),
    }
}

fn npm() -> std::process::Command {
    shell::command(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// The version Cargo.lock holds; wasm-bindgen's tool must match its crate exactly.
fn locked_version(package: &str) -> Outcome<String> {
    let lock = std::fs::read_to_string(shell::project_root().join("Cargo.lock"))?;
    let name = format!("name = \"{package}\"");
    let version = lock
        .lines()
        .skip_while(|line| *line != name)
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \""))
        .and_then(|rest| rest.strip_suffix('"'));
    Ok(version.ok_or_else(|| format!("Cargo.lock has no {package}"))?.to_owned())
}

/// The folder to add to PATH for a tool that cargo installs; none when PATH has this version already.
fn cargo_tool(program: &str, package: &str, version: &str, locked: bool) -> Outcome<Option<PathBuf>> {
    let is_right = |path: &Path| {
        shell::quietly(shell::command(path).arg("--version"))
            .is_some_and(|text| text.split_whitespace().nth(1) == Some(version))
    };
    if is_right(Path::new(program)) {
        return Ok(None);
    }
    let root = cache::folder()?.join(format!("{program}-{version}"));
    let installed = root.join("bin").join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    let folder = root.join("bin");
    cache::install_once(
        &format!("{package} {version}"),
        || is_right(&installed),
        || {
            cache::install_into(&root, |unfinished| {
                let mut command = shell::command("cargo");
                // Outside the project, so that its Cargo configuration and build folder stay out of it.
                command.current_dir(cache::folder()?);
                command.args(["install", package, "--version", version, "--root"]).arg(unfinished);
                if locked {
                    command.arg("--locked");
                }
                // These tools run for a second: building them quickly matters more than their speed.
                command
                    .env("CARGO_PROFILE_RELEASE_LTO", "false")
                    .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                    .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                    .env("CARGO_TARGET_DIR", unfinished.join("build"));
                shell::run(&mut command)?;
                Ok(std::fs::remove_dir_all(unfinished.join("build"))?)
            })
        },
    )?;
    Ok(Some(folder))
}

/// The folder with npm's wasm-opt. Never the one on PATH: Debian's cannot read today's modules.
fn wasm_opt() -> Outcome<Option<PathBuf>> {
    let root = cache::folder()?.join(format!("binaryen-{BINARYEN_VERSION}"));
    let folder = root.join("node_modules/.bin");
    let installed = folder.join(if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" });
    cache::install_once(
        &format!("binaryen {BINARYEN_VERSION}"),
        || installed.exists(),
        || {
            cache::install_into(&root, |unfinished| {
                let mut npm = npm();
                npm.current_dir(unfinished)
                    .args(["install", "--no-audit", "--no-fund", "--prefix"])
                    .arg(unfinished);
                npm.arg(format!("binaryen@{BINARYEN_VERSION}"));
                shell::run(&mut npm)
            })
        },
    )?;
    Ok(Some(folder))
}
