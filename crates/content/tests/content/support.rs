//! What the tests of the content share.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use petition_content::read::Edition;
use petition_content::{Fault, Library, read};

/// The content of this repository.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content")
}

/// Reads `dir`, with any length for the clocks of a matter.
pub fn library(dir: &Path) -> Result<Library, Vec<Fault>> {
    let names = ["refer", "notify", "reply", "ask_review", "review", "ask_rereview", "rereview"];
    let clocks = names.map(|name| (name.to_owned(), 30)).into();
    read(dir, &BTreeMap::new(), &clocks)
}

/// The explainers of this repository in one language.
pub fn edition(language: &str) -> Edition {
    library(&folder()).unwrap().editions.remove(language).unwrap()
}
