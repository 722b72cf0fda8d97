//! The phone for browsers without scripts: a form for number and query code, and its answer.

use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use petition_contract::{Code, StageView};
use petition_domain::Day;
use petition_domain::clocks::Clock;
use petition_domain::receipt::{MatterNumber, QueryCode, to_hex};
use petition_text::{Common, Lang, Phone, Word, clock_sentence, day, fill, stage};

use super::html::{self, escape, text};
use crate::api::limit::Peer;
use crate::api::{body, status};
use crate::app::App;
use crate::limits::Kind;

/// The style sheet: the content policy forbids styles inside the page.
pub async fn style() -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("plain.css")).into_response()
}

/// The empty form.
pub async fn form(State(app): State<Arc<App>>, uri: Uri, headers: HeaderMap) -> Html<String> {
    let wanted = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes())
        .find(|(name, _)| name == "lang")
        .and_then(|(_, tag)| Lang::from_tag(&tag));
    let lang = wanted.unwrap_or_else(|| accepted(&headers));
    let lead = format!("<p>{}</p>", text(lang, Phone::NoScriptLead));
    Html(page(&app, lang, &(lead + &fields(lang, ""))))
}

const MAX_FORM_BYTES: usize = 4096;
const FORM_SECONDS: u64 = 15;

/// The answer to the form.
pub async fn status(State(app): State<Arc<App>>, peer: Peer, request: Request) -> Response {
    let fallback = accepted(request.headers());
    let within = Duration::from_secs(FORM_SECONDS);
    let bytes = body::read(request, MAX_FORM_BYTES, within).await.unwrap_or_default();
    let field = |wanted: &str| {
        form_urlencoded::parse(&bytes).find(|(name, _)| name == wanted).map(|(_, value)| value)
    };
    let lang = field("lang").and_then(|tag| Lang::from_tag(&tag)).unwrap_or(fallback);
    let number = field("number").unwrap_or_default();
    let code = field("code").unwrap_or_default();
    let (status, main) = match ask(&app, peer, &number, &code).await {
        Ok(view) => (StatusCode::OK, told(lang, &view)),
        Err(Code::NotFound) => {
            let wrong = problem(lang, Some(Phone::NotFoundTitle), Phone::NotFound);
            (StatusCode::NOT_FOUND, wrong + &fields(lang, &number))
        }
        Err(Code::TooManyRequests) => {
            (StatusCode::TOO_MANY_REQUESTS, problem(lang, None, Common::TooMany))
        }
        Err(_) => {
            let wrong = problem(lang, None, Phone::Busy);
            (StatusCode::SERVICE_UNAVAILABLE, wrong + &fields(lang, &number))
        }
    };
    (status, Html(page(&app, lang, &main))).into_response()
}

async fn ask(app: &App, peer: Peer, number: &str, code: &str) -> Result<StageView, Code> {
    if !app.limits.admits(Kind::Query, peer.0) {
        return Err(Code::TooManyRequests);
    }
    // What is no number or no code is stretched as well: the same work for every try.
    let known = MatterNumber::parse(number).zip(QueryCode::parse(code));
    let stand_in = || (MatterNumber::from_body(0), QueryCode::from_value(0));
    let is_known = known.is_some();
    let (stretched_for, code) = known.unwrap_or_else(stand_in);
    let stretched = app.stretcher.stretch(stretched_for, code).await.ok_or(Code::Unavailable)?;
    let stretched = if is_known { to_hex(&stretched) } else { String::new() };
    status::stage(app, number, &stretched).await.map_err(|problem| problem.code())
}

/// The language of the browser, Chinese where it names none of ours.
pub fn accepted(headers: &HeaderMap) -> Lang {
    let tags = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let mut tags = tags.unwrap_or_default().split(',');
    tags.find_map(|tag| Lang::from_tag(tag.split(';').next().unwrap_or_default().trim()))
        .unwrap_or(Lang::Zh)
}

