//! Finishes what trunk built: hashed names, integrity, the inline boot script, its policy, and the single offline file.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use crate::hosting::{self, Policy};
use crate::{Outcome, imports, shell};

/// The modules of the page, as trunk names them with `filehash = false`.
const MODULES: [&str; 2] = ["app", "engine"];
const POLICY_MARK: &str = "KERNKLANT_POLICY";
const STYLES_MARK: &str = "<!-- kernklant styles -->";
const BOOT_MARK: &str = "<!-- kernklant boot -->";
const DATA_MARK: &str = "<!-- kernklant data -->";

/// Works on trunk's staging folder, which becomes `dist/` when this succeeds.
pub fn finish() -> Outcome {
    let staging =
        std::env::var_os("TRUNK_STAGING_DIR").ok_or("`finish` is called by trunk's post_build hook")?;
    let parts = Parts::take_from(Path::new(&staging))?;
    parts.write_hosted(Path::new(&staging))?;
    parts.write_single_file(Path::new(&staging))
}

/// Everything the page is made of.
struct Parts {
    html: String,
    styles: String,
    modules: Vec<Module>,
    probe: String,
    boot: String,
    worker: String,
}

struct Module {
    name: &'static str,
    glue: String,
    wasm: Vec<u8>,
}

impl Parts {
    /// Reads trunk's output and removes from the folder what goes inline or gets another name.
    fn take_from(staging: &Path) -> Outcome<Self> {
        let html_file = staging.join("index.html");
        let html = read(&html_file)?;
        let mut styles = String::new();
        let mut kept_lines = Vec::new();
        // One style sheet in the order of index.html: one request instead of one per component.
        for line in html.lines() {
            match style_sheet_of(line) {
                Some(name) => styles.push_str(&without_comments(&take(&staging.join(name))?)),
                None if line.trim().is_empty() => {}
                None => kept_lines.push(line),
            }
        }
        let modules = MODULES
            .into_iter()
            .map(|name| {
                let wasm_file = staging.join(format!("{name}_bg.wasm"));
                let mut wasm =
                    std::fs::read(&wasm_file).map_err(|error| format!("{}: {error}", wasm_file.display()))?;
                std::fs::remove_file(&wasm_file)?;
                let mut glue = take(&staging.join(format!("{name}.js")))?;
                imports::shorten(&mut wasm, &mut glue)?;
                Ok(Module { name, glue: bare(&glue), wasm })
            })
            .collect::<Outcome<Vec<_>>>()?;
        let source = |name: &str| read(&shell::project_root().join("index").join(name));
        Ok(Self {
            html: kept_lines.join("\n") + "\n",
            styles,
            modules,
            probe: bare(&source("probe.js")?),
            boot: bare(&source("boot.js")?),
            worker: bare(&source("worker.js")?),
        })
    }

    /// The page for a web server: small HTML, hashed assets that may be cached for ever.
    fn write_hosted(&self, staging: &Path) -> Outcome {
        let assets = staging.join("assets");
        std::fs::create_dir_all(&assets)?;
        let mut sources = Vec::new();
        for Module { name, wasm, .. } in &self.modules {
            let file = format!("assets/{name}-{}.wasm", short_hash(wasm));
            std::fs::write(staging.join(&file), wasm)?;
            sources.push(format!("{name}: {{ url: \"{file}\", integrity: \"{}\" }}", integrity(wasm)));
        }
        let style_file = format!("assets/kernklant-{}.css", short_hash(self.styles.as_bytes()));
        std::fs::write(staging.join(&style_file), &self.styles)?;
        let style_link = format!(
            "<link rel=\"stylesheet\" href=\"{style_file}\" integrity=\"{}\">",
            integrity(self.styles.as_bytes())
        );
        let script = self.script(&sources.join(", "))?;
        let policy = Policy::hosted(&integrity(script.as_bytes()));
        let html = self.page(&policy.meta(), &style_link, "", &script)?;
        std::fs::write(staging.join("index.html"), html)?;
        hosting::write_all(staging, &policy)
    }

