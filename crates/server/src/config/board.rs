//! What hangs on the hall's board, and the telephones of other organs.

use std::collections::BTreeMap;

use petition_content::board::{Host, Weekday};
use petition_content::read::{Date, Phones};
use serde::Deserialize;
use toml::Spanned;

use super::Config;
use super::check::{Mistake, line, mistake};

/// Telephones by the keys of `organs.toml`.
pub type Hotlines = BTreeMap<String, Spanned<String>>;

/// Who receives visitors, and when: on one day or every week.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reception {
    /// The day.
    pub date: Option<Date>,
    /// The day of every week.
    pub weekday: Option<Weekday>,
    /// `09:00`
    pub from: Spanned<String>,
    /// `11:30`
    pub to: Spanned<String>,
    /// Whom one meets.
    pub who: Host,
    /// Name or post in Chinese.
    pub zh: Spanned<String>,
    /// In English.
    pub en: Spanned<String>,
    /// Room.
    pub room: Spanned<String>,
}

/// The wireless network for visitors.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wifi {
    /// Its name.
    pub name: Spanned<String>,
    /// Its password; none where it is open.
    pub password: Option<Spanned<String>>,
}

/// What the office is there for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duties {
    /// In Chinese.
    pub zh: Vec<Spanned<String>>,
    /// The same in English.
    pub en: Spanned<Vec<Spanned<String>>>,
}

/// A topic on which suggestions are collected.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Title in Chinese.
    pub zh: Spanned<String>,
    /// In English.
    pub en: Spanned<String>,
    /// What is asked, in Chinese.
    pub zh_text: Spanned<String>,
    /// In English.
    pub en_text: Spanned<String>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Spanned<Date>,
}

impl Config {
    /// Telephones as the explainers take them.
    pub fn phones(&self) -> Phones {
        let phone =
            |(key, phone): (&String, &Spanned<String>)| (key.clone(), phone.get_ref().clone());
        self.hotlines.iter().map(phone).collect()
    }
}

/// Checks everything of the board.
pub fn check(config: &Config) -> Result<(), Mistake> {
    config.reception.iter().try_for_each(reception)?;
    if let Some(wifi) = &config.wifi {
        line(&wifi.name)?;
        wifi.password.as_ref().map_or(Ok(()), line)?;
    }
    if let Some(duties) = &config.duties {
        same_duties(duties)?;
    }
    for topic in &config.topics {
        [&topic.zh, &topic.en, &topic.zh_text, &topic.en_text].into_iter().try_for_each(line)?;
        if topic.to.get_ref().0 < topic.from.0 {
            return Err(mistake(&topic.to, "must not be before `from`"));
        }
    }
    config.hotlines.values().try_for_each(phone)
}

fn same_duties(Duties { zh, en }: &Duties) -> Result<(), Mistake> {
    if zh.len() != en.get_ref().len() {
        let message = format!("{} duties, but {} in Chinese", en.get_ref().len(), zh.len());
        return Err(mistake(en, message));
    }
    zh.iter().chain(en.get_ref()).try_for_each(line)
}

fn reception(reception: &Reception) -> Result<(), Mistake> {
    if reception.date.is_some() == reception.weekday.is_some() {
        let message = "one of `date` and `weekday` must be there, and not both";
        return Err(mistake(&reception.from, message));
    }
    [&reception.zh, &reception.en, &reception.room].into_iter().try_for_each(line)?;
    let (from, to) = (time(&reception.from)?, time(&reception.to)?);
    if to <= from {
        return Err(mistake(&reception.to, "must be later than `from`"));
    }
    Ok(())
}

/// Minutes of the day.
fn time(at: &Spanned<String>) -> Result<u32, Mistake> {
    let number = |text: &str, below: u32| {
        let is_plain = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
        text.parse::<u32>().ok().filter(|number| is_plain && *number < below)
    };
    let read = || {
        let (hours, minutes) = at.get_ref().split_once(':')?;
        Some(number(hours, 24)? * 60 + number(minutes, 60)?)
    };
    read().ok_or_else(|| mistake(at, "must be a time such as \"09:00\""))
}

fn phone(at: &Spanned<String>) -> Result<(), Mistake> {
    let number = at.get_ref();
    let is_number = (3..=30).contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_digit() || b"+- ,/()".contains(&b));
    if is_number { Ok(()) } else { Err(mistake(at, "must be a telephone number")) }
}
