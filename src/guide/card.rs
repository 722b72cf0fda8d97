//! One explainer.

use leptos::prelude::*;
use petition_content::card::{OrganView, RouteView};
use petition_content::{Card, LawView, words};
use petition_domain::submission::{Advice, Submission};
use petition_text::{Card as C, Help as H, day};

use super::parts::{fetched, heading, prose, subtitle};
use super::take;
use super::{Fetched, Guide, aloud};
use crate::components::button::tap_button;
use crate::components::paragraph::{note, paragraph};

/// The open card.
pub fn card(guide: Guide) -> AnyView {
    fetched(guide, guide.card.get(), |card| whole(guide, card))
}

/// What a submission from this card begins with.
pub fn prefill(guide: Guide) -> Submission {
    let Fetched::Here(card) = guide.card.get_untracked() else { return Submission::default() };
    let advice = Advice {
        card: card.id.clone(),
        organ: card.organs.first().map(|organ| organ.id.clone()).unwrap_or_default(),
        ways: card.routes.iter().map(|route| route.way.clone()).collect(),
        chosen: "petition".to_owned(),
        ..Advice::default()
    };
    Submission { category: card.category.clone(), advice: Some(advice), ..Submission::default() }
}

fn whole(guide: Guide, card: &Card) -> AnyView {
    let checked = day(guide.lang.get(), card.checked);
    let law: Vec<_> = card.law.iter().map(|law| article(guide, law)).collect();
    view! {
        <article class="app-explainer" data-open-card=card.id.clone()>
            {heading(guide.text(&card.title))}
            {tools(guide, card)}
            {prose(guide, guide.say(C::What), &card.what)}
            {organs(guide, &card.organs)}
            {routes(guide, &card.routes)}
            {prose(guide, guide.say(C::Steps), &card.steps)}
            {papers(guide, &card.papers)}
            {prose(guide, guide.say(C::Can), &card.can)}
            {prose(guide, guide.say(C::Cannot), &card.cannot)}
            {prose(guide, guide.say(C::Care), &card.care)}
            <details class="app-law"><summary>{guide.say(H::Law)}</summary><ul>{law}</ul></details>
            {(!card.is_verified).then(|| note(guide.say(H::Unverified)))}
            {card.recheck.then(|| note(guide.say(H::Recheck)))}
            {paragraph("app-small", guide.fill(H::Checked, &[("day", &checked)]))}
        </article>
    }
    .into_any()
}

/// Print, phone, voice.
fn tools(guide: Guide, card: &Card) -> AnyView {
    let prints = guide.host.with_value(|host| host.prints);
    let id = card.id.clone();
    view! {
        <div class="app-guide__tools">
            {prints.then(|| tap_button("take-print", "app-button", guide.say(H::Print), move || take::print(guide)))}
            {tap_button("take-phone", "app-button", guide.say(H::Phone), move || take::phone(guide, &id))}
            {aloud::button(guide, card)}
        </div>
        {take::printing(guide)}
    }
    .into_any()
}

/// Who handles it, with telephones that the hall has configured.
pub fn organs(guide: Guide, organs: &[OrganView]) -> AnyView {
    let organs: Vec<_> = organs
        .iter()
        .map(|OrganView { name, phone, .. }| {
            let phone = phone
                .as_ref()
                .map(|phone| paragraph("app-small", guide.fill(H::Call, &[("phone", phone)])));
            view! { <li><b>{guide.text(name)}</b>{phone}</li> }.into_any()
        })
        .collect();
    view! { <section>{subtitle(guide.say(H::Organs))}<ul class="app-organs">{organs}</ul></section> }
        .into_any()
}

fn routes(guide: Guide, routes: &[RouteView]) -> AnyView {
    let routes: Vec<_> = routes.iter().map(|route| one_route(guide, route)).collect();
    view! { <section>{subtitle(guide.say(H::Routes))}<ul class="app-routes">{routes}</ul></section> }
        .into_any()
}

fn one_route(guide: Guide, route: &RouteView) -> AnyView {
    let RouteView { way, name, what, note, cost, limit } = route;
    let limit = limit
        .as_ref()
        .map(|limit| paragraph("app-route__limit", words::limit(guide.lang.get(), limit)));
    view! {
        <li class="app-route" data-way=way.clone()>
            <b>{guide.text(name)}</b>
            {paragraph("app-small", guide.text(what))}
            {paragraph("app-route__note", guide.text(note))}
            {limit}
            {paragraph("app-route__cost", guide.say(words::cost(*cost)))}
        </li>
    }
    .into_any()
}

/// Papers to tick off; what is ticked is nobody's business and stays on the screen.
pub fn papers(guide: Guide, papers: &[String]) -> AnyView {
    let papers: Vec<_> = papers
        .iter()
        .map(|paper| {
            let ticked = RwSignal::new(false);
            view! {
                <li>
                    <button type="button" class="app-paper" role="checkbox" aria-checked=move || ticked.get().to_string()
                        on:click=move |_| ticked.update(|ticked| *ticked = !*ticked)>
                        <span class="app-paper__mark" aria-hidden="true"></span>
                        <span>{guide.text(paper)}</span>
                    </button>
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <section>{subtitle(guide.say(H::Papers))}<ul class="app-papers">{papers}</ul></section> }
        .into_any()
}

/// An article: where it stands and what it says in our words.
pub fn article(guide: Guide, law: &LawView) -> AnyView {
    let number = law.article.to_string();
    let place = (law.article > 0).then(|| guide.fill(H::Article, &[("article", &number)]));
    let version = guide.fill(H::Version, &[("version", &law.version)]);
    view! {
        <li>
            <b>{guide.text(&law.title)} " " {place}</b>
            {paragraph("app-small", guide.text(&law.gist))}
            {paragraph("app-small", version)}
            {(!law.is_verified).then(|| paragraph("app-small", guide.say(H::Unverified)))}
        </li>
    }
    .into_any()
}
