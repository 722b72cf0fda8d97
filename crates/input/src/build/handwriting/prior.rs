//! How often characters and pairs of characters occur, from the lexicon and the corpus.

use super::encode::halves;
use crate::build::BuildError;
use crate::handwriting::prior::{GAIN_SCALE, SCALE};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What the asset says about likelihood.
#[derive(Debug)]
pub struct Counts {
    costs: Vec<u8>,
    followers: Vec<Vec<(u16, u8)>>,
}

/// Every character counts this often before anything is counted.
const UNSEEN: f64 = 800.0;

/// Pairs kept, those first whose knowledge is worth most.
const PAIRS: usize = 20_000;

/// A character of the corpus counts as this many of the dictionaries'.
const CORPUS: f64 = 300.0;

impl Counts {
    /// Counts characters and pairs under `data`; `characters` ascending.
    pub fn read(data: &Path, characters: &[char]) -> Result<Self, BuildError> {
        let class = |c: char| characters.binary_search(&c).ok();
        let mut single = vec![UNSEEN; characters.len()];
        let mut pairs: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        let mut note = |text: &str, count: f64| {
            let classes: Vec<Option<usize>> = text.chars().map(class).collect();
            for one in classes.iter().flatten() {
                if let Some(value) = single.get_mut(*one) {
                    *value += count;
                }
            }
            for pair in classes.windows(2) {
                if let [Some(a), Some(b)] = pair {
                    *pairs.entry((*a, *b)).or_default() += count;
                }
            }
        };
        for name in ["lexicon/words.tsv", "lexicon/characters.tsv"] {
            for line in text(&data.join(name))?.lines() {
                let mut fields = line.split('\t');
                let (Some(word), Some(android), Some(jieba)) =
                    (fields.next(), fields.nth(1), fields.next())
                else {
                    continue;
                };
                let count = |field: &str| field.parse::<f64>().unwrap_or(0.0);
                note(word, count(android) + count(jieba));
            }
        }
        for name in ["corpus/official.txt", "corpus/colloquial.txt"] {
            text(&data.join(name))?.lines().for_each(|line| note(line, CORPUS));
        }
        Ok(Self::of(&single, &pairs))
    }

    fn of(single: &[f64], pairs: &BTreeMap<(usize, usize), f64>) -> Self {
        let all: f64 = single.iter().sum();
        let cost = |count: &f64| byte((all / count).ln() * f64::from(SCALE));
        let before =
            |a: usize| -> f64 { pairs.range((a, 0)..(a + 1, 0)).map(|(_, count)| count).sum() };
        let mut scored: Vec<(f64, usize, usize, f64)> = Vec::new();
        let mut last = (usize::MAX, 0.0);
        for ((a, b), count) in pairs {
            if last.0 != *a {
                last = (*a, before(*a));
            }
            let chance = count / (last.1 + 3.0 * CORPUS);
            let plain = single.get(*b).map_or(1.0, |s| s / all);
            let gain = (0.9 * chance / plain + 0.1).ln();
            if gain > 0.7 {
                scored.push((count * gain, *a, *b, gain));
            }
        }
        scored.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
        scored.truncate(PAIRS);
        let mut followers = vec![Vec::new(); single.len()];
        for (_, a, b, gain) in scored {
            if let (Some(list), Ok(b)) = (followers.get_mut(a), u16::try_from(b)) {
                list.push((b, byte(gain * f64::from(GAIN_SCALE))));
            }
        }
        for list in &mut followers {
            list.sort_unstable();
        }
        Self { costs: single.iter().map(cost).collect(), followers }
    }

    /// Appends the columns.
    pub fn write(&self, out: &mut Vec<u8>) {
        out.extend(&self.costs);
        let count = |list: &Vec<(u16, u8)>| u16::try_from(list.len()).unwrap_or(u16::MAX);
        halves(out, &self.followers.iter().map(count).collect::<Vec<_>>());
        let all = || self.followers.iter().flatten();
        halves(out, &all().map(|(class, _)| *class).collect::<Vec<_>>());
        out.extend(all().map(|(_, gain)| *gain));
    }
}

fn text(path: &Path) -> Result<String, BuildError> {
    fs::read_to_string(path).map_err(|error| BuildError::Unreadable(path.to_owned(), error))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
fn byte(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}
