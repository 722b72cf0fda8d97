//! What is typed, what it can become, and what state the engines are in.

use leptos::prelude::*;
use petition_text::Keys as K;

use super::board::{Board, State};
use super::field::Field;
use super::pad::{Mode, Pad, grouped};
use super::press::{Face, key};
use crate::device::dom;

/// Choices that are shown before somebody asks for more: every key would else build hundreds.
const FIRST: usize = 24;

/// The element that holds the choices.
const LIST: &str = "#keys-choices";

/// The bar over the keys.
pub fn bar(board: Board) -> AnyView {
    let shown = move || match (board.mode.get(), board.pad.get()) {
        (Mode::Hand | Mode::Full | Mode::Nine | Mode::Point, _) => Some(chinese(board)),
        (_, Pad::Id) => Some(number(board)),
        _ => None,
    };
    view! { <div class="app-keys__bar">{shown}</div> }.into_any()
}

/// The number as it is read, in parts: one digit too many is seen at once.
fn number(board: Board) -> AnyView {
    let value = RwSignal::new(String::new());
    let read = move || {
        let now = board.field.with_untracked(|field| field.as_ref().map(Field::value));
        value.set(grouped(&now.unwrap_or_default()));
    };
    read();
    let listen = window_event_listener(leptos::ev::input, move |_| read());
    on_cleanup(move || listen.remove());
    view! { <output class="app-keys__number" aria-live="off">{value}</output> }.into_any()
}

fn chinese(board: Board) -> AnyView {
    let typed = move || {
        let keys = board.typing.with(|typing| typing.keys().to_owned());
        let point = board.point.get();
        let is_hint = keys.is_empty() && point.is_empty();
        match (board.mode.get(), is_hint) {
            (Mode::Point, true) => board.say(K::PointHint),
            (_, true) => String::new(),
            (Mode::Point, false) => point,
            (_, false) => keys,
        }
    };
    let fuzzy = move || {
        (board.mode.get() == Mode::Full).then(|| {
            let face = Face::of("app-keys__switch", "fuzzy", board.say(K::Fuzzy));
            let is_on = move || board.is_fuzzy.get().to_string();
            let button = key(face, false, move || board.set_fuzzy(!board.is_fuzzy.get_untracked()));
            view! { <span class="app-keys__pressed" data-on=is_on>{button}</span> }
        })
    };
    view! {
        <p class="app-keys__typed"><span data-typed="">{typed}</span>{fuzzy}</p>
        {move || state(board)}
        {list(board)}
    }
    .into_any()
}

/// What does not work, and what works instead.
fn state(board: Board) -> Option<AnyView> {
    let (pinyin, handwriting) = (board.pinyin.get(), board.handwriting.get());
    let own = match board.mode.get() {
        Mode::Hand => handwriting,
        Mode::Full | Mode::Nine => pinyin,
        _ => State::Ready,
    };
    let word = match (own, pinyin, handwriting) {
        (State::Ready, ..) => return None,
        (State::Waiting, ..) => K::Loading,
        (State::Failed, State::Failed, State::Failed) => K::Neither,
        (State::Failed, State::Failed, _) => K::NoPinyin,
        (State::Failed, ..) => K::NoHand,
    };
    let again = (own == State::Failed).then(|| {
        let face = Face::of("app-keys__switch", "again", board.say(K::Again));
        key(face, false, move || board.reload())
    });
    Some(view! { <p class="app-keys__state" role="status">{board.say(word)}{again}</p> }.into_any())
}

fn list(board: Board) -> AnyView {
    let limit = RwSignal::new(FIRST);
    Effect::new(move || {
        board.typing.track();
        limit.set(FIRST);
        turn_to_first();
    });
    let choices = move || {
        let limit = limit.get();
        let list: Vec<_> =
            board.typing.with(|typing| typing.list().iter().take(limit).cloned().collect());
        let keys: Vec<_> = list
            .into_iter()
            .enumerate()
            .map(|(index, choice)| {
                let face = Face {
                    class: "app-choice-key".to_owned(),
                    label: choice.text.clone(),
                    name: format!("choice-{index}"),
                    shown: board
                        .lang
                        .get()
                        .pick(&choice.text, &choice.text)
                        .into_owned()
                        .into_any(),
                };
                key(face, false, move || board.commit(&choice))
            })
            .collect();
        keys
    };
    let page = move |word: K, name: &str, by: i32| {
        let face = Face {
            class: "app-key app-key--page".to_owned(),
            label: board.say(word),
            name: name.to_owned(),
            shown: if by < 0 { "▲" } else { "▼" }.into_any(),
        };
        key(face, false, move || {
            limit.set(usize::MAX);
            turn_page(by);
        })
    };
    view! {
        <div class="app-keys__choices" role="group" aria-label=move || board.say(K::Choices)>
            <div class="app-keys__list" id="keys-choices" data-answered=move || (!board.is_waiting.get()).to_string()>{choices}</div>
            <div class="app-keys__pages">{move || page(K::Earlier, "earlier", -1)}{move || page(K::Later, "later", 1)}</div>
        </div>
    }
    .into_any()
}

/// By whole rows: the last one that is seen comes first then.
fn turn_page(by: i32) {
    request_animation_frame(move || {
        if let Some(list) = dom::find(LIST) {
            list.set_scroll_top(list.scroll_top() + by * list.client_height());
        }
    });
}

fn turn_to_first() {
    if let Some(list) = dom::find(LIST) {
        list.set_scroll_top(0);
    }
}
