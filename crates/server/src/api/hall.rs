//! `GET /hall`

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use petition_contract::HallView;

use crate::app::App;

/// What the front end must know about its hall.
#[utoipa::path(
    get,
    path = "/api/v1/hall",
    operation_id = "hall",
    tag = "hall",
    responses((status = 200, description = "The hall", body = HallView))
)]
pub async fn hall(State(app): State<Arc<App>>) -> Json<HallView> {
    Json(app.hall_view())
}
