//! The channel check against problems told as people tell them (`tests/data/stories.toml`).

use crate::support;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use petition_domain::Day;
use petition_domain::channel::{Advice, Answers, Kind, Received, Table, advise};
use petition_domain::working_days::HolidayTable;
use serde::Deserialize;

#[derive(Deserialize)]
struct Sheet {
    stories: Vec<Story>,
}

#[derive(Deserialize)]
struct Story {
    card: String,
    topic: String,
    #[serde(default)]
    answers: BTreeMap<String, String>,
    purpose: String,
    decided_by: String,
    already: Vec<String>,
    emergency: bool,
    days_ago: Option<i64>,
    routes: Vec<String>,
    not: Vec<String>,
}

impl Story {
    /// Where the matter stands, from what has been used.
    fn stage(&self) -> &str {
        let is_decided = ["court", "arbitration"].contains(&self.decided_by.as_str());
        match self.already.last().map(String::as_str) {
            None => "none",
            Some("petition-handled") => "petition-replied",
            Some("suit" | "arbitration") if is_decided => "judged",
            Some(stage) => stage,
        }
    }

    /// What the teller answers to `question`; nothing where the story leaves it open.
    fn answer(&self, question: &str) -> Option<&str> {
        if let Some(answer) = self.answers.get(question) {
            return Some(answer);
        }
        match question {
            "danger" => Some(if self.emergency { "yes" } else { "no" }),
            "kind" if self.purpose == "accusation" => Some("report"),
            "kind" => Some(&self.purpose),
            "topic" => Some(&self.topic),
            "decided_by" => Some(&self.decided_by),
            "stage" => Some(self.stage()),
            _ => None,
        }
    }

    /// Goes through the check as the kiosk does: question by question, in the order asked.
    fn tell(&self, table: &Table, today: Day) -> Answers {
        let mut answers = Answers::default();
        while let [question, ..] = table.open(&answers).as_slice() {
            let id = question.id.clone();
            match (question.kind, self.days_ago) {
                (Kind::Date, Some(days)) => {
                    let received = Received { day: today.plus(-days), is_about: false };
                    answers.receive(table, &id, received);
                }
                (Kind::Date, None) => answers.choose(table, &id, "unknown"),
                (Kind::Choice, _) => {
                    let answer = self.answer(&id);
                    let answer = answer.unwrap_or_else(|| panic!("{}: {id} is open", self.card));
                    answers.choose(table, &id, answer);
                }
            }
            assert!(!table.open(&answers).iter().any(|open| open.id == id), "{}: {id}", self.card);
        }
        for question in self.answers.keys() {
            assert!(answers.chosen.contains_key(question), "{}: {question} not asked", self.card);
        }
        answers
    }

    fn faults(&self, advice: &Advice) -> Vec<String> {
        let advised: Vec<&str> = advice.routes.iter().map(|route| route.way.as_str()).collect();
        let is_advised = |way: &&String| advised.contains(&way.as_str());
        let missing = self.routes.iter().filter(|way| !is_advised(way));
        let missing = missing.map(|way| format!("{}: {way} missing in {advised:?}", self.card));
        let wrong = self.not.iter().filter(is_advised);
        missing.chain(wrong.map(|way| format!("{}: {way} advised", self.card))).collect()
    }
}

fn stories() -> Vec<Story> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/stories.toml");
    let sheet: Sheet = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    sheet.stories
}

#[test]
fn every_story_finds_its_ways() {
    let table = support::edition("zh-CN").channel.table;
    let today: Day = "2026-11-23".parse().unwrap();
    let stories = stories();
    assert!(stories.len() >= 60);
    let mut faults = Vec::new();
    for story in &stories {
        let answers = story.tell(&table, today);
        let advice = advise(&table, &answers, today, &HolidayTable::default());
        assert_eq!(advice.is_emergency, story.emergency, "{}", story.card);
        faults.extend(story.faults(&advice));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Somebody in a hurry answers only what every problem is asked.
#[test]
fn details_left_open_do_not_mislead() {
    let table = support::edition("zh-CN").channel.table;
    let today: Day = "2026-11-23".parse().unwrap();
    let mut faults = Vec::new();
    for story in stories() {
        let mut answers = Answers::default();
        for question in ["danger", "kind", "about", "topic", "decided_by", "stage"] {
            let Some(answer) = story.answer(question) else { continue };
            answers.chosen.insert(question.to_owned(), answer.to_owned());
        }
        let day = story.days_ago.map(|days| today.plus(-days));
        answers.received = day.map(|day| Received { day, is_about: false });
        let advice = advise(&table, &answers, today, &HolidayTable::default());
        faults.extend(story.faults(&advice));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
