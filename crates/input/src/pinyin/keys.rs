//! What was typed, as sets of letters: a letter is a set of one, a nine-key digit of three or four.

/// More keys than a field ever shows; what follows is left for the next commit.
pub const MAX_KEYS: usize = 64;

/// Typed keys without their separators.
#[derive(Debug, Default)]
pub struct Keys {
    letters: Vec<u32>,
    boundary: Vec<bool>,
    /// For every place, how many typed characters precede it (separators before it included).
    typed: Vec<usize>,
    digits: bool,
}

impl Keys {
    /// Reads `typed` up to the first key that is neither letter, digit 2–9 nor separator.
    pub fn parse(typed: &str) -> Self {
        let mut keys = Self { typed: vec![0], boundary: vec![true], ..Self::default() };
        for (index, key) in typed.chars().enumerate() {
            if matches!(key, '\'' | '’' | ' ' | '1') {
                if let (Some(last), Some(count)) = (keys.boundary.last_mut(), keys.typed.last_mut())
                {
                    *last = true;
                    *count = index + 1;
                }
                continue;
            }
            let Some(letters) = letters_of(key) else { break };
            if keys.letters.len() == MAX_KEYS {
                break;
            }
            keys.digits |= key.is_ascii_digit();
            keys.letters.push(letters);
            keys.boundary.push(false);
            keys.typed.push(index + 1);
        }
        keys
    }

    /// How many keys carry letters.
    pub fn len(&self) -> usize {
        self.letters.len()
    }

    /// Whether the nine-key pad was used.
    pub fn has_digits(&self) -> bool {
        self.digits
    }

    /// The letters (bit 0 is `a`) the key at `place` may stand for.
    pub fn letters(&self, place: usize) -> Option<u32> {
        self.letters.get(place).copied()
    }

    /// Whether a separator (or the start) lies right before `place`.
    pub fn is_boundary(&self, place: usize) -> bool {
        self.boundary.get(place).copied().unwrap_or(true)
    }

    /// How many typed characters are used up when everything before `place` is.
    pub fn consumed(&self, place: usize) -> usize {
        self.typed.get(place).copied().unwrap_or_default()
    }
}

fn letters_of(key: char) -> Option<u32> {
    let span = |from: u8, to: u8| (from..=to).fold(0, |set, l| set | 1_u32 << (l - b'a'));
    match key {
        'ü' | 'Ü' => Some(span(b'v', b'v')),
        '2' => Some(span(b'a', b'c')),
        '3' => Some(span(b'd', b'f')),
        '4' => Some(span(b'g', b'i')),
        '5' => Some(span(b'j', b'l')),
        '6' => Some(span(b'm', b'o')),
        '7' => Some(span(b'p', b's')),
        '8' => Some(span(b't', b'v')),
        '9' => Some(span(b'w', b'z')),
        letter if letter.is_ascii_alphabetic() => {
            let letter = u8::try_from(letter.to_ascii_lowercase()).ok()?;
            Some(span(letter, letter))
        }
        _ => None,
    }
}
