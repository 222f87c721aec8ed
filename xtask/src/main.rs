//! The project's one-word commands: `cargo xtask run | test | lint | bench | bundle | fuzz`.
fn main() {}
