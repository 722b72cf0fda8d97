//! The parts of the toolchain that a minimal installation lacks.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use super::{Need, Step};
use crate::places::Places;
use crate::process;

const TARGET: &str = "wasm32-unknown-unknown";

/// The wasm target, rustfmt and clippy, where a command uses them and they are not there.
pub fn missing(places: &Places, needs: &[Need]) -> Result<Vec<Step>> {
    let mut steps = Vec::new();
    if needs.iter().any(|need| matches!(need, Need::WasmTarget | Need::FrontEnd)) {
        let sysroot = process::output(Command::new("rustc").args(["--print", "sysroot"]))?;
        let libraries = Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).join("lib");
        if !libraries.is_dir() {
            steps.push(step("target", TARGET)?);
        }
    }
    if needs.contains(&Need::Lints) {
        for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
            if !process::succeeds(process::cargo(&places.root).args([subcommand, "--version"])) {
                steps.push(step("component", component)?);
            }
        }
    }
    Ok(steps)
}

fn step(kind: &'static str, name: &'static str) -> Result<Step> {
    if process::which("rustup").is_none() {
        bail!("the Rust {kind} {name} is missing and there is no rustup to add it");
    }
    Ok(Step {
        what: format!("Rust {kind} {name}"),
        usually: "downloading, usually under a minute",
        install: Box::new(move |places| {
            // In the checkout, so that a toolchain file there decides which toolchain gets it.
            let mut rustup = Command::new("rustup");
            process::run(rustup.current_dir(&places.root).args([kind, "add", name]))
        }),
    })
}
