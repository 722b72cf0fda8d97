//! What was typed in this session.

use super::lexicon::Entry;

/// How many words are remembered: a statement's worth.
const MEMORY: usize = 256;

/// Words committed in one session. It lives where its owner keeps it and is forgotten when
/// dropped: nothing is learned across sessions.
#[derive(Clone, Debug, Default)]
pub struct Recency {
    /// Oldest first.
    words: Vec<Entry>,
}

impl Recency {
    /// Remembers words, oldest forgotten first.
    pub(super) fn note(&mut self, words: Vec<Entry>) {
        for word in words {
            self.words.retain(|known| *known != word);
            self.words.push(word);
        }
        let surplus = self.words.len().saturating_sub(MEMORY);
        self.words.drain(..surplus);
    }

    /// Takes the credit of a remembered word off its cost.
    pub(super) fn adjust(&self, entry: Entry, cost: u32) -> u32 {
        const CREDIT: u32 = 20;
        if self.words.contains(&entry) { cost.saturating_sub(CREDIT) } else { cost }
    }
}
