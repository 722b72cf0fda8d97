//! Reading bodies: how long, how large, what kind, and every mistake as problem+json.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use petition_contract::Code;
use serde::de::DeserializeOwned;

use super::problem::Problem;

/// Most bytes of JSON, except for drafts.
pub const MAX_JSON_BYTES: usize = 900_000;
/// Most bytes of a sealed draft in JSON: a million bytes in hexadecimal, and what stands around.
pub const MAX_DRAFT_BYTES: usize = 2_000_100;
/// A body that takes longer has stopped coming.
const JSON_SECONDS: u64 = 30;

/// JSON of at most `MAX` bytes.
pub struct Json<T, const MAX: usize = MAX_JSON_BYTES> {
    /// What it says.
    pub value: T,
    /// The bytes as they came.
    pub bytes: Bytes,
}

impl<T, S, const MAX: usize> FromRequest<S> for Json<T, MAX>
where
    T: DeserializeOwned,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request(request: Request, _state: &S) -> Result<Self, Problem> {
        if !is_json(request.headers()) {
            return Err(Problem::new(Code::UnsupportedMediaType));
        }
        let bytes = read(request, MAX, Duration::from_secs(JSON_SECONDS)).await?;
        let value = parse(&bytes)?;
        Ok(Self { value, bytes })
    }
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let text = std::str::from_utf8(bytes).map_err(|_| Problem::new(Code::MalformedBody))?;
    serde_json::from_str(text).map_err(|err| {
        // Half a surrogate pair is a mistake of syntax for the parser, and so for us.
        let code = if err.is_data() { Code::BadShape } else { Code::MalformedBody };
        Problem::new(code)
    })
}

fn is_json(headers: &HeaderMap) -> bool {
    let Some(value) = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok())
    else {
        return false;
    };
    let kind = value.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}

/// Reads at most `max` bytes; what says that it is larger is refused before it is read.
pub async fn read(request: Request, max: usize, within: Duration) -> Result<Bytes, Problem> {
    let said = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.parse::<u64>().ok());
    if said.is_some_and(|said| said > max as u64) {
        return Err(Problem::new(Code::TooLarge));
    }
    let body: Limited<Body> = Limited::new(request.into_body(), max);
    let collected = tokio::time::timeout(within, body.collect()).await;
    match collected {
        Ok(Ok(collected)) => Ok(collected.to_bytes()),
        Ok(Err(err)) if err.downcast_ref::<LengthLimitError>().is_some() => {
            Err(Problem::new(Code::TooLarge))
        }
        // The sender broke off or dawdles.
        Ok(Err(_)) | Err(_) => Err(Problem::new(Code::MalformedBody)),
    }
}
