//! Reads the file, lays the environment over it, and names the line of a mistake.

use std::env;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Config;

/// Every key, and whether its value is text. The environment variable of `hall.name` is
/// `PETITION_HALL_NAME`. Lists of tables and the hotlines, whose keys are free, have none.
pub const KEYS: [(&str, Shape); 36] = [
    ("public_url", Shape::Text),
    ("hall.name", Shape::Text),
    ("hall.office", Shape::Text),
    ("hall.phone", Shape::Text),
    ("hall.hours", Shape::Text),
    ("hall.address", Shape::Text),
    ("hall.kiosk", Shape::Text),
    ("hall.languages", Shape::Toml),
    ("hall.prints", Shape::Toml),
    ("hall.keyboard", Shape::Toml),
    ("hall.recordings", Shape::Toml),
    ("privacy.handler", Shape::Text),
    ("privacy.contact", Shape::Text),
    ("privacy.retention_years", Shape::Toml),
    ("qr.case", Shape::Text),
    ("idle.ask_after_seconds", Shape::Toml),
    ("idle.ask_after_seconds_large", Shape::Toml),
    ("idle.countdown_seconds", Shape::Toml),
    ("rules.id_number_required", Shape::Toml),
    ("attachments.max_count", Shape::Toml),
    ("attachments.max_bytes", Shape::Toml),
    ("attachments.max_total_bytes", Shape::Toml),
    ("limits.submissions_per_minute", Shape::Toml),
    ("limits.uploads_per_minute", Shape::Toml),
    ("limits.drafts_per_minute", Shape::Toml),
    ("limits.opens_per_minute", Shape::Toml),
    ("limits.queries_per_minute", Shape::Toml),
    ("limits.calls_per_minute", Shape::Toml),
    ("limits.wrong_codes", Shape::Toml),
    ("limits.lock_minutes", Shape::Toml),
    ("limits.waiting_upload_bytes", Shape::Toml),
    ("network.trusted_proxies", Shape::Toml),
    ("wifi.name", Shape::Text),
    ("wifi.password", Shape::Text),
    ("duties.zh", Shape::Toml),
    ("duties.en", Shape::Toml),
];

/// How the environment writes a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// As it stands, without quotes.
    Text,
    /// As the file would: a number, `true`, a list in brackets.
    Toml,
}

/// What is wrong with a configuration, and where.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A line of the file.
    #[error("{path}, line {line}: {message}")]
    Line {
        /// Which file.
        path: PathBuf,
        /// Which line, the first is 1.
        line: usize,
        /// What is wrong and what would be right.
        message: String,
    },
    /// A variable of the environment.
    #[error("environment variable {name}: {message}")]
    Variable {
        /// Its name.
        name: String,
        /// What is wrong and what would be right.
        message: String,
    },
}

/// Reads `path` and lays the environment over it.
pub fn load(path: &Path) -> Result<Config, ConfigError> {
    let text = std::fs::read_to_string(path)
        .map_err(|source| ConfigError::File { path: path.to_owned(), source })?;
    parse(&text, path, |name| env::var(name).ok())
}

/// Reads `text`; `path` only names it in messages.
pub fn parse(
    text: &str,
    path: &Path,
    variable: impl Fn(&str) -> Option<String>,
) -> Result<Config, ConfigError> {
    let at = |span: Option<Range<usize>>, message: String| ConfigError::Line {
        path: path.to_owned(),
        line: line_of(text, span.map_or(0, |span| span.start)),
        message,
    };
    let variables: Vec<(&str, Shape, String, String)> = KEYS
        .into_iter()
        .filter_map(|(key, shape)| {
            let name = variable_of(key);
            variable(&name).map(|value| (key, shape, name, value))
        })
        .collect();
    let mut table = DeTable::parse(text).map_err(|err| at(err.span(), plain(&err)))?;
    for (index, (key, shape, name, value)) in variables.iter().enumerate() {
        // The value stands at a place of its own behind the text, so that a mistake in it is told
        // from one in the file.
        lay_over(table.get_mut(), key, *shape, value, text.len() + 1 + index)
            .map_err(|message| ConfigError::Variable { name: name.clone(), message })?;
    }
    let wrong = |span: Option<Range<usize>>, message: String| {
        let start = span.as_ref().map_or(0, |span| span.start);
        match start.checked_sub(text.len() + 1).and_then(|index| variables.get(index)) {
            Some((_, _, name, _)) => ConfigError::Variable { name: name.clone(), message },
            None => at(span, message),
        }
    };
    let mut config = Config::deserialize(toml::de::Deserializer::from(table))
        .map_err(|err| wrong(err.span(), plain(&err)))?;
    match super::check::check(&config) {
        Ok(()) => {
            text.clone_into(&mut config.text);
            Ok(config)
        }
        Err(mistake) => Err(wrong(Some(mistake.span), mistake.message)),
    }
}

/// `hall.name` → `PETITION_HALL_NAME`
pub fn variable_of(key: &str) -> String {
    format!("PETITION_{}", key.to_uppercase().replace('.', "_"))
}

/// Puts one value of the environment into the table.
fn lay_over<'t>(
    table: &mut DeTable<'t>,
    key: &'t str,
    shape: Shape,
    text: &'t str,
    place: usize,
) -> Result<(), String> {
    let here = place..place;
    let value = match shape {
        Shape::Text => DeValue::String(text.into()),
        Shape::Toml => match DeValue::parse(text).map_err(|err| plain(&err))?.into_inner() {
            DeValue::Array(items) => DeValue::Array(
                items
                    .into_iter()
                    .map(|item| Spanned::new(here.clone(), item.into_inner()))
                    .collect(),
            ),
            other => other,
        },
    };
    let value = Spanned::new(here.clone(), value);
    let Some((section, name)) = key.split_once('.') else {
        table.insert(Spanned::new(here, key.into()), value);
        return Ok(());
    };
    let empty = || Spanned::new(here.clone(), DeValue::Table(DeTable::new()));
    let section_key = Spanned::new(here.clone(), section.into());
    match table.entry(section_key).or_insert_with(empty).get_mut() {
        DeValue::Table(section) => {
            section.insert(Spanned::new(here, name.into()), value);
            Ok(())
        }
        _ => Err(format!("`{section}` is no table in the file")),
    }
}

/// The message without the drawing of the place, which is told as a line.
fn plain(err: &toml::de::Error) -> String {
    err.message().to_owned()
}

pub fn line_of(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|byte| *byte == b'\n').count()
}
