//! Who asks, and whether they may.

use std::convert::Infallible;
use std::future::ready;
use std::net::{IpAddr, Ipv4Addr};

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::problem::Problem;
use crate::app::App;
use crate::limits::Kind;

/// The address a request comes from; the connection loop puts it there.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

impl<S: Send + Sync> FromRequestParts<S> for Peer {
    type Rejection = Infallible;

    fn from_request_parts(
        parts: &mut Parts,
        _state: &S,
    ) -> impl Future<Output = Result<Self, Infallible>> {
        let unknown = Self(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        ready(Ok(parts.extensions.get().copied().unwrap_or(unknown)))
    }
}

/// Seconds until an address that tried too often may try again.
const RETRY_SECONDS: u32 = 10;

/// Refuses an address that tries too often.
pub fn admit(app: &App, kind: Kind, Peer(from): Peer) -> Result<(), Problem> {
    if app.limits.admits(kind, from) {
        return Ok(());
    }
    app.metrics.limited.add();
    tracing::warn!(?kind, "an address tries too often");
    Err(Problem::limited(RETRY_SECONDS))
}
