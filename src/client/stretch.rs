//! Stretching a query code: in a program of its own, fetched late. See `public/kiosk-late.js`.

use js_sys::Promise;
use petition_domain::receipt::{MatterNumber, QueryCode};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

use super::ClientError;

#[wasm_bindgen(module = "/public/kiosk-late.js")]
extern "C" {
    fn prepare() -> Promise;
    #[wasm_bindgen(js_name = stretch)]
    fn js_stretch(number: &str, code: &str) -> Promise;
}

/// Begins to fetch what stretches, so that nobody waits for it later.
pub async fn prepare_stretching() {
    // What fails here fails again, and is told, when a code is stretched.
    JsFuture::<JsValue>::from(prepare()).await.ok();
}

/// `QueryCode::stretch`, in hexadecimal digits.
pub async fn stretch(number: MatterNumber, code: &QueryCode) -> Result<String, ClientError> {
    let stretched = JsFuture::<JsValue>::from(js_stretch(&number.digits(), code.as_str())).await;
    stretched.map_err(|_| ClientError::Unreachable)?.as_string().ok_or(ClientError::Unreadable)
}
