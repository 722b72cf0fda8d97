//! The channel check: `channel.toml`, from text to what a page loads.

mod check;
mod compile;
mod rules;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use petition_domain::channel::{Case, Condition, Kind, Rank};
use serde::Deserialize;
use toml::Spanned;

use super::fault::{Fault, line_at};
use super::tables::{Tables, toml_fault};

pub use compile::compile;

/// Where the check stands, below the content folder.
const FILE: &str = "channel.toml";
/// What an option begins with that stands for a set of them.
const SET: char = '@';
/// The question whose options are the tiles of the guide.
const TOPIC: &str = "topic";

/// Cases, each a table from questions to the options that satisfy it.
type When = Vec<BTreeMap<String, Spanned<Vec<String>>>>;

/// The file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    /// Options that often stand together; conditions name them as `@name`.
    sets: BTreeMap<String, Vec<String>>,
    /// Limits that the other side must plead: the way stays open when they have passed.
    pleaded: Vec<Spanned<String>>,
    questions: Vec<QuestionRow>,
    rules: Vec<RuleRow>,
    petition: Vec<PetitionRow>,
}

/// Words in both languages.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    zh: String,
    en: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionRow {
    id: Spanned<String>,
    kind: Kind,
    #[serde(default)]
    when: When,
    #[serde(default)]
    unless: When,
    text: Words,
    hint: Option<Words>,
    options: Vec<OptionRow>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OptionRow {
    id: Spanned<String>,
    /// Left out where it is a tile of the guide, which has words already.
    text: Option<Words>,
    hint: Option<Words>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleRow {
    way: Spanned<String>,
    rank: Rank,
    #[serde(default)]
    when: When,
    #[serde(default)]
    unless: When,
    #[serde(default)]
    closed: Vec<Spanned<String>>,
    organs: Vec<Spanned<String>>,
    limit: Option<Spanned<String>>,
    /// The date question that the limit is counted from; without it the limit is only told.
    from: Option<Spanned<String>>,
    law: Vec<Spanned<String>>,
    why: Words,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PetitionRow {
    /// 29, 30 or 31.
    article: Spanned<u16>,
    /// Of Art. 31.
    item: Option<u8>,
    #[serde(default)]
    when: When,
    #[serde(default)]
    closed: Vec<Spanned<String>>,
    law: Vec<Spanned<String>>,
    why: Words,
}

/// The check as written, with its text to say where a mistake stands.
#[derive(Clone, Debug, Default)]
pub struct Channel {
    sheet: Sheet,
    text: String,
}

/// Reads the check and compares it with the tables.
pub fn read(dir: &Path, tables: &Tables, faults: &mut Vec<Fault>) -> Channel {
    let text = match fs::read_to_string(dir.join(FILE)) {
        Ok(text) => text,
        Err(err) => {
            faults.push(Fault::new(FILE, 0, format!("cannot be read: {err}")));
            return Channel::default();
        }
    };
    parse(text, tables, faults)
}

fn parse(text: String, tables: &Tables, faults: &mut Vec<Fault>) -> Channel {
    match toml::from_str(&text) {
        Ok(sheet) => {
            let channel = Channel { sheet, text };
            check::check(&channel, tables, faults);
            channel
        }
        Err(err) => {
            faults.push(toml_fault(FILE, &text, 1, &err));
            Channel::default()
        }
    }
}

impl Channel {
    fn line<T>(&self, value: &Spanned<T>) -> usize {
        line_at(&self.text, value.span().start)
    }

    /// The options that are meant, with sets written out.
    fn options<'a>(&'a self, options: &'a [String]) -> impl Iterator<Item = &'a String> {
        options.iter().flat_map(|option| match option.strip_prefix(SET) {
            Some(set) => self.sheet.sets.get(set).map_or(&[][..], Vec::as_slice),
            None => core::slice::from_ref(option),
        })
    }

    fn cases(&self, when: &When) -> Vec<Case> {
        let condition = |(question, options): (&String, &Spanned<Vec<String>>)| Condition {
            question: question.clone(),
            options: self.options(options.get_ref()).cloned().collect(),
        };
        when.iter().map(|case| Case(case.iter().map(condition).collect())).collect()
    }
}
