//! What every page shares: head, heading, errors, the two buttons, the four services.

use leptos::prelude::*;
use petition_domain::draft::{Chapter, Step};
use petition_text::{Common, Kiosk as K};

use super::steps::{Screen, name, screen};
use crate::components::button::tap_button;
use crate::components::errors::error_summary;
use crate::components::icon::{BELL, GLOBE, Icon, LEAVE, LETTERS, icon};
use crate::device::dom;
use crate::session::{Overlay, Page, Session};

/// A whole page.
pub fn page(session: Session, page: Page, step: Step) -> AnyView {
    let Screen { title, body } = screen(session, page, step);
    let name = name(page, step);
    let person = match step {
        Step::Person(index, _) if page == Page::Filling => Some(index.to_string()),
        _ => None,
    };
    let is_covered = move || session.overlay.get() != Overlay::None;
    let demo = session.hall.with_value(|hall| hall.demo);
    view! {
        <div class="app-frame" data-page=name prop:inert=is_covered>
            {demo.then(|| view! { <p class="app-demo">{session.say(Common::Demo)}</p> })}
            {head(session, page, step)}
            <main class="app-main" data-screen=name data-person=person on:scroll=move |_| session.look_below()>
                {(!title.is_empty()).then(|| view! { <h1 id="title" tabindex="-1">{title}</h1> })}
                {error_summary(session)}
                {body}
            </main>
            {move || session.has_more.get().then(|| {
                tap_button("more", "app-more", session.say(K::MoreBelow), move || dom::scroll_on(".app-main"))
            })}
            <div class="app-keys-place" id="keys"></div>
            {actions(session, page, step)}
            {services(session)}
        </div>
    }
    .into_any()
}

fn head(session: Session, page: Page, step: Step) -> AnyView {
    if page == Page::Filling {
        return chapters(session, step);
    }
    let (name, kiosk) = session.hall.with_value(|hall| (hall.name.clone(), hall.kiosk.clone()));
    let (hour, minute, _, month, day, _) = dom::wall_clock();
    view! {
        <header class="app-head">
            <div class="app-seal" aria-hidden="true">"访"</div>
            <p class="app-head__name"><b>{name}</b><small>{session.say(K::Area)} " · " {kiosk}</small></p>
            <p class="app-head__time">{format!("{hour}:{minute:02}")}<br />{format!("{month}-{day:02}")}</p>
        </header>
    }
    .into_any()
}

fn chapters(session: Session, step: Step) -> AnyView {
    let here = Chapter::ALL.iter().position(|chapter| *chapter == step.chapter()).unwrap_or(0);
    let items: Vec<_> =
        [K::ChapterWho, K::ChapterWhat, K::ChapterStory, K::ChapterPapers, K::ChapterCheck]
            .into_iter()
            .enumerate()
            .map(|(index, word)| {
                let state = match index.cmp(&here) {
                    core::cmp::Ordering::Less => "app-chapter app-chapter--done",
                    core::cmp::Ordering::Equal => "app-chapter app-chapter--here",
                    core::cmp::Ordering::Greater => "app-chapter",
                };
                let current = (index == here).then_some("step");
                view! { <li class=state aria-current=current>{session.say(word)}</li> }.into_any()
            })
            .collect();
    let part = (here + 1).to_string();
    view! {
        <header class="app-head">
            <ol class="app-chapters">{items}</ol>
            <p class="app-head__time">{session.fill(K::Progress, &[("part", &part)])}</p>
        </header>
    }
    .into_any()
}

/// The two buttons. Back is always on the same side and of the same size.
fn actions(session: Session, page: Page, step: Step) -> AnyView {
    let back = || {
        tap_button("back", "app-button app-button--back", session.say(Common::Back), move || {
            session.back();
        })
    };
    let forward = match page {
        Page::Filling => {
            let word = match step {
                Step::Notice => session.say(K::NoticeNext),
                Step::Sign => session.say(K::Submit),
                _ => session.say(Common::Next),
            };
            let act = move || if step == Step::Sign { session.submit() } else { session.next() };
            tap_button("next", "app-button app-button--forward", word, act).into_any()
        }
        Page::Query => super::query::ask_button(session),
        Page::QueryResult => super::query::done_button(session),
        Page::Guide => tap_button(
            "next",
            "app-button app-button--forward",
            session.say(K::GuideStart),
            move || session.begin_from_guide(),
        )
        .into_any(),
        Page::Receipt => return super::receipt::buttons(session),
        Page::Sending => return super::sending::buttons(session),
        Page::Attract | Page::Welcome | Page::Wiped => return ().into_any(),
    };
    view! { <div class="app-actions">{back()}{forward}</div> }.into_any()
}

/// The same four services on every page, in the same places.
fn services(session: Session) -> AnyView {
    let item = |picture: Icon, word: K| {
        view! { {icon(picture)}<span>{session.say(word)}</span> }.into_any()
    };
    view! {
        <nav class="app-services">
            {tap_button("bar-language", "app-service", item(GLOBE, K::BarLanguage), move || session.overlay.set(Overlay::Language))}
            {tap_button("bar-display", "app-service", item(LETTERS, K::BarDisplay), move || session.overlay.set(Overlay::Display))}
            {tap_button("bar-staff", "app-service app-service--staff", item(BELL, K::BarStaff), move || session.call_staff())}
            {tap_button("bar-end", "app-service", item(LEAVE, K::BarEnd), move || session.ask_to_end())}
        </nav>
    }
    .into_any()
}
