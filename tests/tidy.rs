//! The rules of the house (ARCHITECTURE.md): who may import whom, how a file begins, how long it may be, what never appears.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A module and what it may import beside itself: a module (`table`) or one part of it (`chart::scene`).
/// Data flows from left to right; a pipeline module imports only from its left, and `recipe`.
const IMPORTS: &[(&str, &[&str])] = &[
    // The recipe names columns in its rules, hence the one exception.
    ("recipe", &["customers::Field"]),
    ("table", &["recipe"]),
    ("customers", &["table", "recipe"]),
    ("segments", &["table", "customers", "recipe"]),
    ("panic", &["table", "customers", "segments", "recipe"]),
    ("choice", &["table", "customers", "segments", "panic", "recipe"]),
    ("plan", &["table", "customers", "segments", "panic", "choice", "recipe"]),
    // Only their input types: what a person can enter.
    ("inputs", &["recipe", "table", "customers", "segments", "panic", "choice", "plan"]),
    ("chart", &[]),
    // What the standard library lacks; see EVERYWHERE.
    ("sorted", &[]),
    ("calendar", &[]),
    // Words only where a chart scene carries its labels along.
    (
        "views",
        &[
            "table",
            "customers",
            "segments",
            "panic",
            "choice",
            "plan",
            "recipe",
            "inputs",
            "chart",
            "i18n",
            "share",
        ],
    ),
    // Only problem, reason and finding types, to put them in words.
    ("i18n", &["table", "customers", "segments", "panic", "choice", "plan", "recipe"]),
    (
        "export",
        &[
            "table",
            "customers",
            "segments",
            "panic",
            "choice",
            "plan",
            "recipe",
            "inputs",
            "views",
            "chart",
            "i18n",
        ],
    ),
    (
        "engine",
        &[
            "table",
            "customers",
            "segments",
            "panic",
            "choice",
            "plan",
            "recipe",
            "inputs",
            "views",
            "chart",
            "i18n",
            "export",
            "share",
        ],
    ),
    // Answers are what a member's file holds.
    ("share", &["inputs", "recipe", "panic"]),
    ("platform", &[]),
    // The engine only in host.rs: see ENGINE_DRIVERS.
    // The worker hands the engine its bytes.
    ("worker", &["views", "inputs", "platform", "engine", "table::Source"]),
    (
        "ui",
        // Never the engine or the pipeline; a refused file's reason is only carried on to i18n.
        &[
            "inputs",
            "recipe",
            "views",
            "chart::scene",
            "i18n",
            "share",
            "platform",
            "worker::protocol",
            "worker::client",
            "table::ReadError",
        ],
    ),
];

/// What is no part of the product, and may be used by all.
const EVERYWHERE: [&str; 2] = ["sorted", "calendar"];
/// The modules that touch the browser; all others are pure.
const EDGES: &[&str] = &["platform", "worker", "ui"];
const DOM_CRATES: &[&str] = &["yew", "web_sys", "js_sys", "gloo", "wasm_bindgen", "wasm_bindgen_futures"];
/// The only files of `src` that may import the engine.
const ENGINE_DRIVERS: &[&str] = &["src/worker/host.rs"];
/// Names of formats that look like addresses, and a name reserved never to exist. Nothing is ever sent to them.
const HARMLESS: &[&str] = &[
    "http://www.w3.org/",
    "http://schemas.openxmlformats.org/",
    "http://www.auditfiles.nl/",
    "https://kernklant.invalid/",
];
const GOOD_LENGTH: usize = 400;
const GREATEST_LENGTH: usize = 600;

#[test]
fn modules_import_only_what_lies_on_their_left() {
    let mut remarks = Vec::new();
    for file in rust_files(&["src"]) {
        let Some((module, depth)) = module_of(&file) else { continue };
        let allowed = IMPORTS.iter().find(|(name, _)| *name == module).map(|(_, allowed)| *allowed);
        let Some(allowed) = allowed else {
            remarks
                .push(format!("{file}: the module `{module}` is not in the import table of tests/tidy.rs"));
            continue;
        };
        for path in imports(&code(&file), depth) {
            let top = path.split("::").next().unwrap_or_default();
            let is_ours = IMPORTS.iter().any(|(name, _)| *name == top);
            let fits = |entry: &&str| path == **entry || path.starts_with(&format!("{entry}::"));
            let drives_engine =
                top == "engine" && module != "engine" && !ENGINE_DRIVERS.contains(&file.as_str());
            if is_ours
                && top != module
                && !EVERYWHERE.contains(&top)
                && (!allowed.iter().any(fits) || drives_engine)
            {
                remarks.push(format!("{file} imports crate::{path}; `{module}` may import {allowed:?}"));
            }
        }
    }
    report("imports against the flow of data", remarks);
}

