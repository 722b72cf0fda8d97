//! Ids in paths and headers: 128 bits that the client minted.

use axum::extract::rejection::PathRejection;
use axum::extract::{FromRequestParts, Path};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use petition_contract::{Code, paths};
use petition_domain::receipt::from_hex;

use super::problem::Problem;
use crate::matter::is_lower_hex;

/// The id at the end of the path.
pub struct Id(pub [u8; 16]);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path: Result<Path<String>, PathRejection> =
            Path::from_request_parts(parts, state).await;
        let Path(text) = path.map_err(|_| Problem::new(Code::BadId))?;
        id(&text).map(Self).ok_or(Problem::new(Code::BadId))
    }
}

/// The bytes of 32 hexadecimal digits.
pub fn id(text: &str) -> Option<[u8; 16]> {
    is_lower_hex(text, 32).then(|| from_hex(text)).flatten()
}

/// The key of the intent.
pub fn idempotency_key(headers: &HeaderMap) -> Result<[u8; 16], Problem> {
    let mut values = headers.get_all(paths::IDEMPOTENCY_KEY).iter();
    let only = values.next().filter(|_| values.next().is_none());
    only.and_then(|value| value.to_str().ok())
        .and_then(id)
        .ok_or(Problem::new(Code::BadIdempotencyKey))
}
