//! The sizes of a first visit as brotli carries them: the page, which shows something, and the engine behind it.

use std::path::PathBuf;

use crate::{Outcome, build, shell};

/// kB (1000 bytes) with brotli that each part may take.
const PARTS: [Part; 2] = [Part { name: "page", budget: 250.0 }, Part { name: "engine", budget: 900.0 }];

/// Files that are needed for one purpose.
struct Part {
    name: &'static str,
    budget: f64,
}

impl Part {
    /// HTML, styles and the page's module make the page; the worker's module is the engine.
    fn holds(&self, file: &str) -> bool {
        file.starts_with("assets/engine-") == (self.name == "engine")
    }
}

/// One file of a first visit, in bytes.
struct Weighed {
    name: String,
    plain: u64,
    compressed: u64,
}

/// Compressed size of each file of a first visit.
pub struct FirstLoad {
    files: Vec<Weighed>,
}

impl FirstLoad {
    fn kilobytes(&self, part: &Part) -> f64 {
        let files = self.files.iter().filter(|file| part.holds(&file.name));
        files.map(|file| file.compressed).sum::<u64>() as f64 / 1000.0
    }

    /// How many parts keep to their budget and how many do not.
    pub fn verdict(&self) -> (u64, u64) {
        let kept = PARTS.iter().filter(|part| self.kilobytes(part) <= part.budget).count() as u64;
        (kept, PARTS.len() as u64 - kept)
    }
}

impl std::fmt::Display for FirstLoad {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for Weighed { name, plain, compressed } in &self.files {
            let (plain, compressed) = (*plain as f64 / 1000.0, *compressed as f64 / 1000.0);
            writeln!(out, "{plain:>9.1} kB  {compressed:>9.1} kB brotli  {name}")?;
        }
        let lines = PARTS.iter().map(|part| {
            let size = self.kilobytes(part);
            let verdict = if size <= part.budget { "" } else { "  TOO LARGE" };
            let Part { name, budget } = part;
            format!("{name}: {size:.1} kB with brotli; at most {budget:.0} kB{verdict}")
        });
        write!(out, "{}", lines.collect::<Vec<_>>().join("\n"))
    }
}

/// Measures `dist/`.
pub fn measure() -> Outcome<FirstLoad> {
    let dist = build::dist();
    let mut paths: Vec<PathBuf> = vec![dist.join("index.html")];
    for entry in std::fs::read_dir(dist.join("assets"))? {
        paths.push(entry?.path());
    }
    paths.sort();
    let script = "const z=require('node:zlib'),f=require('node:fs');for(const p of process.argv.slice(1)){const b=f.readFileSync(p);\
        console.log(z.brotliCompressSync(b,{params:{[z.constants.BROTLI_PARAM_QUALITY]:11,[z.constants.BROTLI_PARAM_SIZE_HINT]:b.length}}).length)}";
    let output = shell::quietly(shell::command("node").args(["-e", script]).args(&paths))
        .ok_or("node could not compress the page")?;
    let compressed: Vec<u64> = output.lines().map(str::parse).collect::<Result<_, _>>()?;
    let mut files = Vec::new();
    for (path, size) in paths.iter().zip(compressed) {
        let name = path.strip_prefix(&dist).unwrap_or(path).display().to_string();
        files.push(Weighed { name, plain: std::fs::metadata(path)?.len(), compressed: size });
    }
    Ok(FirstLoad { files })
}
