//! Text people type: what may stand in it and how long it may be.

use unicode_segmentation::UnicodeSegmentation;

use crate::fault::Problem;

/// Most characters of one guided answer, counted as a reader counts them.
pub const MAX_ANSWER_GRAPHEMES: usize = 20_000;
/// Most characters of a single line: a unit, a post, a street.
pub const MAX_LINE_GRAPHEMES: usize = 200;
/// Most bytes a grapheme may take on average before the text counts as junk: a family emoji has 25.
const MAX_BYTES_PER_GRAPHEME: usize = 64;

/// Characters as a reader counts them (extended grapheme clusters).
pub fn graphemes(text: &str) -> usize {
    if text.is_ascii() && !text.contains('\r') {
        return text.len();
    }
    text.graphemes(true).count()
}

/// Checks a free text of at most `max` graphemes; blank is allowed.
pub fn check_text(text: &str, max: usize) -> Result<(), Problem> {
    if let Some(bad) = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
        return Err(Problem::BadCharacter(bad));
    }
    let count = graphemes(text);
    if count > max {
        return Err(Problem::TooLong { excess: count - max, max });
    }
    let most_bytes = max.saturating_mul(MAX_BYTES_PER_GRAPHEME);
    if text.len() > most_bytes {
        return Err(Problem::TooLong { excess: text.len() - most_bytes, max });
    }
    Ok(())
}

/// Checks a single line: no line break, nothing hidden; blank is allowed.
pub fn check_line(text: &str, max: usize) -> Result<(), Problem> {
    check_text(text, max)?;
    if let Some(bad) = text.chars().find(|c| matches!(c, '\n' | '\t')) {
        return Err(Problem::BadCharacter(bad));
    }
    if text.chars().any(is_hidden) {
        return Err(Problem::HiddenCharacter);
    }
    Ok(())
}

/// True where nothing but white space was typed.
pub fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Direction controls, zero-width characters and other marks that change a line unseen.
pub const fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{feff}' | '\u{00ad}' | '\u{180e}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_family_counts_once_and_twenty_thousand_is_the_border() {
        assert_eq!(graphemes("👨‍👩‍👧‍👦𠮷䶮"), 3);
        let full = "𠮷".repeat(MAX_ANSWER_GRAPHEMES);
        assert_eq!(check_text(&full, MAX_ANSWER_GRAPHEMES), Ok(()));
        assert_eq!(
            check_text(&(full + "字"), MAX_ANSWER_GRAPHEMES),
            Err(Problem::TooLong { excess: 1, max: MAX_ANSWER_GRAPHEMES })
        );
    }

    #[test]
    fn nul_is_refused_and_markup_is_only_text() {
        assert_eq!(check_text("a\0b", 10), Err(Problem::BadCharacter('\0')));
        assert_eq!(check_text("<script>alert(1)</script>'; DROP TABLE matter;--", 100), Ok(()));
        assert_eq!(check_line("王\u{202e}五", 10), Err(Problem::HiddenCharacter));
        assert_eq!(check_line("一\n二", 10), Err(Problem::BadCharacter('\n')));
    }

    #[test]
    fn one_grapheme_of_a_megabyte_is_too_long() {
        let junk = format!("a{}", "\u{301}".repeat(500_000));
        assert_eq!(graphemes(&junk), 1);
        assert!(matches!(check_text(&junk, 200), Err(Problem::TooLong { .. })));
    }

    proptest! {
        #[test]
        fn counting_never_fails_and_joins_at_most(text in "\\PC{0,40}", more in "\\PC{0,40}") {
            let joined = format!("{text}{more}");
            prop_assert!(graphemes(&joined) <= graphemes(&text) + graphemes(&more));
        }
    }
}
