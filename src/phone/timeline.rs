//! What has happened, the latest first.

use leptos::prelude::*;
use petition_domain::Day;
use petition_domain::matter::Recorded;
use petition_text::{Lang, day_in_year, event_detail, event_title};

use super::parts::{node, text};

/// The list of events.
pub fn view(lang: Lang, events: &[Recorded], today: Day) -> AnyView {
    let items = events.iter().rev().map(|recorded| item(lang, recorded, today)).collect();
    node("OL", &[("class", "app-timeline"), ("id", "timeline")], items)
}

fn item(lang: Lang, recorded: &Recorded, today: Day) -> AnyView {
    let day = recorded.at.day();
    let when = [("class", "app-timeline__day"), ("datetime", &*day.to_string())];
    let mut lines = vec![
        node("TIME", &when, vec![text(day_in_year(lang, day, today))]),
        node("B", &[], vec![text(lang.say(event_title(&recorded.event)))]),
    ];
    if let Some(detail) = event_detail(lang, &recorded.event) {
        lines.push(node("SPAN", &[("class", "app-timeline__detail")], vec![text(detail)]));
    }
    let attributes =
        [("class", "app-timeline__item"), ("data-event", recorded.event.kind().word())];
    node("LI", &attributes, lines)
}
