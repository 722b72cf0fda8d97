//! What is fetched late, as programs of their own: stretching a query code and drawing a QR, the
//! guide, and the keyboard. See `public/kiosk-late.js` and `src/bin/{secret,guide,input}.rs`.

use js_sys::{Array, Promise};
use petition_contract::HallView;
use petition_domain::receipt::{MatterNumber, QueryCode};
use petition_domain::submission::Submission;
use petition_text::Lang;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use super::ClientError;
use crate::components::qr::QrModules;

#[wasm_bindgen(module = "/public/kiosk-late.js")]
extern "C" {
    fn prepare() -> Promise;
    #[wasm_bindgen(js_name = stretch)]
    fn js_stretch(number: &str, code: &str) -> Promise;
    #[wasm_bindgen(js_name = qr)]
    fn js_qr(text: &str) -> Promise;
    #[wasm_bindgen(js_name = keyboard)]
    fn js_keyboard(is_now: bool);
    #[wasm_bindgen(js_name = guideStart)]
    fn js_guide_start(
        place: &HtmlElement,
        lang: &str,
        today: &str,
        prints: bool,
        url: &str,
        topic: &str,
        ring: &Closure<dyn Fn()>,
        submit: &Closure<dyn Fn()>,
    ) -> Promise;
    #[wasm_bindgen(js_name = guideBack)]
    fn js_guide_back() -> bool;
    #[wasm_bindgen(js_name = guideLeave)]
    fn js_guide_leave();
    #[wasm_bindgen(js_name = guidePrefill)]
    fn js_guide_prefill() -> Vec<u8>;
    #[wasm_bindgen(js_name = guideHints)]
    fn js_guide_hints(lang: &str, category: &str) -> Promise;
}

/// Begins to fetch what stretches, so that nobody waits for it later.
pub async fn prepare_receipt() {
    // What fails here fails again, and is told, when a code is stretched.
    JsFuture::<JsValue>::from(prepare()).await.ok();
}

/// `QueryCode::stretch`, in hexadecimal digits.
pub async fn stretch(number: MatterNumber, code: &QueryCode) -> Result<String, ClientError> {
    let stretched = JsFuture::<JsValue>::from(js_stretch(&number.digits(), code.as_str())).await;
    stretched.map_err(|_| ClientError::Unreachable)?.as_string().ok_or(ClientError::Unreadable)
}

/// The modules of a QR, row by row.
pub async fn qr(text: &str) -> Result<QrModules, ClientError> {
    let modules =
        JsFuture::<JsValue>::from(js_qr(text)).await.map_err(|_| ClientError::Unreachable)?;
    QrModules::of(js_sys::Uint8Array::new(&modules).to_vec()).ok_or(ClientError::Unreadable)
}

/// Fetches the keyboard, now or when the first field is touched; from then on it follows the fields
/// by itself. See `crate::input`.
pub fn keyboard(is_now: bool) {
    js_keyboard(is_now);
}

/// Shows the guide in `place`, at the category `topic` or where it was left; `ring` and `submit` are what it may do.
pub async fn guide_start(
    place: &HtmlElement,
    hall: &HallView,
    lang: Lang,
    topic: &str,
    ring: Closure<dyn Fn()>,
    submit: Closure<dyn Fn()>,
) -> Result<(), ClientError> {
    let (today, url) = (hall.today.to_string(), &hall.public_url);
    let shown = js_guide_start(place, lang.tag(), &today, hall.prints, url, topic, &ring, &submit);
    let shown = JsFuture::<JsValue>::from(shown).await.map_err(|_| ClientError::Unreachable);
    // The guide keeps them as long as the page lives.
    ring.forget();
    submit.forget();
    shown.map(drop)
}

/// One step back inside the guide; `false` where it began.
pub fn guide_back() -> bool {
    js_guide_back()
}

/// Takes the guide out of the page; it keeps where it was.
pub fn guide_leave() {
    js_guide_leave();
}

/// What a submission from the guide begins with.
pub fn guide_prefill() -> Submission {
    // Nothing known is no reason not to begin.
    postcard::from_bytes(&js_guide_prefill()).unwrap_or_default()
}

/// What to tell and what to photograph in a matter of `category`.
pub async fn guide_hints(lang: Lang, category: &str) -> Option<[Vec<String>; 2]> {
    let hints = JsFuture::<JsValue>::from(js_guide_hints(lang.tag(), category)).await.ok()?;
    let list = |index| -> Vec<String> {
        let list: Array = Array::from(&hints).get(index).unchecked_into();
        list.iter().filter_map(|text| text.as_string()).collect()
    };
    hints.is_truthy().then(|| [list(0), list(1)])
}
