//! Follows the focus: the keyboard comes with a field and goes when nobody writes any more.

use leptos::mount::mount_to;
use leptos::prelude::*;
use petition_text::{Keys as K, Lang};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlElement, KeyboardEvent};

use super::board::Board;
use super::field::Field;
use super::{choices, rows};
use crate::device::dom;

/// Where a page keeps a place for the keyboard.
const PLACE: &str = "#keys";
/// How long after a field is left the keyboard stays, in milliseconds: what is touched next must
/// not move away under the finger.
const STAY_MS: u32 = 180;
/// The key code that stands for whatever an input method of the system makes of it.
const BY_INPUT_METHOD: u32 = 229;

/// Begins to follow. Called once.
pub fn start() {
    let Some(section) = dom::document()
        .and_then(|document| document.create_element("section").ok())
        .and_then(|section| section.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    section.set_class_name("app-keys");
    let owner = Owner::new_root(None);
    let board = owner.with(|| Board::new(language()));
    let view = move || {
        view! {
            <div class="app-keys__whole">
                {choices::bar(board)}{rows::board(board)}{rows::tabs(board)}
            </div>
        }
    };
    owner.with(|| mount_to(section.clone(), view)).forget();
    listen(board, &section);
    // The field that was touched before this program was there.
    let focused = dom::document().and_then(|document| document.active_element());
    if let Some(field) = focused.and_then(|element| Field::of(element.into())) {
        open(board, &section, &field);
    }
    // As long as the page.
    core::mem::forget(owner);
}

fn language() -> Lang {
    let root = dom::document().and_then(|document| document.document_element());
    root.and_then(|root| Lang::from_tag(&root.get_attribute("lang")?)).unwrap_or(Lang::Zh)
}

fn listen(board: Board, section: &HtmlElement) {
    let shown = section.clone();
    on_document("focusin", move |event| {
        match event.target().and_then(|target| Field::of(target.into())) {
            Some(field) => open(board, &shown, &field),
            None => close(board, &shown),
        }
    });
    let shown = section.clone();
    on_document("focusout", move |_| {
        let shown = shown.clone();
        leptos::task::spawn_local(async move {
            dom::pause(STAY_MS).await;
            let focused = dom::document().and_then(|document| document.active_element());
            if focused.and_then(|element| Field::of(element.into())).is_none() {
                close(board, &shown);
            }
        });
    });
    // Whoever has real keys, or an input method of the system, needs none on the screen.
    let shown = section.clone();
    on_document("keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let writes = key.key().chars().count() == 1 || key.key_code() == BY_INPUT_METHOD;
        if event.is_trusted() && writes && !key.ctrl_key() && !key.alt_key() {
            close(board, &shown);
        }
    });
    let shown = section.clone();
    on_document("compositionstart", move |_| close(board, &shown));
    // And a finger in the field brings it back.
    let shown = section.clone();
    on_document("pointerup", move |event| {
        let field = event.target().and_then(|target| Field::of(target.into()));
        let focused = dom::document().and_then(|document| document.active_element());
        let is_focused = |field: &Field| focused.as_deref() == Some(field.element().as_ref());
        if let Some(field) = field.filter(is_focused)
            && !shown.is_connected()
        {
            open(board, &shown, &field);
        }
    });
}

fn open(board: Board, section: &HtmlElement, field: &Field) {
    let Some(place) = dom::find(PLACE) else { return };
    board.lang.set(language());
    section.set_attribute("aria-label", &board.lang.get_untracked().say(K::Board)).ok();
    // A keyboard of the system would come up over ours.
    field.element().set_attribute("inputmode", "none").ok();
    let is_same = board.field.with_untracked(|open| open.as_ref() == Some(field));
    if !is_same {
        board.turn_to(Some(field.clone()));
    }
    if section.parent_element().as_ref() != Some(&place) {
        place.append_child(section).ok();
    }
    board.reveal();
}

fn close(board: Board, section: &HtmlElement) {
    if section.is_connected() || board.field.with_untracked(Option::is_some) {
        board.turn_to(None);
        section.remove();
    }
}

fn on_document(event: &str, handler: impl Fn(Event) + 'static) {
    let handler = Closure::<dyn Fn(Event)>::new(handler);
    if let Some(document) = dom::document() {
        document.add_event_listener_with_callback(event, handler.as_ref().unchecked_ref()).ok();
    }
    // As long as the page.
    handler.forget();
}
