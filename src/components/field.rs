//! Fields to write in. The browser holds what is typed; the draft hears of every change.

use leptos::prelude::*;
use petition_domain::identity::mask;
use petition_domain::prose::{MAX_ANSWER_GRAPHEMES, graphemes};
use petition_domain::submission::tidy;
use petition_domain::{Field, PersonField};
use petition_text::{Common, Kiosk as K, field_label, fill};

use super::errors::field_error;
use crate::session::Session;

/// The id of a field's element: `f-people-0-name`.
pub fn field_id(field: Field) -> String {
    format!("f-{}", field.to_string().replace('/', "-"))
}

/// The id of its error.
pub fn error_id(field: Field) -> String {
    format!("{}-error", field_id(field))
}

/// How a field is written in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// One line.
    Line,
    /// One line of digits.
    Digits,
    /// Several lines, with a counter.
    Story,
}

/// What the keyboard on the screen shows for it; see `crate::input`.
fn pad(field: Field) -> Option<&'static str> {
    match field {
        Field::Person(_, PersonField::Name) => Some("name"),
        Field::Person(_, PersonField::IdNumber) => Some("id"),
        Field::Person(_, PersonField::Mobile) | Field::EarlierNumber => Some("digits"),
        Field::OrganisationCode => Some("code"),
        Field::EarlierWhen => Some("date"),
        _ => None,
    }
}

/// A field over the text at `field`.
pub fn text_field(
    session: Session,
    field: Field,
    input: Input,
    optional: bool,
    hint: Option<K>,
) -> AnyView {
    let id = field_id(field);
    let label = field_label(field).map(|label| session.say(label));
    let optional = optional.then(|| {
        view! { <span class="app-field__optional">{session.say(Common::Optional)}</span> }
            .into_any()
    });
    let hint = hint.map(|hint| session.say(hint));
    let described = format!("{id}-hint {}", error_id(field));
    let pad = pad(field);
    let is_secret = matches!(field, Field::Person(_, PersonField::IdNumber));
    let is_focused = RwSignal::new(false);
    let raw = move || {
        session
            .draft
            .with_untracked(|draft| draft.submission.text(field).unwrap_or_default().to_owned())
    };
    // Written when the page is built and when the focus comes or goes, never while somebody types.
    let shown = move || {
        let is_focused = is_focused.get();
        if is_secret && !is_focused { mask(&raw()) } else { raw() }
    };
    let write = move |text: String| {
        session.draft.update(|draft| {
            if let Some(place) = draft.submission.text_mut(field) {
                *place = text;
            }
        });
        session.recheck();
    };
    let on_focus = move |_| is_focused.set(true);
    let on_blur = move |_| {
        let tidied = tidy(field, &raw());
        if tidied != raw() {
            write(tidied);
        }
        is_focused.set(false);
        // The signal may not have changed where the focus never came by touch.
        is_focused.notify();
    };
    let is_wrong =
        move || session.faults.with(|faults| faults.iter().any(|fault| fault.field == field));
    let invalid = move || if is_wrong() { "true" } else { "false" };
    let control = match input {
        Input::Story => {
            let count = Memo::new(move |_| {
                session
                    .draft
                    .with(|draft| graphemes(draft.submission.text(field).unwrap_or_default()))
            });
            let counter = move || {
                let (count, max) = (count.get().to_string(), MAX_ANSWER_GRAPHEMES.to_string());
                fill(session.lang.get(), K::Counter, &[("count", &count), ("max", &max)])
            };
            view! {
                <textarea
                    id=id.clone()
                    class="app-input app-input--story"
                    aria-labelledby="title"
                    aria-describedby=described
                    aria-invalid=invalid
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=shown
                    on:input=move |event| write(event_target_value(&event))
                    on:focus=on_focus
                    on:blur=on_blur
                ></textarea>
                <p class="app-counter" class:app-counter--over=move || { count.get() > MAX_ANSWER_GRAPHEMES }>{counter}</p>
            }
            .into_any()
        }
        Input::Line | Input::Digits => view! {
            <input
                id=id.clone()
                class="app-input"
                class:app-input--code=input == Input::Digits || is_secret
                type="text"
                data-pad=pad
                inputmode=if input == Input::Digits { "numeric" } else { "text" }
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-describedby=described
                aria-invalid=invalid
                prop:value=shown
                on:input=move |event| write(event_target_value(&event))
                on:focus=on_focus
                on:blur=on_blur
            />
        }
        .into_any(),
    };
    let head = (input != Input::Story)
        .then(|| view! { <label for=id.clone()>{label}{optional}</label> }.into_any());
    view! {
        <div class="app-field" class:app-field--wrong=is_wrong>
            {head}
            <p class="app-field__hint" id=format!("{id}-hint")>{hint}</p>
            {control}
            {field_error(session, field)}
        </div>
    }
    .into_any()
}
