//! What goes over the wire between front end, server and agent: types, error codes, paths.

pub mod hall;
pub mod matter;
pub mod paths;
pub mod problem;

pub use hall::{Category, GuideFacts, HallView, PrivacyNotice};
pub use matter::{
    AttachmentView, CallRequest, CallView, DraftBlob, MatterView, OpenRequest, QueryRequest,
    Receipt, StageView, SubmitRequest,
};
/// The media type of [`MatterView`] and [`StageView`] written by postcard, which names no fields: the
/// number in it goes up when either changes, so that a page of yesterday gets JSON, which it knows
/// it cannot read, and not a status that it misreads.
pub const POSTCARD: &str = "application/vnd.petition.v1+postcard";

pub use problem::{Code, FieldProblem, ProblemDetails};

#[cfg(test)]
mod tests {
    use petition_domain::clocks::{Clock, ClockKind};
    use petition_domain::matter::{Event, HandlingPath, Recorded, Stage};
    use petition_domain::receipt::{MatterNumber, to_hex};
    use petition_domain::submission::Purpose;
    use petition_domain::{Day, Moment};

    use super::*;

    /// When this fails, the form has changed: give [`POSTCARD`] the next number, then mend this.
    #[test]
    fn the_form_that_has_no_names_is_the_one_of_its_number() {
        let today: Day = "2026-11-22".parse().unwrap();
        let view = MatterView {
            number: MatterNumber::from_body(1),
            purpose: Purpose::Claim,
            stage: Stage::Accepted,
            events: vec![Recorded {
                at: Moment(1),
                event: Event::Accepted { organ: "O".to_owned(), path: HandlingPath::Petition },
            }],
            clocks: vec![Clock {
                kind: ClockKind::Reply,
                from: today,
                due: today,
                days_left: 2,
                days: 60,
                law: "L".to_owned(),
                verified: true,
            }],
            today,
            office: "B".to_owned(),
            phone: "1".to_owned(),
            language: "en".to_owned(),
        };
        let bytes = postcard::to_allocvec(&view).unwrap();
        let known = "0e30303030303030303030303139350004010204014f0001030a323032362d31312d32320a323032362d31\
                     312d3232043c014c010a323032362d31312d32320142013102656e";
        assert_eq!(POSTCARD, "application/vnd.petition.v1+postcard");
        assert_eq!(to_hex(&bytes), known);
    }
}
