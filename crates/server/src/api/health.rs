//! `/healthz`, `/readyz`, and `/metrics` on an address of its own.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::routing::get;

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

/// Whether a submission would be taken now.
async fn ready(State(app): State<Arc<App>>) -> Result<&'static str, Problem> {
    app.store.check().await?;
    if *app.failed().borrow() { Err(Problem::unavailable()) } else { Ok("ready\n") }
}

async fn metrics_text(State(app): State<Arc<App>>) -> String {
    app.metrics_text()
}
