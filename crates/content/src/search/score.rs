//! How well a term fits a query.

use std::collections::HashMap;

use super::query::{Latin, Query, Run, is_han};
use super::sounds::{Sound, Sounds};
use super::{Term, Weight};

/// Every term, ready to be compared.
pub struct Terms {
    all: Vec<Ready>,
    /// In how many terms two neighbouring sounds stand.
    pairs: HashMap<(Sound, Sound), u16>,
    /// In how many terms a word of letters stands.
    words: HashMap<String, u16>,
}

struct Ready {
    card: u16,
    factor: f32,
    run: Run,
    /// First letter of every character.
    initials: String,
    /// Spellings of every character.
    spellings: Vec<Vec<String>>,
    words: Vec<String>,
}

/// A wrong character of the right sound counts less than the right one.
const SOUND_SHARE: f32 = 0.75;

impl Terms {
    /// Makes `terms` ready.
    pub fn new(terms: &[Term], sounds: &Sounds) -> Self {
        let terms: Vec<Ready> = terms.iter().map(|term| Ready::new(term, sounds)).collect();
        let (mut pairs, mut words) = (HashMap::new(), HashMap::new());
        for term in &terms {
            for pair in sound_pairs(&term.run.sounds) {
                *pairs.entry(pair).or_insert(0) += 1;
            }
            for word in &term.words {
                *words.entry(word.clone()).or_insert(0) += 1;
            }
        }
        Self { all: terms, pairs, words }
    }

    /// The cards that fit at all, each with its score.
    pub fn cards(&self, query: &Query, count: usize) -> Vec<(usize, f32)> {
        // The three best terms of each card, best first.
        let mut best = vec![[0.0_f32; 3]; count];
        for term in &self.all {
            let score = self.score(query, term) * term.factor;
            if let Some([first, second, third]) =
                best.get_mut(usize::from(term.card)).filter(|_| score > 0.0)
            {
                if score > *first {
                    (*first, *second, *third) = (score, *first, *second);
                } else if score > *second {
                    (*second, *third) = (score, *second);
                } else if score > *third {
                    *third = score;
                }
            }
        }
        let total = |[first, second, third]: [f32; 3]| first + 0.3 * second + 0.15 * third;
        let scored = best.into_iter().map(total).enumerate();
        scored.filter(|(_, score)| *score > 0.0).collect()
    }

    fn score(&self, query: &Query, term: &Ready) -> f32 {
        let han: f32 = query.han.iter().map(|run| self.run(run, term)).sum();
        let latin: f32 = query.latin.iter().map(|word| self.latin(word, term)).sum();
        han + latin
    }

    fn run(&self, run: &Run, term: &Ready) -> f32 {
        if !run.pairs.may_meet(term.run.pairs) {
            return 0.0;
        }
        let exact = whole(&run.letters, &term.run.letters);
        let sound = whole(&run.sounds, &term.run.sounds) * SOUND_SHARE;
        exact.max(sound).max(self.shared(run, term))
    }

