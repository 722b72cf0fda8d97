//! `cargo xtask test`: every suite, and one last line that says how many passed and failed.

pub mod stage;
mod suites;
mod summary;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::clock::Stopwatch;
use crate::places::Places;
use suites::SUITES;
pub use summary::Counts;

/// Runs the named suites, or all. One that fails does not stop the next.
pub fn test(places: &Places, names: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = names.iter().find(|name| SUITES.iter().all(|s| s.name != name.as_str()))
    {
        let known: Vec<_> = SUITES.iter().map(|suite| suite.name).collect();
        bail!("no suite named {unknown}; there are: {}", known.join(" "));
    }
    let chosen = |name: &str| names.is_empty() || names.iter().any(|wanted| wanted == name);
    let whole = Stopwatch::start();
    let mut total = Counts::default();
    let mut lines = Vec::new();
    for suite in SUITES.iter().filter(|suite| chosen(suite.name)) {
        println!("\n== {}", suite.name);
        let watch = Stopwatch::start();
        let counts = (suite.run)(places).unwrap_or_else(|err| {
            eprintln!("error: {err:#}");
            Counts::FAILED
        });
        let line = format!("{:<7} {} in {watch}", suite.name, counts);
        println!("== {line}");
        lines.push((counts.failed > 0, line));
        total += counts;
    }
    println!("\nall suites in {whole}");
    for (failed, line) in lines {
        println!("  {} {line}", if failed { "✗" } else { "✓" });
    }
    println!("{total}");
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// An empty folder for one test of this crate.
#[cfg(test)]
pub fn scratch(name: &str) -> std::path::PathBuf {
    let dir = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
    if dir.exists() {
        std::fs::remove_dir_all(&dir).unwrap();
    }
    std::fs::create_dir_all(&dir).unwrap();
    dir
}
