//! `/healthz`, `/readyz`, and `/metrics` on an address of its own.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use serde::Serialize;

use super::problem::Problem;
use crate::app::App;

/// Health, for whoever keeps the server running.
pub fn router() -> Router<Arc<App>> {
    Router::new().route("/healthz", get(|| async { "ok\n" })).route("/readyz", get(ready))
}

/// Metrics, for an address that only the hall's own network reaches.
pub fn metrics(app: Arc<App>) -> Router {
    Router::new().route("/metrics", get(metrics_text)).with_state(app)
}

/// What `/readyz` says while submissions are taken.
#[derive(Serialize)]
struct Ready {
    status: &'static str,
    /// What the operator has to mend although everything works, a `file:line: message` each.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
}

/// Whether a submission would be taken now. Stale content is no reason to take a hall out of
/// service: the last good version is shown.
async fn ready(State(app): State<Arc<App>>) -> Result<Json<Ready>, Problem> {
    app.store.check().await?;
    if *app.failed().borrow() {
        return Err(Problem::unavailable());
    }
    let faults: Vec<String> = app.guide.faults().iter().map(ToString::to_string).collect();
    let detail =
        (!faults.is_empty()).then(|| format!("the content is stale:\n{}", faults.join("\n")));
    Ok(Json(Ready { status: "ready", detail }))
}

async fn metrics_text(State(app): State<Arc<App>>) -> String {
    app.metrics_text()
}