    /// Pairs of neighbours that both have: rare ones count more, right characters more than right
    /// sounds.
    fn shared(&self, run: &Run, term: &Ready) -> f32 {
        let (mut score, mut matched) = (0.0, 0.0_f32);
        for (letters, pair) in run.letters.windows(2).zip(run.sounds.windows(2)) {
            let [Some(a), Some(b)] = *pair else { continue };
            if term.run.letters.windows(2).any(|other| other == letters) {
                score += self.rarity(a, b);
                matched += 1.0;
            } else if term.run.sounds.windows(2).any(|other| other == pair) {
                score += self.rarity(a, b) * SOUND_SHARE;
                matched += 1.0;
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a query is short")]
        let share = matched / run.letters.len().max(2) as f32;
        score * 3.0 * (0.5 + share)
    }

    fn rarity(&self, a: Sound, b: Sound) -> f32 {
        rarity(self.pairs.get(&(a, b)).copied(), self.all.len())
    }

    fn latin(&self, word: &Latin, term: &Ready) -> f32 {
        let as_word =
            term.words.iter().map(|other| self.word(&word.text, other)).fold(0.0, f32::max);
        let as_sounds = word.syllables.as_ref().map_or(0.0, |(sounds, pairs)| {
            if !pairs.may_meet(term.run.pairs) {
                return 0.0;
            }
            (whole(sounds, &term.run.sounds) * 0.9).max(self.shared_sounds(sounds, term))
        });
        as_word.max(as_sounds).max(initials(&word.text, term)).max(mixed(&word.text, term))
    }

    fn shared_sounds(&self, sounds: &[Option<Sound>], term: &Ready) -> f32 {
        let pairs = sound_pairs(sounds);
        let both = pairs.filter(|pair| sound_pairs(&term.run.sounds).any(|other| other == *pair));
        both.map(|(a, b)| self.rarity(a, b) * 3.0).sum()
    }

    fn word(&self, word: &str, other: &str) -> f32 {
        let is_same = word == other || stem(word) == stem(other);
        let is_begun = word.len() >= 4 && other.starts_with(word);
        if is_same || is_begun {
            6.0 * rarity(self.words.get(other).copied(), self.all.len())
        } else {
            0.0
        }
    }
}

impl Ready {
    fn new(term: &Term, sounds: &Sounds) -> Self {
        let run = Run::new(term.text.chars().filter(|c| is_han(*c)).collect(), sounds);
        let of =
            |sound: &Option<Sound>| sound.map(|sound| (sounds.initial(sound), sounds.forms(sound)));
        let words = term.text.split(|c: char| !c.is_ascii_alphanumeric());
        Self {
            card: term.card,
            factor: match term.weight {
                Weight::Title => 1.15,
                Weight::Keyword => 1.0,
                Weight::Tile => 0.5,
                Weight::Text => 0.35,
            },
            initials: run
                .sounds
                .iter()
                .map(|s| of(s).and_then(|(first, _)| first).unwrap_or('-'))
                .collect(),
            spellings: run
                .sounds
                .iter()
                .map(|s| of(s).map_or_else(Vec::new, |(_, f)| f.to_vec()))
                .collect(),
            run,
            words: words.filter(|word| word.len() > 2).map(str::to_owned).collect(),
        }
    }
}

fn sound_pairs(sounds: &[Option<Sound>]) -> impl Iterator<Item = (Sound, Sound)> + '_ {
    sounds.windows(2).filter_map(|pair| match pair {
        [Some(a), Some(b)] => Some((*a, *b)),
        _ => None,
    })
}

/// From 1 for what stands in one term down to 0.15 for what stands in nearly all.
fn rarity(found: Option<u16>, terms: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand terms")]
    let terms = terms.max(2) as f32;
    (1.0 - f32::from(found.unwrap_or(1)).ln() / terms.ln()).max(0.15)
}

/// The one within the other, or both the same.
fn whole<T: PartialEq>(query: &[T], term: &[T]) -> f32 {
    if query.is_empty() || term.is_empty() {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a term is short")]
    let length = |count: usize| count as f32;
    if query == term {
        8.0 + 3.0 * length(term.len())
    } else if term.len() > 1 && contains(query, term) {
        4.0 + 3.0 * length(term.len())
    } else if query.len() > 1 && contains(term, query) {
        4.0 + 3.0 * length(query.len()) - 0.2 * length(term.len() - query.len())
    } else {
        0.0
    }
}

fn contains<T: PartialEq>(long: &[T], short: &[T]) -> bool {
    long.windows(short.len()).any(|window| window == short)
}

/// `gzbf` for 工资不发.
fn initials(word: &str, term: &Ready) -> f32 {
    if word.len() < 2 || !term.initials.contains(word) {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a word is short")]
    let length = word.len() as f32;
    if term.initials == word { 6.0 + 2.5 * length } else { 1.5 * length }
}

/// Whole syllables, first letters and an unfinished last one, in any mixture: `gongzbf`, `qianx`.
fn mixed(word: &str, term: &Ready) -> f32 {
    if word.len() < 3 {
        return 0.0;
    }
    let mut best = 0.0_f32;
    for begin in 0..term.spellings.len() {
        let rest = term.spellings.get(begin..).unwrap_or_default();
        if let Some((letters, whole)) = follow(word, rest) {
            let at_start = if begin == 0 { 1.5 } else { 0.0 };
            best = best.max(letters + 2.0 * whole + at_start);
        }
    }
    best
}

/// How many characters and how many whole syllables `word` stands for from here on.
fn follow(word: &str, rest: &[Vec<String>]) -> Option<(f32, f32)> {
    if word.is_empty() {
        return Some((0.0, 0.0));
    }
    let (first, others) = rest.split_first()?;
    let mut best: Option<(f32, f32)> = None;
    let mut keep = |found: Option<(f32, f32)>, whole: f32| {
        if let Some((count, wholes)) = found {
            let this = (count + 1.0, wholes + whole);
            if best.is_none_or(|best| this.1 > best.1) {
                best = Some(this);
            }
        }
    };
    for spelling in first {
        if let Some(after) = word.strip_prefix(spelling.as_str()) {
            keep(follow(after, others), 1.0);
        } else if spelling.starts_with(word) {
            keep(Some((0.0, 0.0)), 0.5);
        }
        if let Some(after) = spelling.chars().next().and_then(|letter| word.strip_prefix(letter)) {
            keep(follow(after, others), 0.0);
        }
    }
    best
}

/// A word without its English ending.
fn stem(word: &str) -> &str {
    for ending in ["ing", "ed", "es", "s"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 2) {
            return stem;
        }
    }
    word
}
