//! The state machine of a matter: which event may follow which.

use serde::{Deserialize, Serialize};

use super::Recorded;
use super::event::{Event, EventKind, HandlingPath};
use crate::day::Moment;
use crate::submission::Purpose;

/// Where a matter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 已登记
    Registered,
    /// 已转送
    Referred,
    /// 已交办
    Assigned,
    /// 异议退回: back at the office, to be referred anew.
    Returned,
    /// 已受理
    Accepted,
    /// 不予受理
    NotAccepted,
    /// 已答复
    Replied,
    /// 复查中
    UnderReview,
    /// 已复查
    Reviewed,
    /// 复核中
    UnderRereview,
    /// 已复核
    Rereviewed,
    /// 不再受理
    NotAcceptedAgain,
    /// 已撤回
    Withdrawn,
    /// 已办结
    Closed,
}

impl Stage {
    /// Its name on the wire.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Referred => "referred",
            Self::Assigned => "assigned",
            Self::Returned => "returned",
            Self::Accepted => "accepted",
            Self::NotAccepted => "not_accepted",
            Self::Replied => "replied",
            Self::UnderReview => "under_review",
            Self::Reviewed => "reviewed",
            Self::UnderRereview => "under_rereview",
            Self::Rereviewed => "rereviewed",
            Self::NotAcceptedAgain => "not_accepted_again",
            Self::Withdrawn => "withdrawn",
            Self::Closed => "closed",
        }
    }

    /// Nothing follows any more.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::NotAccepted | Self::NotAcceptedAgain | Self::Withdrawn | Self::Closed)
    }
}

/// Why an event cannot be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Not a step that can follow.
    Step {
        /// Where the matter stands.
        stage: Option<Stage>,
        /// What may follow.
        allowed: Vec<EventKind>,
    },
    /// Earlier than the last event.
    TimeGoesBack,
    /// An extension of no days or of more than thirty, or without a reason told (Art. 34).
    Extension,
    /// A path that this purpose does not have.
    Path,
    /// A text that must not be empty is.
    Blank,
}

/// A matter's life up to now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Life {
    purpose: Purpose,
    stage: Option<Stage>,
    path: Option<HandlingPath>,
    is_extended: bool,
    last: Option<Moment>,
    events: Vec<Recorded>,
}

/// The longest extension, in days (Art. 34).
pub const MAX_EXTENSION_DAYS: u8 = 30;

impl Life {
    /// A matter of `purpose` to which nothing has happened yet.
    pub const fn new(purpose: Purpose) -> Self {
        Self {
            purpose,
            stage: None,
            path: None,
            is_extended: false,
            last: None,
            events: Vec::new(),
        }
    }

    /// A matter with its events in order.
    pub fn replay(
        purpose: Purpose,
        events: impl IntoIterator<Item = Recorded>,
    ) -> Result<Self, Refused> {
        let mut life = Self::new(purpose);
        for event in events {
            life.record(event)?;
        }
        Ok(life)
    }

    /// Its purpose.
    pub const fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// Where it stands; `None` before it is registered.
    pub const fn stage(&self) -> Option<Stage> {
        self.stage
    }

    /// The path told with the acceptance.
    pub const fn path(&self) -> Option<HandlingPath> {
        self.path
    }

    /// All events, oldest first.
    pub fn events(&self) -> &[Recorded] {
        &self.events
    }

    /// When an event of `kind` last happened.
    pub fn last_of(&self, kind: EventKind) -> Option<Moment> {
        self.events
            .iter()
            .rev()
            .find(|recorded| recorded.event.kind() == kind)
            .map(|recorded| recorded.at)
    }

    /// Days by which the time limit was extended.
    pub fn extension_days(&self) -> u32 {
        let added = |recorded: &Recorded| match recorded.event {
            Event::Extended { days, .. } => Some(u32::from(days)),
            _ => None,
        };
        self.events.iter().find_map(added).unwrap_or(0)
    }

