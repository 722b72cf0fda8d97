//! Characters as syllables, and syllables out of letters.

use std::collections::HashMap;

/// A syllable without its tone; those that many people do not tell apart are one.
pub type Sound = u16;

/// How characters sound.
pub struct Sounds {
    /// Readings of a character, the usual one first, as merged sounds.
    letters: HashMap<char, Vec<Sound>>,
    /// The merged sound of a spelling.
    spellings: HashMap<String, Sound>,
    /// First letter of a merged sound: `zh` and `z` are both `z`.
    initials: Vec<char>,
    /// Spellings of a merged sound.
    forms: Vec<Vec<String>>,
}

/// Longest syllable: `zhuang`.
const LONGEST: usize = 6;

impl Sounds {
    /// Reads the tables of an index.
    pub fn new(syllables: &[String], letters: &[(u16, Vec<u16>)]) -> Self {
        let mut merged: HashMap<String, Sound> = HashMap::new();
        let mut spellings = HashMap::new();
        let (mut initials, mut forms): (Vec<char>, Vec<Vec<String>>) = (Vec::new(), Vec::new());
        let mut sounds = Vec::with_capacity(syllables.len());
        for syllable in syllables {
            let key = merge(syllable);
            let next = Sound::try_from(merged.len()).unwrap_or(Sound::MAX);
            let sound = *merged.entry(key).or_insert(next);
            if sound == next {
                initials.push(syllable.chars().next().unwrap_or_default());
                forms.push(Vec::new());
            }
            if let Some(forms) = forms.get_mut(usize::from(sound)) {
                forms.push(syllable.clone());
            }
            spellings.insert(syllable.clone(), sound);
            sounds.push(sound);
        }
        let mut at = 0_u32;
        let letters = letters
            .iter()
            .filter_map(|(gap, readings)| {
                at += u32::from(*gap);
                let readings =
                    readings.iter().filter_map(|id| sounds.get(usize::from(*id)).copied());
                Some((char::from_u32(at)?, readings.collect()))
            })
            .collect();
        Self { letters, spellings, initials, forms }
    }

    /// The usual reading of a character.
    pub fn of(&self, letter: char) -> Option<Sound> {
        self.letters.get(&letter)?.first().copied()
    }

    /// The first letter of a sound.
    pub fn initial(&self, sound: Sound) -> Option<char> {
        self.initials.get(usize::from(sound)).copied()
    }

    /// How a sound is written in letters.
    pub fn forms(&self, sound: Sound) -> &[String] {
        self.forms.get(usize::from(sound)).map_or(&[], Vec::as_slice)
    }

    /// `letters` as syllables, with as few of them as possible; none when some letters are left.
    pub fn syllables(&self, letters: &str) -> Option<Vec<Sound>> {
        // best[end]: the fewest syllables that reach `end`, as the begin and sound of the last.
        let mut best: Vec<Option<(usize, usize, Sound)>> = vec![None; letters.len() + 1];
        for end in 1..=letters.len() {
            for begin in end.saturating_sub(LONGEST)..end {
                let before = if begin == 0 {
                    Some(0)
                } else {
                    best.get(begin).copied().flatten().map(|b| b.0)
                };
                let spelling = letters.get(begin..end).and_then(|text| self.spellings.get(text));
                let (Some(before), Some(sound)) = (before, spelling) else { continue };
                let slot = best.get_mut(end)?;
                if slot.is_none_or(|(count, ..)| before + 1 < count) {
                    *slot = Some((before + 1, begin, *sound));
                }
            }
        }
        let mut sounds = Vec::new();
        let mut end = letters.len();
        while end > 0 {
            let (_, begin, sound) = best.get(end).copied().flatten()?;
            sounds.push(sound);
            end = begin;
        }
        sounds.reverse();
        Some(sounds)
    }
}

/// The same for syllables that many people say alike: z/zh, c/ch, s/sh, n/l, f/h, in/ing, en/eng,
/// an/ang.
fn merge(syllable: &str) -> String {
    let mut text = syllable.to_owned();
    for (from, to) in [("zh", "z"), ("ch", "c"), ("sh", "s")] {
        if let Some(rest) = text.strip_prefix(from) {
            text = format!("{to}{rest}");
        }
    }
    if let Some(rest) = text.strip_prefix('n') {
        text = format!("l{rest}");
    }
    match text.strip_suffix("ng") {
        Some(rest) if rest.ends_with(['i', 'e', 'a']) => format!("{rest}n"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sounds() -> Sounds {
        let syllables = ["qian", "xin", "xing", "xi", "an", "qi", "zhi", "zi"].map(str::to_owned);
        Sounds::new(&syllables, &[(0x6b20, vec![0]), (10, vec![1])])
    }

    #[test]
    fn letters_fall_into_the_fewest_syllables() {
        let sounds = sounds();
        let ids = |text: &str| sounds.syllables(text);
        assert_eq!(ids("qianxin").map(|ids| ids.len()), Some(2));
        assert_eq!(ids("qianxin"), ids("qianxing"), "many people do not tell them apart");
        assert_eq!(ids("zhi"), ids("zi"));
        assert_eq!(ids("qianx"), None);
        assert_eq!(ids(""), Some(Vec::new()));
    }

    #[test]
    fn characters_come_by_their_distance() {
        assert_eq!(
            sounds().of('欠'),
            sounds().syllables("qian").and_then(|ids| ids.first().copied())
        );
        assert_eq!(sounds().of('一'), None);
    }
}
