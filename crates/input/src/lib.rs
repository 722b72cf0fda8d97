//! Chinese input for a screen without a system keyboard.
//!
//! [`PinyinEngine`] turns keys (letters, initials, nine-key digits, `'` separators) into ranked
//! candidates; [`HandwritingEngine`] turns strokes into characters. Everything is plain Rust over
//! one byte slice: no platform, no clock, no storage.
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
//! ```no_run
//! use petition_input::HandwritingEngine;
//!
//! let asset = std::fs::read("handwriting.bin")?;
//! let engine = HandwritingEngine::load(&asset)?;
//! let strokes = [vec![(20.0, 80.0), (220.0, 76.0)], vec![(120.0, 10.0), (118.0, 230.0)]];
//! let best = engine.recognise(&strokes, "二", 8).into_iter().next();
//! assert_eq!(best.map(|(character, _)| character), Some('十'));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Both assets are built from `data/` by `build::pinyin_asset` and `build::handwriting_asset`, with
//! the feature `build`.

#[cfg(feature = "build")]
pub mod build;
mod handwriting;
mod pinyin;

pub use handwriting::HandwritingEngine;
pub use pinyin::{Candidate, Fuzzy, LoadError, PinyinEngine, Recency};
