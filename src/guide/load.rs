//! What the guide fetches, when it is needed, in the language of the screen.

use std::sync::Arc;

use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;
use petition_content::search::{Index, Searcher};
use petition_content::{Card, Hints, Shelf};
use petition_text::Lang;
use serde::de::DeserializeOwned;

use super::{Fetched, Guide, Place};

/// Where the server keeps what it compiled. The number goes up when the form changes.
const FOLDER: &str = "/content/guide/v1";

/// The edition that a language of the screen is shown from.
pub fn edition(lang: Lang) -> &'static str {
    if lang == Lang::Zh { Lang::Zh.tag() } else { Lang::En.tag() }
}

async fn fetch<T: DeserializeOwned>(lang: Lang, name: &str) -> Option<T> {
    let answer = Request::get(&format!("{FOLDER}/{}/{name}", edition(lang))).send().await.ok()?;
    if !answer.ok() {
        return None;
    }
    postcard::from_bytes(&answer.binary().await.ok()?).ok()
}

/// Fetches whatever the open place needs, and again in another language.
pub fn follow(guide: Guide) {
    Effect::new(move || {
        let lang = guide.lang.get();
        refresh(guide, lang);
    });
    Effect::new(move || {
        if let Place::Card(id) = guide.place.get() {
            card(guide, guide.lang.get(), id);
        }
    });
}

/// Fetches everything but the card anew.
pub fn refresh(guide: Guide, lang: Lang) {
    into(guide, lang, guide.shelf, "shelf.bin");
    into(guide, lang, guide.channel, "channel.bin");
    into(guide, lang, guide.board, "board.bin");
    guide.searcher.set(Fetched::Waiting);
    spawn_local(async move {
        let index = fetch::<Index>(lang, "index.bin").await;
        if guide.lang.get_untracked() == lang {
            guide.searcher.set(match index {
                Some(index) => Fetched::Here(Arc::new(Searcher::new(index))),
                None => Fetched::Failed,
            });
        }
    });
}

/// Fetches card `id`.
pub fn card(guide: Guide, lang: Lang, id: String) {
    guide.card.set(Fetched::Waiting);
    spawn_local(async move {
        let card = fetch::<Card>(lang, &format!("cards/{id}.bin")).await;
        // Another one may have been opened meanwhile.
        if guide.place.get_untracked() == Place::Card(id) && guide.lang.get_untracked() == lang {
            guide.card.set(card.map_or(Fetched::Failed, |card| Fetched::Here(Arc::new(card))));
        }
    });
}

fn into<T>(guide: Guide, lang: Lang, signal: RwSignal<Fetched<T>>, name: &'static str)
where
    T: DeserializeOwned + Send + Sync + 'static,
{
    signal.set(Fetched::Waiting);
    spawn_local(async move {
        let found = fetch::<T>(lang, name).await;
        if guide.lang.get_untracked() == lang {
            signal.set(found.map_or(Fetched::Failed, |found| Fetched::Here(Arc::new(found))));
        }
    });
}

/// What helps while a matter of `category` is told.
pub async fn hints(lang: Lang, category: &str) -> Option<Hints> {
    let shelf = fetch::<Shelf>(lang, "shelf.bin").await?;
    shelf.hints.into_iter().find(|hints| hints.category == category)
}
