//! `/drafts/{id}`: answers that the client sealed, kept for a day so that a reload loses nothing.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use petition_contract::{Code, DraftBlob};
use petition_domain::Moment;
use sha2::{Digest, Sha256};

use super::body::{self, MAX_DRAFT_BYTES};
use super::id::Id;
use super::limit::{Peer, admit};
use super::openapi::{IdParam, JsonProblems, NotFound, Problems};
use super::problem::Problem;
use crate::app::App;
use crate::limits::Kind;

/// How long a draft is kept.
pub const DRAFT_SECONDS: i64 = 24 * 3600;
/// Nonce and tag at least, a million bytes at most; see the pattern of [`DraftBlob`].
const SEALED_BYTES: std::ops::RangeInclusive<usize> = 40..=1_000_000;

/// Keeps or replaces a sealed draft.
#[utoipa::path(
    put,
    path = "/api/v1/drafts/{id}",
    operation_id = "keep_draft",
    tag = "drafts",
    params(IdParam),
    request_body = DraftBlob,
    responses(
        (status = 204, description = "Kept"),
        JsonProblems,
    )
)]
pub async fn keep_draft(
    State(app): State<Arc<App>>,
    peer: Peer,
    id: Id,
    request: body::Json<DraftBlob, MAX_DRAFT_BYTES>,
) -> Result<StatusCode, Problem> {
    admit(&app, Kind::Draft, peer)?;
    let sealed = request.value.sealed;
    let is_hex = sealed.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    if !is_hex || !sealed.len().is_multiple_of(2) || !SEALED_BYTES.contains(&(sealed.len() / 2)) {
        return Err(Problem::field("sealed", "bad_format"));
    }
    app.store.keep(row(&id), sealed.into_bytes(), app.clock.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Gives a sealed draft back.
#[utoipa::path(
    get,
    path = "/api/v1/drafts/{id}",
    operation_id = "fetch_draft",
    tag = "drafts",
    params(IdParam),
    responses(
        (status = 200, description = "The draft", body = DraftBlob),
        NotFound,
        Problems,
    )
)]
pub async fn fetch_draft(
    State(app): State<Arc<App>>,
    peer: Peer,
    id: Id,
) -> Result<Json<DraftBlob>, Problem> {
    admit(&app, Kind::Draft, peer)?;
    let since = Moment(app.clock.now().0 - DRAFT_SECONDS);
    let found = app.store.fetch(row(&id), since).await?;
    let sealed = found.and_then(|bytes| String::from_utf8(bytes).ok());
    sealed.map(|sealed| Json(DraftBlob { sealed })).ok_or(Problem::new(Code::NotFound))
}

/// Forgets a sealed draft; one that is not there is forgotten already.
#[utoipa::path(
    delete,
    path = "/api/v1/drafts/{id}",
    operation_id = "forget_draft",
    tag = "drafts",
    params(IdParam),
    responses(
        (status = 204, description = "Forgotten"),
        Problems,
    )
)]
pub async fn forget_draft(
    State(app): State<Arc<App>>,
    peer: Peer,
    id: Id,
) -> Result<StatusCode, Problem> {
    admit(&app, Kind::Draft, peer)?;
    app.store.forget(row(&id)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The id is all it takes to fetch a draft, so the database holds only its hash.
fn row(Id(id): &Id) -> [u8; 32] {
    Sha256::digest(id).into()
}
