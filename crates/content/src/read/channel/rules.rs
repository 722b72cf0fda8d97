//! What the rules must hold to.

use petition_domain::channel::Kind;
use petition_text::{Card as C, Lang};
use toml::Spanned;

use super::check::Checker;
use super::{PetitionRow, RuleRow, Words};
use crate::card::Bound;
use crate::read::check::{article, law_exists};

/// Checks the rules.
pub fn check(checker: &mut Checker<'_>) {
    let channel = checker.channel;
    for id in &channel.sheet.pleaded {
        if !checker.tables.limits.contains_key(id.get_ref()) {
            checker.fault(id, format!("no limit {:?}", id.get_ref()));
        }
    }
    for rule in &channel.sheet.rules {
        checker.rule(rule);
    }
    for rule in &channel.sheet.petition {
        checker.petition(rule);
    }
    checker.ends();
}

impl<'a> Checker<'a> {
    fn rule(&mut self, rule: &'a RuleRow) {
        self.conditions(&rule.when);
        self.conditions(&rule.unless);
        self.ways(core::iter::once(&rule.way).chain(&rule.closed));
        if rule.organs.is_empty() {
            self.fault(&rule.way, "organs must name one at least");
        }
        for organ in &rule.organs {
            if !self.tables.organs.contains_key(organ.get_ref()) {
                self.fault(organ, format!("no organ {:?}", organ.get_ref()));
            }
        }
        self.limit(rule);
        self.laws(&rule.way, &rule.law, rule.limit.as_ref(), &rule.why);
    }

    fn limit(&mut self, rule: &RuleRow) {
        if let Some(limit) = &rule.limit {
            let id = limit.get_ref();
            match self.tables.limits.get(id) {
                None => self.fault(limit, format!("no limit {id:?}")),
                Some(at) if at.row.bound == Bound::Organ && rule.from.is_some() => {
                    self.fault(limit, format!("limit {id:?} is the organ's: nothing is counted"));
                }
                Some(_) => {}
            }
            if rule.law.is_empty() {
                self.fault(limit, format!("limit {id:?} without a law"));
            }
        }
        let Some(from) = &rule.from else { return };
        let questions = &self.channel.sheet.questions;
        let question = questions.iter().find(|question| question.id.get_ref() == from.get_ref());
        if question.is_none_or(|question| question.kind != Kind::Date) {
            self.fault(from, format!("{:?} asks for no date", from.get_ref()));
        }
        if rule.limit.is_none() {
            self.fault(from, "no limit to count");
        }
    }

    fn petition(&mut self, rule: &'a PetitionRow) {
        self.conditions(&rule.when);
        self.ways(rule.closed.iter());
        let is_known = match rule.article.get_ref() {
            29 | 30 => rule.item.is_none(),
            31 => rule.item.is_some_and(|item| (1..=6).contains(&item)),
            _ => false,
        };
        if !is_known {
            self.fault(&rule.article, "article 29, 30, or 31 with an item from 1 to 6");
        }
        self.laws(&rule.article, &rule.law, None, &rule.why);
    }

    /// Exactly the last petition rule always holds, so that there is an answer and each is used.
    fn ends(&mut self) {
        let rules = &self.channel.sheet.petition;
        for (position, rule) in rules.iter().enumerate() {
            let always = rule.when.is_empty() && rule.closed.is_empty();
            let is_last = position + 1 == rules.len();
            if always != is_last {
                let message =
                    if is_last { "the last must always hold" } else { "the ones below never hold" };
                self.fault(&rule.article, message);
            }
        }
    }

    fn ways<'b>(&mut self, ways: impl Iterator<Item = &'b Spanned<String>>) {
        for way in ways {
            if !self.tables.ways.contains_key(way.get_ref()) {
                self.fault(way, format!("no way {:?}", way.get_ref()));
            }
        }
    }

    /// The laws are there, and words that rest on something unread say so.
    fn laws<T>(
        &mut self,
        place: &Spanned<T>,
        laws: &[Spanned<String>],
        limit: Option<&Spanned<String>>,
        why: &Words,
    ) {
        self.words(place, why);
        for reference in laws {
            if let Err(message) = law_exists(self.tables, reference.get_ref()) {
                self.fault(reference, message);
            }
        }
        let limit = limit.and_then(|id| self.tables.limits.get(id.get_ref()));
        let is_read = |reference: &str| {
            let law = article(reference).and_then(|(id, _)| self.tables.laws.get(id));
            law.is_none_or(|at| *at.row.verified.get_ref())
        };
        let is_verified = laws.iter().all(|reference| is_read(reference.get_ref()))
            && limit.is_none_or(|at| at.row.verified && is_read(at.row.law.get_ref()));
        for (lang, text) in [(Lang::Zh, &why.zh), (Lang::En, &why.en)] {
            let notice = lang.say(C::LocalNotice);
            if !is_verified && !text.contains(&*notice) {
                self.fault(place, format!("rests on something unverified without {notice:?}"));
            }
        }
    }
}
