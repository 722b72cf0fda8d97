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
}

/// Letters that stand together.
pub struct Latin {
    /// In lower case.
    pub text: String,
    /// As syllables, where they are some.
    pub syllables: Option<Vec<Option<Sound>>>,
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
        let sounds = letters.iter().map(|letter| sounds.of(*letter)).collect();
        Self { letters, sounds }
    }
}

fn close(word: &mut String, into: &mut Vec<Latin>, sounds: &Sounds) {
    if !word.is_empty() {
        into.push(Latin::new(core::mem::take(word), sounds));
    }
}

impl Latin {
    fn new(text: String, sounds: &Sounds) -> Self {
        let syllables = sounds.syllables(&text);
        let syllables = syllables.map(|sounds| sounds.into_iter().map(Some).collect());
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
