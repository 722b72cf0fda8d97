//! Number and query code, for those who cannot scan.

use leptos::prelude::*;
use petition_text::{Common, Phone};

use super::app::{Model, State};
use super::ask::Trouble;
use super::notice;
use super::parts::{Text, group, heading, paragraph};

/// The form, with what came of the last try.
pub fn view(state: State, model: &Model, trouble: Option<Trouble>) -> AnyView {
    let lang = model.lang;
    let (title, lead) = match trouble {
        None => (lang.say(Phone::ByCodeTitle), lang.say(Phone::ByCodeLead)),
        Some(trouble) => (notice::title(lang, trouble), notice::sentence(lang, trouble)),
    };
    group("app-stack", vec![heading(title), paragraph("app-lead", lead), fields(state, model)])
}

/// The two fields and their button.
pub fn fields(state: State, model: &Model) -> AnyView {
    let lang = model.lang;
    let ask = lang.say(if model.is_checking { Phone::Checking } else { Phone::Ask });
    view! {
        <form
            class="app-form"
            autocomplete="off"
            on:submit=move |event| {
                event.prevent_default();
                state.query();
            }
        >
            {field(
                "number",
                [lang.say(Common::Number), lang.say(Phone::NumberHint)],
                &model.number,
                Box::new(move |text| state.type_number(text)),
            )}
            {field(
                "code",
                [lang.say(Common::Code), lang.say(Phone::CodeHint)],
                &model.code,
                Box::new(move |text| state.type_code(text)),
            )}
            <button
                id="ask"
                type="submit"
                class="app-button app-button--main"
                aria-disabled=if model.is_checking { "true" } else { "false" }
            >
                {ask}
            </button>
        </form>
    }
    .into_any()
}

/// A field for digits in groups of four.
fn field(
    id: &'static str,
    [label, hint]: [Text; 2],
    value: &str,
    typed: Box<dyn Fn(String)>,
) -> AnyView {
    let hint_id = [id, "-hint"].concat();
    view! {
        <div class="app-field">
            <label class="app-field__label" for=id>{label}</label>
            <span class="app-field__hint" id=hint_id.clone()>{hint}</span>
            <input
                class="app-field__input"
                id=id
                inputmode="numeric"
                autocomplete="off"
                aria-describedby=hint_id
                prop:value=value.to_owned()
                on:input=move |event| typed(event_target_value(&event))
            />
        </div>
    }
    .into_any()
}
