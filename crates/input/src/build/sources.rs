//! Reading the filtered inputs; where each comes from is in `data/NOTICE.md`.

use super::BuildError;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A word or character with one reading and its counts in both base dictionaries.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The word.
    pub text: String,
    /// Its syllables.
    pub syllables: Vec<String>,
    /// How often the Android dictionary saw it in this reading.
    pub android: f64,
    /// How often jieba's dictionary saw it in any reading.
    pub jieba: f64,
    /// The part of speech in jieba's dictionary, `-` if it has none.
    pub speech: String,
}

/// All inputs.
#[derive(Debug)]
pub struct Sources {
    /// Characters, one row a reading.
    pub characters: Vec<Reading>,
    /// Words of two characters or more.
    pub words: Vec<Reading>,
    /// Words added by hand, which are kept however rare.
    pub named: BTreeSet<String>,
    /// Runs of Chinese characters from the corpus of this project.
    pub runs: Vec<String>,
}

impl Sources {
    /// Reads everything under `data`.
    pub fn read(data: &Path) -> Result<Self, BuildError> {
        let mut words = readings(&data.join("lexicon/words.tsv"))?;
        // A public screen offers no coarse words; character by character they can be written.
        let unoffered = text(&data.join("lexicon/unoffered.txt"))?;
        let unoffered: BTreeSet<&str> = unoffered.lines().collect();
        words.retain(|word| !unoffered.contains(word.text.as_str()));
        let terms = readings(&data.join("lexicon/terms.tsv"))?;
        let named = terms.iter().map(|term| term.text.clone()).collect();
        words.extend(terms);
        let mut runs = Vec::new();
        for name in ["official.txt", "colloquial.txt", "content.txt"] {
            let text = text(&data.join("corpus").join(name))?;
            runs.extend(chinese_runs(&text).map(str::to_owned));
        }
        Ok(Self { characters: readings(&data.join("lexicon/characters.tsv"))?, words, named, runs })
    }
}

/// The stretches of a text that are only Chinese characters.
pub fn chinese_runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_chinese(c)).filter(|run| !run.is_empty())
}

fn is_chinese(c: char) -> bool {
    matches!(u32::from(c), 0x3400..=0x9fff)
}

fn text(path: &Path) -> Result<String, BuildError> {
    fs::read_to_string(path).map_err(|error| BuildError::Unreadable(path.to_owned(), error))
}

fn readings(path: &Path) -> Result<Vec<Reading>, BuildError> {
    let parse = |line: &str| {
        let mut fields = line.split('\t');
        let reading = Reading {
            text: fields.next()?.to_owned(),
            syllables: fields.next()?.split(' ').map(str::to_owned).collect(),
            android: fields.next()?.parse().ok()?,
            jieba: fields.next()?.parse().ok()?,
            speech: fields.next()?.to_owned(),
        };
        (reading.text.chars().count() == reading.syllables.len()).then_some(reading)
    };
    let malformed = |line| BuildError::Malformed(path.to_owned(), line);
    let text = text(path)?;
    let lines = text.lines().enumerate();
    lines.map(|(at, line)| parse(line).ok_or_else(|| malformed(at + 1))).collect()
}
