//! A QR drawn as one path: dark on white in every display mode, quiet zone included.

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

/// Empty modules around the code (ISO/IEC 18004).
const QUIET: usize = 4;

/// Draws `text` with error correction Q; nothing where it does not fit a code.
pub fn qr(id: &'static str, label: String, text: &str) -> impl IntoView + use<> {
    let code = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::Q).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (index, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (index % width + QUIET, index / width + QUIET);
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    let side = width + 2 * QUIET;
    Some(view! {
        <svg
            id=id
            class="app-qr"
            data-modules=width.to_string()
            viewBox=format!("0 0 {side} {side}")
            role="img"
            aria-label=label
            shape-rendering="crispEdges"
        >
            <path class="app-qr__paper" d=format!("M0 0h{side}v{side}H0z")></path>
            <path class="app-qr__ink" d=path></path>
        </svg>
    }.into_any())
}
