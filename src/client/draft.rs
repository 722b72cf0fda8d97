//! The sealed draft that survives a reload.

use gloo_net::http::Request;
use petition_contract::{DraftBlob, paths};

use super::{ClientError, read};

fn path(id: &str) -> String {
    format!("{}/{id}", paths::DRAFTS)
}

/// Keeps a sealed draft.
pub async fn put_draft(id: &str, blob: &DraftBlob) -> Result<(), ClientError> {
    let request = Request::put(&path(id)).json(blob).map_err(|_| ClientError::Unreadable)?;
    let response = request.send().await.map_err(|_| ClientError::Unreachable)?;
    if response.ok() { Ok(()) } else { Err(ClientError::Unreadable) }
}

/// Fetches it again.
pub async fn get_draft(id: &str) -> Result<DraftBlob, ClientError> {
    read(Request::get(&path(id)).send().await).await
}

/// Forgets it.
pub async fn delete_draft(id: &str) -> Result<(), ClientError> {
    super::attachment::delete(&path(id)).await
}
