//! The pinyin engine: keys → lattice of words → beam search → candidates.

mod asset;
mod associations;
mod bigrams;
mod candidates;
mod context;
mod decode;
pub(crate) mod format;
mod fuzzy;
mod keys;
mod lattice;
mod lexicon;
mod recency;
mod syllables;

pub use asset::LoadError;
pub use candidates::Candidate;
pub use fuzzy::Fuzzy;
pub use recency::Recency;

use bigrams::Bigrams;
use fuzzy::Variants;
use lexicon::Lexicon;
use syllables::Syllables;

/// A loaded dictionary and language model; immutable apart from its fuzzy setting, so one value
/// can serve every field of a page.
#[derive(Debug)]
pub struct PinyinEngine {
    syllables: Syllables,
    lexicon: Lexicon,
    bigrams: Bigrams,
    variants: Variants,
}

impl PinyinEngine {
    /// Reads an asset made by the builder. Bytes that are not one are refused, never trusted.
    pub fn load(bytes: &[u8]) -> Result<Self, LoadError> {
        let (syllables, lexicon, bigrams) = asset::read(bytes)?;
        Ok(Self { syllables, lexicon, bigrams, variants: Variants::default() })
    }

    /// Chooses which sounds count as the same; none at first.
    pub fn set_fuzzy(&mut self, fuzzy: Fuzzy) {
        self.variants = Variants::new(&self.syllables, fuzzy);
    }

    /// Ranked candidates for `keys`, given the text before the cursor.
    ///
    /// Readings of all keys come first (a whole sentence, then its alternatives), then words from
    /// the first syllable, longest first. Committing one means: append its text to `context`, drop
    /// the first `consumed` keys and ask again.
    pub fn candidates(&self, keys: &str, context: &str) -> Vec<Candidate> {
        self.candidates_with(&Recency::default(), keys, context)
    }

    /// As [`candidates`](Self::candidates), preferring what `recency` has seen in this session.
    pub fn candidates_with(&self, recency: &Recency, keys: &str, context: &str) -> Vec<Candidate> {
        candidates::list(self, recency, keys, context)
    }

    /// Up to `count` words that often follow `context`, likeliest first: what to offer before the
    /// next key. None after text that ends in no word of the corpus.
    pub fn associations(&self, context: &str, count: usize) -> Vec<String> {
        associations::list(self, context, count)
    }

    /// Notes a committed text in `recency`, so that its words rank higher until it is dropped.
    pub fn note(&self, recency: &mut Recency, text: &str) {
        recency.note(context::words_of(self, text));
    }
}
