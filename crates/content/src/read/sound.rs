//! The search index: the words of every card, and how they sound.

use petition_text::Lang;
use pinyin::ToPinyinMulti;

use super::front::Cards;
use crate::card::{Block, CardRef, Shelf};
use crate::search::{Index, Term, Weight};

/// All terms of one language. Sounds are kept for every character that a person might type, so
/// that a wrong character of the same sound still finds the right card.
pub fn index(lang: Lang, shelf: &Shelf, sources: &Cards, tag: &str) -> Index {
    let mut index = Index::default();
    for source in &sources.cards {
        let Some(words) = source.words.get(tag) else { continue };
        let card = u16::try_from(index.cards.len()).unwrap_or(u16::MAX);
        let tile = shelf.tiles.iter().find(|tile| tile.id == *source.facts.tile.get_ref());
        let mut add = |text: &str, weight| {
            index.terms.push(Term { card, weight, text: text.to_lowercase() });
        };
        add(&words.title, Weight::Title);
        words.also.iter().for_each(|text| add(text, Weight::Title));
        words.keywords.iter().for_each(|text| add(text, Weight::Keyword));
        if let Some(tile) = tile {
            add(&tile.title, Weight::Tile);
        }
        words.prose.what.iter().flat_map(Block::sentences).for_each(|text| add(text, Weight::Text));
        index
            .cards
            .push(CardRef { id: source.facts.id.get_ref().clone(), title: words.title.clone() });
    }
    if lang != Lang::En {
        index.add_sounds(typeable().filter_map(|letter| Some((letter, sounds(letter)?))));
    }
    index
}

/// The characters of GB 2312, which every input method offers first.
fn typeable() -> impl Iterator<Item = char> {
    ('\u{4e00}'..='\u{9fa5}').filter(|letter| {
        let text = letter.to_string();
        let (bytes, _, _) = encoding_rs::GBK.encode(&text);
        matches!(*bytes, [0xb0..=0xf7, 0xa1..=0xfe])
    })
}

/// The readings of a character without tones, the usual one first.
fn sounds(letter: char) -> Option<Vec<&'static str>> {
    let mut sounds: Vec<&'static str> = Vec::new();
    for reading in letter.to_pinyin_multi()? {
        if !sounds.contains(&reading.plain()) {
            sounds.push(reading.plain());
        }
    }
    Some(sounds)
}
