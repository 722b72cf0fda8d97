//! How likely every word is: two general dictionaries and the corpus of this project, mixed.

use super::counts::Counts;
use super::segment;
use super::sources::{Reading, Sources};
use super::weights::Weights;
use std::collections::{BTreeMap, BTreeSet, HashMap};

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
    /// The corpus of this project.
    pub corpus: Counts,
    /// Words added by hand.
    pub named: BTreeSet<String>,
}

impl Vocabulary {
    /// Mixes, splits the corpus with the mixture, mixes again with what the corpus says.
    pub fn new(sources: &Sources, weights: &Weights) -> Self {
        let readings: Vec<&Reading> = sources.characters.iter().chain(&sources.words).collect();
        let base = base(&readings, weights);
        let mut probability = base.clone();
        let mut corpus = Counts::default();
        for _ in 0..3 {
            let costs = costs(&probability);
            corpus = Counts::of(sources.runs.iter().map(|run| segment::split(run, &costs)));
            probability = mix(&base, &corpus, weights.corpus);
        }
        let kept = select(&probability, &corpus, &sources.named, weights);
        probability.retain(|text, _| kept.contains(text));
        let named = sources.named.clone();
        let speech = readings.iter().map(|r| (r.text.clone(), r.speech.clone())).collect();
        Self { items: items(&readings, &probability), probability, speech, corpus, named }
    }
}

fn costs(probability: &BTreeMap<String, f64>) -> HashMap<String, f64> {
    probability.iter().map(|(text, p)| (text.clone(), -p.ln())).collect()
}

/// p of each text in general language.
fn base(readings: &[&Reading], weights: &Weights) -> BTreeMap<String, f64> {
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

/// Gives the corpus its share.
fn mix(base: &BTreeMap<String, f64>, corpus: &Counts, share: f64) -> BTreeMap<String, f64> {
    let unit = share / corpus.total().max(1.0);
    let p = |text: &str, p: f64| (1.0 - share) * p + unit * corpus.count(text);
    base.iter().map(|(text, b)| (text.clone(), p(text, *b))).collect()
}

/// Every character, every word that the corpus has more than once, and the likeliest words up to
/// the limit.
fn select(
    probability: &BTreeMap<String, f64>,
    corpus: &Counts,
    named: &BTreeSet<String>,
    weights: &Weights,
) -> BTreeSet<String> {
    let mut ranked: Vec<(&str, f64)> = probability.iter().map(|(t, p)| (t.as_str(), *p)).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    let (words, mut kept): (Vec<_>, Vec<_>) =
        ranked.into_iter().map(|(t, _)| t).partition(|t| t.chars().count() > 1);
    kept.extend(words.iter().take(weights.words));
    let wanted = |text: &str| corpus.repeats(text) || named.contains(text);
    kept.extend(words.iter().skip(weights.words).filter(|text| wanted(text)));
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
