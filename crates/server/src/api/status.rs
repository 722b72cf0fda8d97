//! `POST /status/open` and `POST /status/query`. Unknown, wrong, revoked and malformed get the same
//! bytes after the same work.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use petition_contract::{Code, MatterView, OpenRequest, QueryRequest, StageView};
use petition_domain::receipt::MatterNumber;
use subtle::ConstantTimeEq;

use super::body;
use super::limit::{Peer, admit};
use super::openapi::{JsonProblems, NotFound};
use super::problem::Problem;
use super::view::answer;
use crate::app::App;
use crate::limits::Kind;
use crate::matter::{Opened, code_mac, lookup_hash};
use crate::storage::Candidate;

/// Opens a matter by what the QR secret derives.
#[utoipa::path(
    post,
    path = "/api/v1/status/open",
    operation_id = "open_status",
    tag = "status",
    request_body(content = OpenRequest, example = json!({
        "lookup": "2eb3c7c48d781ee7a439f0f631411735f9ffeb8a65da708a73e7898667342515"
    })),
    responses(
        (status = 200, description = "Stage, events, clocks", content(
            (MatterView = "application/json"),
            (Vec<u8> = "application/vnd.petition.v1+postcard"),
        )),
        NotFound,
        JsonProblems,
    )
)]
pub async fn open_status(
    State(app): State<Arc<App>>,
    peer: Peer,
    headers: HeaderMap,
    request: body::Json<OpenRequest>,
) -> Result<Response, Problem> {
    admit(&app, Kind::Open, peer)?;
    let lookup = lookup_hash(&request.value.lookup);
    let Some(record) = app.store.by_lookup(lookup).await? else {
        app.metrics.not_found.add();
        return Err(Problem::new(Code::NotFound));
    };
    app.metrics.opened.add();
    let opened = Opened::new(&app.keys.kek, &record)?;
    answer(&headers, &opened.matter_view(app.clocks(), app.clock.today(), app.phone())?)
}

/// Opens stage and dates by number and stretched query code.
#[utoipa::path(
    post,
    path = "/api/v1/status/query",
    operation_id = "query_status",
    tag = "status",
    request_body(content = QueryRequest, example = json!({
        "number": "24041197694077",
        "stretched_code": "dc6243057498b905e730dff664b7e974083d8133b98468ece31d81e96034b6e5"
    })),
    responses(
        (status = 200, description = "Stage and dates", content(
            (StageView = "application/json"),
            (Vec<u8> = "application/vnd.petition.v1+postcard"),
        )),
        NotFound,
        JsonProblems,
    )
)]
pub async fn query_status(
    State(app): State<Arc<App>>,
    peer: Peer,
    headers: HeaderMap,
    request: body::Json<QueryRequest>,
) -> Result<Response, Problem> {
    admit(&app, Kind::Query, peer)?;
    let QueryRequest { number, stretched_code } = request.value;
    answer(&headers, &stage(&app, &number, &stretched_code).await?)
}

/// Stage and dates of the matter that number and stretched code open.
pub async fn stage(app: &App, number: &str, stretched_code: &str) -> Result<StageView, Problem> {
    let parsed = MatterNumber::parse(number);
    // A malformed number is locked, searched and compared like any other.
    let name = parsed.map_or_else(|| number.chars().take(40).collect(), MatterNumber::digits);
    if !app.limits.codes.try_once(&name) {
        app.metrics.limited.add();
        return Err(Problem::limited(60 * app.config.limits.lock_minutes));
    }
    let tried = code_mac(&app.keys.pepper, &name, stretched_code);
    let candidates = app.store.by_number(name.clone()).await?;
    let found = pick(&candidates, &tried);
    let (Some(candidate), Some(number)) = (found, parsed) else {
        app.metrics.not_found.add();
        return Err(Problem::new(Code::NotFound));
    };
    let record = app.store.by_candidate(candidate, number).await?;
    let record = record.ok_or(Problem::new(Code::NotFound))?;
    app.limits.codes.was_right(&name);
    app.metrics.queried.add();
    let opened = Opened::new(&app.keys.kek, &record)?;
    Ok(opened.stage_view(app.clocks(), app.clock.today(), app.phone())?)
}

/// Compares with all that have the number; where none has, with nothing anybody can send.
fn pick(candidates: &[Candidate], tried: &[u8; 32]) -> Option<Candidate> {
    let nobody = Candidate { matter: 0, code_mac: [0; 32] };
    let compared = if candidates.is_empty() { std::slice::from_ref(&nobody) } else { candidates };
    let mut found = None;
    for candidate in compared {
        if bool::from(candidate.code_mac.ct_eq(tried)) && candidate.matter != nobody.matter {
            found = Some(*candidate);
        }
    }
    found
}
