//! Words that need no entry: typed in full, the decoder puts them together from shorter words all
//! the same. What they would take in the asset is better spent on words it cannot find.

use super::model::Vocabulary;
use super::weights::Weights;
use super::{BuildError, classes::Classes, encode, pairs::Pairs};
use crate::PinyinEngine;
use std::collections::BTreeSet;

/// Takes the rare words out that the others spell as the first candidate.
pub fn remove(
    vocabulary: &mut Vocabulary,
    classes: &Classes,
    pairs: &Pairs,
    weights: &Weights,
) -> Result<(), BuildError> {
    let doubtful = doubtful(vocabulary, weights);
    let (tried, kept) = vocabulary.items.drain(..).partition(|item| doubtful.contains(&item.text));
    let tried: Vec<super::model::Item> = tried;
    vocabulary.items = kept;
    let without = encode::asset(vocabulary, classes, pairs)?;
    let engine = PinyinEngine::load(&without).map_err(|_| BuildError::TooLarge("columns"))?;
    let missed = tried.into_iter().filter(|item| {
        let first = engine.candidates(&item.syllables.concat(), "").into_iter().next();
        first.is_none_or(|first| first.text != item.text)
    });
    vocabulary.items.extend(missed);
    Ok(())
}

/// Long words that are rare, that the corpus has at most once and that no person asked for. Frequent
/// ones stay, because first letters find only words that have an entry.
fn doubtful(vocabulary: &Vocabulary, weights: &Weights) -> BTreeSet<String> {
    let mut ranked: Vec<(&String, f64)> =
        vocabulary.probability.iter().map(|(text, p)| (text, *p)).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    let rare = ranked.into_iter().skip(weights.certain).map(|(text, _)| text);
    let long = rare.filter(|text| text.chars().count() > 2);
    let free =
        long.filter(|text| !vocabulary.corpus.repeats(text) && !vocabulary.named.contains(*text));
    free.cloned().collect()
}
