//! Names, identity documents, social credit codes and phone numbers.

pub mod document;
pub mod mobile;
pub mod name;
pub mod social_credit;

pub use document::{IdDocument, IdKind};

/// Turns full-width letters and digits into plain ones and drops white space.
///
/// For what a person typed, shown back to them; the API takes only the plain form.
pub fn to_plain(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => {
                u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c)
            }
            other => other,
        })
        .collect()
}

/// `110105********002X`: the first six and the last four characters, stars between.
pub fn mask(number: &str) -> String {
    let count = number.chars().count();
    let (head, tail) = match count {
        0..=4 => (0, 0),
        5..=10 => (1, 2),
        _ => (6, 4),
    };
    number
        .chars()
        .enumerate()
        .map(|(i, c)| if i < head || i >= count - tail { c } else { '*' })
        .collect()
}

/// ISO 7064 MOD 11-2 over seventeen digits: the eighteenth character, `0`–`9` or `X`.
fn mod_11_2(digits: &[u8]) -> Option<u8> {
    let mut remainder = 0_u32;
    for digit in digits {
        digit.is_ascii_digit().then_some(())?;
        remainder = (remainder + u32::from(digit - b'0')) * 2 % 11;
    }
    b"10X98765432".get(remainder as usize).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_character_of_the_standard_example() {
        assert_eq!(mod_11_2(b"11010519491231002"), Some(b'X'));
        assert_eq!(mod_11_2(b"1101051949123100x"), None);
    }

    #[test]
    fn masks_keep_the_ends_only() {
        assert_eq!(mask("99010119491231002X"), "990101********002X");
        assert_eq!(mask("E1234567"), "E*****67");
        assert_eq!(mask("123"), "***");
    }

    #[test]
    fn full_width_typing_becomes_plain() {
        assert_eq!(to_plain("１１０ １０5Ｘ"), "110105X");
    }
}
