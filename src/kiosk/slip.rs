//! The slip: 80 mm, black on white, seen by the printer only. No name, no subject.

use leptos::prelude::*;
use petition_text::{Common, Kiosk as K, moment};

use super::check::category_name;
use super::receipt::{keys, next_lines};
use crate::components::qr::qr;
use crate::session::{Page, Session};

/// The slip of the receipt that is shown; nothing on any other page.
pub fn slip(session: Session) -> impl IntoView {
    move || {
        if session.page.get() != Page::Receipt {
            return None;
        }
        let receipt = session.receipt.get()?;
        let keys = keys(session)?;
        let (hall, phone, url) = session.hall.with_value(|hall| {
            (
                hall.name.clone(),
                hall.phone.clone(),
                format!("{}/q", hall.public_url.trim_end_matches('/')),
            )
        });
        let lines: Vec<_> = next_lines(session, &receipt)
            .into_iter()
            .skip(1)
            .map(|(title, _)| view! { <li>{title}</li> }.into_any())
            .collect();
        // An accusation's category would say what it is about.
        let category = match receipt.purpose {
            petition_domain::submission::Purpose::Accusation => String::new(),
            _ => format!(
                "{} {}",
                session.say(K::SlipCategory),
                category_name(session, &receipt.category)
            ),
        };
        Some(
            view! {
                <section class="app-print" id="slip" aria-hidden="true">
                    <p class="app-print__hall">{hall}</p>
                    <p class="app-print__title">{session.say(K::SlipTitle)}</p>
                    {qr("slip-qr", session.say(K::ReceiptQr), &keys.qr)}
                    <p>{session.say(Common::Number)}</p>
                    <p class="app-print__number">{keys.number}</p>
                    <p>{session.say(K::ReceiptCode)}</p>
                    <p class="app-print__number">{keys.code}</p>
                    <p>{session.say(K::SlipRegistered)} " " {moment(receipt.registered_at)}</p>
                    <p>{category}</p>
                    <ol>{lines}</ol>
                    <p>{session.fill(K::SlipHow, &[("url", &url)])}</p>
                    <p>{session.fill(K::ReceiptAsk, &[("phone", &phone)])}</p>
                </section>
            }
            .into_any(),
        )
    }
}
