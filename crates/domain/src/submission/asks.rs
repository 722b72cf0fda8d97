//! Which fact is asked of whom: one table for screens and checks.

use super::{Person, Place, Who};
use crate::fault::PersonField;
use crate::identity::IdDocument;

/// Whether a fact is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Not asked.
    Unasked,
    /// Asked; may stay empty.
    Optional,
    /// Asked; must be answered.
    Required,
}

/// Whether `field` is asked of the person at `index`.
///
/// The people are: the petitioner; an organisation's contact, whose address is the organisation's;
/// the person acted for and then the agent or guardian; one to five representatives.
pub const fn need(who: Who, index: usize, field: PersonField, id_number_required: bool) -> Need {
    use Need::{Optional, Required, Unasked};
    let id = if id_number_required { Required } else { Optional };
    match (who, index, field) {
        // An organisation's contact stands for it with name and address alone; the person acted for
        // is reached through the helper; the helper's own address is not needed.
        (Who::Organisation, _, PersonField::IdKind | PersonField::IdNumber)
        | (Who::Agent | Who::Guardian, 0, PersonField::Mobile)
        | (Who::Agent | Who::Guardian, 1, PersonField::Division | PersonField::AddressDetail) => {
            Unasked
        }
        // The person acted for may be a child without a card.
        (Who::Agent | Who::Guardian, 0, PersonField::IdKind | PersonField::IdNumber)
        | (_, _, PersonField::Mobile) => Optional,
        (_, _, PersonField::IdKind | PersonField::IdNumber) => id,
        (_, _, PersonField::Name | PersonField::Division | PersonField::AddressDetail) => Required,
    }
}

/// Forgets what is not asked of this person.
pub(super) fn keep_asked(who: Who, index: usize, person: &mut Person) {
    let unasked = |field| matches!(need(who, index, field, true), Need::Unasked);
    if unasked(PersonField::IdNumber) || person.id.number.is_empty() {
        person.id = IdDocument::default();
    }
    if unasked(PersonField::Mobile) {
        person.mobile = String::new();
    }
    if unasked(PersonField::Division) {
        person.address = Place::default();
    }
}
