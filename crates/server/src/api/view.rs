//! A status on its way out, in the form that is asked for.

use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use petition_contract::POSTCARD;
use serde::Serialize;

use super::problem::Problem;

/// A view with half a dozen events.
const ROOM_BYTES: usize = 2048;

/// `view` as postcard for the phone's page, which has no room for a reader of JSON; as JSON for
/// everybody else.
pub fn answer(asked: &HeaderMap, view: &impl Serialize) -> Result<Response, Problem> {
    let is_compact = asked.get(header::ACCEPT).is_some_and(|accept| accept == POSTCARD);
    // Written at once into room enough: this is the answer that is asked for most.
    let mut body = Vec::with_capacity(ROOM_BYTES);
    let kind = if is_compact {
        body = postcard::to_extend(view, body)?;
        POSTCARD
    } else {
        serde_json::to_writer(&mut body, view)?;
        "application/json"
    };
    Ok(([(header::CONTENT_TYPE, kind)], body).into_response())
}
