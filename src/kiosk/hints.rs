//! What the explainers know of the chosen category, where it helps.

use leptos::prelude::*;
use leptos::task::spawn_local;
use petition_text::Kiosk as K;

use crate::client;
use crate::components::button::tap_button;
use crate::components::paragraph::note;
use crate::session::Session;

/// What helps on a page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// What to tell.
    Tell,
    /// What to photograph.
    Photograph,
}

/// Days below which a limit is pressing.
const PRESSING_DAYS: i64 = 15;

/// The hints of the category. They come late and so stand last: nothing moves under a finger; nothing until they are there, and nothing without them.
pub fn hints(session: Session, which: Hint) -> AnyView {
    let found = RwSignal::new(Vec::new());
    let category = session.draft.with_untracked(|draft| draft.submission.category.clone());
    let lang = session.lang.get_untracked();
    spawn_local(async move {
        if let Some([tell, photograph]) = client::guide_hints(lang, &category).await {
            // The page may be gone by now.
            found.try_set(if which == Hint::Tell { tell } else { photograph });
        }
    });
    let title = if which == Hint::Tell { K::HintTell } else { K::HintPhotograph };
    let show = move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            let items: Vec<_> =
                found.into_iter().map(|text| view! { <li>{text}</li> }.into_any()).collect();
            view! {
                <div class="app-hints">
                    <p class="app-small">{session.say(title)}</p>
                    <ul class="app-prompts">{items}</ul>
                    {tap_button("hints-more", "app-link", session.say(K::HintMore), move || session.read_about())}
                </div>
            }
            .into_any()
        })
    };
    show.into_any()
}

/// A limit that is about to lapse, told once before submitting; it holds nobody up.
pub fn pressing_limit(session: Session) -> Option<AnyView> {
    let last_day =
        session.draft.with_untracked(|draft| draft.submission.advice.as_ref()?.last_day)?;
    let left = last_day.days_since(session.hall.with_value(|hall| hall.today));
    let day = petition_text::day(session.lang.get(), last_day);
    let word = match left {
        i64::MIN..0 => K::LimitOver,
        0..PRESSING_DAYS => K::LimitSoon,
        _ => return None,
    };
    Some(note(session.fill(word, &[("day", &day), ("days", &left.to_string())])))
}
