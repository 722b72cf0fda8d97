use proptest::prelude::*;

use super::*;
use crate::attachment::AttachmentRules;
use crate::fault::{Field, PersonField, Problem};
use crate::identity::{IdDocument, IdKind};
use crate::submission::{About, Authority, Earlier, Place, Proceedings, Signature, Statement};

fn rules() -> Rules {
    Rules {
        id_number_required: true,
        attachments: AttachmentRules::default(),
        categories: vec!["wages".into(), "land".into()],
    }
}

fn today() -> Day {
    Day::new(2026, 11, 22).unwrap()
}

fn person(order: u8) -> Person {
    let numbers = [
        "99010119700101001X",
        "990101197001010036",
        "990101197001010052",
        "990101197001010079",
        "990101197001010095",
    ];
    Person {
        name: "王某某".into(),
        id: IdDocument {
            kind: Some(IdKind::ResidentId),
            number: numbers[usize::from(order)].into(),
        },
        mobile: String::new(),
        address: Place { division: "371602".into(), detail: "某街 1 号".into() },
    }
}

/// Answers the open page rightly.
fn answer(draft: &mut Draft, who: Who, purpose: Purpose) {
    let submission = &mut draft.submission;
    match draft.step {
        Step::Who => draft.choose_who(who),
        Step::Organisation => submission.organisation.name = "某公司".into(),
        Step::Count => {
            submission.people = (0..5).map(person).collect();
            submission.people_concerned = Some(30);
        }
        Step::Authority => submission.authority = Some(Authority::Parent),
        Step::Person(index, _) => submission.people[index] = person(u8::try_from(index).unwrap()),
        Step::Purpose => submission.purpose = Some(purpose),
        Step::Category => submission.category = "wages".into(),
        Step::Place => submission.place.division = "371602".into(),
        Step::About => {
            submission.about = About {
                unit: "某局".into(),
                accused_name: "李某".into(),
                accused_post: "科长".into(),
                accused_acts: "收钱".into(),
            };
        }
        Step::Facts => submission.statement.facts = "事实".into(),
        Step::Reasons => submission.statement.reasons = "理由".into(),
        Step::Request => submission.statement.request = "请求".into(),
        Step::Earlier => submission.earlier.raised = Some(false),
        Step::Proceedings => submission.proceedings = Some(Proceedings::None),
        Step::Sign => {
            submission.truthful = true;
            submission.signature = Some(Signature::Confirmed);
        }
        Step::Notice | Step::Attachments | Step::Publish | Step::Check => {}
    }
}

fn walk(who: Who, purpose: Purpose) -> Draft {
    let mut draft = Draft::new(None);
    for _ in 0..60 {
        answer(&mut draft, who, purpose);
        if draft.step() == Step::Sign {
            return draft;
        }
        draft.next(&rules(), today()).unwrap();
    }
    panic!("the pages do not end");
}

#[test]
fn every_kind_of_petitioner_reaches_the_end() {
    for who in [Who::Individual, Who::Organisation, Who::Agent, Who::Guardian, Who::Group] {
        for purpose in [Purpose::Claim, Purpose::Suggestion, Purpose::Accusation] {
            let mut draft = walk(who, purpose);
            let sent = draft.submit(&rules(), today()).unwrap();
            assert_eq!(draft.phase(), Phase::Submitting);
            assert_eq!(validate(&sent, &rules(), today()), []);
            let names_accused = !sent.about.accused_name.is_empty();
            assert_eq!(names_accused, purpose == Purpose::Accusation, "{who:?} {purpose:?}");
        }
    }
}

#[test]
fn every_page_but_the_quiet_ones_stops_an_empty_answer() {
    let mut draft = Draft::new(None);
    let mut stopped = 0;
    while draft.step() != Step::Sign {
        if draft.next(&rules(), today()).is_err() {
            stopped += 1;
            answer(&mut draft, Who::Guardian, Purpose::Accusation);
        }
    }
    // who, authority, minor, guardian, purpose, category, place, about, facts, reasons, request,
    // earlier, proceedings
    assert_eq!(stopped, 13);
}

#[test]
fn mending_returns_to_the_check_page_by_way_of_new_questions() {
    let mut draft = walk(Who::Individual, Purpose::Claim);
    assert!(draft.back());
    assert_eq!(draft.step(), Step::Check);
    draft.mend(Step::Facts);
    draft.submission.statement.facts = "改过".into();
    draft.next(&rules(), today()).unwrap();
    assert_eq!(draft.step(), Step::Check);
    draft.mend(Step::Who);
    draft.choose_who(Who::Organisation);
    draft.next(&rules(), today()).unwrap();
    assert_eq!(draft.step(), Step::Organisation);
    answer(&mut draft, Who::Organisation, Purpose::Claim);
    draft.next(&rules(), today()).unwrap();
    assert_eq!(draft.step(), Step::Check);
    assert_eq!(draft.submission.statement.facts, "改过");
}

