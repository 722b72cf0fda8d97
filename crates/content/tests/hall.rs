//! The content of this repository itself.
#![expect(clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::path::Path;

use petition_content::{Library, read};

fn library() -> Library {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content");
    let names = ["refer", "notify", "reply", "ask_review", "review", "ask_rereview", "rereview"];
    let clocks = names.map(|name| (name.to_owned(), 30)).into();
    match read(&dir, &BTreeMap::new(), &clocks) {
        Ok(library) => library,
        Err(faults) => {
            for fault in &faults {
                eprintln!("{fault}");
            }
            panic!("{} faults", faults.len());
        }
    }
}

#[test]
fn every_card_is_valid_in_every_language() {
    let library = library();
    eprintln!("{:?}", library.stats);
}
