//! The content of this repository itself.

use crate::support;

#[test]
fn every_card_is_valid_in_every_language() {
    match support::library(&support::folder()) {
        Ok(library) => eprintln!("{:?}", library.stats),
        Err(faults) => {
            for fault in &faults {
                eprintln!("{fault}");
            }
            panic!("{} faults", faults.len());
        }
    }
}
