//! Which word follows which in the corpus: absolute discounting over the word probabilities, and
//! of all pairs those that tell most.

use super::classes::Classes;
use super::counts::{self, EDGE};
use super::model::Vocabulary;
use super::weights::Weights;
use std::collections::BTreeMap;

/// What follows one word.
#[derive(Debug, Default)]
pub struct Row {
    /// −ln p of each word listed after it.
    pub next: BTreeMap<String, f64>,
    /// −ln of the weight left for all others.
    pub back_off: f64,
}

/// All rows by their first word.
#[derive(Debug)]
pub struct Pairs(pub BTreeMap<String, Row>);

/// A pair that may be listed.
struct Listing<'a> {
    first: &'a str,
    second: &'a str,
    /// Its probability after the first word.
    p: f64,
    /// The probability the classes give it, before the weight of the row.
    unlisted: f64,
    /// How much listing it tells, in nats per word of text.
    worth: f64,
}

impl Pairs {
    /// Smooths and selects.
    pub fn new(vocabulary: &Vocabulary, classes: &Classes, weights: &Weights) -> Self {
        let corpus = &vocabulary.corpus;
        let edge = corpus.count(EDGE) / corpus.total().max(1.0);
        let p = |word: &str| match word {
            EDGE => Some(edge),
            word => vocabulary.probability.get(word).copied(),
        };
        let mut listings: Vec<Listing<'_>> = Vec::new();
        let mut rows: BTreeMap<&str, (Row, f64, f64)> = BTreeMap::new();
        for (first, row) in &corpus.0 {
            let Some(before) = p(first) else { continue };
            rows.entry(first).or_default();
            let smoothed = Smoothed::new(first, row, weights);
            for (second, count) in &row.next {
                let Some(alone) = p(second) else { continue };
                let attraction = classes.cost(classes.of(first), classes.of(second));
                let unlisted = alone * (-attraction).exp();
                let p = smoothed.p(*count, unlisted);
                let worth = before * p * (p / (smoothed.left * unlisted)).ln().abs();
                listings.push(Listing { first, second, p, unlisted, worth });
            }
        }
        let names = |l: &Listing<'_>| (l.first.to_owned(), l.second.to_owned());
        listings.sort_by(|a, b| b.worth.total_cmp(&a.worth).then_with(|| names(a).cmp(&names(b))));
        listings.truncate(weights.pairs);
        for listing in listings {
            let (row, p, unlisted) = rows.entry(listing.first).or_default();
            row.next.insert(listing.second.to_owned(), -listing.p.ln());
            *p += listing.p;
            *unlisted += listing.unlisted;
        }
        let finish = |(word, (mut row, p, unlisted)): (&str, (Row, f64, f64))| {
            // What listed pairs leave, shared by the classes over everything they do not list.
            row.back_off = -(f64::max(1.0 - p, 0.001) / f64::max(1.0 - unlisted, 0.01)).ln();
            (word.to_owned(), row)
        };
        Self(rows.into_iter().map(finish).collect())
    }
}

/// One row's counts, discounted.
struct Smoothed {
    sum: f64,
    discount: f64,
    /// The weight left for what the row does not list.
    left: f64,
}

impl Smoothed {
    fn new(word: &str, row: &counts::Row, weights: &Weights) -> Self {
        // What is typed often starts where no sentence does.
        let start = if word == EDGE { row.count * weights.start_openness } else { 0.0 };
        let sum = row.count + weights.openness + start;
        let discount = weights.discount;
        let kept = row.next.values().map(|count| (count - discount).max(0.0)).sum::<f64>();
        Self { sum, discount, left: (sum - kept) / sum }
    }

    fn p(&self, count: f64, unlisted: f64) -> f64 {
        (count - self.discount).max(0.0) / self.sum + self.left * unlisted
    }
}
