//! Writing the asset: columns of like bytes, the counterpart of `pinyin::asset`.

mod columns;
mod pairs;

use super::BuildError;
use super::classes::Classes;
use super::model::{Item, Vocabulary};
use super::pairs::Pairs;
use crate::pinyin::format::{MAGIC, MAX_WORD};
use columns::{column, cost, number};
use std::collections::BTreeMap;

/// Spellings people also use; the first is the one in the dictionaries.
const SECOND_SPELLINGS: [(&str, &str); 2] = [("lve", "lue"), ("nve", "nue")];

type Key = Vec<u16>;

/// The finished bytes.
pub fn asset(
    vocabulary: &Vocabulary,
    classes: &Classes,
    pairs: &Pairs,
) -> Result<Vec<u8>, BuildError> {
    classes.check()?;
    let (characters, words): (Vec<&Item>, Vec<&Item>) = vocabulary
        .items
        .iter()
        .filter(|item| item.syllables.len() <= MAX_WORD)
        .partition(|item| item.syllables.len() == 1);
    let mut names: Vec<&str> =
        characters.iter().flat_map(|i| &i.syllables).map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    let numbers: BTreeMap<&str, u16> = names.iter().copied().zip(0..).collect();

    let mut out = MAGIC.to_vec();
    column(&mut out, spellings(&names).as_bytes());
    let key = |item: &Item| -> Option<Key> {
        item.syllables.iter().map(|s| numbers.get(s.as_str()).copied()).collect()
    };
    let sorted = |items: Vec<&Item>| {
        let mut keyed: Vec<(Key, u8, Item)> = items
            .into_iter()
            .filter_map(|item| Some((key(item)?, cost(item.cost), item.clone())))
            .collect();
        keyed.sort_by(|a, b| (&a.0, a.1, &a.2.text).cmp(&(&b.0, b.1, &b.2.text)));
        keyed
    };
    let characters = sorted(characters);
    let mut words = sorted(words);
    let ranks = write_characters(&mut out, &characters, names.len())?;
    // A word is written as the places of its characters; a reading they do not have by themselves
    // cannot be.
    words.retain(|(key, _, item)| {
        key.iter().zip(item.text.chars()).all(|(s, c)| ranks.contains_key(&(*s, c)))
    });
    write_words(&mut out, &words, &ranks)?;
    let entries =
        characters.iter().chain(&words).map(|(_, cost, item)| (item.text.as_str(), *cost));
    pairs::write(&mut out, &entries.collect::<Vec<_>>(), classes, pairs);
    Ok(out)
}

fn spellings(names: &[&str]) -> String {
    let lines = names.iter().map(|name| {
        let second = SECOND_SPELLINGS.iter().find(|(first, _)| first == name);
        second.map_or_else(|| (*name).to_owned(), |(first, second)| format!("{first} {second}"))
    });
    lines.collect::<Vec<_>>().join("\n")
}

type Ranks = BTreeMap<(u16, char), u8>;

fn write_characters(
    out: &mut Vec<u8>,
    characters: &[(Key, u8, Item)],
    syllables: usize,
) -> Result<Ranks, BuildError> {
    let [mut counts, mut low, mut high, mut costs] = [const { Vec::new() }; 4];
    let mut ranks = Ranks::new();
    for syllable in 0..u16::try_from(syllables).map_err(|_| BuildError::TooLarge("syllables"))? {
        let group = characters.iter().filter(|(key, ..)| key.first() == Some(&syllable));
        let mut count = 0_u32;
        for (_, cost, item) in group {
            let Some(c) = item.text.chars().next() else { continue };
            let unit = u16::try_from(u32::from(c)).map_err(|_| BuildError::TooLarge("planes"))?;
            let rank = u8::try_from(count).map_err(|_| BuildError::TooLarge("homophones"))?;
            let [l, h] = unit.to_le_bytes();
            low.push(l);
            high.push(h);
            costs.push(*cost);
            ranks.insert((syllable, c), rank);
            count += 1;
        }
        number(&mut counts, count);
    }
    for bytes in [counts, low, high, costs] {
        column(out, &bytes);
    }
    Ok(ranks)
}

fn write_words(
    out: &mut Vec<u8>,
    words: &[(Key, u8, Item)],
    ranks: &Ranks,
) -> Result<(), BuildError> {
    let [mut shapes, mut steps, mut low, mut high, mut places, mut costs] =
        [const { Vec::new() }; 6];
    let mut before: &[u16] = &[];
    for (key, cost, item) in words {
        let kept = before.iter().zip(key).take_while(|(a, b)| a == b).count();
        let shape =
            u8::try_from(kept << 4 | key.len()).map_err(|_| BuildError::TooLarge("syllables"))?;
        shapes.push(shape);
        let mut rest = key.iter().skip(kept);
        if let Some(first) = rest.next() {
            let from = before.get(kept).copied().unwrap_or_default();
            number(&mut steps, u32::from(first.saturating_sub(from)));
        }
        for syllable in rest {
            let [l, h] = syllable.to_le_bytes();
            low.push(l);
            high.push(h);
        }
        for (syllable, c) in key.iter().zip(item.text.chars()) {
            places.extend(ranks.get(&(*syllable, c)));
        }
        costs.push(*cost);
        before = key;
    }
    for bytes in [shapes, steps, low, high, places, costs] {
        column(out, &bytes);
    }
    Ok(())
}
