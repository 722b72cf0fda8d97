//! How likely every word is: two general dictionaries and the corpus of this project, mixed.

use super::segment;
use super::sources::{Reading, Sources};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What the mixture and the selection are made with; chosen on the tuning sets only.
#[derive(Clone, Debug)]
pub struct Weights {
    /// The share of the Android dictionary in the general mixture; the rest is jieba's.
    pub android: f64,
    /// The share of the corpus in a word's probability.
    pub corpus: f64,
    /// Words of two characters or more that are kept.
    pub words: usize,
    /// What is taken off each pair's count for the pairs never seen.
    pub discount: f64,
    /// Counts added to every word for what may follow it outside the corpus.
    pub openness: f64,
    /// Words frequent enough in the corpus to be a class of their own.
    pub own_class: usize,
    /// Pairs of classes are taken as unrelated until this many sightings say otherwise.
    pub doubt: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            android: 0.6,
            corpus: 0.5,
            words: 68_000,
            discount: 0.9,
            openness: 2.0,
            own_class: 100,
            doubt: 2.0,
        }
    }
}

/// A word, character or reading that goes into the asset.
#[derive(Clone, Debug)]
pub struct Item {
    /// The word.
    pub text: String,
    /// Its syllables.
    pub syllables: Vec<String>,
    /// −ln p of this word in this reading.
    pub cost: f64,
}

/// What the asset will know.
#[derive(Debug)]
pub struct Vocabulary {
    /// Every item; the likeliest reading of a text comes first among its readings.
    pub items: Vec<Item>,
    /// p of each text, all readings together.
    pub probability: BTreeMap<String, f64>,
    /// The part of speech of each text.
    pub speech: BTreeMap<String, String>,
    /// The corpus, split into words.
    pub runs: Vec<Vec<String>>,
}

impl Vocabulary {
    /// Mixes, splits the corpus with the mixture, mixes again with what the corpus says.
    pub fn new(sources: &Sources, weights: &Weights) -> Self {
        let readings: Vec<&Reading> = sources.characters.iter().chain(&sources.words).collect();
        let general = general(&readings, weights);
        let mut probability = general.clone();
        let mut runs = Vec::new();
        for _ in 0..3 {
            let costs: HashMap<String, f64> =
                probability.iter().map(|(text, p)| (text.clone(), -p.ln())).collect();
            runs = sources.runs.iter().map(|run| owned(segment::split(run, &costs))).collect();
            probability = mix(&general, &runs, weights);
        }
        let kept = select(&probability, &runs, weights);
        probability.retain(|text, _| kept.contains(text));
        let speech = readings.iter().map(|r| (r.text.clone(), r.speech.clone())).collect();
        Self { items: items(&readings, &probability), probability, speech, runs }
    }
}

fn owned(words: Vec<&str>) -> Vec<String> {
    words.into_iter().map(str::to_owned).collect()
}

/// p of each text in general language.
fn general(readings: &[&Reading], weights: &Weights) -> BTreeMap<String, f64> {
    let mut android: BTreeMap<&str, f64> = BTreeMap::new();
    let mut jieba: BTreeMap<&str, f64> = BTreeMap::new();
    for reading in readings {
        *android.entry(&reading.text).or_default() += reading.android;
        jieba.insert(&reading.text, reading.jieba);
    }
    let total = |counts: &BTreeMap<&str, f64>| counts.values().sum::<f64>().max(1.0);
    let (all_android, all_jieba) = (total(&android), total(&jieba));
    let p = |text: &str| {
        // A third of a sighting keeps the rare ones finite and in a sensible order.
        let of = |counts: &BTreeMap<&str, f64>, all: f64| {
            (counts.get(text).copied().unwrap_or_default() + 0.3) / all
        };
        weights.android * of(&android, all_android)
            + (1.0 - weights.android) * of(&jieba, all_jieba)
    };
    android.keys().map(|text| ((*text).to_owned(), p(text))).collect()
}

fn mix(
    general: &BTreeMap<String, f64>,
    runs: &[Vec<String>],
    weights: &Weights,
) -> BTreeMap<String, f64> {
    let counts = count(runs);
    let total = counts.values().sum::<f64>().max(1.0);
    let seen = |text: &str| counts.get(text).copied().unwrap_or_default() / total;
    let p = |text: &str, p: f64| weights.corpus * seen(text) + (1.0 - weights.corpus) * p;
    general.iter().map(|(text, g)| (text.clone(), p(text, *g))).collect()
}

/// How often each word is in the corpus.
pub fn count(runs: &[Vec<String>]) -> BTreeMap<&str, f64> {
    let mut counts = BTreeMap::new();
    for word in runs.iter().flatten() {
        *counts.entry(word.as_str()).or_default() += 1.0;
    }
    counts
}

/// Every character, every word of the corpus, and the likeliest words up to the limit.
fn select(
    probability: &BTreeMap<String, f64>,
    runs: &[Vec<String>],
    weights: &Weights,
) -> BTreeSet<String> {
    let counts = count(runs);
    let mut ranked: Vec<(&str, f64)> = probability.iter().map(|(t, p)| (t.as_str(), *p)).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    let (words, mut kept): (Vec<_>, Vec<_>) =
        ranked.into_iter().map(|(t, _)| t).partition(|t| t.chars().count() > 1);
    kept.extend(words.iter().take(weights.words));
    kept.extend(words.iter().skip(weights.words).filter(|t| counts.contains_key(*t)));
    kept.into_iter().map(str::to_owned).collect()
}

/// Shares a text's probability among its readings.
fn items(readings: &[&Reading], probability: &BTreeMap<String, f64>) -> Vec<Item> {
    let mut by_text: BTreeMap<&str, Vec<&Reading>> = BTreeMap::new();
    for reading in readings {
        let known = by_text.entry(&reading.text).or_default();
        if known.iter().all(|r| r.syllables != reading.syllables) {
            known.push(reading);
        }
    }
    let mut items = Vec::new();
    for (text, mut readings) in by_text {
        let Some(p) = probability.get(text) else { continue };
        readings.sort_by(|a, b| {
            b.android.total_cmp(&a.android).then_with(|| a.syllables.cmp(&b.syllables))
        });
        let total: f64 = readings.iter().map(|r| r.android + 0.5).sum();
        items.extend(readings.iter().map(|reading| Item {
            text: text.to_owned(),
            syllables: reading.syllables.clone(),
            cost: -(p * (reading.android + 0.5) / total).ln(),
        }));
    }
    items
}
