use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::day::Day;
use crate::span::{Span, Unit};
use crate::working_days::HolidayTable;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn case(conditions: &[(&str, &[&str])]) -> Case {
    let condition = |(question, options): &(&str, &[&str])| Condition {
        question: (*question).to_owned(),
        options: options.iter().map(|&option| option.to_owned()).collect(),
    };
    Case(conditions.iter().map(condition).collect())
}

fn question(id: &str, kind: Kind, options: &[&str], when: &[Case]) -> Question {
    Question {
        id: id.to_owned(),
        options: options.iter().map(|&option| option.to_owned()).collect(),
        kind,
        when: when.to_vec(),
        unless: Vec::new(),
    }
}

fn rule(way: &str, when: &[Case], limit: Option<(u16, Unit, Lapse)>) -> Rule {
    Rule {
        when: when.to_vec(),
        unless: Vec::new(),
        closed: Vec::new(),
        way: way.to_owned(),
        organs: vec!["court".to_owned()],
        rank: Rank::Recommended,
        limit: limit.map(|(amount, unit, lapse)| Limit {
            span: Span { amount, unit },
            from: "received".to_owned(),
            lapse,
        }),
    }
}

/// An authority decided: sixty days to ask for review, three years to claim damages, afterwards a
/// petition. A neighbour did: a suit, and a question of his own for the day.
fn table() -> Table {
    let authority = case(&[("who", &["authority"])]);
    let neighbour = case(&[("who", &["neighbour"])]);
    let date = [DAY, ABOUT, "unknown"];
    let last = Rule {
        closed: vec!["reconsideration".to_owned()],
        ..rule("petition", std::slice::from_ref(&authority), None)
    };
    let always = PetitionRule { when: vec![], closed: vec![], outcome: Outcome::Item(4) };
    let closed = PetitionRule {
        closed: vec!["reconsideration".to_owned()],
        outcome: Outcome::Item(6),
        ..always.clone()
    };
    Table {
        questions: vec![
            question("who", Kind::Choice, &["authority", "neighbour"], &[]),
            question("written", Kind::Choice, &["yes", "no"], std::slice::from_ref(&authority)),
            question("received", Kind::Date, &date, &[case(&[("written", &["yes"])])]),
            question("happened", Kind::Date, &date, std::slice::from_ref(&neighbour)),
        ],
        rules: vec![
            last,
            rule(
                "reconsideration",
                std::slice::from_ref(&authority),
                Some((60, Unit::Days, Lapse::Closes)),
            ),
            rule("reconsideration", &[], None),
            rule("civil-suit", &[], Some((3, Unit::Years, Lapse::Weakens))),
        ],
        petition: vec![closed, always],
    }
}

fn told(table: &Table, answers: &[(&str, &str)], received: Option<(&str, Day)>) -> Answers {
    let mut told = Answers::default();
    for (question, option) in answers {
        told.choose(table, question, option);
    }
    if let Some((question, day)) = received {
        told.receive(table, question, Received { day, is_about: false });
    }
    told
}

fn ids(questions: &[&Question]) -> Vec<String> {
    questions.iter().map(|question| question.id.clone()).collect()
}

fn ways(routes: &[Route]) -> Vec<&str> {
    routes.iter().map(|route| route.way.as_str()).collect()
}

const WRITTEN: [(&str, &str); 2] = [("who", "authority"), ("written", "yes")];

#[test]
fn only_what_the_answers_lead_to_is_asked() {
    let table = table();
    assert_eq!(ids(&table.open(&Answers::default())), ["who"]);
    assert_eq!(ids(&table.open(&told(&table, &[("who", "authority")], None))), ["written"]);
    assert_eq!(ids(&table.open(&told(&table, &WRITTEN, None))), ["received"]);
    let done = told(&table, &[WRITTEN[0], WRITTEN[1], ("received", "unknown")], None);
    assert!(table.open(&done).is_empty());
    assert_eq!(ids(&table.asked(&done)), ["who", "written", "received"]);
}

#[test]
fn a_changed_answer_drops_what_hung_on_it() {
    let table = table();
    let received = Some(("received", day("2026-11-01")));
    let mut answers = told(&table, &WRITTEN, received);
    assert!(table.open(&answers).is_empty());
    answers.choose(&table, "who", "neighbour");
    assert_eq!(answers, told(&table, &[("who", "neighbour")], None));
    assert_eq!(ids(&table.open(&answers)), ["happened"], "the day was told for another question");
    let mut answers = told(&table, &WRITTEN, received);
    answers.forget(&table, "received");
    assert_eq!(answers, told(&table, &WRITTEN, None));
}

#[test]
fn what_the_table_does_not_know_changes_nothing() {
    let table = table();
    let before = told(&table, &WRITTEN, None);
    let mut answers = before.clone();
    for (question, option) in [("who", "nobody"), ("weather", "fine"), ("received", DAY)] {
        answers.choose(&table, question, option);
    }
    answers.receive(&table, "who", Received { day: day("2026-11-01"), is_about: true });
    assert_eq!(answers, before);
}

