//! Measures the engine against the gates: `cargo run --release --example eval -- tuning|test`.
//!
//! The test set is for reporting only; look at `tuning` while changing anything.

use petition_input::build::{Weights, pinyin_asset_with};
use petition_input::{PinyinEngine, Recency};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

type Pair = (String, String);

fn main() -> Result<(), Box<dyn Error>> {
    let set = std::env::args().nth(1).unwrap_or_else(|| "tuning".to_owned());
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let bytes = pinyin_asset_with(&data, &weights())?;
    let (engine, start) = timed(|| PinyinEngine::load(&bytes));
    let engine = engine?;
    println!("asset: {} raw, {} brotli, loaded in {start:?}", bytes.len(), brotli_size(&bytes)?);
    let read = |name: &str| pairs(&data.join("eval").join(format!("{name}-{set}.tsv")));
    let (words, official, colloquial) = (read("words")?, read("official")?, read("colloquial")?);
    rank("words, full pinyin          ", &engine, &words, |py| py.replace(' ', ""), "89 / 97");
    rank("words, nine-key             ", &engine, &words, nine_key, "78 / 94");
    rank("words of 3+, first letters  ", &engine, &long(&words), initials, "no gate");
    rank("words of 2, first letters   ", &engine, &short(&words), initials, "no gate");
    sentences("official sentences  ", &engine, &official, "75 / 95");
    sentences("colloquial sentences", &engine, &colloquial, "58 / 93");
    if std::env::var_os("MISSES").is_some() {
        misses(&engine, &words, &official, &colloquial);
    }
    let typed = official.iter().chain(&colloquial).map(|(_, py)| py.replace(' ', ""));
    keystrokes("keystroke, full pinyin", &engine, typed.collect());
    let typed = official.iter().chain(&colloquial).map(|(_, py)| nine_key(py));
    keystrokes("keystroke, nine-key   ", &engine, typed.collect());
    Ok(())
}

/// Weights from the environment, so that tuning needs no edit.
fn weights() -> Weights {
    let settings = std::env::var("WEIGHTS").unwrap_or_default();
    Weights::default().with(&settings).unwrap_or_default()
}

fn pairs(path: &PathBuf) -> Result<Vec<Pair>, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    let lines = text.lines().filter_map(|line| line.split_once('\t'));
    Ok(lines.map(|(text, py)| (text.to_owned(), py.to_owned())).collect())
}

fn long(words: &[Pair]) -> Vec<Pair> {
    words.iter().filter(|(word, _)| word.chars().count() > 2).cloned().collect()
}

fn short(words: &[Pair]) -> Vec<Pair> {
    words.iter().filter(|(word, _)| word.chars().count() == 2).cloned().collect()
}

fn initials(py: &str) -> String {
    py.split(' ').filter_map(|syllable| syllable.chars().next()).collect()
}

fn nine_key(py: &str) -> String {
    let key = |letter| match letter {
        'a'..='c' => '2',
        'd'..='f' => '3',
        'g'..='i' => '4',
        'j'..='l' => '5',
        'm'..='o' => '6',
        'p'..='s' => '7',
        't'..='v' => '8',
        _ => '9',
    };
    py.chars().filter(|c| *c != ' ').map(key).collect()
}

fn percent(part: usize, whole: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    let share = part as f64 / whole.max(1) as f64;
    100.0 * share
}

fn rank(name: &str, engine: &PinyinEngine, words: &[Pair], keys: fn(&str) -> String, gate: &str) {
    let place =
        |(word, py): &Pair| engine.candidates(&keys(py), "").iter().position(|c| c.text == *word);
    let places: Vec<_> = words.iter().map(place).collect();
    let within =
        |n| percent(places.iter().filter(|p| p.is_some_and(|p| p < n)).count(), words.len());
    let (top1, top5, top10) = (within(1), within(5), within(10));
    println!(
        "{name} top-1 {top1:.1} top-5 {top5:.1} top-10 {top10:.1} (n={}, gate {gate})",
        words.len()
    );
}

fn sentences(name: &str, engine: &PinyinEngine, runs: &[Pair], gate: &str) {
    for (way, keys) in
        [("full", (|py| py.replace(' ', "")) as fn(&str) -> String), ("nine", nine_key)]
    {
        let (mut exact, mut top3, mut right, mut all) = (0, 0, 0, 0);
        for (text, py) in runs {
            let keys = keys(py);
            let list = engine.candidates(&keys, "");
            let best = list.first().map_or("", |c| c.text.as_str());
            exact += usize::from(best == text);
            top3 += usize::from(list.iter().take(3).any(|c| c.text == *text));
            right += text.chars().zip(best.chars()).filter(|(a, b)| a == b).count();
            all += text.chars().count();
        }
        let (exact, top3) = (percent(exact, runs.len()), percent(top3, runs.len()));
        let characters = percent(right, all);
        let n = runs.len();
        println!(
            "{name} {way} exact {exact:.1} characters {characters:.1} top-3 {top3:.1} (n={n}, gate {gate})"
        );
    }
}

fn misses(engine: &PinyinEngine, words: &[Pair], official: &[Pair], colloquial: &[Pair]) {
    for (text, py) in words.iter().chain(official).chain(colloquial) {
        let list = engine.candidates(&py.replace(' ', ""), "");
        let best = list.first().map_or("", |c| c.text.as_str());
        if best != text {
            println!("miss\t{text}\t{best}\t{py}");
        }
    }
}

/// Replays every prefix of every sentence, as a person typing it would.
fn keystrokes(name: &str, engine: &PinyinEngine, typed: Vec<String>) {
    let recency = Recency::default();
    let mut times = Vec::new();
    for keys in typed {
        let prefixes = (1..=keys.len().min(64)).filter_map(|n| keys.get(..n));
        times.extend(prefixes.map(|p| timed(|| engine.candidates_with(&recency, p, "")).1));
    }
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 1000).copied().unwrap_or_default();
    println!("{name}: median {:?} p99 {:?} worst {:?}", at(500), at(990), times.last());
}

fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    #[expect(clippy::disallowed_methods, reason = "measuring is what this example is for")]
    let start = Instant::now();
    (run(), start.elapsed())
}

fn brotli_size(bytes: &[u8]) -> std::io::Result<usize> {
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &params)?;
    Ok(packed.len())
}
