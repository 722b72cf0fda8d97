//! Which word follows which: a sparse table over the words seen in the corpus, with back-off.

use super::asset::{LoadError, Reader};
use super::lexicon::{Entry, Lexicon};
use std::ops::Range;

/// A word of the corpus, whatever its reading; its number in the table.
pub type Token = u32;

/// A word the corpus never had.
pub const UNSEEN: Token = u32::MAX;

/// The table of pairs.
#[derive(Debug, Default)]
pub struct Bigrams {
    tokens: Vec<Token>,
    reading_costs: Vec<u8>,
    principal: Vec<Entry>,
    /// The class of every token, that of the edge last.
    classes: Vec<u8>,
    /// What it costs or saves that a class follows another, row by row.
    attraction: Vec<i8>,
    class_count: usize,
    rows: Vec<Range<u32>>,
    back_off: Vec<u8>,
    next: Vec<Token>,
    costs: Vec<u8>,
}

impl Bigrams {
    /// Reads vocabulary, readings and pairs.
    pub fn read(reader: &mut Reader<'_>, lexicon: &Lexicon) -> Result<Self, LoadError> {
        let (mut words, mut aliases) = (reader.column()?, reader.column()?);
        let (classes, mut attraction) = (reader.column()?, reader.column()?);
        let (mut lengths, mut back_off) = (reader.column()?, reader.column()?);
        let (mut steps, mut costs) = (reader.column()?, reader.column()?);
        let mut this = Self {
            tokens: vec![UNSEEN; lexicon.count()],
            reading_costs: vec![0; lexicon.count()],
            ..Self::default()
        };
        this.classes = classes.rest().to_vec();
        this.class_count = usize::from(attraction.byte()?);
        this.attraction = attraction.rest().iter().map(|b| i8::from_le_bytes([*b])).collect();
        let mut entry = 0_u32;
        while !words.rest().is_empty() {
            entry = entry.checked_add(words.number()?).ok_or(LoadError::Damaged)?;
            this.principal.push(entry);
        }
        // Numbered by frequency, as the writer does to keep steps between numbers small.
        this.principal.sort_unstable_by_key(|entry| (lexicon.cost(*entry), *entry));
        for (token, entry) in (0..).zip(&this.principal) {
            *this.tokens.get_mut(*entry as usize).ok_or(LoadError::Damaged)? = token;
        }
        this.read_aliases(&mut aliases, lexicon)?;
        // One row more than words: what starts a text.
        for _ in 0..=this.principal.len() {
            let start = u32::try_from(this.next.len()).map_err(|_| LoadError::Damaged)?;
            let mut token = 0_u32;
            for _ in 0..lengths.number()? {
                token = token.checked_add(steps.number()?).ok_or(LoadError::Damaged)?;
                this.next.push(token);
                this.costs.push(costs.byte()?);
            }
            let end = u32::try_from(this.next.len()).map_err(|_| LoadError::Damaged)?;
            this.rows.push(start..end);
            this.back_off.push(back_off.byte()?);
        }
        Ok(this)
    }

    /// Other readings of a word share its token and pay for being the rarer reading.
    fn read_aliases(
        &mut self,
        aliases: &mut Reader<'_>,
        lexicon: &Lexicon,
    ) -> Result<(), LoadError> {
        let mut entry = 0_u32;
        while !aliases.rest().is_empty() {
            entry = entry.checked_add(aliases.number()?).ok_or(LoadError::Damaged)?;
            let token = aliases.number()?;
            let principal = *self.principal.get(token as usize).ok_or(LoadError::Damaged)?;
            *self.tokens.get_mut(entry as usize).ok_or(LoadError::Damaged)? = token;
            let extra = lexicon.cost(entry).saturating_sub(lexicon.cost(principal));
            *self.reading_costs.get_mut(entry as usize).ok_or(LoadError::Damaged)? =
                u8::try_from(extra).unwrap_or(u8::MAX);
        }
        Ok(())
    }

    /// The token that stands for the start or end of a text.
    pub fn edge(&self) -> Token {
        Token::try_from(self.principal.len()).unwrap_or(UNSEEN)
    }

    /// The token of an entry.
    pub fn token(&self, entry: Entry) -> Token {
        self.tokens.get(entry as usize).copied().unwrap_or(UNSEEN)
    }

    /// The likeliest reading of the word of a token; none for the edge.
    pub fn principal(&self, token: Token) -> Option<Entry> {
        self.principal.get(token as usize).copied()
    }

    /// How many classes there are.
    pub fn class_count(&self) -> usize {
        self.class_count
    }

    /// The class of a word of `length` characters.
    pub fn class(&self, token: Token, length: usize) -> u8 {
        let unseen = u8::try_from(length.clamp(1, 4) - 1).unwrap_or_default();
        self.classes.get(token as usize).copied().unwrap_or(unseen)
    }

    /// What it costs, or saves, that each class follows `first`.
    pub fn attraction(&self, first: u8) -> &[i8] {
        let start = usize::from(first) * self.class_count;
        self.attraction.get(start..start + self.class_count).unwrap_or_default()
    }

    /// What a rarer reading of a word costs on top of the pair.
    pub fn reading_cost(&self, entry: Entry) -> u32 {
        self.reading_costs.get(entry as usize).map_or(0, |c| u32::from(*c))
    }

    /// What it costs to go on from `token` with a word the table does not list for it.
    pub fn back_off(&self, token: Token) -> u32 {
        self.back_off.get(token as usize).map_or(0, |c| u32::from(*c))
    }

    /// The pairs that start with `token`.
    pub fn row(&self, token: Token) -> Row<'_> {
        let span = self.rows.get(token as usize).cloned().unwrap_or_default();
        let span = span.start as usize..span.end as usize;
        Row {
            next: self.next.get(span.clone()).unwrap_or_default(),
            costs: self.costs.get(span).unwrap_or_default(),
        }
    }
}

/// What may follow one word.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    next: &'a [Token],
    costs: &'a [u8],
}

impl Row<'_> {
    /// Every token listed here with its cost.
    pub fn pairs(&self) -> impl Iterator<Item = (Token, u8)> {
        self.next.iter().copied().zip(self.costs.iter().copied())
    }

    /// The cost of `token` here, if the pair was seen.
    pub fn cost(&self, token: Token) -> Option<u32> {
        let at = self.next.binary_search(&token).ok()?;
        self.costs.get(at).map(|c| u32::from(*c))
    }
}
