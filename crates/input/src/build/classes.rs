//! Classes of words and how they attract each other: what the corpus says about pairs of words it
//! never had. Frequent words are classes of their own, others go by part of speech and length.

use super::BuildError;
use super::counts::{Counts, EDGE};
use super::model::Vocabulary;
use super::weights::Weights;
use std::collections::{BTreeMap, BTreeSet};

/// Classes 0 to 3: words the corpus does not have, by length.
pub const UNSEEN: u8 = 4;

/// The class of every word and the attraction between classes.
#[derive(Debug)]
pub struct Classes {
    of: BTreeMap<String, u8>,
    /// How many classes there are.
    pub count: u8,
    /// −ln of how much likelier than chance the second class follows the first.
    costs: BTreeMap<(u8, u8), f64>,
}

impl Classes {
    /// Sorts the words of the corpus into classes and counts their pairs.
    pub fn new(vocabulary: &Vocabulary, weights: &Weights) -> Self {
        let mut counts = vocabulary.corpus.clone();
        counts.0.retain(|word, _| word == EDGE || vocabulary.probability.contains_key(word));
        let words = counts.0.iter().filter(|(word, _)| *word != EDGE);
        let mut ranked: Vec<(&str, f64)> = words.map(|(w, row)| (w.as_str(), row.count)).collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
        let own: BTreeSet<&str> = ranked.iter().take(weights.own_class).map(|(w, _)| *w).collect();
        let name = |word: &str| {
            let speech = vocabulary.speech.get(word).map_or("-", String::as_str);
            let short = word.chars().count() == 1;
            if own.contains(word) { word.to_owned() } else { format!("{speech}{short}") }
        };
        let mut numbers: BTreeMap<String, u8> = BTreeMap::new();
        let mut of = BTreeMap::new();
        for word in counts.0.keys().map(String::as_str) {
            let fresh = UNSEEN.saturating_add(u8::try_from(numbers.len()).unwrap_or(u8::MAX));
            let class = *numbers.entry(name(word)).or_insert(fresh);
            of.insert(word.to_owned(), class);
        }
        let count = UNSEEN.saturating_add(u8::try_from(numbers.len()).unwrap_or(u8::MAX));
        let costs = attraction(&of, &counts, weights.doubt);
        Self { of, count, costs }
    }

    /// The class of a word.
    pub fn of(&self, word: &str) -> u8 {
        self.of.get(word).copied().unwrap_or_else(|| unseen(word))
    }

    /// What it costs, or saves, that `second` follows `first`.
    pub fn cost(&self, first: u8, second: u8) -> f64 {
        self.costs.get(&(first, second)).copied().unwrap_or_default()
    }

    /// Fails where classes would not fit a byte.
    pub fn check(&self) -> Result<(), BuildError> {
        if self.count == u8::MAX { Err(BuildError::TooLarge("classes")) } else { Ok(()) }
    }
}

fn unseen(word: &str) -> u8 {
    u8::try_from(word.chars().count().clamp(1, 4) - 1).unwrap_or_default()
}

/// Words seen once stand in for those never seen: they keep the same company.
fn attraction(of: &BTreeMap<String, u8>, counts: &Counts, doubt: f64) -> BTreeMap<(u8, u8), f64> {
    let classes = |word: &str| {
        let own = of.get(word).copied();
        let rare = (!counts.repeats(word)).then(|| unseen(word));
        own.into_iter().chain(rare)
    };
    let mut pairs: BTreeMap<(u8, u8), f64> = BTreeMap::new();
    let (mut firsts, mut seconds) = (BTreeMap::<u8, f64>::new(), BTreeMap::<u8, f64>::new());
    let mut all = 0.0;
    for (first, row) in &counts.0 {
        for (second, n) in &row.next {
            all += n;
            for a in classes(first) {
                *firsts.entry(a).or_default() += n;
                for b in classes(second) {
                    *pairs.entry((a, b)).or_default() += n;
                }
            }
            for b in classes(second) {
                *seconds.entry(b).or_default() += n;
            }
        }
    }
    let mut costs = BTreeMap::new();
    for (a, n) in &firsts {
        for (b, m) in &seconds {
            let expected = n * m / f64::max(all, 1.0);
            let seen = pairs.get(&(*a, *b)).copied().unwrap_or_default();
            costs.insert((*a, *b), -((seen + doubt) / (expected + doubt)).ln());
        }
    }
    costs
}
