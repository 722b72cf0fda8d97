//! The check of a whole submission. Screens show the part of its answer that is theirs.

use super::{
    MAX_PEOPLE_CONCERNED, MAX_REPRESENTATIVES, Need, Person, Place, Purpose, Rules,
    SIGNATURE_HEIGHT, SIGNATURE_WIDTH, Signature, Submission, Who, need,
};
use crate::attachment::MAX_FILE_NAME;
use crate::day::Day;
use crate::division::is_county_code;
use crate::fault::{Fault, Field, PersonField, Problem};
use crate::identity::{document, mobile, name};
use crate::prose::{MAX_ANSWER_GRAPHEMES, MAX_LINE_GRAPHEMES, check_line, check_text, is_blank};

/// Fewest points of a drawn signature: less is a slip of the finger.
const MIN_SIGNATURE_POINTS: usize = 8;
/// Most strokes of a drawn signature.
pub const MAX_SIGNATURE_STROKES: usize = 300;
/// Most points of a drawn signature.
pub const MAX_SIGNATURE_POINTS: usize = 20_000;

/// Everything that is wrong, in the order of the questions; empty where it may be submitted.
pub fn validate(submission: &Submission, rules: &Rules, today: Day) -> Vec<Fault> {
    let mut check = Check { faults: Vec::new(), rules, today };
    check.who(submission);
    check.what(submission);
    check.statement(submission);
    check.attachments(submission);
    check.closing(submission);
    check.faults
}

struct Check<'a> {
    faults: Vec<Fault>,
    rules: &'a Rules,
    today: Day,
}

