//! schemathesis, in a virtual environment of its own.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use super::versions::SCHEMATHESIS;
use super::{Need, Step, remove};
use crate::places::Places;
use crate::process;

fn home(places: &Places) -> PathBuf {
    places.cache.join(format!("schemathesis-{SCHEMATHESIS}"))
}

/// The program inside it.
pub fn program(places: &Places) -> PathBuf {
    home(places).join("bin/schemathesis")
}

/// A virtual environment cannot be moved, so a stamp, not a rename, says that it is complete.
fn stamp(places: &Places) -> PathBuf {
    home(places).join("complete")
}

/// schemathesis, when a command uses it and it is not there.
pub fn missing(places: &Places, needs: &[Need]) -> Option<Step> {
    if !needs.contains(&Need::Schemathesis) || stamp(places).is_file() {
        return None;
    }
    Some(Step {
        what: format!("schemathesis {SCHEMATHESIS}"),
        usually: "downloading, usually under a minute",
        install: Box::new(install),
    })
}

/// Whether there is a python3 with the module for it; a bare Debian has neither.
pub fn can_make_environments() -> bool {
    process::succeeds(Command::new("python3").args(["-c", "import ensurepip, venv"]))
}

fn install(places: &Places) -> Result<()> {
    if !can_make_environments() {
        bail!("python3 cannot make virtual environments here: please install its venv module");
    }
    let home = home(places);
    remove(&home)?;
    process::run(Command::new("python3").args(["-m", "venv"]).arg(&home))?;
    process::run(Command::new(home.join("bin/pip")).args([
        "install",
        "--quiet",
        "--disable-pip-version-check",
        &format!("schemathesis=={SCHEMATHESIS}"),
    ]))?;
    fs::write(stamp(places), "")?;
    Ok(())
}
