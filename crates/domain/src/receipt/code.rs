//! The query code (查询码): eight digits for those without a scanner. Opens stage and dates only.

use argon2::{Algorithm, Argon2, Params, Version};
use sha2::{Digest, Sha256};

use super::number::{MatterNumber, group_by_four};

/// Eight digits. Has no `Debug`: it must not reach a log.
#[derive(Clone, PartialEq, Eq)]
pub struct QueryCode(String);

/// Memory of one stretching, in KiB (OWASP's second set: 19 MiB, two passes).
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;

impl QueryCode {
    /// The code of a random value, taken modulo 10⁸.
    pub fn from_value(value: u64) -> Self {
        Self(format!("{:08}", value % 100_000_000))
    }

    /// Reads a typed code: spaces, dashes and full-width digits are fine.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: String =
            crate::identity::to_plain(text).chars().filter(|c| *c != '-').collect();
        (digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(Self(digits))
    }

    /// Eight digits in a row.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `5092 7716`, as shown and printed.
    pub fn grouped(&self) -> String {
        group_by_four(&self.0)
    }

    /// What is sent instead of the code: Argon2id over the code, salted with the number.
    ///
    /// Takes 19 MiB and some tenths of a second on a phone; `None` only where memory runs out.
    pub fn stretch(&self, number: MatterNumber) -> Option<[u8; 32]> {
        let params = Params::new(MEMORY_KIB, PASSES, 1, Some(32)).ok()?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let salt = Sha256::new().chain_update("xf-code").chain_update(number.digits()).finalize();
        let mut out = [0; 32];
        argon.hash_password_into(self.0.as_bytes(), &salt, &mut out).ok()?;
        Some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretching_depends_on_code_and_number() {
        let code = QueryCode::parse("５092-7716").unwrap();
        assert_eq!(code.grouped(), "5092 7716");
        let (one, two) = (MatterNumber::from_body(1), MatterNumber::from_body(2));
        let stretched = code.stretch(one).unwrap();
        assert_eq!(stretched, code.stretch(one).unwrap());
        assert_ne!(stretched, code.stretch(two).unwrap());
        assert_ne!(stretched, QueryCode::from_value(50_927_717).stretch(one).unwrap());
        assert!(QueryCode::parse("5092771").is_none());
    }
}
