//! The front end, from sources to `target/dist`: what a server serves.

mod brotli;
mod content;
mod css;
mod divisions;
mod finish;
mod input;
mod page;
mod trunk;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::clock::Stopwatch;
use crate::hash::Stamp;
use crate::places::Places;
use crate::process;
use crate::setup::{self, Need};

/// How the front end is compiled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// Fast to compile, several megabytes to load, not compressed.
    Dev,
    /// What is measured and shipped.
    Release,
}

/// Everything that decides what `target/dist` looks like. The crates a front end cannot depend
/// on are not in it, so that a change in the server does not rebuild the pages.
const INPUTS: &[&str] = &[
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "crates/content",
    "crates/contract",
    "crates/domain",
    "crates/input",
    "crates/text",
    "crates/xtask/src/build",
    "public",
    "src",
    "style",
];

/// One page and the program behind it.
pub struct Entry {
    /// The name of the binary, and of the style bundle.
    pub name: &'static str,
    /// The page in `public/`.
    pub page: &'static str,
    /// Where in `target/dist` it goes; empty for its root.
    pub folder: &'static str,
    /// The address a browser sees that folder at.
    pub public_url: &'static str,
    /// Whether the page holds its program instead of naming it.
    pub carries_program: bool,
}

/// The root entry comes first: its folder holds the others.
pub const ENTRIES: &[Entry] = &[
    Entry {
        name: "kiosk",
        page: "index.html",
        folder: "",
        public_url: "/",
        carries_program: false,
    },
    Entry {
        name: "phone",
        page: "phone.html",
        folder: "q",
        public_url: "/q/",
        carries_program: true,
    },
];

/// Style bundles of programs without a page: who opens them fetches these.
const LATE: [&str; 2] = ["guide", "input"];

/// Builds `target/dist`, or says that nothing has changed since it was built.
pub fn build(places: &Places, mode: Mode) -> Result<()> {
    setup::ensure(places, &[Need::FrontEnd])?;
    let target = places.local_target();
    let _lock = setup::lock(&target.join("dist.lock"), "another build")?;

    let stamp_file = target.join("dist.stamp");
    let stamp = stamp(places, mode)?;
    if places.dist.is_dir() && fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
        println!("front end: unchanged");
        return Ok(());
    }
    let watch = Stopwatch::start();
    crate::content::check(places)?;
    // Built beside the old one and swapped in at the end: a failed build leaves what works, and a
    // server that is running never sees half of each.
    let next = target.join("dist.next");
    clear(&next)?;
    // Trunk works offline, so that it can never download another wasm-opt than ours.
    process::run(process::cargo(&places.root).args(["fetch", "--locked", "--quiet"]))?;
    for entry in ENTRIES {
        css::bundle(&places.root, entry.name)?;
        trunk::build(places, mode, entry, &next)?;
        finish::entry(places, mode, entry, &next.join(entry.folder))?;
    }
    for name in LATE {
        css::bundle(&places.root, name)?;
        finish::style(places, mode, name, &next)?;
    }
    input::copy(places, &next)?;
    content::copy(places, &next)?;
    if mode == Mode::Release {
        let step = Stopwatch::start();
        let count = brotli::compress_below(&next, &places.cache.join("br"))?;
        println!("front end: {count} files compressed in {step}");
    }
    swap(&next, &places.dist, &stamp_file)?;
    fs::write(&stamp_file, stamp)?;
    println!("front end: built in {watch}");
    Ok(())
}

fn stamp(places: &Places, mode: Mode) -> Result<String> {
    let mut stamp = Stamp::default();
    stamp.add("mode", format!("{mode:?}").as_bytes());
    stamp.add("rustc", setup::rustc_version()?.as_bytes());
    for input in INPUTS {
        stamp.add_path(&places.root, input)?;
    }
    Ok(stamp.finish())
}

fn swap(next: &Path, dist: &Path, stamp_file: &Path) -> Result<()> {
    let old = dist.with_extension("old");
    clear(&old)?;
    if stamp_file.exists() {
        fs::remove_file(stamp_file)?;
    }
    if dist.exists() {
        fs::rename(dist, &old)?;
    }
    fs::rename(next, dist).context("cannot put the new build in place")?;
    clear(&old)
}

fn clear(dir: &Path) -> Result<()> {
    if dir.exists() {
        fs::remove_dir_all(dir).with_context(|| format!("cannot remove {}", dir.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::scratch;

    #[test]
    fn the_new_build_replaces_the_old_one_whole() {
        let root = scratch("swap");
        let (next, dist, stamp) = (root.join("dist.next"), root.join("dist"), root.join("s"));
        fs::create_dir_all(&next).unwrap();
        fs::create_dir_all(&dist).unwrap();
        fs::write(next.join("new"), "").unwrap();
        fs::write(dist.join("old"), "").unwrap();
        fs::write(&stamp, "old").unwrap();
        swap(&next, &dist, &stamp).unwrap();
        assert!(dist.join("new").exists());
        assert!(!dist.join("old").exists());
        assert!(!stamp.exists(), "until the new stamp is written there is none");
        fs::remove_dir_all(root).unwrap();
    }
}
