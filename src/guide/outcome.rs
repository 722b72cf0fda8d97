//! What came of the channel check: ways with reasons, days left, and petitioning's own answer.

use leptos::prelude::*;
use petition_content::{ChannelView, Shelf, words};
use petition_domain::channel::{Advice as Found, Due, DueState, Outcome, Rank, Route, advise};
use petition_domain::submission::{Advice, MAX_ADVISED_WAYS, Purpose, Submission};
use petition_domain::working_days::HolidayTable;
use petition_text::{Help as H, day};

use super::card::{article, papers};
use super::parts::{heading, subtitle};
use super::{Fetched, Guide, call, take};
use crate::components::button::tap_button;
use crate::components::paragraph::{note, paragraph};

fn found(guide: Guide, channel: &ChannelView) -> Found {
    let holidays = match guide.board.get_untracked() {
        Fetched::Here(board) => board.holidays.clone(),
        _ => HolidayTable::default(),
    };
    let today = guide.host.with_value(|host| host.today);
    guide.answers.with_untracked(|answers| advise(&channel.table, answers, today, &holidays))
}

/// The whole result.
pub fn outcome(guide: Guide, channel: &ChannelView) -> AnyView {
    let found = found(guide, channel);
    let prints = guide.host.with_value(|host| host.prints);
    let word = if prints { H::OutcomePrint } else { H::OutcomeKnown };
    let known = move || if prints { take::print(guide) } else { guide.home() };
    let submit = move || guide.host.with_value(|host| call(&host.submit));
    let ways = |rank: Rank| -> Vec<AnyView> {
        found
            .routes
            .iter()
            .filter(|route| route.rank == rank)
            .map(|route| way(guide, channel, route))
            .collect()
    };
    let lapsed: Vec<_> = found.lapsed.iter().map(|route| way(guide, channel, route)).collect();
    view! {
        <div class="app-guide" data-outcome="">
            {heading(guide.say(H::OutcomeTitle))}
            {found.is_emergency.then(|| urgent(guide))}
            {list(guide, H::OutcomeFirst, ways(Rank::Recommended))}
            {list(guide, H::OutcomeAlso, ways(Rank::Also))}
            {list(guide, H::OutcomeLapsed, lapsed)}
            {papers(guide, &to_bring(guide))}
            {petition(guide, channel, &found)}
            {note(guide.say(H::OutcomeGuidance))}
            <div class="app-pair">
                {tap_button("outcome-print", "app-button", guide.say(word), known)}
                {tap_button("outcome-submit", "app-button app-button--forward", guide.say(H::OutcomeSubmit), submit)}
            </div>
            {take::printing(guide)}
        </div>
    }
    .into_any()
}

fn list(guide: Guide, title: H, ways: Vec<AnyView>) -> Option<AnyView> {
    (!ways.is_empty()).then(|| {
        view! { <section>{subtitle(guide.say(title))}<ul class="app-routes">{ways}</ul></section> }.into_any()
    })
}

fn urgent(guide: Guide) -> AnyView {
    let ring = move || guide.host.with_value(|host| call(&host.ring));
    view! {
        <section class="app-urgent" role="alert">
            {subtitle(guide.say(H::EmergencyTitle))}
            <b>{guide.say(H::EmergencyCall)}</b>
            <p>{guide.say(H::EmergencyLead)}</p>
            {tap_button("outcome-ring", "app-button app-button--alarm app-button--wide", guide.say(H::EmergencyRing), ring)}
        </section>
    }
    .into_any()
}

fn way(guide: Guide, channel: &ChannelView, route: &Route) -> AnyView {
    let Some(about) = channel.ways.get(&route.way) else { return ().into_any() };
    let reason = channel.reasons.get(route.rule).cloned().unwrap_or_default();
    let organs = route.organs.iter().filter_map(|id| channel.organs.get(id)).map(|organ| {
        let phone = organ.phone.as_ref().map(|phone| guide.fill(H::Call, &[("phone", phone)]));
        view! { <li>{guide.text(&organ.name)} " " {phone}</li> }.into_any()
    });
    let organs: Vec<_> = organs.collect();
    let limit = channel.limits.get(route.rule).cloned().flatten();
    let limit = match (&route.due, &limit) {
        (Some(due), _) => Some(due_line(guide, due)),
        (None, Some(limit)) => {
            Some(paragraph("app-route__limit", words::limit(guide.lang.get(), limit)))
        }
        (None, None) => None,
    };
    let law = channel.laws.get(route.rule).into_iter().flatten().map(|law| article(guide, law));
    let law: Vec<_> = law.collect();
    let class =
        if route.rank == Rank::Recommended { "app-route app-route--first" } else { "app-route" };
    view! {
        <li class=class data-way=route.way.clone()>
            <b>{guide.text(&about.name)}</b>
            {paragraph("app-route__note", guide.text(&reason))}
            {limit}
            <ul class="app-small">{organs}</ul>
            {paragraph("app-route__cost", guide.say(words::cost(about.cost)))}
            {(!law.is_empty()).then(|| view! {
                <details class="app-law"><summary>{guide.say(H::Law)}</summary><ul>{law}</ul></details>
            })}
        </li>
    }
    .into_any()
}

fn due_text(guide: Guide, due: &Due) -> String {
    let about = if due.is_about { guide.say(H::DueAbout) } else { String::new() };
    let (last, left) = (day(guide.lang.get(), due.last_day), due.days_left.to_string());
    let word = if due.state == DueState::MaybePassed { H::DuePassed } else { H::Due };
    guide.fill(word, &[("about", &about), ("day", &last), ("days", &left)])
}

