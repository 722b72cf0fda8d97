//! A QR drawn as one path: dark on white in every display mode, quiet zone included.

use leptos::prelude::*;

/// Empty modules around the code (ISO/IEC 18004).
const QUIET: usize = 4;

/// A QR as squares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrModules {
    /// Squares on a side.
    pub width: usize,
    /// Row by row, 1 for dark.
    pub dark: Vec<u8>,
}

impl QrModules {
    /// What the program that draws them gives; nothing for what is no square.
    pub fn of(dark: Vec<u8>) -> Option<Self> {
        let width = dark.len().isqrt();
        (width > 0 && width * width == dark.len()).then_some(Self { width, dark })
    }
}

/// Draws `modules`.
pub fn qr(id: &'static str, label: String, modules: &QrModules) -> AnyView {
    let QrModules { width, dark } = modules;
    let mut path = String::new();
    for (index, dark) in dark.iter().enumerate() {
        if *dark == 1 {
            let (x, y) = (index % width + QUIET, index / width + QUIET);
            for part in ["M", &x.to_string(), " ", &y.to_string(), "h1v1h-1z"] {
                path.push_str(part);
            }
        }
    }
    let side = width + 2 * QUIET;
    view! {
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
    }
    .into_any()
}
