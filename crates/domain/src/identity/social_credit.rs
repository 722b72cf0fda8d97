//! Unified social credit codes (统一社会信用代码, GB 32100-2015).

/// What is odd about a code. Some issued codes fail their own check, so this warns and never blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Not eighteen characters, or one that the standard leaves out (I O Z S V).
    Shape,
    /// The last character does not fit the others.
    Checksum,
}

const CHARACTERS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// `None` where nothing is odd.
pub fn doubt(code: &str) -> Option<Doubt> {
    let values: Option<Vec<u32>> = code
        .bytes()
        .map(|b| CHARACTERS.iter().position(|c| *c == b).and_then(|v| u32::try_from(v).ok()))
        .collect();
    let Some(values) = values.filter(|values| values.len() == 18) else {
        return Some(Doubt::Shape);
    };
    let (body, last) = values.split_at(17);
    let mut weight = 1;
    let mut sum = 0;
    for value in body {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    let check = (31 - sum % 31) % 31;
    if last == [check] { None } else { Some(Doubt::Checksum) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn complete(body: &str) -> String {
        CHARACTERS
            .iter()
            .map(|c| format!("{body}{}", char::from(*c)))
            .find(|code| doubt(code).is_none())
            .unwrap()
    }

    #[test]
    fn the_standard_example_has_no_doubt() {
        assert_eq!(doubt("91350100M000100Y43"), None);
        assert_eq!(doubt("91350100M000100Y4"), Some(Doubt::Shape));
        assert_eq!(doubt("9135O100M000100Y43"), Some(Doubt::Shape));
    }

    proptest! {
        #[test]
        fn every_wrong_character_and_swap_is_doubted(
            body in "[0-9A-HJ-NPQRTUWXY]{17}", at in 0_usize..17, other in 0_usize..31,
        ) {
            let code = complete(&body);
            let mut wrong = code.clone().into_bytes();
            if wrong[at] != CHARACTERS[other] {
                wrong[at] = CHARACTERS[other];
                prop_assert_eq!(doubt(std::str::from_utf8(&wrong).unwrap()), Some(Doubt::Checksum));
            }
            let mut swapped = code.into_bytes();
            if at < 16 && swapped[at] != swapped[at + 1] {
                swapped.swap(at, at + 1);
                prop_assert_eq!(doubt(std::str::from_utf8(&swapped).unwrap()), Some(Doubt::Checksum));
            }
        }
    }
}
