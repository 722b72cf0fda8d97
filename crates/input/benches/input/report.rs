//! The table for a person and the report that `cargo xtask bench` reads.

use std::error::Error;
use std::fs;
use std::path::PathBuf;

/// One figure, with the gate it is held to.
pub struct Measure {
    what: String,
    measured: f64,
    unit: &'static str,
    gate: Option<Gate>,
}

#[derive(Clone, Copy)]
enum Gate {
    AtLeast(f64),
    AtMost(f64),
}

/// A figure that must not fall below `gate`.
pub fn at_least(what: &str, measured: f64, unit: &'static str, gate: f64) -> Measure {
    Measure { what: what.to_owned(), measured, unit, gate: Some(Gate::AtLeast(gate)) }
}

/// A figure that must not rise above `gate`.
pub fn at_most(what: &str, measured: f64, unit: &'static str, gate: f64) -> Measure {
    Measure { what: what.to_owned(), measured, unit, gate: Some(Gate::AtMost(gate)) }
}

/// A figure without a gate.
pub fn plain(what: &str, measured: f64, unit: &'static str) -> Measure {
    Measure { what: what.to_owned(), measured, unit, gate: None }
}

impl Measure {
    fn gate(&self) -> String {
        match self.gate {
            None => String::new(),
            Some(Gate::AtLeast(gate)) => format!("≥ {gate}"),
            Some(Gate::AtMost(gate)) => format!("≤ {gate}"),
        }
    }

    /// Whether its gate, if it has one, holds.
    pub fn holds(&self) -> bool {
        match self.gate {
            None => true,
            Some(Gate::AtLeast(gate)) => self.measured >= gate,
            Some(Gate::AtMost(gate)) => self.measured <= gate,
        }
    }
}

/// Prints every figure.
#[expect(clippy::print_stdout, reason = "this is for reading")]
pub fn print(measures: &[Measure]) {
    for measure in measures {
        let verdict = if measure.holds() { "" } else { "FAILS" };
        let Measure { what, measured, unit, .. } = measure;
        println!("{what:<50} {measured:>8.2} {unit:<2} {:<7} {verdict}", measure.gate());
    }
}

/// Writes the report where the caller wants it.
pub fn write(measures: &[Measure]) -> Result<(), Box<dyn Error>> {
    let Some(path) = std::env::var_os("PETITION_BENCH_REPORT").map(PathBuf::from) else {
        return Ok(());
    };
    let rows = measures.iter().map(|measure| {
        serde_json::json!({
            "what": measure.what, "measured": measure.measured, "unit": measure.unit,
            "gate": measure.gate(), "holds": measure.holds(),
        })
    });
    let report = serde_json::json!({ "measures": rows.collect::<Vec<_>>() });
    fs::write(path, serde_json::to_string_pretty(&report)?)?;
    Ok(())
}
