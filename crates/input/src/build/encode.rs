//! Writing the asset: columns of like bytes, the counterpart of `pinyin::asset`.

use super::BuildError;
use super::classes::Classes;
use super::counts::EDGE;
use super::model::{Item, Vocabulary};
use super::pairs::Pairs;
use crate::pinyin::format::{COST_SCALE, MAGIC, MAX_WORD};
use std::collections::BTreeMap;

/// Spellings people also use; the first is the one in the dictionaries.
const SECOND_SPELLINGS: [(&str, &str); 2] = [("lve", "lue"), ("nve", "nue")];

/// Costs are rounded to multiples of this: what is lost in ranking is less than what the smaller
/// columns buy in words.
const STEP: f64 = 2.0;

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
    write_pairs(&mut out, &entries.collect::<Vec<_>>(), classes, pairs);
    Ok(out)
}

fn spellings(names: &[&str]) -> String {
    let lines = names.iter().map(|name| {
        let second = SECOND_SPELLINGS.iter().find(|(first, _)| first == name);
        second.map_or_else(|| (*name).to_owned(), |(first, second)| format!("{first} {second}"))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// −ln p in the unit of the asset.
fn cost(nats: f64) -> u8 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let byte = ((nats * COST_SCALE / STEP).round() * STEP).clamp(0.0, 255.0) as u8;
    byte
}

fn number(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.extend((value & 0x7f | 0x80).to_le_bytes().first());
        value >>= 7;
    }
    out.extend(value.to_le_bytes().first());
}

fn column(out: &mut Vec<u8>, bytes: &[u8]) {
    number(out, u32::try_from(bytes.len()).unwrap_or(u32::MAX));
    out.extend(bytes);
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

fn write_pairs(out: &mut Vec<u8>, entries: &[(&str, u8)], classes: &Classes, pairs: &Pairs) {
    let mut readings: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (entry, (text, _)) in (0_u32..).zip(entries) {
        readings.entry(text).or_default().push(entry);
    }
    // The entry that stands for a text is its likeliest reading.
    let cheapest = |all: &Vec<u32>| {
        all.iter().copied().min_by_key(|e| entries.get(*e as usize).map(|(_, cost)| *cost))
    };
    let principal: BTreeMap<&str, u32> =
        readings.iter().filter_map(|(text, all)| Some((*text, cheapest(all)?))).collect();
    let known = |text: &&String| principal.contains_key(text.as_str());
    let mut used: Vec<&String> = pairs.0.keys().filter(known).collect();
    used.extend(pairs.0.values().flat_map(|row| row.next.keys()).filter(known));
    used.sort_by_key(|text| principal.get(text.as_str()));
    used.dedup();
    let mut words = Vec::new();
    let mut before = 0;
    for entry in used.iter().filter_map(|text| principal.get(text.as_str())) {
        number(&mut words, entry - before);
        before = *entry;
    }
    // Frequent words get small numbers, so that the steps between them are small too. The reader
    // sorts the same way.
    used.sort_by_key(|text| {
        let entry = principal.get(text.as_str()).copied().unwrap_or_default();
        (entries.get(entry as usize).map(|(_, cost)| *cost), entry)
    });
    let mut tokens: BTreeMap<&str, u32> = used.iter().map(|t| t.as_str()).zip(0..).collect();
    let edge = u32::try_from(used.len()).unwrap_or(u32::MAX);
    tokens.insert(EDGE, edge);

    let mut aliases = Vec::new();
    let mut others = Vec::new();
    for text in &used {
        let Some(entry) = principal.get(text.as_str()) else { continue };
        let token = tokens.get(text.as_str()).copied().unwrap_or(edge);
        let all = readings.get(text.as_str()).into_iter().flatten();
        others.extend(all.filter(|other| *other != entry).map(|other| (*other, token)));
    }
    others.sort_unstable();
    before = 0;
    for (entry, token) in others {
        number(&mut aliases, entry - before);
        number(&mut aliases, token);
        before = entry;
    }
    let [mut lengths, mut back_off, mut steps, mut costs] = [const { Vec::new() }; 4];
    for text in used.iter().map(|t| t.as_str()).chain([EDGE]) {
        let row = pairs.0.get(text);
        let next = row.into_iter().flat_map(|row| &row.next);
        let mut next: Vec<(u32, f64)> =
            next.filter_map(|(word, cost)| Some((*tokens.get(word.as_str())?, *cost))).collect();
        next.sort_by_key(|(token, _)| *token);
        number(&mut lengths, u32::try_from(next.len()).unwrap_or(u32::MAX));
        back_off.push(cost(row.map_or(0.0, |row| row.back_off)));
        let mut before = 0;
        for (token, nats) in next {
            number(&mut steps, token - before);
            before = token;
            costs.push(cost(nats));
        }
    }
    let of = used.iter().map(|t| t.as_str()).chain([EDGE]).map(|t| classes.of(t)).collect();
    for bytes in [words, aliases, of, attraction(classes), lengths, back_off, steps, costs] {
        column(out, &bytes);
    }
}

fn attraction(classes: &Classes) -> Vec<u8> {
    let all = 0..classes.count;
    let pairs = all.clone().flat_map(|a| all.clone().map(move |b| classes.cost(a, b)));
    #[expect(clippy::cast_possible_truncation, reason = "clamped")]
    let byte = |nats: f64| (nats * COST_SCALE).round().clamp(-127.0, 127.0) as i8;
    let mut bytes = vec![classes.count];
    bytes.extend(pairs.flat_map(|nats| byte(nats).to_le_bytes()));
    bytes
}
