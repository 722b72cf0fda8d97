//! What can happen to a matter.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

/// One thing that happened. Organs are named in words; nothing here is about a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// 登记 (Arts. 21, 22).
    Registered {
        /// The office that registered it.
        office: String,
    },
    /// 转送 to the organ with the power to handle it (Art. 22).
    Referred {
        /// That organ.
        organ: String,
    },
    /// 交办 with a day for the feedback (Art. 22).
    Assigned {
        /// That organ.
        organ: String,
    },
    /// 异议退回: the organ says within five working days that it is not the right one (Art. 23(3)).
    Returned {
        /// Its reason.
        reason: String,
    },
    /// 受理告知: the organ tells that it has the matter and by which path it goes (Art. 23).
    Accepted {
        /// The organ that handles it.
        organ: String,
        /// The path of Art. 31, or the organ's own rules.
        path: HandlingPath,
    },
    /// 不予受理告知.
    NotAccepted {
        /// Why.
        reason: RefusalReason,
    },
    /// 延长办理期限, once, at most 30 days, with the reason told (Art. 34).
    Extended {
        /// Days added, 1 to 30.
        days: u8,
        /// The reason told to the petitioner.
        reason: String,
    },
    /// 处理意见, or for suggestions and accusations the answer.
    Replied {
        /// What it says.
        outcome: ReplyOutcome,
    },
    /// 申请复查, within 30 days of the reply (Art. 35).
    ReviewRequested,
    /// 复查意见.
    Reviewed {
        /// What it says.
        outcome: ReplyOutcome,
    },
    /// 申请复核, within 30 days of the review opinion (Art. 36).
    RereviewRequested,
    /// 复核意见.
    Rereviewed {
        /// What it says.
        outcome: ReplyOutcome,
    },
    /// 不再受理告知: the same facts and reasons after the re-review (Art. 36(3)).
    NotAcceptedAgain,
    /// 撤回 by the petitioner.
    Withdrawn,
    /// 办结.
    Closed,
}

/// The kind of an event, as the command line and error messages name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// See [`Event::Registered`].
    Registered,
    /// See [`Event::Referred`].
    Referred,
    /// See [`Event::Assigned`].
    Assigned,
    /// See [`Event::Returned`].
    Returned,
    /// See [`Event::Accepted`].
    Accepted,
    /// See [`Event::NotAccepted`].
    NotAccepted,
    /// See [`Event::Extended`].
    Extended,
    /// See [`Event::Replied`].
    Replied,
    /// See [`Event::ReviewRequested`].
    ReviewRequested,
    /// See [`Event::Reviewed`].
    Reviewed,
    /// See [`Event::RereviewRequested`].
    RereviewRequested,
    /// See [`Event::Rereviewed`].
    Rereviewed,
    /// See [`Event::NotAcceptedAgain`].
    NotAcceptedAgain,
    /// See [`Event::Withdrawn`].
    Withdrawn,
    /// See [`Event::Closed`].
    Closed,
}

impl EventKind {
    /// All kinds.
    pub const ALL: [Self; 15] = [
        Self::Registered,
        Self::Referred,
        Self::Assigned,
        Self::Returned,
        Self::Accepted,
        Self::NotAccepted,
        Self::Extended,
        Self::Replied,
        Self::ReviewRequested,
        Self::Reviewed,
        Self::RereviewRequested,
        Self::Rereviewed,
        Self::NotAcceptedAgain,
        Self::Withdrawn,
        Self::Closed,
    ];

    /// The word of the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Registered => "register",
            Self::Referred => "refer",
            Self::Assigned => "assign",
            Self::Returned => "return",
            Self::Accepted => "accept",
            Self::NotAccepted => "not-accept",
            Self::Extended => "extend",
            Self::Replied => "reply",
            Self::ReviewRequested => "request-review",
            Self::Reviewed => "review",
            Self::RereviewRequested => "request-rereview",
            Self::Rereviewed => "rereview",
            Self::NotAcceptedAgain => "not-accept-again",
            Self::Withdrawn => "withdraw",
            Self::Closed => "close",
        }
    }
}

impl fmt::Display for EventKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for EventKind {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|kind| kind.word() == text).ok_or(())
    }
}

impl Event {
    /// Its kind.
    pub const fn kind(&self) -> EventKind {
        match self {
            Self::Registered { .. } => EventKind::Registered,
            Self::Referred { .. } => EventKind::Referred,
            Self::Assigned { .. } => EventKind::Assigned,
            Self::Returned { .. } => EventKind::Returned,
            Self::Accepted { .. } => EventKind::Accepted,
            Self::NotAccepted { .. } => EventKind::NotAccepted,
            Self::Extended { .. } => EventKind::Extended,
            Self::Replied { .. } => EventKind::Replied,
            Self::ReviewRequested => EventKind::ReviewRequested,
            Self::Reviewed { .. } => EventKind::Reviewed,
            Self::RereviewRequested => EventKind::RereviewRequested,
            Self::Rereviewed { .. } => EventKind::Rereviewed,
            Self::NotAcceptedAgain => EventKind::NotAcceptedAgain,
            Self::Withdrawn => EventKind::Withdrawn,
            Self::Closed => EventKind::Closed,
        }
    }
}

/// The path a matter takes at the organ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum HandlingPath {
    /// Art. 31(6): the petition procedure, with its 60 days, review and re-review.
    Petition,
    /// Art. 31(1): procedure of courts, procuratorates, police.
    Judicial,
    /// Art. 31(2): arbitration.
    Arbitration,
    /// Art. 31(3): appeal of a Party member.
    PartyAppeal,
    /// Art. 31(4): reconsideration, ruling, licence, penalty and other administrative procedures.
    Administrative,
    /// Art. 31(5): an organ's duty to investigate or protect.
    Duty,
    /// Arts. 29 and 30: suggestions and accusations, by the organ's own rules.
    OwnRules,
}

/// Why a matter is not accepted: the closed list (domain.md §1.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RefusalReason {
    /// Not this organ's duty.
    NotThisOrgan,
    /// The same matter is accepted or in handling already (Art. 19(3)).
    AlreadyInHandling,
    /// A visit past the proper and the next level (Art. 20(1)).
    VisitPastLevel,
    /// It belongs to a procedure of court or procuratorate.
    JudicialProcedure,
    /// Re-reviewed already, same facts and reasons (Art. 36(3)).
    AlreadyRereviewed,
    /// The judicial matter was lawfully terminated.
    JudiciallyTerminated,
}

/// What a reply says (Art. 32).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReplyOutcome {
    /// The request is supported.
    Supported,
    /// Reasonable but without a legal basis: explained.
    Explained,
    /// Not supported.
    NotSupported,
    /// A suggestion is taken up.
    Adopted,
    /// An answer without such a finding.
    Answered,
}
