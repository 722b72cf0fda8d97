//! `/attachments/{id}`: uploads that wait for their submission.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use petition_contract::{AttachmentView, Code};
use petition_domain::receipt::to_hex;

use super::body;
use super::id::Id;
use super::limit::{Peer, admit};
use super::openapi::{Conflict, FileContent, IdParam, JsonProblems, Problems};
use super::problem::Problem;
use crate::app::App;
use crate::blobs::Blobs;
use crate::limits::Kind;
use crate::seal::{Key, Place};
use crate::storage::Attachment;

/// A file of 20 MB over a slow line.
const UPLOAD_SECONDS: u64 = 180;
/// Whoever waits longer for a turn is told to come again.
const TURN_SECONDS: u64 = 20;

/// Takes a file. The same id with the same bytes is the same upload; with others it is refused.
#[utoipa::path(
    put,
    path = "/api/v1/attachments/{id}",
    operation_id = "put_attachment",
    tag = "attachments",
    params(IdParam),
    request_body(content = FileContent, content_type = "application/octet-stream", description = "The file: JPEG, PNG, WebP or PDF by content"),
    responses(
        (status = 201, description = "Taken", body = AttachmentView),
        (status = 200, description = "Was there already", body = AttachmentView),
        Conflict,
        JsonProblems,
    )
)]
pub async fn put_attachment(
    State(app): State<Arc<App>>,
    peer: Peer,
    Id(id): Id,
    request: Request,
) -> Result<(StatusCode, Json<AttachmentView>), Problem> {
    admit(&app, Kind::Upload, peer)?;
    let taken = take(&app, id, request).await;
    match &taken {
        Ok((StatusCode::CREATED, _)) => app.metrics.uploads.add(),
        Ok(_) => {}
        Err(_) => app.metrics.uploads_refused.add(),
    }
    taken
}

async fn take(
    app: &App,
    id: [u8; 16],
    request: Request,
) -> Result<(StatusCode, Json<AttachmentView>), Problem> {
    let turn = tokio::time::timeout(Duration::from_secs(TURN_SECONDS), app.uploads.acquire());
    let Ok(Ok(_turn)) = turn.await else { return Err(Problem::unavailable()) };
    let within = Duration::from_secs(UPLOAD_SECONDS);
    let max = app.rules.attachments.max_bytes;
    let content = body::read(request, max, within).await?;
    let digest = app.keys.blind.mac(&[b"xf/attachment/v1", &content]);
    if let Some(known) = app.store.find(id).await? {
        return again(&known, &digest);
    }
    let (kind, content) = app.inspector.inspect(content.into()).await?;
    if app.store.waiting_bytes().await? > app.config.limits.waiting_upload_bytes {
        tracing::error!("too many uploads wait for their submission");
        return Err(Problem::unavailable());
    }
    let dek = Key::random()?;
    let row = Place { table: "attachment", row: &id, column: "dek" };
    let new = Attachment {
        id,
        digest,
        kind,
        bytes: content.len() as u64,
        blob: Blobs::name()?,
        dek: app.keys.kek.wrap(row, &dek)?,
        at: app.clock.now(),
        is_claimed: false,
    };
    let sealed = seal(dek, id, content).await?;
    app.blobs.put(&new.blob, sealed).await?;
    let blob = new.blob.clone();
    let fresh = (StatusCode::CREATED, Json(view(&new)));
    match app.store.add(new).await {
        Ok(None) => Ok(fresh),
        Ok(Some(known)) => {
            // Somebody was faster with this id; what we wrote belongs to nothing.
            app.blobs.remove(&blob).await?;
            again(&known, &digest)
        }
        Err(err) => {
            app.blobs.remove(&blob).await?;
            Err(err.into())
        }
    }
}

/// Sealing twenty megabytes would hold up everyone on this thread.
async fn seal(dek: Key, id: [u8; 16], content: Vec<u8>) -> Result<Vec<u8>, Problem> {
    let sealed = tokio::task::spawn_blocking(move || dek.seal_file(blob_place(&id), &content));
    Ok(sealed.await.map_err(|err| Problem::internal(&err))??)
}

/// Where the content of an upload rests.
pub const fn blob_place(id: &[u8; 16]) -> Place<'_> {
    Place { table: "attachment", row: id, column: "blob" }
}

fn again(
    known: &Attachment,
    digest: &[u8; 32],
) -> Result<(StatusCode, Json<AttachmentView>), Problem> {
    if known.digest == *digest {
        Ok((StatusCode::OK, Json(view(known))))
    } else {
        Err(Problem::new(Code::Conflict))
    }
}

fn view(attachment: &Attachment) -> AttachmentView {
    let Attachment { id, kind, bytes, .. } = attachment;
    AttachmentView { id: to_hex(id), kind: *kind, bytes: *bytes }
}

/// Removes an upload that no matter has; one that is not there is removed already.
#[utoipa::path(
    delete,
    path = "/api/v1/attachments/{id}",
    operation_id = "delete_attachment",
    tag = "attachments",
    params(IdParam),
    responses((status = 204, description = "Removed"), Conflict, Problems)
)]
pub async fn delete_attachment(
    State(app): State<Arc<App>>,
    peer: Peer,
    Id(id): Id,
) -> Result<StatusCode, Problem> {
    admit(&app, Kind::Upload, peer)?;
    if let Some(blob) = app.store.remove(id).await? {
        app.blobs.remove(&blob).await?;
    } else if app.store.find(id).await?.is_some() {
        return Err(Problem::new(Code::Conflict));
    }
    Ok(StatusCode::NO_CONTENT)
}
