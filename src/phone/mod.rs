//! The phone entry, `/q`: where the matter of a paper receipt stands.

mod app;
mod ask;
mod chip;
mod clock;
mod form;
mod frame;
mod headline;
mod idle;
mod notice;
mod parts;
mod stage;
mod status;
mod timeline;

/// Mounts the phone on the page.
pub fn start() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(app::App);
}
