//! What the holder of the QR sees.

use leptos::prelude::*;
use petition_contract::MatterView;
use petition_domain::matter::Stage;
use petition_text::{Lang, Phone, fill, next_step};

use super::chip::chip;
use super::headline::headline;
use super::parts::{call, heading, node, paragraph, section};
use super::{clock, timeline};

/// The whole status.
pub fn view(lang: Lang, view: &MatterView) -> AnyView {
    let MatterView { number, purpose, stage, events, clocks, today, office, phone, .. } = view;
    let mut parts = vec![
        paragraph("app-meta", format!("{office} · {}", number.grouped())),
        heading(headline(lang, view)),
        chip(lang, *stage, Some(*purpose), clocks),
    ];
    parts.extend(clocks.iter().map(|clock| clock::card(lang, clock, *today, phone)));
    if clocks.is_empty() && !is_over(*stage) {
        parts.push(clock::none(lang));
    }
    let next = next_step(lang, *purpose, *stage, clocks, office);
    parts.push(section("app-card", lang.say(Phone::NextTitle), vec![paragraph("app-text", next)]));
    let events = timeline::view(lang, events, *today);
    parts.push(section("app-card", lang.say(Phone::TimelineTitle), vec![events]));
    parts.push(can_do(lang, *stage, !clocks.is_empty(), phone));
    parts.push(paragraph("app-note", lang.say(Phone::KeepSlip)));
    node("DIV", &[("class", "app-stack"), ("data-stage", stage.word())], parts)
}

/// Nothing is waited for any more.
const fn is_over(stage: Stage) -> bool {
    stage.is_final() || matches!(stage, Stage::Replied | Stage::Reviewed | Stage::Rereviewed)
}

fn can_do(lang: Lang, stage: Stage, has_clock: bool, phone: &str) -> AnyView {
    let mut ways = Vec::new();
    match stage {
        Stage::Replied if has_clock => ways.push(Phone::AskReviewHow),
        Stage::Reviewed => ways.push(Phone::AskRereviewHow),
        _ => {}
    }
    let mut ways: Vec<AnyView> =
        ways.into_iter().map(|word| paragraph("app-text", lang.say(word))).collect();
    let text = fill(lang, Phone::Call, &[("phone", phone)]);
    ways.push(call(phone, text.into()));
    section("app-can", lang.say(Phone::CanDo), ways)
}
