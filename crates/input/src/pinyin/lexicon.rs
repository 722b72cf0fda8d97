//! Words and characters with their readings, as a trie over syllables.

use super::asset::{LoadError, Reader};
use super::syllables::Syllable;
use std::ops::Range;

/// A word or character with one reading; its number is its place in the asset.
pub type Entry = u32;

#[derive(Clone, Debug, Default)]
struct Node {
    syllable: Syllable,
    parent: u32,
    children: Range<u32>,
    entries: Range<Entry>,
}

/// The dictionary.
#[derive(Debug, Default)]
pub struct Lexicon {
    nodes: Vec<Node>,
    /// Node numbers grouped by parent, each group sorted by syllable.
    children: Vec<u32>,
    /// Where the text of each entry ends in `text`.
    ends: Vec<u32>,
    text: Vec<u16>,
    costs: Vec<u8>,
    /// Single-character entries sorted by character, to find the readings of a text.
    by_char: Vec<(u16, Entry, Syllable)>,
}

/// A place in the trie; the root is before the first syllable.
pub type NodeId = u32;

/// The start of every word.
pub const ROOT: NodeId = 0;

impl Lexicon {
    /// Reads characters and words.
    pub fn read(reader: &mut Reader<'_>, syllables: usize) -> Result<Self, LoadError> {
        let mut this = Self { nodes: vec![Node::default()], ..Self::default() };
        let first = this.read_characters(reader, syllables)?;
        this.read_words(reader, &first)?;
        this.link()?;
        this.by_char.sort_unstable();
        Ok(this)
    }

    fn read_characters(
        &mut self,
        reader: &mut Reader<'_>,
        syllables: usize,
    ) -> Result<Vec<Range<usize>>, LoadError> {
        let mut counts = reader.column()?;
        let (mut low, mut high, mut costs) = (reader.column()?, reader.column()?, reader.column()?);
        let mut first = Vec::with_capacity(syllables);
        for syllable in 0..syllables {
            let syllable = Syllable::try_from(syllable).map_err(|_| LoadError::Damaged)?;
            let start = self.ends.len();
            let node = self.open(ROOT, syllable)?;
            for _ in 0..counts.number()? {
                let unit = u16::from_le_bytes([low.byte()?, high.byte()?]);
                let entry = self.push(node, [unit], costs.byte()?)?;
                self.by_char.push((unit, entry, syllable));
            }
            first.push(start..self.ends.len());
        }
        Ok(first)
    }

    fn read_words(
        &mut self,
        reader: &mut Reader<'_>,
        characters: &[Range<usize>],
    ) -> Result<(), LoadError> {
        let (mut shapes, mut steps) = (reader.column()?, reader.column()?);
        let (mut low, mut high) = (reader.column()?, reader.column()?);
        let (mut ranks, mut costs) = (reader.column()?, reader.column()?);
        let mut path: Vec<(Syllable, NodeId)> = Vec::new();
        while !shapes.rest().is_empty() {
            let shape = usize::from(shapes.byte()?);
            let (kept, length) = (shape >> 4, shape & 15);
            if kept > path.len() || kept > length || length < 2 {
                return Err(LoadError::Damaged);
            }
            // The first syllable that differs is stored as its distance, the others whole.
            let before = path.get(kept).map_or(0, |(s, _)| *s);
            path.truncate(kept);
            for place in kept..length {
                let syllable = if place == kept {
                    before.checked_add(
                        u16::try_from(steps.number()?).map_err(|_| LoadError::Damaged)?,
                    )
                } else {
                    Some(u16::from_le_bytes([low.byte()?, high.byte()?]))
                };
                let syllable = syllable.filter(|s| usize::from(*s) < characters.len());
                let syllable = syllable.ok_or(LoadError::Damaged)?;
                let node = match path.last() {
                    None => NodeId::from(syllable) + 1,
                    Some((_, parent)) => self.open(*parent, syllable)?,
                };
                path.push((syllable, node));
            }
            let mut text = Vec::with_capacity(length);
            for (syllable, _) in &path {
                let group = characters.get(usize::from(*syllable)).ok_or(LoadError::Damaged)?;
                let at = group.start + usize::from(ranks.byte()?);
                text.push(*self.text.get(at).filter(|_| at < group.end).ok_or(LoadError::Damaged)?);
            }
            let node = path.last().ok_or(LoadError::Damaged)?.1;
            self.push(node, text, costs.byte()?)?;
        }
        Ok(())
    }

