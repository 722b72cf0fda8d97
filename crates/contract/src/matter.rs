//! Submitting a matter and following it.

use petition_domain::attachment::FileKind;
use petition_domain::clocks::Clock;
use petition_domain::matter::{Recorded, Stage};
use petition_domain::receipt::MatterNumber;
use petition_domain::submission::{Purpose, Submission};
use petition_domain::{Day, Moment};
use serde::{Deserialize, Serialize};

/// `POST /matters`. The client minted number, secret and code; the server gets what recognises them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SubmitRequest {
    /// Public number.
    pub number: MatterNumber,
    /// `QrSecret::lookup`, 64 hexadecimal digits.
    #[cfg_attr(feature = "schema", schema(pattern = "^[0-9a-f]{64}$"))]
    pub lookup: String,
    /// `QueryCode::stretch`, 64 hexadecimal digits.
    #[cfg_attr(feature = "schema", schema(pattern = "^[0-9a-f]{64}$"))]
    pub stretched_code: String,
    /// Language the petitioner used, BCP 47; later messages keep it.
    #[cfg_attr(feature = "schema", schema(pattern = "^[A-Za-z0-9-]{2,20}$"))]
    pub language: String,
    /// The answers.
    pub submission: Submission,
}

/// What stands on the slip, apart from what only the client knows. A retry gets the same bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Receipt {
    /// Public number.
    pub number: MatterNumber,
    /// When it was registered, by the server's clock.
    pub registered_at: Moment,
    /// The office that registered it.
    pub office: String,
    /// Purpose; decides what the slip says comes next.
    pub purpose: Purpose,
    /// Category code.
    pub category: String,
    /// The clocks that the slip names: referral, and for claims the sixty days that begin only with
    /// an acceptance under Art. 31(6) (`from` is then not known: see `reply_days`).
    pub clocks: Vec<Clock>,
    /// Days of the reply clock once a claim is accepted under Art. 31(6); absent for other purposes.
    pub reply_days: Option<u32>,
    /// Days by which that may be extended once.
    pub extension_days: Option<u32>,
}

/// `POST /status/open`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OpenRequest {
    /// `QrSecret::lookup`, 64 hexadecimal digits; anything else is answered like an unknown one.
    pub lookup: String,
}

/// `POST /status/query`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct QueryRequest {
    /// Number as typed; anything malformed is answered like an unknown one.
    pub number: String,
    /// `QueryCode::stretch`, 64 hexadecimal digits.
    pub stretched_code: String,
}

/// What the holder of the QR sees. No name, no text, nothing of an accused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct MatterView {
    /// Public number.
    pub number: MatterNumber,
    /// Purpose.
    pub purpose: Purpose,
    /// Where it stands.
    pub stage: Stage,
    /// Everything that happened, oldest first.
    pub events: Vec<Recorded>,
    /// The clocks that run today.
    pub clocks: Vec<Clock>,
    /// Day on the server's clock.
    pub today: Day,
    /// Name of the office to ask.
    pub office: String,
    /// Telephone of the hall.
    pub phone: String,
    /// Language the petitioner used.
    pub language: String,
}

/// What number and query code open: stage and dates only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct StageView {
    /// Public number.
    pub number: MatterNumber,
    /// Where it stands.
    pub stage: Stage,
    /// Day of the last event.
    pub since: Day,
    /// Day it was registered.
    pub registered: Day,
    /// The clocks that run today.
    pub clocks: Vec<Clock>,
    /// Day on the server's clock.
    pub today: Day,
    /// Telephone of the hall.
    pub phone: String,
}

/// An upload that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct AttachmentView {
    /// Its id.
    pub id: String,
    /// What the content is.
    pub kind: FileKind,
    /// Its size.
    pub bytes: u64,
}

/// A draft sealed by the client, kept so that a reload loses nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DraftBlob {
    /// XChaCha20-Poly1305 nonce and ciphertext, in hexadecimal digits.
    #[cfg_attr(
        feature = "schema",
        schema(pattern = "^([0-9a-f]{2})+$", min_length = 80, max_length = 2_000_000)
    )]
    pub sealed: String,
}

/// `POST /calls`: where help is wanted, never about what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CallRequest {
    /// The page that is open, a fixed word.
    #[cfg_attr(feature = "schema", schema(pattern = "^[a-z_]{1,40}$"))]
    pub page: String,
    /// Language of the screen, BCP 47.
    #[cfg_attr(feature = "schema", schema(pattern = "^[A-Za-z0-9-]{2,20}$"))]
    pub language: String,
}

/// A call that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CallView {
    /// When it rang.
    pub at: Moment,
    /// Calls that still wait, this one among them.
    pub waiting: u32,
}
