//! Content files that an operator may edit: categories, clocks, divisions.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use petition_contract::Category;
use petition_domain::clocks::ClockTable;
use petition_domain::division::{Division, Divisions};

/// What the server itself needs of the content folder.
pub struct Content {
    /// Content categories, in the order to show.
    pub categories: Vec<Category>,
    /// Limits and holidays.
    pub clocks: ClockTable,
    /// County-level divisions; `None` where the folder has no table.
    pub divisions: Option<Counties>,
}

/// What is wrong with a content file.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {message}")]
pub struct ContentError {
    path: PathBuf,
    message: String,
}

impl Content {
    /// Reads the folder; a file that is not there is taken from the program itself, which was
    /// built with it.
    pub fn read(dir: &Path) -> Result<Self, ContentError> {
        let (path, text) = text(dir, "categories.json", CATEGORIES)?;
        let categories = serde_json::from_str(&text).map_err(|err| wrong(&path, &err))?;
        check_categories(&categories).map_err(|message| wrong(&path, &message))?;
        let (path, text) = self::text(dir, "clocks.toml", CLOCKS)?;
        let clocks: ClockTable = toml::from_str(&text).map_err(|err| wrong(&path, &err))?;
        let missing = clocks.missing();
        if !missing.is_empty() {
            return Err(wrong(&path, &format!("no limit for {missing:?}")));
        }
        Ok(Self { categories, clocks, divisions: Counties::read(dir)? })
    }
}

const CATEGORIES: &str = include_str!("../../../public/content/categories.json");
const CLOCKS: &str = include_str!("../../../public/content/clocks.toml");

fn wrong(path: &Path, message: &impl ToString) -> ContentError {
    ContentError { path: path.to_owned(), message: message.to_string() }
}

fn read(path: &Path) -> Result<Option<String>, ContentError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(err) if err.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(err) => Err(wrong(path, &err)),
    }
}

fn text(dir: &Path, name: &str, built_in: &str) -> Result<(PathBuf, String), ContentError> {
    let path = dir.join(name);
    let text = read(&path)?.unwrap_or_else(|| built_in.to_owned());
    Ok((path, text))
}

fn check_categories(categories: &Vec<Category>) -> Result<(), String> {
    let mut seen = HashSet::new();
    for category in categories {
        let code = &category.code;
        let is_code = (2..=40).contains(&code.len())
            && code.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        if !is_code {
            return Err(format!("{code:?} is no code: small letters and underscores"));
        }
        if !seen.insert(code) {
            return Err(format!("{code:?} stands twice"));
        }
        let words = [&category.zh, &category.en, &category.zh_examples, &category.en_examples];
        if words.iter().any(|text| text.trim().is_empty()) {
            return Err(format!("{code:?} has an empty text"));
        }
    }
    if categories.is_empty() { Err("there is no category".to_owned()) } else { Ok(()) }
}

/// The county-level codes of the division table.
pub struct Counties {
    codes: HashSet<String>,
    /// Provinces whose parts the table does not list: any code inside is taken.
    whole: Vec<String>,
}

impl Counties {
    fn read(dir: &Path) -> Result<Option<Self>, ContentError> {
        let path = dir.join("divisions.json");
        let Some(text) = read(&path)? else { return Ok(None) };
        let table: Divisions = serde_json::from_str(&text).map_err(|err| wrong(&path, &err))?;
        Ok(Some(Self::of(&table)))
    }

    fn of(table: &Divisions) -> Self {
        let mut counties = Self { codes: HashSet::new(), whole: Vec::new() };
        for province in &table.0 {
            if province.parts().is_empty() {
                counties.whole.push(province.code().to_owned());
            }
            for county in province.parts().iter().flat_map(Division::parts) {
                // Four cities have no counties but towns of nine digits, of which the first six
                // stand for the city.
                counties.codes.extend(county.code().get(..6).map(str::to_owned));
            }
        }
        counties
    }

    /// Whether the table has this county.
    pub fn has(&self, code: &str) -> bool {
        self.codes.contains(code) || self.whole.iter().any(|province| code.starts_with(province))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_in_is_sound() {
        let content = Content::read(Path::new("/nonexistent")).unwrap();
        assert!(content.categories.len() >= 18);
        assert!(content.divisions.is_none());
        assert!(content.clocks.holidays.verified_years.is_empty(), "needs the official notice");
    }

    #[test]
    fn cities_without_counties_and_provinces_without_parts() {
        let table: Divisions = serde_json::from_str(
            r#"[["44","广东省",[["4419","东莞市",[["441900003","东城街道"]]]]],["71","台湾省",[]]]"#,
        )
        .unwrap();
        let counties = Counties::of(&table);
        assert!(counties.has("441900") && counties.has("710000"));
        assert!(!counties.has("441901") && !counties.has("110101"));
    }
}