#[test]
fn six_representatives_are_refused() {
    let mut draft = walk(Who::Group, Purpose::Claim);
    draft.submission.people.push(person(0));
    let faults = draft.submit(&rules(), today()).unwrap_err();
    assert!(faults.contains(&Fault::new(Field::Representatives, Problem::TooMany { max: 5 })));
    assert_eq!(draft.step(), Step::Count);
    assert_eq!(draft.phase(), Phase::Filling);
}

#[test]
fn the_same_document_twice_is_named() {
    let mut draft = walk(Who::Group, Purpose::Claim);
    draft.submission.people[3] = person(1);
    let faults = validate(&draft.submission, &rules(), today());
    assert_eq!(faults, [Fault::new(Field::Person(3, PersonField::IdNumber), Problem::Repeated)]);
}

#[test]
fn trimming_forgets_what_lost_its_question() {
    let mut draft = walk(Who::Agent, Purpose::Accusation);
    draft.submission.purpose = Some(Purpose::Claim);
    draft.submission.publish = true;
    draft.submission.earlier =
        Earlier { raised: Some(false), organ: "某局".into(), ..Earlier::default() };
    draft.submission.statement = Statement { facts: "甲".into(), ..draft.submission.statement };
    draft.mend(Step::Who);
    draft.choose_who(Who::Individual);
    let trimmed = draft.submission.clone().trimmed();
    assert_eq!((trimmed.people.len(), trimmed.authority), (1, None));
    assert_eq!(trimmed.about.accused_name, "");
    assert_eq!(trimmed.earlier.organ, "");
    assert!(trimmed.publish);
}

#[derive(Clone, Debug)]
enum Act {
    Answer,
    Who(u8),
    Next,
    Back,
    Mend(usize),
    Reload,
    Submit,
    Refused,
    Registered,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => Just(Act::Answer),
        1 => (0_u8..5).prop_map(Act::Who),
        8 => Just(Act::Next),
        2 => Just(Act::Back),
        2 => (0_usize..40).prop_map(Act::Mend),
        1 => Just(Act::Reload),
        2 => Just(Act::Submit),
        1 => Just(Act::Refused),
        1 => Just(Act::Registered),
    ]
}

const WHO: [Who; 5] = [Who::Individual, Who::Organisation, Who::Agent, Who::Guardian, Who::Group];

proptest! {
    #[test]
    fn whatever_is_pressed_nothing_is_lost_and_nothing_half_done_is_sent(
        acts in prop::collection::vec(act(), 1..160), kind in 0_usize..5, finished: bool,
    ) {
        let (who, purpose) = (WHO[kind], Purpose::Accusation);
        let mut draft = if finished { walk(who, purpose) } else { Draft::new(None) };
        for act in acts {
            let before = draft.clone();
            match act {
                Act::Answer if draft.phase() == Phase::Filling => answer(&mut draft, who, purpose),
                Act::Who(index) => draft.choose_who(WHO[usize::from(index)]),
                Act::Next => {
                    let faults = before.faults_here(&rules(), today());
                    prop_assert_eq!(draft.next(&rules(), today()).is_err(), !faults.is_empty() && before.phase() == Phase::Filling);
                    prop_assert_eq!(&draft.submission, &before.submission);
                }
                Act::Back => {
                    draft.back();
                    prop_assert_eq!(&draft.submission, &before.submission);
                }
                Act::Mend(index) => {
                    let steps = draft.steps();
                    draft.mend(steps[index % steps.len()]);
                    prop_assert_eq!(&draft.submission, &before.submission);
                }
                Act::Reload => {
                    let saved = serde_json::to_string(&draft).unwrap();
                    draft = serde_json::from_str(&saved).unwrap();
                    prop_assert_eq!(&draft, &before);
                }
                Act::Submit => match draft.submit(&rules(), today()) {
                    Ok(sent) => prop_assert_eq!(validate(&sent, &rules(), today()), []),
                    Err(faults) => {
                        prop_assert!(!faults.is_empty());
                        prop_assert_eq!(draft.phase(), before.phase());
                    }
                },
                Act::Refused => draft.refused(),
                Act::Registered if draft.phase() == Phase::Submitting => draft.registered(),
                Act::Answer | Act::Registered => {}
            }
            prop_assert!(draft.steps().contains(&draft.step()), "{:?}", draft.step());
            if before.phase() == Phase::Registered {
                prop_assert_eq!(&draft, &before);
            }
        }
    }
}
