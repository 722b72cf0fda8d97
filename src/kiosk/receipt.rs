//! The receipt: QR, number, code, and what happens next. Not left before it is taken.

use leptos::prelude::*;
use petition_contract::Receipt;
use petition_domain::submission::Purpose;
use petition_text::{Kiosk as K, day_in_year};

use super::steps::Screen;
use crate::components::button::tap_button;
use crate::components::paragraph::lead;
use crate::components::qr::{QrModules, qr};
use crate::device::dom;
use crate::session::Session;

/// The QR and its two companions.
pub struct Keys {
    /// The QR.
    pub qr: QrModules,
    /// `4837 2910 6475 31`
    pub number: String,
    /// `5092 7716`
    pub code: String,
}

/// What opens the matter; `None` before there is a draft.
pub fn keys(session: Session) -> Option<Keys> {
    let mint = session.mint()?;
    Some(Keys {
        qr: session.qr.get_value()?,
        number: mint.number.grouped(),
        code: mint.code.grouped(),
    })
}

/// The page.
pub fn receipt(session: Session) -> Screen {
    let prints = session.hall.with_value(|hall| hall.prints);
    let opening = if prints { K::ReceiptLeadPrint } else { K::ReceiptLead };
    let keys = keys(session);
    let steps = session.receipt.get_untracked().map(|receipt| next_steps(session, &receipt));
    let phone = session.hall.with_value(|hall| hall.phone.clone());
    let slip = keys.map(|keys| {
        view! {
            <section class="app-slip">
                {qr("qr", session.say(K::ReceiptQr), &keys.qr)}
                <div>
                    <p class="app-slip__label">{session.say(petition_text::Common::Number)}</p>
                    <p class="app-slip__number" id="number">{keys.number}</p>
                    <p class="app-slip__label">{session.say(K::ReceiptCode)}</p>
                    <p class="app-slip__number app-slip__number--code" id="code">{keys.code}</p>
                </div>
            </section>
        }
        .into_any()
    });
    let body = view! {
        {lead(session.say(opening))}
        {slip}
        <h2 class="app-subtitle">{session.say(K::ReceiptNext)}</h2>
        <ol class="app-next" id="next-steps">{steps}</ol>
        <p class="app-small">{session.fill(K::ReceiptAsk, &[("phone", &phone)])} " " {session.say(K::ReceiptHold)}</p>
    }.into_any();
    Screen::new(session.say(K::ReceiptTitle), body)
}

/// Reprint, scanned, taken: the page is left only by the last two.
pub fn buttons(session: Session) -> AnyView {
    view! {
        <div class="app-actions app-actions--three">
            {tap_button("reprint", "app-button app-button--back", session.say(K::ReceiptReprint), dom::print)}
            {tap_button("scanned", "app-button", session.say(K::ReceiptScanned), move || session.end())}
            {tap_button("taken", "app-button app-button--forward", session.say(K::ReceiptTaken), move || session.end())}
        </div>
    }
    .into_any()
}

/// What happens next, with the days that the server's rules computed: title, detail.
pub fn next_lines(session: Session, receipt: &Receipt) -> Vec<(String, String)> {
    let lang = session.lang.get();
    let today = receipt.registered_at.day();
    let mut lines = vec![(session.say(K::ReceiptToday), receipt.office.clone())];
    if let Some(refer) = receipt.clocks.first() {
        let day = day_in_year(lang, refer.due, today);
        lines.push((
            session.fill(K::ReceiptRefer, &[("day", &day)]),
            session.fill(K::ReceiptReferHint, &[("days", &refer.days.to_string())]),
        ));
    }
    let plain = |title: K, hint: K| (session.say(title), session.say(hint));
    match receipt.purpose {
        Purpose::Claim => {
            lines.push(plain(K::ReceiptNotify, K::ReceiptNotifyHint));
            if let Some(days) = receipt.reply_days {
                let more = receipt.extension_days.unwrap_or(0).to_string();
                lines.push((
                    session.fill(K::ReceiptReply, &[("days", &days.to_string())]),
                    session.fill(K::ReceiptReplyHint, &[("more", &more)]),
                ));
            }
        }
        Purpose::Suggestion => lines.push(plain(K::ReceiptSuggestion, K::ReceiptSuggestionHint)),
        Purpose::Accusation => lines.push(plain(K::ReceiptAccusation, K::ReceiptAccusationHint)),
    }
    lines
}

fn next_steps(session: Session, receipt: &Receipt) -> Vec<AnyView> {
    next_lines(session, receipt)
        .into_iter()
        .enumerate()
        .map(|(index, (title, detail))| {
            let class = if index == 0 { "done" } else { "" };
            view! { <li class=class><div><b>{title}</b><span>{detail}</span></div></li> }.into_any()
        })
        .collect()
}
