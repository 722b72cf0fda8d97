//! Mobile numbers of mainland China. Format only: prefixes change faster than software.

use crate::fault::Problem;

/// What a person typed, without country code, spaces and dashes.
pub fn normalise(text: &str) -> String {
    let plain: String =
        super::to_plain(text).chars().filter(|c| !matches!(c, '-' | '(' | ')')).collect();
    let local = plain.strip_prefix("+86").or_else(|| plain.strip_prefix("0086"));
    local.unwrap_or(&plain).to_owned()
}

/// Checks eleven digits beginning 13 to 19.
pub fn check(number: &str) -> Result<(), Problem> {
    if let Some(bad) = number.chars().find(|c| !c.is_ascii_digit()) {
        return Err(Problem::BadCharacter(bad));
    }
    match (number.len(), number.as_bytes()) {
        (11, [b'1', b'3'..=b'9', ..]) => Ok(()),
        (fewer @ 0..11, _) => Err(Problem::TooShort { missing: 11 - fewer }),
        (11, _) => Err(Problem::BadFormat),
        (more, _) => Err(Problem::TooLong { excess: more - 11, max: 11 }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ways_people_write_a_number() {
        for text in ["+86 199-0000-0000", "0086１９９００００００００", "(199)00000000"]
        {
            assert_eq!(normalise(text), "19900000000");
        }
        assert_eq!(check("19900000000"), Ok(()));
        assert_eq!(check("1990000000"), Err(Problem::TooShort { missing: 1 }));
        assert_eq!(check("12000000000"), Err(Problem::BadFormat));
        assert_eq!(check("010-123"), Err(Problem::BadCharacter('-')));
    }
}