#[test]
fn pure_modules_know_no_browser() {
    let mut remarks = Vec::new();
    for file in rust_files(&["src"]) {
        let Some((module, _)) = module_of(&file) else { continue };
        if EDGES.contains(&module.as_str()) {
            continue;
        }
        let text = code(&file);
        for name in DOM_CRATES {
            if words(&text).any(|word| word == *name) {
                remarks.push(format!("{file} uses {name}: only {EDGES:?} may"));
            }
        }
    }
    report("browser crates in pure modules", remarks);
}

#[test]
fn the_code_map_is_complete() {
    let map = code("src/lib.rs");
    let listed: BTreeSet<String> = map
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub mod ")?.strip_suffix(';').map(str::to_owned))
        .collect();
    let present: BTreeSet<String> =
        rust_files(&["src"]).iter().filter_map(|file| Some(module_of(file)?.0)).collect();
    let in_table: BTreeSet<String> = IMPORTS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let mut remarks = Vec::new();
    for name in listed.union(&present) {
        for (set, place) in
            [(&listed, "src/lib.rs"), (&present, "src/"), (&in_table, "the table of tests/tidy.rs")]
        {
            if !set.contains(name) {
                remarks.push(format!("the module `{name}` is missing in {place}"));
            }
        }
    }
    report("code map", remarks);
}

#[test]
fn nothing_is_re_exported_across_layers() {
    let mut remarks = Vec::new();
    for file in rust_files(&["src"]) {
        let text = code(&file);
        for line in text.lines().map(str::trim).filter(|line| line.starts_with("pub use crate::")) {
            remarks.push(format!("{file}: `{line}`; name it where it is used"));
        }
    }
    report("re-exports across layers", remarks);
}

#[test]
fn every_file_says_what_it_is_for() {
    let files = rust_files(&["src", "quick/src", "xtask/src", "tests", "examples", "benches", "fuzz"]);
    let says = |file: &String| {
        read(file).lines().next().is_some_and(|line| line.starts_with("//! ") && line.len() > 12)
    };
    let remarks = files
        .iter()
        .filter(|file| !says(file))
        .map(|file| format!("{file}: line 1 must be `//! …`"))
        .collect();
    report("files without a purpose", remarks);
}

#[test]
fn files_stay_small() {
    let mut remarks = Vec::new();
    for file in files(
        &["src", "quick", "xtask", "tests", "examples", "benches", "index", "styles"],
        &["rs", "css", "js", "mjs", "ts"],
    ) {
        let length = read(&file).lines().count();
        if length > GREATEST_LENGTH {
            remarks.push(format!("{file} has {length} lines; more than {GREATEST_LENGTH} is not one thing"));
        } else if length > GOOD_LENGTH {
            println!("{file} has {length} lines; aim below {GOOD_LENGTH}");
        }
    }
    report("long files", remarks);
}

#[test]
fn the_page_holds_no_inline_style_and_no_raw_html() {
    let mut remarks = Vec::new();
    for file in rust_files(&["src"]) {
        for (number, line) in code(&file).lines().enumerate() {
            let has_style = line
                .split("style")
                .skip(1)
                .any(|rest| rest.trim_start().starts_with("={") || rest.starts_with("=\""));
            // `chart::svg` writes files for other programs, where no policy applies.
            if has_style && module_of(&file).is_some_and(|(module, _)| EDGES.contains(&module.as_str())) {
                remarks.push(format!(
                    "{file}:{}: a style attribute; the policy blocks it, use a class",
                    number + 1
                ));
            }
            if line.contains("from_html_unchecked") || line.contains("set_inner_html") {
                remarks.push(format!("{file}:{}: raw HTML", number + 1));
            }
        }
    }
    report("inline styles and raw HTML", remarks);
}

#[test]
fn no_address_of_a_stranger() {
    let mut remarks = Vec::new();
    let mut all = files(&["src", "index", "styles"], &["rs", "css", "js"]);
    all.push("index.html".into());
    for file in all {
        let text = if module_of(&file).is_some() { code(&file) } else { read(&file) };
        for (number, line) in text.lines().enumerate() {
            for scheme in ["http://", "https://", "ws://", "wss://"] {
                let strange = line
                    .match_indices(scheme)
                    .any(|(at, _)| !HARMLESS.iter().any(|known| line[at..].starts_with(known)));
                if strange {
                    remarks.push(format!("{file}:{}: {}", number + 1, line.trim()));
                }
            }
        }
    }
    report("addresses of strangers", remarks);
}

