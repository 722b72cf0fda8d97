//! How well letters fit a term: its first letters, its syllables, or both mixed.

/// How one character can be spelled.
pub struct Spelling {
    /// Letters that `forms` begin with, one bit each.
    begins: u32,
    forms: Vec<String>,
}

impl Spelling {
    /// A character that is written in letters as any of `forms`.
    pub fn new(forms: &[String]) -> Self {
        let begins = forms.iter().fold(0, |bits, form| bits | begin_bit(form));
        Self { begins, forms: forms.to_vec() }
    }

    /// The bits of all letters it can begin with.
    pub fn begins(&self) -> u32 {
        self.begins
    }
}

/// `gzbf` for 工资不发.
pub fn initials(word: &str, term: &str) -> f32 {
    if word.len() < 2 || !term.contains(word) {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a word is short")]
    let length = word.len() as f32;
    if term == word { 6.0 + 2.5 * length } else { 1.5 * length }
}

/// Whole syllables, first letters and an unfinished last one, in any mixture: `gongzbf`, `qianx`.
pub fn mixed(word: &str, term: &[Spelling]) -> f32 {
    if word.len() < 3 {
        return 0.0;
    }
    let mut best = 0.0_f32;
    for begin in 0..term.len() {
        let rest = term.get(begin..).unwrap_or_default();
        if let Some((letters, whole)) = follow(word, rest) {
            let at_start = if begin == 0 { 1.5 } else { 0.0 };
            best = best.max(letters + 2.0 * whole + at_start);
        }
    }
    best
}

/// The bit of the letter that `text` begins with.
pub fn begin_bit(text: &str) -> u32 {
    let letter = text.bytes().next().filter(u8::is_ascii_lowercase);
    letter.map_or(0, |letter| 1 << (letter - b'a'))
}

/// How many characters and how many whole syllables `word` stands for from here on.
fn follow(word: &str, rest: &[Spelling]) -> Option<(f32, f32)> {
    let mut letters = word.chars();
    if letters.next().is_none() {
        return Some((0.0, 0.0));
    }
    let (first, others) = rest.split_first()?;
    if first.begins & begin_bit(word) == 0 {
        return None;
    }
    let one_more = |(count, wholes): (f32, f32), whole| (count + 1.0, wholes + whole);
    let mut best = follow(letters.as_str(), others).map(|found| one_more(found, 0.0));
    for form in &first.forms {
        let found = if let Some(after) = word.strip_prefix(form.as_str()) {
            follow(after, others).map(|found| one_more(found, 1.0))
        } else {
            form.starts_with(word).then_some((1.0, 0.5))
        };
        if let Some(found) = found.filter(|found| best.is_none_or(|best| found.1 > best.1)) {
            best = Some(found);
        }
    }
    best
}

/// A word without its English ending.
pub fn stem(word: &str) -> &str {
    for ending in ["ing", "ed", "es", "s"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 2) {
            return stem;
        }
    }
    word
}
