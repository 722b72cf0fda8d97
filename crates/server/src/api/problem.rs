//! Errors as they leave the server: one mapping, at the edge.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use petition_contract::problem::PROBLEM_JSON;
use petition_contract::{Code, FieldProblem, ProblemDetails};

use crate::blobs::BlobError;
use crate::matter::Unreadable;
use crate::seal::SealError;
use crate::storage::StoreError;
use crate::upload::Refusal;

/// An error on its way out.
#[derive(Debug)]
pub struct Problem {
    code: Code,
    errors: Vec<FieldProblem>,
    retry_after_seconds: Option<u32>,
}

/// Seconds after which trying again may help.
const RETRY_SECONDS: u32 = 2;

impl Problem {
    /// An error with nothing but its code.
    pub const fn new(code: Code) -> Self {
        Self { code, errors: Vec::new(), retry_after_seconds: None }
    }

    /// Answers that are not valid.
    pub const fn invalid(errors: Vec<FieldProblem>) -> Self {
        Self { code: Code::Invalid, errors, retry_after_seconds: None }
    }

    /// One answer that is not valid.
    pub fn field(field: impl Into<String>, code: &str) -> Self {
        Self::invalid(vec![FieldProblem { field: field.into(), code: code.to_owned() }])
    }

    /// Too many tries.
    pub const fn limited(retry_after_seconds: u32) -> Self {
        Self {
            code: Code::TooManyRequests,
            errors: Vec::new(),
            retry_after_seconds: Some(retry_after_seconds),
        }
    }

    /// Busy, or out of space.
    pub const fn unavailable() -> Self {
        Self {
            code: Code::Unavailable,
            errors: Vec::new(),
            retry_after_seconds: Some(RETRY_SECONDS),
        }
    }

    /// Our own fault: the log says what happened, the answer does not.
    pub fn internal(err: &dyn std::error::Error) -> Self {
        tracing::error!(error = %err, "a request failed");
        Self::new(Code::Internal)
    }

    /// Its code.
    pub const fn code(&self) -> Code {
        self.code
    }
}

/// Status and the sentence for those who read logs.
const fn meaning(code: Code) -> (StatusCode, &'static str) {
    match code {
        Code::MalformedBody => (StatusCode::BAD_REQUEST, "The body is not JSON in UTF-8."),
        Code::BadIdempotencyKey => {
            (StatusCode::BAD_REQUEST, "Idempotency-Key must be 32 lower-case hexadecimal digits.")
        }
        Code::BadId => {
            (StatusCode::BAD_REQUEST, "The id must be 32 lower-case hexadecimal digits.")
        }
        Code::NotFound => (StatusCode::NOT_FOUND, "There is no such thing."),
        Code::MethodNotAllowed => {
            (StatusCode::METHOD_NOT_ALLOWED, "This address does not take this method.")
        }
        Code::Conflict => (StatusCode::CONFLICT, "The id stands for something else already."),
        Code::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "The body is too large."),
        Code::UnsupportedMediaType => {
            (StatusCode::UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.")
        }
        Code::UnsupportedFile => {
            (StatusCode::UNSUPPORTED_MEDIA_TYPE, "Not a whole JPEG, PNG, WebP or PDF.")
        }
        Code::BadShape => (StatusCode::UNPROCESSABLE_ENTITY, "The JSON has another shape."),
        Code::Invalid => (StatusCode::UNPROCESSABLE_ENTITY, "Some answers are not valid."),
        Code::IdempotencyKeyReused => {
            (StatusCode::UNPROCESSABLE_ENTITY, "The key was used for another body.")
        }
        Code::EmptyFile => (StatusCode::UNPROCESSABLE_ENTITY, "The file has no bytes."),
        Code::ImageTooLarge => (StatusCode::UNPROCESSABLE_ENTITY, "The image has too many pixels."),
        Code::TooManyRequests => (StatusCode::TOO_MANY_REQUESTS, "Too many tries; wait."),
        Code::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "Busy or out of space; try again."),
        Code::Internal => (StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong here."),
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, title) = meaning(self.code);
        let details = ProblemDetails {
            status: status.as_u16(),
            code: self.code,
            title: title.to_owned(),
            errors: self.errors,
        };
        // The type has no map and no float: writing it as JSON cannot fail.
        let body = serde_json::to_vec(&details).unwrap_or_default();
        let mut response = (status, [(header::CONTENT_TYPE, PROBLEM_JSON)], body).into_response();
        if let Some(seconds) = self.retry_after_seconds {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl From<StoreError> for Problem {
    fn from(err: StoreError) -> Self {
        match err {
            StoreError::Busy => Self::unavailable(),
            StoreError::Full | StoreError::Fatal(_) => {
                tracing::error!(error = %err, "the database cannot write");
                Self::unavailable()
            }
            StoreError::Failed(_) => Self::internal(&err),
        }
    }
}

impl From<BlobError> for Problem {
    fn from(err: BlobError) -> Self {
        if err.is_full() {
            tracing::error!(error = %err, "no space for uploads");
            return Self::unavailable();
        }
        Self::internal(&err)
    }
}

impl From<SealError> for Problem {
    fn from(err: SealError) -> Self {
        Self::internal(&err)
    }
}

impl From<getrandom::Error> for Problem {
    fn from(err: getrandom::Error) -> Self {
        Self::internal(&err)
    }
}

impl From<Unreadable> for Problem {
    fn from(err: Unreadable) -> Self {
        Self::internal(&err)
    }
}

impl From<serde_json::Error> for Problem {
    fn from(err: serde_json::Error) -> Self {
        Self::internal(&err)
    }
}

impl From<postcard::Error> for Problem {
    fn from(err: postcard::Error) -> Self {
        Self::internal(&err)
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Empty => Self::new(Code::EmptyFile),
            Refusal::Kind | Refusal::Damaged => Self::new(Code::UnsupportedFile),
            Refusal::TooManyPixels => Self::new(Code::ImageTooLarge),
            Refusal::Busy => Self::unavailable(),
        }
    }
}
