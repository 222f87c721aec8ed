//! The folder where installed tools are kept between builds and clones, and the lock that guards it.

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::Outcome;

/// The cache folder: outside `target/`, so that a clean build keeps its tools.
pub fn folder() -> Outcome<PathBuf> {
    let from = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = from("KERNKLANT_CACHE")
        .or_else(|| from("XDG_CACHE_HOME").map(|dir| dir.join("kernklant")))
        .or_else(|| from("HOME").map(|dir| dir.join(".cache/kernklant")))
        .or_else(|| from("LOCALAPPDATA").map(|dir| dir.join("kernklant")))
        .ok_or("no place for the tools: set KERNKLANT_CACHE to a folder")?;
    std::fs::create_dir_all(&folder)
        .map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
    Ok(folder)
}

/// Runs `install` unless `present` says it is done, one process at a time: whoever waited looks again first.
pub fn install_once(what: &str, present: impl Fn() -> bool, install: impl FnOnce() -> Outcome) -> Outcome {
    if present() {
        return Ok(());
    }
    let lock = File::create(folder()?.join("lock"))?;
    if lock.try_lock().is_err() {
        println!("waiting for another xtask that installs …");
        lock.lock()?;
    }
    if present() {
        return Ok(());
    }
    println!("installing {what} …");
    install()?;
    if present() { Ok(()) } else { Err(format!("{what} was installed, yet cannot be found").into()) }
}

/// Installs into a folder beside the wanted one and renames it at the end, so that a half-done install is never used.
pub fn install_into(wanted: &Path, install: impl FnOnce(&Path) -> Outcome) -> Outcome {
    let mut unfinished = wanted.as_os_str().to_owned();
    unfinished.push(".unfinished");
    let unfinished = PathBuf::from(unfinished);
    for leftover in [&unfinished, wanted] {
        if leftover.exists() {
            std::fs::remove_dir_all(leftover)?;
        }
    }
    std::fs::create_dir_all(&unfinished)?;
    install(&unfinished)?;
    std::fs::rename(&unfinished, wanted)?;
    Ok(())
}
