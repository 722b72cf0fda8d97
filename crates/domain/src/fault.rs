//! What is wrong with an answer, and where: the one vocabulary of kiosk, phone and API.

use core::fmt;

/// A place in a submission. `Display` writes the path that the API reports, `people/0/name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Who submits: alone, an organisation, for another, several.
    Who,
    /// Name of the organisation.
    OrganisationName,
    /// Unified social credit code.
    OrganisationCode,
    /// A fact about one of the people.
    Person(usize, PersonField),
    /// How the agent is authorised.
    Authority,
    /// How many people the matter concerns.
    PeopleConcerned,
    /// How many representatives were elected.
    Representatives,
    /// Purpose of the matter.
    Purpose,
    /// Content category.
    Category,
    /// County-level division where it happened.
    PlaceDivision,
    /// Where exactly it happened.
    PlaceDetail,
    /// The organ or unit it is about.
    AboutUnit,
    /// The accused person.
    AccusedName,
    /// The accused person's post.
    AccusedPost,
    /// What the accused did, in a few words.
    AccusedActs,
    /// What happened.
    Facts,
    /// Why it is wrong.
    Reasons,
    /// What is asked for.
    Request,
    /// Whether the matter was raised before.
    RaisedBefore,
    /// Number of the earlier matter.
    EarlierNumber,
    /// Organ the matter was raised with.
    EarlierOrgan,
    /// When it was raised.
    EarlierWhen,
    /// Suit, arbitration or reconsideration.
    Proceedings,
    /// The list of attachments.
    Attachments,
    /// One attachment.
    Attachment(usize),
    /// Whether the reply may be published.
    Publish,
    /// The pledge that the facts are true.
    Truthful,
    /// The signature.
    Signature,
    /// What the guide had shown before.
    Advice,
}

/// A fact about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonField {
    /// Name as on the document.
    Name,
    /// Kind of identity document.
    IdKind,
    /// Number of the identity document.
    IdNumber,
    /// Mobile number.
    Mobile,
    /// County-level division of the address.
    Division,
    /// Street, village, house.
    AddressDetail,
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = match self {
            Self::Who => "who",
            Self::OrganisationName => "organisation/name",
            Self::OrganisationCode => "organisation/code",
            Self::Person(index, field) => return write!(f, "people/{index}/{}", field.path()),
            Self::Authority => "authority",
            Self::PeopleConcerned => "people_concerned",
            Self::Representatives => "people",
            Self::Purpose => "purpose",
            Self::Category => "category",
            Self::PlaceDivision => "place/division",
            Self::PlaceDetail => "place/detail",
            Self::AboutUnit => "about/unit",
            Self::AccusedName => "about/accused_name",
            Self::AccusedPost => "about/accused_post",
            Self::AccusedActs => "about/accused_acts",
            Self::Facts => "statement/facts",
            Self::Reasons => "statement/reasons",
            Self::Request => "statement/request",
            Self::RaisedBefore => "earlier/raised",
            Self::EarlierNumber => "earlier/number",
            Self::EarlierOrgan => "earlier/organ",
            Self::EarlierWhen => "earlier/when",
            Self::Proceedings => "proceedings",
            Self::Attachments => "attachments",
            Self::Attachment(index) => return write!(f, "attachments/{index}"),
            Self::Publish => "publish",
            Self::Truthful => "truthful",
            Self::Signature => "signature",
            Self::Advice => "advice",
        };
        f.write_str(path)
    }
}

impl PersonField {
    /// The last part of the path.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::IdKind => "id/kind",
            Self::IdNumber => "id/number",
            Self::Mobile => "mobile",
            Self::Division => "address/division",
            Self::AddressDetail => "address/detail",
        }
    }
}

/// What is wrong. `code` is stable: programs rely on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Problem {
    /// Nothing was answered.
    Required,
    /// Fewer characters than needed.
    TooShort {
        /// Characters missing.
        missing: usize,
    },
    /// More characters than allowed.
    TooLong {
        /// Characters to take away.
        excess: usize,
        /// Characters allowed.
        max: usize,
    },
    /// A character that cannot stand here.
    BadCharacter(char),
    /// Invisible or direction-changing characters.
    HiddenCharacter,
    /// The check digit does not fit: most likely one digit is wrong.
    Checksum,
    /// The digits hold no day of the calendar.
    NotADate,
    /// The date lies in the future.
    FutureDate,
    /// Not written the way this number is written.
    BadFormat,
    /// The value is not in the list.
    Unknown,
    /// More than allowed.
    TooMany {
        /// How many are allowed.
        max: usize,
    },
    /// Fewer than needed.
    TooFew {
        /// How many are needed.
        min: usize,
    },
    /// The same thing stands twice.
    Repeated,
    /// A box that must be ticked is not.
    NotConfirmed,
    /// The upload never arrived or has gone.
    Missing,
}

impl Problem {
    /// The stable code of the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::TooShort { .. } => "too_short",
            Self::TooLong { .. } => "too_long",
            Self::BadCharacter(_) => "bad_character",
            Self::HiddenCharacter => "hidden_character",
            Self::Checksum => "checksum",
            Self::NotADate => "not_a_date",
            Self::FutureDate => "future_date",
            Self::BadFormat => "bad_format",
            Self::Unknown => "unknown",
            Self::TooMany { .. } => "too_many",
            Self::TooFew { .. } => "too_few",
            Self::Repeated => "repeated",
            Self::NotConfirmed => "not_confirmed",
            Self::Missing => "missing",
        }
    }
}

/// One thing wrong in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fault {
    /// Where.
    pub field: Field,
    /// What.
    pub problem: Problem,
}

impl Fault {
    /// A fault of `problem` at `field`.
    pub const fn new(field: Field, problem: Problem) -> Self {
        Self { field, problem }
    }
}
