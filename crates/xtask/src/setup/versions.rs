//! The pinned versions, in one place.

use std::process::Command;

use anyhow::{Context, Result};

use crate::process;

/// Builds the front end. 0.22 wants a newer compiler.
pub const TRUNK: &str = "0.21.14";
/// Must equal the `wasm-bindgen` crate of Cargo.toml.
pub const WASM_BINDGEN: &str = "0.2.130";
/// Checks licences, bans and sources.
pub const CARGO_DENY: &str = "0.20.2";
/// Finds what the API does not keep of its own description.
pub const SCHEMATHESIS: &str = "4.32.5";
/// npm's packages with their hashes: wasm-opt, the division table, the accessibility rules.
pub const NPM_MANIFEST: &str = include_str!("../../npm/package.json");
/// The lock file beside it.
pub const NPM_LOCK: &str = include_str!("../../npm/package-lock.json");

/// `1.95.0`: part of the name of what was compiled with it.
pub fn rustc_version() -> Result<String> {
    let text = process::output(Command::new("rustc").arg("--version"))?;
    text.split_whitespace().nth(1).map(str::to_owned).context("rustc --version says nothing")
}
