//! From the checked sheet to what a page loads.

use std::collections::{BTreeMap, BTreeSet};

use petition_domain::channel::{Lapse, Limit, Outcome, PetitionRule, Question, Rule, Table};
use petition_text::Lang;
use toml::Spanned;

use super::{Channel, OptionRow, PetitionRow, QuestionRow, RuleRow, Words};
use crate::card::{Bound, LawView};
use crate::channel::{ChannelView, OptionView, QuestionView, WayView};
use crate::read::Phones;
use crate::read::compile::{law_view, limit_view, organ, say};
use crate::read::tables::Tables;

/// The check in one language.
pub fn compile(channel: &Channel, tables: &Tables, phones: &Phones, lang: Lang) -> ChannelView {
    let sheet = &channel.sheet;
    let organs: BTreeSet<&String> =
        sheet.rules.iter().flat_map(|rule| &rule.organs).map(Spanned::get_ref).collect();
    let ways: BTreeSet<&String> = sheet.rules.iter().map(|rule| rule.way.get_ref()).collect();
    let way = |id: &String| {
        let way = &tables.ways.get(id)?.row;
        let (name, what) = (say(lang, &way.zh, &way.en), say(lang, &way.zh_what, &way.en_what));
        Some((id.clone(), WayView { name, what, cost: way.cost }))
    };
    let limit = |rule: &RuleRow| {
        let at = tables.limits.get(rule.limit.as_ref()?.get_ref())?;
        limit_view(tables, &at.row, lang)
    };
    let laws = |laws: &[Spanned<String>]| -> Vec<LawView> {
        laws.iter().filter_map(|law| law_view(tables, law.get_ref(), lang)).collect()
    };
    ChannelView {
        questions: sheet.questions.iter().map(|row| question(row, tables, lang)).collect(),
        table: table(channel, tables),
        ways: ways.into_iter().filter_map(way).collect(),
        organs: organs
            .into_iter()
            .filter_map(|id| Some((id.clone(), organ(tables, id, phones, lang)?)))
            .collect(),
        reasons: sheet.rules.iter().map(|rule| words(lang, &rule.why)).collect(),
        laws: sheet.rules.iter().map(|rule| laws(&rule.law)).collect(),
        limits: sheet.rules.iter().map(limit).collect(),
        petition_reasons: sheet.petition.iter().map(|rule| words(lang, &rule.why)).collect(),
        petition_laws: sheet.petition.iter().map(|rule| laws(&rule.law)).collect(),
    }
}

fn words(lang: Lang, words: &Words) -> String {
    say(lang, &words.zh, &words.en)
}

fn question(row: &QuestionRow, tables: &Tables, lang: Lang) -> QuestionView {
    let tiles: BTreeMap<&str, String> = tables
        .tiles
        .iter()
        .map(|at| (at.row.id.get_ref().as_str(), say(lang, &at.row.zh, &at.row.en)))
        .collect();
    let option = |option: &OptionRow| {
        let id = option.id.get_ref();
        let tile = || tiles.get(id.as_str()).cloned().unwrap_or_default();
        OptionView {
            id: id.clone(),
            text: option.text.as_ref().map_or_else(tile, |text| words(lang, text)),
            hint: option.hint.as_ref().map(|hint| words(lang, hint)),
        }
    };
    QuestionView {
        id: row.id.get_ref().clone(),
        text: words(lang, &row.text),
        hint: row.hint.as_ref().map(|hint| words(lang, hint)),
        options: row.options.iter().map(option).collect(),
    }
}

fn table(channel: &Channel, tables: &Tables) -> Table {
    let sheet = &channel.sheet;
    let question = |row: &QuestionRow| Question {
        id: row.id.get_ref().clone(),
        options: row.options.iter().map(|option| option.id.get_ref().clone()).collect(),
        kind: row.kind,
        when: channel.cases(&row.when),
        unless: channel.cases(&row.unless),
    };
    let limit = |row: &RuleRow| {
        let id = row.limit.as_ref()?;
        let limit = &tables.limits.get(id.get_ref())?.row;
        let from = row.from.as_ref().filter(|_| limit.bound == Bound::You)?.get_ref().clone();
        let is_pleaded = sheet.pleaded.iter().any(|pleaded| pleaded.get_ref() == id.get_ref());
        let lapse = if is_pleaded { Lapse::Weakens } else { Lapse::Closes };
        Some(Limit { span: limit.span(), from, lapse })
    };
    let rule = |row: &RuleRow| Rule {
        when: channel.cases(&row.when),
        unless: channel.cases(&row.unless),
        closed: texts(&row.closed),
        way: row.way.get_ref().clone(),
        organs: texts(&row.organs),
        rank: row.rank,
        limit: limit(row),
    };
    let petition = |row: &PetitionRow| PetitionRule {
        when: channel.cases(&row.when),
        closed: texts(&row.closed),
        outcome: match (row.article.get_ref(), row.item) {
            (29, _) => Outcome::Suggestion,
            (30, _) => Outcome::Accusation,
            (_, item) => Outcome::Item(item.unwrap_or(6)),
        },
    };
    Table {
        questions: sheet.questions.iter().map(question).collect(),
        rules: sheet.rules.iter().map(rule).collect(),
        petition: sheet.petition.iter().map(petition).collect(),
    }
}

fn texts(values: &[Spanned<String>]) -> Vec<String> {
    values.iter().map(|value| value.get_ref().clone()).collect()
}