#[test]
fn a_period_closes_its_way_and_a_limitation_weakens_it() {
    let table = table();
    let today = day("2026-11-23");
    let none = HolidayTable::default();
    let advice =
        |day: Day| advise(&table, &told(&table, &WRITTEN, Some(("received", day))), today, &none);
    let fresh = advice(day("2026-11-20"));
    assert_eq!(ways(&fresh.routes), ["reconsideration", "civil-suit"]);
    assert_eq!(fresh.petition, Petition { outcome: Outcome::Item(4), rule: 1 });
    let due = fresh.routes[0].due.unwrap();
    assert_eq!((due.last_day, due.days_left, due.state), (day("2027-01-19"), 57, DueState::Ample));
    let late = advice(day("2026-08-01"));
    assert_eq!(ways(&late.routes), ["petition", "civil-suit"]);
    assert_eq!(ways(&late.lapsed), ["reconsideration"], "one rule a way: not by the next rule");
    assert_eq!(late.petition.outcome, Outcome::Item(6));
    let old = advice(day("2016-08-01"));
    assert_eq!(ways(&old.routes), ["petition", "civil-suit"]);
    assert_eq!(old.routes[1].rank, Rank::Also);
    assert_eq!(old.routes[1].due.unwrap().state, DueState::MaybePassed);
}

#[test]
fn a_day_told_for_one_event_starts_no_limit_of_another() {
    let table = table();
    let happened = Some(("happened", day("2016-08-01")));
    let answers = told(&table, &[("who", "neighbour")], happened);
    let advice = advise(&table, &answers, day("2026-11-23"), &HolidayTable::default());
    assert_eq!(ways(&advice.routes), ["reconsideration", "civil-suit"]);
    assert!(advice.routes.iter().all(|route| route.due.is_none()));
}

#[test]
fn fourteen_days_are_soon_and_the_last_day_still_counts() {
    let table = table();
    let received = day("2026-09-24");
    let answers = told(&table, &WRITTEN, Some(("received", received)));
    let last = day("2026-11-23");
    let state = |today: Day| {
        let advice = advise(&table, &answers, today, &HolidayTable::default());
        let due = advice.route("reconsideration").map(|route| route.due.unwrap());
        due.map(|due| (due.days_left, due.state))
    };
    assert_eq!(state(last.plus(-15)), Some((15, DueState::Ample)));
    assert_eq!(state(last.plus(-14)), Some((14, DueState::Soon)));
    assert_eq!(state(last), Some((0, DueState::Soon)));
    assert_eq!(state(last.plus(1)), None);
}

#[test]
fn a_limit_that_ends_in_a_long_holiday_waits_for_its_end() {
    let table = table();
    let holidays = HolidayTable {
        holidays: (1..=7).map(|n| Day::new(2026, 10, n).unwrap()).collect(),
        ..HolidayTable::default()
    };
    let answers = told(&table, &WRITTEN, Some(("received", day("2026-08-03"))));
    let advice = advise(&table, &answers, day("2026-10-05"), &holidays);
    let due = advice.route("reconsideration").unwrap().due.unwrap();
    assert_eq!((due.last_day, due.days_left), (day("2026-10-08"), 3));
}

/// Days around which counting goes wrong: month ends, leap days, the turn of the year.
fn received() -> impl Strategy<Value = Day> {
    let ends = (2019_i32..2032, 1_u8..=12, -3_i64..4);
    let month_ends = ends.prop_map(|(year, month, near)| {
        Day::new(year, month, 28).unwrap_or(day("2024-02-29")).plus(near)
    });
    prop_oneof![month_ends, (0_i64..5000).prop_map(|days| day("2019-01-01").plus(days))]
}

fn holidays() -> impl Strategy<Value = HolidayTable> {
    (received(), 0_i64..10).prop_map(|(from, length)| HolidayTable {
        holidays: (0..length).map(|n| from.plus(n)).collect(),
        ..HolidayTable::default()
    })
}

proptest! {
    #[test]
    fn days_left_shrink_by_one_a_day(
        received in received(), later in -40_i64..1200, holidays in holidays(), about: bool,
    ) {
        let table = table();
        let mut answers = told(&table, &WRITTEN, None);
        answers.receive(&table, "received", Received { day: received, is_about: about });
        let all = |today: Day| {
            let advice = advise(&table, &answers, today, &holidays);
            let routes = advice.routes.into_iter().chain(advice.lapsed);
            let due = routes.filter_map(|route| Some((route.way, route.due?)));
            due.collect::<BTreeMap<String, Due>>()
        };
        let today = received.plus(later);
        for (way, due) in all(today) {
            let next = all(today.plus(1))[&way];
            prop_assert_eq!(next.last_day, due.last_day);
            prop_assert_eq!(next.days_left, due.days_left - 1);
            prop_assert!(holidays.is_working(due.last_day), "{way} ends on a day off");
            prop_assert!(due.last_day > received);
            prop_assert_eq!(due.is_about, about);
            let state = match due.days_left {
                left if left < 0 => DueState::MaybePassed,
                left if left < 15 => DueState::Soon,
                _ => DueState::Ample,
            };
            prop_assert_eq!(due.state, state);
        }
    }

    #[test]
    fn whatever_is_answered_there_is_a_result(
        who in "authority|neighbour|nobody", written in "yes|no|", date in "day|about|unknown|x",
        received in proptest::option::of(received()), today in received(),
    ) {
        let table = table();
        let chosen = [("who", who), ("written", written), ("received", date)];
        let answers = Answers {
            chosen: chosen.map(|(question, option)| (question.to_owned(), option)).into(),
            received: received.map(|day| Received { day, is_about: true }),
        };
        let advice = advise(&table, &answers, today, &HolidayTable::default());
        prop_assert!(!advice.routes.is_empty());
        prop_assert!(advice.petition.rule < table.petition.len());
    }
}
