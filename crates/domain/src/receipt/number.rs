//! The matter number (信访编号): twelve random digits and two check digits, ISO 7064 MOD 97-10.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A number whose check digits fit. Says nothing about hall, day or person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MatterNumber(u64);

const BODIES: u64 = 1_000_000_000_000;

impl MatterNumber {
    /// The number of twelve digits (taken modulo 10¹²) with its check digits.
    pub fn from_body(body: u64) -> Self {
        let body = body % BODIES;
        let check = 98 - body * 100 % 97;
        Self(body * 100 + check)
    }

    /// Reads a typed number: spaces, dashes and full-width digits are fine, wrong check digits are not.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: String =
            super::super::identity::to_plain(text).chars().filter(|c| *c != '-').collect();
        (digits.len() == 14 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(())?;
        let value: u64 = digits.parse().ok()?;
        // 98 and 00/01 would both satisfy the remainder for some bodies; only the minted form counts.
        (Self::from_body(value / 100).0 == value).then_some(Self(value))
    }

    /// Fourteen digits in a row.
    pub fn digits(self) -> String {
        format!("{:014}", self.0)
    }

    /// `4837 2910 6475 31`, as shown and printed.
    pub fn grouped(self) -> String {
        group_by_four(&self.digits())
    }
}

/// Digits in groups of four with spaces between.
pub fn group_by_four(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 4);
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && i % 4 == 0 {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

impl fmt::Display for MatterNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.digits())
    }
}

impl Serialize for MatterNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for MatterNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Some(&*text).filter(|text| text.len() == 14).and_then(Self::parse).ok_or_else(|| {
            serde::de::Error::custom("not a matter number: fourteen digits, MOD 97-10")
        })
    }
}

#[cfg(feature = "schema")]
impl utoipa::PartialSchema for MatterNumber {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::schema::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some("^[0-9]{14}$"))
            .description(Some("Twelve digits and two check digits, ISO 7064 MOD 97-10"))
            .examples([serde_json_value("48372910647531")])
            .into()
    }
}

#[cfg(feature = "schema")]
fn serde_json_value(text: &str) -> String {
    text.to_owned()
}

#[cfg(feature = "schema")]
impl utoipa::ToSchema for MatterNumber {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn is_shown_in_fours_and_read_with_spaces() {
        let number = MatterNumber::from_body(483_729_106_475);
        assert_eq!(MatterNumber::parse(&number.grouped()), Some(number));
        assert_eq!(number.grouped().len(), 17);
        assert_eq!(MatterNumber::parse("0"), None);
    }

    proptest! {
        #[test]
        fn every_single_digit_error_and_adjacent_swap_is_seen(body in 0_u64..BODIES, at in 0_usize..14) {
            let number = MatterNumber::from_body(body);
            let digits = number.digits();
            prop_assert_eq!(MatterNumber::parse(&digits), Some(number));
            for other in b'0'..=b'9' {
                let mut wrong = digits.clone().into_bytes();
                if wrong[at] != other {
                    wrong[at] = other;
                    prop_assert_eq!(MatterNumber::parse(std::str::from_utf8(&wrong).unwrap()), None);
                }
            }
            let mut swapped = digits.into_bytes();
            if at < 13 && swapped[at] != swapped[at + 1] {
                swapped.swap(at, at + 1);
                prop_assert_eq!(MatterNumber::parse(std::str::from_utf8(&swapped).unwrap()), None);
            }
        }
    }
}
