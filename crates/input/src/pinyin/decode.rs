//! Beam search: the likeliest chains of words through the lattice.

use super::PinyinEngine;
use super::bigrams::{Row, Token};
use super::keys::Keys;
use super::lattice::{Edge, Lattice};
use super::lexicon::Entry;
use super::recency::Recency;

/// Chains kept at every place.
const BEAM: usize = 16;
/// Chains kept at a place for one last word, so that alternatives differ further back too.
const PER_WORD: usize = 2;
/// More than any attraction saves.
const SHIFT: u32 = 128;
/// What every word costs on its own: fewer, longer words are likelier to be meant.
const PER_WORD_COST: u32 = 12;

/// A chain of words up to some place.
#[derive(Clone, Copy, Debug)]
struct Hypothesis {
    cost: u32,
    entry: Entry,
    token: Token,
    class: u8,
    /// The chain before the last word, as a place in the arena; none at the start.
    before: Option<usize>,
}

impl Hypothesis {
    fn start(engine: &PinyinEngine, context: Token) -> Self {
        let class = engine.bigrams.class(context, 2);
        Self { cost: 0, entry: Entry::MAX, token: context, class, before: None }
    }
}

/// A reading of all keys that can be read.
#[derive(Debug)]
pub struct Path {
    /// Its cost.
    pub cost: u32,
    /// Its words.
    pub entries: Vec<Entry>,
}

/// The likeliest readings up to the furthest place, best first.
pub fn best_paths(
    engine: &PinyinEngine,
    recency: &Recency,
    keys: &Keys,
    lattice: &Lattice,
    context: Token,
) -> Vec<Path> {
    let mut arena: Vec<Hypothesis> = Vec::new();
    let mut at: Vec<Vec<Hypothesis>> = vec![Vec::new(); keys.len() + 1];
    let start = Hypothesis::start(engine, context);
    if let Some(first) = at.first_mut() {
        first.push(start);
    }
    for place in 0..lattice.reach() {
        let kept = prune(at.get_mut(place).map(std::mem::take).unwrap_or_default());
        if kept.is_empty() {
            continue;
        }
        let base = arena.len();
        arena.extend(&kept);
        let sources = Sources::new(engine, &kept);
        for edge in lattice.edges(engine, place) {
            let Some(target) = at.get_mut(edge.end) else { continue };
            for entry in edge.entries.clone().take(cap(keys, &edge)) {
                for (cost, source) in sources.best(engine, entry).into_iter().flatten() {
                    let cost = recency.adjust(entry, cost) + edge.penalty + PER_WORD_COST;
                    let before = (place > 0).then_some(base + source);
                    let token = engine.bigrams.token(entry);
                    let class = engine.bigrams.class(token, edge.length);
                    target.push(Hypothesis { cost, entry, token, class, before });
                }
            }
        }
    }
    let mut last = at.get_mut(lattice.reach()).map(std::mem::take).unwrap_or_default();
    let edge = engine.bigrams.edge();
    for chain in &mut last {
        // Half a weight: what is being typed may well go on after this commit.
        let row = engine.bigrams.row(chain.token);
        let listed = row.cost(edge).unwrap_or_else(|| engine.bigrams.back_off(chain.token) + 35);
        chain.cost += listed / 2;
    }
    let chains = prune(last).into_iter();
    chains.map(|chain| Path { cost: chain.cost, entries: trace(&arena, chain) }).collect()
}

/// How many words of one reading compete: many for a spelled syllable, few for a guess.
fn cap(keys: &Keys, edge: &Edge) -> usize {
    match (edge.spelled && !keys.has_digits(), edge.length) {
        (true, 1) => 40,
        (true, _) => 12,
        (false, 1) => 8,
        (false, _) => 5,
    }
}

fn prune(mut chains: Vec<Hypothesis>) -> Vec<Hypothesis> {
    chains.sort_unstable_by_key(|c| (c.cost, c.entry, c.before));
    let mut kept: Vec<Hypothesis> = Vec::with_capacity(BEAM);
    for chain in chains {
        let same = kept.iter().filter(|k| k.entry == chain.entry).count();
        if same < PER_WORD {
            kept.push(chain);
        }
        if kept.len() == BEAM {
            break;
        }
    }
    kept
}

fn trace(arena: &[Hypothesis], last: Hypothesis) -> Vec<Entry> {
    let mut entries = vec![last.entry];
    let mut before = last.before;
    while let Some(chain) = before.and_then(|place| arena.get(place)) {
        entries.push(chain.entry);
        before = chain.before;
    }
    entries.reverse();
    entries
}

/// The chains that end at one place, ready to be extended.
pub struct Sources<'a> {
    chains: Vec<(u32, Row<'a>)>,
    /// Cheapest chains to go on from with a word of each class, by back-off.
    open: Vec<Best>,
}

/// The cheapest chains, one slot each: cost and which.
type Best = [Option<(u32, usize)>; PER_WORD];

impl<'a> Sources<'a> {
    fn new(engine: &'a PinyinEngine, kept: &[Hypothesis]) -> Self {
        let bigrams = &engine.bigrams;
        let chains = kept.iter().map(|c| (c.cost, bigrams.row(c.token))).collect();
        let mut open = vec![[None; PER_WORD]; bigrams.class_count()];
        for (index, chain) in kept.iter().enumerate() {
            let cost = chain.cost + bigrams.back_off(chain.token);
            for (best, extra) in open.iter_mut().zip(bigrams.attraction(chain.class)) {
                // Shifted so that no attraction makes a cost negative; taken back in `best`.
                let shifted = (cost + SHIFT).saturating_add_signed(i32::from(*extra));
                insert(best, (shifted, index));
            }
        }
        Self { chains, open }
    }

    /// A single source: the text before the keys.
    pub fn after(engine: &'a PinyinEngine, context: Token) -> Self {
        let start = Hypothesis::start(engine, context);
        Self::new(engine, &[start])
    }

    /// The cheapest chains to put `entry` after, with the cost of the longer chain.
    pub fn best(&self, engine: &PinyinEngine, entry: Entry) -> Best {
        let alone = engine.lexicon.cost(entry);
        let token = engine.bigrams.token(entry);
        let class = engine.bigrams.class(token, engine.lexicon.units(entry).len());
        let open = self.open.get(usize::from(class)).copied().unwrap_or_default();
        let mut best = open
            .map(|slot| slot.map(|(cost, index)| ((cost + alone).saturating_sub(SHIFT), index)));
        if token == super::bigrams::UNSEEN {
            return best;
        }
        let reading = engine.bigrams.reading_cost(entry);
        for (index, (cost, row)) in self.chains.iter().enumerate() {
            if let Some(pair) = row.cost(token) {
                insert(&mut best, (cost + pair + reading, index));
            }
        }
        best
    }
}

/// Keeps the cheapest, one per chain.
fn insert(best: &mut Best, new: (u32, usize)) {
    let [first, second] = best;
    match first {
        Some(f) if f.1 == new.1 => {
            *f = (*f).min(new);
            return;
        }
        Some(f) if f.0 <= new.0 => {}
        _ => {
            let old = first.replace(new);
            if second.is_none_or(|s| s.1 == new.1) || old.is_some() {
                *second = old;
            }
            return;
        }
    }
    if second.is_none_or(|s| new.0 < s.0) {
        *second = Some(new);
    }
}