impl Check<'_> {
    fn fault(&mut self, field: Field, problem: Problem) {
        self.faults.push(Fault::new(field, problem));
    }

    fn note(&mut self, field: Field, result: Result<(), Problem>) {
        if let Err(problem) = result {
            self.fault(field, problem);
        }
    }

    /// Checks `text` where something was typed; what is needed and blank is a fault.
    fn text(
        &mut self,
        field: Field,
        text: &str,
        required: bool,
        check: impl Fn(&str) -> Result<(), Problem>,
    ) {
        if !is_blank(text) {
            self.note(field, check(text));
        } else if required {
            self.fault(field, Problem::Required);
        } else if !text.is_empty() {
            self.note(field, check_text(text, MAX_LINE_GRAPHEMES));
        }
    }

    fn line(&mut self, field: Field, text: &str, required: bool) {
        self.text(field, text, required, |text| check_line(text, MAX_LINE_GRAPHEMES));
    }

    fn who(&mut self, submission: &Submission) {
        let Some(who) = submission.who else {
            return self.fault(Field::Who, Problem::Required);
        };
        if who == Who::Organisation {
            self.text(
                Field::OrganisationName,
                &submission.organisation.name,
                true,
                name::check_organisation,
            );
        }
        // The code may be doubtful but must be text; see `social_credit::doubt` for the warning.
        self.line(Field::OrganisationCode, &submission.organisation.code, false);
        let expected = submission.people_count();
        if who == Who::Group && submission.people.len() > MAX_REPRESENTATIVES {
            self.fault(Field::Representatives, Problem::TooMany { max: MAX_REPRESENTATIVES });
        } else if submission.people.len() < expected {
            self.fault(Field::Representatives, Problem::TooFew { min: expected });
        } else if submission.people.len() > expected {
            self.fault(Field::Representatives, Problem::TooMany { max: expected });
        }
        if who == Who::Group {
            self.people_concerned(submission);
        }
        if matches!(who, Who::Agent | Who::Guardian) && submission.authority.is_none() {
            self.fault(Field::Authority, Problem::Required);
        }
        for (index, person) in submission.people.iter().take(MAX_REPRESENTATIVES).enumerate() {
            self.person(who, index, person);
        }
        self.repeated_documents(submission);
    }

    fn people_concerned(&mut self, submission: &Submission) {
        let least = submission.people.len().max(2);
        match submission.people_concerned {
            None => self.fault(Field::PeopleConcerned, Problem::Required),
            Some(count) if count > MAX_PEOPLE_CONCERNED => {
                let max = usize::try_from(MAX_PEOPLE_CONCERNED).unwrap_or(usize::MAX);
                self.fault(Field::PeopleConcerned, Problem::TooMany { max });
            }
            Some(count) if usize::try_from(count).unwrap_or(usize::MAX) < least => {
                self.fault(Field::PeopleConcerned, Problem::TooFew { min: least });
            }
            Some(_) => {}
        }
    }

    fn person(&mut self, who: Who, index: usize, person: &Person) {
        let id_number_required = self.rules.id_number_required;
        let today = self.today;
        let required =
            |field| matches!(need(who, index, field, id_number_required), Need::Required);
        let at = |field| Field::Person(index, field);
        self.text(at(PersonField::Name), &person.name, true, name::check_person);
        match person.id.kind {
            Some(kind) => self.text(
                at(PersonField::IdNumber),
                &person.id.number,
                required(PersonField::IdNumber),
                |number| document::check_number(kind, number, today),
            ),
            None if !person.id.number.is_empty() || required(PersonField::IdKind) => {
                self.fault(at(PersonField::IdKind), Problem::Required);
            }
            None => {}
        }
        self.text(at(PersonField::Mobile), &person.mobile, false, mobile::check);
        let address = required(PersonField::Division);
        self.place(
            at(PersonField::Division),
            at(PersonField::AddressDetail),
            &person.address,
            address,
        );
    }

    fn place(&mut self, division: Field, detail: Field, place: &Place, required: bool) {
        self.text(division, &place.division, required, |code| {
            if is_county_code(code) { Ok(()) } else { Err(Problem::Unknown) }
        });
        self.line(detail, &place.detail, required);
    }

    fn repeated_documents(&mut self, submission: &Submission) {
        for (index, person) in submission.people.iter().take(MAX_REPRESENTATIVES).enumerate() {
            let number = &person.id.number;
            let before = submission.people.iter().take(index);
            if !number.is_empty() && before.clone().any(|other| other.id.number == *number) {
                self.fault(Field::Person(index, PersonField::IdNumber), Problem::Repeated);
            }
        }
    }

    fn what(&mut self, submission: &Submission) {
        let purpose = submission.purpose;
        if purpose.is_none() {
            self.fault(Field::Purpose, Problem::Required);
        }
        if submission.category.is_empty() {
            self.fault(Field::Category, Problem::Required);
        } else if !self.rules.categories.contains(&submission.category) {
            self.fault(Field::Category, Problem::Unknown);
        }
        let somewhere = purpose != Some(Purpose::Suggestion);
        self.text(Field::PlaceDivision, &submission.place.division, somewhere, |code| {
            if is_county_code(code) { Ok(()) } else { Err(Problem::Unknown) }
        });
        self.line(Field::PlaceDetail, &submission.place.detail, false);
        let about = &submission.about;
        self.line(Field::AboutUnit, &about.unit, somewhere);
        let accusation = purpose == Some(Purpose::Accusation);
        // An accusation may be of a unit alone; then no person is named.
        self.line(Field::AccusedName, &about.accused_name, false);
        self.line(Field::AccusedPost, &about.accused_post, false);
        self.line(Field::AccusedActs, &about.accused_acts, accusation);
    }

    fn statement(&mut self, submission: &Submission) {
        let statement = &submission.statement;
        let long = |text: &str| check_text(text, MAX_ANSWER_GRAPHEMES);
        self.text(Field::Facts, &statement.facts, true, long);
        self.text(Field::Reasons, &statement.reasons, true, long);
        self.text(Field::Request, &statement.request, true, long);
        let earlier = &submission.earlier;
        match earlier.raised {
            None => self.fault(Field::RaisedBefore, Problem::Required),
            Some(true) if is_blank(&earlier.number) && is_blank(&earlier.organ) => {
                self.fault(Field::EarlierOrgan, Problem::Required);
            }
            Some(_) => {}
        }
        self.line(Field::EarlierNumber, &earlier.number, false);
        self.line(Field::EarlierOrgan, &earlier.organ, false);
        self.line(Field::EarlierWhen, &earlier.when, false);
        if submission.proceedings.is_none() {
            self.fault(Field::Proceedings, Problem::Required);
        }
    }

    fn attachments(&mut self, submission: &Submission) {
        let max = self.rules.attachments.max_count;
        if submission.attachments.len() > max {
            self.fault(Field::Attachments, Problem::TooMany { max });
        }
        for (index, attachment) in submission.attachments.iter().take(max).enumerate() {
            let field = Field::Attachment(index);
            let is_id = attachment.id.len() == 32
                && attachment.id.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
            if !is_id {
                self.fault(field, Problem::BadFormat);
            }
            let before = submission.attachments.iter().take(index);
            if before.clone().any(|other| other.id == attachment.id) {
                self.fault(field, Problem::Repeated);
            }
            self.text(field, &attachment.name, true, |name| check_line(name, MAX_FILE_NAME));
        }
    }

    fn closing(&mut self, submission: &Submission) {
        if submission.advice.as_ref().is_some_and(|advice| !advice.is_sound()) {
            self.fault(Field::Advice, Problem::Unknown);
        }
        if !submission.truthful {
            self.fault(Field::Truthful, Problem::NotConfirmed);
        }
        match &submission.signature {
            None => self.fault(Field::Signature, Problem::Required),
            Some(Signature::Confirmed) => {}
            Some(Signature::Drawn { strokes }) => {
                self.note(Field::Signature, check_strokes(strokes));
            }
        }
    }
}

fn check_strokes(strokes: &[Vec<[u16; 2]>]) -> Result<(), Problem> {
    let points: usize = strokes.iter().map(Vec::len).sum();
    if strokes.len() > MAX_SIGNATURE_STROKES {
        return Err(Problem::TooMany { max: MAX_SIGNATURE_STROKES });
    }
    if points > MAX_SIGNATURE_POINTS {
        return Err(Problem::TooMany { max: MAX_SIGNATURE_POINTS });
    }
    if points < MIN_SIGNATURE_POINTS {
        return Err(Problem::TooFew { min: MIN_SIGNATURE_POINTS });
    }
    let on_board = |[x, y]: &[u16; 2]| *x <= SIGNATURE_WIDTH && *y <= SIGNATURE_HEIGHT;
    if strokes.iter().flatten().all(on_board) { Ok(()) } else { Err(Problem::BadFormat) }
}
