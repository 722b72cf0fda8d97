//! Stretching a query code and drawing a QR: in a program of its own, fetched late. See
//! `public/kiosk-late.js` and `src/bin/secret.rs`.

use js_sys::Promise;
use petition_domain::receipt::{MatterNumber, QueryCode};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

use super::ClientError;
use crate::components::qr::QrModules;

#[wasm_bindgen(module = "/public/kiosk-late.js")]
extern "C" {
    fn prepare() -> Promise;
    #[wasm_bindgen(js_name = stretch)]
    fn js_stretch(number: &str, code: &str) -> Promise;
    #[wasm_bindgen(js_name = qr)]
    fn js_qr(text: &str) -> Promise;
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
    let dark = js_sys::Uint8Array::new(&modules).to_vec();
    let width = dark.len().isqrt();
    if width == 0 || width * width != dark.len() {
        return Err(ClientError::Unreadable);
    }
    Ok(QrModules { width, dark })
}
