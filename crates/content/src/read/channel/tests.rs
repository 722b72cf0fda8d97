//! Every kind of mistake, made in the hall's own check: each is told with its line.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::*;
use crate::read::tables;

fn dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content")
}

/// The tables of this repository.
fn shelf() -> Tables {
    let clocks: BTreeMap<String, u16> =
        ["reply", "ask_review", "ask_rereview"].map(|name| (name.to_owned(), 30)).into();
    let mut faults = Vec::new();
    let tables = tables::read(&dir(), &clocks, &mut faults);
    assert_eq!(faults, []);
    tables
}

/// What is wrong once the first `from` behind `mark` has become `to`, and the line of that place.
fn broken(tables: &Tables, mark: &str, from: &str, to: &str) -> (usize, Vec<Fault>) {
    let text = fs::read_to_string(dir().join(FILE)).unwrap();
    let begin = text.find(mark).unwrap_or_else(|| panic!("no {mark}"));
    let at = begin + text[begin..].find(from).unwrap_or_else(|| panic!("no {from}"));
    let (before, after) = text.split_at(at);
    let mut faults = Vec::new();
    parse(format!("{before}{to}{}", &after[from.len()..]), tables, &mut faults);
    (before.matches('\n').count() + 1, faults)
}

#[test]
fn the_check_itself_has_no_mistake() {
    let (_, faults) = broken(&shelf(), "", "", "");
    assert_eq!(faults, []);
}

#[test]
fn a_mistake_is_told_with_its_line() {
    const RULES: &str = "[[rules]]";
    let long = format!("zh = \"{}", "很".repeat(50));
    let cases = [
        // Place, what stands there, what it becomes, lines below where it is told, message.
        (RULES, "way = \"report\"", "way = \"repot\"", 0, "no way \"repot\""),
        (RULES, "organs = [\"court\"]", "organs = [\"curt\"]", 0, "no organ \"curt\""),
        (RULES, "limit = \"retrial\"", "limit = \"retrail\"", 0, "no limit \"retrail\""),
        (RULES, "civil-code:188", "civil-cod:188", 0, "no law \"civil-cod\""),
        (RULES, "civil-code:188", "civil-code:9999", 0, "has no article 9999"),
        (RULES, "from = \"judged\"", "from = \"judge\"", 0, "\"judge\" asks for no date"),
        (RULES, "from = \"judged\"", "from = \"topic\"", 0, "\"topic\" asks for no date"),
        (RULES, "topic = [\"report\"]", "topi = [\"report\"]", 0, "no question \"topi\" above"),
        (RULES, "topic = [\"report\"]", "topic = [\"rep\"]", 0, "has no option \"rep\""),
        (RULES, "[\"@fresh\"]", "[\"@frsh\"]", 0, "no set \"@frsh\""),
        (RULES, "[\"@fresh\"]", "[]", 0, "without options"),
        (RULES, "law = [\"labour-inspection-rules:11\"]", "law = []", -1, "without a law"),
        (RULES, "limit = \"retrial\"\n", "", 0, "no limit to count"),
        (RULES, "zh = \"您的主意", &long, -5, "characters in one sentence"),
        (RULES, "en = \"Your idea", "en = \"\" }#", -5, "no words in en"),
        (
            RULES,
            "多久答复实名检举，以当地公布为准。",
            "",
            -6,
            "unverified without \"以当地公布为准\"",
        ),
        ("id = \"topic\"", "{ id = \"wages\" }, ", "", -6, "tile \"wages\" cannot be chosen"),
        ("id = \"topic\"", "{ id = \"wages\" }", "{ id = \"wage\" }", 0, "no tile \"wage\""),
        (
            "id = \"about\"",
            "kind = [\"report\"]",
            "topic = [\"land\"]",
            0,
            "no question \"topic\" above",
        ),
        ("id = \"about\"", "id = \"about\"", "id = \"kind\"", 0, "\"kind\" stands twice"),
        ("id = \"judged\"", "{ id = \"about\", ", "{ id = \"day\", ", 0, "\"day\" stands twice"),
        (
            "id = \"labour\"",
            ", text = { zh = \"不给工钱\", en = \"Does not pay\" }",
            "",
            0,
            "\"unpaid\" has no words",
        ),
        ("[[petition]]", "item = 5", "item = 7", -1, "item from 1 to 6"),
        ("[[petition]]", "item = 5", "items = 5", 0, "unknown field"),
        ("[[petition]]", "when = [{ danger = [\"yes\"] }]\n", "", -2, "the ones below never hold"),
        ("pleaded", "\"enforcement\"", "\"enforcment\"", 0, "no limit \"enforcment\""),
    ];
    let tables = shelf();
    for (mark, from, to, below, message) in cases {
        let (line, faults) = broken(&tables, mark, from, to);
        let line = line.checked_add_signed(below).unwrap();
        let is_told =
            faults.iter().any(|fault| fault.line == line && fault.message.contains(message));
        assert!(is_told, "{line}: {message} is not among {faults:#?}");
    }
}
