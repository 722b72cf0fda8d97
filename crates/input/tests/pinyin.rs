//! What a person at the keyboard sees.

mod common;

use common::{asset, data, engine};
use petition_input::build::pinyin_asset;
use petition_input::{Candidate, Fuzzy, PinyinEngine, Recency};

fn texts(list: &[Candidate]) -> Vec<&str> {
    list.iter().map(|c| c.text.as_str()).collect()
}

fn offers(engine: &PinyinEngine, keys: &str, text: &str) -> bool {
    texts(&engine.candidates(keys, "")).iter().take(10).any(|t| *t == text)
}

#[test]
fn whole_sentence_comes_first_and_uses_every_key() {
    let keys = "womenyaoqiufagongzi";
    let list = engine().candidates(keys, "");
    assert_eq!(list[0], Candidate { text: "我们要求发工资".to_owned(), consumed: keys.len() });
}

#[test]
fn phrases_follow_longest_first() {
    let list = engine().candidates("xinfanggongzuo", "");
    let consumed: Vec<usize> = list.iter().skip(3).map(|c| c.consumed).collect();
    assert!(consumed.is_sorted_by(|a, b| a >= b), "{consumed:?}");
    assert!(list.iter().any(|c| c.text == "信访" && c.consumed == 7));
    assert!(list.iter().any(|c| c.text == "信" && c.consumed == 3));
}

#[test]
fn initials_and_mixed_spelling_reach_words() {
    let engine = engine();
    assert!(offers(&engine, "cqbc", "拆迁补偿"));
    assert!(offers(&engine, "xinf", "信访"));
    assert!(offers(&engine, "zgren", "中国人"));
    assert!(offers(&engine, "cqbck", "拆迁补偿款"));
    assert!(offers(&engine, "chaiqianbck", "拆迁补偿款"));
    assert!(offers(&engine, "nmg", "农民工"));
    assert!(offers(&engine, "ldzc", "劳动仲裁"));
    assert_eq!(engine.candidates("qianx", "")[0].consumed, 5);
}

#[test]
fn associations_go_on_from_what_is_written() {
    let engine = engine();
    let next = engine.associations("他们拖欠", 5);
    assert!(next.iter().any(|word| word == "工资"), "{next:?}");
    assert_eq!(next.len(), 5);
    assert!(!engine.associations("", 3).is_empty(), "a text starts somehow");
    assert_eq!(engine.associations("hello", 0), Vec::<String>::new());
    for word in engine.associations("我们", 50) {
        assert!(word.chars().all(|c| !c.is_ascii() && c.is_alphabetic()), "{word}");
    }
}

#[test]
fn separators_divide_and_are_consumed() {
    let engine = engine();
    let list = engine.candidates("xi'an", "");
    assert_eq!(list[0], Candidate { text: "西安".to_owned(), consumed: 5 });
    assert!(list.iter().any(|c| c.text == "西" && c.consumed == 3));
    assert!(!texts(&list).contains(&"先"));
    assert!(offers(&engine, "xian", "先"));
}

#[test]
fn nine_key_digits_are_sets_of_letters() {
    let engine = engine();
    assert_eq!(engine.candidates("9463264", "")[0].text, "信访");
    assert!(offers(&engine, "96636", "我们"));
}

#[test]
fn fuzzy_sounds_are_off_until_asked_for() {
    let mut engine = engine();
    assert!(!offers(&engine, "gongchang'zang", "工厂长"));
    assert!(!offers(&engine, "lainai", "奶奶"));
    engine.set_fuzzy(Fuzzy { n_l: true, ..Fuzzy::default() });
    assert!(offers(&engine, "lainai", "奶奶"));
    engine.set_fuzzy(Fuzzy::ALL);
    assert!(offers(&engine, "sangfang", "上访"));
    assert!(offers(&engine, "fuman", "富满") || offers(&engine, "funan", "湖南"));
}

#[test]
fn partial_commit_goes_on_from_context() {
    let engine = engine();
    let keys = "tuoqiannongmingonggongzi";
    let list = engine.candidates(keys, "");
    let part = list.iter().find(|c| c.text == "拖欠").expect("the first word is offered");
    let rest = &keys[part.consumed..];
    assert_eq!(engine.candidates(rest, &part.text)[0].text, "农民工工资");
}

#[test]
fn alternatives_are_real() {
    let list = engine().candidates("tashiwodeerzi", "");
    let whole: Vec<_> = list.iter().filter(|c| c.consumed == 13).collect();
    assert!(whole.len() >= 2, "{whole:?}");
}

#[test]
fn recency_lasts_as_long_as_its_value() {
    let engine = engine();
    let before = engine.candidates("zhangwei", "");
    let rare = before.iter().filter(|c| c.consumed == 8).nth(1).expect("a second reading").clone();
    let mut recency = Recency::default();
    for _ in 0..3 {
        engine.note(&mut recency, &rare.text);
    }
    let place = |list: &[Candidate]| list.iter().position(|c| c.text == rare.text);
    assert!(place(&engine.candidates_with(&recency, "zhangwei", "")) < place(&before));
    drop(recency);
    assert_eq!(engine.candidates("zhangwei", ""), before);
}

#[test]
fn a_public_screen_offers_no_coarse_words() {
    let engine = engine();
    for (keys, coarse) in [("qianxi", "前戏"), ("jianhuo", "贱货"), ("shabi", "傻逼")] {
        assert!(!offers(&engine, keys, coarse), "{keys} offers {coarse}");
    }
    assert!(offers(&engine, "qianxin", "欠薪"), "what is left out takes nothing else with it");
}

#[test]
fn nothing_typed_nothing_offered() {
    let engine = engine();
    for keys in ["", "'", "''", "!", "。", "0"] {
        assert_eq!(engine.candidates(keys, "我"), [], "{keys:?}");
    }
}

#[test]
fn same_inputs_give_the_same_bytes() {
    assert!(pinyin_asset(&data()).expect("the inputs are complete") == asset());
}

/// The oracle is pypinyin's table, not the one the asset is built from.
#[test]
fn every_reading_of_every_common_character_reaches_it() {
    let engine = engine();
    let table = std::fs::read_to_string(data().join("eval/readings.tsv")).expect("committed");
    assert_eq!(table.lines().count(), 3755, "GB 2312 level 1");
    let mut rows: Vec<(&str, &str)> = table
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .flat_map(|(character, readings)| readings.split(' ').map(move |r| (r, character)))
        .collect();
    rows.sort_unstable();
    for group in rows.chunk_by(|a, b| a.0 == b.0) {
        let list = engine.candidates(group[0].0, "");
        for (syllable, character) in group {
            let found = list.iter().any(|c| c.text == *character && c.consumed == syllable.len());
            assert!(found, "{syllable} does not offer {character}");
        }
    }
}