    fn open(&mut self, parent: NodeId, syllable: Syllable) -> Result<NodeId, LoadError> {
        let id = NodeId::try_from(self.nodes.len()).map_err(|_| LoadError::Damaged)?;
        self.nodes.push(Node { syllable, parent, ..Node::default() });
        Ok(id)
    }

    fn push(
        &mut self,
        node: NodeId,
        text: impl IntoIterator<Item = u16>,
        cost: u8,
    ) -> Result<Entry, LoadError> {
        let entry = Entry::try_from(self.ends.len()).map_err(|_| LoadError::Damaged)?;
        self.text.extend(text);
        self.ends.push(u32::try_from(self.text.len()).map_err(|_| LoadError::Damaged)?);
        self.costs.push(cost);
        let node = self.nodes.get_mut(node as usize).ok_or(LoadError::Damaged)?;
        if node.entries.is_empty() {
            node.entries = entry..entry;
        }
        node.entries.end = entry + 1;
        Ok(entry)
    }

    /// Groups the nodes by parent. They were opened in the order of their syllables, so a stable
    /// sort leaves every group ready for binary search.
    fn link(&mut self) -> Result<(), LoadError> {
        let count = u32::try_from(self.nodes.len()).map_err(|_| LoadError::Damaged)?;
        self.children = (1..count).collect();
        let nodes = &self.nodes;
        let key = |id: &u32| nodes.get(*id as usize).map_or((0, 0), |n| (n.parent, n.syllable));
        self.children.sort_by_key(key);
        let parents: Vec<u32> = self.children.iter().map(|id| key(id).0).collect();
        for (place, parent) in (0_u32..).zip(parents) {
            let node = self.nodes.get_mut(parent as usize).ok_or(LoadError::Damaged)?;
            if node.children.is_empty() {
                node.children = place..place;
            }
            node.children.end = place + 1;
        }
        Ok(())
    }

    /// How many entries there are.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// Where `syllable` leads from `node`.
    pub fn step(&self, node: NodeId, syllable: Syllable) -> Option<NodeId> {
        let span = &self.nodes.get(node as usize)?.children;
        let group = self.children.get(span.start as usize..span.end as usize)?;
        let of = |id: &u32| self.nodes.get(*id as usize).map_or(0, |n| n.syllable);
        let at = group.binary_search_by_key(&syllable, of).ok()?;
        group.get(at).copied()
    }

    /// Whether any word goes on after `node`.
    pub fn goes_on(&self, node: NodeId) -> bool {
        self.nodes.get(node as usize).is_some_and(|n| !n.children.is_empty())
    }

    /// The entries read exactly as `node`, likeliest first.
    pub fn entries(&self, node: NodeId) -> Range<Entry> {
        self.nodes.get(node as usize).map_or(0..0, |n| n.entries.clone())
    }

    /// The cost of an entry without any context.
    pub fn cost(&self, entry: Entry) -> u32 {
        self.costs.get(entry as usize).map_or(u32::from(u8::MAX), |c| u32::from(*c))
    }

    /// The text of an entry.
    pub fn text(&self, entry: Entry) -> impl Iterator<Item = char> {
        let units = self.units(entry);
        char::decode_utf16(units.iter().copied()).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    /// The text of an entry, as stored.
    pub fn units(&self, entry: Entry) -> &[u16] {
        let entry = entry as usize;
        let start = entry.checked_sub(1).and_then(|e| self.ends.get(e)).map_or(0, |e| *e as usize);
        let end = self.ends.get(entry).map_or(0, |e| *e as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    /// The readings of one character.
    pub fn readings(&self, unit: u16) -> &[(u16, Entry, Syllable)] {
        let from = self.by_char.partition_point(|(u, ..)| *u < unit);
        let to = self.by_char.partition_point(|(u, ..)| *u <= unit);
        self.by_char.get(from..to).unwrap_or_default()
    }
}
