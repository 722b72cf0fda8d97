//! The rows of keys and the tabs below them.

use leptos::prelude::*;
use petition_text::Keys as K;

use super::board::Board;
use super::draw;
use super::field::Field;
use super::keys::{Act, Key, rows};
use super::pad::Mode;
use super::press::{Face, key};

/// The open board.
pub fn board(board: Board) -> AnyView {
    let shown = move || match board.mode.get() {
        Mode::Hand => draw::board(board),
        mode => {
            let pad = board.pad.get();
            // On these boards nothing stands under another, so nobody misses what is not needed.
            let is_loose = matches!(mode, Mode::Full | Mode::Latin | Mode::Symbols | Mode::Point);
            let has_enter = !is_loose || is_story(board);
            let rows: Vec<_> = rows(mode, pad)
                .into_iter()
                .map(|mut keys| {
                    keys.retain(|key| has_enter || key.act != Act::Enter);
                    let keys: Vec<_> = keys.into_iter().map(|key| one(board, mode, key)).collect();
                    view! { <div class="app-keys__row">{keys}</div> }.into_any()
                })
                .collect();
            view! { <div class="app-keys__rows" data-board=mode.name()>{rows}</div> }.into_any()
        }
    };
    shown.into_any()
}

/// A key with its own face.
pub fn one(board: Board, mode: Mode, Key { act, width, letters }: Key) -> AnyView {
    let class = match act {
        // A word on a key is smaller than a letter.
        Act::Compose('\'') if mode == Mode::Nine => "app-key app-key--does",
        Act::Compose(_) | Act::Put(_) | Act::Letter(_) | Act::Point(_) => "app-key",
        Act::Back | Act::Space | Act::Enter | Act::Shift | Act::Clear => "app-key app-key--does",
    };
    let class = format!("{class} app-key--{width}");
    let (label, name) = match act {
        Act::Compose('\'') => (board.say(K::Separator), "'".to_owned()),
        Act::Compose(c) | Act::Put(c) | Act::Letter(c) | Act::Point(c) => (
            if letters.is_empty() { c.to_string() } else { format!("{c} {letters}") },
            c.to_string(),
        ),
        Act::Back => (board.say(K::Back), "back".to_owned()),
        Act::Space => (board.say(K::Space), "space".to_owned()),
        Act::Enter => (board.say(enter(board)), "enter".to_owned()),
        Act::Shift => (board.say(K::Shift), "shift".to_owned()),
        Act::Clear => (board.say(K::Clear), "clear".to_owned()),
    };
    let shown = match act {
        Act::Compose('\'') if mode == Mode::Nine => label.clone().into_any(),
        Act::Compose(c) if letters.is_empty() => c.to_string().into_any(),
        Act::Compose(_) => letters.into_any(),
        Act::Letter(c) => {
            let case = move || {
                let c = if board.is_capital.get() { c.to_ascii_uppercase() } else { c };
                c.to_string()
            };
            case.into_any()
        }
        Act::Put(c) | Act::Point(c) => c.to_string().into_any(),
        Act::Back => "⌫".into_any(),
        Act::Clear => {
            let word = move || match board.cleared.get() {
                Some(_) => board.say(K::Unclear),
                None => board.say(K::Clear),
            };
            word.into_any()
        }
        Act::Space | Act::Enter | Act::Shift => label.clone().into_any(),
    };
    key(Face { class, label, name, shown }, act == Act::Back, move || board.press(act))
}

fn enter(board: Board) -> K {
    if is_story(board) { K::Line } else { K::Done }
}

/// Whether the field takes several lines.
pub fn is_story(board: Board) -> bool {
    board.field.with(|field| field.as_ref().is_some_and(Field::is_story))
}

/// The boards of the field, and the way out.
pub fn tabs(board: Board) -> AnyView {
    let tabs = move || {
        let modes = board.pad.get().modes();
        let tab = |mode: Mode| {
            let is_open = move || (board.mode.get() == mode).to_string();
            let face = Face::of("app-keys__tab", mode.name(), board.say(mode.word()));
            let tab = key(face, false, move || board.switch(mode));
            view! { <span class="app-keys__pressed" data-on=is_open>{tab}</span> }.into_any()
        };
        (modes.len() > 1).then(|| modes.iter().map(|mode| tab(*mode)).collect::<Vec<_>>())
    };
    let done = move || {
        let face = Face::of("app-key app-key--done", "done", board.say(K::Done));
        key(face, false, move || board.done())
    };
    view! { <div class="app-keys__tabs">{tabs}{done}</div> }.into_any()
}
