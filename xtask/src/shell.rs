//! Runs other programs: a clean environment, an echo of the command, and errors that name it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::Outcome;

/// Set by cargo for the xtask itself; a cargo, rustc or trunk below it must not inherit them.
const NOT_FOR_CHILDREN: [&str; 4] =
    ["LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "CARGO", "RUST_RECURSION_COUNT"];

/// The project's top folder.
pub fn project_root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// Where cargo builds: the person's own choice, else `target/`.
pub fn target_dir() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => project_root().join(dir),
        None => project_root().join("target"),
    }
}

/// A command in the project's top folder without what cargo told this process about itself.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(project_root());
    for name in NOT_FOR_CHILDREN {
        command.env_remove(name);
    }
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&*name);
        }
    }
    command
}

/// Echoes and runs; not ending well is an error.
pub fn run(command: &mut Command) -> Outcome {
    if succeeds_aloud(command)? {
        Ok(())
    } else {
        Err(format!("this did not end well: {}", words(command)).into())
    }
}

/// Echoes and runs; tells whether it ended well.
pub fn succeeds_aloud(command: &mut Command) -> Outcome<bool> {
    println!("$ {}", words(command));
    let status = command.status().map_err(|error| format!("could not start {}: {error}", words(command)))?;
    Ok(status.success())
}

/// Runs without a word; `None` when it cannot be started or ends badly.
pub fn quietly(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs without a word and without waiting longer than this; tells whether it ended well.
pub fn succeeds_within(command: &mut Command, patience: Duration) -> bool {
    let Ok(mut child) = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()
    else {
        return false;
    };
    let start = Instant::now();
    while start.elapsed() < patience {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => std::thread::sleep(Duration::from_millis(100)),
            Err(_) => return false,
        }
    }
    // It may have ended by itself in the meantime.
    let _ = child.kill();
    false
}

/// Echoes, runs, shows everything at its end, and gives both streams back.
pub fn captured(command: &mut Command) -> Outcome<Output> {
    println!("$ {}", words(command));
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("could not start {}: {error}", words(command)))?;
    print!("{}", String::from_utf8_lossy(&output.stdout));
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    Ok(output)
}

/// The first program of this name on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join(name)).find(|file| file.is_file())
}

/// PATH with these folders in front.
pub fn path_with(first: &[PathBuf]) -> Outcome<std::ffi::OsString> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    Ok(std::env::join_paths(first.iter().cloned().chain(std::env::split_paths(&old)))?)
}

fn words(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}
