//! Front matter: the first language states facts and words, the others words only.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::LANGUAGES;
use super::blocks::{Block, Source};
use super::fault::{Fault, line_at};
use super::prose::{self, Prose};
use super::tables::{Date, toml_fault};

/// What stands on top of a file: help while a matter is told.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HintsFront {
    /// The category; the stem of the file.
    pub domain: String,
    /// What to tell.
    pub tell: Vec<String>,
    /// What to photograph.
    pub photograph: Vec<String>,
}

/// A card in the language that states the facts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// Its id.
    pub id: Spanned<String>,
    /// The tile.
    pub tile: Spanned<String>,
    /// See [`Words`].
    pub title: Spanned<String>,
    /// See [`Words`].
    pub also: Vec<String>,
    /// See [`Words`].
    pub keywords: Vec<String>,
    /// Who handles it.
    pub organs: Vec<Spanned<String>>,
    /// See [`Words`].
    pub papers: Spanned<Vec<String>>,
    /// Articles as `law:article`.
    pub law: Vec<Spanned<String>>,
    /// The day somebody last looked.
    pub checked: Date,
    /// Whether every fact was read in the law itself.
    pub verified: bool,
    /// Whether somebody has to look again.
    pub recheck: bool,
    /// Who compared it with its sources; empty until somebody has.
    #[expect(dead_code, reason = "for the office; every card must say it")]
    pub reviewer: String,
    /// The lawful ways.
    pub routes: Vec<RouteFront>,
}

/// A way of a card.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RouteFront {
    /// The way.
    pub way: Spanned<String>,
    /// Its limit.
    pub limit: Option<Spanned<String>>,
    /// What to know of it here.
    pub note: String,
}

/// A card in another language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Its id.
    pub id: Spanned<String>,
    /// The question, as a person would say it.
    pub title: Spanned<String>,
    /// Other ways to ask.
    pub also: Vec<String>,
    /// Words by which it is found.
    pub keywords: Vec<String>,
    /// Papers to bring.
    pub papers: Spanned<Vec<String>>,
    /// A note for each way.
    pub notes: Spanned<Vec<String>>,
}

/// A card in one language.
#[derive(Clone, Debug)]
pub struct Wording {
    /// File below the content folder.
    pub file: String,
    /// Line of the front matter.
    pub line: usize,
    /// The question.
    pub title: String,
    /// Other ways to ask.
    pub also: Vec<String>,
    /// Words by which it is found.
    pub keywords: Vec<String>,
    /// Papers to bring.
    pub papers: Vec<String>,
    /// A note for each way.
    pub notes: Vec<String>,
    /// What stands under the front matter.
    pub prose: Prose,
}

/// A card in all languages.
#[derive(Clone, Debug)]
pub struct CardSource {
    /// Stem of the file.
    pub domain: String,
    /// File of the facts.
    pub file: String,
    /// Its front matter as written, to find lines in.
    pub front: String,
    /// First line of that.
    pub front_line: usize,
    /// The facts.
    pub facts: Facts,
    /// By language.
    pub words: BTreeMap<&'static str, Wording>,
}

impl CardSource {
    /// The line of a value of the facts.
    pub fn line_of<T>(&self, value: &Spanned<T>) -> usize {
        self.front_line - 1 + line_at(&self.front, value.span().start)
    }
}

/// All that the Markdown files hold.
#[derive(Clone, Debug, Default)]
pub struct Cards {
    /// In the order in which they stand.
    pub cards: Vec<CardSource>,
    /// Hints by language, then by domain.
    pub hints: BTreeMap<&'static str, BTreeMap<String, HintsFront>>,
}

