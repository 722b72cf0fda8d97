//! Calling staff, and asking before the end.

use leptos::prelude::*;
use leptos::task::spawn_local;
use petition_contract::CallRequest;
use petition_domain::draft::Draft;

use super::{Bell, Overlay, Session};
use crate::client;
use crate::kiosk;

impl Session {
    /// Rings for staff and says honestly whether it rang.
    pub fn call_staff(self) {
        if self.overlay.get_untracked() == Overlay::Staff {
            return;
        }
        self.bell.set(Bell::Ringing);
        self.overlay.set(Overlay::Staff);
        let step = self.draft.with_untracked(Draft::step);
        let request = CallRequest {
            page: kiosk::screen_name(self.page.get_untracked(), step).replace('-', "_"),
            language: self.lang.get_untracked().tag().to_owned(),
        };
        spawn_local(async move {
            let bell = client::call_staff(&request)
                .await
                .map_or(Bell::Failed, |call| Bell::Rang(call.waiting));
            self.bell.set(bell);
        });
    }

    /// Asks before clearing, unless there is nothing to lose.
    pub fn ask_to_end(self) {
        if self.is_used() {
            self.overlay.set(Overlay::End);
        } else {
            self.end();
        }
    }
}
