//! Number and code at the kiosk: stage and dates.

use leptos::prelude::*;
use leptos::task::spawn_local;
use petition_contract::{Code, QueryRequest};
use petition_domain::receipt::{MatterNumber, QueryCode};
use petition_text::{Common, Kiosk as K, Phone as P, clock_sentence, day, stage};

use super::steps::Screen;
use crate::client::{self, ClientError};
use crate::components::button::tap_button;
use crate::components::paragraph::{lead, note};
use crate::device::dom;
use crate::session::{Page, Session};

fn typed(selector: &str) -> String {
    use wasm_bindgen::JsCast;
    let input = dom::find(selector)
        .and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok());
    input.map(|input| input.value()).unwrap_or_default()
}

/// The question. What is typed stays in the fields; it is no part of any draft.
pub fn ask(session: Session) -> Screen {
    let field = |id: &'static str, label: Common, hint: P| {
        view! {
            <div class="app-field">
                <label for=id>{session.say(label)}</label>
                <p class="app-field__hint" id=format!("{id}-hint")>{session.say(hint)}</p>
                <input
                    id=id
                    class="app-input app-input--code"
                    type="text"
                    data-pad="digits" inputmode="numeric"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby=format!("{id}-hint")
                />
            </div>
        }
        .into_any()
    };
    let body = view! {
        {lead(session.say(K::QueryLead))}
        {field("f-query-number", Common::Number, P::NumberHint)}
        {field("f-query-code", Common::Code, P::CodeHint)}
    }
    .into_any();
    Screen::new(session.say(K::QueryTitle), body)
}

/// The forward button of the question.
pub fn ask_button(session: Session) -> AnyView {
    tap_button("next", "app-button app-button--forward", session.say(K::QueryAsk), move || {
        look_up(session);
    })
    .into_any()
}

/// The forward button of the result.
pub fn done_button(session: Session) -> AnyView {
    tap_button("next", "app-button app-button--forward", session.say(K::QueryDone), move || {
        session.end();
    })
    .into_any()
}

fn look_up(session: Session) {
    let number = typed("#f-query-number");
    let code = typed("#f-query-code");
    let lang = session.lang.get_untracked();
    session.notice.set(Some(lang.say(K::QueryChecking).into_owned()));
    spawn_local(async move {
        dom::painted().await;
        match answer(&number, &code).await {
            Ok(view) => {
                session.stage.set(Some(view));
                session.open(Page::QueryResult);
            }
            Err(error) => {
                let sentence = match error {
                    ClientError::Unreachable => lang.say(Common::Offline),
                    ClientError::Refused(Code::TooManyRequests, _) => lang.say(Common::TooMany),
                    ClientError::Refused(Code::NotFound, _) => lang.say(P::NotFound),
                    ClientError::Refused(..) | ClientError::Unreadable => {
                        lang.say(Common::Unexpected)
                    }
                };
                session.notice.set(Some(sentence.into_owned()));
                dom::focus_soon("#errors");
            }
        }
    });
}

/// A malformed number or code is answered here like an unknown one, without asking the server.
async fn answer(number: &str, code: &str) -> Result<petition_contract::StageView, ClientError> {
    let unknown = || ClientError::Refused(Code::NotFound, Vec::new());
    let number = MatterNumber::parse(number).ok_or_else(unknown)?;
    let code = QueryCode::parse(code).ok_or_else(unknown)?;
    let stretched_code = client::stretch(number, &code).await?;
    let request = QueryRequest { number: number.digits(), stretched_code };
    client::query_stage(&request).await
}

/// Stage and dates.
pub fn result(session: Session) -> Screen {
    let lang = session.lang.get();
    let Some(view) = session.stage.get_untracked() else {
        return Screen::new(session.say(K::QueryTitle), ());
    };
    let since = day(lang, view.since);
    let registered = day(lang, view.registered);
    let clocks: Vec<_> = view
        .clocks
        .iter()
        .map(|clock| {
            view! { <li><div><b>{clock_sentence(lang, clock, view.today)}</b></div></li> }
                .into_any()
        })
        .collect();
    let body = view! {
        <p class="app-lead">{format!("{} {}", session.say(Common::Number), view.number.grouped())}</p>
        <ol class="app-next">
            <li class="done"><div><b>{session.fill(P::RegisteredOn, &[("day", &registered)])}</b></div></li>
            <li class="done"><div><b>{session.say(stage(view.stage))}</b><span>{session.fill(P::Since, &[("day", &since)])}</span></div></li>
            {clocks}
        </ol>
        {note(session.say(P::OnlyStage))}
    }.into_any();
    Screen::new(session.say(stage(view.stage)), body)
}
