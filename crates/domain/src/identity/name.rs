//! Names of people and organisations.

use crate::fault::Problem;
use crate::prose::{check_line, graphemes};

/// Fewest characters of a person's name.
pub const MIN_NAME: usize = 2;
/// Most characters of a person's or an organisation's name.
pub const MAX_NAME: usize = 50;

/// Checks a person's name: 2–50 letters of any script, CJK extensions included, and ` · . - '`.
pub fn check_person(name: &str) -> Result<(), Problem> {
    check_line(name, MAX_NAME)?;
    if name.trim() != name {
        return Err(Problem::BadCharacter(' '));
    }
    if let Some(bad) = name.chars().find(|c| !may_stand_in_name(*c)) {
        return Err(Problem::BadCharacter(bad));
    }
    let count = graphemes(name);
    if count < MIN_NAME {
        return Err(Problem::TooShort { missing: MIN_NAME - count });
    }
    if name.chars().any(is_name_letter) { Ok(()) } else { Err(Problem::BadFormat) }
}

/// Checks an organisation's name: one line of 2–50 characters.
pub fn check_organisation(name: &str) -> Result<(), Problem> {
    check_line(name, MAX_NAME)?;
    let count = graphemes(name.trim());
    if count < MIN_NAME { Err(Problem::TooShort { missing: MIN_NAME - count }) } else { Ok(()) }
}

/// Letters, and the private-use characters that GB 18030 fonts hold rare name characters in.
fn is_name_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}' | '〇')
}

fn may_stand_in_name(c: char) -> bool {
    is_name_letter(c)
        || matches!(c, '·' | '•' | '.' | '-' | '\'' | '’' | ' ')
        // Combining accents of spelled names, and variation selectors of rare forms.
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn rare_and_foreign_names_pass() {
        for name in ["王某", "阿依古丽·买买提", "𠮷䶮", "㛃𬘬", "María-José O’Neil", "李\u{e000}"]
        {
            assert_eq!(check_person(name), Ok(()), "{name}");
        }
        assert_eq!(check_person("王"), Err(Problem::TooShort { missing: 1 }));
        assert_eq!(check_person("王5"), Err(Problem::BadCharacter('5')));
        assert_eq!(check_person("王😀"), Err(Problem::BadCharacter('😀')));
        assert_eq!(check_person(" 王某"), Err(Problem::BadCharacter(' ')));
        assert_eq!(check_person("··"), Err(Problem::BadFormat));
        assert_eq!(check_person(&"长".repeat(51)), Err(Problem::TooLong { excess: 1, max: 50 }));
    }

    proptest! {
        #[test]
        fn every_han_character_of_every_extension_may_be_a_name(
            c in prop_oneof![
                proptest::char::range('\u{3400}', '\u{4dbf}'), proptest::char::range('\u{4e00}', '\u{9fff}'),
                proptest::char::range('\u{20000}', '\u{2a6df}'), proptest::char::range('\u{30000}', '\u{323af}'),
            ]
        ) {
            prop_assert_eq!(check_person(&format!("王{c}")), Ok(()));
        }
    }
}
