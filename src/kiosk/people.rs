//! Who submits: kind, organisation, representatives, authority, and each person's facts.

use leptos::prelude::*;
use petition_domain::draft::PersonPage;
use petition_domain::identity::{IdKind, social_credit};
use petition_domain::submission::{Authority, Need, Who, need};
use petition_domain::{Field, PersonField};
use petition_text::{Kiosk as K, Options as O};

use super::steps::Screen;
use crate::components::choice::{Choice, choices};
use crate::components::division::division_picker;
use crate::components::errors::field_error;
use crate::components::field::{Input, error_id, field_id, text_field};
use crate::components::paragraph::lead;
use crate::session::Session;

const WHO: [(Who, &str, O, O); 5] = [
    (Who::Individual, "individual", O::WhoIndividual, O::WhoIndividualHint),
    (Who::Group, "group", O::WhoGroup, O::WhoGroupHint),
    (Who::Guardian, "guardian", O::WhoGuardian, O::WhoGuardianHint),
    (Who::Agent, "agent", O::WhoAgent, O::WhoAgentHint),
    (Who::Organisation, "organisation", O::WhoOrganisation, O::WhoOrganisationHint),
];

const AUTHORITIES: [(Authority, &str, O); 5] = [
    (Authority::Relative, "relative", O::AuthorityRelative),
    (Authority::LegalWorker, "legal_worker", O::AuthorityLegalWorker),
    (Authority::Recommended, "recommended", O::AuthorityRecommended),
    (Authority::Parent, "parent", O::AuthorityParent),
    (Authority::OtherGuardian, "other_guardian", O::AuthorityOtherGuardian),
];

const ID_KINDS: [(IdKind, &str, O); 4] = [
    (IdKind::ResidentId, "resident_id", O::IdResident),
    (IdKind::ResidencePermit, "residence_permit", O::IdPermit),
    (IdKind::PermanentResidentCard, "permanent_resident_card", O::IdPermanent),
    (IdKind::Passport, "passport", O::IdPassport),
];

/// For whom.
pub fn who(session: Session) -> Screen {
    let options = WHO
        .iter()
        .map(|(_, value, label, hint)| Choice::new(session, value, *label, *hint))
        .collect();
    let chosen = move || {
        let who = session.draft.with(|draft| draft.submission.who)?;
        WHO.iter().find(|(w, ..)| *w == who).map(|(_, value, ..)| (*value).to_owned())
    };
    let choose = move |value: &str| {
        if let Some((who, ..)) = WHO.iter().find(|(_, v, ..)| *v == value) {
            session.draft.update(|draft| draft.choose_who(*who));
        }
    };
    Screen::new(session.say(K::WhoTitle), choices(session, Field::Who, options, chosen, choose))
}

/// Name and code of the organisation.
pub fn organisation(session: Session) -> Screen {
    let doubt = move || {
        let code = session.draft.with(|draft| draft.submission.organisation.code.clone());
        // Half a code is not yet doubtful.
        let is_whole = code.chars().count() >= 18;
        (is_whole && social_credit::doubt(&code).is_some())
            .then(|| view! { <p class="app-note" id="code-doubt" role="status">{session.say(K::OrganisationCodeDoubt)}</p> }.into_any())
    };
    let body = view! {
        {text_field(session, Field::OrganisationName, Input::Line, false, None)}
        {text_field(session, Field::OrganisationCode, Input::Line, true, None)}
        {doubt}
    }
    .into_any();
    Screen::new(session.say(K::OrganisationTitle), body)
}

/// How many people, how many representatives.
pub fn count(session: Session) -> Screen {
    let people = move || {
        session
            .draft
            .with_untracked(|draft| draft.submission.people_concerned.map(|n| n.to_string()))
            .unwrap_or_default()
    };
    let write = move |event| {
        let digits = petition_domain::identity::to_plain(&event_target_value(&event));
        session.draft.update(|draft| draft.submission.people_concerned = digits.parse().ok());
        session.recheck();
    };
    let representatives = move || session.draft.with(|draft| draft.submission.people.len());
    let change = move |more: bool| {
        let count = session.draft.with_untracked(|draft| draft.submission.people.len());
        let count = if more { count + 1 } else { count.saturating_sub(1) };
        session.draft.update(|draft| draft.set_representatives(count));
        session.recheck();
    };
    let id = field_id(Field::PeopleConcerned);
    let body = view! {
        {lead(session.say(K::CountLead))}
        <div class="app-field">
            <label for=id.clone()>{session.say(K::CountPeople)}</label>
            <input
                id=id
                class="app-input app-input--code"
                type="text"
                data-pad="digits" inputmode="numeric"
                autocomplete="off"
                aria-describedby=error_id(Field::PeopleConcerned)
                prop:value=people
                on:input=write
            />
            {field_error(session, Field::PeopleConcerned)}
        </div>
        <div class="app-field" role="group" aria-labelledby="representatives-label" id=field_id(Field::Representatives) tabindex="-1">
            <b id="representatives-label">{session.say(K::CountRepresentatives)}</b>
            <div class="app-stepper">
                <button type="button" class="app-button" id="representatives-less" aria-label="−" on:click=move |_| change(false)>"−"</button>
                <output id="representatives" aria-live="polite">{representatives}</output>
                <button type="button" class="app-button" id="representatives-more" aria-label="+" on:click=move |_| change(true)>"+"</button>
            </div>
            {field_error(session, Field::Representatives)}
        </div>
    }.into_any();
    Screen::new(session.say(K::CountTitle), body)
}

