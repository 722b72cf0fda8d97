//! The tables that cards refer to: laws, limits, ways, organs, tiles.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs;
use std::path::Path;

use petition_domain::Day;
use petition_domain::span::{Span, Unit};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;

use super::fault::{Fault, line_at};
use super::{ClockDays, files, relative};
use crate::card::{Bound, Cost};

/// A day of a table, written as text or as a date of TOML.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Date(#[serde(deserialize_with = "day")] pub Day);

#[derive(Deserialize)]
#[serde(untagged, expecting = "not a day written YYYY-MM-DD")]
enum Written {
    Text(Day),
    Toml(toml::value::Datetime),
}

/// Reads a day.
fn day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
    match Written::deserialize(deserializer)? {
        Written::Text(day) => Ok(day),
        Written::Toml(date) => date.to_string().parse().map_err(serde::de::Error::custom),
    }
}

/// Where a text was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The text of the law, in the collection of April 2025.
    #[serde(rename = "law-text-2025-04")]
    LawText,
    /// A public page that quotes it.
    PublicPage,
    /// Nobody has read it yet.
    Memory,
}

/// A law.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Its id.
    pub id: Spanned<String>,
    /// Chinese title, without the marks around it.
    pub zh: String,
    /// English title.
    pub en: String,
    /// Year or number of the version.
    pub version: String,
    /// Since when.
    #[expect(dead_code, reason = "for the person who checks the table; read so that it is a day")]
    pub in_force: Option<Date>,
    /// Where it was read.
    pub source: Origin,
    /// The day somebody last looked.
    #[expect(dead_code, reason = "for the person who checks the table; read so that it is a day")]
    pub checked: Date,
    /// Whether the text itself was read.
    pub verified: Spanned<bool>,
    /// Whether it has changed since.
    #[serde(default)]
    pub recheck: bool,
    /// What its articles say, in our words.
    #[serde(default)]
    pub articles: BTreeMap<String, Gist>,
}

/// What an article says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gist {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// A time limit.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Its id.
    pub id: Spanned<String>,
    /// How many.
    pub amount: u16,
    /// Of what.
    pub unit: Unit,
    /// Who must keep it.
    #[serde(rename = "who")]
    pub bound: Bound,
    /// Counted from, in Chinese.
    pub zh_from: String,
    /// In English.
    pub en_from: String,
    /// What it rests on: a limit without a source is none.
    pub law: Spanned<String>,
    /// Whether the text itself was read.
    pub verified: bool,
}

impl Limit {
    /// How long.
    pub const fn span(&self) -> Span {
        Span { amount: self.amount, unit: self.unit }
    }
}

/// A lawful way.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Way {
    /// Its id.
    pub id: Spanned<String>,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// What it is, in Chinese.
    pub zh_what: String,
    /// In English.
    pub en_what: String,
    /// What it costs.
    pub cost: Cost,
}

/// Who handles something.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organ {
    /// Its id.
    pub id: Spanned<String>,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Key of its telephone in the hall's configuration.
    pub hotline: Option<String>,
}

/// A tile of the guide.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tile {
    /// Its id.
    pub id: Spanned<String>,
    /// Chinese words.
    pub zh: String,
    /// English words.
    pub en: String,
    /// Category a submission is filled in with.
    pub category: String,
}

/// A row with the place where it stands.
#[derive(Clone, Debug)]
pub struct At<T> {
    /// File below the content folder.
    pub file: String,
    /// Line.
    pub line: usize,
    /// The row.
    pub row: T,
}

/// All tables.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// By id.
    pub laws: BTreeMap<String, At<Law>>,
    /// By id.
    pub limits: BTreeMap<String, At<Limit>>,
    /// By id.
    pub ways: BTreeMap<String, At<Way>>,
    /// By id.
    pub organs: BTreeMap<String, At<Organ>>,
    /// In the order to show.
    pub tiles: Vec<At<Tile>>,
}

trait Row {
    fn id(&self) -> &Spanned<String>;
}

macro_rules! rows {
    ($($row:ty),*) => { $(impl Row for $row { fn id(&self) -> &Spanned<String> { &self.id } })* };
}
rows!(Law, Limit, Way, Organ, Tile);

