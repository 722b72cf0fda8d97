//! Everything on one page, each answer with a way to change it.

use leptos::prelude::*;
use petition_domain::draft::{PersonPage, Step};
use petition_domain::identity::IdKind;
use petition_domain::identity::mask;
use petition_domain::submission::{Authority, Proceedings, Purpose, Submission, Who};
use petition_domain::{Field, PersonField};
use petition_text::{Common, Kiosk as K, Options as O, Word, field_label};

use super::hints::pressing_limit;
use super::steps::Screen;
use crate::components::division::{Places, place_text};
use crate::components::paragraph::lead;
use crate::session::Session;

/// One answer.
struct Row {
    path: String,
    step: Step,
    label: String,
    value: String,
}

/// The page.
pub fn check(session: Session) -> Screen {
    let places = expect_context::<Places>();
    places.fetch();
    let rows = move || {
        let submission = session.draft.with(|draft| draft.submission.clone()).trimmed();
        let steps = session.draft.with_untracked(petition_domain::draft::Draft::steps);
        steps
            .into_iter()
            .flat_map(|step| rows_of(session, places, &submission, step))
            .map(|row| line(session, row))
            .collect::<Vec<_>>()
    };
    let body = view! {
        {lead(session.say(K::CheckLead))}
        {pressing_limit(session)}
        <dl class="app-answers">{rows}</dl>
    }
    .into_any();
    Screen::new(session.say(K::CheckTitle), body)
}

fn line(session: Session, row: Row) -> impl IntoView {
    let Row { path, step, label, value } = row;
    let value = if value.trim().is_empty() { session.say(K::CheckNone) } else { value };
    let name = format!("{} {label}", session.say(Common::Change));
    view! {
        <div class="app-answer" data-answer=path>
            <dt>{label}</dt>
            <dd class="app-answer__value">{value}</dd>
            <dd>
                <button type="button" class="app-button change" aria-label=name on:click=move |_| session.mend(step)>
                    {session.say(Common::Change)}
                </button>
            </dd>
        </div>
    }.into_any()
}

fn rows_of(session: Session, places: Places, submission: &Submission, step: Step) -> Vec<Row> {
    let row = |field: Field, label: &dyn Fn() -> String, value: String| Row {
        path: field.to_string(),
        step,
        label: label(),
        value,
    };
    let say = |word: K| session.say(word);
    let choice = |word: Option<O>| word.map(|word| session.say(word)).unwrap_or_default();
    let text = |field: Field| {
        let label = || field_label(field).map(say).unwrap_or_default();
        row(field, &label, submission.text(field).unwrap_or_default().to_owned())
    };
    let titled = |field: Field, title: K, value: String| row(field, &|| say(title), value);
    match step {
        Step::Notice | Step::Check | Step::Sign => Vec::new(),
        Step::Who => vec![titled(Field::Who, K::WhoTitle, choice(submission.who.map(who_word)))],
        Step::Organisation => vec![text(Field::OrganisationName), text(Field::OrganisationCode)],
        Step::Count => vec![
            titled(
                Field::PeopleConcerned,
                K::CountPeople,
                submission.people_concerned.map(|n| n.to_string()).unwrap_or_default(),
            ),
            titled(
                Field::Representatives,
                K::CountRepresentatives,
                submission.people.len().to_string(),
            ),
        ],
        Step::Authority => vec![titled(
            Field::Authority,
            K::AuthorityAgentTitle,
            choice(submission.authority.map(authority_word)),
        )],
        Step::Person(index, page) => person_rows(session, places, submission, step, index, page),
        Step::Purpose => vec![titled(
            Field::Purpose,
            K::PurposeTitle,
            choice(submission.purpose.map(purpose_word)),
        )],
        Step::Category => vec![titled(
            Field::Category,
            K::CategoryTitle,
            category_name(session, &submission.category),
        )],
        Step::Place => vec![titled(
            Field::PlaceDivision,
            K::PlaceTitle,
            place_text(places, &submission.place.division, &submission.place.detail),
        )],
        Step::About if submission.purpose == Some(Purpose::Accusation) => vec![
            text(Field::AccusedName),
            text(Field::AccusedPost),
            text(Field::AboutUnit),
            text(Field::AccusedActs),
        ],
        Step::About => vec![text(Field::AboutUnit)],
        Step::Facts => vec![text(Field::Facts)],
        Step::Reasons => vec![text(Field::Reasons)],
        Step::Request => vec![text(Field::Request)],
        Step::Earlier => {
            let raised = submission.earlier.raised;
            let word = raised.map(|yes| if yes { O::RaisedYes } else { O::RaisedNo });
            let mut rows = vec![titled(Field::RaisedBefore, K::EarlierTitle, choice(word))];
            if raised == Some(true) {
                rows.extend([
                    text(Field::EarlierNumber),
                    text(Field::EarlierOrgan),
                    text(Field::EarlierWhen),
                ]);
            }
            rows
        }
        Step::Proceedings => {
            vec![titled(
                Field::Proceedings,
                K::ProceedingsTitle,
                choice(submission.proceedings.map(proceedings_word)),
            )]
        }
        Step::Attachments => {
            let names: Vec<&str> =
                submission.attachments.iter().map(|attachment| attachment.name.as_str()).collect();
            vec![titled(Field::Attachments, K::AttachTitle, names.join("\n"))]
        }
        Step::Publish => {
            let word = if submission.publish { O::PublishYes } else { O::PublishNo };
            vec![titled(Field::Publish, K::PublishTitle, choice(Some(word)))]
        }
    }
}

