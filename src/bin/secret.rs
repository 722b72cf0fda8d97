//! A small program of its own: what is sent instead of a secret, and the QR that carries one.
//!
//! A phone loads it only when a code is typed, or when its browser cannot derive the lookup of a
//! scanned secret: it is as large as a third of everything else the phone needs.

use petition_domain::receipt::{MatterNumber, QrSecret, QueryCode, to_hex};
use qrcode::{Color, EcLevel, QrCode};
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// The stretched code in hexadecimal digits; `undefined` when the phone has no memory for it.
///
/// A malformed number or code takes the same way and the same time as a wrong one.
#[wasm_bindgen]
pub fn stretch(number: &str, code: &str) -> Option<String> {
    let number = MatterNumber::parse(number).unwrap_or_else(|| MatterNumber::from_body(0));
    let code = QueryCode::parse(code).unwrap_or_else(|| QueryCode::from_value(0));
    code.stretch(number).map(|stretched| to_hex(&stretched))
}

/// The lookup of the secret in `fragment`, in hexadecimal digits; of one nobody has when it holds none.
#[wasm_bindgen]
pub fn lookup(fragment: &str) -> String {
    let secret = QrSecret::parse(fragment).unwrap_or_else(|| QrSecret::from_bytes([0; 17]));
    to_hex(&secret.lookup())
}

/// The modules of a QR with error correction Q, row by row, 1 for dark; nothing for a text too long.
#[wasm_bindgen]
pub fn qr(text: &str) -> Vec<u8> {
    let code = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::Q);
    // An empty picture is shown as none; see src/client/late.rs.
    code.map(|code| {
        code.to_colors().into_iter().map(|color| u8::from(color == Color::Dark)).collect()
    })
    .unwrap_or_default()
}