fn page(app: &App, lang: Lang, main: &str) -> String {
    let elsewhere = format!("/q/plain?lang={}", html::other(lang).tag());
    html::page(app, lang, &lang.say(Phone::Title), &elsewhere, main)
}

fn fields(lang: Lang, number: &str) -> String {
    let say = |word| text(lang, word);
    format!(
        r#"<h2>{title}</h2>
<p>{lead}</p>
<form method="post" action="/q/status">
<input type="hidden" name="lang" value="{tag}">
<label for="number">{number_label} <span class="hint" id="number-hint">{number_hint}</span></label>
<input id="number" name="number" inputmode="numeric" autocomplete="off" maxlength="40" required aria-describedby="number-hint" value="{number}">
<label for="code">{code_label} <span class="hint" id="code-hint">{code_hint}</span></label>
<input id="code" name="code" inputmode="numeric" autocomplete="off" maxlength="20" required aria-describedby="code-hint">
<p><button type="submit">{ask}</button></p>
</form>"#,
        title = say(Phone::ByCodeTitle),
        lead = say(Phone::ByCodeLead),
        tag = lang.tag(),
        number_label = text(lang, Common::Number),
        number_hint = say(Phone::NumberHint),
        number = escape(&number.chars().take(40).collect::<String>()),
        code_label = text(lang, Common::Code),
        code_hint = say(Phone::CodeHint),
        ask = say(Phone::Ask),
    )
}

fn problem(lang: Lang, title: Option<Phone>, sentence: impl Word) -> String {
    let title = title.map(|title| format!("<h2>{}</h2>\n", text(lang, title)));
    let title = title.unwrap_or_default();
    format!(
        "<div class=\"box is-wrong\" role=\"alert\">\n{title}<p>{}</p>\n</div>\n",
        text(lang, sentence)
    )
}

/// Stage, dates and clocks.
fn told(lang: Lang, view: &StageView) -> String {
    let on = |word, of: Day| escape(&fill(lang, word, &[("day", &day(lang, of))]));
    let mut out = format!(
        "<p>{number_label} {number}</p>\n<div class=\"box\">\n<h2>{now}</h2>\n\
         <p class=\"stage\">{stage}</p>\n<p>{since}<br>{registered}</p>\n",
        number_label = text(lang, Common::Number),
        number = view.number.grouped(),
        now = text(lang, Phone::Now),
        stage = text(lang, stage(view.stage)),
        since = on(Phone::Since, view.since),
        registered = on(Phone::RegisteredOn, view.registered),
    );
    if view.clocks.is_empty() && !view.stage.is_final() {
        // Writing to a String cannot fail, here and below.
        writeln!(out, "<p>{}</p>", text(lang, Phone::NoClock)).ok();
    }
    for clock in &view.clocks {
        let sentence = escape(&clock_sentence(lang, clock, view.today));
        let left = escape(&days_left(lang, clock));
        let law = escape(&fill(lang, Phone::ClockLaw, &[("law", &clock.law)]));
        let doubt = if clock.verified {
            String::new()
        } else {
            format!(" ({})", text(lang, Common::Unverified))
        };
        writeln!(out, "<p>{sentence}, {left}<br>{law}{doubt}</p>").ok();
    }
    if view.clocks.iter().any(|clock| clock.days_left < 0) {
        let hint = fill(lang, Phone::OverdueHint, &[("phone", &view.phone)]);
        writeln!(out, "<p>{}</p>", escape(&hint)).ok();
    }
    let only = text(lang, Phone::OnlyStage);
    let again = text(lang, Phone::Again);
    writeln!(
        out,
        "</div>\n<p>{only}</p>\n<p><a href=\"/q/plain?lang={}\">{again}</a></p>",
        lang.tag()
    )
    .ok();
    out
}

fn days_left(lang: Lang, clock: &Clock) -> String {
    let days = clock.days_left.abs().to_string();
    let word = match clock.days_left {
        0 => Phone::DueToday,
        1.. => Phone::DaysLeft,
        _ => Phone::DaysOver,
    };
    fill(lang, word, &[("days", &days)])
}
