//! The clocks of a matter: what must happen by which day, counted from its events.
//!
//! Durations and law references are data (`public/content/clocks.toml`); which clock runs when is here.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::matter::{EventKind, HandlingPath, Life, Stage};
use crate::submission::Purpose;
use crate::working_days::HolidayTable;

/// A clock of the Regulations on Petition Work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClockKind {
    /// The office registers and refers (Art. 22).
    Refer,
    /// The organ tells that it has it and how it goes on (Art. 23).
    Notify,
    /// The organ tells whether it takes up a named accusation, by the rules of discipline inspection.
    NotifyAccusation,
    /// The organ concludes (Art. 34); Art. 31(6) matters only.
    Reply,
    /// The petitioner may ask for review (Art. 35).
    AskReview,
    /// The review opinion (Art. 35).
    Review,
    /// The petitioner may ask for re-review (Art. 36).
    AskRereview,
    /// The re-review opinion (Art. 36).
    Rereview,
}

/// How a limit is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// Calendar days; a last day off moves on.
    Calendar,
    /// Working days.
    Working,
}

/// One limit, with where it stands in the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Which clock.
    pub clock: ClockKind,
    /// How many days.
    pub days: u32,
    /// Which days.
    pub counting: Counting,
    /// Law and article.
    pub law: String,
    /// When the source was last read.
    pub checked: Day,
    /// Whether the text of the law itself was read.
    pub verified: bool,
}

/// All limits and the holidays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockTable {
    /// The limits.
    pub limits: Vec<Limit>,
    /// The holidays.
    pub holidays: HolidayTable,
}

/// Every kind that a table must have.
pub const CLOCKS: [ClockKind; 8] = [
    ClockKind::Refer,
    ClockKind::Notify,
    ClockKind::NotifyAccusation,
    ClockKind::Reply,
    ClockKind::AskReview,
    ClockKind::Review,
    ClockKind::AskRereview,
    ClockKind::Rereview,
];

/// A clock that runs, or may run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Clock {
    /// Which.
    pub kind: ClockKind,
    /// The day it is counted from.
    pub from: Day,
    /// The last day.
    pub due: Day,
    /// Days left until then; negative when past.
    pub days_left: i64,
    /// Days of the limit, extension included.
    pub days: u32,
    /// Law and article.
    pub law: String,
    /// Whether law text and holiday table were checked for it.
    pub verified: bool,
}

impl ClockTable {
    /// Kinds that the table lacks.
    pub fn missing(&self) -> Vec<ClockKind> {
        CLOCKS.into_iter().filter(|kind| self.limit(*kind).is_none()).collect()
    }

    /// The limit of `kind`.
    pub fn limit(&self, kind: ClockKind) -> Option<&Limit> {
        self.limits.iter().find(|limit| limit.clock == kind)
    }

    /// The clocks that run for `life` on `today`; none where the law has no number of days.
    pub fn running(&self, life: &Life, today: Day) -> Vec<Clock> {
        let start = |kind| life.last_of(kind).map(crate::day::Moment::day);
        let is_petition = life.path() == Some(HandlingPath::Petition);
        let (kind, from) = match life.stage() {
            Some(Stage::Registered | Stage::Returned) => {
                (ClockKind::Refer, start(EventKind::Registered))
            }
            Some(Stage::Referred | Stage::Assigned) => {
                let from = start(EventKind::Referred).max(start(EventKind::Assigned));
                match life.purpose() {
                    Purpose::Claim => (ClockKind::Notify, from),
                    Purpose::Accusation => (ClockKind::NotifyAccusation, from),
                    Purpose::Suggestion => return Vec::new(),
                }
            }
            Some(Stage::Accepted) if is_petition => (ClockKind::Reply, start(EventKind::Accepted)),
            Some(Stage::Replied) if is_petition => {
                (ClockKind::AskReview, start(EventKind::Replied))
            }
            Some(Stage::UnderReview) => (ClockKind::Review, start(EventKind::ReviewRequested)),
            Some(Stage::Reviewed) => (ClockKind::AskRereview, start(EventKind::Reviewed)),
            Some(Stage::UnderRereview) => {
                (ClockKind::Rereview, start(EventKind::RereviewRequested))
            }
            _ => return Vec::new(),
        };
        let added = if kind == ClockKind::Reply { life.extension_days() } else { 0 };
        from.and_then(|from| self.clock(kind, from, added, today)).into_iter().collect()
    }

    /// The clock of `kind` from `from`, with `added` days of extension.
    pub fn clock(&self, kind: ClockKind, from: Day, added: u32, today: Day) -> Option<Clock> {
        let limit = self.limit(kind)?;
        let days = limit.days + added;
        let due = match limit.counting {
            Counting::Calendar => self.holidays.add_calendar(from, days),
            Counting::Working => self.holidays.add_working(from, days),
        };
        Some(Clock {
            kind,
            from,
            due,
            days_left: due.days_since(today),
            days,
            law: limit.law.clone(),
            verified: limit.verified && self.holidays.covers(from, due),
        })
    }
}
