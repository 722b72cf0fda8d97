//! What surrounds every screen: title bar, language button, what is said aloud.

use leptos::prelude::*;
use petition_text::{Lang, Phone};
use wasm_bindgen::JsCast;

use super::app::{Model, Screen, State};
use super::parts::{Text, button, node, paragraph, text};
use super::{form, notice, stage, status};

/// The whole page.
pub fn view(state: State, model: &Model) -> AnyView {
    let lang = model.lang;
    let switch =
        button("app-top__language", lang.say(Phone::PageLanguage), move || state.switch_language());
    let top = vec![paragraph("app-top__title", lang.say(Phone::Title)), switch];
    let main = [("class", "app-page"), ("data-screen", model.screen_word())];
    let class = if model.ends_soon { "app-aloud app-aloud--seen" } else { "app-aloud" };
    vec![
        node("HEADER", &[("class", "app-top")], top),
        node("MAIN", &main, vec![screen(state, model)]),
        node("P", &[("class", class), ("role", "status")], vec![text(aloud(model))]),
    ]
    .into_any()
}

fn screen(state: State, model: &Model) -> AnyView {
    let lang = model.lang;
    let screen = match &model.screen {
        Screen::Loading => notice::loading(state, lang),
        Screen::Status(view) => status::view(lang, view),
        Screen::Stage(view) => stage::view(state, lang, view),
        Screen::Form(trouble) => form::view(state, model, *trouble),
        Screen::Scanned(trouble) => notice::scanned(state, model, *trouble),
        Screen::Expired => notice::expired(state, lang),
    };
    // Another type makes Leptos build the next screen anew: it keeps what stands in the same
    // place, and with it the attributes that the next screen does not set.
    if model.screens.is_multiple_of(2) { (screen,).into_any() } else { vec![screen].into_any() }
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
