//! The bell.

use petition_contract::{CallRequest, CallView, paths};

use super::{ClientError, post};

/// Rings for staff.
pub async fn call_staff(request: &CallRequest) -> Result<CallView, ClientError> {
    post(paths::CALLS, request, &[]).await
}
