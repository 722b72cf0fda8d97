//! The hall's board (公示公开): what one hall decides for itself, in one language.

use petition_domain::Day;
use petition_domain::working_days::HolidayTable;
use serde::{Deserialize, Serialize};

/// What hangs on the wall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    /// Who receives visitors when: single days first, then what returns every week. Days that are
    /// over are not there.
    pub reception: Vec<Reception>,
    /// The wireless network for visitors.
    pub wifi: Option<Wifi>,
    /// What the office is there for.
    pub duties: Vec<String>,
    /// Topics on which suggestions are being collected today.
    pub topics: Vec<Topic>,
    /// Telephones that the hall has configured.
    pub hotlines: Vec<Hotline>,
    /// Whether the hall has recordings of its cards, for machines without a voice.
    pub has_recordings: bool,
    /// Days off, by which a page counts to a last day as the server does.
    pub holidays: HolidayTable,
}

/// Who receives visitors, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reception {
    /// The day.
    pub when: When,
    /// `09:00`
    pub from: String,
    /// `11:30`
    pub to: String,
    /// Whom one meets.
    pub who: Host,
    /// Name or post.
    pub name: String,
    /// Room.
    pub room: String,
}

/// The day of a reception.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum When {
    /// Once.
    On(Day),
    /// Every week.
    Every(Weekday),
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "they say themselves what they are")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// Whom one meets at a reception.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Host {
    /// A leader of the authority (领导接访).
    Leader,
    /// A lawyer.
    Lawyer,
    /// A counsellor for body and mind (心理咨询).
    Counsellor,
}

/// A wireless network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wifi {
    /// Its name.
    pub name: String,
    /// Its password; none where it is open.
    pub password: Option<String>,
}

/// A topic on which suggestions are being collected (人民建议征集).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// What it is about.
    pub title: String,
    /// What is asked.
    pub text: String,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
}

/// A telephone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hotline {
    /// Its key in `hall.toml`.
    pub key: String,
    /// Who answers it.
    pub organs: Vec<String>,
    /// The number.
    pub phone: String,
}