/// Reads every table; what cannot be read is told and left out.
pub fn read(dir: &Path, clocks: &ClockDays, faults: &mut Vec<Fault>) -> Tables {
    let mut tables = Tables::default();
    for path in files(&dir.join("laws"), "toml", faults) {
        keep(&mut tables.laws, rows::<Law>(dir, &path, "laws", faults), faults);
    }
    for path in files(&dir.join("limits"), "toml", faults) {
        keep(&mut tables.limits, rows::<Limit>(dir, &path, "limits", faults), faults);
    }
    keep(&mut tables.ways, rows::<Way>(dir, &dir.join("ways.toml"), "ways", faults), faults);
    keep(
        &mut tables.organs,
        rows::<Organ>(dir, &dir.join("organs.toml"), "organs", faults),
        faults,
    );
    tables.tiles = rows::<Tile>(dir, &dir.join("tiles.toml"), "tiles", faults);
    add_clocks(&mut tables.limits, clocks);
    tables
}

fn rows<T: DeserializeOwned + Row>(
    dir: &Path,
    path: &Path,
    key: &str,
    faults: &mut Vec<Fault>,
) -> Vec<At<T>> {
    let file = relative(dir, path);
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(err) => {
            faults.push(Fault::new(&file, 0, format!("cannot be read: {err}")));
            return Vec::new();
        }
    };
    match toml::from_str::<BTreeMap<String, Vec<T>>>(&text) {
        Ok(mut map) => {
            let rows = map.remove(key).unwrap_or_default();
            if let Some(other) = map.keys().next() {
                faults.push(Fault::new(&file, 0, format!("[[{other}]] does not belong here")));
            }
            let place = |row: T| {
                let line = line_at(&text, row.id().span().start);
                At { file: file.clone(), line, row }
            };
            rows.into_iter().map(place).collect()
        }
        Err(err) => {
            faults.push(toml_fault(&file, &text, 1, &err));
            Vec::new()
        }
    }
}

/// A fault at the line that the parser names; `first_line` is where `text` begins in the file.
pub fn toml_fault(file: &str, text: &str, first_line: usize, err: &toml::de::Error) -> Fault {
    let line = err.span().map_or(first_line, |span| first_line - 1 + line_at(text, span.start));
    Fault::new(file, line, err.message())
}

fn keep<T: Row>(into: &mut BTreeMap<String, At<T>>, rows: Vec<At<T>>, faults: &mut Vec<Fault>) {
    for at in rows {
        match into.entry(at.row.id().get_ref().clone()) {
            Entry::Vacant(free) => drop(free.insert(at)),
            Entry::Occupied(taken) => {
                let message = format!("{:?} stands twice", taken.key());
                faults.push(Fault::new(&at.file, at.line, message));
            }
        }
    }
}

/// The limits of petitioning itself stand in `clocks.toml`, where the server reads them; cards
/// refer to them as `clock:reply`.
fn add_clocks(limits: &mut BTreeMap<String, At<Limit>>, clocks: &ClockDays) {
    for (name, amount) in clocks {
        let id = format!("clock:{name}");
        let (bound, zh_from, en_from, article) = match name.as_str() {
            "refer" => (Bound::Organ, "登记那天起", "the day it was registered", 22),
            "notify" => (Bound::Organ, "收到那天起", "the day it arrived", 23),
            "reply" => (Bound::Organ, "受理那天起", "the day it was accepted", 34),
            "ask_review" => {
                (Bound::You, "收到书面答复那天起", "the day the written reply reached you", 35)
            }
            "review" => (Bound::Organ, "收到复查请求那天起", "the day the request arrived", 35),
            "ask_rereview" => {
                (Bound::You, "收到复查意见那天起", "the day the review opinion reached you", 36)
            }
            "rereview" => (Bound::Organ, "收到复核请求那天起", "the day the request arrived", 36),
            _ => continue,
        };
        let limit = Limit {
            id: Spanned::new(0..0, id.clone()),
            amount: *amount,
            unit: Unit::Days,
            bound,
            zh_from: zh_from.to_owned(),
            en_from: en_from.to_owned(),
            law: Spanned::new(0..0, format!("petition-regulations:{article}")),
            verified: true,
        };
        limits.insert(id, At { file: "clocks.toml".to_owned(), line: 0, row: limit });
    }
}
