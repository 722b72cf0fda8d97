//! The typed client of the API, over the browser's fetch.

mod attachment;
mod call;
mod draft;
mod hall;
mod late;
mod matter;

pub use attachment::{UploadError, delete_attachment, put_attachment};
pub use call::call_staff;
pub use draft::{delete_draft, get_draft, put_draft};
pub use hall::{get_divisions, get_hall};
pub use late::{
    guide_back, guide_hints, guide_leave, guide_prefill, guide_start, keyboard, prepare_receipt,
    qr, stretch,
};
pub use matter::{query_stage, submit};

use gloo_net::http::{Request, Response};
use petition_contract::{Code, FieldProblem, ProblemDetails};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Why a call brought no answer to use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClientError {
    /// No connection, or it broke before the answer was whole: the call may have had its effect.
    Unreachable,
    /// The server refused, with its stable code and the answers it found wrong.
    Refused(Code, Vec<FieldProblem>),
    /// An answer that is none of the API's.
    Unreadable,
}

impl ClientError {
    /// Whether the same call may succeed a little later.
    pub const fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::Unreachable | Self::Refused(Code::Unavailable | Code::TooManyRequests, _)
        )
    }
}

async fn read<T: DeserializeOwned>(
    response: Result<Response, gloo_net::Error>,
) -> Result<T, ClientError> {
    let response = response.map_err(|_| ClientError::Unreachable)?;
    let is_ok = response.ok();
    let text = response.text().await.map_err(|_| ClientError::Unreachable)?;
    if is_ok {
        return serde_json::from_str(&text).map_err(|_| ClientError::Unreadable);
    }
    let problem: ProblemDetails =
        serde_json::from_str(&text).map_err(|_| ClientError::Unreadable)?;
    Err(ClientError::Refused(problem.code, problem.errors))
}

async fn post<B: Serialize, T: DeserializeOwned>(
    path: &str,
    body: &B,
    headers: &[(&str, &str)],
) -> Result<T, ClientError> {
    let mut request = Request::post(path);
    for (name, value) in headers {
        request = request.header(name, value);
    }
    let request = request.json(body).map_err(|_| ClientError::Unreadable)?;
    read(request.send().await).await
}
