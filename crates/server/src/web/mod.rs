//! Pages and files: what a browser gets that is not the API.

mod card;
mod files;
mod guide;
pub mod headers;
mod html;
mod plain;
mod report;
pub mod stretch;

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use petition_contract::{Code, paths};

use crate::api::{self, problem::Problem};
use crate::app::App;

/// Everything the server answers; the connection loop adds the headers.
pub fn router(app: Arc<App>) -> Router {
    Router::new()
        .merge(api::openapi::router())
        .merge(api::health::router())
        .route("/", get(files::kiosk))
        .route("/q", get(files::phone))
        .route("/q/", get(files::phone))
        .route("/Q", get(files::phone))
        .route("/q/plain", get(plain::form))
        .route("/q/plain.css", get(plain::style))
        .route("/q/status", post(plain::status).get(plain::form))
        .route("/g/{lang}", get(card::list))
        .route("/g/{lang}/", get(card::list))
        .route("/g/{lang}/{id}", get(card::card))
        .route("/csp-reports", post(report::csp))
        .route(paths::RESET, get(reset))
        .route("/content/guide/v1/{lang}/{*name}", get(guide::asset))
        // Browsers ask for it on pages that name no icon.
        .route("/favicon.ico", get(async || StatusCode::NO_CONTENT))
        .nest_service("/content", files::content(&app))
        .fallback(files::any)
        .method_not_allowed_fallback(method_not_allowed)
        .with_state(app)
}

async fn method_not_allowed() -> Problem {
    Problem::new(Code::MethodNotAllowed)
}

/// Ends a session: whatever the page left in the browser goes.
async fn reset(State(_app): State<Arc<App>>) -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(header::LOCATION, HeaderValue::from_static("/"));
    // Not "cache": hashed files hold nothing personal and are needed again at once.
    headers.insert("clear-site-data", HeaderValue::from_static(r#""cookies", "storage""#));
    (StatusCode::SEE_OTHER, headers).into_response()
}
