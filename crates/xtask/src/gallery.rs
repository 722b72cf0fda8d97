//! `cargo xtask gallery`: a picture of every screen, to be looked at.

use std::fs;

use anyhow::Result;

use crate::clock::Stopwatch;
use crate::places::Places;
use crate::process;
use crate::test::stage::Stage;

/// Builds everything and takes the pictures.
pub fn gallery(places: &Places) -> Result<()> {
    let stage = Stage::set(places)?;
    let watch = Stopwatch::start();
    let out = places.local_target().join("gallery");
    // Pictures of screens that are gone would be looked at as if they were there.
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;
    let mut cargo = process::cargo(&places.root);
    cargo.args(["run", "--package", "petition-tests", "--bin", "gallery"]);
    process::run(stage.environment(&mut cargo).env("PETITION_GALLERY", &out))?;
    println!("gallery: {} in {watch}", out.display());
    Ok(())
}
