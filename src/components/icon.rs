//! Line icons, drawn as paths in the colour of the text.

use leptos::prelude::*;

/// An icon: its path data on a board of 48 × 48.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon(&'static str);

/// A bubble with lines: say what happened.
pub const SPEAK: Icon = Icon("M8 10h32v22H22l-9 8v-8H8zM16 18h16M16 25h10");
/// A bulb: an idea.
pub const BULB: Icon = Icon("M24 6a13 13 0 0 0-7 24v6h14v-6a13 13 0 0 0-7-24zM19 42h10");
/// A clock under a lens: look up.
pub const LOOK: Icon = Icon("M33 21a12 12 0 1 1-24 0 12 12 0 1 1 24 0zM30 30l10 10M21 15v6l4 3");
/// A sign-post: which way.
pub const SIGNPOST: Icon = Icon("M24 8v32M10 14h24l6 5-6 5H10zM38 30H20l-6 4 6 4h18z");
/// A bell: call staff.
pub const BELL: Icon = Icon("M10 34h28l-4-6V20a10 10 0 0 0-20 0v8zM20 40h8");
/// Letters of two sizes: display.
pub const LETTERS: Icon = Icon("M6 38 16 12l10 26M9 30h14M28 38l7-18 7 18M30.500 32h9");
/// A globe: language.
pub const GLOBE: Icon = Icon(
    "M42 24a18 18 0 1 1-36 0 18 18 0 1 1 36 0zM6 24h36M24 6c-12 10-12 26 0 36 12-10 12-26 0-36z",
);
/// A door with an arrow: end.
pub const LEAVE: Icon = Icon("M28 8H10v32h18M20 24h22M34 16l8 8-8 8");
/// A camera.
pub const CAMERA: Icon = Icon("M6 14h9l4-6h10l4 6h9v26H6zM31 26a7 7 0 1 1-14 0 7 7 0 1 1 14 0z");
/// A sheet.
pub const SHEET: Icon = Icon("M12 6h18l8 8v28H12zM30 6v8h8M18 22h12M18 29h12");

/// Draws `icon`, for the eye only: a word stands beside every icon.
pub fn icon(icon: Icon) -> impl IntoView {
    view! {
        <svg class="app-icon" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
            <path d=icon.0></path>
        </svg>
    }
    .into_any()
}
