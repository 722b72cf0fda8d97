//! `POST /calls`: the help bell.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use petition_contract::{CallRequest, CallView};

use super::body;
use super::limit::{Peer, admit};
use super::openapi::JsonProblems;
use super::problem::Problem;
use crate::app::App;
use crate::config::check::is_language;
use crate::limits::Kind;
use crate::storage::Call;

/// Rings for staff: where and in which language, never about what.
#[utoipa::path(
    post,
    path = "/api/v1/calls",
    operation_id = "call",
    tag = "hall",
    request_body = CallRequest,
    responses(
        (status = 201, description = "It rang", body = CallView),
        JsonProblems,
    )
)]
pub async fn call(
    State(app): State<Arc<App>>,
    peer: Peer,
    request: body::Json<CallRequest>,
) -> Result<(StatusCode, Json<CallView>), Problem> {
    admit(&app, Kind::Call, peer)?;
    let CallRequest { page, language } = request.value;
    if !is_page(&page) {
        return Err(Problem::field("page", "bad_format"));
    }
    if !is_language(&language) {
        return Err(Problem::field("language", "bad_format"));
    }
    let at = app.clock.now();
    let kiosk = app.config.hall.kiosk.get_ref().clone();
    tracing::info!(%kiosk, %page, %language, "somebody rings for help");
    let waiting = app.store.ring(Call { id: 0, at, kiosk, page, language }).await?;
    app.metrics.calls.add();
    Ok((StatusCode::CREATED, Json(CallView { at, waiting })))
}

fn is_page(page: &str) -> bool {
    (1..=40).contains(&page.len()) && page.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}
