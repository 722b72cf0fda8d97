//! How often the engine is right, how large it is and how long it takes.

use crate::sets::{Pair, Sets, letters};
use petition_input::PinyinEngine;
use std::time::{Duration, Instant};

/// Shares of words found among the first candidates, in percent.
pub struct Words {
    pub top1: f64,
    pub top5: f64,
    pub top10: f64,
}

/// Types every word by itself.
pub fn words(engine: &PinyinEngine, words: &[Pair], keys: fn(&str) -> String) -> Words {
    let place =
        |(word, py): &Pair| engine.candidates(&keys(py), "").iter().position(|c| c.text == *word);
    let places: Vec<_> = words.iter().map(place).collect();
    let within =
        |n| percent(places.iter().filter(|p| p.is_some_and(|p| p < n)).count(), words.len());
    Words { top1: within(1), top5: within(5), top10: within(10) }
}

/// Shares of sentences and of their characters that the first candidate has right, in percent.
pub struct Sentences {
    pub exact: f64,
    pub characters: f64,
}

/// Types every sentence at once.
pub fn sentences(engine: &PinyinEngine, runs: &[Pair]) -> Sentences {
    let (mut exact, mut right, mut all) = (0, 0, 0);
    for (text, py) in runs {
        let best = first(engine, py);
        exact += usize::from(best == *text);
        right += text.chars().zip(best.chars()).filter(|(a, b)| a == b).count();
        all += text.chars().count();
    }
    Sentences { exact: percent(exact, runs.len()), characters: percent(right, all) }
}

/// Everything whose first candidate is wrong.
#[expect(clippy::print_stdout, reason = "this is for reading")]
pub fn print_misses(engine: &PinyinEngine, sets: &Sets) {
    for (text, py) in sets.words.iter().chain(&sets.official).chain(&sets.colloquial) {
        let best = first(engine, py);
        if best != *text {
            println!("miss\t{text}\t{best}\t{py}");
        }
    }
}

fn first(engine: &PinyinEngine, py: &str) -> String {
    let list = engine.candidates(&letters(py), "");
    list.into_iter().next().map(|c| c.text).unwrap_or_default()
}

fn percent(part: usize, whole: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    let share = part as f64 / whole.max(1) as f64;
    100.0 * share
}

/// Replays every prefix of every text, as a person typing it would. The best of three runs, so
/// that other work on the machine does not count. Median and 99th percentile in milliseconds.
pub fn keystrokes(engine: &PinyinEngine, typed: &[String]) -> (f64, f64) {
    let mut times = Vec::new();
    for keys in typed {
        for keys in (1..=keys.len().min(64)).filter_map(|n| keys.get(..n)) {
            times.extend((0..3).map(|_| timed(|| engine.candidates(keys, "")).1).min());
        }
    }
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or_default();
    (at(50).as_secs_f64() * 1e3, at(99).as_secs_f64() * 1e3)
}

/// What `run` gives and how long it takes.
pub fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    #[expect(clippy::disallowed_methods, reason = "measuring is what this program is for")]
    let start = Instant::now();
    (run(), start.elapsed())
}

/// The size a server sends.
pub fn brotli_size(bytes: &[u8]) -> std::io::Result<usize> {
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &params)?;
    Ok(packed.len())
}
