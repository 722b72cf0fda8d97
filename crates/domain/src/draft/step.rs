//! The pages of a submission and which answers belong to which.

use serde::{Deserialize, Serialize};

use crate::fault::{Field, PersonField};
use crate::submission::{Need, Purpose, Submission, Who, need};

/// A page about one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PersonPage {
    /// Name.
    Name,
    /// Identity document.
    Id,
    /// Mobile number.
    Mobile,
    /// Address.
    Address,
}

/// A page: one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Step {
    /// Who processes the data and what the petitioner's rights and duties are.
    Notice,
    /// Who submits.
    Who,
    /// Name and code of the organisation.
    Organisation,
    /// How many people, how many representatives.
    Count,
    /// What an agent or guardian acts on.
    Authority,
    /// One fact about the person at the index.
    Person(usize, PersonPage),
    /// Purpose.
    Purpose,
    /// Content category.
    Category,
    /// Where it happened.
    Place,
    /// Whom it is about.
    About,
    /// What happened.
    Facts,
    /// Why it is wrong.
    Reasons,
    /// What is asked for.
    Request,
    /// Whether it was raised before.
    Earlier,
    /// Whether another procedure runs.
    Proceedings,
    /// Photos and files.
    Attachments,
    /// Whether the reply may be published.
    Publish,
    /// All answers on one page.
    Check,
    /// Pledge and signature.
    Sign,
}

/// The five parts shown at the head of every page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Chapter {
    /// Who you are.
    Who,
    /// What it is.
    What,
    /// What happened.
    Story,
    /// Papers.
    Papers,
    /// Check and sign.
    Check,
}

impl Chapter {
    /// All five, in order.
    pub const ALL: [Self; 5] = [Self::Who, Self::What, Self::Story, Self::Papers, Self::Check];
}

impl Step {
    /// The part it belongs to.
    pub const fn chapter(self) -> Chapter {
        match self {
            Self::Notice
            | Self::Who
            | Self::Organisation
            | Self::Count
            | Self::Authority
            | Self::Person(..) => Chapter::Who,
            Self::Purpose | Self::Category | Self::Place | Self::About => Chapter::What,
            Self::Facts | Self::Reasons | Self::Request | Self::Earlier | Self::Proceedings => {
                Chapter::Story
            }
            Self::Attachments => Chapter::Papers,
            Self::Publish | Self::Check | Self::Sign => Chapter::Check,
        }
    }

    /// Whether the answer at `field` is given on this page.
    pub const fn owns(self, field: Field) -> bool {
        match field {
            Field::Who => matches!(self, Self::Who),
            Field::OrganisationName | Field::OrganisationCode => matches!(self, Self::Organisation),
            Field::PeopleConcerned | Field::Representatives => matches!(self, Self::Count),
            Field::Authority => matches!(self, Self::Authority),
            Field::Person(index, field) => match self {
                Self::Person(own, page) => own == index && page.owns(field),
                _ => false,
            },
            Field::Purpose => matches!(self, Self::Purpose),
            Field::Category => matches!(self, Self::Category),
            Field::PlaceDivision | Field::PlaceDetail => matches!(self, Self::Place),
            Field::AboutUnit | Field::AccusedName | Field::AccusedPost | Field::AccusedActs => {
                matches!(self, Self::About)
            }
            Field::Facts => matches!(self, Self::Facts),
            Field::Reasons => matches!(self, Self::Reasons),
            Field::Request => matches!(self, Self::Request),
            Field::RaisedBefore
            | Field::EarlierNumber
            | Field::EarlierOrgan
            | Field::EarlierWhen => {
                matches!(self, Self::Earlier)
            }
            Field::Proceedings => matches!(self, Self::Proceedings),
            Field::Attachments | Field::Attachment(_) => matches!(self, Self::Attachments),
            Field::Publish => matches!(self, Self::Publish),
            Field::Truthful | Field::Signature | Field::Advice => matches!(self, Self::Sign),
        }
    }
}

impl PersonPage {
    const fn owns(self, field: PersonField) -> bool {
        match field {
            PersonField::Name => matches!(self, Self::Name),
            PersonField::IdKind | PersonField::IdNumber => matches!(self, Self::Id),
            PersonField::Mobile => matches!(self, Self::Mobile),
            PersonField::Division | PersonField::AddressDetail => matches!(self, Self::Address),
        }
    }
}

/// The pages that `submission` calls for, in order.
pub(super) fn plan(submission: &Submission, purpose_given: bool) -> Vec<Step> {
    let mut steps = vec![Step::Notice, Step::Who];
    if let Some(who) = submission.who {
        match who {
            Who::Organisation => steps.push(Step::Organisation),
            Who::Group => steps.push(Step::Count),
            Who::Agent | Who::Guardian => steps.push(Step::Authority),
            Who::Individual => {}
        }
        for index in 0..submission.people_count() {
            let pages = [
                (PersonPage::Name, PersonField::Name),
                (PersonPage::Id, PersonField::IdNumber),
                (PersonPage::Mobile, PersonField::Mobile),
                (PersonPage::Address, PersonField::Division),
            ];
            let asked = pages
                .into_iter()
                .filter(|(_, field)| need(who, index, *field, true) != Need::Unasked);
            steps.extend(asked.map(|(page, _)| Step::Person(index, page)));
        }
    }
    if !purpose_given {
        steps.push(Step::Purpose);
    }
    steps.extend([
        Step::Category,
        Step::Place,
        Step::About,
        Step::Facts,
        Step::Reasons,
        Step::Request,
        Step::Earlier,
        Step::Proceedings,
        Step::Attachments,
    ]);
    if submission.purpose != Some(Purpose::Accusation) {
        steps.push(Step::Publish);
    }
    steps.extend([Step::Check, Step::Sign]);
    steps
}
