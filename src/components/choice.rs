//! One choice of several, each with what follows from it.

use std::rc::Rc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use petition_domain::Field;
use petition_text::Word;

use super::errors::field_error;
use super::field::{error_id, field_id};
use crate::session::Session;

/// A choice: value, what it is, what follows.
pub struct Choice {
    /// Stable value, for tests and styles.
    pub value: String,
    /// What it is.
    pub label: String,
    /// What follows from choosing it.
    pub hint: String,
}

impl Choice {
    /// A choice with words of the table.
    pub fn new(session: Session, value: &str, label: impl Word, hint: impl Word) -> Self {
        Self { value: value.to_owned(), label: session.say(label), hint: session.say(hint) }
    }

    /// A choice that needs no explanation.
    pub fn plain(session: Session, value: &str, label: impl Word) -> Self {
        Self { value: value.to_owned(), label: session.say(label), hint: String::new() }
    }
}

/// A radio group over `field`.
pub fn choices(
    session: Session,
    field: Field,
    options: Vec<Choice>,
    chosen: impl Fn() -> Option<String> + Send + Sync + 'static,
    choose: impl Fn(&str) + 'static,
) -> AnyView {
    group(
        session,
        field,
        options,
        Memo::new(move |_| chosen()),
        &(Rc::new(choose) as Rc<dyn Fn(&str)>),
    )
}

fn group(
    session: Session,
    field: Field,
    options: Vec<Choice>,
    chosen: Memo<Option<String>>,
    choose: &Rc<dyn Fn(&str)>,
) -> AnyView {
    let first = options.first().map(|option| option.value.clone());
    let items: Vec<AnyView> = options
        .into_iter()
        .enumerate()
        .map(|(index, option)| {
            // Like a native group: one stop of the tab key, the arrows go round inside.
            let is_first = index == 0 && first.is_some();
            let choose = Rc::clone(choose);
            item(
                option,
                is_first,
                chosen,
                Rc::new(move |value: &str| {
                    choose(value);
                    session.recheck();
                }),
            )
        })
        .collect();
    view! {
        <div
            class="app-choices"
            role="radiogroup"
            id=field_id(field)
            tabindex="-1"
            aria-labelledby="title"
            aria-describedby=error_id(field)
        >
            {items}
        </div>
        {field_error(session, field)}
    }
    .into_any()
}

fn item(
    option: Choice,
    is_first: bool,
    chosen: Memo<Option<String>>,
    pick: Rc<dyn Fn(&str)>,
) -> AnyView {
    let Choice { value, label, hint } = option;
    let is_chosen = {
        let value = value.clone();
        Memo::new(move |_| chosen.with(|chosen| chosen.as_deref() == Some(value.as_str())))
    };
    let tab = move || {
        if is_chosen.get() || (is_first && chosen.with(Option::is_none)) { "0" } else { "-1" }
    };
    let on_click = {
        let (pick, value) = (Rc::clone(&pick), value.clone());
        move |_| pick(&value)
    };
    let on_key = {
        let value = value.clone();
        move |event: KeyboardEvent| match event.key().as_str() {
            " " | "Enter" => {
                event.prevent_default();
                pick(&value);
            }
            "ArrowDown" | "ArrowRight" => step(&event, true),
            "ArrowUp" | "ArrowLeft" => step(&event, false),
            _ => {}
        }
    };
    let described = (!hint.is_empty()).then(|| view! { <small>{hint}</small> }.into_any());
    view! {
        <div
            class="app-choice"
            role="radio"
            data-value=value
            tabindex=tab
            aria-checked=move || if is_chosen.get() { "true" } else { "false" }
            on:click=on_click
            on:keydown=on_key
        >
            <span class="app-choice__mark" aria-hidden="true"></span>
            <span class="app-choice__text"><b>{label}</b>{described}</span>
        </div>
    }
    .into_any()
}

/// Moves to the neighbour and chooses it, as a native radio group does.
fn step(event: &KeyboardEvent, forward: bool) {
    use wasm_bindgen::JsCast;
    event.prevent_default();
    let here = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let next = here.and_then(|here| {
        if forward { here.next_element_sibling() } else { here.previous_element_sibling() }
    });
    if let Some(next) = next.and_then(|next| next.dyn_into::<web_sys::HtmlElement>().ok()) {
        next.click();
        next.focus().ok();
    }
}
