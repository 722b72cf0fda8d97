//! The life of a matter (信访事项): one list of events; everything a person sees is derived from it.

mod event;
mod stage;

pub use event::{Event, EventKind, HandlingPath, RefusalReason, ReplyOutcome};
pub use stage::{Life, MAX_EXTENSION_DAYS, Refused, Stage};

use serde::{Deserialize, Serialize};

use crate::day::Moment;

/// An event with its time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Recorded {
    /// When it happened.
    pub at: Moment,
    /// What happened.
    pub event: Event,
}

#[cfg(test)]
mod tests;
