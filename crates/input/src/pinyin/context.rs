//! Finding dictionary words in text that is already there.

use super::PinyinEngine;
use super::bigrams::{Token, UNSEEN};
use super::lexicon::{Entry, NodeId, ROOT};

/// Longest word looked for; longer ones are too rare to say anything about what follows.
const LONGEST: usize = 6;

/// The word `text` ends with, as the left side of a pair.
pub fn last_token(engine: &PinyinEngine, text: &str) -> Token {
    if tail(text).is_empty() {
        return engine.bigrams.edge();
    }
    last_tokens(engine, text).next().unwrap_or(UNSEEN)
}

/// Every word of the corpus that `text` ends with, longest first; the start of a text by itself.
pub fn last_tokens(engine: &PinyinEngine, text: &str) -> impl Iterator<Item = Token> {
    let units = tail(text);
    let start = units.is_empty().then(|| engine.bigrams.edge());
    let ends = (0..units.len()).filter_map(move |from| units.get(from..).map(<[u16]>::to_vec));
    let tokens = ends
        .flat_map(|word| readings(engine, &word))
        .map(|entry| engine.bigrams.token(entry))
        .filter(|token| *token != UNSEEN);
    start.into_iter().chain(tokens)
}

/// The words of a committed text, longest first from the left.
pub fn words_of(engine: &PinyinEngine, text: &str) -> Vec<Entry> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut words = Vec::new();
    let mut at = 0;
    while at < units.len() {
        let longest = (at + 1..=units.len().min(at + LONGEST)).rev();
        let found = longest.filter_map(|to| units.get(at..to)).find_map(|word| {
            let entries = readings(engine, word);
            (!entries.is_empty()).then_some((entries, word.len()))
        });
        at += found.as_ref().map_or(1, |(_, length)| *length);
        words.extend(found.into_iter().flat_map(|(entries, _)| entries));
    }
    words
}

/// The last characters that can belong to one word: none after punctuation.
fn tail(text: &str) -> Vec<u16> {
    let mut units: Vec<u16> = text
        .chars()
        .rev()
        .take_while(|c| matches!(u32::from(*c), 0x3400..=0x9fff))
        .take(LONGEST)
        .filter_map(|c| u16::try_from(u32::from(c)).ok())
        .collect();
    units.reverse();
    units
}

/// Every entry with exactly this text.
fn readings(engine: &PinyinEngine, word: &[u16]) -> Vec<Entry> {
    let mut nodes: Vec<NodeId> = vec![ROOT];
    for unit in word {
        let syllables = engine.lexicon.readings(*unit);
        let steps = nodes.iter().flat_map(|node| {
            syllables.iter().filter_map(|(_, _, syllable)| engine.lexicon.step(*node, *syllable))
        });
        nodes = steps.collect();
    }
    let entries = nodes.into_iter().flat_map(|node| engine.lexicon.entries(node));
    let mut found: Vec<Entry> = entries.filter(|e| engine.lexicon.units(*e) == word).collect();
    found.sort_by_key(|entry| engine.lexicon.cost(*entry));
    found
}
