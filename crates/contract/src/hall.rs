//! What the front end must know about its hall.

use petition_domain::Day;
use petition_domain::idle::IdleLimits;
use petition_domain::submission::Rules;
use serde::{Deserialize, Serialize};

/// The hall as configured (`hall.toml`), with the day on the server's clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[expect(
    clippy::struct_excessive_bools,
    reason = "settings that have nothing to do with each other"
)]
pub struct HallView {
    /// Name of the hall.
    pub name: String,
    /// The office (信访部门) that runs it.
    pub office: String,
    /// Telephone of the hall.
    pub phone: String,
    /// Opening hours, in words.
    pub hours: String,
    /// Address.
    pub address: String,
    /// Label of this machine, `3 号机`.
    pub kiosk: String,
    /// `https://host` that phones reach; the QR begins with it.
    pub public_url: String,
    /// Whether the QR is written in lower case.
    pub qr_lower_case: bool,
    /// Languages offered, BCP 47, the first one is the default.
    pub languages: Vec<String>,
    /// When to ask and when to wipe.
    pub idle: IdleLimits,
    /// What submissions must obey.
    pub rules: Rules,
    /// Content categories in the order to show.
    pub categories: Vec<Category>,
    /// Who processes the data.
    pub privacy: PrivacyNotice,
    /// Whether receipts go to the printer by themselves.
    pub prints: bool,
    /// Whether the page brings a keyboard of its own.
    pub keyboard: bool,
    /// The days of the law that the guide names, from the clock table.
    pub guide: GuideFacts,
    /// The day on the server's clock.
    pub today: Day,
    /// Whether this is a demonstration with invented data.
    pub demo: bool,
}

/// A content category (内容分类).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Stable code.
    pub code: String,
    /// Name in Chinese.
    pub zh: String,
    /// Name in English.
    pub en: String,
    /// What belongs to it, in plain words, Chinese.
    pub zh_examples: String,
    /// What belongs to it, in plain words, English.
    pub en_examples: String,
}

/// What PIPL Arts. 17 and 35 ask to be told before anything is collected, as the hall fills it in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PrivacyNotice {
    /// Who processes the data.
    pub handler: String,
    /// How to reach them.
    pub contact: String,
    /// How many years the matter is kept.
    pub retention_years: u32,
}

/// Numbers that the guide names; the words are the front end's, the numbers the clock table's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct GuideFacts {
    /// Until a matter is referred (Art. 22).
    pub refer: u32,
    /// Until the organ tells how it goes on (Art. 23).
    pub notify: u32,
    /// From acceptance to reply (Art. 34).
    pub reply: u32,
    /// Longest extension (Art. 34), `petition_domain::matter::MAX_EXTENSION_DAYS`.
    pub extension: u32,
    /// To ask for review or re-review (Arts. 35, 36).
    pub ask: u32,
    /// When the sources were last read: the oldest of the dates used.
    pub checked: Day,
}
