//! Where things are: the checkout, cargo's output, the cache that outlives both.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::process;

/// Every folder the subcommands read or write.
pub struct Places {
    /// The checkout.
    pub root: PathBuf,
    /// Cargo's own output, which a CI keeps outside the checkout.
    pub cargo_target: PathBuf,
    /// What a server serves; always in the checkout.
    pub dist: PathBuf,
    /// Sizes and benchmarks as JSON; always in the checkout.
    pub report: PathBuf,
    /// Installed tools and compressed files, shared by every checkout of this user.
    pub cache: PathBuf,
}

#[derive(Deserialize)]
struct Metadata {
    target_directory: PathBuf,
}

impl Places {
    /// Looks around: the checkout is the one this command was started in.
    pub fn find() -> Result<Self> {
        let root = checkout()?;
        let mut metadata = process::cargo(&root);
        metadata.args(["metadata", "--no-deps", "--format-version", "1"]);
        let metadata: Metadata = serde_json::from_str(&process::output(&mut metadata)?)?;
        Ok(Self {
            cargo_target: metadata.target_directory,
            dist: root.join("target/dist"),
            report: root.join("target/report"),
            cache: cache()?,
            root,
        })
    }

    /// `./target`, wherever cargo itself writes.
    pub fn local_target(&self) -> PathBuf {
        self.root.join("target")
    }
}

/// Asked at run time, not compile time: two clones may share one target folder, and the binary
/// cargo finds there may have been compiled from the other clone.
fn checkout() -> Result<PathBuf> {
    let start = match env::var_os("CARGO_MANIFEST_DIR") {
        Some(dir) => PathBuf::from(dir),
        None => env::current_dir()?,
    };
    start
        .ancestors()
        .find(|dir| is_checkout(dir))
        .map(Path::to_path_buf)
        .context("not inside a checkout: no folder above holds Trunk.toml and crates/xtask")
}

fn is_checkout(dir: &Path) -> bool {
    dir.join("Trunk.toml").is_file() && dir.join("crates/xtask").is_dir()
}

fn cache() -> Result<PathBuf> {
    if let Some(dir) = env::var_os("PETITION_CACHE").filter(|dir| !dir.is_empty()) {
        return std::path::absolute(PathBuf::from(dir)).context("PETITION_CACHE");
    }
    if let Some(dir) = env::var_os("XDG_CACHE_HOME").filter(|dir| !dir.is_empty()) {
        return Ok(PathBuf::from(dir).join("petition-kiosk"));
    }
    let home = env::var_os("HOME").context("neither PETITION_CACHE nor HOME is set")?;
    Ok(PathBuf::from(home).join(".cache/petition-kiosk"))
}
