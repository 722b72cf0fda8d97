//! The guide as a program of its own; see `petition_kiosk::guide`.

use js_sys::{Array, Function, JsString};
use petition_kiosk::guide::{self, Host};
use petition_text::Lang;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

fn main() {}

/// Shows the guide in `place`.
#[wasm_bindgen]
#[expect(clippy::too_many_arguments, reason = "an object would have to be taken apart here")]
pub fn start(
    place: HtmlElement,
    lang: &str,
    today: &str,
    prints: bool,
    public_url: String,
    topic: String,
    qr: Function,
    ring: Function,
    submit: Function,
) {
    let Ok(today) = today.parse() else { return };
    let host = Host { qr, ring, submit, prints, public_url, today };
    guide::start(place, host, Lang::from_tag(lang).unwrap_or(Lang::Zh), topic);
}

/// One step back; `false` where the guide began.
#[wasm_bindgen]
pub fn back() -> bool {
    guide::back()
}

/// Takes the guide out of the page.
#[wasm_bindgen]
pub fn leave() {
    guide::leave();
}

/// What a submission begins with, written by postcard.
#[wasm_bindgen]
pub fn prefill() -> Vec<u8> {
    postcard::to_allocvec(&guide::prefill()).unwrap_or_default()
}

/// What to tell and what to photograph, as two lists; nothing where the content has no hints.
#[wasm_bindgen]
pub async fn hints(lang: String, category: String) -> Option<Array> {
    let lang = Lang::from_tag(&lang).unwrap_or(Lang::Zh);
    let hints = guide::hints(lang, &category).await?;
    let list = |texts: Vec<String>| {
        texts.iter().map(|text| JsString::from(lang.pick(text, text).as_ref())).collect::<Array>()
    };
    Some(Array::of2(&list(hints.tell), &list(hints.photograph)))
}
