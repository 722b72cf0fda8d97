//! Errors on the wire: `application/problem+json` (RFC 9457) with a stable code.

use petition_domain::Fault;
use serde::{Deserialize, Serialize};

/// Media type of every error.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// What went wrong, in a word that never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// 400: the body is not JSON, or not UTF-8.
    MalformedBody,
    /// 400: the header `Idempotency-Key` is missing or not 32 hexadecimal digits.
    BadIdempotencyKey,
    /// 400: an id in the path is not one.
    BadId,
    /// 404: no such thing, or not with this secret; the two are not told apart.
    NotFound,
    /// 405
    MethodNotAllowed,
    /// 409: the same upload id with other bytes.
    Conflict,
    /// 413
    TooLarge,
    /// 415: not JSON where JSON is asked for.
    UnsupportedMediaType,
    /// 415: the content is neither JPEG, PNG, WebP nor PDF, or is damaged.
    UnsupportedFile,
    /// 422: the JSON does not have the shape asked for.
    BadShape,
    /// 422: some answers are not valid; see `errors`.
    Invalid,
    /// 422: the same key was used for another body.
    IdempotencyKeyReused,
    /// 422: the upload has no bytes.
    EmptyFile,
    /// 422: the image is larger than any camera makes.
    ImageTooLarge,
    /// 429: too many tries; wait.
    TooManyRequests,
    /// 503: busy or out of space; try again.
    Unavailable,
    /// 500
    Internal,
}

/// One answer that is not valid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct FieldProblem {
    /// Path in the submission, `people/0/name`.
    pub field: String,
    /// Stable code, see `petition_domain::Problem::code`.
    pub code: String,
}

impl From<&Fault> for FieldProblem {
    fn from(fault: &Fault) -> Self {
        Self { field: fault.field.to_string(), code: fault.problem.code().to_owned() }
    }
}

/// The body of every error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ProblemDetails {
    /// HTTP status.
    pub status: u16,
    /// Stable code.
    pub code: Code,
    /// A short English sentence for those who read logs; never holds what was sent.
    pub title: String,
    /// The answers that are not valid, for [`Code::Invalid`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
}
