//! Identity documents: resident ID (公民身份号码, GB 11643), residence permit of Hong Kong, Macao and
//! Taiwan residents, foreign permanent resident card (both editions), passport.

use serde::{Deserialize, Serialize};

use super::mod_11_2;
use crate::day::Day;
use crate::fault::Problem;

/// Kind of identity document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum IdKind {
    /// 居民身份证, eighteen characters.
    ResidentId,
    /// 港澳台居民居住证, eighteen characters beginning 81, 82 or 83.
    ResidencePermit,
    /// 外国人永久居留身份证: three letters and twelve digits, or eighteen characters beginning 9.
    PermanentResidentCard,
    /// Passport of any state.
    Passport,
}

/// An identity document as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct IdDocument {
    /// Which document.
    #[serde(default)]
    pub kind: Option<IdKind>,
    /// Its number, without spaces, letters in upper case.
    #[serde(default)]
    pub number: String,
}

/// What a person typed, in the written form of the document.
pub fn normalise_number(text: &str) -> String {
    super::to_plain(text).to_ascii_uppercase()
}

/// Checks the number of a document of `kind`; `today` refuses birth dates in the future.
pub fn check_number(kind: IdKind, number: &str, today: Day) -> Result<(), Problem> {
    match kind {
        IdKind::ResidentId => check_resident(number, today),
        IdKind::ResidencePermit => {
            check_resident(number, today)?;
            let regions = ["810000", "820000", "830000"];
            let known = number.get(..6).is_some_and(|region| regions.contains(&region));
            if known { Ok(()) } else { Err(Problem::BadFormat) }
        }
        IdKind::PermanentResidentCard => check_permanent_resident(number),
        IdKind::Passport => check_passport(number),
    }
}

/// Regions are not checked: numbers of abolished counties stay valid for life.
fn check_resident(number: &str, today: Day) -> Result<(), Problem> {
    let bytes = eighteen(number)?;
    let date =
        |from: usize, to: usize| number.get(from..to).and_then(|part| part.parse::<u16>().ok());
    let (body, last) = bytes.split_at(17);
    if let Some(bad) = body.iter().find(|b| !b.is_ascii_digit()) {
        return Err(Problem::BadCharacter(char::from(*bad)));
    }
    if !matches!(last, [b'0'..=b'9' | b'X']) {
        return Err(last
            .first()
            .map_or(Problem::BadFormat, |b| Problem::BadCharacter(char::from(*b))));
    }
    let birth = match (date(6, 10), date(10, 12), date(12, 14)) {
        (Some(year), Some(month), Some(day)) => u8::try_from(month)
            .ok()
            .zip(u8::try_from(day).ok())
            .and_then(|(month, day)| Day::new(i32::from(year), month, day)),
        _ => None,
    };
    let birth = birth.filter(|day| day.year() >= 1850).ok_or(Problem::NotADate)?;
    if birth > today {
        return Err(Problem::FutureDate);
    }
    check_last(body, last)
}

fn check_permanent_resident(number: &str) -> Result<(), Problem> {
    if number.len() == 15 && number.is_ascii() {
        let (letters, digits) = number.split_at(3);
        let fits = letters.bytes().all(|b| b.is_ascii_uppercase())
            && digits.bytes().all(|b| b.is_ascii_digit());
        return if fits { Ok(()) } else { Err(Problem::BadFormat) };
    }
    let bytes = eighteen(number)?;
    let (body, last) = bytes.split_at(17);
    if bytes.first() != Some(&b'9') {
        return Err(Problem::BadFormat);
    }
    check_last(body, last)
}

fn check_passport(number: &str) -> Result<(), Problem> {
    if let Some(bad) = number.chars().find(|c| !c.is_ascii_uppercase() && !c.is_ascii_digit()) {
        return Err(Problem::BadCharacter(bad));
    }
    match number.len() {
        0..=4 => Err(Problem::TooShort { missing: 5 - number.len() }),
        5..=20 => Ok(()),
        more => Err(Problem::TooLong { excess: more - 20, max: 20 }),
    }
}

fn eighteen(number: &str) -> Result<&[u8], Problem> {
    if let Some(bad) = number.chars().find(|c| !c.is_ascii_alphanumeric()) {
        return Err(Problem::BadCharacter(bad));
    }
    match number.len() {
        18 => Ok(number.as_bytes()),
        fewer @ 0..18 => Err(Problem::TooShort { missing: 18 - fewer }),
        more => Err(Problem::TooLong { excess: more - 18, max: 18 }),
    }
}