    /// The page as one file for `file://`: nothing is fetched, not even by itself.
    fn write_single_file(&self, staging: &Path) -> Outcome {
        let mut sources = Vec::new();
        let mut data = String::new();
        for Module { name, wasm, .. } in &self.modules {
            sources.push(format!("{name}: {{ element: \"kernklant-{name}\" }}"));
            let encoded = STANDARD.encode(wasm);
            // Not a script type: the browser keeps it as text, and no policy applies to it.
            data.extend([
                "<script type=\"application/wasm+base64\" id=\"kernklant-",
                name,
                "\">",
                &encoded,
                "</script>\n",
            ]);
        }
        let script = self.script(&sources.join(", "))?;
        let policy = Policy::single_file(&integrity(script.as_bytes()), &integrity(self.styles.as_bytes()));
        let style = format!("<style>{}</style>", self.styles);
        let html = self.page(&policy.meta(), &style, data.trim_end(), &script)?;
        Ok(std::fs::write(staging.join("kernklant.html"), html)?)
    }

    /// The one inline script: page glue, engine glue as text for the worker, probe and boot.
    fn script(&self, sources: &str) -> Outcome<String> {
        let glue = |name: &str| {
            let module = self.modules.iter().find(|module| module.name == name);
            module.map(|module| module.glue.clone()).ok_or_else(|| format!("no module {name}"))
        };
        let worker = [glue("engine")?, self.probe.clone(), self.worker.clone()].join("\n");
        let script = format!(
            "\"use strict\";(() => {{\nconst SOURCES = {{ {sources} }};\nconst WORKER_SOURCE = {};\n{}\n{}\n{}\n}})();",
            js_string(&worker),
            glue("app")?,
            self.probe,
            self.boot,
        );
        if script.contains("</script") || script.contains("<!--") {
            return Err("the boot script holds a mark that would end it early in HTML".into());
        }
        Ok(script)
    }

    fn page(&self, policy: &str, styles: &str, data: &str, script: &str) -> Outcome<String> {
        let mut html = self.html.clone();
        let script = format!("<script>{script}</script>");
        for (mark, text) in
            [(POLICY_MARK, policy), (STYLES_MARK, styles), (DATA_MARK, data), (BOOT_MARK, &script)]
        {
            if html.matches(mark).count() != 1 {
                return Err(format!("index.html must hold `{mark}` exactly once").into());
            }
            html = html.replacen(mark, text, 1);
        }
        Ok(html)
    }
}

fn read(file: &Path) -> Outcome<String> {
    Ok(std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?)
}

/// Reads a file that will not be part of the result.
fn take(file: &PathBuf) -> Outcome<String> {
    let text = read(file)?;
    std::fs::remove_file(file)?;
    Ok(text)
}

/// The file of a style sheet link as trunk writes it.
fn style_sheet_of(line: &str) -> Option<&str> {
    let line = line.trim();
    if !line.starts_with("<link") || !line.contains("rel=\"stylesheet\"") {
        return None;
    }
    let href = line.split("href=\"").nth(1)?.split('"').next()?;
    Some(href.trim_start_matches("./").trim_start_matches('/'))
}

/// A script without what only its readers need: indents, blank lines and lines of comment.
fn bare(script: &str) -> String {
    let script = without_comments(script);
    let lines =
        script.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Drops `/* … */`; brotli does the rest. No style sheet or script of ours holds the mark inside a string.
fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("/*") {
        kept.push_str(&rest[..start]);
        rest = rest[start..].find("*/").map_or("", |end| &rest[start + end + 2..]);
    }
    kept.push_str(rest);
    kept.lines().map(str::trim_end).filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
        + "\n"
}

/// Text as a JavaScript string that HTML cannot misread.
fn js_string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '<' => quoted.push_str("\\x3c"),
            '\r' => quoted.push_str("\\r"),
            '\u{2028}' => quoted.push_str("\\u2028"),
            '\u{2029}' => quoted.push_str("\\u2029"),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

fn short_hash(bytes: &[u8]) -> String {
    let mut hash = URL_SAFE_NO_PAD.encode(Sha256::digest(bytes)).replace(['-', '_'], "");
    hash.truncate(12);
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_everything_else_stays() {
        assert_eq!(
            without_comments("/* a */\np { color: red } /* b\n c */\n\nq {}\n"),
            "p { color: red }\nq {}\n"
        );
    }

    #[test]
    fn a_script_in_a_string_cannot_end_the_script_around_it() {
        assert_eq!(js_string("a\"b\\</script>\n\u{2028}"), "\"a\\\"b\\\\\\x3c/script>\\n\\u2028\"");
    }

    #[test]
    fn style_sheets_of_trunk_are_recognised() {
        let check = |line: &str, expected: Option<&str>| assert_eq!(style_sheet_of(line), expected, "{line}");
        check("<link rel=\"stylesheet\" href=\"./tokens.css\"/>", Some("tokens.css"));
        check("<link rel=\"icon\" href=\"data:x\">", None);
    }
}
