//! What a benchmark of the front end leaves for `cargo xtask bench` to read.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::places;

/// A part of the slowest of `times` in milliseconds, 0.5 for the median, as the row of a bench on a
/// page slowed down four times; it may take `gate` milliseconds.
pub fn at_a_quarter(
    what: &str,
    (name, part): (&str, f64),
    times: &[f64],
    gate: f64,
) -> Result<Value> {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few thousand times"
    )]
    let position = (sorted.len() as f64 * part) as usize;
    let ours = *sorted.get(position).context("nothing was measured")?;
    println!("{what}, {name} of {}: {ours:.2} ms, at most {gate}", sorted.len());
    Ok(json!({
        "what": format!("{what} at a quarter of the CPU, {name}"),
        "ours": ours, "reference": gate, "unit": "ms",
        "ratio": ours / gate, "gate": 1.0, "holds": ours <= gate,
    }))
}

/// The middle of what was measured.
pub const MEDIAN: (&str, f64) = ("median", 0.5);
/// What one in a hundred exceeds.
pub const P99: (&str, f64) = ("p99", 0.99);

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
