//! `cargo xtask bench`: ratios of two things measured in one run, or plain measures, with gates.

use std::fmt::Write;
use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::clock::Stopwatch;
use crate::places::Places;
use crate::process;
use crate::setup::{self, Need};
use crate::test::stage::Stage;

const NAMES: &[&str] = &["first-load", "handwriting", "input", "keystroke", "search", "server"];

#[derive(Deserialize)]
struct Report {
    #[serde(default)]
    ratios: Vec<Ratio>,
    #[serde(default)]
    measures: Vec<Measure>,
}

/// A figure that stands by itself.
#[derive(Deserialize)]
struct Measure {
    what: String,
    measured: f64,
    unit: String,
    /// What it has to be, in words; empty where it may be anything.
    gate: String,
    holds: bool,
}

/// One row of a report.
#[derive(Deserialize)]
struct Ratio {
    what: String,
    ours: f64,
    reference: f64,
    unit: String,
    #[serde(rename = "ratio")]
    quotient: f64,
    gate: f64,
    holds: bool,
}

/// Runs the named benchmarks, or all, and fails when a gate does not hold.
pub fn bench(places: &Places, names: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = names.iter().find(|name| !NAMES.contains(&name.as_str())) {
        bail!("no benchmark named {unknown}; there are: {}", NAMES.join(" "));
    }
    fs::create_dir_all(&places.report)?;
    let mut all_hold = true;
    for name in NAMES.iter().filter(|n| names.is_empty() || names.iter().any(|w| w == *n)) {
        let watch = Stopwatch::start();
        let file = places.report.join(format!("bench-{name}.json"));
        // A benchmark that dies must not leave the numbers of the last run.
        if file.exists() {
            fs::remove_file(&file)?;
        }
        let mut cargo = process::cargo(&places.root);
        if *name == "server" {
            setup::ensure(places, &[Need::Load])?;
            cargo.args(["bench", "--package", "petition-server", "--bench", "server"]);
        } else if ["handwriting", "input"].contains(name) {
            cargo.args(["bench", "--package", "petition-input", "--bench", name]);
        } else {
            let stage = Stage::set(places)?;
            stage.environment(&mut cargo);
            let test = format!("bench_{}", name.replace('-', "_"));
            cargo.args(["test", "--package", "petition-tests", "--test", test.as_str()]);
            cargo.args(["--", "--ignored", "--nocapture"]);
        }
        process::run(cargo.env("PETITION_BENCH_REPORT", &file))?;
        let text = fs::read_to_string(&file)
            .with_context(|| format!("bench {name} wrote no {}", file.display()))?;
        let (table, holds) = table(&text)?;
        println!("\n{name}, {watch}\n{table}");
        all_hold &= holds;
    }
    Ok(if all_hold { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The rows for a person, and whether every gate holds.
fn table(report: &str) -> Result<(String, bool)> {
    let report: Report = serde_json::from_str(report)?;
    if report.ratios.is_empty() && report.measures.is_empty() {
        bail!("the report measures nothing");
    }
    let mut table = String::new();
    if !report.ratios.is_empty() {
        table.push_str(
            "| what | ours | reference | ratio | gate | |\n|---|---:|---:|---:|---:|---|\n",
        );
    }
    for row in &report.ratios {
        let Ratio { what, ours, reference, unit, quotient, gate, holds } = row;
        let verdict = verdict(*holds);
        writeln!(
            table,
            "| {what} | {ours:.1} {unit} | {reference:.1} {unit} \
             | {quotient:.2} | {gate:.2} | {verdict} |"
        )?;
    }
    if !report.measures.is_empty() {
        table.push_str("| what | measured | gate | |\n|---|---:|---:|---|\n");
    }
    for Measure { what, measured, unit, gate, holds } in &report.measures {
        let verdict = if gate.is_empty() { "" } else { verdict(*holds) };
        writeln!(table, "| {what} | {measured:.2} {unit} | {gate} | {verdict} |")?;
    }
    let all_hold =
        report.ratios.iter().all(|row| row.holds) && report.measures.iter().all(|row| row.holds);
    Ok((table, all_hold))
}

fn verdict(holds: bool) -> &'static str {
    if holds { "holds" } else { "FAILS" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_gate_that_fails_fails_the_whole() {
        let row = |holds: bool| {
            format!(
                r#"{{"what":"reads","ours":2,"reference":4,"unit":"/s","ratio":0.5,"gate":0.35,"holds":{holds}}}"#
            )
        };
        let report = |a, b| format!(r#"{{"ratios":[{},{}]}}"#, row(a), row(b));
        let (text, holds) = table(&report(true, true)).unwrap();
        assert!(
            holds && text.contains("| reads | 2.0 /s | 4.0 /s | 0.50 | 0.35 | holds |"),
            "{text}"
        );
        assert!(!table(&report(true, false)).unwrap().1);
        assert!(table(r#"{"ratios":[]}"#).is_err(), "nothing measured is not a pass");
    }

    #[test]
    fn a_measure_has_its_own_gate() {
        let report = |holds: bool| {
            format!(
                r#"{{"measures":[{{"what":"words","measured":88.5,"unit":"%","gate":"≥ 89","holds":{holds}}}]}}"#
            )
        };
        let (text, holds) = table(&report(false)).unwrap();
        assert!(!holds && text.contains("| words | 88.50 % | ≥ 89 | FAILS |"), "{text}");
        assert!(table(&report(true)).unwrap().1);
    }
}
