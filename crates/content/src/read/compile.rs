//! From checked sources to what a page loads.

use std::collections::{BTreeMap, BTreeSet};

use petition_text::Lang;

use super::channel::{self, Channel};
use super::check::{article, is_verified};
use super::front::{CardSource, Cards, RouteFront};
use super::tables::{Law, Limit, Tables};
use super::{Edition, LANGUAGES, Library, Phones, Stats, sound};
use crate::board::Hotline;
use crate::card::{
    Card, CardRef, Hints, LawView, LimitView, OrganView, RouteView, Shelf, TileView,
};
use crate::channel::ChannelView;

/// Puts every card together in every language.
pub fn compile(tables: &Tables, cards: &Cards, channel: &Channel, phones: &Phones) -> Library {
    let editions = LANGUAGES
        .into_iter()
        .filter_map(|tag| {
            let lang = Lang::from_tag(tag)?;
            let channel = channel::compile(channel, tables, phones, lang);
            Some((tag.to_owned(), edition(tables, cards, channel, phones, tag, lang)))
        })
        .collect();
    let organs = tables.organs.values();
    let hotline_keys = organs.filter_map(|at| at.row.hotline.clone()).collect();
    Library { editions, hotline_keys, stats: stats(tables, cards) }
}

fn edition(
    tables: &Tables,
    sources: &Cards,
    channel: ChannelView,
    phones: &Phones,
    tag: &str,
    lang: Lang,
) -> Edition {
    let by_tile = |tile: &str| {
        let here = sources.cards.iter().filter(|card| card.facts.tile.get_ref() == tile);
        here.filter_map(|card| {
            let title = card.words.get(tag)?.title.clone();
            Some(CardRef { id: card.facts.id.get_ref().clone(), title })
        })
        .collect()
    };
    let tiles = tables.tiles.iter().map(|at| TileView {
        id: at.row.id.get_ref().clone(),
        title: say(lang, &at.row.zh, &at.row.en),
        category: at.row.category.clone(),
        cards: by_tile(at.row.id.get_ref()),
    });
    let hints = sources.hints.get(tag).into_iter().flatten().map(|(domain, front)| Hints {
        category: domain.clone(),
        tell: front.tell.clone(),
        photograph: front.photograph.clone(),
    });
    let shelf = Shelf { tiles: tiles.collect(), hints: hints.collect() };
    let cards: BTreeMap<String, Card> = sources
        .cards
        .iter()
        .filter_map(|source| card(tables, source, phones, tag, lang))
        .map(|card| (card.id.clone(), card))
        .collect();
    let index = sound::index(lang, &shelf, sources, tag);
    Edition { shelf, cards, index, channel, hotlines: hotlines(tables, phones, lang) }
}

fn hotlines(tables: &Tables, phones: &Phones, lang: Lang) -> Vec<Hotline> {
    let answered = |key: &str| {
        let organs = tables.organs.values().map(|at| &at.row);
        let organs = organs.filter(|organ| organ.hotline.as_deref() == Some(key));
        organs.map(|organ| say(lang, &organ.zh, &organ.en)).collect()
    };
    phones
        .iter()
        .map(|(key, phone)| Hotline {
            key: key.clone(),
            organs: answered(key),
            phone: phone.clone(),
        })
        .collect()
}

/// The words of one language.
pub fn say(lang: Lang, zh: &str, en: &str) -> String {
    if lang == Lang::En { en } else { zh }.to_owned()
}

