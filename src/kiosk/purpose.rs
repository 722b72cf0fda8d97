//! What it is: purpose, category, place, whom it is about, and whether the result may be published.

use leptos::prelude::*;
use petition_domain::Field;
use petition_domain::submission::Purpose;
use petition_text::{Kiosk as K, Options as O};

use super::steps::Screen;
use crate::components::choice::{Choice, choices};
use crate::components::division::division_picker;
use crate::components::field::{Input, text_field};
use crate::components::paragraph::{lead, note};
use crate::session::Session;

const PURPOSES: [(Purpose, &str, O, O); 3] = [
    (Purpose::Claim, "claim", O::PurposeClaim, O::PurposeClaimHint),
    (Purpose::Accusation, "accusation", O::PurposeAccusation, O::PurposeAccusationHint),
    (Purpose::Suggestion, "suggestion", O::PurposeSuggestion, O::PurposeSuggestionHint),
];

/// The purpose of the draft, not tracked: it does not change while one of these pages is open.
pub fn purpose_of(session: Session) -> Option<Purpose> {
    session.draft.with_untracked(|draft| draft.submission.purpose)
}

/// Mainly about what.
pub fn purpose(session: Session) -> Screen {
    let options = PURPOSES
        .iter()
        .map(|(_, value, label, hint)| Choice::new(session, value, *label, *hint))
        .collect();
    let chosen = move || {
        let purpose = session.draft.with(|draft| draft.submission.purpose)?;
        PURPOSES.iter().find(|(p, ..)| *p == purpose).map(|(_, value, ..)| (*value).to_owned())
    };
    let choose = move |value: &str| {
        if let Some((purpose, ..)) = PURPOSES.iter().find(|(_, v, ..)| *v == value) {
            session.draft.update(|draft| draft.submission.purpose = Some(*purpose));
        }
    };
    let body = view! {
        {choices(session, Field::Purpose, options, chosen, choose)}
        {note(session.say(K::PurposeNote))}
    }
    .into_any();
    Screen::new(session.say(K::PurposeTitle), body)
}

/// Content category, from the hall's data.
pub fn category(session: Session) -> Screen {
    let lang = session.lang.get();
    let options = session.hall.with_value(|hall| {
        hall.categories
            .iter()
            .map(|category| Choice {
                value: category.code.clone(),
                label: lang.pick(&category.zh, &category.en).into_owned(),
                hint: lang.pick(&category.zh_examples, &category.en_examples).into_owned(),
            })
            .collect()
    });
    let chosen = move || {
        let code = session.draft.with(|draft| draft.submission.category.clone());
        (!code.is_empty()).then_some(code)
    };
    let choose = move |value: &str| {
        session.draft.update(|draft| value.clone_into(&mut draft.submission.category));
    };
    let body = view! {
        {lead(session.say(K::CategoryLead))}
        <div class="app-choices--tiles">{choices(session, Field::Category, options, chosen, choose)}</div>
    }.into_any();
    Screen::new(session.say(K::CategoryTitle), body)
}

/// Where it happened.
pub fn place(session: Session) -> Screen {
    let is_suggestion = purpose_of(session) == Some(Purpose::Suggestion);
    let title = if is_suggestion { K::PlaceSuggestionTitle } else { K::PlaceTitle };
    let body = view! {
        {division_picker(session, Field::PlaceDivision)}
        {text_field(session, Field::PlaceDetail, Input::Line, true, None)}
    }
    .into_any();
    Screen::new(session.say(title), body)
}

/// Whom it is about; for an accusation also person, post and acts, and what is kept secret.
pub fn about(session: Session) -> Screen {
    match purpose_of(session) {
        Some(Purpose::Accusation) => {
            let body = view! {
                {note(session.say(K::AboutSecret))}
                {text_field(session, Field::AccusedName, Input::Line, true, None)}
                {text_field(session, Field::AccusedPost, Input::Line, true, None)}
                {text_field(session, Field::AboutUnit, Input::Line, false, None)}
                {text_field(session, Field::AccusedActs, Input::Line, false, None)}
            }
            .into_any();
            Screen::new(session.say(K::AboutAccusationTitle), body)
        }
        purpose => {
            let is_suggestion = purpose == Some(Purpose::Suggestion);
            let title = if is_suggestion { K::AboutSuggestionTitle } else { K::AboutTitle };
            let body = view! {
                {lead(session.say(K::AboutLead))}
                {text_field(session, Field::AboutUnit, Input::Line, is_suggestion, None)}
            }
            .into_any();
            Screen::new(session.say(title), body)
        }
    }
}

/// Whether the result may be published.
pub fn publish(session: Session) -> Screen {
    let options = vec![
        Choice::new(session, "no", O::PublishNo, O::PublishNoHint),
        Choice::new(session, "yes", O::PublishYes, O::PublishYesHint),
    ];
    let chosen = move || {
        let publish = session.draft.with(|draft| draft.submission.publish);
        Some(if publish { "yes" } else { "no" }.to_owned())
    };
    let choose =
        move |value: &str| session.draft.update(|draft| draft.submission.publish = value == "yes");
    let body = view! {
        {lead(session.say(K::PublishLead))}
        {choices(session, Field::Publish, options, chosen, choose)}
    }
    .into_any();
    Screen::new(session.say(K::PublishTitle), body)
}
