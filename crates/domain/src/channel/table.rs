//! Questions and rules, as data.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::answers::Answers;
use crate::span::Span;

/// Most questions asked at a time.
pub const MOST_OPEN: usize = 5;
/// The option of a date question that stands for a day exactly known.
pub const DAY: &str = "day";
/// The option of a date question that stands for a day roughly known.
pub const ABOUT: &str = "about";

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// By one of its options.
    Choice,
    /// By a day ([`DAY`], [`ABOUT`]) or by an option that says why there is none.
    Date,
}

/// An earlier question that was answered with one of these options.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// Id of the question.
    pub question: String,
    /// Options that satisfy it.
    pub options: Vec<String>,
}

/// Conditions that hold together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case(pub Vec<Condition>);

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// Ids of its options, in the order to show.
    pub options: Vec<String>,
    /// How it is answered.
    pub kind: Kind,
    /// It is asked in any of these cases; without a case always.
    pub when: Vec<Case>,
    /// But in none of these.
    pub unless: Vec<Case>,
}

/// How strongly a way is advised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// This is the way to take.
    Recommended,
    /// This is open besides.
    Also,
}

/// What happens when a limit has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lapse {
    /// The way is closed as a rule: a period for applying or suing.
    Closes,
    /// The way stays open but the other side may plead the limit (时效), which may also have begun anew.
    Weakens,
}

/// A limit that the petitioner must keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// How long.
    pub span: Span,
    /// Id of the date question that it is counted from.
    pub from: String,
    /// What happens afterwards.
    pub lapse: Lapse,
}

/// When a way is advised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// It holds in any of these cases; without a case always.
    pub when: Vec<Case>,
    /// But in none of these.
    pub unless: Vec<Case>,
    /// Where this names ways: only when the time of one has passed and none of them is open.
    pub closed: Vec<String>,
    /// Id of the way.
    pub way: String,
    /// Ids of the organs that handle it.
    pub organs: Vec<String>,
    /// How strongly.
    pub rank: Rank,
    /// The limit to be kept, if the law sets one that can be counted.
    pub limit: Option<Limit>,
}

/// What a petition would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// An item, 1 to 6, of Art. 31 of the Regulations on Petition Work.
    Item(u8),
    /// A suggestion (Art. 29).
    Suggestion,
    /// A report or accusation (Art. 30).
    Accusation,
}

/// What petitioning itself answers; the first rule that holds counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PetitionRule {
    /// It holds in any of these cases; without a case always.
    pub when: Vec<Case>,
    /// Where this names ways: only when the time of one has passed and none of them is open.
    pub closed: Vec<String>,
    /// What the petition would be.
    pub outcome: Outcome,
}

/// Questions and rules.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// In the order asked; a question only looks at earlier ones.
    pub questions: Vec<Question>,
    /// In the order in which ways are shown within a rank.
    pub rules: Vec<Rule>,
    /// In the order tried; the last always holds.
    pub petition: Vec<PetitionRule>,
}

/// The answers that count: of questions that are asked, with options they have.
pub type Given<'a> = BTreeMap<&'a str, &'a str>;

impl Case {
    fn holds(&self, given: &Given<'_>) -> bool {
        let is_met = |condition: &Condition| {
            let answer = given.get(condition.question.as_str());
            answer.is_some_and(|answer| condition.options.iter().any(|option| option == answer))
        };
        self.0.iter().all(is_met)
    }
}

/// Whether any case holds; no case asks for nothing.
pub fn holds(when: &[Case], given: &Given<'_>) -> bool {
    when.is_empty() || when.iter().any(|case| case.holds(given))
}

/// Whether one of the excluded cases holds.
pub fn is_excluded(unless: &[Case], given: &Given<'_>) -> bool {
    unless.iter().any(|case| case.holds(given))
}

impl Question {
    fn is_asked(&self, given: &Given<'_>) -> bool {
        holds(&self.when, given) && !is_excluded(&self.unless, given)
    }
}

impl Table {
    /// The questions to be asked now: decided by the answers so far, [`MOST_OPEN`] at most, none
    /// when all is answered.
    pub fn open(&self, answers: &Answers) -> Vec<&Question> {
        let (_, mut open) = self.settle(answers);
        open.truncate(MOST_OPEN);
        open
    }

    /// The questions asked so far, answered or to be answered now, in order.
    pub fn asked(&self, answers: &Answers) -> Vec<&Question> {
        let (given, _) = self.settle(answers);
        self.questions.iter().filter(|question| question.is_asked(&given)).collect()
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The answers that count, and the questions that wait for one.
    pub(super) fn settle<'t: 'a, 'a>(
        &'t self,
        answers: &'a Answers,
    ) -> (Given<'a>, Vec<&'t Question>) {
        let (mut given, mut open) = (Given::new(), Vec::new());
        for question in &self.questions {
            if !question.is_asked(&given) {
                continue;
            }
            match answers.to(question) {
                Some(option) => {
                    given.insert(&question.id, option);
                }
                None => open.push(question),
            }
        }
        (given, open)
    }
}
