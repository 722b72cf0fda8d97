//! Facts, reasons, request; whether it was raised before; whether another procedure runs.

use leptos::prelude::*;
use petition_domain::Field;
use petition_domain::submission::{Proceedings, Purpose};
use petition_text::{Kiosk as K, Options as O};

use super::hints::{Hint, hints};
use super::purpose::purpose_of;
use super::steps::Screen;
use crate::components::choice::{Choice, choices};
use crate::components::field::{Input, text_field};
use crate::components::paragraph::{lead, note};
use crate::session::Session;

fn is_suggestion(session: Session) -> bool {
    purpose_of(session) == Some(Purpose::Suggestion)
}

/// What happened.
pub fn facts(session: Session) -> Screen {
    let prompts: Vec<_> = [K::FactsWhen, K::FactsWhere, K::FactsWho, K::FactsWhat, K::FactsSoFar]
        .into_iter()
        .map(|word| view! { <li>{session.say(word)}</li> }.into_any())
        .collect();
    let title = if is_suggestion(session) { K::FactsSuggestionTitle } else { K::FactsTitle };
    let body = view! {
        {lead(session.say(K::FactsLead))}
        <ul class="app-prompts">{prompts}</ul>
        {text_field(session, Field::Facts, Input::Story, false, None)}
        {hints(session, Hint::Tell)}
    }
    .into_any();
    Screen::new(session.say(title), body)
}

/// Why it is wrong.
pub fn reasons(session: Session) -> Screen {
    let title = if is_suggestion(session) { K::ReasonsSuggestionTitle } else { K::ReasonsTitle };
    let body = view! {
        {lead(session.say(K::ReasonsLead))}
        {text_field(session, Field::Reasons, Input::Story, false, None)}
    }
    .into_any();
    Screen::new(session.say(title), body)
}

/// What is asked for.
pub fn request(session: Session) -> Screen {
    let title = if is_suggestion(session) { K::RequestSuggestionTitle } else { K::RequestTitle };
    let body = view! {
        {lead(session.say(K::RequestLead))}
        {text_field(session, Field::Request, Input::Story, false, None)}
    }
    .into_any();
    Screen::new(session.say(title), body)
}

/// Whether it was raised before, and if so where.
pub fn earlier(session: Session) -> Screen {
    let options = vec![
        Choice::new(session, "no", O::RaisedNo, O::RaisedNoHint),
        Choice::new(session, "yes", O::RaisedYes, O::RaisedYesHint),
    ];
    let raised = Memo::new(move |_| session.draft.with(|draft| draft.submission.earlier.raised));
    let chosen = move || raised.get().map(|yes| if yes { "yes" } else { "no" }.to_owned());
    let choose = move |value: &str| {
        session.draft.update(|draft| draft.submission.earlier.raised = Some(value == "yes"));
    };
    let details = move || {
        (raised.get() == Some(true)).then(|| {
            view! {
                {lead(session.say(K::EarlierEither))}
                {text_field(session, Field::EarlierNumber, Input::Line, true, None)}
                {text_field(session, Field::EarlierOrgan, Input::Line, true, None)}
                {text_field(session, Field::EarlierWhen, Input::Line, true, None)}
            }
            .into_any()
        })
    };
    let body = view! {
        {lead(session.say(K::EarlierLead))}
        {choices(session, Field::RaisedBefore, options, chosen, choose)}
        {details}
    }
    .into_any();
    Screen::new(session.say(K::EarlierTitle), body)
}

const PROCEEDINGS: [(Proceedings, &str, O, O); 4] = [
    (Proceedings::None, "none", O::ProceedingsNone, O::ProceedingsNoneHint),
    (Proceedings::Suit, "suit", O::ProceedingsSuit, O::ProceedingsSuitHint),
    (
        Proceedings::Arbitration,
        "arbitration",
        O::ProceedingsArbitration,
        O::ProceedingsArbitrationHint,
    ),
    (
        Proceedings::Reconsideration,
        "reconsideration",
        O::ProceedingsReconsideration,
        O::ProceedingsReconsiderationHint,
    ),
];

/// Whether a suit, arbitration or reconsideration runs.
pub fn proceedings(session: Session) -> Screen {
    let options = PROCEEDINGS
        .iter()
        .map(|(_, value, label, hint)| Choice::new(session, value, *label, *hint))
        .collect();
    let chosen = move || {
        let proceedings = session.draft.with(|draft| draft.submission.proceedings)?;
        PROCEEDINGS
            .iter()
            .find(|(p, ..)| *p == proceedings)
            .map(|(_, value, ..)| (*value).to_owned())
    };
    let choose = move |value: &str| {
        if let Some((proceedings, ..)) = PROCEEDINGS.iter().find(|(_, v, ..)| *v == value) {
            session.draft.update(|draft| draft.submission.proceedings = Some(*proceedings));
        }
    };
    let body = view! {
        {choices(session, Field::Proceedings, options, chosen, choose)}
        {note(session.say(K::ProceedingsNote))}
    }
    .into_any();
    Screen::new(session.say(K::ProceedingsTitle), body)
}
