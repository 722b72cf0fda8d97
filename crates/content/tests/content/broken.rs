//! Every kind of mistake, made on purpose in a copy of the hall's content: each is told with its
//! file and its line.

use std::fs;
use std::path::{Path, PathBuf};

use petition_content::Fault;

use crate::support;

/// A copy of the content that goes when the test ends.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("broken-{}-{name}", std::process::id()));
        copy(&support::folder(), &dir);
        Self(dir)
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap()
    }

    /// Replaces the first `from` behind `mark`, and returns its line.
    fn replace(&self, file: &str, mark: &str, from: &str, to: &str) -> usize {
        let text = self.text(file);
        let begin = text.find(mark).unwrap_or_else(|| panic!("{file} has no {mark}"));
        let at = text[begin..].find(from).unwrap_or_else(|| panic!("{file} has no {from}"));
        let (before, rest) = text.split_at(begin + at);
        fs::write(self.0.join(file), format!("{before}{to}{}", &rest[from.len()..])).unwrap();
        line_of(before)
    }

    /// The line of the first `words`.
    fn line(&self, file: &str, words: &str) -> usize {
        let text = self.text(file);
        line_of(&text[..text.find(words).unwrap()])
    }

    /// Removes everything of the card `id`, front matter included.
    fn remove_card(&self, file: &str, id: &str) {
        let text = self.text(file);
        let at = text.find(&format!("id = \"{id}\"")).unwrap();
        let begin = text[..at].rfind("+++").unwrap();
        // Its own fence closes first, the next one opens the next card.
        let end = text[at..].match_indices("\n+++").nth(1).map_or(text.len(), |(end, _)| at + end);
        fs::write(self.0.join(file), format!("{}{}", &text[..begin], &text[end..])).unwrap();
    }

    fn faults(&self) -> Vec<Fault> {
        support::library(&self.0).err().unwrap_or_default()
    }

    /// Whether one of the faults is this one.
    fn tells(&self, file: &str, line: usize, message: &str) {
        let faults = self.faults();
        let is_told = faults.iter().any(|fault| {
            fault.file == file && fault.line == line && fault.message.contains(message)
        });
        assert!(is_told, "{file}:{line}: {message} is not among {faults:#?}");
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn line_of(before: &str) -> usize {
    1 + before.matches('\n').count()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

const ZH: &str = "zh-CN/labour.md";
const EN: &str = "en/labour.md";
const CARD: &str = "id = \"wages-unpaid\"";
const WHAT: &str = "## 这是什么\n";

/// What is replaced behind the mark in a file, and what is told of that line.
fn each(name: &str, file: &str, cases: &[(&str, &str, &str, &str)]) {
    for (index, (mark, from, to, message)) in cases.iter().enumerate() {
        let copy = Copy::new(&format!("{name}-{index}"));
        let line = copy.replace(file, mark, from, to);
        copy.tells(file, line, message);
    }
}

#[test]
fn what_a_card_refers_to_is_there() {
    each(
        "references",
        ZH,
        &[
            (CARD, "way = \"labour-inspection\"", "way = \"nowhere\"", "no way \"nowhere\""),
            (CARD, "limit = \"labour-inspection\"", "limit = \"never\"", "no limit \"never\""),
            (
                CARD,
                "organs = [\"labour-inspection\"",
                "organs = [\"nobody\"",
                "no organ \"nobody\"",
            ),
            (CARD, "tile = \"wages\"", "tile = \"sky\"", "no tile \"sky\""),
            (
                CARD,
                "law = [\"labour-inspection-rules:20\"",
                "law = [\"none:20\"",
                "no law \"none\"",
            ),
            (
                CARD,
                "law = [\"labour-inspection-rules:20\"",
                "law = [\"labour-inspection-rules:9999\"",
                "no article 9999",
            ),
            (
                CARD,
                "law = [\"labour-inspection-rules:20\"",
                "law = [\"labour-inspection-rules\"",
                "is not law:article",
            ),
        ],
    );
}

#[test]
fn what_a_card_says_is_whole_and_plain() {
    let long_zh = format!("{WHAT}{}。\n", "很".repeat(41));
    each(
        "prose",
        ZH,
        &[
            (CARD, "## 怎么办", "## 办法", "\"办法\" is no part of a card"),
            (CARD, "## 这是什么", "# 这是什么", ""),
            (CARD, "您干了活", "**您干了活**", "only headings of parts, paragraphs and lists"),
            (CARD, "您干了活", "您干了活[这里](https://example.org)", "only headings of parts"),
        ],
    );
    let copy = Copy::new("long-zh");
    let line = copy.replace(ZH, CARD, WHAT, &long_zh);
    copy.tells(ZH, line + 1, "41 characters in one sentence, at most 40");

    let copy = Copy::new("long-en");
    let long_en = format!("## What this is\n{}end.\n", "word ".repeat(24));
    let line = copy.replace(EN, CARD, "## What this is\n", &long_en);
    copy.tells(EN, line + 1, "25 words in one sentence, at most 24");

    let copy = Copy::new("part");
    let line = copy.replace(ZH, CARD, "## 信访能做的\n", "");
    assert!(line > 0);
    let body = copy.line(ZH, WHAT);
    copy.tells(ZH, body, "the part \"信访能做的\" is missing or empty");

    let copy = Copy::new("title");
    let front = copy.line(ZH, CARD);
    copy.replace(ZH, CARD, "title = \"", &format!("title = \"{}", "长".repeat(18)));
    copy.tells(ZH, front, "the title is longer than 18 characters");

    let copy = Copy::new("keyword");
    let front = copy.line(EN, CARD);
    copy.replace(EN, CARD, "keywords = [", "keywords = [\"a\", ");
    copy.tells(EN, front, "a keyword of one letter");
}

#[test]
fn every_language_has_everything() {
    let copy = Copy::new("file");
    fs::remove_file(copy.0.join(EN)).unwrap();
    copy.tells(ZH, 0, "no en/labour.md");

    let copy = Copy::new("only-translated");
    fs::remove_file(copy.0.join(ZH)).unwrap();
    copy.tells(EN, 0, "no zh-CN/labour.md");

    let copy = Copy::new("card");
    copy.remove_card(EN, "wages-unpaid");
    copy.tells(ZH, copy.line(ZH, CARD), "\"wages-unpaid\" is not there in en");

    each(
        "translation",
        EN,
        &[
            (CARD, CARD, "id = \"other\"", "no card \"other\" in the file of the facts"),
            (CARD, "papers = [", "papers = [\"one more\", ", "papers, but the facts have"),
            (CARD, "notes = [", "notes = [\"one more\", ", "notes, but the facts have"),
        ],
    );
}

#[test]
fn what_nobody_has_read_in_the_law_says_so() {
    for (file, notice) in [(ZH, "以当地公布为准"), (EN, "as published locally")] {
        let copy = Copy::new(&format!("unverified-{}", &file[..2]));
        let front = copy.line(file, CARD);
        copy.replace(ZH, CARD, "verified = true", "verified = false");
        copy.tells(file, front, &format!("does not say {notice:?}"));
    }
    // The same where it is the law behind the card that nobody has read.
    let copy = Copy::new("unread-law");
    let id = "id = \"labour-inspection-rules\"";
    let law = "laws/labour.toml";
    copy.replace(law, id, "verified = true", "verified = false");
    copy.tells(ZH, copy.line(ZH, CARD), "rests on something unverified");

    let copy = Copy::new("memory");
    let line = copy.line(law, id);
    copy.replace(law, id, "source = \"law-text-2025-04\"", "source = \"memory\"");
    copy.tells(law, line, "is verified but its text was not read");
}

#[test]
fn tables_and_cards_fit_together() {
    let copy = Copy::new("twice");
    let line = copy.replace(ZH, "id = \"wages-site\"", "id = \"wages-site\"", CARD);
    copy.tells(ZH, line, "\"wages-unpaid\" stands in zh-CN/labour.md too");

    let copy = Copy::new("five");
    let (zh, en) = ("zh-CN/discipline.md", "en/discipline.md");
    let text = copy.text(zh);
    let ids: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("id = \"")).collect();
    for id in &ids[5..] {
        let id = id.trim_end_matches('"');
        copy.remove_card(zh, id);
        copy.remove_card(en, id);
    }
    copy.tells(zh, 0, "5 questions answered, at least 6 are needed");

    let copy = Copy::new("tile");
    let tile = "\n[[tiles]]\nid = \"sky\"\nzh = \"天\"\nen = \"Sky\"\ncategory = \"other\"\n";
    fs::write(copy.0.join("tiles.toml"), copy.text("tiles.toml") + tile).unwrap();
    copy.tells("tiles.toml", copy.line("tiles.toml", "id = \"sky\""), "no card stands behind");

    let (limits, id) = ("limits/labour.toml", "id = \"labour-inspection\"");
    let copy = Copy::new("limit-law");
    let line = copy.line(limits, id);
    copy.replace(limits, id, "law = \"labour-inspection-rules:20\"", "law = \"none:20\"");
    copy.tells(limits, line, "no law \"none\"");

    let copy = Copy::new("limit-none");
    let line = copy.line(limits, id);
    copy.replace(limits, id, "law = \"labour-inspection-rules:20\"\n", "");
    // The row itself, since the line that should be there is not.
    copy.tells(limits, line - 1, "missing field `law`");
}

#[test]
fn what_cannot_be_read_is_told_with_its_line() {
    each(
        "syntax",
        ZH,
        &[
            (CARD, "tile = \"wages\"", "tile = wages", ""),
            (CARD, "tile = \"wages\"", "tiles = \"wages\"", "unknown field `tiles`"),
            (CARD, "checked = ", "checked = \"soon\" #", "not a day"),
            ("domain = \"labour\"", "domain = \"labour\"", "domain = \"work\"", "in a file named"),
        ],
    );
    each(
        "tables",
        "ways.toml",
        &[("[[ways]]", "cost = \"free\"", "cost = \"cheap\"", "unknown variant `cheap`")],
    );
    let copy = Copy::new("open");
    fs::write(copy.0.join(ZH), copy.text(ZH) + "\n+++\nid = \"new\"\n").unwrap();
    copy.tells(ZH, copy.line(ZH, "id = \"new\""), "is not closed by +++");

    let copy = Copy::new("organs");
    fs::remove_file(copy.0.join("organs.toml")).unwrap();
    copy.tells("organs.toml", 0, "cannot be read");
}
