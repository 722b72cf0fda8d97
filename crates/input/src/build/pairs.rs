//! Which word follows which in the corpus: absolute discounting over the word probabilities.

use super::classes::Classes;
use super::model::{Vocabulary, Weights};
use std::collections::BTreeMap;

/// The start or end of a run of characters.
pub const EDGE: &str = "";

/// What follows one word.
#[derive(Debug, Default)]
pub struct Row {
    /// −ln p of each word seen after it.
    pub next: BTreeMap<String, f64>,
    /// −ln of the weight left for all others.
    pub back_off: f64,
}

/// All rows by their first word.
#[derive(Debug)]
pub struct Pairs(pub BTreeMap<String, Row>);

impl Pairs {
    /// Counts and smooths.
    pub fn new(vocabulary: &Vocabulary, classes: &Classes, weights: &Weights) -> Self {
        let mut counts: BTreeMap<&str, BTreeMap<&str, f64>> = BTreeMap::new();
        for run in &vocabulary.runs {
            let mut before = EDGE;
            for word in run.iter().map(String::as_str).chain([EDGE]) {
                *counts.entry(before).or_default().entry(word).or_default() += 1.0;
                before = word;
            }
        }
        // How often a run ends is counted per word; it is no word of the dictionaries.
        let words = vocabulary.runs.iter().map(Vec::len).sum::<usize>().max(1);
        #[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
        let edge = vocabulary.runs.len() as f64 / words as f64;
        let p = |word: &str| match word {
            EDGE => Some(edge),
            word => vocabulary.probability.get(word).copied(),
        };
        let rows = counts.into_iter().filter(|(word, _)| p(word).is_some());
        let after = |first: &str, second: &str| {
            Some(p(second)? * (-classes.cost(classes.of(first), classes.of(second))).exp())
        };
        let rows =
            rows.map(|(word, next)| (word, row(&next, |second| after(word, second), weights)));
        Self(rows.map(|(word, row)| (word.to_owned(), row)).collect())
    }
}

fn row(next: &BTreeMap<&str, f64>, p: impl Fn(&str) -> Option<f64>, weights: &Weights) -> Row {
    let all: f64 = next.values().sum::<f64>() + weights.openness;
    let left = next.values().map(|c| c.min(weights.discount)).sum::<f64>() + weights.openness;
    let cost = |word: &str, count: f64| {
        let seen = (count - weights.discount).max(0.0) / all;
        p(word).map(|p| -(seen + left / all * p).ln())
    };
    let next = next.iter().filter_map(|(w, c)| Some(((*w).to_owned(), cost(w, *c)?))).collect();
    Row { next, back_off: -(left / all).ln() }
}
