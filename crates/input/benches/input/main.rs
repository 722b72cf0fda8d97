//! Accuracy, size and speed against their gates: `cargo xtask bench input`.
//!
//! The test set is for reporting only; while changing anything look at the other one:
//! `WEIGHTS="words=50000" MISSES=1 cargo bench -p petition-input --bench input -- tuning`.

mod measure;
mod report;
mod sets;

use measure::{brotli_size, keystrokes, sentences, timed, words};
use petition_input::PinyinEngine;
use petition_input::build::{Weights, pinyin_asset_with};
use report::{Measure, at_least, at_most, plain};
use sets::Sets;
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let tuning = std::env::args().any(|word| word == "tuning");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let bytes = pinyin_asset_with(&data, &weights(tuning)?)?;
    let (engine, loaded) = timed(|| PinyinEngine::load(&bytes));
    let engine = engine?;
    let sets = Sets::read(&data.join("eval"), if tuning { "tuning" } else { "test" })?;

    let mut measures = accuracy(&engine, &sets);
    measures.push(at_most("asset, brotli 11", kilobytes(brotli_size(&bytes)?), "KB", 350.0));
    measures.push(plain("asset, raw", kilobytes(bytes.len()), "KB"));
    measures.push(plain("load, native", loaded.as_secs_f64() * 1e3, "ms"));
    // A quarter of what a page may take on the slow machine, where this is four times slower.
    for (name, typed) in [("letters", sets.letters()), ("nine-key", sets.digits())] {
        let (median, p99) = keystrokes(&engine, &typed);
        measures.push(at_most(&format!("keystroke, {name}, native, median"), median, "ms", 0.5));
        measures.push(at_most(&format!("keystroke, {name}, native, p99"), p99, "ms", 3.0));
    }
    report::print(&measures);
    if tuning {
        if std::env::var_os("MISSES").is_some() {
            measure::print_misses(&engine, &sets);
        }
        return Ok(());
    }
    report::write(&measures)
}

fn accuracy(engine: &PinyinEngine, sets: &Sets) -> Vec<Measure> {
    let full = words(engine, &sets.words, sets::letters);
    let nine = words(engine, &sets.words, sets::digits);
    let first = words(engine, &sets.long_words(), sets::initials);
    let official = sentences(engine, &sets.official);
    let colloquial = sentences(engine, &sets.colloquial);
    vec![
        at_least("words, full pinyin, top-1", full.top1, "%", 89.0),
        at_least("words, full pinyin, top-5", full.top5, "%", 97.0),
        at_least("words, nine-key, top-1", nine.top1, "%", 78.0),
        at_least("words, nine-key, top-5", nine.top5, "%", 94.0),
        plain("words of three and more, first letters, top-1", first.top1, "%"),
        plain("words of three and more, first letters, top-10", first.top10, "%"),
        at_least("official sentences, exact", official.exact, "%", 75.0),
        at_least("official sentences, characters", official.characters, "%", 95.0),
        at_least("colloquial sentences, exact", colloquial.exact, "%", 58.0),
        at_least("colloquial sentences, characters", colloquial.characters, "%", 93.0),
    ]
}

/// Other weights from the environment, so that tuning needs no edit.
fn weights(tuning: bool) -> Result<Weights, Box<dyn Error>> {
    let settings = std::env::var("WEIGHTS").ok().filter(|_| tuning).unwrap_or_default();
    Weights::default().with(&settings).ok_or_else(|| format!("no such weights: {settings}").into())
}

fn kilobytes(bytes: usize) -> f64 {
    u32::try_from(bytes).map_or(f64::INFINITY, f64::from) / 1e3
}
