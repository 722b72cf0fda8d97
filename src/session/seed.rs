//! The seed of a session, drawn from the browser's generator and kept for a reload.

use petition_domain::receipt::{Seed, from_hex, to_hex};

const KEY: &str = "seed";

/// Draws a seed; `None` where the browser has no generator.
pub fn draw() -> Option<Seed> {
    let mut bytes = [0; 32];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(Seed(bytes))
}

/// Keeps it for a reload of this tab.
pub fn keep(seed: &Seed) {
    if let Some(storage) = storage() {
        // Without storage a reload begins anew; nothing else depends on it.
        storage.set_item(KEY, &to_hex(&seed.0)).ok();
    }
}

/// The kept seed.
pub fn kept() -> Option<Seed> {
    let text = storage()?.get_item(KEY).ok()??;
    from_hex(&text).map(Seed)
}

/// Forgets everything this origin stored.
pub fn forget() {
    if let Some(storage) = storage() {
        storage.clear().ok();
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// A nonce for one sealing.
pub(super) struct Nonce(pub [u8; 24]);

/// Draws a nonce.
pub(super) fn nonce() -> Option<Nonce> {
    let Seed(bytes) = draw()?;
    bytes.first_chunk().copied().map(Nonce)
}
