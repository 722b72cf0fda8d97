//! What goes on beside the requests: forgetting what need not be kept.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use petition_domain::Moment;

use crate::api::DRAFT_SECONDS;
use crate::app::App;
use crate::blobs::BlobError;
use crate::storage::StoreError;

/// An upload without a submission is kept as long as a draft.
const WAITING_UPLOAD_SECONDS: i64 = DRAFT_SECONDS;
/// A stored answer is kept longer than any queue of a kiosk (72 h).
const ANSWER_SECONDS: i64 = 7 * 24 * 3600;
/// How often.
const EVERY: Duration = Duration::from_mins(10);

/// Why clearing up stopped; the next round tries again.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The blobs.
    #[error(transparent)]
    Blobs(#[from] BlobError),
}

/// Clears up again and again.
pub async fn run(app: Arc<App>) {
    loop {
        if let Err(err) = clear_up(&app).await {
            tracing::warn!(error = %err, "clearing up failed");
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Clears up once.
pub async fn clear_up(app: &App) -> Result<(), JobError> {
    let ago = |seconds| Moment(app.clock.now().0 - seconds);
    // The row goes first: a row without its file would be an upload that cannot be read.
    for blob in app.store.remove_waiting(ago(WAITING_UPLOAD_SECONDS)).await? {
        app.blobs.remove(&blob).await?;
    }
    // A file without a row is what a crash leaves between the two. Its age keeps those safe that
    // are on their way in.
    let old = app.blobs.older_than(ago(WAITING_UPLOAD_SECONDS)).await?;
    if !old.is_empty() {
        let known: HashSet<String> = app.store.blobs().await?.into_iter().collect();
        for blob in old.iter().filter(|blob| !known.contains(*blob)) {
            app.blobs.remove(blob).await?;
        }
    }
    app.store.forget_old(ago(DRAFT_SECONDS)).await?;
    app.store.forget_answers(ago(ANSWER_SECONDS)).await?;
    app.limits.forget_quiet();
    Ok(())
}
