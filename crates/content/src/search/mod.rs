//! Finding a card by what people say: plain words, pinyin, initials, wrong characters of the same
//! sound. Everything is in memory; there are a few thousand terms.

mod letters;
mod query;
mod score;
mod sounds;

use serde::{Deserialize, Serialize};

pub use crate::card::CardRef;
use query::Query;
use score::Terms;
use sounds::Sounds;

/// What a term is to its card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Weight {
    /// Its title, or another way to ask the same.
    Title,
    /// A word people use.
    Keyword,
    /// The tile it stands behind.
    Tile,
    /// A sentence of it.
    Text,
}

/// A text by which a card is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Position in [`Index::cards`].
    pub card: u16,
    /// What it is to the card.
    pub weight: Weight,
    /// In lower case.
    pub text: String,
}

/// What is loaded to search.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// Cards that can be found.
    pub cards: Vec<CardRef>,
    /// By what.
    pub terms: Vec<Term>,
    /// Syllables without tones; empty where people do not write Chinese.
    syllables: Vec<String>,
    /// Characters in order, each by its distance from the one before, with its readings as
    /// positions in `syllables`.
    letters: Vec<(u16, Vec<u16>)>,
}

impl Index {
    /// Adds how characters sound; they come in ascending order.
    #[cfg(feature = "read")]
    pub(crate) fn add_sounds<'a>(&mut self, letters: impl Iterator<Item = (char, Vec<&'a str>)>) {
        let mut known = std::collections::BTreeMap::<&'a str, u16>::new();
        let mut before = 0_u32;
        for (letter, readings) in letters {
            let ids = readings.into_iter().map(|reading| {
                let next = u16::try_from(known.len()).unwrap_or(u16::MAX);
                *known.entry(reading).or_insert_with(|| {
                    self.syllables.push(reading.to_owned());
                    next
                })
            });
            let ids = ids.collect();
            let gap = u16::try_from(u32::from(letter) - before).unwrap_or(u16::MAX);
            before = u32::from(letter);
            self.letters.push((gap, ids));
        }
    }
}

/// An index made ready: a few milliseconds of work, done once.
pub struct Searcher {
    cards: Vec<CardRef>,
    terms: Terms,
    sounds: Sounds,
}

/// Scores below this share of the best are noise.
const LEAST_SHARE: f32 = 0.25;

impl Searcher {
    /// Makes `index` ready.
    pub fn new(index: Index) -> Self {
        let sounds = Sounds::new(&index.syllables, &index.letters);
        let terms = Terms::new(&index.terms, &sounds);
        Self { cards: index.cards, terms, sounds }
    }

    /// The cards that fit `text`, best first, at most `most`; none when nothing fits.
    pub fn search(&self, text: &str, most: usize) -> Vec<&CardRef> {
        let query = Query::new(text, &self.sounds);
        let mut found = self.terms.cards(&query, self.cards.len());
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let best = found.first().map_or(0.0, |(_, score)| *score);
        found
            .into_iter()
            .take_while(|(_, score)| *score >= best * LEAST_SHARE)
            .filter_map(|(card, _)| self.cards.get(card))
            .take(most)
            .collect()
    }
}
