//! The route table: which page shows which screen.

use leptos::prelude::*;
use petition_domain::draft::{PersonPage, Step};

use super::{
    attachments, check, guide, people, purpose, query, receipt, sending, sign, story, welcome,
};
use crate::session::{Page, Session};

/// The name of a screen, for styles, tests and the bell.
pub fn name(page: Page, step: Step) -> &'static str {
    match page {
        Page::Attract => "attract",
        Page::Welcome => "welcome",
        Page::Sending => "sending",
        Page::Receipt => "receipt",
        Page::Wiped => "wiped",
        Page::Query => "query",
        Page::QueryResult => "query-result",
        Page::Guide => "guide",
        Page::Filling => match step {
            Step::Notice => "notice",
            Step::Who => "who",
            Step::Organisation => "organisation",
            Step::Count => "count",
            Step::Authority => "authority",
            Step::Person(_, PersonPage::Name) => "person-name",
            Step::Person(_, PersonPage::Id) => "person-id",
            Step::Person(_, PersonPage::Mobile) => "person-mobile",
            Step::Person(_, PersonPage::Address) => "person-address",
            Step::Purpose => "purpose",
            Step::Category => "category",
            Step::Place => "place",
            Step::About => "about",
            Step::Facts => "facts",
            Step::Reasons => "reasons",
            Step::Request => "request",
            Step::Earlier => "earlier",
            Step::Proceedings => "proceedings",
            Step::Attachments => "attachments",
            Step::Publish => "publish",
            Step::Check => "check",
            Step::Sign => "sign",
        },
    }
}

/// What a screen is made of.
pub struct Screen {
    /// The heading: one question, one sentence.
    pub title: String,
    /// What stands under it.
    pub body: AnyView,
}

impl Screen {
    /// A screen.
    pub fn new(title: impl Into<String>, body: impl IntoView + 'static) -> Self {
        Self { title: title.into(), body: body.into_any() }
    }
}

/// Builds the screen of `page` and `step`.
pub fn screen(session: Session, page: Page, step: Step) -> Screen {
    match page {
        Page::Attract | Page::Wiped => welcome::quiet(session, page),
        Page::Welcome => welcome::welcome(session),
        Page::Sending => sending::sending(session),
        Page::Receipt => receipt::receipt(session),
        Page::Query => query::ask(session),
        Page::QueryResult => query::result(session),
        Page::Guide => guide::guide(session),
        Page::Filling => question(session, step),
    }
}

fn question(session: Session, step: Step) -> Screen {
    match step {
        Step::Notice => guide::notice(session),
        Step::Who => people::who(session),
        Step::Organisation => people::organisation(session),
        Step::Count => people::count(session),
        Step::Authority => people::authority(session),
        Step::Person(index, page) => people::person(session, index, page),
        Step::Purpose => purpose::purpose(session),
        Step::Category => purpose::category(session),
        Step::Place => purpose::place(session),
        Step::About => purpose::about(session),
        Step::Facts => story::facts(session),
        Step::Reasons => story::reasons(session),
        Step::Request => story::request(session),
        Step::Earlier => story::earlier(session),
        Step::Proceedings => story::proceedings(session),
        Step::Attachments => attachments::attachments(session),
        Step::Publish => purpose::publish(session),
        Step::Check => check::check(session),
        Step::Sign => sign::sign(session),
    }
}
