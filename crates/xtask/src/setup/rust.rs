//! The wasm target of the compiler in use.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use super::{Need, Step};
use crate::places::Places;
use crate::process;

const TARGET: &str = "wasm32-unknown-unknown";

/// The target, when a command compiles for it and it is not there.
pub fn missing(_places: &Places, needs: &[Need]) -> Result<Option<Step>> {
    if !needs.iter().any(|need| matches!(need, Need::WasmTarget | Need::FrontEnd)) {
        return Ok(None);
    }
    let sysroot = process::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(None);
    }
    if process::which("rustup").is_none() {
        bail!("the target {TARGET} is missing and there is no rustup to add it");
    }
    Ok(Some(Step {
        what: format!("Rust target {TARGET}"),
        usually: "downloading, usually under a minute",
        install: Box::new(|places| {
            // In the checkout, so that a toolchain file there decides which toolchain gets it.
            let mut rustup = Command::new("rustup");
            process::run(rustup.current_dir(&places.root).args(["target", "add", TARGET]))
        }),
    }))
}
