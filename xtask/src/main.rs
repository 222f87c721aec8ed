//! The project's one-word commands: `cargo xtask run | test | lint | bench | fuzz | bundle | gallery | screenshots | setup`.

mod build;
mod cache;
mod e2e;
mod engine;
mod finish;
mod fuzz;
mod hosting;
mod imports;
mod intake_bench;
mod lint;
mod native;
mod panic_bench;
mod screens;
mod shell;
mod size;
mod suite;
mod tools;
mod wasm_route;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  run [--port N] [--mount /path/]   build the page and serve it on 127.0.0.1
  test [--full]                     every test; the last line is `N passed, N failed`
  lint                              rustfmt, clippy and the tidy test
  bench                             native benchmarks
  bench intake [--rounds N]         reading lists in Chromium beside other libraries; writes docs/benchmarks.md
  bench panic [--no-build] [--customers N] [--members N] [--presses N]
                                    key presses at the panic question of a large team, traced in Chromium
  fuzz [target] [seconds]           invented inputs for the readers, ten minutes each (needs a nightly compiler)
  bundle                            the page as one offline file, dist/kernklant.html
  gallery [WIDTH] [light|dark] [nl|en] [NAME…]
                                    every chart in every state, target/gallery.html
  screenshots [--no-build]          every screen and sheet as pictures in docs/screens/
  setup                             install what the other commands need, and stop

Tools that are not on PATH go to $KERNKLANT_CACHE, $XDG_CACHE_HOME/kernklant or ~/.cache/kernklant.
KERNKLANT_WASM_ROUTE=rustup|debian chooses the compiler of the page instead of trying them in turn.";

/// Any failure that ends a command, in words for the person at the terminal.
type Failure = Box<dyn std::error::Error>;
/// What a command ends with.
type Outcome<T = ()> = Result<T, Failure>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["run", rest @ ..] => build::run(rest),
        ["test"] => suite::test(suite::Depth::Usual),
        ["test", "--full"] => suite::test(suite::Depth::Full),
        ["lint"] => lint::lint(),
        ["bench", "intake", rest @ ..] => intake_bench::run(rest),
        ["bench", "panic", rest @ ..] => panic_bench::run(rest),
        ["bench", rest @ ..] => native::bench(rest),
        ["fuzz", rest @ ..] => fuzz::fuzz(rest),
        ["bundle"] => build::bundle(),
        ["gallery", rest @ ..] => native::gallery(rest),
        ["screenshots", rest @ ..] => screens::screenshots(rest),
        ["setup"] => build::setup(),
        // Called by trunk's hooks, not by people.
        ["engine"] => engine::build(),
        ["finish"] => finish::finish(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        _ => Err(format!("unknown command: {}\n\n{HELP}", words.join(" ")).into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}
