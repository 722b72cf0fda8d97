//! What stands on the keys.

use super::pad::{Mode, Pad};

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Adds to the keys that wait.
    Compose(char),
    /// Writes.
    Put(char),
    /// Writes a letter in the case that is set.
    Letter(char),
    /// Adds a hexadecimal digit.
    Point(char),
    /// Takes back a key, a stroke or what stands before the caret.
    Back,
    /// The first choice, or a space.
    Space,
    /// A new line, or the end of a field of one line.
    Enter,
    /// Capital letters.
    Shift,
    /// Empties the field, or takes that back.
    Clear,
}

/// A key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// What it does.
    pub act: Act,
    /// Its width in half keys.
    pub width: u8,
    /// What stands on it besides its character: the letters of the nine keys.
    pub letters: &'static str,
}

const fn key(act: Act) -> Key {
    Key { act, width: 2, letters: "" }
}

const fn wide(act: Act, width: u8) -> Key {
    Key { act, width, letters: "" }
}

const fn nine(digit: char, letters: &'static str) -> Key {
    Key { act: Act::Compose(digit), width: 2, letters }
}

fn row(keys: &str, act: fn(char) -> Act) -> Vec<Key> {
    keys.chars().map(|c| key(act(c))).collect()
}

fn with(mut keys: Vec<Key>, before: &[Key], after: &[Key]) -> Vec<Key> {
    keys.splice(0..0, before.iter().copied());
    keys.extend_from_slice(after);
    keys
}

/// The rows of a board; none for strokes.
pub fn rows(mode: Mode, pad: Pad) -> Vec<Vec<Key>> {
    let dot: &[Key] = if pad == Pad::Name { &[key(Act::Put('·'))] } else { &[] };
    match mode {
        Mode::Hand => Vec::new(),
        Mode::Full => vec![
            row("qwertyuiop", Act::Compose),
            row("asdfghjkl", Act::Compose),
            with(row("zxcvbnm", Act::Compose), &[key(Act::Compose('\''))], &[wide(Act::Back, 3)]),
            bottom(pad, dot),
        ],
        Mode::Nine => vec![
            vec![
                key(Act::Put('，')),
                nine('\'', ""),
                nine('2', "ABC"),
                nine('3', "DEF"),
                key(Act::Back),
            ],
            vec![
                key(Act::Put('。')),
                nine('4', "GHI"),
                nine('5', "JKL"),
                nine('6', "MNO"),
                key(Act::Clear),
            ],
            vec![
                key(Act::Put('？')),
                nine('7', "PQRS"),
                nine('8', "TUV"),
                nine('9', "WXYZ"),
                key(Act::Enter),
            ],
            with(Vec::new(), dot, &[wide(Act::Space, 10)]),
        ],
        Mode::Digits => digits(pad),
        Mode::Latin => vec![
            row("1234567890", Act::Put),
            row("qwertyuiop", Act::Letter),
            row("asdfghjkl", Act::Letter),
            with(row("zxcvbnm", Act::Letter), &[wide(Act::Shift, 3)], &[wide(Act::Back, 3)]),
            vec![
                key(Act::Put('-')),
                key(Act::Put(',')),
                wide(Act::Space, 9),
                key(Act::Put('.')),
                wide(Act::Enter, 4),
            ],
        ],
        Mode::Symbols => vec![
            row("，。、；：？！“”…", Act::Put),
            row("（）《》—·％￥＋－", Act::Put),
            with(row("@#&*/=~", Act::Put), &[wide(Act::Clear, 3)], &[wide(Act::Back, 3)]),
            vec![wide(Act::Space, 8), wide(Act::Enter, 4)],
        ],
        Mode::Point => vec![
            row("01234", Act::Point),
            row("56789", Act::Point),
            row("ABCDEF", Act::Point),
            with(dot.to_vec(), &[wide(Act::Clear, 3)], &[wide(Act::Back, 3), wide(Act::Enter, 4)]),
        ],
    }
}

fn bottom(pad: Pad, dot: &[Key]) -> Vec<Key> {
    let end = if pad == Pad::Name { 4 } else { 3 };
    let mut keys = vec![wide(Act::Clear, 3)];
    if pad == Pad::Name {
        keys.extend_from_slice(dot);
    } else {
        keys.push(key(Act::Put('，')));
    }
    keys.push(wide(Act::Space, 8));
    if pad != Pad::Name {
        keys.push(key(Act::Put('。')));
    }
    keys.push(wide(Act::Enter, end));
    keys
}

fn digits(pad: Pad) -> Vec<Vec<Key>> {
    let last = match pad {
        Pad::Id | Pad::Code => key(Act::Put('X')),
        Pad::Date => key(Act::Put('年')),
        Pad::Digits => key(Act::Put('-')),
        Pad::Words | Pad::Name => key(Act::Put('.')),
    };
    let side = |index: usize| match (pad, index) {
        (_, 0) => key(Act::Back),
        (Pad::Date, 1) => key(Act::Put('月')),
        (Pad::Date, 2) => key(Act::Put('日')),
        (Pad::Words | Pad::Name, 1) => key(Act::Put('-')),
        (Pad::Words | Pad::Name, 2) => key(Act::Put('：')),
        (_, 1) => key(Act::Clear),
        _ => key(Act::Enter),
    };
    let mut rows: Vec<Vec<Key>> = ["123", "456", "789"]
        .into_iter()
        .enumerate()
        .map(|(index, keys)| with(row(keys, Act::Put), &[], &[side(index)]))
        .collect();
    rows.push(match pad {
        Pad::Date | Pad::Words | Pad::Name => vec![last, wide(Act::Put('0'), 4), key(Act::Enter)],
        Pad::Id | Pad::Digits | Pad::Code => vec![last, wide(Act::Put('0'), 6)],
    });
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    const PADS: [Pad; 6] = [Pad::Words, Pad::Name, Pad::Id, Pad::Digits, Pad::Date, Pad::Code];

    /// Somebody who has typed a wrong thing must be able to take it back on every board.
    #[test]
    fn every_board_can_take_back() {
        for pad in PADS {
            for mode in pad.modes().iter().filter(|mode| **mode != Mode::Hand) {
                let keys: Vec<_> = rows(*mode, pad).concat();
                assert!(keys.iter().any(|key| key.act == Act::Back), "{pad:?} {mode:?}");
            }
        }
    }

    #[test]
    fn what_a_field_needs_is_on_its_first_board() {
        let has = |pad: Pad, mode: Mode, c: char| {
            rows(mode, pad).concat().iter().any(|key| key.act == Act::Put(c))
        };
        assert!(has(Pad::Id, Mode::Digits, 'X'));
        assert!(has(Pad::Name, Mode::Full, '·') && has(Pad::Name, Mode::Nine, '·'));
        for c in ['年', '月', '日'] {
            assert!(has(Pad::Date, Mode::Digits, c));
        }
        for pad in PADS.into_iter().filter(|pad| pad.modes().contains(&Mode::Digits)) {
            assert!(('0'..='9').all(|c| has(pad, Mode::Digits, c)), "{pad:?}");
        }
    }

    #[test]
    fn no_key_stands_twice_on_a_board() {
        for pad in PADS {
            for mode in pad.modes() {
                let keys: Vec<_> = rows(*mode, pad).concat();
                for (index, key) in keys.iter().enumerate() {
                    let again = keys.iter().skip(index + 1).any(|other| other.act == key.act);
                    assert!(!again, "{pad:?} {mode:?} {key:?}");
                }
            }
        }
    }
}
