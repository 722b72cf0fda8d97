//! `cargo xtask data`: the assets of the input engines, from the texts in `crates/input/data`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use petition_input::build;

use crate::clock::Stopwatch;
use crate::hash::Stamp;
use crate::places::Places;

/// What decides about the assets.
const INPUTS: &[&str] = &["crates/input/data", "crates/input/src"];

/// Writes the assets into `target/input` unless they are there, and returns where they are.
pub fn assets(places: &Places) -> Result<Vec<PathBuf>> {
    let folder = places.local_target().join("input");
    let files = [folder.join("pinyin.bin"), folder.join("handwriting.bin")];
    let mut stamp = Stamp::default();
    for input in INPUTS {
        stamp.add_path(&places.root, input)?;
    }
    let (stamp, stamp_file) = (stamp.finish(), folder.join("stamp"));
    let is_fresh = fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp);
    if is_fresh && files.iter().all(|file| file.is_file()) {
        return Ok(files.into());
    }
    let watch = Stopwatch::start();
    fs::create_dir_all(&folder)?;
    let data = places.root.join("crates/input/data");
    let [pinyin, handwriting] = &files;
    fs::write(pinyin, build::pinyin_asset(&data).context("pinyin")?)?;
    fs::write(handwriting, build::handwriting_asset(&data).context("handwriting")?)?;
    fs::write(stamp_file, stamp)?;
    println!("input assets: built in {watch}");
    Ok(files.into())
}
