//! What the check of channels must hold to; the rules for its rules stand in `rules`.

use std::collections::{BTreeMap, BTreeSet};

use petition_domain::channel::{ABOUT, DAY, Kind};
use petition_text::Lang;
use toml::Spanned;

use super::{Channel, FILE, QuestionRow, SET, TOPIC, When, Words, rules};
use crate::read::fault::Fault;
use crate::read::prose;
use crate::read::tables::Tables;

/// Tiles about petitioning and this hall: no problem that could go one way or another.
const NO_TOPICS: [&str; 2] = ["petition", "hall"];
/// The topic of what stands behind no tile.
const OTHER: &str = "other";

/// Collects what is wrong.
pub struct Checker<'a> {
    /// What is checked.
    pub channel: &'a Channel,
    /// What it refers to.
    pub tables: &'a Tables,
    /// Where mistakes go.
    pub faults: &'a mut Vec<Fault>,
    /// Options by question, of the questions seen so far.
    pub known: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

/// Checks everything.
pub fn check(channel: &Channel, tables: &Tables, faults: &mut Vec<Fault>) {
    let mut checker = Checker { channel, tables, faults, known: BTreeMap::new() };
    for question in &channel.sheet.questions {
        checker.question(question);
    }
    checker.topics();
    rules::check(&mut checker);
}

impl<'a> Checker<'a> {
    /// Notes a mistake at the place of `value`.
    pub fn fault<T>(&mut self, value: &Spanned<T>, message: impl Into<String>) {
        self.faults.push(Fault::new(FILE, self.channel.line(value), message));
    }

    fn question(&mut self, question: &'a QuestionRow) {
        let id = question.id.get_ref().as_str();
        if self.known.contains_key(id) {
            self.fault(&question.id, format!("question {id:?} stands twice"));
        }
        self.conditions(&question.when);
        self.conditions(&question.unless);
        self.words(&question.id, &question.text);
        self.optional_words(&question.id, question.hint.as_ref());
        let mut options = BTreeSet::new();
        for option in &question.options {
            let name = option.id.get_ref().as_str();
            if !options.insert(name) {
                self.fault(&option.id, format!("option {name:?} stands twice"));
            }
            let is_tile = self.tables.tiles.iter().any(|tile| tile.row.id.get_ref() == name);
            match &option.text {
                Some(words) => self.words(&option.id, words),
                None if id == TOPIC && is_tile => {}
                None => self.fault(&option.id, format!("option {name:?} has no words")),
            }
            self.optional_words(&option.id, option.hint.as_ref());
        }
        if options.len() < 2 {
            self.fault(&question.id, format!("question {id:?} leaves no choice"));
        }
        if question.kind == Kind::Date && ![DAY, ABOUT].iter().all(|day| options.contains(day)) {
            self.fault(&question.id, format!("a date needs the options {DAY:?} and {ABOUT:?}"));
        }
        self.known.insert(id, options);
    }

    /// Every problem of the guide can be chosen, and no other.
    fn topics(&mut self) {
        let mut questions = self.channel.sheet.questions.iter();
        let Some(topic) = questions.find(|question| question.id.get_ref() == TOPIC) else {
            self.faults.push(Fault::new(FILE, 0, format!("no question {TOPIC:?}")));
            return;
        };
        let tiles = self.tables.tiles.iter().map(|tile| tile.row.id.get_ref().as_str());
        let wanted: BTreeSet<&str> = tiles.filter(|tile| !NO_TOPICS.contains(tile)).collect();
        for option in &topic.options {
            let id = option.id.get_ref().as_str();
            if id != OTHER && !wanted.contains(id) {
                self.fault(&option.id, format!("no tile {id:?}"));
            }
        }
        let there = self.known.get(TOPIC).cloned().unwrap_or_default();
        for tile in wanted.difference(&there) {
            self.fault(&topic.id, format!("tile {tile:?} cannot be chosen"));
        }
    }

    /// Conditions look at questions above and at options they have.
    pub fn conditions(&mut self, when: &'a When) {
        for (question, options) in when.iter().flatten() {
            let Some(known) = self.known.get(question.as_str()).cloned() else {
                self.fault(options, format!("no question {question:?} above"));
                continue;
            };
            if options.get_ref().is_empty() {
                self.fault(options, "a condition without options never holds");
            }
            for option in options.get_ref() {
                let set = option.strip_prefix(SET);
                if set.is_some_and(|set| !self.channel.sheet.sets.contains_key(set)) {
                    self.fault(options, format!("no set {option:?}"));
                }
            }
            for option in self.channel.options(options.get_ref()) {
                if !known.contains(option.as_str()) {
                    self.fault(options, format!("question {question:?} has no option {option:?}"));
                }
            }
        }
    }

    fn optional_words<T>(&mut self, place: &Spanned<T>, words: Option<&Words>) {
        if let Some(words) = words {
            self.words(place, words);
        }
    }

    /// Words are there in both languages, in sentences that can be read.
    pub fn words<T>(&mut self, place: &Spanned<T>, words: &Words) {
        for (lang, text) in [(Lang::Zh, &words.zh), (Lang::En, &words.en)] {
            if text.trim().is_empty() {
                self.fault(place, format!("no words in {}", lang.tag()));
            }
            for sentence in prose::split(lang, text) {
                let (length, most, of) = prose::length(lang, &sentence);
                if length > most {
                    let message =
                        format!("{length} {of} in one sentence, at most {most}: {sentence}");
                    self.fault(place, message);
                }
            }
        }
    }
}
