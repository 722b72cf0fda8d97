//! Asking the server, and what may come of it.
//!
//! The asking itself is in `public/phone-early.js`: it begins while this program is still on its
//! way, and it knows what is sent instead of a secret, by the browser's own cryptography or by
//! `src/bin/secret.rs`. So neither requests nor cryptography are part of this program.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(raw_module = "phone-early")]
extern "C" {
    /// The secret that came with the address, which no longer has it; empty without one.
    #[wasm_bindgen(js_name = takeFragment)]
    pub fn take_fragment() -> String;
    fn answered() -> Option<Array>;
    fn open(fragment: &str) -> Promise;
    fn query(number: &str, code: &str) -> Promise;
}

/// Why there is nothing to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Wrong, unknown, revoked or malformed: not told apart.
    NotFound,
    /// No connection.
    Offline,
    /// Too many tries.
    TooMany,
    /// The server has too much to do.
    Busy,
    /// Anything else.
    Unexpected,
}

impl Trouble {
    /// What an HTTP status other than 200 means here.
    const fn of_status(status: u16) -> Self {
        match status {
            400 | 404 | 422 => Self::NotFound,
            429 => Self::TooMany,
            503 => Self::Busy,
            _ => Self::Unexpected,
        }
    }
}

/// What is asked.
#[derive(Clone)]
pub enum Question {
    /// All about the matter of a scanned secret.
    Scanned(String),
    /// The stage of a matter, by number and code as they are typed.
    Typed(String, String),
}

impl Question {
    /// The body of the answer, or why there is none.
    pub async fn ask(&self) -> Result<Vec<u8>, Trouble> {
        let promise = match self {
            Self::Scanned(fragment) => open(fragment),
            Self::Typed(number, code) => query(number, code),
        };
        let answer = JsFuture::from(promise).await.map_err(|_| Trouble::Offline)?;
        read(&answer.unchecked_into())
    }
}

/// The answer to the scanned secret, if it came before this program.
pub fn early() -> Option<Result<Vec<u8>, Trouble>> {
    answered().map(|answer| read(&answer))
}

fn read(answer: &Array) -> Result<Vec<u8>, Trouble> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an HTTP status")]
    match answer.get(0).as_f64().unwrap_or_default() as u16 {
        200 => Ok(answer.get(1).unchecked_into::<Uint8Array>().to_vec()),
        status => Err(Trouble::of_status(status)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_malformed_looks_like_what_is_unknown() {
        assert_eq!(Trouble::of_status(400), Trouble::of_status(404));
        assert_eq!(Trouble::of_status(422), Trouble::of_status(404));
        assert_eq!(Trouble::of_status(500), Trouble::Unexpected);
    }
}
