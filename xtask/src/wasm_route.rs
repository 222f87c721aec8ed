//! Which compiler builds the page: rustup's with its wasm target, or Debian's where no target can be downloaded.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use crate::{Outcome, cache, shell};

/// What both modules are compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";
/// A target of 20 MB arrives sooner than this on any line that is fit for it.
const PATIENCE_WITH_RUSTUP: Duration = Duration::from_mins(3);
/// Debian's rustc has no ready-made standard library for wasm, but brings its source and can build it.
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-19"];
const DEBIAN_LINKER: &str = "/usr/bin/wasm-ld-19";
const DEBIAN_STD_SOURCE: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";

/// A compiler that can build for the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WasmRoute {
    /// The installed toolchain has the wasm target.
    Rustup,
    /// Debian's `rustc-web`, building the standard library itself.
    Debian,
}

impl WasmRoute {
    /// The route for this machine, after installing what it needs. The ordinary one first.
    pub fn prepare() -> Outcome<Self> {
        match std::env::var("KERNKLANT_WASM_ROUTE").as_deref() {
            Ok("rustup") => return add_target().then_some(Self::Rustup).ok_or_else(no_target),
            Ok("debian") => return prepare_debian(),
            Ok(other) => return Err(format!("KERNKLANT_WASM_ROUTE is rustup or debian, not {other}").into()),
            Err(_) => {}
        }
        if target_installed() {
            return Ok(Self::Rustup);
        }
        // Once Debian's compiler was needed here, asking rustup again would only cost time.
        if debian_is_complete() {
            return Ok(Self::Debian);
        }
        if add_target() {
            return Ok(Self::Rustup);
        }
        println!("rustup cannot add {TARGET} here; taking Debian's compiler instead");
        prepare_debian()
    }

    /// Folders that must come first on PATH.
    pub fn path_folders(self) -> Vec<PathBuf> {
        match self {
            Self::Rustup => Vec::new(),
            Self::Debian => vec![PathBuf::from("/usr/bin")],
        }
    }

    /// A build folder of its own: the compiler may differ from that of native builds.
    pub fn target_dir(self) -> PathBuf {
        let name = match self {
            Self::Rustup => "wasm-build",
            Self::Debian => "wasm-build-debian",
        };
        let dir = shell::target_dir();
        // Below trunk, in its hooks, it is set already.
        if dir.ends_with(name) { dir } else { dir.join(name) }
    }

    /// Sets what cargo needs to know of this route.
    pub fn apply(self, command: &mut Command) {
        command
            .env("CARGO_TARGET_DIR", self.target_dir())
            .env_remove("CARGO_BUILD_TARGET")
            .env_remove("RUSTFLAGS");
        if self == Self::Debian {
            command
                // RUSTC too: a dependency's own rust-toolchain file would otherwise wake a rustup proxy.
                .env("RUSTC", "/usr/bin/rustc")
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER)
                .env_remove("RUSTUP_TOOLCHAIN");
        }
    }
}

fn target_installed() -> bool {
    if let Some(list) = shell::quietly(shell::command("rustup").args(["target", "list", "--installed"])) {
        return list.lines().any(|line| line.trim() == TARGET);
    }
    // A Rust without rustup: ask the compiler where the target's library would be.
    shell::quietly(shell::command("rustc").args(["--print", "target-libdir", "--target", TARGET]))
        .is_some_and(|dir| PathBuf::from(dir.trim()).is_dir())
}

fn add_target() -> bool {
    if target_installed() {
        return true;
    }
    println!("$ rustup target add {TARGET}");
    // No second attempts and an end to waiting: where downloads are closed this must say so soon.
    let mut add = shell::command("rustup");
    add.args(["target", "add", TARGET]).env("RUSTUP_MAX_RETRIES", "0");
    shell::succeeds_within(&mut add, PATIENCE_WITH_RUSTUP) && target_installed()
}

fn no_target() -> crate::Failure {
    format!("rustup could not add {TARGET}").into()
}

fn debian_is_complete() -> bool {
    ["/usr/bin/rustc", "/usr/bin/cargo", DEBIAN_LINKER, DEBIAN_STD_SOURCE]
        .iter()
        .all(|file| PathBuf::from(file).exists())
}

fn prepare_debian() -> Outcome<WasmRoute> {
    cache::install_once("Debian's Rust for wasm", debian_is_complete, || crate::tools::apt_install(&DEBIAN_PACKAGES)).map_err(
        |failure| {
            format!(
                "no compiler for {TARGET}: neither `rustup target add {TARGET}` nor the Debian packages {} work here ({failure})",
                DEBIAN_PACKAGES.join(" ")
            )
        },
    )?;
    Ok(WasmRoute::Debian)
}
