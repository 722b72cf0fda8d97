//! Number and query code, for those who cannot scan.

use leptos::prelude::*;
use petition_text::{Common, Phone};

use super::app::{Model, State};
use super::ask::Trouble;
use super::notice;
use super::parts::{Text, button, group, heading, node, node_on, paragraph, text};

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
    let say = |word: Phone| lang.say(word);
    let (disabled, ask) =
        if model.is_checking { ("true", Phone::Checking) } else { ("false", Phone::Ask) };
    let ask_button = [
        ("class", "app-button app-button--main"),
        ("id", "ask"),
        ("type", "submit"),
        ("aria-disabled", disabled),
    ];
    let number = [lang.say(Common::Number), say(Phone::NumberHint)];
    let code = [lang.say(Common::Code), say(Phone::CodeHint)];
    let mut content = vec![
        field("number", number, &model.number, move |typed| state.type_number(typed)),
        field("code", code, &model.code, move |typed| state.type_code(typed)),
        node("BUTTON", &ask_button, vec![text(say(ask))]),
    ];
    if model.is_checking {
        let cancel = button("app-button", lang.say(Common::Cancel), move || state.cancel());
        content.push(group("app-late", vec![cancel]));
    }
    let submit = move |event: leptos::web_sys::Event| {
        event.prevent_default();
        state.query();
    };
    let attributes = [("class", "app-form"), ("autocomplete", "off")];
    node_on("FORM", &attributes, "submit", Box::new(submit), content)
}

/// A field for digits.
fn field(
    id: &'static str,
    [label, hint]: [Text; 2],
    value: &str,
    typed: impl Fn(String) + 'static,
) -> AnyView {
    let hint_id = &*[id, "-hint"].concat();
    let input = [
        ("class", "app-field__input"),
        ("id", id),
        ("inputmode", "numeric"),
        ("autocomplete", "off"),
        ("aria-describedby", hint_id),
        ("value", value),
    ];
    let act = Box::new(move |event| typed(event_target_value(&event)));
    group(
        "app-field",
        vec![
            node("LABEL", &[("class", "app-field__label"), ("for", id)], vec![text(label)]),
            node("SPAN", &[("class", "app-field__hint"), ("id", hint_id)], vec![text(hint)]),
            node_on("INPUT", &input, "input", act, Vec::new()),
        ],
    )
}
