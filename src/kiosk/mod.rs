//! The kiosk: one question a page, the same services at the foot of every page.

mod attachments;
mod camera;
mod check;
mod frame;
mod guide;
mod hints;
mod overlays;
mod people;
mod purpose;
mod query;
mod receipt;
mod sending;
mod sign;
mod slip;
mod steps;
mod story;
mod welcome;

use leptos::prelude::*;
use leptos::task::spawn_local;
use petition_domain::draft::Step;
use petition_text::{Kiosk as K, Lang};

pub use steps::name as screen_name;

use crate::client;
use crate::components::division::Places;
use crate::device::dom;
use crate::session::{Page, Sending, Session};

/// How long to wait before asking again for the hall, in milliseconds.
const ASK_AGAIN_MS: u32 = 2_000;

/// How long the hall may take before the page says so, in milliseconds.
const LATE_AFTER_MS: u32 = 1_000;

/// Mounts the kiosk on the page.
pub fn start() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(app);
}

fn app() -> impl IntoView {
    let session = RwSignal::new(None::<Session>);
    // Nobody reads of a machine out of service while it merely starts.
    let is_late = RwSignal::new(false);
    provide_context(Places::new());
    let owner = Owner::current();
    spawn_local(async move {
        dom::pause(LATE_AFTER_MS).await;
        is_late.set(true);
    });
    spawn_local(async move {
        let hall = loop {
            if let Ok(hall) = client::get_hall().await {
                break hall;
            }
            dom::set_root_attribute("data-hall", "missing");
            is_late.set(true);
            dom::pause(ASK_AGAIN_MS).await;
        };
        // Signals of the session belong to the app, not to this task.
        let here = owner.map_or_else(
            || Session::new(hall.clone(), dom::now_ms()),
            |owner| owner.with(|| Session::new(hall.clone(), dom::now_ms())),
        );
        here.resume().await;
        session.set(Some(here));
    });
    move || match session.get() {
        None => is_late.get().then(no_hall).into_any(),
        Some(session) => {
            provide_context(session);
            kiosk(session).into_any()
        }
    }
}

/// What stands there until the server answers; both languages, since no choice is known yet.
fn no_hall() -> impl IntoView {
    view! {
        <main class="app-no-hall" data-screen="no-hall">
            <h1 id="title" tabindex="-1">{Lang::Zh.say(K::NoHallTitle)}</h1>
            <p class="app-lead">{Lang::Zh.say(K::NoHallLead)}</p>
            <p class="app-lead" lang="en">{Lang::En.say(K::NoHallTitle)} ". " {Lang::En.say(K::NoHallLead)}</p>
        </main>
    }.into_any()
}

fn kiosk(session: Session) -> impl IntoView {
    session.watch_idle();
    session.keep_saved();
    if session.hall.with_value(|hall| hall.keyboard) {
        crate::client::keyboard(false);
    }
    dom::guard_history(move || session.back());
    Effect::new(move || {
        let lang = session.lang.get();
        dom::set_root_attribute("lang", lang.tag());
        dom::set_root_attribute("dir", lang.direction());
        dom::set_root_attribute("class", &session.display.get().classes());
        dom::set_title(&session.say(K::Area));
    });
    // What decides which page is built anew. Typing does not: fields keep what the browser holds.
    let route = Memo::new(move |_| {
        let has_failed = session.sending.get() == Sending::Failed;
        (session.page.get(), session.step(), session.lang.get(), has_failed)
    });
    Effect::new(move |before: Option<(Page, Step, Lang, bool)>| {
        let now = route.get();
        if before.is_some_and(|before| before != now) {
            dom::focus_soon("#title");
        }
        request_animation_frame(move || session.look_below());
        now
    });
    let page = move || {
        let (page, step, ..) = route.get();
        frame::page(session, page, step)
    };
    view! {
        {page}
        {move || overlays::over(session)}
        {slip::slip(session)}
    }
    .into_any()
}
