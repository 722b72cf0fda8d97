//! The QR secret: 130 random bits as 26 Crockford base-32 characters, carried in a URL fragment.

use hkdf::Hkdf;
use sha2::Sha256;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters of a secret.
pub const SECRET_LENGTH: usize = 26;

/// Opens a matter to its holder. Has no `Debug`: it must not reach a log.
#[derive(Clone, PartialEq, Eq)]
pub struct QrSecret(String);

impl QrSecret {
    /// The secret of 130 bits taken from 17 random bytes.
    pub fn from_bytes(bytes: [u8; 17]) -> Self {
        let mut bits = 0_u32;
        let mut held = 0_u32;
        let mut out = String::with_capacity(SECRET_LENGTH);
        for byte in bytes {
            bits = bits << 8 | u32::from(byte);
            held += 8;
            while held >= 5 && out.len() < SECRET_LENGTH {
                held -= 5;
                let index = (bits >> held & 31) as usize;
                out.extend(ALPHABET.get(index).map(|c| char::from(*c)));
            }
        }
        Self(out)
    }

    /// Reads the first 26 valid characters of a fragment and ignores the tail that messengers add;
    /// look-alikes (`O` `I` `L`) and lower case are read as meant.
    pub fn parse(fragment: &str) -> Option<Self> {
        let body = fragment.strip_prefix('#').unwrap_or(fragment);
        let secret: String = body.chars().map_while(canonical).take(SECRET_LENGTH).collect();
        (secret.len() == SECRET_LENGTH).then_some(Self(secret))
    }

    /// The 26 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the holder's phone sends instead of the secret: HKDF-SHA-256, `xf/lookup/v1`.
    pub fn lookup(&self) -> [u8; 32] {
        derive(self.0.as_bytes(), b"xf/lookup/v1")
    }

    /// The text of the QR for a server at `base` (`https://host`).
    ///
    /// Upper case by default, so that the encoder packs letters as alphanumerics;
    /// `lower` for scanners that need it.
    pub fn qr_text(&self, base: &str, lower: bool) -> String {
        let base = base.trim_end_matches('/');
        if lower {
            format!("{base}/q#{}", self.0)
        } else {
            format!("{}/Q#{}", base.to_ascii_uppercase(), self.0)
        }
    }
}

/// HKDF-SHA-256 without salt: `N` bytes of `input` for the use named by `label`.
pub(super) fn derive<const N: usize>(input: &[u8], label: &[u8]) -> [u8; N] {
    let mut out = [0; N];
    // Expanding fails only past 255 × 32 bytes, which no N here reaches.
    Hkdf::<Sha256>::new(None, input).expand(label, &mut out).ok();
    out
}

fn canonical(c: char) -> Option<char> {
    let upper = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    u8::try_from(upper).ok().filter(|b| ALPHABET.contains(b)).map(char::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_text_of_the_code() {
        let secret = QrSecret::from_bytes([0xff; 17]);
        assert_eq!(
            secret.qr_text("https://hall.example/", false),
            format!("HTTPS://HALL.EXAMPLE/Q#{}", "Z".repeat(26))
        );
        assert!(
            secret.qr_text("https://hall.example", true).starts_with("https://hall.example/q#Z")
        );
    }

    proptest! {
        #[test]
        fn junk_behind_the_secret_is_ignored(bytes: [u8; 17], junk in "([&?=# .][ -~]{0,20})?", lower: bool) {
            let secret = QrSecret::from_bytes(bytes);
            prop_assert_eq!(secret.as_str().len(), SECRET_LENGTH);
            let text = if lower { secret.as_str().to_lowercase() } else { secret.as_str().to_owned() };
            let read = QrSecret::parse(&format!("#{text}{junk}"));
            prop_assert!(read == Some(secret));
        }

        #[test]
        fn bits_are_kept(a: [u8; 17], b: [u8; 17]) {
            let same = a[..16] == b[..16] && a[16] >> 6 == b[16] >> 6;
            prop_assert_eq!(QrSecret::from_bytes(a) == QrSecret::from_bytes(b), same);
        }

        #[test]
        fn anything_may_be_parsed(text in "\\PC{0,40}") {
            if let Some(secret) = QrSecret::parse(&text) {
                prop_assert!(QrSecret::parse(secret.as_str()).is_some());
            }
        }
    }
}
