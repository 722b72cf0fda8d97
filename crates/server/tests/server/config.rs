//! `hall.toml`: every key documented, every mistake named with its line.

use std::path::Path;

use petition_server::config::{Config, ConfigError, KEYS, Shape, parse, variable_of};

use crate::support::HALL;

fn read(text: &str) -> Result<Config, ConfigError> {
    parse(text, Path::new("hall.toml"), |_| None)
}

fn mistake(from: &str, to: &str) -> String {
    assert!(HALL.contains(from), "{from}");
    read(&HALL.replacen(from, to, 1)).unwrap_err().to_string()
}

fn line_with(text: &str) -> usize {
    1 + HALL.lines().position(|line| line.starts_with(text)).unwrap()
}

#[test]
fn every_key_is_documented_and_can_be_set_from_outside() {
    read(HALL).unwrap();
    let mut section = "";
    let mut documented = Vec::new();
    let mut before = "";
    // Lists of tables and telephones stand in the file only; what is over one explains them all.
    let is_in_file_only = |section: &str| section.starts_with('[') || section == "hotlines";
    for line in HALL.lines() {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_end_matches(']');
        } else if is_in_file_only(section) {
            continue;
        } else if let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with('#')) {
            assert!(before.starts_with("# "), "{key} has no comment");
            let dot = if section.is_empty() { "" } else { "." };
            documented.push(format!("{section}{dot}{key}"));
        }
        before = line;
    }
    let mut known: Vec<_> = KEYS.iter().map(|(key, _)| (*key).to_owned()).collect();
    documented.sort();
    known.sort();
    assert_eq!(documented, known);
    for (key, shape) in KEYS {
        let wrong = |name: &str| (name == variable_of(key)).then(|| "[[".to_owned());
        let result = parse(HALL, Path::new("hall.toml"), wrong);
        let taken_as_text = [
            "hall.name",
            "hall.office",
            "hall.phone",
            "hall.hours",
            "hall.address",
            "hall.kiosk",
            "privacy.handler",
            "privacy.contact",
            "wifi.name",
            "wifi.password",
        ];
        if shape == Shape::Text && taken_as_text.contains(&key) {
            assert!(result.is_ok(), "{key}");
        } else {
            let message = result.unwrap_err().to_string();
            assert!(message.contains(&variable_of(key)), "{key}: {message}");
        }
    }
}

#[test]
fn mistakes_name_their_line() {
    let kiosk = line_with("kiosk =");
    for (from, to, line, word) in [
        ("kiosk = \"3 号机\"", "kioks = \"3 号机\"", kiosk, "kioks"),
        ("kiosk = \"3 号机\"", "kiosk = 3", kiosk, "string"),
        ("kiosk = \"3 号机\"", "kiosk = \" \"", kiosk, "empty"),
        ("kiosk = \"3 号机\"", "kiosk = \"3 号机", kiosk, ""),
        (
            "languages = [\"zh-CN\", \"en\"]",
            "languages = []",
            line_with("languages ="),
            "one language",
        ),
        (
            "languages = [\"zh-CN\", \"en\"]",
            "languages = [\"zh-CN\",\n\"e n\"]",
            1 + line_with("languages ="),
            "language tag",
        ),
        (
            "retention_years = 10",
            "retention_years = 1000",
            line_with("retention_years ="),
            "between 1 and 100",
        ),
        (
            "countdown_seconds = 30",
            "countdown_seconds = 5",
            line_with("countdown_seconds ="),
            "between 20",
        ),
        ("case = \"upper\"", "case = \"UPPER\"", line_with("case ="), "upper"),
        ("max_count = 20", "max_count = 101", line_with("max_count ="), "between 0 and 100"),
        (
            "public_url = \"http://127.0.0.1:8080\"",
            "public_url = \"127.0.0.1\"",
            line_with("public_url ="),
            "https://",
        ),
        ("trusted_proxies = []", "trusted_proxies = [\"x\"]", line_with("trusted_proxies ="), "IP"),
        ("[network]", "[netwrok]", line_with("[network]"), "netwrok"),
        ("labour = \"0000-12333\"", "labour = \"none\"", line_with("labour ="), "telephone"),
        ("name = \"Xinfang-Guest\"", "name = \"\"", line_with("name = \"Xinfang"), "empty"),
        ("en = [\n", "en = [\n\"one more\",\n", line_with("en = ["), "6 duties, but 5"),
        ("from = \"09:00\"", "from = \"9\"", line_with("from = \"09:00\""), "a time such as"),
        ("to = \"11:30\"", "to = \"08:59\"", line_with("to = \"11:30\""), "later than"),
        ("date = 2026-12-03", "", line_with("date = 2026-12-03") + 1, "`date` and `weekday`"),
        ("date = 2026-12-03", "date = \"soon\"", line_with("date = 2026-12-03"), "not a day"),
        ("weekday = \"tuesday\"", "weekday = \"tue\"", line_with("weekday = \"tue"), "tuesday"),
        ("who = \"leader\"", "who = \"mayor\"", line_with("who = \"leader\""), "counsellor"),
        ("to = 2027-01-31", "to = 2026-10-31", line_with("to = 2027-01-31"), "before"),
    ] {
        let message = mistake(from, to);
        assert!(message.contains(&format!("hall.toml, line {line}: ")), "{to}: {message}");
        assert!(message.contains(word), "{to}: {message}");
    }
    assert!(mistake("office = \"示例市信访局\"", "").contains("office"), "a missing key is named");
}

#[test]
fn the_environment_wins_and_its_mistakes_are_its_own() {
    let with = |name: &'static str, value: &'static str| {
        parse(HALL, Path::new("hall.toml"), move |asked| (asked == name).then(|| value.to_owned()))
    };
    let url = with("PETITION_PUBLIC_URL", "https://hall.example").unwrap();
    assert_eq!(url.public_url.get_ref(), "https://hall.example");
    let kiosk = with("PETITION_HALL_KIOSK", "7").unwrap();
    assert_eq!(kiosk.hall.kiosk.get_ref(), "7");
    let languages = with("PETITION_HALL_LANGUAGES", r#"["en"]"#).unwrap();
    assert_eq!(languages.hall.languages.get_ref().len(), 1);
    let limit = with("PETITION_LIMITS_SUBMISSIONS_PER_MINUTE", "9").unwrap();
    assert_eq!(limit.limits.submissions_per_minute, 9);
    for (name, value) in [
        ("PETITION_PUBLIC_URL", "https://hall.example/path"),
        ("PETITION_HALL_LANGUAGES", r#"["e n"]"#),
        ("PETITION_HALL_PRINTS", "perhaps"),
        ("PETITION_LIMITS_LOCK_MINUTES", "-1"),
        ("PETITION_QR_CASE", "mixed"),
    ] {
        let message = with(name, value).unwrap_err().to_string();
        assert!(message.starts_with(&format!("environment variable {name}: ")), "{message}");
    }
}
