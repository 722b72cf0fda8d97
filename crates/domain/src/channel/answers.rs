//! What has been answered so far.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::table::{ABOUT, DAY, Kind, Question, Table};
use crate::day::Day;

/// The day on which something was received or happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// The day.
    pub day: Day,
    /// Whether it is known only roughly (大约).
    pub is_about: bool,
}

/// Answers, by question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// The option chosen, by id of the question; for a date that is known [`DAY`] or [`ABOUT`].
    pub chosen: BTreeMap<String, String>,
    /// The day answered to the date question that is asked; there is never more than one.
    pub received: Option<Received>,
}

impl Answers {
    /// The option of `question` that is chosen.
    pub fn to<'a>(&'a self, question: &Question) -> Option<&'a str> {
        let chosen = self.chosen.get(&question.id).map(String::as_str);
        let answer = chosen.or_else(|| {
            let is_date = question.kind == Kind::Date;
            let received = self.received.filter(|_| is_date)?;
            Some(if received.is_about { ABOUT } else { DAY })
        });
        // A day without the day is no answer.
        let is_day = |option: &str| question.kind == Kind::Date && [DAY, ABOUT].contains(&option);
        answer
            .filter(|option| question.options.iter().any(|known| known == option))
            .filter(|option| !is_day(option) || self.received.is_some())
    }

    /// Answers a question and drops the answers to questions that are no longer asked. What the
    /// table does not know changes nothing; a day is told by [`Answers::receive`].
    pub fn choose(&mut self, table: &Table, question: &str, option: &str) {
        let Some(found) = table.question(question) else { return };
        if !found.options.iter().any(|known| known == option) {
            return;
        }
        if found.kind == Kind::Date {
            if [DAY, ABOUT].contains(&option) {
                return;
            }
            self.received = None;
        }
        self.chosen.insert(question.to_owned(), option.to_owned());
        self.prune(table);
    }

    /// Answers a date question with a day.
    pub fn receive(&mut self, table: &Table, question: &str, received: Received) {
        if table.question(question).is_none_or(|found| found.kind != Kind::Date) {
            return;
        }
        let option = if received.is_about { ABOUT } else { DAY };
        self.chosen.insert(question.to_owned(), option.to_owned());
        self.received = Some(received);
        self.prune(table);
    }

    /// Takes an answer back, and with it those to questions that are no longer asked.
    pub fn forget(&mut self, table: &Table, question: &str) {
        self.chosen.remove(question);
        if table.question(question).is_some_and(|found| found.kind == Kind::Date) {
            self.received = None;
        }
        self.prune(table);
    }

    fn prune(&mut self, table: &Table) {
        // A day belongs to the question that asked for it: it must not answer another one.
        let is_own = |question: &&Question| {
            let chosen = self.chosen.get(&question.id);
            question.kind == Kind::Date
                && chosen.is_some_and(|option| [DAY, ABOUT].contains(&option.as_str()))
        };
        let (given, _) = table.settle(self);
        let is_held = table
            .questions
            .iter()
            .filter(is_own)
            .any(|question| given.contains_key(question.id.as_str()));
        let kept: BTreeMap<String, String> = given
            .into_iter()
            .filter(|(question, _)| self.chosen.contains_key(*question))
            .map(|(question, option)| (question.to_owned(), option.to_owned()))
            .collect();
        self.chosen = kept;
        if !is_held {
            self.received = None;
        }
    }
}
