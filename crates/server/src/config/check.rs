//! What a value must be beyond its type.

use std::ops::Range;

use toml::Spanned;

use super::Config;

/// A value that cannot be, and where it stands.
#[derive(Debug)]
pub struct Mistake {
    /// Bytes of the file.
    pub span: Range<usize>,
    /// What would be right.
    pub message: String,
}

/// Checks every value.
pub fn check(config: &Config) -> Result<(), Mistake> {
    url(&config.public_url)?;
    let hall = &config.hall;
    for text in [&hall.name, &hall.office, &hall.phone, &hall.hours, &hall.address, &hall.kiosk] {
        line(text)?;
    }
    line(&config.privacy.handler)?;
    line(&config.privacy.contact)?;
    number(&config.privacy.retention_years, 1..=100)?;
    languages(&hall.languages)?;
    let idle = &config.idle;
    for seconds in [&idle.ask_after_seconds, &idle.ask_after_seconds_large].into_iter().flatten() {
        number(seconds, 20..=3600)?;
    }
    if let Some(seconds) = &idle.countdown_seconds {
        // WCAG 2.2.1 asks for at least 20 seconds to answer.
        number(seconds, 20..=300)?;
    }
    let attachments = &config.attachments;
    if let Some(count) = &attachments.max_count {
        number(count, 0..=100)?;
    }
    for bytes in [&attachments.max_bytes, &attachments.max_total_bytes].into_iter().flatten() {
        number(bytes, 100_000..=1_000_000_000)?;
    }
    super::board::check(config)
}

/// A mistake of the value `at`.
pub fn mistake<T>(at: &Spanned<T>, message: impl Into<String>) -> Mistake {
    Mistake { span: at.span(), message: message.into() }
}

/// Text that fits on a line of a page.
pub fn line(text: &Spanned<String>) -> Result<(), Mistake> {
    let value = text.get_ref();
    if value.trim().is_empty() {
        return Err(mistake(text, "must not be empty"));
    }
    if value.chars().any(char::is_control) || value.chars().count() > 200 {
        return Err(mistake(text, "must be one line of at most 200 characters"));
    }
    Ok(())
}

fn number<T: PartialOrd + std::fmt::Display>(
    at: &Spanned<T>,
    range: std::ops::RangeInclusive<T>,
) -> Result<(), Mistake> {
    if range.contains(at.get_ref()) {
        return Ok(());
    }
    let message = format!("{} is not between {} and {}", at.get_ref(), range.start(), range.end());
    Err(mistake(at, message))
}

/// Only scheme, host and port: the QR adds the rest.
fn url(at: &Spanned<String>) -> Result<(), Mistake> {
    let value = at.get_ref();
    let host = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"));
    let is_host = |host: &str| {
        !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.:[]".contains(&b))
    };
    if host.is_some_and(is_host) {
        return Ok(());
    }
    Err(mistake(at, "must be https:// or http:// and a host, with nothing behind it"))
}

fn languages(at: &Spanned<Vec<Spanned<String>>>) -> Result<(), Mistake> {
    if at.get_ref().is_empty() {
        return Err(mistake(at, "must name one language at least"));
    }
    for (index, language) in at.get_ref().iter().enumerate() {
        let tag = language.get_ref();
        if !is_language(tag) {
            return Err(mistake(language, format!("{tag:?} is no language tag such as zh-CN")));
        }
        if at.get_ref().iter().take(index).any(|other| other.get_ref() == tag) {
            return Err(mistake(language, format!("{tag:?} stands twice")));
        }
    }
    Ok(())
}

/// The shape of a BCP 47 tag, as the API takes it.
pub fn is_language(tag: &str) -> bool {
    (2..=20).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
