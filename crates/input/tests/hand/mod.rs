//! One handwriting asset for all tests of a binary, and the drawings they read.

#![expect(clippy::expect_used, reason = "a test without its data has nothing to say")]

pub mod changes;

use changes::{Dice, Hand, written};
use petition_input::HandwritingEngine;
use petition_input::build::handwriting::{Drawing, drawings};
use petition_input::build::handwriting_asset;
use std::path::PathBuf;
use std::sync::OnceLock;

/// The folder with the inputs.
pub fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// The asset's bytes.
pub fn asset() -> &'static [u8] {
    static ASSET: OnceLock<Vec<u8>> = OnceLock::new();
    ASSET.get_or_init(|| handwriting_asset(&data()).expect("the inputs are complete"))
}

/// The engine of that asset.
pub fn engine() -> &'static HandwritingEngine {
    static ENGINE: OnceLock<HandwritingEngine> = OnceLock::new();
    ENGINE.get_or_init(|| HandwritingEngine::load(asset()).expect("the builder's own bytes"))
}

/// The drawings of a file in `data/strokes`.
pub fn sample(name: &str) -> Vec<Drawing> {
    drawings(&data().join("strokes").join(name)).expect("a stroke file")
}

/// How many of a hundred were among the first 1, 5, 8 and 10, written by this hand.
pub fn rates(drawings: &[Drawing], hand: Hand) -> [f64; 4] {
    let mut dice = Dice::new(11);
    let (mut hits, mut count) = ([0.0; 4], 0.0);
    for drawing in drawings {
        let strokes = written(&drawing.strokes, hand, &mut dice);
        let list = engine().recognise(&strokes, "", 10);
        let rank = list.iter().position(|(character, _)| *character == drawing.character);
        count += 1.0;
        for (hit, first) in hits.iter_mut().zip([1, 5, 8, 10]) {
            *hit += f64::from(rank.is_some_and(|rank| rank < first));
        }
    }
    hits.map(|hit| 100.0 * hit / count)
}
