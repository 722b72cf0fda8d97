//! What surrounds every screen: title bar, language button, what is said aloud.

use leptos::prelude::*;
use petition_text::{Lang, Phone};
use wasm_bindgen::JsCast;

use super::app::{Model, Screen, State};
use super::parts::{Text, button, paragraph};
use super::{form, notice, stage, status};

/// The whole page.
pub fn view(state: State, model: &Model) -> AnyView {
    let lang = model.lang;
    let language =
        button("app-top__language", lang.say(Phone::PageLanguage), move || state.switch_language());
    view! {
        <header class="app-top">{paragraph("app-top__title", lang.say(Phone::Title))} {language}</header>
        <main class="app-page" data-screen=model.screen_word()>
            {screen(state, model)}
        </main>
        <p class=if model.ends_soon { "app-aloud app-aloud--seen" } else { "app-aloud" } role="status">
            {aloud(model)}
        </p>
    }
    .into_any()
}

fn screen(state: State, model: &Model) -> AnyView {
    let lang = model.lang;
    match &model.screen {
        Screen::Loading => notice::loading(state, lang),
        Screen::Status(view) => status::view(lang, view),
        Screen::Stage(view) => stage::view(state, lang, view),
        Screen::Form(trouble) => form::view(state, model, *trouble),
        Screen::Scanned(trouble) => notice::scanned(state, model, *trouble),
        Screen::Expired => notice::expired(state, lang),
    }
}

/// What is said while the focus stays where it is.
fn aloud(model: &Model) -> Text {
    if model.ends_soon {
        model.lang.say(Phone::EndsSoon)
    } else if model.is_checking {
        model.lang.say(Phone::Checking)
    } else if matches!(model.screen, Screen::Loading) {
        model.lang.say(Phone::Loading)
    } else {
        "".into()
    }
}

/// Tells the browser in which language the page is.
pub fn speak(lang: Lang) {
    document().set_title(&lang.say(Phone::Title));
    if let Some(root) = document().document_element() {
        // It fails only for names that no attribute can have.
        root.set_attribute("lang", lang.tag()).ok();
        root.set_attribute("dir", lang.direction()).ok();
    }
}

/// After a change of screen: begins at its top, with the focus on its heading.
pub fn after_change(lang: Lang) {
    speak(lang);
    request_animation_frame(|| {
        let heading = document().get_element_by_id("heading");
        if let Some(heading) = heading {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            heading.unchecked_into::<web_sys::HtmlElement>().focus().ok();
        }
    });
}
