//! What people type or say, and the card they mean: `tests/data/queries.toml`.

use crate::support;
use petition_content::search::Searcher;
use serde::Deserialize;

/// Cards that a person looks at before they give up.
const LOOKED_AT: usize = 3;
/// How many queries must find their card among these.
const LEAST_SHARE: f32 = 0.95;

#[derive(Deserialize)]
struct Queries {
    queries: Vec<Query>,
}

#[derive(Deserialize)]
struct Query {
    text: String,
    cards: Vec<String>,
}

#[test]
fn what_people_say_finds_the_card_they_mean() {
    let searcher = Searcher::new(support::edition("zh-CN").index);
    let Queries { queries } =
        toml::from_str(include_str!("../../../../tests/data/queries.toml")).unwrap();
    assert!(queries.len() >= 150);
    let missed: Vec<_> = queries
        .iter()
        .filter_map(|query| {
            let found: Vec<_> = searcher
                .search(&query.text, LOOKED_AT)
                .iter()
                .map(|card| card.id.clone())
                .collect();
            let is_found = found.iter().any(|id| query.cards.contains(id));
            (!is_found).then(|| format!("{}: {:?}, not {found:?}", query.text, query.cards))
        })
        .collect();
    let share = 1.0 - missed.len() as f32 / queries.len() as f32;
    println!("{} of {} found", queries.len() - missed.len(), queries.len());
    assert!(share >= LEAST_SHARE, "{share:.3} found; missed:\n{}", missed.join("\n"));
}

#[test]
fn nonsense_finds_nothing_and_takes_no_harm() {
    let searcher = Searcher::new(support::edition("zh-CN").index);
    for text in ["", " ", "。。。", "\u{202e}", "😀😀", "zzzzzzzz", &"x".repeat(5000)] {
        assert!(searcher.search(text, LOOKED_AT).is_empty(), "{text:?}");
    }
    assert!(!searcher.search(&"欠薪".repeat(3000), LOOKED_AT).is_empty());
}

#[test]
fn english_words_find_the_card_too() {
    let searcher = Searcher::new(support::edition("en").index);
    for (text, card) in [("unpaid wages", "wages-unpaid"), ("fired from my job", "dismissed")] {
        let found: Vec<_> =
            searcher.search(text, LOOKED_AT).iter().map(|found| &found.id).collect();
        assert!(found.iter().any(|id| *id == card), "{text}: {found:?}");
    }
}
