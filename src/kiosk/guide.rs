//! The notice before anything is collected, and the short guide.

use leptos::prelude::*;
use petition_text::{Guide as G, Kiosk as K, fill};

use super::steps::Screen;
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

/// The way of a matter, with its days.
pub fn guide(session: Session) -> Screen {
    let lang = session.lang.get();
    let guide = session.hall.with_value(|hall| hall.guide.clone());
    let days = [guide.refer, guide.notify, guide.reply, guide.extension, guide.ask]
        .map(|days| days.to_string());
    let names = ["refer", "notify", "reply", "extension", "ask"];
    let values: Vec<(&str, &str)> =
        names.into_iter().zip(days.iter().map(String::as_str)).collect();
    let steps = [
        (G::Step1, G::Step1Text),
        (G::Step2, G::Step2Text),
        (G::Step3, G::Step3Text),
        (G::Step4, G::Step4Text),
        (G::Step5, G::Step5Text),
    ];
    let items: Vec<_> = steps
        .into_iter()
        .map(|(title, text)| {
            view! { <li><div><b>{session.say(title)}</b><span>{fill(lang, text, &values)}</span></div></li> }.into_any()
        })
        .collect();
    let notes: Vec<_> = [G::Suggestions, G::Court, G::Rights, G::Money]
        .into_iter()
        .map(|word| view! { <li><span>{session.say(word)}</span></li> }.into_any())
        .collect();
    let checked = petition_text::day(lang, guide.checked);
    let body = view! {
        <ol class="app-next">{items}</ol>
        <ul class="app-notice">{notes}</ul>
        <p class="app-small">{session.fill(G::Checked, &[("day", &checked)])}</p>
    }
    .into_any();
    Screen::new(session.say(K::GuideTitle), body)
}
