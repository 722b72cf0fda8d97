//! What the guide loads: shelf, search index, channel check, board and cards, a file each.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use petition_contract::Code;

use crate::api::problem::Problem;
use crate::app::App;

/// `/content/guide/v1/{lang}/{name}`
pub async fn asset(
    State(app): State<Arc<App>>,
    Path((lang, name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let version = app.guide.version();
    let asset = version.as_ref().and_then(|version| version.language(&lang)?.asset(&name));
    asset.map(|asset| asset.answer(&headers)).ok_or(Problem::new(Code::NotFound))
}
