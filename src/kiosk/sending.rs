//! On its way: what is being done, and a way on when it does not arrive.

use leptos::prelude::*;
use petition_text::{Common, Kiosk as K};

use super::steps::Screen;
use crate::components::button::tap_button;
use crate::components::paragraph::note;
use crate::session::{Sending, Session};

/// The page.
pub fn sending(session: Session) -> Screen {
    // The page is built anew when the tries have failed, and at no other step of sending.
    let title = if session.sending.get_untracked() == Sending::Failed {
        K::SendingFailedTitle
    } else {
        K::SendingTitle
    };
    let failed = move || session.sending.get() == Sending::Failed;
    let lead = move || session.say(if failed() { K::SendingFailed } else { K::SendingLead });
    let parts = move || {
        let now = session.sending.get();
        if now == Sending::Failed {
            return None;
        }
        let is_protected = now != Sending::Protecting;
        Some(view! {
            <ol class="app-next">
                <li class=if is_protected { "done" } else { "now" }><div><b>{session.say(K::SendingProtect)}</b></div></li>
                <li class=if is_protected { "now" } else { "" }><div><b>{session.say(K::SendingWait)}</b></div></li>
            </ol>
        }.into_any())
    };
    let slow = move || {
        (session.sending.get() == Sending::Slow)
            .then(|| view! { {note(session.say(K::SendingSlow))} }.into_any())
    };
    let body = view! {
        <p class="app-lead" role="status">{lead}</p>
        {parts}
        {slow}
    }
    .into_any();
    Screen::new(session.say(title), body)
}

/// Try again, once the tries of its own are used up.
pub fn buttons(session: Session) -> AnyView {
    (move || {
        (session.sending.get() == Sending::Failed).then(|| {
            view! {
                <div class="app-actions">
                    {tap_button("next", "app-button app-button--forward", session.say(Common::Retry), move || session.send_again())}
                </div>
            }.into_any()
        })
    })
    .into_any()
}
