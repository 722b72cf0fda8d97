//! One choice of several, each with what follows from it.

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
        Self {
            value: value.to_owned(),
            label: session.say(label).into_owned(),
            hint: session.say(hint).into_owned(),
        }
    }

    /// A choice that needs no explanation.
    pub fn plain(session: Session, value: &str, label: impl Word) -> Self {
        Self { value: value.to_owned(), label: session.say(label).into_owned(), hint: String::new() }
    }
}

/// A radio group over `field`.
pub fn choices(
    session: Session,
    field: Field,
    options: Vec<Choice>,
    chosen: impl Fn() -> Option<String> + Copy + Send + Sync + 'static,
    choose: impl Fn(&str) + Copy + 'static,
) -> AnyView {
    let first = options.first().map(|option| option.value.clone());
    let items: Vec<_> = options
        .into_iter()
        .map(|option| {
            let Choice { value, label, hint } = option;
            let is_chosen = {
                let value = value.clone();
                move || chosen().as_deref() == Some(value.as_str())
            };
            // Like a native group: one stop of the tab key, the arrows go round inside.
            let tab = {
                let (value, first) = (value.clone(), first.clone());
                move || {
                    let stop = chosen().or_else(|| first.clone());
                    if stop.as_deref() == Some(value.as_str()) { "0" } else { "-1" }
                }
            };
            let pick = {
                let value = value.clone();
                move || {
                    choose(&value);
                    session.recheck();
                }
            };
            let on_key = {
                let pick = pick.clone();
                move |event: KeyboardEvent| match event.key().as_str() {
                    " " | "Enter" => {
                        event.prevent_default();
                        pick();
                    }
                    "ArrowDown" | "ArrowRight" => step(&event, true),
                    "ArrowUp" | "ArrowLeft" => step(&event, false),
                    _ => {}
                }
            };
            let described = (!hint.is_empty()).then(|| view! { <small>{hint}</small> });
            view! {
                <div
                    class="app-choice"
                    role="radio"
                    data-value=value
                    tabindex=tab
                    aria-checked={
                        let is_chosen = is_chosen.clone();
                        move || if is_chosen() { "true" } else { "false" }
                    }
                    on:click=move |_| pick()
                    on:keydown=on_key
                >
                    <span class="app-choice__mark" aria-hidden="true"></span>
                    <span class="app-choice__text"><b>{label}</b>{described}</span>
                </div>
            }
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
