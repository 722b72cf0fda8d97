//! The syllables and the letter trie over their spellings.

use super::asset::{LoadError, Reader};
use super::keys::Keys;

/// A syllable's number: its place in the sorted list of spellings.
pub type Syllable = u16;

/// How a stretch of keys can be read as a syllable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// Every letter is there.
    Full,
    /// Every letter is there, but none of them is a vowel: 嗯 as "n" or "ng".
    Hum,
    /// The first letters are there.
    Prefix,
}

/// One way to read a syllable at some place.
#[derive(Clone, Copy, Debug)]
pub struct Match {
    /// What is read.
    pub syllable: Syllable,
    /// The place after its last key.
    pub end: usize,
    /// Whether the keys spell all of it.
    pub spelling: Spelling,
}

#[derive(Debug, Default)]
struct Node {
    children: Vec<(u8, u16)>,
    ends: Vec<Syllable>,
    below: Vec<Syllable>,
}

/// The list of syllables with the trie that finds them.
#[derive(Debug)]
pub struct Syllables {
    names: Vec<String>,
    nodes: Vec<Node>,
}

impl Syllables {
    /// Reads the spellings: one a line, a second spelling of a syllable after a space.
    pub fn read(reader: &mut Reader<'_>) -> Result<Self, LoadError> {
        let column = reader.column()?;
        let text = std::str::from_utf8(column.rest()).map_err(|_| LoadError::Damaged)?;
        let mut this = Self { names: Vec::new(), nodes: vec![Node::default()] };
        for line in text.lines() {
            let syllable = Syllable::try_from(this.names.len()).map_err(|_| LoadError::Damaged)?;
            for spelling in line.split(' ') {
                this.insert(spelling, syllable)?;
            }
            this.names.push(line.split(' ').next().unwrap_or_default().to_owned());
        }
        if this.names.is_empty() { Err(LoadError::Damaged) } else { Ok(this) }
    }

    fn insert(&mut self, spelling: &str, syllable: Syllable) -> Result<(), LoadError> {
        let mut at = 0_usize;
        for letter in spelling.bytes() {
            if !letter.is_ascii_lowercase() {
                return Err(LoadError::Damaged);
            }
            let fresh = u16::try_from(self.nodes.len()).map_err(|_| LoadError::Damaged)?;
            let node = self.nodes.get_mut(at).ok_or(LoadError::Damaged)?;
            let known = node.children.iter().find(|(l, _)| *l == letter).map(|(_, n)| *n);
            let next = known.unwrap_or_else(|| {
                node.children.push((letter, fresh));
                fresh
            });
            if known.is_none() {
                self.nodes.push(Node::default());
            }
            at = usize::from(next);
            let node = self.nodes.get_mut(at).ok_or(LoadError::Damaged)?;
            node.below.push(syllable);
        }
        self.nodes.get_mut(at).ok_or(LoadError::Damaged)?.ends.push(syllable);
        Ok(())
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.names.len()
    }

    /// The spellings, in the order of their numbers.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The number of a spelling.
    pub fn find(&self, name: &str) -> Option<Syllable> {
        let at = self.names.iter().position(|n| n == name)?;
        Syllable::try_from(at).ok()
    }

    /// Every syllable that starts at `start`, full ones and prefixes alike.
    pub fn matches(&self, keys: &Keys, start: usize) -> Vec<Match> {
        let mut found = Vec::new();
        let mut open = vec![(0_usize, start)];
        while let Some((at, place)) = open.pop() {
            // A separator ends whatever is being spelled.
            if place > start && keys.is_boundary(place) {
                continue;
            }
            let Some(letters) = keys.letters(place) else { continue };
            let children = self.nodes.get(at).map_or(&[][..], |n| &n.children);
            for (letter, child) in children {
                if letters & (1 << (letter - b'a')) == 0 {
                    continue;
                }
                let child = usize::from(*child);
                let Some(node) = self.nodes.get(child) else { continue };
                let end = place + 1;
                found.extend(node.below.iter().map(|&syllable| Match {
                    syllable,
                    end,
                    spelling: self.spelling(syllable, node.ends.contains(&syllable)),
                }));
                open.push((child, end));
            }
        }
        found
    }

    fn spelling(&self, syllable: Syllable, whole: bool) -> Spelling {
        let name = self.names.get(usize::from(syllable)).map_or("", String::as_str);
        match whole {
            true if name.contains(['a', 'e', 'i', 'o', 'u', 'v']) => Spelling::Full,
            true => Spelling::Hum,
            false => Spelling::Prefix,
        }
    }
}
