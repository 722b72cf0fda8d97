//! What was typed, in the forms in which it is compared.

use super::sounds::{Sound, Sounds};

/// What was typed.
pub struct Query {
    /// Runs of Chinese characters.
    pub han: Vec<Run>,
    /// Runs of letters.
    pub latin: Vec<Latin>,
}

/// Chinese characters that stand together.
pub struct Run {
    /// The characters.
    pub letters: Vec<char>,
    /// How they sound; the same length. What has no sound stands for itself as none.
    pub sounds: Vec<Option<Sound>>,
    /// What can be told at a glance about `sounds`.
    pub pairs: Pairs,
}

/// Which pairs of neighbours there are, roughly: most terms share none with a query, and two
/// comparisons of bits say so. Something without neighbours is a pair of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pairs([u64; 4]);

impl Pairs {
    fn of(sounds: &[Option<Sound>]) -> Self {
        let mut pairs = Self::default();
        match sounds {
            [one] => pairs.add(*one, *one),
            _ => sounds.windows(2).for_each(|pair| {
                if let [a, b] = *pair {
                    pairs.add(a, b);
                }
            }),
        }
        pairs
    }

    fn add(&mut self, a: Option<Sound>, b: Option<Sound>) {
        let number = |sound: Option<Sound>| sound.map_or(0, |sound| u32::from(sound) + 1);
        let bit =
            number(a).wrapping_mul(0x9e37_79b1).wrapping_add(number(b)).wrapping_mul(0x85eb_ca6b)
                >> 24;
        if let Some(word) = self.0.get_mut((bit >> 6) as usize) {
            *word |= 1 << (bit & 63);
        }
    }

    /// `false` only where the two share no pair.
    pub fn may_meet(self, other: Self) -> bool {
        self.0.iter().zip(other.0).any(|(a, b)| a & b != 0)
    }
}

/// Letters that stand together.
pub struct Latin {
    /// In lower case.
    pub text: String,
    /// As syllables, where they are some.
    pub syllables: Option<(Vec<Option<Sound>>, Pairs)>,
}

/// Longer queries are cut: nobody types more, and the time must stay short.
const LONGEST: usize = 60;

impl Query {
    /// Takes `text` apart. Punctuation and spaces only part letters; between Chinese characters
    /// they say nothing.
    pub fn new(text: &str, sounds: &Sounds) -> Self {
        let (mut han, mut latin) = (Vec::new(), Vec::new());
        let mut letters: Vec<char> = Vec::new();
        let mut word = String::new();
        for letter in text.chars().take(LONGEST).flat_map(plain) {
            if is_han(letter) {
                close(&mut word, &mut latin, sounds);
                letters.push(letter);
            } else if letter.is_ascii_alphanumeric() {
                if !letters.is_empty() {
                    han.push(Run::new(core::mem::take(&mut letters), sounds));
                }
                word.push(letter);
            } else {
                close(&mut word, &mut latin, sounds);
            }
        }
        close(&mut word, &mut latin, sounds);
        if !letters.is_empty() {
            han.push(Run::new(letters, sounds));
        }
        Self { han, latin: joined(latin, sounds) }
    }
}

impl Run {
    /// Characters with their sounds.
    pub fn new(letters: Vec<char>, sounds: &Sounds) -> Self {
        let sounds: Vec<_> = letters.iter().map(|letter| sounds.of(*letter)).collect();
        let pairs = Pairs::of(&sounds);
        Self { letters, sounds, pairs }
    }
}

fn close(word: &mut String, into: &mut Vec<Latin>, sounds: &Sounds) {
    if !word.is_empty() {
        into.push(Latin::new(core::mem::take(word), sounds));
    }
}

impl Latin {
    fn new(text: String, sounds: &Sounds) -> Self {
        let syllables = sounds.syllables(&text).map(|ids| {
            let sounds: Vec<_> = ids.into_iter().map(Some).collect();
            let pairs = Pairs::of(&sounds);
            (sounds, pairs)
        });
        Self { text, syllables }
    }
}

/// "qian xin" is one word in two pieces when all the pieces are syllables.
fn joined(latin: Vec<Latin>, sounds: &Sounds) -> Vec<Latin> {
    let whole: String = latin.iter().map(|word| word.text.as_str()).collect();
    if latin.len() > 1 && latin.iter().all(|word| word.syllables.is_some()) {
        return vec![Latin::new(whole, sounds)];
    }
    latin
}

/// Lower case, half width.
fn plain(letter: char) -> impl Iterator<Item = char> {
    const FULL_TO_HALF: u32 = 0xfee0;
    let half = match letter {
        '！'..='～' => char::from_u32(u32::from(letter) - FULL_TO_HALF).unwrap_or(letter),
        _ => letter,
    };
    half.to_lowercase()
}

/// A Chinese character.
pub fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3134f}')
}
