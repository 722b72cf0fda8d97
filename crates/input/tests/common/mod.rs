//! One asset and one engine for all tests of a binary, built from `data/` in memory.

#![expect(clippy::expect_used, reason = "a test without its asset has nothing to say")]

use petition_input::PinyinEngine;
use petition_input::build::pinyin_asset;
use std::path::PathBuf;
use std::sync::OnceLock;

/// The folder with the inputs.
pub fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// The asset's bytes.
pub fn asset() -> &'static [u8] {
    static ASSET: OnceLock<Vec<u8>> = OnceLock::new();
    ASSET.get_or_init(|| pinyin_asset(&data()).expect("the inputs are complete"))
}

/// A fresh engine.
pub fn engine() -> PinyinEngine {
    PinyinEngine::load(asset()).expect("the builder writes what the engine reads")
}
