use crate::fault::Mend;
use crate::lang::Word;
use crate::matter::Timeline;
use crate::*;

fn all() -> Vec<(String, &'static str, &'static str)> {
    fn table<W: Word + std::fmt::Debug>(words: &[W]) -> Vec<(String, &'static str, &'static str)> {
        words.iter().map(|word| (format!("{word:?}"), word.zh(), word.en())).collect()
    }
    [
        table(Common::ALL),
        table(Kiosk::ALL),
        table(Options::ALL),
        table(Guide::ALL),
        table(Phone::ALL),
        table(Card::ALL),
        table(Keys::ALL),
        table(Help::ALL),
        table(Timeline::ALL),
        table(Mend::ALL),
    ]
    .concat()
}

fn placeholders(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> =
        text.split('{').skip(1).filter_map(|part| part.split('}').next()).collect();
    found.sort_unstable();
    found
}

#[test]
fn both_languages_fill_the_same_gaps() {
    for (key, zh, en) in all() {
        assert_eq!(placeholders(zh), placeholders(en), "{key}");
        assert!(!zh.trim().is_empty() && !en.trim().is_empty(), "{key}");
    }
}

#[test]
fn chinese_is_chinese_and_english_has_no_han() {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for (key, zh, en) in all() {
        if matches!(key.as_str(), "PageLanguage" | "BarLanguage") {
            continue;
        }
        let is_only_a_mark = !zh.chars().any(char::is_alphanumeric);
        assert!(is_only_a_mark || zh.chars().any(han), "{key}: {zh}");
        assert!(!en.chars().any(han), "{key}: {en}");
    }
}

#[test]
fn punctuation_is_not_doubled_or_mixed() {
    let ends = ['。', '，', '、', '；', '：', '？', '！'];
    for (key, zh, _) in all() {
        let chars: Vec<char> = zh.chars().collect();
        for pair in chars.windows(2) {
            let doubled = ends.contains(&pair[0]) && ends.contains(&pair[1]);
            assert!(!doubled, "{key}: {zh}");
            let half_width = matches!(pair[1], ',' | ';' | '?' | '!')
                && ('\u{4e00}'..='\u{9fff}').contains(&pair[0]);
            assert!(!half_width, "{key}: {zh}");
        }
    }
}

#[test]
fn words_that_have_no_place_here_are_absent() {
    for (key, zh, _) in all() {
        for banned in ["劝返", "非正常上访", "敏感节点", "重点人员", "稳控", "缠访", "闹访"]
        {
            assert!(!zh.contains(banned), "{key}: {zh}");
        }
        // Registered is not accepted: only the office's own acts may say so.
        if key.starts_with("Receipt") && zh.contains("受理") {
            assert!(
                zh.contains("受理后") || zh.contains("是否受理") || zh.contains("受理的"),
                "{key}: {zh}"
            );
        }
    }
}

#[test]
fn pseudo_words_keep_their_gaps_and_mark_their_ends() {
    for (key, _, en) in all() {
        let pseudo = pseudo::of(en);
        assert_eq!(placeholders(&pseudo), placeholders(en), "{key}");
        assert!(
            pseudo.starts_with('[') && pseudo.ends_with(']') && pseudo.len() > en.len(),
            "{key}"
        );
    }
}

#[test]
fn a_day_is_written_as_people_write_it() {
    let day = |text: &str| text.parse().unwrap();
    assert_eq!(day_in_year(Lang::Zh, day("2026-12-07"), day("2026-11-22")), "12月7日");
    assert_eq!(day_in_year(Lang::Zh, day("2027-01-09"), day("2026-11-22")), "2027年1月9日");
    assert_eq!(day_in_year(Lang::En, day("2027-01-09"), day("2026-11-22")), "9 January 2027");
    assert_eq!(moment(petition_domain::Moment(0)), "1970-01-01 08:00");
}

#[test]
fn a_fault_says_how_to_mend_it() {
    use petition_domain::{Fault, Field, PersonField, Problem};
    let id = Field::Person(0, PersonField::IdNumber);
    let said = |field, problem| sentence(Lang::Zh, &Fault::new(field, problem));
    assert_eq!(said(id, Problem::TooShort { missing: 2 }), "请补全证件号码，还差 2 位");
    assert_eq!(
        said(Field::Facts, Problem::TooLong { excess: 1, max: 20_000 }),
        "多了 1 个字，最多 20000 个"
    );
    assert_eq!(said(Field::Person(0, PersonField::Name), Problem::Required), "请填写姓名");
    assert_eq!(said(Field::Who, Problem::Required), "请选一项");
}
