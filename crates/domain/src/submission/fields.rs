//! Texts of a submission by their place.

use super::{Person, Place, Submission};
use crate::fault::{Field, PersonField};
use crate::identity::{document, mobile};

impl Submission {
    /// The text at `field`; `None` where the field holds no text or the person is not there.
    pub fn text(&self, field: Field) -> Option<&str> {
        // One table serves reading and writing; the copy is as short as a form.
        Some(match field {
            Field::OrganisationName => &self.organisation.name,
            Field::OrganisationCode => &self.organisation.code,
            Field::Person(index, part) => return person_text(self.people.get(index)?, part),
            Field::Category => &self.category,
            Field::PlaceDivision => &self.place.division,
            Field::PlaceDetail => &self.place.detail,
            Field::AboutUnit => &self.about.unit,
            Field::AccusedName => &self.about.accused_name,
            Field::AccusedPost => &self.about.accused_post,
            Field::AccusedActs => &self.about.accused_acts,
            Field::Facts => &self.statement.facts,
            Field::Reasons => &self.statement.reasons,
            Field::Request => &self.statement.request,
            Field::EarlierNumber => &self.earlier.number,
            Field::EarlierOrgan => &self.earlier.organ,
            Field::EarlierWhen => &self.earlier.when,
            _ => return None,
        })
    }

    /// The text at `field`, to write; `None` like [`Self::text`].
    pub fn text_mut(&mut self, field: Field) -> Option<&mut String> {
        Some(match field {
            Field::OrganisationName => &mut self.organisation.name,
            Field::OrganisationCode => &mut self.organisation.code,
            Field::Person(index, part) => {
                return person_text_mut(self.people.get_mut(index)?, part);
            }
            Field::Category => &mut self.category,
            Field::PlaceDivision => &mut self.place.division,
            Field::PlaceDetail => &mut self.place.detail,
            Field::AboutUnit => &mut self.about.unit,
            Field::AccusedName => &mut self.about.accused_name,
            Field::AccusedPost => &mut self.about.accused_post,
            Field::AccusedActs => &mut self.about.accused_acts,
            Field::Facts => &mut self.statement.facts,
            Field::Reasons => &mut self.statement.reasons,
            Field::Request => &mut self.statement.request,
            Field::EarlierNumber => &mut self.earlier.number,
            Field::EarlierOrgan => &mut self.earlier.organ,
            Field::EarlierWhen => &mut self.earlier.when,
            _ => return None,
        })
    }

    /// The place whose division is at `field`.
    pub fn place_mut(&mut self, field: Field) -> Option<&mut Place> {
        match field {
            Field::PlaceDivision => Some(&mut self.place),
            Field::Person(index, PersonField::Division) => {
                Some(&mut self.people.get_mut(index)?.address)
            }
            _ => None,
        }
    }
}

fn person_text(person: &Person, part: PersonField) -> Option<&str> {
    Some(match part {
        PersonField::Name => &person.name,
        PersonField::IdKind => return None,
        PersonField::IdNumber => &person.id.number,
        PersonField::Mobile => &person.mobile,
        PersonField::Division => &person.address.division,
        PersonField::AddressDetail => &person.address.detail,
    })
}

fn person_text_mut(person: &mut Person, part: PersonField) -> Option<&mut String> {
    Some(match part {
        PersonField::Name => &mut person.name,
        PersonField::IdKind => return None,
        PersonField::IdNumber => &mut person.id.number,
        PersonField::Mobile => &mut person.mobile,
        PersonField::Division => &mut person.address.division,
        PersonField::AddressDetail => &mut person.address.detail,
    })
}

/// What was typed at `field`, in the form it is written in: shown back to the person who typed it.
pub fn tidy(field: Field, text: &str) -> String {
    match field {
        Field::Person(_, PersonField::IdNumber) | Field::OrganisationCode => {
            document::normalise_number(text)
        }
        Field::Person(_, PersonField::Mobile) => mobile::normalise(text),
        Field::Facts | Field::Reasons | Field::Request => text.to_owned(),
        _ => text.trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_and_writing_meet_at_the_same_place() {
        let mut submission =
            Submission { people: vec![Person::default()], ..Submission::default() };
        let fields = [
            Field::OrganisationName,
            Field::OrganisationCode,
            Field::Category,
            Field::PlaceDivision,
            Field::PlaceDetail,
            Field::AboutUnit,
            Field::AccusedName,
            Field::AccusedPost,
            Field::AccusedActs,
            Field::Facts,
            Field::Reasons,
            Field::Request,
            Field::EarlierNumber,
            Field::EarlierOrgan,
            Field::EarlierWhen,
            Field::Person(0, PersonField::Name),
            Field::Person(0, PersonField::IdNumber),
            Field::Person(0, PersonField::Mobile),
            Field::Person(0, PersonField::Division),
            Field::Person(0, PersonField::AddressDetail),
        ];
        for field in fields {
            *submission.text_mut(field).unwrap() = field.to_string();
        }
        for field in fields {
            assert_eq!(submission.text(field), Some(field.to_string().as_str()));
        }
        assert_eq!(submission.text(Field::Person(1, PersonField::Name)), None);
        assert_eq!(tidy(Field::Person(0, PersonField::IdNumber), " 1２x"), "12X");
    }
}
