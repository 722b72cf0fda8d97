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
        (_, _, PersonField::Name) => Required,
        // The person acted for may be a child without a card, and is reached through the helper.
        (Who::Agent | Who::Guardian, 0, PersonField::IdKind | PersonField::IdNumber) => Optional,
        (Who::Agent | Who::Guardian, 0, PersonField::Mobile) => Unasked,
        (Who::Agent | Who::Guardian, 1, PersonField::Division | PersonField::AddressDetail) => {
            Unasked
        }
        (Who::Organisation, _, PersonField::IdKind | PersonField::IdNumber) => Unasked,
        (_, _, PersonField::IdKind | PersonField::IdNumber) => id,
        (_, _, PersonField::Mobile) => Optional,
        (_, _, PersonField::Division | PersonField::AddressDetail) => Required,
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
