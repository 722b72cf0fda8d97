//! What is wrong: beside the field, and in a summary that takes the focus.

use leptos::prelude::*;
use petition_domain::Field;
use petition_text::{Kiosk as K, fill, sentence};

use super::field::{error_id, field_id};
use crate::device::dom;
use crate::session::Session;

/// The sentence beside `field`; empty where nothing is wrong.
pub fn field_error(session: Session, field: Field) -> impl IntoView {
    let text = move || {
        let lang = session.lang.get();
        session.faults.with(|faults| {
            faults.iter().find(|fault| fault.field == field).map(|fault| sentence(lang, fault))
        })
    };
    view! { <p class="app-error" id=error_id(field)>{text}</p> }.into_any()
}

/// The summary at the head of a page.
pub fn error_summary(session: Session) -> impl IntoView {
    move || {
        let lang = session.lang.get();
        let faults = session.faults.get();
        let notice = session.notice.get();
        if faults.is_empty() && notice.is_none() {
            return None;
        }
        let count = (faults.len() + usize::from(notice.is_some())).to_string();
        let items: Vec<_> = faults
            .iter()
            .map(|fault| {
                let field = fault.field;
                let go = move |_| {
                    if let Some(element) = dom::find(&format!("#{}", field_id(field))) {
                        element.focus().ok();
                    }
                };
                view! { <li><button type="button" class="app-link" on:click=go>{sentence(lang, fault)}</button></li> }.into_any()
            })
            .collect();
        Some(
            view! {
                <div class="app-errors" id="errors" role="alert" tabindex="-1">
                    <b>{fill(lang, K::Errors, &[("count", &count)])}</b>
                    <ul>{notice.map(|text| view! { <li>{text}</li> })}{items}</ul>
                </div>
            }
            .into_any(),
        )
    }
}
