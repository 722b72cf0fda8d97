//! Splitting text into the words that explain it best.

use std::collections::HashMap;

/// Longest word tried.
const LONGEST: usize = 8;
/// The cost of a character no dictionary has.
const UNKNOWN: f64 = 25.0;

/// The likeliest split of `run` under `costs` (−ln p of every word).
pub fn split<'a>(run: &'a str, costs: &HashMap<String, f64>) -> Vec<&'a str> {
    let mut ends: Vec<usize> = run.char_indices().map(|(at, _)| at).collect();
    ends.push(run.len());
    let mut best: Vec<(f64, usize)> = vec![(0.0, 0)];
    for to in 1..ends.len() {
        let froms = to.saturating_sub(LONGEST)..to;
        let options = froms.filter_map(|from| {
            let word = run.get(*ends.get(from)?..*ends.get(to)?)?;
            let known = costs.get(word).copied();
            let cost = known.or_else(|| (to - from == 1).then_some(UNKNOWN))?;
            Some((best.get(from)?.0 + cost, from))
        });
        let least = options.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((f64::MAX, to - 1));
        best.push(least);
    }
    let mut words = Vec::new();
    let mut to = ends.len() - 1;
    while to > 0 {
        let from = best.get(to).map_or(to - 1, |(_, from)| *from);
        let span = ends.get(from).zip(ends.get(to));
        words.extend(span.and_then(|(from, to)| run.get(*from..*to)));
        to = from;
    }
    words.reverse();
    words
}
