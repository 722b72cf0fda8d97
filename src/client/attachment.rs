//! Uploads, with progress: `XMLHttpRequest` tells it, fetch does not.

use futures_util::future::{Either, select};
use gloo_net::http::Request;
use petition_contract::{Code, ProblemDetails, paths};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ProgressEvent, XmlHttpRequest};

use super::ClientError;

/// Why an upload was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadError {
    /// No connection; the same upload may be tried again.
    Unreachable,
    /// The server refused the file.
    Refused(Code),
}

fn path(id: &str) -> String {
    format!("{}/{id}", paths::ATTACHMENTS)
}

/// Sends `blob` as the upload `id`; `progress` hears whole percents.
pub async fn put_attachment(
    id: &str,
    blob: &Blob,
    progress: impl Fn(u8) + 'static,
) -> Result<(), UploadError> {
    let request = XmlHttpRequest::new().map_err(|_| UploadError::Unreachable)?;
    request.open("PUT", &path(id)).map_err(|_| UploadError::Unreachable)?;
    let upload = request.upload().map_err(|_| UploadError::Unreachable)?;
    let on_progress = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
        if event.total() > 0.0 {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "0 to 100"
            )]
            progress((event.loaded() / event.total() * 100.0) as u8);
        }
    });
    upload.set_onprogress(Some(on_progress.as_ref().unchecked_ref()));
    let loaded = event(&request, "load");
    let failed = event(&request, "error");
    request.send_with_opt_blob(Some(blob)).map_err(|_| UploadError::Unreachable)?;
    let ended = select(JsFuture::from(loaded), JsFuture::from(failed)).await;
    upload.set_onprogress(None);
    if matches!(ended, Either::Right(_)) {
        return Err(UploadError::Unreachable);
    }
    match request.status() {
        Ok(200..=299) => Ok(()),
        Ok(_) => {
            let text = request.response_text().ok().flatten().unwrap_or_default();
            let problem: Option<ProblemDetails> = serde_json::from_str(&text).ok();
            Err(UploadError::Refused(problem.map_or(Code::Internal, |problem| problem.code)))
        }
        Err(_) => Err(UploadError::Unreachable),
    }
}

/// Forgets an upload that was not submitted.
pub async fn delete_attachment(id: &str) -> Result<(), ClientError> {
    delete(&path(id)).await
}

pub(super) async fn delete(path: &str) -> Result<(), ClientError> {
    Request::delete(path).send().await.map(drop).map_err(|_| ClientError::Unreachable)
}

/// A promise that the event `name` resolves.
fn event(request: &XmlHttpRequest, name: &str) -> js_sys::Promise {
    js_sys::Promise::new(&mut |resolve, _reject| {
        // A request that cannot be listened to never resolves; its twin does.
        request.add_event_listener_with_callback(name, &resolve).ok();
    })
}
