//! What the server says, read without serde.
//!
//! Measured: the derived readers of the two views with `serde_json` take 60 KB of the program, a
//! fifth of what a phone may download. These take 6. They build the same contract types, so a
//! field that is added there does not compile here until it is read, and a test reads back
//! whatever serde writes.

mod json;
mod read;
mod words;

pub use read::{matter_view, stage_view};
pub use words::stage_word;
