use proptest::prelude::*;

use super::*;
use crate::clocks::{ClockKind, ClockTable, Counting, Limit};
use crate::day::Day;
use crate::submission::Purpose;
use crate::working_days::HolidayTable;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn event(kind: EventKind, path: HandlingPath) -> Event {
    let organ = || "某局".to_owned();
    match kind {
        EventKind::Registered => Event::Registered { office: organ() },
        EventKind::Referred => Event::Referred { organ: organ() },
        EventKind::Assigned => Event::Assigned { organ: organ() },
        EventKind::Returned => Event::Returned { reason: organ() },
        EventKind::Accepted => Event::Accepted { organ: organ(), path },
        EventKind::NotAccepted => Event::NotAccepted { reason: RefusalReason::NotThisOrgan },
        EventKind::Extended => Event::Extended { days: 30, reason: organ() },
        EventKind::Replied => Event::Replied { outcome: ReplyOutcome::Supported },
        EventKind::ReviewRequested => Event::ReviewRequested,
        EventKind::Reviewed => Event::Reviewed { outcome: ReplyOutcome::Explained },
        EventKind::RereviewRequested => Event::RereviewRequested,
        EventKind::Rereviewed => Event::Rereviewed { outcome: ReplyOutcome::NotSupported },
        EventKind::NotAcceptedAgain => Event::NotAcceptedAgain,
        EventKind::Withdrawn => Event::Withdrawn,
        EventKind::Closed => Event::Closed,
    }
}

fn life(purpose: Purpose, path: HandlingPath, steps: &[(EventKind, &str)]) -> Life {
    let events =
        steps.iter().map(|(kind, on)| Recorded { at: day(on).begins(), event: event(*kind, path) });
    Life::replay(purpose, events).unwrap()
}

fn table() -> ClockTable {
    let limit = |clock, days, counting| Limit {
        clock,
        days,
        counting,
        law: "law".into(),
        checked: day("2026-11-22"),
        verified: true,
    };
    ClockTable {
        limits: vec![
            limit(ClockKind::Refer, 15, Counting::Calendar),
            limit(ClockKind::Notify, 15, Counting::Calendar),
            limit(ClockKind::NotifyAccusation, 15, Counting::Working),
            limit(ClockKind::Reply, 60, Counting::Calendar),
            limit(ClockKind::AskReview, 30, Counting::Calendar),
            limit(ClockKind::Review, 30, Counting::Calendar),
            limit(ClockKind::AskRereview, 30, Counting::Calendar),
            limit(ClockKind::Rereview, 30, Counting::Calendar),
        ],
        holidays: HolidayTable { verified_years: vec![2026, 2027], ..HolidayTable::default() },
    }
}

use EventKind as K;

#[test]
fn the_whole_way_of_a_claim_with_its_days() {
    let steps = [
        (K::Registered, "2026-11-23"),
        (K::Referred, "2026-11-30"),
        (K::Accepted, "2026-12-07"),
        (K::Extended, "2027-02-01"),
        (K::Replied, "2027-03-01"),
        (K::ReviewRequested, "2027-03-15"),
        (K::Reviewed, "2027-04-12"),
        (K::RereviewRequested, "2027-05-03"),
        (K::Rereviewed, "2027-05-31"),
        (K::Closed, "2027-06-01"),
    ];
    let due = [
        Some(("2026-12-08", ClockKind::Refer)),
        Some(("2026-12-15", ClockKind::Notify)),
        Some(("2027-02-05", ClockKind::Reply)),
        Some(("2027-03-08", ClockKind::Reply)),
        Some(("2027-03-31", ClockKind::AskReview)),
        Some(("2027-04-14", ClockKind::Review)),
        Some(("2027-05-12", ClockKind::AskRereview)),
        Some(("2027-06-02", ClockKind::Rereview)),
        None,
        None,
    ];
    for (count, due) in (1..).zip(due) {
        let life = life(Purpose::Claim, HandlingPath::Petition, &steps[..count]);
        let today = day(steps[count - 1].1);
        let clocks = table().running(&life, today);
        assert_eq!(
            clocks.first().map(|clock| (clock.due.to_string(), clock.kind)),
            due.map(|(d, k)| (d.to_owned(), k))
        );
        assert!(
            clocks
                .iter()
                .all(|clock| clock.days_left == clock.due.days_since(today) && clock.verified)
        );
    }
}

#[test]
fn sixty_days_run_for_the_petition_procedure_only() {
    let steps =
        [(K::Registered, "2026-11-23"), (K::Referred, "2026-11-24"), (K::Accepted, "2026-11-25")];
    for path in [
        HandlingPath::Judicial,
        HandlingPath::Arbitration,
        HandlingPath::PartyAppeal,
        HandlingPath::Administrative,
        HandlingPath::Duty,
    ] {
        assert_eq!(table().running(&life(Purpose::Claim, path, &steps), day("2026-11-26")), []);
    }
    let accusation = life(Purpose::Accusation, HandlingPath::OwnRules, &steps[..2]);
    let clocks = table().running(&accusation, day("2026-11-24"));
    assert_eq!(clocks[0].due, day("2026-12-15"));
    assert_eq!(
        table()
            .running(&life(Purpose::Accusation, HandlingPath::OwnRules, &steps), day("2026-11-26")),
        []
    );
    assert_eq!(
        table().running(
            &life(Purpose::Suggestion, HandlingPath::OwnRules, &steps[..2]),
            day("2026-11-26")
        ),
        []
    );
}

