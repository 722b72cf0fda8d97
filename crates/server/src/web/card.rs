//! The explainers as plain pages for phones: what the QR of a card opens. No script, no cookie, and
//! nothing of what somebody reads is written down.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use petition_content::card::CardRef;
use petition_content::{Block, Card, LawView, OrganView, RouteView, Shelf, words};
use petition_text::{Card as C, Help as H, Lang, Phone, day, fill};

use super::html::{self, escape, text};
use super::plain;
use crate::app::App;

/// All explainers, by what happened.
pub async fn list(
    State(app): State<Arc<App>>,
    Path(tag): Path<String>,
    headers: HeaderMap,
) -> Response {
    let lang = Lang::from_tag(&tag);
    let version = app.guide.version();
    let shown = lang.and_then(|lang| version.as_ref()?.language(lang.tag()));
    let Some(shown) = shown else { return nothing(&app, lang, &headers) };
    let main = shelf(shown.lang, &shown.edition.shelf) + &follow(shown.lang);
    let title = shown.lang.say(H::Title);
    Html(html::page(&app, shown.lang, &title, &address(html::other(shown.lang), ""), &main))
        .into_response()
}

/// One explainer.
pub async fn card(
    State(app): State<Arc<App>>,
    Path((tag, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let lang = Lang::from_tag(&tag);
    let version = app.guide.version();
    let shown = lang.and_then(|lang| version.as_ref()?.language(lang.tag()));
    let found = shown.and_then(|shown| Some((shown.lang, shown.edition.cards.get(&id)?)));
    let Some((lang, card)) = found else { return nothing(&app, lang, &headers) };
    let main = whole(lang, card) + &all(lang) + &follow(lang);
    Html(html::page(&app, lang, &card.title, &address(html::other(lang), &id), &main))
        .into_response()
}

fn address(lang: Lang, id: &str) -> String {
    format!("/g/{}/{id}", lang.tag())
}

/// A card that was taken away is an everyday thing: the page leads on.
fn nothing(app: &App, lang: Option<Lang>, headers: &HeaderMap) -> Response {
    let lang = lang.unwrap_or_else(|| plain::accepted(headers));
    let main = format!("<p>{}</p>\n{}{}", text(lang, C::NotHere), all(lang), follow(lang));
    let title = lang.say(C::NotHereTitle);
    let page = html::page(app, lang, &title, &address(html::other(lang), ""), &main);
    (StatusCode::NOT_FOUND, Html(page)).into_response()
}

fn anchor(href: &str, words: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escape(href), escape(words))
}

fn link(href: &str, words: &str) -> String {
    format!("<p>{}</p>\n", anchor(href, words))
}

fn all(lang: Lang) -> String {
    link(&address(lang, ""), &lang.say(C::All))
}

fn follow(lang: Lang) -> String {
    link("/q", &lang.say(Phone::Title))
}

fn shelf(lang: Lang, shelf: &Shelf) -> String {
    let mut out = paragraph(&lang.say(H::Lead));
    for tile in &shelf.tiles {
        let entry = |card: &CardRef| anchor(&address(lang, &card.id), &card.title);
        let cards: Vec<String> = tile.cards.iter().map(entry).collect();
        out += &part(&tile.title, &list_of("ul", &cards));
    }
    out
}

/// A heading and what stands below it.
fn part(title: &str, inner: &str) -> String {
    format!("<h2>{}</h2>\n{inner}", escape(title))
}

/// A list of items that are escaped already; nothing where there is none.
fn list_of(kind: &str, items: &[String]) -> String {
    if items.is_empty() {
        return String::new();
    }
    format!("<{kind}>\n<li>{}</li>\n</{kind}>\n", items.join("</li>\n<li>"))
}

fn paragraph(words: &str) -> String {
    format!("<p>{}</p>\n", escape(words))
}

fn whole(lang: Lang, card: &Card) -> String {
    let prose = |word: C, blocks: &[Block]| {
        let blocks: String = blocks.iter().map(|part| block(lang, part)).collect();
        if blocks.is_empty() { blocks } else { part(&lang.say(word), &blocks) }
    };
    let organs: Vec<String> = card.organs.iter().map(|of| organ(lang, of)).collect();
    let routes: String = card.routes.iter().map(|of| route(lang, of)).collect();
    let papers: Vec<String> = card.papers.iter().map(|paper| escape(paper)).collect();
    let mut out = [
        prose(C::What, &card.what),
        part(&lang.say(H::Organs), &list_of("ul", &organs)),
        part(&lang.say(H::Routes), &routes),
        prose(C::Steps, &card.steps),
        part(&lang.say(H::Papers), &list_of("ul", &papers)),
        prose(C::Can, &card.can),
        prose(C::Cannot, &card.cannot),
        prose(C::Care, &card.care),
        law(lang, &card.law),
    ]
    .concat();
    let checked = day(lang, card.checked);
    if !card.is_verified {
        out += &paragraph(&lang.say(H::Unverified));
    }
    if card.recheck {
        out += &paragraph(&lang.say(H::Recheck));
    }
    out + &paragraph(&fill(lang, H::Checked, &[("day", &checked)]))
}

fn block(lang: Lang, block: &Block) -> String {
    let items = |items: &[Vec<String>]| -> Vec<String> {
        items.iter().map(|item| escape(&words::joined(lang, item))).collect()
    };
    match block {
        Block::Paragraph(sentences) => paragraph(&words::joined(lang, sentences)),
        Block::List(list) => list_of("ul", &items(list)),
        Block::Steps(list) => list_of("ol", &items(list)),
    }
}

fn organ(lang: Lang, OrganView { name, phone, .. }: &OrganView) -> String {
    let call = phone.as_ref().map(|phone| fill(lang, H::Call, &[("phone", phone)]));
    let call = call.map(|call| format!("<br>{}", escape(&call))).unwrap_or_default();
    format!("<b>{}</b>{call}", escape(name))
}

fn route(lang: Lang, route: &RouteView) -> String {
    let RouteView { name, what, note, cost, limit, .. } = route;
    let limit = limit.as_ref().map(|limit| paragraph(&words::limit(lang, limit)));
    [
        format!("<div class=\"route\">\n<h3>{}</h3>\n", escape(name)),
        paragraph(what),
        paragraph(note),
        limit.unwrap_or_default(),
        paragraph(&lang.say(words::cost(*cost))),
        "</div>\n".to_owned(),
    ]
    .concat()
}

fn law(lang: Lang, law: &[LawView]) -> String {
    let articles: Vec<String> = law.iter().map(|law| article(lang, law)).collect();
    let articles = list_of("ul", &articles);
    format!("<details>\n<summary>{}</summary>\n{articles}</details>\n", text(lang, H::Law))
}

/// Where an article stands, and what it says in our words.
fn article(lang: Lang, law: &LawView) -> String {
    let title = if lang == Lang::Zh { format!("《{}》", law.title) } else { law.title.clone() };
    let number = law.article.to_string();
    let place = (law.article > 0).then(|| fill(lang, H::Article, &[("article", &number)]));
    let version = fill(lang, H::Version, &[("version", &law.version)]);
    let mut lines =
        vec![format!("<b>{} {}</b>", escape(&title), escape(&place.unwrap_or_default()))];
    lines.extend(Some(escape(&law.gist)).filter(|gist| !gist.is_empty()));
    lines.push(escape(&version));
    lines.extend((!law.is_verified).then(|| text(lang, H::Unverified)));
    lines.join("<br>")
}
