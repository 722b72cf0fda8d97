//! What a petitioner submits: the answers, as typed, and the one set of rules for them.

mod asks;
mod fields;
mod validate;

use serde::{Deserialize, Serialize};

pub use asks::{Need, need};
pub use fields::tidy;
pub use validate::validate;

use crate::attachment::AttachmentRules;
use crate::day::Day;
use crate::identity::IdDocument;

/// Most representatives (代表人) of a joint matter, Art. 20(3).
pub const MAX_REPRESENTATIVES: usize = 5;
/// Most people a joint matter may be said to concern.
pub const MAX_PEOPLE_CONCERNED: u32 = 1_000_000;

/// Who submits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// One person in their own matter.
    Individual,
    /// An organisation.
    Organisation,
    /// An agent (代理人) with written authorisation.
    Agent,
    /// The guardian (监护人) of a minor or of a person without capacity.
    Guardian,
    /// Several people with one to five elected representatives (代表人).
    Group,
}

/// Purpose (信访目的): it decides path and clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// 申诉求决: a right was harmed, a remedy is asked for (Art. 31).
    Claim,
    /// 建议意见: a proposal (Art. 29).
    Suggestion,
    /// 检举控告: an accusation of a person or unit (Art. 30).
    Accusation,
}

/// A statutory procedure already under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Proceedings {
    /// None known.
    None,
    /// A suit in court.
    Suit,
    /// Arbitration.
    Arbitration,
    /// Administrative reconsideration (行政复议).
    Reconsideration,
}

/// What an agent acts on, after the rules on agents (written authorisation and proof of relation).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Authority {
    /// Close relative with a written authorisation.
    Relative,
    /// Lawyer or basic-level legal worker with a written authorisation.
    LegalWorker,
    /// Recommended by committee, employer or organisation, with a written authorisation.
    Recommended,
    /// Parent of the minor.
    Parent,
    /// Other guardian by law or appointment.
    OtherGuardian,
}

/// A place: county-level division and what comes after it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Six-digit code of the county-level division.
    #[serde(default)]
    pub division: String,
    /// Street, village, house number.
    #[serde(default)]
    pub detail: String,
}

/// A person of the matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Name as on the document.
    #[serde(default)]
    pub name: String,
    /// Identity document.
    #[serde(default)]
    pub id: IdDocument,
    /// Mobile number, eleven digits; always optional.
    #[serde(default)]
    pub mobile: String,
    /// Where notices reach the person.
    #[serde(default)]
    pub address: Place,
}

/// The organisation that submits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Full name.
    #[serde(default)]
    pub name: String,
    /// Unified social credit code; a doubtful one is only warned about.
    #[serde(default)]
    pub code: String,
}

/// Whom the matter is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct About {
    /// Organ or unit.
    #[serde(default)]
    pub unit: String,
    /// Accused person; accusations only.
    #[serde(default)]
    pub accused_name: String,
    /// Post of the accused.
    #[serde(default)]
    pub accused_post: String,
    /// What the accused did, in a few words.
    #[serde(default)]
    pub accused_acts: String,
}

/// Facts, reasons, request (事实、理由、请求, Art. 19(1)).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// What happened: when, where, who; what was done so far.
    #[serde(default)]
    pub facts: String,
    /// Why it is wrong, or why the proposal is good.
    #[serde(default)]
    pub reasons: String,
    /// What is asked for.
    #[serde(default)]
    pub request: String,
}

/// Whether the matter was raised before (Art. 19(3)).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Earlier {
    /// Yes or no; `null` while unanswered.
    #[serde(default)]
    pub raised: Option<bool>,
    /// Number of the earlier matter.
    #[serde(default)]
    pub number: String,
    /// Organ it was raised with.
    #[serde(default)]
    pub organ: String,
    /// When, in the petitioner's words.
    #[serde(default)]
    pub when: String,
}

/// An upload that belongs to the matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AttachmentRef {
    /// Id under which it was uploaded.
    #[cfg_attr(feature = "schema", schema(pattern = "^[0-9a-f]{32}$"))]
    pub id: String,
    /// Name to show; never used as a path.
    pub name: String,
}

/// A signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Signature {
    /// Strokes drawn by finger on a board of 1000 × 400 units: each a list of x, y.
    Drawn {
        /// The strokes.
        strokes: Vec<Vec<[u16; 2]>>,
    },
    /// The petitioner cannot draw and confirms in words.
    Confirmed,
}

/// Width of the signature board, in its own units.
pub const SIGNATURE_WIDTH: u16 = 1000;
/// Height of the signature board, in its own units.
pub const SIGNATURE_HEIGHT: u16 = 400;