fn card(
    tables: &Tables,
    source: &CardSource,
    phones: &Phones,
    tag: &str,
    lang: Lang,
) -> Option<Card> {
    let (facts, words) = (&source.facts, source.words.get(tag)?);
    let tile = tables.tiles.iter().find(|tile| tile.row.id.get_ref() == facts.tile.get_ref())?;
    let organs = facts.organs.iter().filter_map(|id| organ(tables, id.get_ref(), phones, lang));
    let law: Vec<LawView> = facts
        .law
        .iter()
        .filter_map(|reference| law_view(tables, reference.get_ref(), lang))
        .collect();
    let routes = facts.routes.iter().zip(&words.notes);
    Some(Card {
        id: facts.id.get_ref().clone(),
        tile: facts.tile.get_ref().clone(),
        category: tile.row.category.clone(),
        title: words.title.clone(),
        what: words.prose.what.clone(),
        steps: words.prose.steps.clone(),
        can: words.prose.can.clone(),
        cannot: words.prose.cannot.clone(),
        care: words.prose.care.clone(),
        organs: organs.collect(),
        routes: routes.filter_map(|(front, note)| route(tables, front, note, lang)).collect(),
        papers: words.papers.clone(),
        recheck: facts.recheck || law.iter().any(|law| law.recheck),
        law,
        checked: facts.checked.0,
        is_verified: is_verified(tables, source),
    })
}

/// An organ by id, with its telephone.
pub fn organ(tables: &Tables, id: &str, phones: &Phones, lang: Lang) -> Option<OrganView> {
    let organ = &tables.organs.get(id)?.row;
    Some(OrganView {
        id: id.to_owned(),
        name: say(lang, &organ.zh, &organ.en),
        phone: organ.hotline.as_ref().and_then(|key| phones.get(key)).cloned(),
    })
}

fn route(tables: &Tables, front: &RouteFront, note: &str, lang: Lang) -> Option<RouteView> {
    let way = &tables.ways.get(front.way.get_ref())?.row;
    let limit = front.limit.as_ref().and_then(|id| tables.limits.get(id.get_ref()));
    Some(RouteView {
        way: front.way.get_ref().clone(),
        name: say(lang, &way.zh, &way.en),
        what: say(lang, &way.zh_what, &way.en_what),
        note: note.to_owned(),
        cost: way.cost,
        limit: limit.and_then(|at| limit_view(tables, &at.row, lang)),
    })
}

/// A limit in one language.
pub fn limit_view(tables: &Tables, limit: &Limit, lang: Lang) -> Option<LimitView> {
    let mut law = law_view(tables, limit.law.get_ref(), lang)?;
    law.is_verified &= limit.verified;
    Some(LimitView {
        id: limit.id.get_ref().clone(),
        span: limit.span(),
        bound: limit.bound,
        from: say(lang, &limit.zh_from, &limit.en_from),
        law,
    })
}

/// An article in one language.
pub fn law_view(tables: &Tables, reference: &str, lang: Lang) -> Option<LawView> {
    let (id, number) = article(reference)?;
    let Law { zh, en, version, verified, recheck, articles, .. } = &tables.laws.get(id)?.row;
    let gist = articles.get(number).map(|gist| say(lang, &gist.zh, &gist.en));
    Some(LawView {
        title: say(lang, zh, en),
        article: number.parse().ok()?,
        gist: gist.unwrap_or_default(),
        version: version.clone(),
        is_verified: *verified.get_ref(),
        recheck: *recheck,
    })
}

fn stats(tables: &Tables, cards: &Cards) -> Stats {
    let mut stats =
        Stats { laws: tables.laws.len(), limits: tables.limits.len(), ..Stats::default() };
    let mut articles = BTreeSet::new();
    for card in &cards.cards {
        *stats.cards.entry(card.domain.clone()).or_default() += 1;
        articles.extend(card.facts.law.iter().map(|reference| reference.get_ref().clone()));
        let id = card.facts.id.get_ref();
        if card.facts.recheck {
            stats.recheck.push(format!("card {id}"));
        }
        if !is_verified(tables, card) {
            stats.unverified.push(id.clone());
        }
    }
    let laws = tables.laws.values().filter(|at| at.row.recheck);
    stats.recheck.extend(laws.map(|at| format!("law {}", at.row.id.get_ref())));
    stats.articles = articles.len();
    stats
}