/// On what an agent or guardian acts.
pub fn authority(session: Session) -> Screen {
    let is_guardian =
        session.draft.with_untracked(|draft| draft.submission.who == Some(Who::Guardian));
    let fits = move |authority: Authority| {
        matches!(authority, Authority::Parent | Authority::OtherGuardian) == is_guardian
    };
    let options = AUTHORITIES
        .iter()
        .filter(|(authority, ..)| fits(*authority))
        .map(|(_, value, label)| Choice::plain(session, value, *label))
        .collect();
    let chosen = move || {
        let authority = session.draft.with(|draft| draft.submission.authority)?;
        AUTHORITIES.iter().find(|(a, ..)| *a == authority).map(|(_, value, _)| (*value).to_owned())
    };
    let choose = move |value: &str| {
        if let Some((authority, ..)) = AUTHORITIES.iter().find(|(_, v, _)| *v == value) {
            session.draft.update(|draft| draft.submission.authority = Some(*authority));
        }
    };
    let title = if is_guardian { K::AuthorityGuardianTitle } else { K::AuthorityAgentTitle };
    let body = view! {
        {lead(session.say(K::AuthorityLead))}
        {choices(session, Field::Authority, options, chosen, choose)}
    }
    .into_any();
    Screen::new(session.say(title), body)
}

/// One fact about the person at `index`.
pub fn person(session: Session, index: usize, page: PersonPage) -> Screen {
    let (who, name) = session.draft.with_untracked(|draft| {
        let name = draft
            .submission
            .people
            .get(index)
            .map(|person| person.name.clone())
            .unwrap_or_default();
        (draft.submission.who.unwrap_or(Who::Individual), name)
    });
    let is_self = matches!((who, index), (Who::Individual, _) | (Who::Agent | Who::Guardian, 1));
    // One's own facts are asked plainly, another's by name.
    let title = |own: K, other: K| {
        if is_self { session.say(own) } else { session.fill(other, &[("name", &name)]) }
    };
    match page {
        PersonPage::Name => {
            let number = (index + 1).to_string();
            let word = match (who, index) {
                (Who::Individual, _) => K::NameTitle,
                (Who::Organisation, _) => K::NameContactTitle,
                (Who::Agent, 0) => K::NamePrincipalTitle,
                (Who::Guardian, 0) => K::NameMinorTitle,
                (Who::Agent | Who::Guardian, _) => K::NameHelperTitle,
                (Who::Group, _) => K::NameRepresentativeTitle,
            };
            let field = Field::Person(index, PersonField::Name);
            let body = text_field(session, field, Input::Line, false, Some(K::NameHint));
            Screen::new(session.fill(word, &[("index", &number)]), body)
        }
        PersonPage::Id => Screen::new(title(K::IdTitle, K::IdOfTitle), id(session, who, index)),
        PersonPage::Mobile => {
            let field = Field::Person(index, PersonField::Mobile);
            let body = view! {
                {lead(session.say(K::MobileLead))}
                {text_field(session, field, Input::Digits, true, None)}
            }
            .into_any();
            Screen::new(title(K::MobileTitle, K::MobileOfTitle), body)
        }
        PersonPage::Address => {
            let heading = match who {
                Who::Organisation => session.say(K::AddressOrganisationTitle),
                _ => title(K::AddressTitle, K::AddressOfTitle),
            };
            let body = view! {
                {lead(session.say(K::AddressLead))}
                {division_picker(session, Field::Person(index, PersonField::Division))}
                {text_field(session, Field::Person(index, PersonField::AddressDetail), Input::Line, false, None)}
            }.into_any();
            Screen::new(heading, body)
        }
    }
}

fn id(session: Session, who: Who, index: usize) -> AnyView {
    let required = session.hall.with_value(|hall| hall.rules.id_number_required);
    let is_optional = need(who, index, PersonField::IdNumber, required) == Need::Optional;
    let kind_field = Field::Person(index, PersonField::IdKind);
    let options =
        ID_KINDS.iter().map(|(_, value, label)| Choice::plain(session, value, *label)).collect();
    let chosen = move || {
        let kind = session
            .draft
            .with(|draft| draft.submission.people.get(index).and_then(|person| person.id.kind))?;
        ID_KINDS.iter().find(|(k, ..)| *k == kind).map(|(_, value, _)| (*value).to_owned())
    };
    let choose = move |value: &str| {
        if let Some((kind, ..)) = ID_KINDS.iter().find(|(_, v, _)| *v == value) {
            session.draft.update(|draft| {
                if let Some(person) = draft.submission.people.get_mut(index) {
                    person.id.kind = Some(*kind);
                }
            });
        }
    };
    let opening = if is_optional { K::IdOptionalLead } else { K::IdLead };
    let number = Field::Person(index, PersonField::IdNumber);
    view! {
        {lead(session.say(opening))}
        <div class="app-choices--two">{choices(session, kind_field, options, chosen, choose)}</div>
        {text_field(session, number, Input::Line, is_optional, Some(K::IdNumberHint))}
    }
    .into_any()
}