fn due_line(guide: Guide, due: &Due) -> AnyView {
    let class = match due.state {
        DueState::Ample => "app-route__limit",
        DueState::Soon => "app-route__limit app-route__limit--soon",
        DueState::MaybePassed => "app-route__limit app-route__limit--over",
    };
    paragraph(class, due_text(guide, due))
}

fn petition_text(guide: Guide, found: &Found) -> String {
    match found.petition.outcome {
        Outcome::Item(item) => guide.fill(H::OutcomeItem, &[("item", &item.to_string())]),
        Outcome::Suggestion => guide.say(H::OutcomeSuggestion),
        Outcome::Accusation => guide.say(H::OutcomeAccusation),
    }
}

fn petition(guide: Guide, channel: &ChannelView, found: &Found) -> AnyView {
    let reason = channel.petition_reasons.get(found.petition.rule).cloned().unwrap_or_default();
    view! {
        <section class="app-prose" data-petition="">
            {subtitle(guide.say(H::OutcomePetition))}
            {paragraph("app-prose__text", guide.text(&reason))}
            {paragraph("app-small", petition_text(guide, found))}
        </section>
    }
    .into_any()
}

/// The category of the life problem that was chosen.
fn category(guide: Guide, shelf: &Shelf) -> Option<String> {
    let topic = guide.answers.with_untracked(|answers| answers.chosen.get("topic").cloned())?;
    shelf.tiles.iter().find(|tile| tile.id == topic).map(|tile| tile.category.clone())
}

/// The papers of the chosen life problem; what every window asks for where none was chosen.
fn to_bring(guide: Guide) -> Vec<String> {
    let Fetched::Here(shelf) = guide.shelf.get() else { return Vec::new() };
    let hints = category(guide, &shelf)
        .and_then(|category| shelf.hints.iter().find(|hints| hints.category == category));
    let always = guide.say(H::OutcomePapers);
    let mut always = always.split('|').map(str::to_owned);
    match hints {
        // Who somebody is, every window asks first.
        Some(hints) => always.next().into_iter().chain(hints.photograph.iter().cloned()).collect(),
        None => always.collect(),
    }
}

/// What a submission begins with after the check.
pub fn prefill(guide: Guide) -> Submission {
    let Fetched::Here(channel) = guide.channel.get_untracked() else {
        return Submission::default();
    };
    let found = found(guide, &channel);
    let chosen = |question: &str| {
        guide.answers.with_untracked(|answers| answers.chosen.get(question).cloned())
    };
    let purpose = chosen("kind").and_then(|kind| match kind.as_str() {
        "claim" => Some(Purpose::Claim),
        "report" => Some(Purpose::Accusation),
        "suggestion" => Some(Purpose::Suggestion),
        _ => None,
    });
    let category = match guide.shelf.get_untracked() {
        Fetched::Here(shelf) => category(guide, &shelf),
        _ => None,
    };
    let item = match found.petition.outcome {
        Outcome::Item(item) => item,
        Outcome::Suggestion | Outcome::Accusation => 0,
    };
    let routes = found.routes.iter().chain(&found.lapsed);
    let advice = Advice {
        organ: found
            .routes
            .first()
            .and_then(|route| route.organs.first())
            .cloned()
            .unwrap_or_default(),
        ways: found.routes.iter().take(MAX_ADVISED_WAYS).map(|route| route.way.clone()).collect(),
        chosen: "petition".to_owned(),
        item,
        last_day: routes.filter_map(|route| Some(route.due?.last_day)).min(),
        ..Advice::default()
    };
    Submission {
        purpose,
        category: category.unwrap_or_default(),
        advice: Some(advice),
        ..Submission::default()
    }
}

/// The result on paper.
pub fn sheet(guide: Guide) -> AnyView {
    let Fetched::Here(channel) = guide.channel.get_untracked() else { return ().into_any() };
    let found = found(guide, &channel);
    let line = |route: &Route| {
        let name = channel.ways.get(&route.way).map(|way| guide.text(&way.name));
        let reason = channel.reasons.get(route.rule).map(|reason| guide.text(reason));
        let organs: Vec<_> = route
            .organs
            .iter()
            .filter_map(|id| channel.organs.get(id))
            .map(|organ| {
                format!("{} {}", guide.text(&organ.name), organ.phone.clone().unwrap_or_default())
            })
            .collect();
        let due = route.due.as_ref().map(|due| due_text(guide, due));
        view! { <li><b>{name}</b> " " {reason} " " {organs.join(" · ")} " " {due}</li> }.into_any()
    };
    let routes: Vec<_> = found.routes.iter().map(line).collect();
    let lapsed: Vec<_> = found.lapsed.iter().map(line).collect();
    let reason = channel.petition_reasons.get(found.petition.rule).map(|reason| guide.text(reason));
    let papers: Vec<_> = to_bring(guide)
        .iter()
        .map(|paper| view! { <li>"□ " {guide.text(paper)}</li> }.into_any())
        .collect();
    view! {
        <h1>{guide.say(H::OutcomeTitle)}</h1>
        {found.is_emergency.then(|| view! { <p><b>{guide.say(H::EmergencyCall)}</b></p> })}
        <ul>{routes}</ul>
        {(!lapsed.is_empty()).then(|| view! { <h2>{guide.say(H::OutcomeLapsed)}</h2><ul>{lapsed}</ul> })}
        <h2>{guide.say(H::Papers)}</h2><ul class="app-print__ticks">{papers}</ul>
        <h2>{guide.say(H::OutcomePetition)}</h2>
        <p>{reason}</p>
        <p>{petition_text(guide, &found)}</p>
        <p>{guide.say(H::OutcomeGuidance)}</p>
    }
    .into_any()
}
