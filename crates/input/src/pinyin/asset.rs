//! Reading the binary asset. Its layout is columnar because like bytes next to each other are
//! what brotli can squeeze; `build::encode` is the writer of the same layout.

use super::format::MAGIC;
use super::{bigrams::Bigrams, lexicon::Lexicon, syllables::Syllables};
use std::fmt;

/// Why bytes were refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The bytes do not start like an asset of this version.
    NotAnAsset,
    /// The bytes start like an asset but contradict themselves or end early.
    Damaged,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAnAsset => "not a pinyin asset of this version",
            Self::Damaged => "the pinyin asset is damaged",
        })
    }
}

impl std::error::Error for LoadError {}

/// A cursor over bytes that turns every shortage into [`LoadError::Damaged`].
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// A cursor at the start of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// The next byte.
    pub fn byte(&mut self) -> Result<u8, LoadError> {
        let (first, rest) = self.0.split_first().ok_or(LoadError::Damaged)?;
        self.0 = rest;
        Ok(*first)
    }

    /// The next LEB128 number, at most 32 bits.
    pub fn number(&mut self) -> Result<u32, LoadError> {
        let mut value = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(LoadError::Damaged)
    }

    /// The next number as a size of something in memory.
    pub fn size(&mut self) -> Result<usize, LoadError> {
        usize::try_from(self.number()?).map_err(|_| LoadError::Damaged)
    }

    /// A cursor over the next length-prefixed column.
    pub fn column(&mut self) -> Result<Reader<'a>, LoadError> {
        let length = self.size()?;
        let (column, rest) = self.0.split_at_checked(length).ok_or(LoadError::Damaged)?;
        self.0 = rest;
        Ok(Reader(column))
    }

    /// What is left.
    pub fn rest(&self) -> &'a [u8] {
        self.0
    }
}

/// Reads every part of the asset.
pub fn read(bytes: &[u8]) -> Result<(Syllables, Lexicon, Bigrams), LoadError> {
    let body = bytes.strip_prefix(MAGIC).ok_or(LoadError::NotAnAsset)?;
    let mut reader = Reader::new(body);
    let syllables = Syllables::read(&mut reader)?;
    let lexicon = Lexicon::read(&mut reader, syllables.count())?;
    let bigrams = Bigrams::read(&mut reader, &lexicon)?;
    if reader.rest().is_empty() {
        Ok((syllables, lexicon, bigrams))
    } else {
        Err(LoadError::Damaged)
    }
}
