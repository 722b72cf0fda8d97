//! How well a term fits a query.

use std::collections::HashMap;

use super::letters::{Spelling, begin_bit, initials, mixed, stem};
use super::query::{Query, Run, is_han};
use super::sounds::{Sound, Sounds};
use super::{Term, Weight};

/// Every term, ready to be compared.
pub struct Terms {
    all: Vec<Ready>,
    /// The terms in which two neighbouring sounds stand, in order: most terms share none with a
    /// query and are never looked at.
    pairs: HashMap<Pair, Vec<u16>>,
    /// In how many terms a word of letters stands.
    words: HashMap<String, u16>,
}

struct Ready {
    card: u16,
    factor: f32,
    /// Letters that any of the spellings begins with, one bit each.
    begins: u32,
    run: Run,
    /// First letter of every character.
    initials: String,
    /// How every character can be spelled.
    spellings: Vec<Spelling>,
    words: Vec<String>,
}

/// A wrong character of the right sound counts less than the right one.
const SOUND_SHARE: f32 = 0.75;

impl Terms {
    /// Makes `terms` ready.
    pub fn new(terms: &[Term], sounds: &Sounds) -> Self {
        let terms: Vec<Ready> = terms.iter().map(|term| Ready::new(term, sounds)).collect();
        let (mut pairs, mut words) = (HashMap::<Pair, Vec<u16>>::new(), HashMap::new());
        for (number, term) in (0..).zip(&terms) {
            for pair in pairs_of(&term.run.sounds) {
                let found = pairs.entry(pair).or_default();
                if found.last() != Some(&number) {
                    found.push(number);
                }
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
        for (term, score) in self.all.iter().zip(self.scores(query)) {
            let score = score * term.factor;
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

    /// How well every term fits.
    fn scores(&self, query: &Query) -> Vec<f32> {
        let mut scores = vec![0.0; self.all.len()];
        for run in &query.han {
            for (number, term) in self.sharing(&run.sounds) {
                add(&mut scores, number, self.run(run, term));
            }
        }
        for word in &query.latin {
            let mut fits = self.letters(&word.text);
            let sounds = word.syllables.as_deref().unwrap_or_default();
            for (number, term) in self.sharing(sounds) {
                let whole = whole(sounds, &term.run.sounds) * 0.9;
                let score = whole.max(self.shared_sounds(sounds, term));
                if let Some(fit) = fits.get_mut(number) {
                    *fit = f32::max(*fit, score);
                }
            }
            fits.into_iter().enumerate().for_each(|(number, fit)| add(&mut scores, number, fit));
        }
        scores
    }

    /// The terms that share a pair of neighbours with `sounds`.
    fn sharing(&self, sounds: &[Option<Sound>]) -> impl Iterator<Item = (usize, &Ready)> {
        let lists = pairs_of(sounds).filter_map(|pair| self.pairs.get(&pair));
        let mut numbers: Vec<u16> = lists.flatten().copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        let numbers = numbers.into_iter().map(usize::from);
        numbers.filter_map(|number| Some((number, self.all.get(number)?)))
    }

    /// How well a word of letters fits every term as a word or as first letters.
    fn letters(&self, word: &str) -> Vec<f32> {
        let begin = begin_bit(word);
        let fit = |term: &Ready| {
            let words = term.words.iter().map(|other| self.word(word, other));
            let as_word = words.fold(0.0, f32::max);
            if term.begins & begin == 0 {
                return as_word;
            }
            as_word.max(initials(word, &term.initials)).max(mixed(word, &term.spellings))
        };
        self.all.iter().map(fit).collect()
    }

    fn run(&self, run: &Run, term: &Ready) -> f32 {
        let exact = whole(&run.letters, &term.run.letters);
        let sound = whole(&run.sounds, &term.run.sounds) * SOUND_SHARE;
        exact.max(sound).max(self.shared(run, term))
    }

    /// Pairs of neighbours that both have: rare ones count more, right characters more than right
    /// sounds.
    fn shared(&self, run: &Run, term: &Ready) -> f32 {
        let (mut score, mut matched) = (0.0, 0.0_f32);
        for (letters, pair) in run.letters.windows(2).zip(run.sounds.windows(2)) {
            let [a @ Some(_), b @ Some(_)] = *pair else { continue };
            if term.run.letters.windows(2).any(|other| other == letters) {
                score += self.rarity((a, b));
                matched += 1.0;
            } else if term.run.sounds.windows(2).any(|other| other == pair) {
                score += self.rarity((a, b)) * SOUND_SHARE;
                matched += 1.0;
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a query is short")]
        let share = matched / run.letters.len().max(2) as f32;
        score * 3.0 * (0.5 + share)
    }

    fn rarity(&self, pair: Pair) -> f32 {
        let found = self.pairs.get(&pair).map(Vec::len);
        rarity(found.and_then(|found| u16::try_from(found).ok()), self.all.len())
    }

    fn shared_sounds(&self, sounds: &[Option<Sound>], term: &Ready) -> f32 {
        let both =
            neighbours(sounds).filter(|pair| neighbours(&term.run.sounds).any(|p| p == *pair));
        both.map(|pair| self.rarity(pair) * 3.0).sum()
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
        let initial = |sound: &Option<Sound>| sound.and_then(|sound| sounds.initial(sound));
        let forms = |sound: &Option<Sound>| sound.map_or(&[][..], |sound| sounds.forms(sound));
        let spellings: Vec<Spelling> =
            run.sounds.iter().map(|sound| Spelling::new(forms(sound))).collect();
        let words = term.text.split(|c: char| !c.is_ascii_alphanumeric());
        Self {
            card: term.card,
            factor: match term.weight {
                Weight::Title => 1.15,
                Weight::Keyword => 1.0,
                Weight::Tile => 0.5,
                Weight::Text => 0.35,
            },
            initials: run.sounds.iter().map(|sound| initial(sound).unwrap_or('-')).collect(),
            begins: spellings.iter().fold(0, |bits, spelling| bits | spelling.begins()),
            spellings,
            run,
            words: words.filter(|word| word.len() > 2).map(str::to_owned).collect(),
        }
    }
}

/// Two neighbouring sounds; what has no sound stands for itself as none.
type Pair = (Option<Sound>, Option<Sound>);

/// Every pair of neighbours; something without neighbours is a pair of its own.
fn pairs_of(sounds: &[Option<Sound>]) -> impl Iterator<Item = Pair> {
    let alone = if let [one] = sounds { Some((*one, *one)) } else { None };
    neighbours(sounds).chain(alone)
}

fn neighbours(sounds: &[Option<Sound>]) -> impl Iterator<Item = Pair> {
    sounds.windows(2).filter_map(|pair| match pair {
        [a, b] => Some((*a, *b)),
        _ => None,
    })
}

fn add(scores: &mut [f32], number: usize, score: f32) {
    if let Some(sum) = scores.get_mut(number) {
        *sum += score;
    }
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
