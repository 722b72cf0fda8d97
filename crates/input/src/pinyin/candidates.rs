//! From paths and words to the list a person chooses from.

use super::PinyinEngine;
use super::context;
use super::decode::{Sources, best_paths};
use super::keys::Keys;
use super::lattice::Lattice;
use super::lexicon::Entry;
use super::recency::Recency;
use std::collections::HashSet;

/// Whole readings offered that are made of several words.
const SENTENCES: usize = 3;
/// How much worse than a single best word a chain of words may be; beyond that the word's
/// homophones serve better. A sentence always has its alternatives.
const MARGIN: u32 = 30;

/// Something to commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What is written.
    pub text: String,
    /// How many of the typed keys it uses up, separators included.
    pub consumed: usize,
}

/// Everything that can be committed, best first.
pub fn list(
    engine: &PinyinEngine,
    recency: &Recency,
    typed: &str,
    context: &str,
) -> Vec<Candidate> {
    let keys = Keys::parse(typed);
    let lattice = Lattice::new(engine, &keys);
    if lattice.reach() == 0 {
        return Vec::new();
    }
    let context = context::last_token(engine, context);
    let mut whole: Vec<(u32, Vec<Entry>)> = Vec::new();
    for path in best_paths(engine, recency, &keys, &lattice, context) {
        let close =
            whole.first().is_none_or(|(best, words)| words.len() > 1 || path.cost <= best + MARGIN);
        if path.entries.len() == 1 || (whole.len() < SENTENCES && close) {
            whole.push((path.cost, path.entries));
        }
    }
    if lattice.guesses() {
        // Who types first letters means a word.
        whole.sort_by_key(|(_, words)| words.len() > 1);
    }
    let sources = Sources::after(engine, context);
    let mut parts: Vec<(usize, u32, Entry)> = Vec::new();
    for edge in lattice.edges(engine, 0) {
        for entry in edge.entries {
            let best =
                sources.best(engine, entry).into_iter().flatten().map(|(cost, _)| cost).min();
            let cost = recency.adjust(entry, best.unwrap_or(u32::MAX / 2)) + edge.penalty;
            parts.push((edge.end, cost, entry));
        }
    }
    parts.sort_unstable_by_key(|(end, cost, entry)| (usize::MAX - end, *cost, *entry));
    let mut seen = HashSet::new();
    let mut list = Vec::new();
    let mut offer = |entries: &[Entry], end: usize| {
        let text: String = entries.iter().flat_map(|e| engine.lexicon.text(*e)).collect();
        if seen.insert(text.clone()) {
            list.push(Candidate { text, consumed: keys.consumed(end) });
        }
    };
    for (_, entries) in &whole {
        offer(entries, lattice.reach());
    }
    for (end, _, entry) in parts {
        offer(&[entry], end);
    }
    list
}
