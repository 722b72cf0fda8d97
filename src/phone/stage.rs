//! What number and query code open: stage and dates only.

use leptos::prelude::*;
use petition_contract::StageView;
use petition_text::{Lang, Phone, day_in_year, fill, stage};

use super::app::State;
use super::chip::chip;
use super::clock;
use super::parts::{button, call, group, heading, node, paragraph};

/// Stage and dates.
pub fn view(state: State, lang: Lang, view: &StageView) -> AnyView {
    let StageView { number, stage: at, since, registered, clocks, today, phone } = view;
    let day = |of| day_in_year(lang, of, *today);
    let mut parts = vec![
        paragraph("app-meta", number.grouped()),
        heading(lang.say(stage(*at))),
        chip(lang, *at, None, clocks),
    ];
    parts.extend(clocks.iter().map(|clock| clock::card(lang, clock, *today, phone)));
    parts.push(group(
        "app-card",
        vec![
            paragraph("app-text", fill(lang, Phone::Since, &[("day", &day(*since))])),
            paragraph("app-text", fill(lang, Phone::RegisteredOn, &[("day", &day(*registered))])),
        ],
    ));
    parts.push(paragraph("app-note", lang.say(Phone::OnlyStage)));
    let text = fill(lang, Phone::Call, &[("phone", phone)]);
    parts.push(call(phone, text.into()));
    parts.push(button("app-button", lang.say(Phone::Again), move || state.show_form()));
    node("DIV", &[("class", "app-stack"), ("data-stage", at.word())], parts)
}
