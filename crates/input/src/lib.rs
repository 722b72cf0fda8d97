//! Chinese input for a screen without a system keyboard.
//!
//! [`PinyinEngine`] turns keys (letters, initials, nine-key digits, `'` separators) into ranked
//! candidates. Everything is plain Rust over one byte slice: no platform, no clock, no storage.
//!
//! ```no_run
//! use petition_input::PinyinEngine;
//!
//! let asset = std::fs::read("pinyin.bin")?;
//! let engine = PinyinEngine::load(&asset)?;
//! let best = engine.candidates("xinfang", "").into_iter().next();
//! assert_eq!(best.map(|c| (c.text, c.consumed)), Some(("信访".to_owned(), 7)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The asset is built from `data/` by `build::pinyin_asset`, with the feature `build`.

#[cfg(feature = "build")]
pub mod build;
mod pinyin;

pub use pinyin::{Candidate, Fuzzy, LoadError, PinyinEngine, Recency};
