//! What a benchmark of the front end leaves for `cargo xtask bench` to read.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;
use serde_json::{Value, json};

use crate::places;

/// Writes the ratios that the benchmark `name` has measured.
pub fn write(name: &str, ratios: &[Value]) -> Result<()> {
    let file = std::env::var_os("PETITION_BENCH_REPORT").map_or_else(
        || places::root().join(format!("target/report/bench-{name}.json")),
        PathBuf::from,
    );
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let report = json!({"ratios": ratios});
    Ok(fs::write(file, serde_json::to_string_pretty(&report)?)?)
}
