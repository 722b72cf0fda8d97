//! The receipt (回执): a number to say aloud, a QR secret to scan, a query code (查询码) to type.
//!
//! All three come from one random seed that the client draws when a draft begins, so that a retry,
//! or a reload, ends at the same receipt. The server gets only what it needs to recognise them.

pub mod code;
pub mod mint;
pub mod number;
pub mod secret;

pub use code::QueryCode;
pub use mint::{Mint, Seed};
pub use number::MatterNumber;
pub use secret::QrSecret;

/// Lower-case hexadecimal digits of `bytes`.
pub fn to_hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|b| [b >> 4, b & 15])
        .filter_map(|half| DIGITS.get(usize::from(half)))
        .map(|digit| char::from(*digit))
        .collect()
}

/// The `N` bytes written in hexadecimal, `None` for any other text.
pub fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits: Option<Vec<u8>> = text
        .bytes()
        .map(|b| char::from(b).to_digit(16).and_then(|d| u8::try_from(d).ok()))
        .collect();
    let bytes: Vec<u8> = digits?
        .chunks(2)
        .map(|pair| match pair {
            [high, low] => Some(high << 4 | low),
            _ => None,
        })
        .collect::<Option<_>>()?;
    bytes.try_into().ok()
}