fn person_rows(
    session: Session,
    places: Places,
    submission: &Submission,
    step: Step,
    index: usize,
    page: PersonPage,
) -> Vec<Row> {
    let Some(person) = submission.people.get(index) else { return Vec::new() };
    let (part, label, value): (PersonField, K, String) = match page {
        PersonPage::Name => (PersonField::Name, K::Name, person.name.clone()),
        PersonPage::Id => {
            let kind = person.id.kind.map(|kind| session.say(id_word(kind))).unwrap_or_default();
            (PersonField::IdNumber, K::IdNumber, format!("{kind} {}", mask(&person.id.number)))
        }
        PersonPage::Mobile => (PersonField::Mobile, K::Mobile, person.mobile.clone()),
        PersonPage::Address => {
            let address = place_text(places, &person.address.division, &person.address.detail);
            (PersonField::Division, K::AddressOfTitle, address)
        }
    };
    let label = match page {
        PersonPage::Address => session.fill(label, &[("name", &person.name)]),
        _ if submission.people.len() > 1 => format!("{} {}", session.say(label), index + 1),
        _ => session.say(label),
    };
    vec![Row { path: Field::Person(index, part).to_string(), step, label, value }]
}

/// Name of a category in the language of the screen.
pub fn category_name(session: Session, code: &str) -> String {
    let lang = session.lang.get();
    session.hall.with_value(|hall| {
        let category = hall.categories.iter().find(|category| category.code == code);
        category
            .map(|category| lang.pick(&category.zh, &category.en).into_owned())
            .unwrap_or_default()
    })
}

fn who_word(who: Who) -> O {
    match who {
        Who::Individual => O::WhoIndividual,
        Who::Organisation => O::WhoOrganisation,
        Who::Agent => O::WhoAgent,
        Who::Guardian => O::WhoGuardian,
        Who::Group => O::WhoGroup,
    }
}

fn authority_word(authority: Authority) -> O {
    match authority {
        Authority::Relative => O::AuthorityRelative,
        Authority::LegalWorker => O::AuthorityLegalWorker,
        Authority::Recommended => O::AuthorityRecommended,
        Authority::Parent => O::AuthorityParent,
        Authority::OtherGuardian => O::AuthorityOtherGuardian,
    }
}

fn id_word(kind: IdKind) -> impl Word {
    match kind {
        IdKind::ResidentId => O::IdResident,
        IdKind::ResidencePermit => O::IdPermit,
        IdKind::PermanentResidentCard => O::IdPermanent,
        IdKind::Passport => O::IdPassport,
    }
}

fn purpose_word(purpose: Purpose) -> O {
    match purpose {
        Purpose::Claim => O::PurposeClaim,
        Purpose::Suggestion => O::PurposeSuggestion,
        Purpose::Accusation => O::PurposeAccusation,
    }
}

fn proceedings_word(proceedings: Proceedings) -> O {
    match proceedings {
        Proceedings::None => O::ProceedingsNone,
        Proceedings::Suit => O::ProceedingsSuit,
        Proceedings::Arbitration => O::ProceedingsArbitration,
        Proceedings::Reconsideration => O::ProceedingsReconsideration,
    }
}
