//! The notice before anything is collected, and the place of the guide.

use leptos::prelude::*;
use leptos::task::spawn_local;
use petition_text::Kiosk as K;
use wasm_bindgen::prelude::Closure;

use super::steps::Screen;
use crate::client;
use crate::device::dom;
use crate::session::Session;

/// Who processes the data, why, for how long; truthfulness, protection, order.
pub fn notice(session: Session) -> Screen {
    let privacy = session.hall.with_value(|hall| hall.privacy.clone());
    let years = privacy.retention_years.to_string();
    let handler = session
        .fill(K::NoticeHandler, &[("handler", &privacy.handler), ("contact", &privacy.contact)]);
    let how_long = session.fill(K::NoticeHowLong, &[("years", &years)]);
    let lines = [
        handler,
        session.say(K::NoticeWhy),
        session.say(K::NoticeWhom),
        how_long,
        session.say(K::NoticeRights),
        session.say(K::NoticeTruth),
        session.say(K::NoticeProtected),
        session.say(K::NoticeOrder),
    ];
    let items: Vec<_> = lines.into_iter().map(|line| sentence(&line)).collect();
    Screen::new(
        session.say(K::NoticeTitle),
        view! { <ul class="app-notice">{items}</ul> }.into_any(),
    )
}

/// The part before the colon is what the line is about.
fn sentence(line: &str) -> impl IntoView + use<> {
    let (head, rest) = match line.split_once(['：', ':']) {
        Some((head, rest)) => (Some(head.to_owned()), rest.to_owned()),
        None => (None, line.to_owned()),
    };
    view! { <li>{head.map(|head| view! { <b>{head}</b> })}<span>{rest}</span></li> }.into_any()
}

/// The place in which the guide opens; see `crate::guide`. Its pages have their own headings.
pub fn guide(session: Session) -> Screen {
    request_animation_frame(move || {
        spawn_local(async move {
            let Some(place) = dom::find("#guide") else { return };
            let hall = session.hall.get_value();
            let ring = Closure::new(move || session.call_staff());
            let submit = Closure::new(move || session.begin_from_guide());
            let lang = session.lang.get_untracked();
            let topic = session.guide_topic.try_update_value(core::mem::take).unwrap_or_default();
            if client::guide_start(&place, &hall, lang, &topic, ring, submit).await.is_err() {
                session.notice.set(Some(session.say(K::GuideFailed)));
            }
        });
    });
    on_cleanup(client::guide_leave);
    let body = view! {
        <div id="guide">
            <h1 id="title" tabindex="-1">{session.say(K::TileGuide)}</h1>
            <p class="app-wait" role="status">{session.say(K::GuideWait)}</p>
        </div>
    }
    .into_any();
    Screen::new(String::new(), body)
}