    /// What may happen next.
    pub fn allowed(&self) -> Vec<EventKind> {
        use EventKind as K;
        let is_claim = self.purpose == Purpose::Claim;
        let is_petition = self.path == Some(HandlingPath::Petition);
        let mut allowed = match self.stage {
            None => return vec![K::Registered],
            Some(Stage::Registered | Stage::Returned) => match self.purpose {
                Purpose::Suggestion => vec![K::Referred, K::Assigned, K::Replied],
                Purpose::Claim | Purpose::Accusation => {
                    vec![K::Referred, K::Assigned, K::Accepted, K::NotAccepted]
                }
            },
            Some(Stage::Referred | Stage::Assigned) => match self.purpose {
                Purpose::Suggestion => vec![K::Returned, K::Replied],
                Purpose::Claim | Purpose::Accusation => {
                    vec![K::Returned, K::Accepted, K::NotAccepted]
                }
            },
            Some(Stage::Accepted) if is_petition && !self.is_extended => {
                vec![K::Extended, K::Replied]
            }
            Some(Stage::Accepted) => vec![K::Replied],
            Some(Stage::Replied) if is_claim && is_petition => vec![K::ReviewRequested, K::Closed],
            Some(Stage::Replied) => vec![K::Closed],
            Some(Stage::UnderReview) => vec![K::Reviewed],
            Some(Stage::Reviewed) => vec![K::RereviewRequested, K::Closed],
            Some(Stage::UnderRereview) => vec![K::Rereviewed],
            Some(Stage::Rereviewed) => vec![K::Closed, K::NotAcceptedAgain],
            Some(
                Stage::NotAccepted | Stage::NotAcceptedAgain | Stage::Withdrawn | Stage::Closed,
            ) => {
                return Vec::new();
            }
        };
        if !matches!(self.stage, Some(Stage::Rereviewed)) {
            allowed.push(K::Withdrawn);
        }
        allowed
    }

    /// Adds an event, or says why it cannot be.
    pub fn record(&mut self, recorded: Recorded) -> Result<Stage, Refused> {
        let kind = recorded.event.kind();
        let allowed = self.allowed();
        if !allowed.contains(&kind) {
            return Err(Refused::Step { stage: self.stage, allowed });
        }
        if self.last.is_some_and(|last| recorded.at < last) {
            return Err(Refused::TimeGoesBack);
        }
        self.check(&recorded.event)?;
        let stage = match &recorded.event {
            Event::Registered { .. } => Stage::Registered,
            Event::Referred { .. } => Stage::Referred,
            Event::Assigned { .. } => Stage::Assigned,
            Event::Returned { .. } => Stage::Returned,
            Event::Accepted { path, .. } => {
                self.path = Some(*path);
                Stage::Accepted
            }
            Event::NotAccepted { .. } => Stage::NotAccepted,
            Event::Extended { .. } => {
                self.is_extended = true;
                Stage::Accepted
            }
            Event::Replied { .. } => Stage::Replied,
            Event::ReviewRequested => Stage::UnderReview,
            Event::Reviewed { .. } => Stage::Reviewed,
            Event::RereviewRequested => Stage::UnderRereview,
            Event::Rereviewed { .. } => Stage::Rereviewed,
            Event::NotAcceptedAgain => Stage::NotAcceptedAgain,
            Event::Withdrawn => Stage::Withdrawn,
            Event::Closed => Stage::Closed,
        };
        self.stage = Some(stage);
        self.last = Some(recorded.at);
        self.events.push(recorded);
        Ok(stage)
    }

    fn check(&self, event: &Event) -> Result<(), Refused> {
        let named = |text: &str| if text.trim().is_empty() { Err(Refused::Blank) } else { Ok(()) };
        match event {
            Event::Registered { office } => named(office),
            Event::Referred { organ } | Event::Assigned { organ } => named(organ),
            Event::Returned { reason } => named(reason),
            Event::Accepted { organ, path } => {
                let fits = (*path == HandlingPath::OwnRules) != (self.purpose == Purpose::Claim);
                named(organ).and(if fits { Ok(()) } else { Err(Refused::Path) })
            }
            Event::Extended { days, reason } => {
                let fits = (1..=MAX_EXTENSION_DAYS).contains(days) && !reason.trim().is_empty();
                if fits { Ok(()) } else { Err(Refused::Extension) }
            }
            _ => Ok(()),
        }
    }
}
