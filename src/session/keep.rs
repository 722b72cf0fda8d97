//! Keeps the draft on the server, sealed under a key that never leaves this page's seed.

use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use leptos::prelude::*;
use petition_contract::DraftBlob;
use petition_domain::draft::{Draft, Phase};
use petition_domain::receipt::{Mint, to_hex};
use petition_text::Lang;
use serde::{Deserialize, Serialize};

use super::{Display, Page, Session, Upload, seed};
use crate::client;
use crate::device::dom;

/// Pause after the last change before it is saved, in milliseconds.
const SETTLE_MS: u64 = 300;

/// What a reload brings back.
#[derive(Serialize, Deserialize)]
struct Saved {
    draft: Draft,
    uploads: Vec<Upload>,
    language: String,
    display: Display,
}

/// How far saving is: `wanted` counts changes, `done` is the last one the server has.
#[derive(Default)]
pub(super) struct Saves {
    wanted: u64,
    done: u64,
    is_running: bool,
}

impl Session {
    /// Saves whenever something changes.
    pub fn keep_saved(self) {
        Effect::new(move || {
            self.draft.track();
            self.uploads.track();
            self.lang.track();
            self.display.track();
            if self.seed.with_value(Option::is_none) {
                return;
            }
            self.saves.update_value(|saves| saves.wanted += 1);
            dom::set_root_attribute("data-saved", "no");
            let wanted = self.saves.with_value(|saves| saves.wanted);
            set_timeout(
                move || {
                    // A newer change has its own timer.
                    if self.saves.with_value(|saves| saves.wanted == wanted) {
                        leptos::task::spawn_local(self.save());
                    }
                },
                core::time::Duration::from_millis(SETTLE_MS),
            );
        });
    }

    /// Saves now, unless a save is under way; then that one goes on with the newest state.
    pub async fn save(self) {
        if self.saves.with_value(|saves| saves.is_running) {
            return;
        }
        self.saves.update_value(|saves| saves.is_running = true);
        loop {
            let wanted = self.saves.with_value(|saves| saves.wanted);
            let Some((id, blob)) = self.sealed() else { break };
            if client::put_draft(&id, &blob).await.is_err() {
                // The next change tries again; the page itself still has everything.
                break;
            }
            self.saves.update_value(|saves| saves.done = wanted);
            if self.saves.with_value(|saves| saves.wanted == saves.done) {
                if self.seed.with_value(Option::is_some) {
                    dom::set_root_attribute("data-saved", "yes");
                }
                break;
            }
        }
        self.saves.update_value(|saves| saves.is_running = false);
    }

    fn sealed(self) -> Option<(String, DraftBlob)> {
        let mint = self.mint()?;
        let saved = Saved {
            draft: self.draft.get_untracked(),
            uploads: self.uploads.get_untracked(),
            language: self.lang.get_untracked().tag().to_owned(),
            display: self.display.get_untracked(),
        };
        let plain = postcard::to_allocvec(&saved).ok()?;
        let seed::Nonce(nonce) = seed::nonce()?;
        let mut sealed = nonce.to_vec();
        sealed.extend(cipher(&mint).encrypt(&XNonce::from(nonce), plain.as_slice()).ok()?);
        Some((mint.intent, DraftBlob { sealed: to_hex(&sealed) }))
    }

    /// Brings back the session that a reload interrupted; `false` where there is none.
    pub async fn resume(self) -> bool {
        let Some(seed) = seed::kept() else { return false };
        let mint = Mint::new(&seed);
        let blob = client::get_draft(&mint.intent).await.ok();
        let Some(saved) = blob.and_then(|blob| unseal(&mint, &blob)) else {
            seed::forget();
            return false;
        };
        self.seed.set_value(Some(seed));
        self.lang.set(Lang::from_tag(&saved.language).unwrap_or(Lang::Zh));
        self.display.set(saved.display);
        self.uploads.set(saved.uploads.into_iter().map(Upload::after_reload).collect());
        let phase = saved.draft.phase();
        self.draft.set(saved.draft);
        match phase {
            Phase::Filling => self.open(Page::Filling),
            // The answer may have been lost on the way: asking again brings the same receipt.
            Phase::Submitting | Phase::Registered => self.send_again(),
        }
        true
    }
}

fn cipher(mint: &Mint) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&mint.draft_key.into())
}

fn unseal(mint: &Mint, blob: &DraftBlob) -> Option<Saved> {
    let bytes = decode(&blob.sealed)?;
    let (nonce, sealed) = bytes.split_first_chunk::<24>()?;
    let plain = cipher(mint).decrypt(&XNonce::from(*nonce), sealed).ok()?;
    // A draft sealed by another version of the kiosk may not be readable: it begins anew then.
    postcard::from_bytes(&plain).ok()
}

fn decode(hex: &str) -> Option<Vec<u8>> {
    let digit = |b: &u8| char::from(*b).to_digit(16).and_then(|d| u8::try_from(d).ok());
    hex.as_bytes()
        .chunks(2)
        .map(|pair| match pair {
            [high, low] => Some(digit(high)? << 4 | digit(low)?),
            _ => None,
        })
        .collect()
}
