//! What no single file can know: that references lead somewhere and nothing is missing.

use std::collections::{BTreeMap, BTreeSet};

use petition_text::{Card as C, Lang};

use super::LANGUAGES;
use super::fault::Fault;
use super::front::{CardSource, Cards};
use super::tables::{Origin, Tables};

/// Questions that every domain answers at least.
const FEWEST_CARDS: usize = 6;
/// Files that are no domain of life: as many cards as they need.
const OTHER_FILES: [&str; 2] = ["rules", "notices"];
/// Most characters of a title: it stands on a tile.
const MOST_TITLE_CHARACTERS: usize = 18;

/// The parts of `law:article`.
pub fn article(reference: &str) -> Option<(&str, &str)> {
    reference.split_once(':')
}

/// Whether everything that `card` rests on was read in the law itself.
pub fn is_verified(tables: &Tables, card: &CardSource) -> bool {
    let law = |reference: &str| {
        let law = article(reference).and_then(|(id, _)| tables.laws.get(id));
        law.is_some_and(|at| *at.row.verified.get_ref())
    };
    let limit = |id: &str| {
        let limit = tables.limits.get(id).map(|at| &at.row);
        limit.is_some_and(|limit| limit.verified && law(limit.law.get_ref()))
    };
    card.facts.verified
        && card.facts.law.iter().all(|reference| law(reference.get_ref()))
        && card
            .facts
            .routes
            .iter()
            .filter_map(|route| route.limit.as_ref())
            .all(|id| limit(id.get_ref()))
}

/// Checks everything against everything.
pub fn check(tables: &Tables, cards: &Cards, faults: &mut Vec<Fault>) {
    tables_agree(tables, faults);
    let mut seen = BTreeMap::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut used = BTreeSet::new();
    for card in &cards.cards {
        let id = card.facts.id.get_ref().as_str();
        if let Some(other) = seen.insert(id, &card.file) {
            let message = format!("{id:?} stands in {other} too");
            faults.push(Fault::new(&card.file, card.line_of(&card.facts.id), message));
        }
        *counts.entry(&card.domain).or_default() += 1;
        used.insert(card.facts.tile.get_ref().as_str());
        references(tables, card, faults);
        words(tables, card, faults);
    }
    for (domain, count) in counts {
        if count < FEWEST_CARDS && !OTHER_FILES.contains(&domain) {
            let message = format!("{count} questions answered, at least {FEWEST_CARDS} are needed");
            faults.push(Fault::new(&format!("{}/{domain}.md", first()), 0, message));
        }
    }
    for tile in &tables.tiles {
        if !used.contains(tile.row.id.get_ref().as_str()) {
            let message = format!("no card stands behind {:?}", tile.row.id.get_ref());
            faults.push(Fault::new(&tile.file, tile.line, message));
        }
    }
    for language in LANGUAGES {
        for domain in cards.hints.values().flat_map(BTreeMap::keys) {
            if !cards.hints.get(language).is_some_and(|hints| hints.contains_key(domain)) {
                let file = format!("{language}/{domain}.md");
                faults.push(Fault::new(&file, 0, "no hints on top of the file"));
            }
        }
    }
}

const fn first() -> &'static str {
    let [first, ..] = LANGUAGES;
    first
}

fn tables_agree(tables: &Tables, faults: &mut Vec<Fault>) {
    for at in tables.laws.values() {
        let is_read = at.row.source == Origin::LawText;
        if *at.row.verified.get_ref() && !is_read {
            let message =
                format!("{:?} is verified but its text was not read", at.row.id.get_ref());
            faults.push(Fault::new(&at.file, at.line, message));
        }
    }
    for at in tables.limits.values() {
        if let Err(message) = law_exists(tables, at.row.law.get_ref()) {
            faults.push(Fault::new(&at.file, at.line, message));
        }
    }
}

/// Whether `law:article` stands in the tables.
pub fn law_exists(tables: &Tables, reference: &str) -> Result<(), String> {
    let (id, number) = article(reference).ok_or(format!("{reference:?} is not law:article"))?;
    let law = tables.laws.get(id).ok_or(format!("no law {id:?}"))?;
    if number.parse::<u16>().is_err() {
        return Err(format!("{number:?} is no article"));
    }
    if number != "0" && !law.row.articles.contains_key(number) {
        return Err(format!("law {id:?} has no article {number} in the table"));
    }
    Ok(())
}

fn references(tables: &Tables, card: &CardSource, faults: &mut Vec<Fault>) {
    let facts = &card.facts;
    let mut unknown = |value: &toml::Spanned<String>, what: &str| {
        let message = format!("no {what} {:?}", value.get_ref());
        faults.push(Fault::new(&card.file, card.line_of(value), message));
    };
    if !tables.tiles.iter().any(|tile| tile.row.id.get_ref() == facts.tile.get_ref()) {
        unknown(&facts.tile, "tile");
    }
    for organ in facts.organs.iter().filter(|id| !tables.organs.contains_key(id.get_ref())) {
        unknown(organ, "organ");
    }
    for route in &facts.routes {
        if !tables.ways.contains_key(route.way.get_ref()) {
            unknown(&route.way, "way");
        }
        if let Some(limit) = &route.limit
            && !tables.limits.contains_key(limit.get_ref())
        {
            unknown(limit, "limit");
        }
    }
    for reference in &facts.law {
        if let Err(message) = law_exists(tables, reference.get_ref()) {
            faults.push(Fault::new(&card.file, card.line_of(reference), message));
        }
    }
    let needed =
        [("routes", facts.routes.len()), ("law", facts.law.len()), ("organs", facts.organs.len())];
    for (name, count) in needed {
        if count == 0 {
            let message = format!("{name} must name one at least");
            faults.push(Fault::new(&card.file, card.line_of(&facts.id), message));
        }
    }
}

fn words(tables: &Tables, card: &CardSource, faults: &mut Vec<Fault>) {
    let is_verified = is_verified(tables, card);
    for language in LANGUAGES {
        let Some(words) = card.words.get(language) else {
            let message = format!("{:?} is not there in {language}", card.facts.id.get_ref());
            faults.push(Fault::new(&card.file, card.line_of(&card.facts.id), message));
            continue;
        };
        let mut fault = |message: String| faults.push(Fault::new(&words.file, words.line, message));
        let Some(lang) = Lang::from_tag(language) else { continue };
        let notice = lang.say(C::LocalNotice);
        let says_so =
            words.prose.sentences().chain(&words.notes).any(|text| text.contains(&*notice));
        if !is_verified && !says_so {
            fault(format!("rests on something unverified and does not say {notice:?}"));
        }
        if lang == Lang::Zh && words.title.chars().count() > MOST_TITLE_CHARACTERS {
            fault(format!("the title is longer than {MOST_TITLE_CHARACTERS} characters"));
        }
        if words.keywords.iter().any(|word| word.chars().count() < 2) {
            fault("a keyword of one letter finds everything".to_owned());
        }
        if words.keywords.is_empty() || words.papers.is_empty() {
            fault("keywords and papers must not be empty".to_owned());
        }
    }
}
