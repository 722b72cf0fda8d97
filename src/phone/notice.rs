//! Screens that have nothing to show yet, or no longer.

use leptos::prelude::*;
use petition_text::{Common, Lang, Phone};

use super::app::{Model, State};
use super::ask::Trouble;
use super::form;
use super::parts::{Text, button, group, heading, node, paragraph, text};

/// A scanned code is being opened. Whoever waits long gets a way out.
pub fn loading(state: State, lang: Lang) -> AnyView {
    let retry = button("app-button", lang.say(Common::Retry), move || state.retry());
    group(
        "app-stack",
        vec![
            // A heading without the focus: the status line says the same aloud.
            node("H1", &[("class", "app-waiting")], vec![text(lang.say(Phone::Loading))]),
            group("app-late", vec![retry, by_code(state, lang)]),
        ],
    )
}

fn by_code(state: State, lang: Lang) -> AnyView {
    button("app-button", lang.say(Phone::ByCodeTitle), move || state.show_form())
}

/// A scanned code opened nothing.
pub fn scanned(state: State, model: &Model, trouble: Trouble) -> AnyView {
    let lang = model.lang;
    let say = |word: Phone| lang.say(word);
    match trouble {
        Trouble::NotFound => group(
            "app-stack",
            vec![
                heading(say(Phone::NotFoundTitle)),
                paragraph("app-lead", say(Phone::NotFoundScan)),
                form::fields(state, model),
            ],
        ),
        _ => group(
            "app-stack",
            vec![
                heading(title(lang, trouble)),
                paragraph("app-lead", sentence(lang, trouble)),
                button("app-button app-button--main", lang.say(Common::Retry), move || {
                    state.retry();
                }),
                by_code(state, lang),
            ],
        ),
    }
}

/// Nobody touched the phone for too long.
pub fn expired(state: State, lang: Lang) -> AnyView {
    group(
        "app-stack",
        vec![
            heading(lang.say(Phone::ExpiredTitle)),
            paragraph("app-lead", lang.say(Phone::Expired)),
            by_code(state, lang),
        ],
    )
}

/// The heading for `trouble`.
pub fn title(lang: Lang, trouble: Trouble) -> Text {
    lang.say(match trouble {
        Trouble::NotFound => Phone::NotFoundTitle,
        Trouble::Offline => Phone::OfflineTitle,
        Trouble::TooMany | Trouble::Busy => Phone::WaitTitle,
        Trouble::Unexpected => Phone::UnexpectedTitle,
    })
}

/// What happened and what to do, in one sentence that blames nobody.
pub fn sentence(lang: Lang, trouble: Trouble) -> Text {
    match trouble {
        Trouble::NotFound => lang.say(Phone::NotFound),
        Trouble::Offline => lang.say(Phone::Offline),
        Trouble::TooMany => lang.say(Common::TooMany),
        Trouble::Busy => lang.say(Phone::Busy),
        Trouble::Unexpected => lang.say(Phone::Unexpected),
    }
}
