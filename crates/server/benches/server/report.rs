//! The report that `cargo xtask bench` reads.

use std::path::PathBuf;

/// One ratio.
#[derive(Clone)]
pub struct Row {
    pub what: &'static str,
    pub ours: f64,
    pub reference: f64,
    pub unit: &'static str,
    pub gate: f64,
}

/// The row of the pair with the middle ratio.
pub fn middle(what: &'static str, gate: f64, mut rounds: Vec<(f64, f64)>) -> Row {
    rounds.sort_by(|a, b| (a.0 / a.1).total_cmp(&(b.0 / b.1)));
    let ratios: Vec<String> = rounds.iter().map(|(a, b)| format!("{:.2}", a / b)).collect();
    println!("{what}: {}\n", ratios.join(" "));
    let (ours, reference) = *rounds.get(rounds.len() / 2).unwrap();
    Row { what, ours, reference, unit: "/s", gate }
}

/// Writes the report and says where.
pub fn write(rows: &[Row]) {
    let ratios: Vec<_> = rows
        .iter()
        .map(|Row { what, ours, reference, unit, gate }| {
            let ratio = ours / reference;
            println!("{what}: {ratio:.2} (gate {gate:.2})");
            serde_json::json!({
                "what": what, "ours": ours, "reference": reference, "unit": unit,
                "ratio": ratio, "gate": gate, "holds": ratio >= *gate,
            })
        })
        .collect();
    let path = std::env::var_os("PETITION_BENCH_REPORT").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/report/bench-server.json"),
        PathBuf::from,
    );
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let report = serde_json::json!({ "ratios": ratios });
    std::fs::write(&path, serde_json::to_string_pretty(&report).unwrap()).unwrap();
}
