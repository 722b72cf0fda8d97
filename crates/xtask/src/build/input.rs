//! What the engines of the keyboard read: built from the texts in `crates/input/data`.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::data;
use crate::places::Places;

/// Builds the assets unless they are there, and puts them into `input/`.
pub fn copy(places: &Places, dist: &Path) -> Result<()> {
    let to = dist.join("input");
    fs::create_dir_all(&to)?;
    for file in data::assets(places)? {
        if let Some(name) = file.file_name() {
            fs::copy(&file, to.join(name))?;
        }
    }
    Ok(())
}
