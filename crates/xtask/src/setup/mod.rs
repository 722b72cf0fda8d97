//! Installing what is missing, and only what the command at hand needs.

mod cargo_tools;
mod debian;
mod node;
mod python;
mod rust;
mod versions;

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::clock::Stopwatch;
use crate::places::Places;
pub use versions::rustc_version;

/// What a command cannot do without.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    /// rustfmt and clippy.
    Lints,
    /// Only the wasm target, for checks.
    WasmTarget,
    /// Trunk and what it calls.
    FrontEnd,
    /// Chromium with its driver, fonts, and the readers of what it prints.
    Browser,
    /// cargo-deny.
    Deny,
    /// schemathesis.
    Schemathesis,
    /// The load generator.
    Load,
}

impl Need {
    /// Everything `cargo xtask setup` installs. The load generator is only for benchmarks.
    pub const ALL: &[Self] =
        &[Self::Lints, Self::FrontEnd, Self::Browser, Self::Deny, Self::Schemathesis];
}

/// One thing that is missing.
struct Step {
    what: String,
    /// How long it usually takes, printed before the wait and not after it.
    usually: &'static str,
    install: Install,
}

type Install = Box<dyn Fn(&Places) -> Result<()>>;

/// Installs whatever of `needs` is missing; says nothing when nothing is.
pub fn ensure(places: &Places, needs: &[Need]) -> Result<()> {
    if missing(places, needs)?.is_empty() {
        return Ok(());
    }
    let _lock = lock(&places.cache.join("setup.lock"), "another setup")?;
    // Whoever held the lock may have installed some of it.
    let steps = missing(places, needs)?;
    let watch = Stopwatch::start();
    for (done, step) in steps.iter().enumerate() {
        println!("[{}/{}] {} … {}", done + 1, steps.len(), step.what, step.usually);
        let watch = Stopwatch::start();
        (step.install)(places).with_context(|| format!("cannot install {}", step.what))?;
        println!("[{}/{}] {} installed in {watch}", done + 1, steps.len(), step.what);
    }
    if !steps.is_empty() {
        println!("setup took {watch}");
    }
    Ok(())
}

fn missing(places: &Places, needs: &[Need]) -> Result<Vec<Step>> {
    let mut steps = Vec::new();
    steps.extend(debian::missing(needs)?);
    steps.extend(rust::missing(places, needs)?);
    steps.extend(node::missing(places, needs)?);
    steps.extend(python::missing(places, needs));
    steps.extend(cargo_tools::missing(places, needs)?);
    Ok(steps)
}

/// Takes a file lock, saying so when another process has it. Freed on drop, also by a crash.
pub fn lock(path: &Path, holder: &str) -> Result<File> {
    if let Some(dir) = path.parent() {
        fs::create_dir_all(dir).with_context(|| format!("cannot create {}", dir.display()))?;
    }
    let file = File::create(path).with_context(|| format!("cannot open {}", path.display()))?;
    if file.try_lock().is_err() {
        println!("waiting for {holder} to finish");
        file.lock().with_context(|| format!("cannot lock {}", path.display()))?;
    }
    Ok(file)
}

/// Installs into a temporary folder beside `to`, then renames: an install that was cut off is
/// never taken for a complete one.
fn install_into(to: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let parent = to.parent().context("no folder to install into")?;
    fs::create_dir_all(parent)?;
    let mut name = to.file_name().context("no name to install as")?.to_os_string();
    name.push(".partial");
    let partial = parent.join(name);
    remove(&partial)?;
    fs::create_dir_all(&partial)?;
    fill(&partial)?;
    remove(to)?;
    fs::rename(&partial, to).with_context(|| format!("cannot rename to {}", to.display()))
}

fn remove(dir: &Path) -> Result<()> {
    if dir.exists() {
        fs::remove_dir_all(dir).with_context(|| format!("cannot remove {}", dir.display()))?;
    }
    Ok(())
}

/// Puts our own tools before everything else on the PATH of `command`: Debian's wasm-opt breaks
/// the table of references and must lose.
pub fn with_tools<'c>(places: &Places, command: &'c mut Command) -> Result<&'c mut Command> {
    Ok(command.env("PATH", tools_path(places)?))
}

fn tools_path(places: &Places) -> Result<OsString> {
    let mut dirs = vec![node::modules(places).join("binaryen/bin")];
    dirs.extend(cargo_tools::bin_dirs(places)?);
    if let Some(path) = env::var_os("PATH") {
        dirs.extend(env::split_paths(&path));
    }
    env::join_paths(dirs).context("a tool folder has a ':' in its name")
}

/// Where npm's packages are.
pub fn node_modules(places: &Places) -> PathBuf {
    node::modules(places)
}

/// The schemathesis program.
pub fn schemathesis(places: &Places) -> PathBuf {
    python::program(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::scratch;

    #[test]
    fn an_install_cut_off_leaves_nothing_that_looks_complete() {
        let root = scratch("install");
        let to = root.join("tool-1.0");
        let failed = install_into(&to, |dir| {
            fs::write(dir.join("half"), "x")?;
            anyhow::bail!("cut off")
        });
        assert!(failed.is_err());
        assert!(!to.exists());

        install_into(&to, |dir| Ok(fs::write(dir.join("whole"), "x")?)).unwrap();
        assert!(to.join("whole").exists());
        assert!(!to.join("half").exists(), "the earlier attempt is gone");
        fs::remove_dir_all(root).unwrap();
    }
}
