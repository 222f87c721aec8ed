//! Writes every chart in every state to `target/gallery.html`, to look at while working on them.
//!
//! `cargo xtask gallery [WIDTH] [light|dark] [nl|en] [NAME]…`; without these at 680 pixels, in both themes, in Dutch, all.

mod samples;

use std::fmt::Write as _;

use kernklant::chart::svg::{DARK, LIGHT, Sheet, render_sheet};
use kernklant::i18n::Language;
use samples::{Case, SAMPLES, STATES};

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let asked = |name: &str| arguments.iter().any(|argument| argument == name);
    let width = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(680.0);
    let language = if asked("en") { Language::En } else { Language::Nl };
    let themes = [("light", &LIGHT), ("dark", &DARK)];
    let themes: Vec<_> =
        themes.into_iter().filter(|(name, _)| asked(name) || !asked("light") && !asked("dark")).collect();
    let all = !SAMPLES.iter().any(|sample| asked(sample.name));

    let mut page = String::from(
        "<!doctype html><meta charset=\"utf-8\"><title>Gallery</title><style>\
         body { font: 14px system-ui, sans-serif; margin: 0 } main { padding: 12px } h2 { margin: 24px 0 0 }\
         .light { background: #fff; color: #17211e } .dark { background: #18201d; color: #e9efec }\
         section { display: flex; flex-wrap: wrap; gap: 24px } svg { display: block; outline: 1px dotted #8886 }\
         </style>\n",
    );
    for (theme, palette) in themes {
        let _ = writeln!(page, "<main class=\"{theme}\">");
        for sample in SAMPLES.iter().filter(|sample| all || asked(sample.name)) {
            let _ = writeln!(page, "<h2>{}</h2><section>", sample.name);
            for state in STATES {
                let sheet = Sheet { title: "", summary: sample.title, palette };
                let picture = render_sheet(&(sample.draw)(Case { state, width, language }), sheet);
                let _ = writeln!(page, "<div><h3>{state}</h3>{picture}</div>");
            }
            page.push_str("</section>\n");
        }
        page.push_str("</main>\n");
    }
    std::fs::create_dir_all("target")?;
    std::fs::write("target/gallery.html", page)?;
    println!("target/gallery.html");
    Ok(())
}
