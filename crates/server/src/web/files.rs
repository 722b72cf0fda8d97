//! Files of the built front end, packed ones where a browser takes them.

use std::convert::Infallible;
use std::path::Path;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use petition_contract::Code;
use tower::ServiceExt;
use tower_http::services::{ServeDir, ServeFile};

use crate::api::problem::Problem;
use crate::app::App;

/// The kiosk's page.
pub async fn kiosk(State(app): State<Arc<App>>, request: Request) -> Response {
    page(&app.places.dist.join("index.html"), request).await
}

/// The phone's page.
pub async fn phone(State(app): State<Arc<App>>, request: Request) -> Response {
    page(&app.places.dist.join("q/index.html"), request).await
}

/// Any other file of the front end.
pub async fn any(State(app): State<Arc<App>>, request: Request) -> Response {
    let is_known = matches!(*request.method(), axum::http::Method::GET | axum::http::Method::HEAD);
    if !is_known {
        return Problem::new(Code::NotFound).into_response();
    }
    let folder = folder(&app.places.dist);
    finish(folder.oneshot(request).await)
}

/// The content files, which may lie in a folder of their own.
pub fn content(app: &App) -> axum::Router {
    let folder = folder(&app.places.content);
    axum::Router::new().fallback(move |request: Request| {
        let folder = folder.clone();
        async move { finish(folder.oneshot(request).await) }
    })
}

fn folder(dir: &Path) -> ServeDir {
    ServeDir::new(dir).append_index_html_on_directories(false).precompressed_br()
}

async fn page(file: &Path, request: Request) -> Response {
    // Both pages carry the names of hashed files: an old copy would ask for files that are gone.
    let mut request = request;
    request.headers_mut().remove(header::IF_MODIFIED_SINCE);
    let served = ServeFile::new(file).precompressed_br().oneshot(request).await;
    let response = finish(served);
    if response.status() == StatusCode::NOT_FOUND {
        let text = "The front end is not built: run `cargo xtask build`.\n";
        return (StatusCode::SERVICE_UNAVAILABLE, text).into_response();
    }
    response
}

fn finish<B>(served: Result<axum::http::Response<B>, Infallible>) -> Response
where
    B: axum::body::HttpBody<Data = axum::body::Bytes> + Send + 'static,
    B::Error: Into<axum::BoxError>,
{
    let response = match served {
        Ok(response) => response.map(Body::new),
        Err(never) => match never {},
    };
    match response.status() {
        StatusCode::NOT_FOUND => Problem::new(Code::NotFound).into_response(),
        StatusCode::METHOD_NOT_ALLOWED => Problem::new(Code::MethodNotAllowed).into_response(),
        _ => response,
    }
}
