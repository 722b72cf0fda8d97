//! What has happened, the latest first.

use leptos::prelude::*;
use petition_domain::Day;
use petition_domain::matter::Recorded;
use petition_text::{Lang, day_in_year, event_detail, event_title};

/// The list of events.
pub fn view(lang: Lang, events: &[Recorded], today: Day) -> AnyView {
    let items: Vec<AnyView> =
        events.iter().rev().map(|recorded| item(lang, recorded, today)).collect();
    view! { <ol class="app-timeline" id="timeline">{items}</ol> }.into_any()
}

fn item(lang: Lang, recorded: &Recorded, today: Day) -> AnyView {
    let day = recorded.at.day();
    let detail = event_detail(lang, &recorded.event);
    view! {
        <li class="app-timeline__item" data-event=recorded.event.kind().word()>
            <time class="app-timeline__day" datetime=day.to_string()>{day_in_year(lang, day, today)}</time>
            <b class="app-timeline__title">{lang.say(event_title(&recorded.event))}</b>
            <span class="app-timeline__detail">{detail.unwrap_or_default()}</span>
        </li>
    }
    .into_any()
}
