//! What lies over a page: display, language, the bell, the end, the idle question.

use leptos::prelude::*;
use petition_text::{Kiosk as K, Lang, Word};

use super::camera;
use crate::components::button::tap_button;
use crate::components::overlay::overlay;
use crate::components::paragraph::lead;
use crate::session::{Bell, Display, Overlay, Session};

/// The overlay that is open.
pub fn over(session: Session) -> AnyView {
    match session.overlay.get() {
        Overlay::None => ().into_any(),
        Overlay::Display => display(session),
        Overlay::Language => language(session),
        Overlay::Staff => staff(session),
        Overlay::End => end(session),
        Overlay::Idle => idle(session),
        Overlay::Camera => camera::camera(session),
    }
}

fn close(session: Session) {
    session.overlay.set(Overlay::None);
}

fn close_button(session: Session, word: impl Word) -> impl IntoView {
    tap_button("overlay-close", "app-button app-button--forward", session.say(word), move || {
        close(session);
    })
}

fn display(session: Session) -> AnyView {
    let switch = move |id: &'static str,
                       label: K,
                       hint: K,
                       read: fn(Display) -> bool,
                       flip: fn(&mut Display)| {
        let is_on = move || if read(session.display.get()) { "true" } else { "false" };
        view! {
            <button
                type="button"
                class="app-choice app-choice--switch"
                id=id
                role="switch"
                aria-checked=is_on
                on:click=move |_| session.display.update(flip)
            >
                <span class="app-choice__mark" aria-hidden="true"></span>
                <span class="app-choice__text"><b>{session.say(label)}</b><small>{session.say(hint)}</small></span>
            </button>
        }.into_any()
    };
    let body = view! {
        <div class="app-choices">
            {switch("display-large", K::DisplayLarge, K::DisplayLargeHint, |d| d.large, |d| d.large = !d.large)}
            {switch("display-contrast", K::DisplayContrast, K::DisplayContrastHint, |d| d.contrast, |d| d.contrast = !d.contrast)}
            {switch("display-low", K::DisplayLow, K::DisplayLowHint, |d| d.low, |d| d.low = !d.low)}
        </div>
        {close_button(session, K::StaffDone)}
    }.into_any();
    overlay("display", session.say(K::DisplayTitle), body)
}

fn language(session: Session) -> AnyView {
    let tags = session.hall.with_value(|hall| hall.languages.clone());
    let items: Vec<_> = tags
        .iter()
        .filter_map(|tag| Lang::from_tag(tag))
        .map(|lang| {
            let choose = move |_| {
                session.overlay.set(Overlay::None);
                session.lang.set(lang);
            };
            view! {
                <button type="button" class="app-button app-button--wide" data-lang=lang.tag() lang=lang.tag() on:click=choose>
                    {lang.own_name()}
                </button>
            }.into_any()
        })
        .collect();
    overlay(
        "language",
        session.say(K::LanguageTitle),
        view! { <div class="app-choices">{items}</div> }.into_any(),
    )
}

fn staff(session: Session) -> AnyView {
    let phone = session.hall.with_value(|hall| hall.phone.clone());
    let text = move || match session.bell.get() {
        Bell::Ringing => String::new(),
        Bell::Rang(waiting) if waiting > 1 => {
            let before = (waiting - 1).to_string();
            let sentence = session.fill(K::StaffWaiting, &[("count", &before)]);
            format!("{} {sentence}", session.say(K::StaffLead))
        }
        Bell::Rang(_) => session.say(K::StaffLead),
        Bell::Failed => session.fill(K::StaffFailed, &[("phone", &phone)]),
    };
    let state = move || match session.bell.get() {
        Bell::Ringing => "ringing",
        Bell::Rang(_) => "rang",
        Bell::Failed => "failed",
    };
    let title = move || {
        let word = match session.bell.get() {
            Bell::Rang(_) => K::StaffTitle,
            Bell::Ringing | Bell::Failed => K::BarStaff,
        };
        session.say(word)
    };
    let body = view! {
        <p class="app-lead" role="status" data-bell=state>{text}</p>
        {tap_button("staff-done", "app-button app-button--forward", session.say(K::StaffDone), move || close(session))}
    }.into_any();
    overlay("staff", title, body)
}

fn end(session: Session) -> AnyView {
    let body = view! {
        {lead(session.say(K::EndLead))}
        <div class="app-actions">
            {tap_button("end-yes", "app-button app-button--alarm", session.say(K::EndYes), move || session.end())}
            {tap_button("end-no", "app-button app-button--forward", session.say(K::EndNo), move || close(session))}
        </div>
    }.into_any();
    overlay("end", session.say(K::EndTitle), body)
}

fn idle(session: Session) -> AnyView {
    let lead = move || {
        let seconds = session.idle_seconds.get().to_string();
        session.fill(K::IdleLead, &[("seconds", &seconds)])
    };
    let figure = move || session.idle_seconds.get();
    let body = view! {
        <p class="app-idle__seconds" aria-hidden="true">{figure}</p>
        <p class="app-lead">{lead}</p>
        {tap_button("still-here", "app-button app-button--forward app-button--huge", session.say(K::IdleButton), move || {
            session.still_here();
        })}
    }.into_any();
    overlay("idle", session.say(K::IdleTitle), body)
}
