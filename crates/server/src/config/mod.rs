//! `hall.toml`: what one hall decides for itself. Every key stands with its meaning in
//! `crates/server/demo/hall.toml`; unknown keys and values that cannot be are refused at start with
//! their line. No secret belongs in it.

pub mod board;
pub mod check;
mod load;

use std::net::IpAddr;

use petition_contract::PrivacyNotice;
use petition_domain::attachment::AttachmentRules;
use petition_domain::idle::IdleLimits;
use serde::Deserialize;
use toml::Spanned;

pub use load::{ConfigError, KEYS, Shape, load, parse, variable_of};

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// `https://host` that phones reach.
    pub public_url: Spanned<String>,
    /// The hall itself.
    pub hall: Hall,
    /// Who processes the data.
    pub privacy: Privacy,
    /// The QR of the receipt.
    #[serde(default)]
    pub qr: Qr,
    /// When to ask and when to wipe.
    #[serde(default)]
    pub idle: Idle,
    /// What submissions must obey.
    #[serde(default)]
    pub rules: Rules,
    /// Limits of uploads.
    #[serde(default)]
    pub attachments: Attachments,
    /// How much of everything is taken.
    #[serde(default)]
    pub limits: Limits,
    /// The network around the server.
    #[serde(default)]
    pub network: Network,
    /// Who receives visitors, and when.
    #[serde(default)]
    pub reception: Vec<board::Reception>,
    /// The wireless network for visitors.
    pub wifi: Option<board::Wifi>,
    /// What the office is there for.
    pub duties: Option<board::Duties>,
    /// Topics on which suggestions are collected.
    #[serde(default)]
    pub topics: Vec<board::Topic>,
    /// Telephones of other organs.
    #[serde(default)]
    pub hotlines: board::Hotlines,
    /// The text of the file, to name lines of it later.
    #[serde(skip)]
    text: String,
}

/// The hall itself.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hall {
    /// Name of the hall.
    pub name: Spanned<String>,
    /// The office that runs it.
    pub office: Spanned<String>,
    /// Telephone.
    pub phone: Spanned<String>,
    /// Opening hours, in words.
    pub hours: Spanned<String>,
    /// Address.
    pub address: Spanned<String>,
    /// Label of this machine.
    pub kiosk: Spanned<String>,
    /// Languages offered, the first is the default.
    pub languages: Spanned<Vec<Spanned<String>>>,
    /// Whether receipts go to the printer by themselves.
    #[serde(default = "yes")]
    pub prints: bool,
    /// Whether the page brings a keyboard of its own; not where the machine has a real one.
    #[serde(default = "yes")]
    pub keyboard: bool,
    /// Whether the content folder holds recordings of the cards, `clips/LANGUAGE/CARD/1.mp3` and so
    /// on, a sentence each: for machines without a voice.
    #[serde(default)]
    pub recordings: bool,
}

/// Who processes the data (PIPL Arts. 17 and 35).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Privacy {
    /// Who.
    pub handler: Spanned<String>,
    /// How to reach them.
    pub contact: Spanned<String>,
    /// How many years a matter is kept.
    pub retention_years: Spanned<u32>,
}

/// The QR of the receipt.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Qr {
    /// Upper case packs tighter; some scanners want lower case.
    #[serde(default)]
    pub case: QrCase,
}

/// Letters of the QR.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QrCase {
    /// `HTTPS://HALL.EXAMPLE/Q#…`
    #[default]
    Upper,
    /// `https://hall.example/q#…`
    Lower,
}

/// When to ask and when to wipe; see [`IdleLimits`].
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Idle {
    /// Seconds without a touch until the question appears.
    pub ask_after_seconds: Option<Spanned<u32>>,
    /// The same in large mode.
    pub ask_after_seconds_large: Option<Spanned<u32>>,
    /// Seconds the question stays.
    pub countdown_seconds: Option<Spanned<u32>>,
}

/// What submissions must obey.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rules {
    /// Whether the number of an identity document is asked for.
    pub id_number_required: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self { id_number_required: true }
    }
}

/// Limits of uploads; see [`AttachmentRules`].
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachments {
    /// Most files of one matter.
    pub max_count: Option<Spanned<usize>>,
    /// Most bytes of one file.
    pub max_bytes: Option<Spanned<usize>>,
    /// Most bytes of all files of one matter.
    pub max_total_bytes: Option<Spanned<usize>>,
}

/// How much of everything is taken. Rates are per minute and address; a whole hall sits behind
/// one. A rate of 0 means no limit.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Submissions.
    pub submissions_per_minute: u32,
    /// Uploads.
    pub uploads_per_minute: u32,
    /// Saved drafts.
    pub drafts_per_minute: u32,
    /// Statuses opened by QR.
    pub opens_per_minute: u32,
    /// Tries of number and code.
    pub queries_per_minute: u32,
    /// Calls for help.
    pub calls_per_minute: u32,
    /// Wrong codes for one number before it is locked.
    pub wrong_codes: u32,
    /// Minutes such a lock lasts.
    pub lock_minutes: u32,
    /// Most bytes of uploads that wait for their submission.
    pub waiting_upload_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            submissions_per_minute: 120,
            uploads_per_minute: 600,
            drafts_per_minute: 1200,
            opens_per_minute: 600,
            queries_per_minute: 120,
            calls_per_minute: 60,
            wrong_codes: 5,
            lock_minutes: 15,
            waiting_upload_bytes: 5_000_000_000,
        }
    }
}

/// The network around the server.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Network {
    /// Addresses whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
}

impl Config {
    /// The line of a value of the file.
    pub fn line_of<T>(&self, at: &Spanned<T>) -> usize {
        load::line_of(&self.text, at.span().start)
    }

    /// The limits of uploads, defaults filled in.
    pub fn attachment_rules(&self) -> AttachmentRules {
        let default = AttachmentRules::default();
        let or =
            |key: &Option<Spanned<usize>>, default| key.as_ref().map_or(default, |k| *k.get_ref());
        AttachmentRules {
            max_count: or(&self.attachments.max_count, default.max_count),
            max_bytes: or(&self.attachments.max_bytes, default.max_bytes),
            max_total_bytes: or(&self.attachments.max_total_bytes, default.max_total_bytes),
        }
    }

    /// The idle limits, defaults filled in.
    pub fn idle_limits(&self) -> IdleLimits {
        let default = IdleLimits::default();
        let or =
            |key: &Option<Spanned<u32>>, default| key.as_ref().map_or(default, |k| *k.get_ref());
        IdleLimits {
            ask_after_seconds: or(&self.idle.ask_after_seconds, default.ask_after_seconds),
            ask_after_seconds_large: or(
                &self.idle.ask_after_seconds_large,
                default.ask_after_seconds_large,
            ),
            countdown_seconds: or(&self.idle.countdown_seconds, default.countdown_seconds),
        }
    }

    /// The privacy notice.
    pub fn privacy_notice(&self) -> PrivacyNotice {
        PrivacyNotice {
            handler: self.privacy.handler.get_ref().clone(),
            contact: self.privacy.contact.get_ref().clone(),
            retention_years: *self.privacy.retention_years.get_ref(),
        }
    }
}

const fn yes() -> bool {
    true
}
