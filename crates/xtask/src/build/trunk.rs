//! Calls Trunk for one entry.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{Entry, Mode, clear};
use crate::places::Places;
use crate::process;
use crate::setup;

/// Compiles, binds, optimises and hashes one entry into its folder below `dist`.
pub fn build(places: &Places, mode: Mode, entry: &Entry, dist: &Path) -> Result<()> {
    // Snippets of one entry stay here and Trunk would ship them with the next.
    clear(&places.cargo_target.join("wasm-bindgen"))?;

    let mut trunk = Command::new("trunk");
    trunk.current_dir(&places.root).args(["build", "--color", "never"]);
    if mode == Mode::Release {
        trunk.args(["--release", "--cargo-profile", "wasm-release"]);
        trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remapped(&registry()?)?);
    }
    trunk.arg("--public-url").arg(entry.public_url);
    trunk.arg("--dist").arg(dist.join(entry.folder));
    trunk.arg(places.root.join("public").join(entry.page));
    // Its own environment variables would override Trunk.toml; NO_COLOR=1 is not a boolean to it.
    for name in ["TRUNK_TOOLS_WASM_OPT", "TRUNK_TOOLS_WASM_BINDGEN", "NO_COLOR"] {
        trunk.env_remove(name);
    }
    trunk.env("RUST_BACKTRACE", "0").env("RUST_LOG", "warn");
    process::run(setup::with_tools(places, &mut trunk)?)
}

/// Where cargo unpacks dependencies.
fn registry() -> Result<PathBuf> {
    let home = match env::var_os("CARGO_HOME") {
        Some(home) => PathBuf::from(home),
        None => PathBuf::from(env::var_os("HOME").context("HOME is not set")?).join(".cargo"),
    };
    Ok(home.join("registry/src"))
}

/// Flags that cut this machine's folders from the panic messages: two machines then build the
/// same bytes, and a kiosk does not tell where it was built. Cargo adds them to the flags of
/// `.cargo/config.toml`.
fn remapped(registry: &Path) -> Result<String> {
    let mut flags = Vec::new();
    if registry.is_dir() {
        for index in fs::read_dir(registry)? {
            flags.push(format!("--remap-path-prefix={}=crates", index?.path().display()));
        }
    }
    flags.sort();
    Ok(flags.join(" "))
}