/// Reads the blocks of every file and puts the languages together.
pub fn read(
    texts: &BTreeMap<&'static str, BTreeMap<String, Source>>,
    faults: &mut Vec<Fault>,
) -> Cards {
    let mut cards = Cards::default();
    let [base, others @ ..] = LANGUAGES;
    let Some(base_files) = texts.get(base) else { return cards };
    for (stem, source) in base_files {
        let Some((hints, blocks)) = hints(stem, source, faults) else { continue };
        cards.hints.entry(base).or_default().insert(stem.clone(), hints);
        let first = cards.cards.len();
        cards
            .cards
            .extend(blocks.iter().filter_map(|block| facts(base, stem, source, block, faults)));
        for language in others {
            match texts.get(language).and_then(|files| files.get(stem)) {
                None => {
                    faults.push(Fault::new(&source.file, 0, format!("no {language}/{stem}.md")));
                }
                Some(other) => {
                    let mine = cards.cards.get_mut(first..).unwrap_or_default();
                    if let Some(hints) = translate(language, stem, other, mine, faults) {
                        cards.hints.entry(language).or_default().insert(stem.clone(), hints);
                    }
                }
            }
        }
    }
    for language in others {
        for (stem, source) in texts.get(language).into_iter().flatten() {
            if !base_files.contains_key(stem) {
                faults.push(Fault::new(&source.file, 0, format!("no {base}/{stem}.md")));
            }
        }
    }
    cards
}

/// The hints on top and the blocks of cards.
fn hints<'a>(
    stem: &str,
    source: &'a Source,
    faults: &mut Vec<Fault>,
) -> Option<(HintsFront, &'a [Block])> {
    let Some((first, rest)) = source.blocks.split_first() else {
        faults.push(Fault::new(&source.file, 0, "the file is empty"));
        return None;
    };
    let hints = parse::<HintsFront>(&source.file, first, faults)?;
    if hints.domain != stem {
        let message = format!("domain is {:?} in a file named {stem:?}", hints.domain);
        faults.push(Fault::new(&source.file, first.front_line, message));
    }
    Some((hints, rest))
}

fn parse<T: serde::de::DeserializeOwned>(
    file: &str,
    block: &Block,
    faults: &mut Vec<Fault>,
) -> Option<T> {
    match toml::from_str(&block.front) {
        Ok(value) => Some(value),
        Err(err) => {
            faults.push(toml_fault(file, &block.front, block.front_line, &err));
            None
        }
    }
}

fn facts(
    language: &'static str,
    stem: &str,
    source: &Source,
    block: &Block,
    faults: &mut Vec<Fault>,
) -> Option<CardSource> {
    let facts = parse::<Facts>(&source.file, block, faults)?;
    let prose = prose::read(language, &source.file, block, faults)?;
    let words = Wording {
        file: source.file.clone(),
        line: block.front_line,
        title: facts.title.get_ref().clone(),
        also: facts.also.clone(),
        keywords: facts.keywords.clone(),
        papers: facts.papers.get_ref().clone(),
        notes: facts.routes.iter().map(|route| route.note.clone()).collect(),
        prose,
    };
    Some(CardSource {
        domain: stem.to_owned(),
        file: source.file.clone(),
        front: block.front.clone(),
        front_line: block.front_line,
        facts,
        words: BTreeMap::from([(language, words)]),
    })
}

fn translate(
    language: &'static str,
    stem: &str,
    source: &Source,
    cards: &mut [CardSource],
    faults: &mut Vec<Fault>,
) -> Option<HintsFront> {
    let (hints, blocks) = hints(stem, source, faults)?;
    for block in blocks {
        let Some(words) = parse::<Words>(&source.file, block, faults) else { continue };
        let line = |offset| block.front_line - 1 + line_at(&block.front, offset);
        let id = words.id.get_ref();
        let Some(card) = cards.iter_mut().find(|card| card.facts.id.get_ref() == id) else {
            let message = format!("no card {id:?} in the file of the facts");
            faults.push(Fault::new(&source.file, line(words.id.span().start), message));
            continue;
        };
        let counts = [
            (
                "papers",
                words.papers.span(),
                words.papers.get_ref().len(),
                card.facts.papers.get_ref().len(),
            ),
            ("notes", words.notes.span(), words.notes.get_ref().len(), card.facts.routes.len()),
        ];
        for (name, span, found, wanted) in counts {
            if found != wanted {
                let message = format!("{found} {name}, but the facts have {wanted}");
                faults.push(Fault::new(&source.file, line(span.start), message));
            }
        }
        let Some(prose) = prose::read(language, &source.file, block, faults) else { continue };
        let wording = Wording {
            file: source.file.clone(),
            line: block.front_line,
            title: words.title.into_inner(),
            also: words.also,
            keywords: words.keywords,
            papers: words.papers.into_inner(),
            notes: words.notes.into_inner(),
            prose,
        };
        card.words.insert(language, wording);
    }
    Some(hints)
}
