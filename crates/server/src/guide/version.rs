//! One good version of the explainers, in every language, ready to be sent.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

use petition_content::Fault;
use petition_content::read::{ClockDays, Edition};
use petition_domain::Day;
use petition_domain::working_days::HolidayTable;
use petition_text::Lang;
use serde::Serialize;

use super::asset::Asset;
use super::board::board;
use crate::config::Config;

/// Everything that is served.
pub struct Version {
    languages: BTreeMap<String, Shown>,
    /// The day whose boards hang.
    today: Day,
    holidays: HolidayTable,
}

/// One language.
#[derive(Clone)]
pub struct Shown {
    /// The language.
    pub lang: Lang,
    /// What the pages for phones show.
    pub edition: Arc<Edition>,
    /// What the kiosk loads, by the rest of its address.
    assets: HashMap<String, Asset>,
}

impl Version {
    /// Reads the folder and checks it. All that is wrong is told at once.
    pub fn read(
        dir: &Path,
        config: &Config,
        clocks: &ClockDays,
        holidays: &HolidayTable,
        today: Day,
    ) -> Result<Self, Vec<Fault>> {
        let library = petition_content::read(dir, &config.phones(), clocks)?;
        let faults = unknown_hotlines(config, &library.hotline_keys);
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut languages = BTreeMap::new();
        for (tag, edition) in library.editions {
            let Some(lang) = Lang::from_tag(&tag) else { continue };
            languages.insert(tag, Shown::pack(lang, edition).map_err(|fault| vec![fault])?);
        }
        Self { languages, today, holidays: holidays.clone() }.hang(config, today)
    }

    /// The same with the boards of another day or configuration.
    pub fn hang(&self, config: &Config, today: Day) -> Result<Self, Vec<Fault>> {
        let mut languages = self.languages.clone();
        for shown in languages.values_mut() {
            let board = board(config, &shown.edition.hotlines, &self.holidays, shown.lang, today);
            shown.keep("board.bin", &board).map_err(|fault| vec![fault])?;
        }
        Ok(Self { languages, today, holidays: self.holidays.clone() })
    }

    /// Whether its boards are those of `day`.
    pub fn is_of(&self, day: Day) -> bool {
        self.today == day
    }

    /// The language with exactly this tag.
    pub fn language(&self, tag: &str) -> Option<&Shown> {
        self.languages.get(tag)
    }
}

impl Shown {
    fn pack(lang: Lang, edition: Edition) -> Result<Self, Fault> {
        let edition = Arc::new(edition);
        let mut shown = Self { lang, edition: Arc::clone(&edition), assets: HashMap::new() };
        shown.keep("shelf.bin", &edition.shelf)?;
        shown.keep("index.bin", &edition.index)?;
        shown.keep("channel.bin", &edition.channel)?;
        for (id, card) in &edition.cards {
            shown.keep(&format!("cards/{id}.bin"), card)?;
        }
        Ok(shown)
    }

    fn keep(&mut self, name: &str, value: &impl Serialize) -> Result<(), Fault> {
        let asset = Asset::of(value).map_err(|err| Fault::new(name, 0, err.to_string()))?;
        self.assets.insert(name.to_owned(), asset);
        Ok(())
    }

    /// What stands at `name`.
    pub fn asset(&self, name: &str) -> Option<&Asset> {
        self.assets.get(name)
    }
}

/// A key with a typing mistake would silently leave an organ without its number.
fn unknown_hotlines(config: &Config, known: &BTreeSet<String>) -> Vec<Fault> {
    let unknown = config.hotlines.iter().filter(|(key, _)| !known.contains(*key));
    unknown
        .map(|(key, phone)| {
            let message = format!("no organ of organs.toml has the hotline {key:?}");
            Fault::new(super::HALL_FILE, config.line_of(phone), message)
        })
        .collect()
}
