//! Submitting a matter and asking for its stage.

use petition_contract::{QueryRequest, Receipt, StageView, SubmitRequest, paths};

use super::{ClientError, post};

/// Submits; the same `intent` always brings the same receipt.
pub async fn submit(intent: &str, request: &SubmitRequest) -> Result<Receipt, ClientError> {
    post(paths::MATTERS, request, &[(paths::IDEMPOTENCY_KEY, intent)]).await
}

/// Stage and dates by number and stretched code.
pub async fn query_stage(request: &QueryRequest) -> Result<StageView, ClientError> {
    post(paths::STATUS_QUERY, request, &[]).await
}
