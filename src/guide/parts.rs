//! What the places of the guide are built from.

use leptos::prelude::*;
use petition_content::{Block, words};
use petition_text::Help as H;

use super::{Fetched, Guide, load};
use crate::components::button::tap_button;
use crate::components::paragraph::{note, paragraph};
use crate::device::dom;

/// Moves the focus to the heading once it is there, so that it is read first.
pub fn focus_heading() {
    dom::focus_soon("#title");
}

/// The heading of a place.
pub fn heading(text: String) -> AnyView {
    view! { <h1 id="title" tabindex="-1">{text}</h1> }.into_any()
}

/// A heading below it.
pub fn subtitle(text: String) -> AnyView {
    view! { <h2 class="app-subtitle">{text}</h2> }.into_any()
}

/// Shows what was fetched, or how far it is.
pub fn fetched<T: 'static>(
    guide: Guide,
    value: Fetched<T>,
    show: impl Fn(&T) -> AnyView,
) -> AnyView {
    match value {
        Fetched::Here(value) => show(&value),
        Fetched::Waiting => view! {
            {heading(guide.say(H::Title))}
            <p class="app-wait" role="status">{guide.say(H::Waiting)}</p>
        }
        .into_any(),
        Fetched::Failed => {
            let again = move || {
                let lang = guide.lang.get_untracked();
                load::refresh(guide, lang);
                if let super::Place::Card(id) = guide.place.get_untracked() {
                    load::card(guide, lang, id);
                }
            };
            view! {
                {heading(guide.say(H::Title))}
                {note(guide.say(H::Failed))}
                {tap_button("guide-again", "app-button", guide.say(H::Again), again)}
            }
            .into_any()
        }
    }
}

/// A part of a card: its heading and its sentences.
pub fn prose(guide: Guide, title: String, blocks: &[Block]) -> Option<AnyView> {
    (!blocks.is_empty()).then(|| {
        let blocks: Vec<_> = blocks.iter().map(|part| block(guide, part)).collect();
        view! { <section class="app-prose">{subtitle(title)}{blocks}</section> }.into_any()
    })
}

fn block(guide: Guide, block: &Block) -> AnyView {
    let items = |items: &[Vec<String>]| -> Vec<AnyView> {
        items.iter().map(|item| view! { <li>{joined(guide, item)}</li> }.into_any()).collect()
    };
    match block {
        Block::Paragraph(sentences) => paragraph("app-prose__text", joined(guide, sentences)),
        Block::List(list) => view! { <ul class="app-prose__list">{items(list)}</ul> }.into_any(),
        Block::Steps(list) => view! { <ol class="app-prose__steps">{items(list)}</ol> }.into_any(),
    }
}

fn joined(guide: Guide, sentences: &[String]) -> String {
    guide.text(&words::joined(guide.lang.get(), sentences))
}
