//! Taking a card away: on paper 80 mm wide, or on the phone.

use leptos::prelude::*;
use leptos::task::spawn_local;
use petition_content::{Block, Card, words};
use petition_text::{Card as C, Help as H, day};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{Fetched, Guide, Place, load, outcome};
use crate::components::button::tap_button;
use crate::components::overlay::overlay;
use crate::components::paragraph::paragraph;
use crate::components::qr::{QrModules, qr};
use crate::device::dom;

/// What is being taken away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Taken {
    /// Nothing.
    #[default]
    Nothing,
    /// A QR is shown.
    Shown(QrModules),
    /// It is being printed.
    Printed,
}

/// Says that it is being printed, while it is.
pub fn printing(guide: Guide) -> impl IntoView {
    move || {
        (guide.taken.get() == Taken::Printed).then(|| {
            view! { <p class="app-note" role="status">{guide.say(H::Printing)}</p> }
        })
    }
}

/// Prints what is open.
pub fn print(guide: Guide) {
    guide.taken.set(Taken::Printed);
    // The sheet is in the page once this frame is painted.
    request_animation_frame(dom::print);
}

/// Shows the QR of card `id`.
pub fn phone(guide: Guide, id: &str) {
    let edition = load::edition(guide.lang.get_untracked());
    let (draw, base) = guide.host.with_value(|host| (host.qr.clone(), host.public_url.clone()));
    let url = format!("{}/g/{edition}/{id}", base.trim_end_matches('/'));
    spawn_local(async move {
        if let Some(modules) = drawn(&draw, &url).await {
            guide.taken.set(Taken::Shown(modules));
        }
    });
}

async fn drawn(draw: &js_sys::Function, url: &str) -> Option<QrModules> {
    let promise = draw.call1(&JsValue::NULL, &JsValue::from_str(url)).ok()?;
    let modules = JsFuture::from(promise.dyn_into::<js_sys::Promise>().ok()?).await.ok()?;
    QrModules::of(js_sys::Uint8Array::new(&modules).to_vec())
}

/// What lies over the page, and the sheet that only the printer sees.
pub fn over(guide: Guide) -> AnyView {
    let shown = move || match guide.taken.get() {
        Taken::Shown(modules) => Some(scan(guide, &modules)),
        Taken::Nothing | Taken::Printed => None,
    };
    let sheet = move || (guide.taken.get() == Taken::Printed).then(|| sheet(guide));
    view! { {shown}{sheet} }.into_any()
}

fn scan(guide: Guide, modules: &QrModules) -> AnyView {
    let body = view! {
        {paragraph("app-lead", guide.say(H::PhoneLead))}
        {qr("guide-qr", guide.say(H::PhoneLead), modules)}
        {tap_button("guide-qr-done", "app-button app-button--forward", guide.say(H::PhoneDone), move || guide.taken.set(Taken::Nothing))}
    };
    // What lies under it is out of reach, as under every dialog of the kiosk.
    dom::set_inert(".app-frame", true);
    on_cleanup(|| dom::set_inert(".app-frame", false));
    overlay("guide-qr", guide.say(H::Phone), body.into_any())
}

fn sheet(guide: Guide) -> AnyView {
    let body = match guide.place.get_untracked() {
        Place::Card(_) => match guide.card.get_untracked() {
            Fetched::Here(card) => card_sheet(guide, &card),
            _ => ().into_any(),
        },
        Place::Check => outcome::sheet(guide),
        _ => ().into_any(),
    };
    view! { <section class="app-print app-print--long" id="take-away" aria-hidden="true">{body}</section> }
        .into_any()
}

fn card_sheet(guide: Guide, card: &Card) -> AnyView {
    let lang = guide.lang.get_untracked();
    let part = |title: C, blocks: &[Block]| {
        let lines: Vec<_> = blocks
            .iter()
            .flat_map(Block::sentences)
            .map(|sentence| view! { <li>{guide.text(sentence)}</li> }.into_any())
            .collect();
        (!lines.is_empty())
            .then(|| view! { <h2>{guide.say(title)}</h2><ul>{lines}</ul> }.into_any())
    };
    let routes: Vec<_> = card
        .routes
        .iter()
        .map(|route| {
            let limit = route.limit.as_ref().map(|limit| words::limit(lang, limit));
            view! { <li><b>{guide.text(&route.name)}</b> " " {guide.text(&route.note)} " " {limit}</li> }
                .into_any()
        })
        .collect();
    let organs: Vec<_> = card
        .organs
        .iter()
        .map(|organ| {
            view! { <li>{guide.text(&organ.name)} " " {organ.phone.clone()}</li> }.into_any()
        })
        .collect();
    let papers: Vec<_> = card
        .papers
        .iter()
        .map(|paper| view! { <li>"□ " {guide.text(paper)}</li> }.into_any())
        .collect();
    let checked = day(lang, card.checked);
    view! {
        <h1>{guide.text(&card.title)}</h1>
        {part(C::What, &card.what)}
        <h2>{guide.say(H::Organs)}</h2><ul>{organs}</ul>
        <h2>{guide.say(H::Routes)}</h2><ul>{routes}</ul>
        {part(C::Steps, &card.steps)}
        <h2>{guide.say(H::Papers)}</h2><ul class="app-print__ticks">{papers}</ul>
        {part(C::Care, &card.care)}
        {(!card.is_verified).then(|| view! { <p>{guide.say(H::Unverified)}</p> })}
        <p>{guide.fill(H::Checked, &[("day", &checked)])}</p>
    }
    .into_any()
}
