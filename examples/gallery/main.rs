//! Writes every chart in every state to `target/gallery.html`, to look at while working on them.
//!
//! `cargo run --example gallery [WIDTH] [dark] [NAME]…`; without names all charts

mod samples;

use std::fmt::Write as _;

use kernklant::chart::svg::{DARK, LIGHT, Sheet, render_sheet};
use samples::{SAMPLES, STATES};

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let width = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(680.0);
    let dark = arguments.iter().any(|argument| argument == "dark");
    let palette = if dark { &DARK } else { &LIGHT };
    let (paper, ink) = (palette.paper, palette.ink);

    let mut page = format!(
        "<!doctype html><meta charset=\"utf-8\"><title>Gallery</title><style>\
         body {{ background: {paper}; color: {ink}; font: 14px system-ui, sans-serif; margin: 12px }}\
         section {{ display: flex; flex-wrap: wrap; gap: 24px }} svg {{ display: block; outline: 1px dotted #8886 }}\
         </style>\n"
    );
    let named = |name: &str| arguments.iter().any(|argument| argument == name);
    let all = !SAMPLES.iter().any(|sample| named(sample.name));
    for sample in SAMPLES.iter().filter(|sample| all || named(sample.name)) {
        let _ = writeln!(page, "<h2>{}</h2><section>", sample.name);
        for state in STATES {
            let sheet = Sheet { title: "", summary: sample.title, palette };
            let picture = render_sheet(&(sample.draw)(state, width), sheet);
            let _ = writeln!(page, "<div><h3>{state}</h3>{picture}</div>");
        }
        page.push_str("</section>\n");
    }
    std::fs::create_dir_all("target")?;
    std::fs::write("target/gallery.html", page)?;
    println!("target/gallery.html");
    Ok(())
}
