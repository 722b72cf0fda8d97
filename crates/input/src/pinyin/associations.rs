//! What is likely to be written next, before any key is pressed.

use super::PinyinEngine;
use super::context;

/// The words that followed the end of `context` in the corpus, likeliest first.
pub fn list(engine: &PinyinEngine, context: &str, count: usize) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    // "信访工作" says more than "工作", but where it says too little the shorter word helps out.
    for token in context::last_tokens(engine, context) {
        let mut next: Vec<_> = engine.bigrams.row(token).pairs().collect();
        next.sort_unstable_by_key(|(next, cost)| (*cost, *next));
        for entry in next.into_iter().filter_map(|(next, _)| engine.bigrams.principal(next)) {
            let word: String = engine.lexicon.text(entry).collect();
            if words.len() < count && !words.contains(&word) {
                words.push(word);
            }
        }
    }
    words
}
