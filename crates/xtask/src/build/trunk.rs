//! Calls Trunk for one entry.

use std::path::Path;

use anyhow::Result;

use super::{Entry, Mode, clear};
use crate::places::Places;
use crate::process;
use crate::setup;

/// Compiles, binds, optimises and hashes one entry into its folder below `dist`.
pub fn build(places: &Places, mode: Mode, entry: &Entry, dist: &Path) -> Result<()> {
    // Snippets of one entry stay here and Trunk would ship them with the next.
    clear(&places.cargo_target.join("wasm-bindgen"))?;

    let mut trunk = std::process::Command::new("trunk");
    trunk.current_dir(&places.root).args(["build", "--color", "never"]);
    if mode == Mode::Release {
        trunk.args(["--release", "--cargo-profile", "wasm-release"]);
    }
    trunk.arg("--public-url").arg(entry.public_url);
    trunk.arg("--dist").arg(dist.join(entry.folder));
    trunk.arg(places.root.join("public").join(entry.page));
    // Its own environment variables would override Trunk.toml; NO_COLOR=1 is not a boolean to it.
    for name in ["TRUNK_TOOLS_WASM_OPT", "TRUNK_TOOLS_WASM_BINDGEN", "NO_COLOR"] {
        trunk.env_remove(name);
    }
    process::run(setup::with_tools(places, &mut trunk)?)
}
