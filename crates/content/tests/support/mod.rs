//! What the tests of the content share.

use std::collections::BTreeMap;
use std::path::Path;

use petition_content::read;
use petition_content::read::Edition;

/// The explainers of this repository in one language.
pub fn edition(language: &str) -> Edition {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content");
    let names = ["refer", "notify", "reply", "ask_review", "review", "ask_rereview", "rereview"];
    let clocks = names.map(|name| (name.to_owned(), 30)).into();
    let mut library = read(&dir, &BTreeMap::new(), &clocks).unwrap();
    library.editions.remove(language).unwrap()
}
