//! From a folder of sources to checked cards.

mod blocks;
mod channel;
mod check;
mod clocks;
mod compile;
mod fault;
mod front;
mod prose;
mod sound;
mod tables;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use clocks::clock_days;
pub use fault::Fault;
pub use tables::Date;

use crate::board::Hotline;
use crate::card::{Card, Shelf};
use crate::channel::ChannelView;
use crate::search::Index;
use blocks::Source;

/// Languages the content is written in. The first states the facts, the others only words.
pub const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

/// Everything in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Tiles and hints.
    pub shelf: Shelf,
    /// Cards by id.
    pub cards: BTreeMap<String, Card>,
    /// The search over them.
    pub index: Index,
    /// The channel check.
    pub channel: ChannelView,
    /// Telephones that the hall has configured, with whoever answers them.
    pub hotlines: Vec<Hotline>,
}

/// What the folder holds, checked.
#[derive(Clone, Debug)]
pub struct Library {
    /// By language tag.
    pub editions: BTreeMap<String, Edition>,
    /// Keys of telephones that organs name, whether configured or not.
    pub hotline_keys: BTreeSet<String>,
    /// For the report of the build.
    pub stats: Stats,
}

/// What the build prints.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Cards by file stem.
    pub cards: BTreeMap<String, usize>,
    /// Laws.
    pub laws: usize,
    /// Articles of them that cards refer to.
    pub articles: usize,
    /// Limits.
    pub limits: usize,
    /// Ids of cards and laws that somebody has to look at again.
    pub recheck: Vec<String>,
    /// Ids of cards that rest on something nobody has read in the law itself.
    pub unverified: Vec<String>,
}

/// Where telephones come from: the hall's configuration.
pub type Phones = BTreeMap<String, String>;

/// The limits of petitioning itself, which stand with the clocks of a matter: days by name.
pub type ClockDays = BTreeMap<String, u16>;

/// Whether the folder holds no explainers at all; a hall may do without.
pub fn is_empty(dir: &Path) -> bool {
    let tables = ["laws", "limits", "organs.toml", "tiles.toml", "ways.toml"];
    tables.into_iter().chain(LANGUAGES).all(|name| !dir.join(name).exists())
}

/// Reads and checks the folder. All that is wrong is told at once.
pub fn read(dir: &Path, phones: &Phones, clocks: &ClockDays) -> Result<Library, Vec<Fault>> {
    let mut faults = Vec::new();
    let tables = tables::read(dir, clocks, &mut faults);
    let mut texts = BTreeMap::new();
    for language in LANGUAGES {
        texts.insert(language, sources(dir, language, &mut faults));
    }
    let cards = front::read(&texts, &mut faults);
    check::check(&tables, &cards, &mut faults);
    let channel = channel::read(dir, &tables, &mut faults);
    if faults.is_empty() {
        Ok(compile::compile(&tables, &cards, &channel, phones))
    } else {
        faults.sort();
        faults.dedup();
        Err(faults)
    }
}

/// The Markdown files of one language, by stem.
fn sources(dir: &Path, language: &str, faults: &mut Vec<Fault>) -> BTreeMap<String, Source> {
    let mut found = BTreeMap::new();
    for path in files(&dir.join(language), "md", faults) {
        let name = relative(dir, &path);
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        match fs::read_to_string(&path) {
            Ok(text) => match blocks::split(&name, &text) {
                Ok(source) => drop(found.insert(stem, source)),
                Err(fault) => faults.push(fault),
            },
            Err(err) => faults.push(Fault::new(&name, 0, format!("cannot be read: {err}"))),
        }
    }
    found
}

fn relative(dir: &Path, path: &Path) -> String {
    path.strip_prefix(dir).unwrap_or(path).display().to_string()
}

/// The files of `dir` with `extension`, in order; none where there is no such folder.
fn files(dir: &Path, extension: &str, faults: &mut Vec<Fault>) -> Vec<PathBuf> {
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(err) if err.kind() == io::ErrorKind::NotFound => return Vec::new(),
        Err(err) => {
            faults.push(Fault::new(&dir.display().to_string(), 0, err.to_string()));
            return Vec::new();
        }
    };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    paths.sort();
    paths
}