fn check_last(body: &[u8], last: &[u8]) -> Result<(), Problem> {
    let check = mod_11_2(body).ok_or(Problem::BadFormat)?;
    if last == [check] { Ok(()) } else { Err(Problem::Checksum) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> Day {
        Day::new(2026, 11, 22).unwrap()
    }

    fn resident(region: u32, birth: Day, order: u16) -> String {
        let body = format!(
            "{region:06}{:04}{:02}{:02}{order:03}",
            birth.year(),
            birth.month(),
            birth.day()
        );
        let check = mod_11_2(body.as_bytes()).unwrap();
        format!("{body}{}", char::from(check))
    }

    #[test]
    fn days_that_never_were_are_named() {
        let check = |text: &str| check_number(IdKind::ResidentId, text, today());
        assert_eq!(check("99010119500231001X"), Err(Problem::NotADate));
        assert_eq!(check("9901012030010100"), Err(Problem::TooShort { missing: 2 }));
        assert_eq!(
            check(&resident(990_101, Day::new(2026, 11, 23).unwrap(), 1)),
            Err(Problem::FutureDate)
        );
        assert_eq!(check(&resident(990_101, today(), 1)), Ok(()));
        assert_eq!(check("11010519491231002x"), Err(Problem::BadCharacter('x')));
        assert_eq!(normalise_number("１１0105 19491231 002ｘ"), "11010519491231002X");
    }

    #[test]
    fn the_other_documents() {
        let check = |kind, text: &str| check_number(kind, text, today());
        let taiwan = resident(830_000, Day::new(1980, 2, 29).unwrap(), 7);
        assert_eq!(check(IdKind::ResidencePermit, &taiwan), Ok(()));
        let other = resident(990_101, Day::new(1980, 2, 29).unwrap(), 7);
        assert_eq!(check(IdKind::ResidencePermit, &other), Err(Problem::BadFormat));
        assert_eq!(check(IdKind::PermanentResidentCard, "XXX990000010203"), Ok(()));
        assert_eq!(
            check(IdKind::PermanentResidentCard, "XX9990000010203"),
            Err(Problem::BadFormat)
        );
        assert_eq!(check(IdKind::Passport, "P0000017"), Ok(()));
        assert_eq!(check(IdKind::Passport, "P 17"), Err(Problem::BadCharacter(' ')));
    }

    proptest! {
        #[test]
        fn every_wrong_digit_and_every_swap_is_seen(
            region in 990_000_u32..999_999, offset in 0_i64..40_000, order in 0_u16..999,
            at in 0_usize..18, other in 0_u8..10,
        ) {
            let birth = Day::new(1900, 1, 1).unwrap().plus(offset);
            let number = resident(region, birth, order);
            prop_assert_eq!(check_number(IdKind::ResidentId, &number, today()), Ok(()));
            let mut wrong = number.clone().into_bytes();
            if wrong[at] != b'0' + other {
                wrong[at] = b'0' + other;
                let wrong = String::from_utf8(wrong).unwrap();
                prop_assert!(check_number(IdKind::ResidentId, &wrong, today()).is_err());
            }
            let mut swapped = number.into_bytes();
            if at < 17 && swapped[at] != swapped[at + 1] {
                swapped.swap(at, at + 1);
                let swapped = String::from_utf8(swapped).unwrap();
                prop_assert!(check_number(IdKind::ResidentId, &swapped, today()).is_err());
            }
        }

        #[test]
        fn new_permanent_resident_cards_check_their_last(body in "9[0-9]{16}", last in 0_usize..11) {
            let right = mod_11_2(body.as_bytes()).unwrap();
            let tried = b"0123456789X"[last];
            let number = format!("{body}{}", char::from(tried));
            let result = check_number(IdKind::PermanentResidentCard, &number, today());
            prop_assert_eq!(result.is_ok(), tried == right);
        }

        #[test]
        fn no_text_makes_a_check_fail_hard(text in "\\PC{0,24}") {
            for kind in [IdKind::ResidentId, IdKind::ResidencePermit, IdKind::PermanentResidentCard, IdKind::Passport] {
                let _checked = check_number(kind, &text, today());
            }
        }
    }
}
