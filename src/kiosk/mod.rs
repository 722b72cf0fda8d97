//! The kiosk entry.
use leptos::prelude::*;

/// Mounts the kiosk app on the page.
pub fn start() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(|| view! { <main>"kiosk"</main> });
}
