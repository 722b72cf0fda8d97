//! What the page and the worker that holds the engines say to each other, by postcard.

use serde::{Deserialize, Serialize};

/// A question to the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// What can `keys` mean after the text `before`?
    Keys {
        /// Letters, digits of the nine keys, separators.
        keys: String,
        /// Text before the caret.
        before: String,
    },
    /// Which character is it?
    Strokes {
        /// Points of each stroke; any unit, `y` grows downwards.
        strokes: Vec<Vec<(f32, f32)>>,
        /// Text before the caret.
        before: String,
    },
    /// What may follow `before`?
    Next {
        /// Text before the caret.
        before: String,
    },
    /// This was committed: it ranks higher until the page goes.
    Note(String),
    /// Whether sounds that many speakers do not tell apart count as one.
    Fuzzy(bool),
    /// Fetch again what could not be fetched.
    Reload,
}

/// A numbered question; the answer carries the number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// Counted up by the page.
    pub id: u32,
    /// What is asked.
    pub ask: Ask,
}

/// Which engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Letters to characters.
    Pinyin,
    /// Strokes to characters.
    Handwriting,
}

/// Something that can be committed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What is written.
    pub text: String,
    /// How many of the typed keys it uses up; 0 for strokes and next words.
    pub consumed: u32,
}

/// What the worker says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// An engine is ready.
    Ready(Part),
    /// An engine could not be had.
    Failed(Part),
    /// What was found, best first.
    Found {
        /// Number of the question.
        id: u32,
        /// Nothing where its engine is not there.
        list: Vec<Choice>,
    },
}
