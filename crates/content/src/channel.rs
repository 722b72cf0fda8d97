//! What a page shows of the channel check (该走哪条路): words in one language around the domain's table.

use std::collections::BTreeMap;

use petition_domain::channel::Table;
use serde::{Deserialize, Serialize};

use crate::card::{Cost, LawView, LimitView, OrganView};

/// The whole check in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelView {
    /// Words of the questions, in the order of the table.
    pub questions: Vec<QuestionView>,
    /// Questions and rules.
    pub table: Table,
    /// Ways by id.
    pub ways: BTreeMap<String, WayView>,
    /// Organs by id.
    pub organs: BTreeMap<String, OrganView>,
    /// Why, by position of the rule.
    pub reasons: Vec<String>,
    /// What it rests on, by position of the rule.
    pub laws: Vec<Vec<LawView>>,
    /// The limit the law sets, by position of the rule.
    pub limits: Vec<Option<LimitView>>,
    /// Why petitioning answers so, by position of the petition rule.
    pub petition_reasons: Vec<String>,
    /// What that rests on, by position of the petition rule.
    pub petition_laws: Vec<Vec<LawView>>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionView {
    /// Its id.
    pub id: String,
    /// The question.
    pub text: String,
    /// What helps to answer it.
    pub hint: Option<String>,
    /// Its options in the order of the table.
    pub options: Vec<OptionView>,
}

/// An answer that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionView {
    /// Its id.
    pub id: String,
    /// Its words.
    pub text: String,
    /// What it means, where the words alone do not say it.
    pub hint: Option<String>,
}

/// A lawful way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayView {
    /// Its name.
    pub name: String,
    /// What it is, in a sentence.
    pub what: String,
    /// What it costs.
    pub cost: Cost,
}
