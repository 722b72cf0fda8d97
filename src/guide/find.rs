//! The search: results while people type.

use leptos::prelude::*;
use petition_content::card::CardRef;
use petition_text::Help as H;

use super::home::CHOICE;
use super::{Fetched, Guide, Place};
use crate::components::button::tap_button;
use crate::components::paragraph::paragraph;

/// Cards shown at most.
const MOST: usize = 6;

/// The field and what is found.
pub fn field(guide: Guide) -> AnyView {
    let found = Memo::new(move |_| {
        let wanted = guide.wanted.get();
        let is_asked = !wanted.trim().is_empty();
        guide.searcher.with(|searcher| match searcher {
            Fetched::Here(searcher) if is_asked => {
                Some(searcher.search(&wanted, MOST).into_iter().cloned().collect())
            }
            _ => None,
        })
    });
    let told = move || match found.with(|found| found.as_ref().map(Vec::len)) {
        None => None,
        Some(0) => Some(paragraph("app-note", guide.say(H::SearchNone))),
        Some(count) => {
            let count = guide.fill(H::Found, &[("count", &count.to_string())]);
            Some(paragraph("app-small", count))
        }
    };
    let slots: Vec<_> = (0..MOST).map(|place| slot(guide, found, place)).collect();
    view! {
        <div class="app-field app-guide__search" role="search">
            <label for="guide-search">{guide.say(H::SearchLabel)}</label>
            <p class="app-field__hint" id="guide-search-hint">{guide.say(H::SearchHint)}</p>
            <input
                id="guide-search"
                class="app-input"
                type="text"
                autocomplete="off"
                spellcheck="false"
                maxlength="60"
                aria-describedby="guide-search-hint"
                prop:value=guide.wanted.get_untracked()
                on:input=move |event| guide.wanted.set(event_target_value(&event))
            />
            <div class="app-guide__found" role="status">
                {told}
                <div class="app-guide__cards">{slots}</div>
            </div>
        </div>
    }
    .into_any()
}

/// A place in the list. It stays and changes its words: a key that builds six buttons anew is felt on
/// a slow machine.
fn slot(guide: Guide, found: Memo<Option<Vec<CardRef>>>, place: usize) -> AnyView {
    let card = Memo::new(move |_| {
        found.with(|found| found.as_ref().and_then(|found| found.get(place)).cloned())
    });
    let is_free = move || card.with(Option::is_none);
    let id = move || card.with(|card| card.as_ref().map(|card| card.id.clone()));
    let title = move || {
        card.with(|card| card.as_ref().map(|card| guide.text(&card.title))).unwrap_or_default()
    };
    let open = move || {
        if let Some(id) = id() {
            guide.go(Place::Card(id));
        }
    };
    let button = tap_button("", CHOICE, title, open);
    let kind = move || (!is_free()).then_some("card");
    view! { <div class="app-guide__item" data-kind=kind data-id=id hidden=is_free>{button}</div> }
        .into_any()
}
