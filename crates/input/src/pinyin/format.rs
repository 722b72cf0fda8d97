//! What the reader and the writer of the asset must agree on.

/// First bytes of an asset; the digit changes with the layout.
pub const MAGIC: &[u8; 4] = b"PYN2";

/// Longest word in syllables, so that a word's shape fits a byte.
#[cfg(feature = "build")]
pub const MAX_WORD: usize = 15;

/// Costs are −ln p times this, in a byte: 25 nats is a word seen once in 10^11.
#[cfg(feature = "build")]
pub const COST_SCALE: f64 = 10.0;
