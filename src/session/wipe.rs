//! The end of a session: nothing of it stays in the page, its storage or on the server's shelf.

use core::pin::pin;
use core::time::Duration;

use futures_util::future::select;
use leptos::prelude::*;
use leptos::task::spawn_local;
use petition_contract::paths;
use petition_domain::draft::Draft;

use super::{Bell, Display, Page, Sending, Session, seed};
use crate::client;
use crate::device::dom;

/// How long the sentence about the wipe stays.
const SAY_FOR: Duration = Duration::from_secs(6);
/// How long to wait for the server to forget before leaving the page, in milliseconds.
const FORGET_WITHIN_MS: u32 = 1_500;

impl Session {
    /// Clears everything and goes to a fresh welcome page.
    pub fn end(self) {
        let forgotten = self.clear();
        spawn_local(async move {
            select(pin!(forgotten), pin!(dom::pause(FORGET_WITHIN_MS))).await;
            dom::leave(paths::RESET);
        });
    }

    /// Clears everything, says so in one sentence, then goes to a fresh welcome page.
    pub fn wipe_and_say(self) {
        let lang = self.lang.get_untracked();
        spawn_local(self.clear());
        self.lang.set(lang);
        self.open(Page::Wiped);
        set_timeout(|| dom::leave(paths::RESET), SAY_FOR);
    }

    /// Clears the page at once; the future tells the server.
    fn clear(self) -> impl Future<Output = ()> {
        let mint = self.mint();
        let is_registered = self.is_registered();
        let uploads = self.uploads.get_untracked();
        self.seed.set_value(None);
        seed::forget();
        dom::set_root_attribute("data-saved", "");
        self.draft.set(Draft::new(None));
        self.uploads.set(Vec::new());
        self.receipt.set(None);
        self.qr.set_value(None);
        self.stage.set(None);
        self.sending.set(Sending::Idle);
        self.bell.set(Bell::Ringing);
        self.display.set(Display::default());
        let first = self.hall.with_value(|hall| hall.languages.first().cloned());
        self.lang.set(
            first
                .and_then(|tag| petition_text::Lang::from_tag(&tag))
                .unwrap_or(petition_text::Lang::Zh),
        );
        self.open(Page::Welcome);
        for upload in &uploads {
            if let Some(url) = &upload.preview {
                web_sys::Url::revoke_object_url(url).ok();
            }
        }
        async move {
            // Should the server not be reached, it forgets both by itself after a day; the draft is
            // sealed under a seed that is gone.
            if let Some(mint) = mint {
                client::delete_draft(&mint.intent).await.ok();
            }
            if !is_registered {
                for upload in uploads {
                    client::delete_attachment(&upload.id).await.ok();
                }
            }
        }
    }
}
