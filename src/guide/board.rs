//! The notice board (公示公开): the way of a matter with its days, rights, receptions, topics, Wi-Fi.

use leptos::prelude::*;
use leptos::task::spawn_local;
use petition_content::Board;
use petition_content::board::{Host, Reception, Topic, Weekday, When};
use petition_contract::GuideFacts;
use petition_text::{Guide as G, Help as H, day, fill};

use super::Guide;
use super::parts::{fetched, heading, subtitle};
use crate::client;
use crate::components::paragraph::paragraph;

/// The whole board.
pub fn board(guide: Guide) -> AnyView {
    let facts = RwSignal::new(None::<GuideFacts>);
    spawn_local(async move {
        if let Ok(hall) = client::get_hall().await {
            facts.try_set(Some(hall.guide));
        }
    });
    fetched(guide, guide.board.get(), move |board| {
        view! {
            {heading(guide.say(H::BoardTile))}
            {subtitle(guide.say(H::BoardWay))}
            {move || facts.get().map(|facts| way(guide, &facts))}
            {subtitle(guide.say(H::BoardRights))}
            {rights(guide)}
            {part(guide, H::BoardReception, board.reception.iter().map(|one| reception(guide, one)).collect())}
            {part(guide, H::BoardTopics, board.topics.iter().map(|one| topic(guide, one)).collect())}
            {part(guide, H::BoardDuties, board.duties.iter().map(|text| item(guide.text(text), String::new())).collect())}
            {part(guide, H::BoardWifi, wifi(guide, board))}
            {part(guide, H::BoardPhones, phones(guide, board))}
        }
        .into_any()
    })
}

/// A part of the board; nothing where the hall has nothing to say.
fn part(guide: Guide, title: H, items: Vec<AnyView>) -> Option<AnyView> {
    (!items.is_empty()).then(|| {
        view! { <section>{subtitle(guide.say(title))}<ul class="app-board">{items}</ul></section> }.into_any()
    })
}

fn item(title: String, text: String) -> AnyView {
    view! { <li><b>{title}</b>{(!text.is_empty()).then(|| paragraph("app-small", text))}</li> }
        .into_any()
}

/// Register, refer, tell, answer, review, re-review: a picture of one line, with its days.
fn way(guide: Guide, facts: &GuideFacts) -> AnyView {
    let lang = guide.lang.get();
    let days = [facts.refer, facts.notify, facts.reply, facts.extension, facts.ask]
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
    let steps: Vec<_> = steps
        .into_iter()
        .map(|(title, text)| {
            view! { <li><div><b>{guide.say(title)}</b><span>{fill(lang, text, &values)}</span></div></li> }.into_any()
        })
        .collect();
    let checked = day(lang, facts.checked);
    view! {
        <ol class="app-next">{steps}</ol>
        {paragraph("app-small", guide.fill(G::Checked, &[("day", &checked)]))}
    }
    .into_any()
}

fn rights(guide: Guide) -> AnyView {
    let items: Vec<_> = [G::Rights, G::Money, G::Suggestions, G::Court]
        .into_iter()
        .map(|word| view! { <li><span>{guide.say(word)}</span></li> }.into_any())
        .collect();
    view! { <ul class="app-notice">{items}</ul> }.into_any()
}

fn reception(guide: Guide, one: &Reception) -> AnyView {
    let Reception { when, from, to, who, name, room } = one;
    let when = match when {
        When::On(date) => day(guide.lang.get(), *date),
        When::Every(weekday) => guide.say(weekday_word(*weekday)),
    };
    let who = guide.say(match who {
        Host::Leader => H::BoardLeader,
        Host::Lawyer => H::BoardLawyer,
        Host::Counsellor => H::BoardCounsellor,
    });
    item(format!("{when} {from}–{to}"), format!("{who} {} {}", guide.text(name), guide.text(room)))
}

const fn weekday_word(weekday: Weekday) -> H {
    match weekday {
        Weekday::Monday => H::Monday,
        Weekday::Tuesday => H::Tuesday,
        Weekday::Wednesday => H::Wednesday,
        Weekday::Thursday => H::Thursday,
        Weekday::Friday => H::Friday,
        Weekday::Saturday => H::Saturday,
        Weekday::Sunday => H::Sunday,
    }
}

fn topic(guide: Guide, one: &Topic) -> AnyView {
    let until = day(guide.lang.get(), one.to);
    let until = guide.fill(H::BoardUntil, &[("day", &until)]);
    item(guide.text(&one.title), format!("{} {until}", guide.text(&one.text)))
}

fn wifi(guide: Guide, board: &Board) -> Vec<AnyView> {
    let text = |wifi: &petition_content::board::Wifi| match &wifi.password {
        Some(password) => guide.fill(H::BoardPassword, &[("password", password)]),
        None => guide.say(H::BoardOpen),
    };
    board.wifi.iter().map(|wifi| item(wifi.name.clone(), text(wifi))).collect()
}

fn phones(guide: Guide, board: &Board) -> Vec<AnyView> {
    let organs = |names: &[String]| {
        names.iter().map(|name| guide.text(name)).collect::<Vec<_>>().join(" · ")
    };
    board.hotlines.iter().map(|one| item(one.phone.clone(), organs(&one.organs))).collect()
}
