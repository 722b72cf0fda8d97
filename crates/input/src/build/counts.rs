//! How often words and pairs of words occur in a text.

use std::collections::BTreeMap;

/// The start or end of a run of characters, as a word.
pub const EDGE: &str = "";

/// One word of a text.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// How often it occurs.
    pub count: f64,
    /// How often each word follows it.
    pub next: BTreeMap<String, f64>,
}

/// The words of a text.
#[derive(Clone, Debug, Default)]
pub struct Counts(pub BTreeMap<String, Row>);

impl Counts {
    /// Counts runs that are split into words.
    pub fn of<'a>(runs: impl IntoIterator<Item = Vec<&'a str>>) -> Self {
        let mut rows: BTreeMap<String, Row> = BTreeMap::new();
        for run in runs {
            let mut before = EDGE;
            for word in run.into_iter().chain([EDGE]) {
                if !rows.contains_key(before) {
                    rows.insert(before.to_owned(), Row::default());
                }
                let Some(row) = rows.get_mut(before) else { continue };
                row.count += 1.0;
                match row.next.get_mut(word) {
                    Some(count) => *count += 1.0,
                    None => *row.next.entry(word.to_owned()).or_default() = 1.0,
                }
                before = word;
            }
        }
        Self(rows)
    }

    /// How often `word` occurs.
    pub fn count(&self, word: &str) -> f64 {
        self.0.get(word).map_or(0.0, |row| row.count)
    }

    /// Whether `word` occurs more than once: what is met once may be chance.
    pub fn repeats(&self, word: &str) -> bool {
        self.count(word) > 1.0
    }

    /// How many words there are in all, edges left out.
    pub fn total(&self) -> f64 {
        self.0.iter().filter(|(word, _)| *word != EDGE).map(|(_, row)| row.count).sum()
    }
}