#[test]
fn every_style_sheet_is_on_the_page() {
    let page = read("index.html");
    let is_missing = |file: &String| !page.contains(&format!("href=\"{file}\""));
    let remarks = files(&["styles"], &["css"])
        .into_iter()
        .filter(is_missing)
        .map(|file| format!("index.html does not link {file}"))
        .collect();
    report("style sheets that nobody sees", remarks);
}

#[test]
fn imports_are_found_however_they_are_written() {
    let check =
        |text: &str, depth: usize, expected: &[&str]| assert_eq!(imports(text, depth), expected, "{text}");
    check("use crate::table::Table;", 1, &["table::Table"]);
    check(
        "use crate::{table::{Table, csv::Reader}, recipe};",
        1,
        &["table::Table", "table::csv::Reader", "recipe"],
    );
    check("fn f(x: &crate::panic::Panic) {}", 1, &["panic::Panic"]);
    check("use super::Table;", 2, &[]);
    check("use super::super::choice::Choice;", 2, &["choice::Choice"]);
    check("use crate::views::{self, Facts};", 1, &["views::self", "views::Facts"]);
}

// ── helpers ──

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Fails with every remark at once.
fn report(what: &str, remarks: Vec<String>) {
    assert!(remarks.is_empty(), "{what}:\n  {}\n", remarks.join("\n  "));
}

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The text of a file without its comments; lines keep their numbers.
fn code(file: &str) -> String {
    let without = |line: &str| {
        // An address in a string is not a comment.
        let comment = line.match_indices("//").find(|(at, _)| !line[..*at].ends_with(':'));
        comment.map_or(line, |(at, _)| &line[..at]).to_owned()
    };
    read(file).lines().map(without).collect::<Vec<_>>().join("\n")
}

fn rust_files(folders: &[&str]) -> Vec<String> {
    files(folders, &["rs"])
}

/// All files below these folders with one of these extensions, as sorted paths from the top folder.
fn files(folders: &[&str], extensions: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting: Vec<PathBuf> = folders.iter().map(|folder| root().join(folder)).collect();
    while let Some(folder) = waiting.pop() {
        // Not every folder exists from the first day.
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["node_modules", "target", "test-results", "corpus"].contains(&name.as_str()) {
                    waiting.push(path);
                }
            } else if path
                .extension()
                .is_some_and(|extension| extensions.iter().any(|wanted| extension == *wanted))
            {
                let relative = path.strip_prefix(root()).unwrap_or(&path);
                found.push(relative.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// The top module of a file in `src` and how deep the file's own module lies; `None` for lib.rs and the binaries.
fn module_of(file: &str) -> Option<(String, usize)> {
    let path = file.strip_prefix("src/")?.strip_suffix(".rs")?;
    let parts: Vec<&str> = path.split('/').filter(|part| *part != "mod").collect();
    let top = *parts.first()?;
    if top == "bin" || top == "lib" { None } else { Some((top.to_owned(), parts.len())) }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
}

/// Every path below the crate that the text names: after `crate::`, or after enough `super::` to get there.
fn imports(text: &str, depth: usize) -> Vec<String> {
    let to_the_top = "super::".repeat(depth);
    let mut found = Vec::new();
    for start in ["crate::", &to_the_top] {
        for (at, _) in text.match_indices(start) {
            let before = text[..at].chars().next_back();
            // `$crate::`, `my_crate::` and a longer chain of `super::` are something else.
            if !before.is_some_and(|letter| letter.is_alphanumeric() || "_$:".contains(letter)) {
                paths(&text[at + start.len()..], "", &mut found);
            }
        }
    }
    found
}

/// Collects the paths of one import tree, such as `table::{Table, csv::Reader}`; returns what follows it.
fn paths<'a>(tree: &'a str, prefix: &str, found: &mut Vec<String>) -> &'a str {
    let tree = tree.trim_start();
    if let Some(mut rest) = tree.strip_prefix('{') {
        loop {
            rest = paths(rest, prefix, found).trim_start();
            match rest.chars().next() {
                Some(',') => rest = &rest[1..],
                Some('}') => return &rest[1..],
                _ => return rest,
            }
        }
    }
    let end = tree.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(tree.len());
    let (name, rest) = tree.split_at(end);
    if name.is_empty() {
        return rest;
    }
    let path = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}::{name}") };
    if let Some(deeper) = rest.strip_prefix("::") {
        return paths(deeper, &path, found);
    }
    found.push(path);
    // `as Other` belongs to the same entry.
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
    rest.trim_start()
        .strip_prefix("as ")
        .map_or(rest, |named| named.trim_start().trim_start_matches(is_letter))
}
