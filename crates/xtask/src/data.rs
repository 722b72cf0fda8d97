//! `cargo xtask data`: what the input engines load, from texts to `target/input`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::clock::Stopwatch;
use crate::hash::Stamp;
use crate::places::Places;

/// The crate whose sources and texts decide every byte.
const INPUT: &str = "crates/input";
/// What its assets were last built from.
const STAMP: &str = "stamp.txt";
/// The dictionary and language model of the pinyin engine.
const PINYIN: &str = "pinyin.bin";

/// Builds what is missing or out of date, and says where it lies.
pub fn build(places: &Places) -> Result<PathBuf> {
    let folder = places.local_target().join("input");
    let mut stamp = Stamp::default();
    stamp.add_path(&places.root, INPUT)?;
    let stamp = stamp.finish();
    let stamp_file = folder.join(STAMP);
    let known = fs::read_to_string(&stamp_file).unwrap_or_default();
    if known == stamp && folder.join(PINYIN).exists() {
        return Ok(folder);
    }
    let watch = Stopwatch::start();
    fs::create_dir_all(&folder)?;
    let texts = places.root.join(INPUT).join("data");
    let pinyin = petition_input::build::pinyin_asset(&texts).context("pinyin asset")?;
    fs::write(folder.join(PINYIN), &pinyin)?;
    // The handwriting asset goes here: build it from the same folder, write it beside this one and
    // ask for it above.
    fs::write(stamp_file, stamp)?;
    println!("input assets: {PINYIN} {} bytes, {watch}", pinyin.len());
    Ok(folder)
}
