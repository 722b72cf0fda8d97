//! Which word follows which, as columns; `pinyin::bigrams` reads them.

use super::columns::{column, cost, number, signed_cost};
use crate::build::classes::Classes;
use crate::build::counts::EDGE;
use crate::build::pairs::Pairs;
use std::collections::BTreeMap;

/// The columns of classes and pairs.
pub fn write(out: &mut Vec<u8>, entries: &[(&str, u8)], classes: &Classes, pairs: &Pairs) {
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
    let mut bytes = vec![classes.count];
    bytes.extend(pairs.flat_map(|nats| signed_cost(nats).to_le_bytes()));
    bytes
}
