//! Everything a receipt needs, from one seed.

use super::code::QueryCode;
use super::number::MatterNumber;
use super::secret::{QrSecret, derive};
use super::to_hex;

/// 256 random bits drawn when a draft begins. Has no `Debug`: it must not reach a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Seed(pub [u8; 32]);

/// What one seed stands for.
#[derive(Clone, PartialEq, Eq)]
pub struct Mint {
    /// Key of the intent: the same submission, however often it is sent (32 hexadecimal digits).
    pub intent: String,
    /// Public number.
    pub number: MatterNumber,
    /// Secret of the QR.
    pub secret: QrSecret,
    /// Code to type.
    pub code: QueryCode,
    /// Key that seals the saved draft.
    pub draft_key: [u8; 32],
}

impl Mint {
    /// Derives everything from `seed`.
    pub fn new(seed: &Seed) -> Self {
        let Seed(seed) = seed;
        Self {
            intent: to_hex(&derive::<16>(seed, b"xf/intent/v1")),
            number: MatterNumber::from_body(u64::from_be_bytes(derive(seed, b"xf/number/v1"))),
            secret: QrSecret::from_bytes(derive(seed, b"xf/secret/v1")),
            code: QueryCode::from_value(u64::from_be_bytes(derive(seed, b"xf/code/v1"))),
            draft_key: derive(seed, b"xf/draft/v1"),
        }
    }

    /// Id of the `index`th upload of this draft (32 hexadecimal digits): a retry meets its first try.
    pub fn attachment_id(seed: &Seed, index: u32) -> String {
        let mut label = b"xf/attachment/v1/".to_vec();
        label.extend(index.to_be_bytes());
        to_hex(&derive::<16>(&seed.0, &label))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn one_seed_one_receipt(a: [u8; 32], b: [u8; 32]) {
            let (one, again, other) = (Mint::new(&Seed(a)), Mint::new(&Seed(a)), Mint::new(&Seed(b)));
            prop_assert!(one == again);
            prop_assert_eq!(one == other, a == b);
            prop_assert_eq!(one.intent.len(), 32);
            prop_assert!(one.intent != Mint::attachment_id(&Seed(a), 0));
        }
    }
}
