//! Every word the keys can be read as, with the places it joins.

use super::PinyinEngine;
use super::fuzzy::Variants;
use super::keys::Keys;
use super::lexicon::{Entry, NodeId, ROOT};
use super::syllables::{Match, Spelling, Syllable};
use std::collections::BTreeMap;
use std::ops::Range;

/// What a way of typing costs, in tenths of a nat like every cost here.
mod penalty {
    /// A sound taken for its neighbour.
    pub const FUZZY: u32 = 25;
    /// The last syllable, still being typed.
    pub const UNFINISHED: u32 = 70;
    /// A syllable given by its first letters in the middle of the keys.
    pub const INITIALS: u32 = 45;
    /// The same on nine keys, where a digit says much less than a letter.
    pub const INITIALS_T9: u32 = 60;
}

/// A syllable that can be read from one place.
#[derive(Clone, Copy, Debug)]
struct Step {
    syllable: Syllable,
    end: usize,
    penalty: u32,
    /// Whether the keys spell it, possibly in a fuzzy way.
    spelled: bool,
}

/// Words of one reading between two places.
#[derive(Clone, Debug)]
pub struct Edge {
    /// The place after the last key.
    pub end: usize,
    /// The words, likeliest first.
    pub entries: Range<Entry>,
    /// What the way of typing costs.
    pub penalty: u32,
    /// Syllables in these words.
    pub length: usize,
    /// Whether all syllables are spelled out.
    pub spelled: bool,
}

/// The syllables at every place.
#[derive(Debug)]
pub struct Lattice {
    steps: Vec<Vec<Step>>,
    /// The furthest place that a chain of syllables reaches.
    reach: usize,
    /// Whether first letters stand for syllables in the middle.
    guesses: bool,
}

impl Lattice {
    /// Reads the syllables. First letters in the middle are only tried when the keys cannot be
    /// spelled out, which keeps ordinary typing both clean and fast.
    pub fn new(engine: &PinyinEngine, keys: &Keys) -> Self {
        let spelled = Self::build(engine, keys, false);
        if spelled.reach == keys.len() { spelled } else { Self::build(engine, keys, true) }
    }

    fn build(engine: &PinyinEngine, keys: &Keys, initials: bool) -> Self {
        let mut steps: Vec<Vec<Step>> =
            (0..keys.len()).map(|start| steps_at(engine, keys, start, initials)).collect();
        let mut reached = vec![false; keys.len() + 1];
        let mut reach = 0;
        if let Some(first) = reached.first_mut() {
            *first = true;
        }
        for (start, here) in steps.iter().enumerate() {
            if reached.get(start) != Some(&true) {
                continue;
            }
            for step in here {
                if let Some(place) = reached.get_mut(step.end) {
                    *place = true;
                    reach = reach.max(step.end);
                }
            }
        }
        // A word must not end where nothing can follow: "fang|an" must not lose its tail.
        let mut alive = vec![false; keys.len() + 1];
        if let Some(last) = alive.get_mut(reach) {
            *last = true;
        }
        for start in (0..reach).rev() {
            if let Some(here) = steps.get_mut(start) {
                here.retain(|step| alive.get(step.end) == Some(&true));
                let any = !here.is_empty();
                if let Some(place) = alive.get_mut(start) {
                    *place = any;
                }
            }
        }
        Self { steps, reach, guesses: initials }
    }

    /// The furthest place that can be read.
    pub fn reach(&self) -> usize {
        self.reach
    }

    /// Whether first letters stand for syllables in the middle.
    pub fn guesses(&self) -> bool {
        self.guesses
    }

    /// The words that start at `start`.
    pub fn edges(&self, engine: &PinyinEngine, start: usize) -> Vec<Edge> {
        let mut edges = Vec::new();
        let mut open: Vec<(NodeId, usize, u32, usize, bool)> = vec![(ROOT, start, 0, 0, true)];
        while let Some((node, place, penalty, length, spelled)) = open.pop() {
            for step in self.steps.get(place).map_or(&[][..], Vec::as_slice) {
                let Some(next) = engine.lexicon.step(node, step.syllable) else { continue };
                let edge = Edge {
                    end: step.end,
                    entries: engine.lexicon.entries(next),
                    penalty: penalty + step.penalty,
                    length: length + 1,
                    spelled: spelled && step.spelled,
                };
                if engine.lexicon.goes_on(next) {
                    open.push((next, edge.end, edge.penalty, edge.length, edge.spelled));
                }
                if !edge.entries.is_empty() {
                    edges.push(edge);
                }
            }
        }
        edges
    }
}

fn steps_at(engine: &PinyinEngine, keys: &Keys, start: usize, initials: bool) -> Vec<Step> {
    let mut best: BTreeMap<(Syllable, usize), (u32, bool)> = BTreeMap::new();
    let mut offer = |syllable, end, penalty, spelled| {
        let slot = best.entry((syllable, end)).or_insert((penalty, spelled));
        if penalty < slot.0 {
            *slot = (penalty, spelled);
        }
    };
    let found = engine.syllables.matches(keys, start);
    // "xi'" is all of a syllable: a separator after a complete one rules longer ones out.
    let closed = |end| {
        let full = |m: &Match| m.end == end && m.spelling == Spelling::Full;
        keys.is_boundary(end) && found.iter().any(full)
    };
    for found in &found {
        if found.spelling == Spelling::Prefix && closed(found.end) {
            continue;
        }
        let Some((penalty, spelled)) = weigh(keys, start, found, initials) else { continue };
        offer(found.syllable, found.end, penalty, spelled);
        for other in variants(&engine.variants, found) {
            offer(*other, found.end, penalty + penalty::FUZZY, spelled);
        }
    }
    let step = |((syllable, end), (penalty, spelled))| Step { syllable, end, penalty, spelled };
    best.into_iter().map(step).collect()
}

fn variants<'a>(variants: &'a Variants, found: &Match) -> &'a [Syllable] {
    match found.spelling {
        Spelling::Full => variants.of(found.syllable),
        Spelling::Hum | Spelling::Prefix => &[],
    }
}

/// What reading `found` costs, or nothing if it may not be read so.
fn weigh(keys: &Keys, start: usize, found: &Match, initials: bool) -> Option<(u32, bool)> {
    let ends = found.end == keys.len() || keys.is_boundary(found.end);
    match found.spelling {
        // "nmg" is 农民工 by its first letters, not three hums in a row.
        Spelling::Hum if initials => Some((penalty::INITIALS, false)),
        Spelling::Hum => (ends && found.end == start + 1).then_some((penalty::UNFINISHED, true)),
        Spelling::Full => Some((0, true)),
        Spelling::Prefix if ends => Some((penalty::UNFINISHED, false)),
        Spelling::Prefix if initials => {
            // Two letters only for zh, ch, sh: "zho" in the middle is a slip, not a habit.
            let letters = found.end - start;
            let double = letters == 2 && keys.letters(start + 1) == Some(1 << (b'h' - b'a'));
            let cost = if keys.has_digits() { penalty::INITIALS_T9 } else { penalty::INITIALS };
            (letters == 1 || double).then_some((cost, false))
        }
        Spelling::Prefix => None,
    }
}
