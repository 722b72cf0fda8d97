//! Where things are: handed over by `cargo xtask test`, guessed when a test is run by hand.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The checkout.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

fn given(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}

/// The built server.
pub fn server() -> Result<PathBuf> {
    let built = |folder: &str| root().join("target").join(folder).join("petition-server");
    given("PETITION_SERVER_BIN")
        .or_else(|| ["release", "debug"].map(built).into_iter().find(|file| file.is_file()))
        .context("no petition-server: set PETITION_SERVER_BIN or run `cargo xtask test e2e`")
}

/// What the server serves.
pub fn dist() -> PathBuf {
    given("PETITION_DIST").unwrap_or_else(|| root().join("target/dist"))
}

/// The office's content files, where they are not among what is served.
pub fn content() -> Option<PathBuf> {
    given("PETITION_CONTENT")
}

/// The accessibility checker, a script.
pub fn axe() -> Result<PathBuf> {
    let below_npm = || root().join("crates/xtask/npm/node_modules/axe-core/axe.min.js");
    let cached = || {
        let cache = given("PETITION_CACHE").or_else(|| {
            let base = given("XDG_CACHE_HOME").or(given("HOME").map(|home| home.join(".cache")))?;
            Some(base.join("petition-kiosk"))
        })?;
        files_named(&cache, "axe.min.js", 6)
    };
    given("PETITION_AXE")
        .or_else(|| Some(below_npm()).filter(|file| file.is_file()))
        .or_else(cached)
        .context("no axe.min.js: set PETITION_AXE")
}

fn files_named(folder: &Path, name: &str, depth: usize) -> Option<PathBuf> {
    let here = folder.join(name);
    if here.is_file() {
        return Some(here);
    }
    let below = depth.checked_sub(1)?;
    let entries = std::fs::read_dir(folder).ok()?;
    entries
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .find_map(|entry| files_named(&entry.path(), name, below))
}

/// The program that drives the browser.
pub fn chromedriver() -> Result<PathBuf> {
    given("PETITION_CHROMEDRIVER")
        .or_else(|| on_path(&["chromedriver"]))
        .context("no chromedriver: set PETITION_CHROMEDRIVER")
}

/// The browser.
pub fn chromium() -> Result<PathBuf> {
    given("PETITION_CHROMIUM")
        .or_else(|| on_path(&["chromium", "chromium-browser", "google-chrome"]))
        .context("no chromium: set PETITION_CHROMIUM")
}

/// Where pictures of failed tests go.
pub fn failures() -> PathBuf {
    root().join("target/e2e-failures")
}

/// Where the pictures of the gallery go.
pub fn gallery() -> PathBuf {
    given("PETITION_GALLERY").unwrap_or_else(|| root().join("target/gallery"))
}
