//! The search: results while people type.

use leptos::prelude::*;
use petition_text::Help as H;

use super::home::cards;
use super::{Fetched, Guide};
use crate::components::paragraph::paragraph;

/// Cards shown at most.
const MOST: usize = 6;

/// The field and what is found.
pub fn field(guide: Guide) -> AnyView {
    let found = move || {
        let wanted = guide.wanted.get();
        let searcher = guide.searcher.get();
        let Fetched::Here(searcher) = searcher else { return ().into_any() };
        if wanted.trim().is_empty() {
            return ().into_any();
        }
        let found = searcher.search(&wanted, MOST);
        if found.is_empty() {
            return paragraph("app-note", guide.say(H::SearchNone));
        }
        let count = found.len().to_string();
        view! {
            <p class="app-small">{guide.fill(H::Found, &[("count", &count)])}</p>
            {cards(guide, &found)}
        }
        .into_any()
    };
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
            <div class="app-guide__found" role="status">{found}</div>
        </div>
    }
    .into_any()
}
