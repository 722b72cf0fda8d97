//! The hall and its place names.

use gloo_net::http::Request;
use petition_contract::{HallView, paths};
use petition_domain::division::Divisions;

use super::{ClientError, read};

/// What the front end must know about its hall.
pub async fn get_hall() -> Result<HallView, ClientError> {
    read(Request::get(paths::HALL).send().await).await
}

/// The table of divisions; some 30 kB, fetched when the first place is asked for.
pub async fn get_divisions() -> Result<Divisions, ClientError> {
    read(Request::get("/content/divisions.json").send().await).await
}