#[test]
fn what_the_law_does_not_have_is_refused() {
    let mut matter = life(
        Purpose::Claim,
        HandlingPath::Petition,
        &[(K::Registered, "2026-11-23"), (K::Referred, "2026-11-24")],
    );
    let at = |on: &str| day(on).begins();
    let accepted = |path| Event::Accepted { organ: "某局".into(), path };
    let refuse = |at, event| matter.clone().record(Recorded { at, event }).unwrap_err();
    assert_eq!(refuse(at("2026-11-23"), accepted(HandlingPath::Petition)), Refused::TimeGoesBack);
    assert_eq!(refuse(at("2026-11-25"), accepted(HandlingPath::OwnRules)), Refused::Path);
    assert_eq!(refuse(at("2026-11-25"), Event::Returned { reason: " ".into() }), Refused::Blank);
    assert!(matches!(
        refuse(at("2026-11-25"), Event::Closed),
        Refused::Step { stage: Some(Stage::Referred), .. }
    ));
    matter
        .record(Recorded { at: at("2026-11-25"), event: accepted(HandlingPath::Petition) })
        .unwrap();
    for (days, reason) in [(0, "x"), (31, "x"), (10, "")] {
        let event = Event::Extended { days, reason: reason.into() };
        assert_eq!(
            matter.clone().record(Recorded { at: at("2026-11-26"), event }),
            Err(Refused::Extension)
        );
    }
    let extended = Recorded {
        at: at("2026-11-26"),
        event: Event::Extended { days: 30, reason: "复杂".into() },
    };
    matter.record(extended.clone()).unwrap();
    assert!(matches!(matter.record(extended), Err(Refused::Step { .. })), "only once");
}

/// The law's order, written down a second time as text to hold the machine against.
fn is_legal(purpose: Purpose, path: HandlingPath, kinds: &[EventKind]) -> bool {
    let word = |kind: &EventKind| match kind {
        K::Registered => 'g',
        K::Referred | K::Assigned => 'f',
        K::Returned => 'b',
        K::Accepted => 'a',
        K::NotAccepted => 'n',
        K::Extended => 'e',
        K::Replied => 'r',
        K::ReviewRequested => 'q',
        K::Reviewed => 'v',
        K::RereviewRequested => 'Q',
        K::Rereviewed => 'V',
        K::NotAcceptedAgain => 'N',
        K::Withdrawn => 'w',
        K::Closed => 'c',
    };
    let text: String = kinds.iter().map(word).collect();
    if let Some(rest) = text.strip_suffix('w') {
        let open = !rest.is_empty() && !rest.contains(['w', 'c', 'n', 'N', 'V']);
        return open && is_legal(purpose, path, &kinds[..kinds.len() - 1]);
    }
    let Some(rest) = text.strip_prefix('g') else { return text.is_empty() };
    // Rounds of referral and return, then perhaps one referral that stays.
    let mut rest = rest;
    while let Some(after) = rest.strip_prefix("fb") {
        rest = after;
    }
    rest = rest.strip_prefix('f').unwrap_or(rest);
    let suggestion = purpose == Purpose::Suggestion;
    if rest.is_empty() || (rest == "n" && !suggestion) {
        return true;
    }
    if suggestion {
        return matches!(rest, "r" | "rc");
    }
    if (path == HandlingPath::OwnRules) == (purpose == Purpose::Claim) {
        return false;
    }
    let Some(rest) = rest.strip_prefix('a') else { return false };
    if path != HandlingPath::Petition {
        return matches!(rest, "" | "r" | "rc");
    }
    let rest = rest.strip_prefix('e').unwrap_or(rest);
    "rqvQVc".starts_with(rest) || matches!(rest, "rc" | "rqvc" | "rqvQVN")
}

#[test]
fn a_stage_is_called_what_the_wire_calls_it() {
    // serde names all words of a list when it refuses one.
    let refused = serde_json::from_str::<Stage>("\"?\"").unwrap_err().to_string();
    let words: Vec<_> = refused.split('`').skip(3).step_by(2).collect();
    assert_eq!(words.len(), 14);
    for word in words {
        let stage: Stage = serde_json::from_value(word.into()).unwrap();
        assert_eq!(stage.word(), word);
    }
}

proptest! {
    #[test]
    fn exactly_the_legal_sequences_are_accepted(
        tries in prop::collection::vec((0_usize..15, 0_usize..15, any::<bool>()), 0..14),
        purpose in prop_oneof![Just(Purpose::Claim), Just(Purpose::Suggestion), Just(Purpose::Accusation)],
        path in prop_oneof![Just(HandlingPath::Petition), Just(HandlingPath::Judicial), Just(HandlingPath::OwnRules)],
    ) {
        let mut life = Life::new(purpose);
        let mut kinds = Vec::new();
        for (any, pick, follow) in tries {
            // Half of the time a step that is allowed, so that long lives are reached.
            let allowed = life.allowed();
            let kind = if follow && !allowed.is_empty() { allowed[pick % allowed.len()] } else { EventKind::ALL[any] };
            kinds.push(kind);
            let result = life.record(Recorded { at: day("2026-11-23").begins(), event: event(kind, path) });
            prop_assert_eq!(result.is_ok(), is_legal(purpose, path, &kinds), "{:?} {:?} {:?}", purpose, path, kinds);
            if result.is_err() {
                kinds.pop();
            }
        }
    }
}
