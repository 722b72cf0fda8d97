//! Tools that cargo compiles, kept outside every checkout.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::versions::{CARGO_DENY, TRUNK, WASM_BINDGEN, rustc_version};
use super::{Need, Step, install_into, remove};
use crate::clock::Stopwatch;
use crate::places::Places;
use crate::process::{self, Line};

struct Tool {
    /// The package.
    name: &'static str,
    version: &'static str,
    /// The program it installs.
    program: &'static str,
    arguments: &'static [&'static str],
    usually: &'static str,
    /// About how many crates that is, to show how far it is.
    crates: usize,
}

const TOOLS: &[Tool] = &[
    Tool {
        name: "wasm-bindgen-cli",
        version: WASM_BINDGEN,
        program: "wasm-bindgen",
        arguments: &[],
        usually: "compiling, usually 1-3 min",
        crates: 190,
    },
    Tool {
        name: "trunk",
        version: TRUNK,
        program: "trunk",
        // Its default features are a download client and an update check; we want neither.
        arguments: &["--no-default-features"],
        usually: "compiling, usually 4-10 min",
        crates: 390,
    },
    Tool {
        name: "cargo-deny",
        version: CARGO_DENY,
        program: "cargo-deny",
        arguments: &[],
        usually: "compiling, usually 2-5 min",
        crates: 330,
    },
];

impl Tool {
    fn home(&self, places: &Places, rustc: &str) -> PathBuf {
        places.cache.join(format!("tools/{}-{}-rustc-{rustc}", self.name, self.version))
    }

    fn is_for(&self, need: Need) -> bool {
        match need {
            Need::FrontEnd => self.name != "cargo-deny",
            Need::Deny => self.name == "cargo-deny",
            _ => false,
        }
    }
}

/// A step for each tool that a command uses and that is not there.
pub fn missing(places: &Places, needs: &[Need]) -> Result<Vec<Step>> {
    let rustc = rustc_version()?;
    let wanted = TOOLS.iter().filter(|tool| needs.iter().any(|need| tool.is_for(*need)));
    Ok(wanted
        .map(|tool| (tool, tool.home(places, &rustc)))
        .filter(|(tool, home)| !home.join("bin").join(tool.program).is_file())
        .map(|(tool, home)| Step {
            what: format!("{} {}", tool.name, tool.version),
            usually: tool.usually,
            install: Box::new(move |places| install_into(&home, |dir| install(places, tool, dir))),
        })
        .collect())
}

/// The folders of all of them, for the PATH.
pub fn bin_dirs(places: &Places) -> Result<Vec<PathBuf>> {
    let rustc = rustc_version()?;
    Ok(TOOLS.iter().map(|tool| tool.home(places, &rustc).join("bin")).collect())
}

fn install(places: &Places, tool: &Tool, into: &Path) -> Result<()> {
    // wasm-bindgen-cli 0.2.130 was published with a lock file that can name a missing version.
    if !compile(places, tool, into, true)? {
        println!("    its own lock file cannot be used here, trying without it");
        if !compile(places, tool, into, false)? {
            bail!("cargo install {} {} failed, see above", tool.name, tool.version);
        }
    }
    remove(&build_dir(places))
}

fn build_dir(places: &Places) -> PathBuf {
    places.cache.join("tools/build")
}

fn compile(places: &Places, tool: &Tool, into: &Path, locked: bool) -> Result<bool> {
    let build_dir = build_dir(places);
    fs::create_dir_all(&build_dir)?;
    // Started in the cache: the checkout's .cargo/config.toml is not for tools.
    let mut cargo = process::cargo(&build_dir);
    cargo.args(["install", tool.name, "--version", tool.version]).args(tool.arguments);
    cargo.arg("--root").arg(into).arg("--target-dir").arg(&build_dir);
    if locked {
        cargo.arg("--locked");
    }
    // These tools run for seconds; compiling them fast matters more than their own speed.
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    cargo.env("CARGO_PROFILE_RELEASE_LTO", "off");
    cargo.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    cargo.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS");
    cargo.env("CARGO_TERM_COLOR", "never");

    let watch = Stopwatch::start();
    let mut compiled = 0;
    let mut said = Vec::new();
    let success = process::lines(&mut cargo, |line| {
        let (Line::Out(text) | Line::Err(text)) = line;
        if text.trim_start().starts_with("Compiling ") {
            compiled += 1;
            if compiled % 40 == 0 {
                println!("    {compiled} of about {} crates, {watch}", tool.crates);
            }
        } else if !text.trim_start().starts_with("Download") {
            said.push(text.clone());
        }
    })?;
    if !success {
        for line in said {
            eprintln!("    {line}");
        }
    }
    Ok(success)
}

#[cfg(test)]
mod tests {
    use super::super::versions::NPM_MANIFEST;
    use super::*;

    #[test]
    fn bindgen_tool_and_crate_are_the_same_version() {
        let manifest = include_str!("../../../../Cargo.toml");
        assert!(manifest.contains(&format!("wasm-bindgen = \"={WASM_BINDGEN}\"")));
        let trunk = include_str!("../../../../Trunk.toml");
        assert!(trunk.contains(&format!("wasm_bindgen = \"{WASM_BINDGEN}\"")));
        assert!(NPM_MANIFEST.contains("\"binaryen\": \"132."));
        assert!(trunk.contains("wasm_opt = \"version_132\""));
    }
}
