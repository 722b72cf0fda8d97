//! Reports of browsers about the content policy: counted, and the name of the directive logged.
//! Nothing else of a report is kept; an address in it could name a person.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::StatusCode;

use crate::api::body;
use crate::api::limit::{Peer, admit};
use crate::api::problem::Problem;
use crate::app::App;
use crate::limits::Kind;

const MAX_BYTES: usize = 64 * 1024;
const MAX_REPORTS: usize = 10;

/// Takes reports in the form of the Reporting API.
pub async fn csp(
    State(app): State<Arc<App>>,
    peer: Peer,
    request: Request,
) -> Result<StatusCode, Problem> {
    admit(&app, Kind::Call, peer)?;
    let bytes = body::read(request, MAX_BYTES, Duration::from_secs(10)).await?;
    let reports: Vec<serde_json::Value> = serde_json::from_slice(&bytes).unwrap_or_default();
    for report in reports.iter().take(MAX_REPORTS) {
        let directive = report.pointer("/body/effectiveDirective").and_then(|name| name.as_str());
        let directive: String = directive.unwrap_or_default().chars().take(40).collect();
        app.metrics.csp_reports.add();
        tracing::warn!(%directive, "a browser refused something by the content policy");
    }
    Ok(StatusCode::NO_CONTENT)
}
