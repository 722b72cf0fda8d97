//! What a field takes, and the boards that can write it.

use petition_text::Keys as K;

/// What a field takes: `data-pad` of its element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pad {
    /// Any text.
    #[default]
    Words,
    /// A person's name: `·` is at hand.
    Name,
    /// The number of an identity document.
    Id,
    /// Digits only.
    Digits,
    /// A date in any words.
    Date,
    /// Capital letters and digits.
    Code,
}

/// A board of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Strokes.
    Hand,
    /// Pinyin on 26 keys.
    Full,
    /// Pinyin on nine keys.
    Nine,
    /// Digits.
    Digits,
    /// Letters as they are.
    Latin,
    /// Punctuation.
    Symbols,
    /// A character by its number.
    Point,
}

impl Pad {
    /// Reads `data-pad`; what is unknown takes any text.
    pub fn named(name: &str) -> Self {
        match name {
            "name" => Self::Name,
            "id" => Self::Id,
            "digits" => Self::Digits,
            "date" => Self::Date,
            "code" => Self::Code,
            _ => Self::Words,
        }
    }

    /// Its boards in the order of the tabs.
    pub fn modes(self) -> &'static [Mode] {
        match self {
            Self::Words => {
                &[Mode::Hand, Mode::Full, Mode::Nine, Mode::Digits, Mode::Latin, Mode::Symbols]
            }
            Self::Name => &[Mode::Hand, Mode::Full, Mode::Nine, Mode::Latin, Mode::Point],
            Self::Id | Self::Code => &[Mode::Digits, Mode::Latin],
            Self::Digits => &[Mode::Digits],
            Self::Date => &[Mode::Digits, Mode::Hand, Mode::Full, Mode::Nine],
        }
    }

    /// The board it opens with, given what was last used for Chinese.
    pub fn first(self, last: Mode) -> Mode {
        match self {
            Self::Words | Self::Name => last,
            Self::Id | Self::Digits | Self::Date | Self::Code => Mode::Digits,
        }
    }
}

impl Mode {
    /// Whether it is one of the ways to write Chinese, or letters for those who write none.
    pub fn is_kept(self) -> bool {
        matches!(self, Self::Hand | Self::Full | Self::Nine | Self::Latin)
    }

    /// What its tab says.
    pub fn word(self) -> K {
        match self {
            Self::Hand => K::Hand,
            Self::Full => K::Full,
            Self::Nine => K::Nine,
            Self::Digits => K::Digits,
            Self::Latin => K::Latin,
            Self::Symbols => K::Symbols,
            Self::Point => K::Point,
        }
    }

    /// Its name in the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hand => "hand",
            Self::Full => "full",
            Self::Nine => "nine",
            Self::Digits => "digits",
            Self::Latin => "latin",
            Self::Symbols => "symbols",
            Self::Point => "point",
        }
    }
}

/// How a number is read in parts: `110101 19900307 4217`.
pub fn grouped(number: &str) -> String {
    number
        .chars()
        .enumerate()
        .flat_map(|(index, c)| [(index == 6 || index == 14).then_some(' '), Some(c)])
        .flatten()
        .collect()
}

/// The character of a number in hexadecimal digits, where it is a Chinese one.
pub fn code_point(digits: &str) -> Option<char> {
    let c = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
    matches!(u32::from(c), 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF)
        .then_some(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pad_opens_with_a_board_that_it_has() {
        for name in ["words", "name", "id", "digits", "date", "code", ""] {
            let pad = Pad::named(name);
            for last in [Mode::Hand, Mode::Full, Mode::Nine, Mode::Latin] {
                assert!(pad.modes().contains(&pad.first(last)), "{pad:?} {last:?}");
            }
        }
    }

    #[test]
    fn an_identity_number_is_read_in_its_parts() {
        assert_eq!(grouped("000000199003074217"), "000000 19900307 4217");
        assert_eq!(grouped("00000019"), "000000 19");
        assert_eq!(grouped("000000"), "000000");
    }

    #[test]
    fn only_chinese_characters_are_written_by_number() {
        assert_eq!(code_point("9FA5"), Some('龥'));
        assert_eq!(code_point("20BB7"), Some('𠮷'));
        for refused in ["", "41", "202E", "D800", "110000", "xyz", "E000"] {
            assert_eq!(code_point(refused), None, "{refused}");
        }
    }
}
