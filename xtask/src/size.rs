//! The size of a first visit: page, styles and both modules, as brotli carries them.

use std::path::PathBuf;

use crate::{Outcome, build, shell};

/// kB (1000 bytes) that a first visit should take.
const GOAL_KB: f64 = 350.0;
/// What it takes today, with a little room: the test that fails when it grows. Lower it with every step to the goal.
const BUDGET_KB: f64 = 560.0;

/// Compressed size of each file of a first visit.
pub struct FirstLoad {
    files: Vec<(String, u64, u64)>,
}

impl FirstLoad {
    fn kilobytes(&self) -> f64 {
        self.files.iter().map(|(_, _, compressed)| *compressed).sum::<u64>() as f64 / 1000.0
    }

    /// Whether the page keeps to its budget.
    pub fn fits(&self) -> bool {
        self.kilobytes() <= BUDGET_KB
    }
}

impl std::fmt::Display for FirstLoad {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (name, plain, compressed) in &self.files {
            writeln!(
                out,
                "{:>9.1} kB  {:>9.1} kB brotli  {name}",
                *plain as f64 / 1000.0,
                *compressed as f64 / 1000.0
            )?;
        }
        write!(
            out,
            "first load: {:.1} kB with brotli; at most {BUDGET_KB:.0} kB, goal {GOAL_KB:.0} kB",
            self.kilobytes()
        )
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
        files.push((name, std::fs::metadata(path)?.len(), size));
    }
    Ok(FirstLoad { files })
}
