//! How a person arrives: with the secret of a scanned QR in the fragment, or without.
//!
//! `public/phone-early.js` runs while this program is still on its way: it takes the secret out of
//! the address and asks the server. It also knows what is sent instead of a secret, by the
//! browser's own cryptography or by `src/bin/secret.rs`: so none of that is part of this program.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::ask::{Answer, Trouble};

#[wasm_bindgen(module = "/public/phone-early.js")]
extern "C" {
    fn take() -> Array;
    #[wasm_bindgen(js_name = lookup)]
    fn js_lookup(fragment: &str) -> Promise;
    #[wasm_bindgen(js_name = stretch)]
    fn js_stretch(number: &str, code: &str) -> Promise;
}

/// What came with the address.
pub struct Arrival {
    /// The fragment, already gone from the address; empty without one.
    pub fragment: String,
    /// The answer of the server, under way since before this program ran.
    pub answer: Option<Promise>,
}

impl Arrival {
    /// Takes the fragment, wherever it is now, and leaves no copy behind.
    pub fn take() -> Self {
        let taken = take();
        Self {
            fragment: taken.get(0).as_string().unwrap_or_default(),
            answer: taken.get(1).dyn_into().ok(),
        }
    }
}

/// Waits for the early answer. `None`: it could not even ask, so ask again.
pub async fn early_answer(answer: Promise) -> Option<Answer> {
    let answer: Array = JsFuture::from(answer).await.ok()?.dyn_into().ok()?;
    let body = answer.get(1).as_string()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an HTTP status")]
    let status = answer.get(0).as_f64()? as u16;
    Some(if status == 200 { Ok(body) } else { Err(Trouble::of_status(status)) })
}

/// `QrSecret::lookup` of the secret in `fragment`, in hexadecimal digits.
pub async fn lookup(fragment: &str) -> Option<String> {
    text(js_lookup(fragment)).await
}

/// `QueryCode::stretch` of what was typed, in hexadecimal digits.
pub async fn stretch(number: &str, code: &str) -> Option<String> {
    text(js_stretch(number, code)).await
}

/// `None` when what derives it does not load.
async fn text(promise: Promise) -> Option<String> {
    JsFuture::<JsValue>::from(promise).await.ok()?.as_string()
}