/// What the guide or the channel check had shown before this was written. Guidance only: the organ
/// decides; it is kept so that the office sees what the petitioner was told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// Id of the explainer it began from; empty when it began elsewhere.
    #[serde(default)]
    pub card: String,
    /// Id of the organ that usually handles it; empty when none was named.
    #[serde(default)]
    pub organ: String,
    /// Ids of the ways that were shown, best first.
    #[serde(default)]
    pub ways: Vec<String>,
    /// Id of the way that was chosen: to submit a matter is the way `petition`.
    #[serde(default)]
    pub chosen: String,
    /// The item of Art. 31 under which the matter may fall, 1 to 6; 0 when unknown.
    #[serde(default)]
    pub item: u8,
    /// Last day of the most pressing limit, counted from the day the petitioner named.
    #[serde(default)]
    pub last_day: Option<Day>,
}

/// Most ways that are ever shown.
pub const MAX_ADVISED_WAYS: usize = 12;

impl Advice {
    /// Whether it is what the guide writes: short ids and nothing else.
    pub fn is_sound(&self) -> bool {
        let is_id = |id: &str| {
            id.len() <= 60
                && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        self.ways.len() <= MAX_ADVISED_WAYS
            && self.item <= 6
            && [&self.card, &self.organ, &self.chosen]
                .into_iter()
                .chain(&self.ways)
                .all(|id| is_id(id))
    }
}

/// Everything a petitioner says. Drafts hold it half filled; [`validate`] says what is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Submission {
    /// Who submits.
    #[serde(default)]
    pub who: Option<Who>,
    /// The organisation, where `who` says so.
    #[serde(default)]
    pub organisation: Organisation,
    /// The people, in the order [`need`] describes.
    #[serde(default)]
    pub people: Vec<Person>,
    /// How many people a joint matter concerns.
    #[serde(default)]
    pub people_concerned: Option<u32>,
    /// What an agent or guardian acts on.
    #[serde(default)]
    pub authority: Option<Authority>,
    /// Purpose.
    #[serde(default)]
    pub purpose: Option<Purpose>,
    /// Code of the content category.
    #[serde(default)]
    pub category: String,
    /// Where it happened.
    #[serde(default)]
    pub place: Place,
    /// Whom it is about.
    #[serde(default)]
    pub about: About,
    /// Facts, reasons, request.
    #[serde(default)]
    pub statement: Statement,
    /// Whether it was raised before.
    #[serde(default)]
    pub earlier: Earlier,
    /// Whether another procedure is under way.
    #[serde(default)]
    pub proceedings: Option<Proceedings>,
    /// Uploads, in the petitioner's order.
    #[serde(default)]
    pub attachments: Vec<AttachmentRef>,
    /// Whether the reply may be published; no unless asked for (PIPL Art. 25).
    #[serde(default)]
    pub publish: bool,
    /// The pledge that all this is true (Art. 19(2)).
    #[serde(default)]
    pub truthful: bool,
    /// The signature.
    #[serde(default)]
    pub signature: Option<Signature>,
    /// What the guide had shown before.
    #[serde(default)]
    pub advice: Option<Advice>,
}

/// What the hall's configuration decides about submissions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Rules {
    /// Whether the number of an identity document is asked for. Art. 19(1) asks name and address
    /// only; platforms ask for the number too.
    pub id_number_required: bool,
    /// Limits of attachments.
    pub attachments: AttachmentRules,
    /// Codes of the content categories.
    pub categories: Vec<String>,
}

impl Submission {
    /// How many people the answer to "who" calls for; representatives as many as there are.
    pub fn people_count(&self) -> usize {
        match self.who {
            None => 0,
            Some(Who::Individual | Who::Organisation) => 1,
            Some(Who::Agent | Who::Guardian) => 2,
            Some(Who::Group) => self.people.len().max(1),
        }
    }

    /// Drops answers that the choices made since have left without a question.
    #[must_use]
    pub fn trimmed(mut self) -> Self {
        let people = self.people_count();
        self.people.truncate(people);
        if let Some(who) = self.who {
            for (index, person) in self.people.iter_mut().enumerate() {
                asks::keep_asked(who, index, person);
            }
        }
        if self.who != Some(Who::Organisation) {
            self.organisation = Organisation::default();
        }
        if self.who != Some(Who::Group) {
            self.people_concerned = None;
        }
        if !matches!(self.who, Some(Who::Agent | Who::Guardian)) {
            self.authority = None;
        }
        if self.purpose == Some(Purpose::Accusation) {
            // An accusation is never published (Art. 30(3)).
            self.publish = false;
        } else {
            self.about = About { unit: self.about.unit, ..About::default() };
        }
        if self.earlier.raised != Some(true) {
            self.earlier = Earlier { raised: self.earlier.raised, ..Earlier::default() };
        }
        self
    }
}
