//! Reading the binary asset; `build::handwriting::encode` writes the same layout.

use super::HandwritingEngine;
use super::prior::Prior;
use super::project::Projection;
use super::search::Prototypes;
use crate::LoadError;

/// What an asset of this version starts with.
pub const MAGIC: [u8; 4] = *b"HWR1";

/// More dimensions than this are not an asset of ours; `search` relies on it.
const MAX_DIMENSIONS: usize = 160;

/// A cursor over bytes that turns every shortage into [`LoadError::Damaged`].
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// The next `count` bytes.
    pub fn bytes(&mut self, count: usize) -> Result<&'a [u8], LoadError> {
        let (head, rest) = self.0.split_at_checked(count).ok_or(LoadError::Damaged)?;
        self.0 = rest;
        Ok(head)
    }

    /// The next two bytes as a number, low byte first.
    pub fn short(&mut self) -> Result<usize, LoadError> {
        let [low, high] = self.array()?;
        Ok(usize::from(u16::from_le_bytes([low, high])))
    }

    /// The next four bytes as a finite float, low byte first.
    pub fn float(&mut self) -> Result<f32, LoadError> {
        let value = f32::from_le_bytes(self.array()?);
        if value.is_finite() { Ok(value) } else { Err(LoadError::Damaged) }
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], LoadError> {
        self.bytes(N)?.try_into().map_err(|_| LoadError::Damaged)
    }
}

/// The whole asset.
pub fn read(bytes: &[u8]) -> Result<HandwritingEngine, LoadError> {
    let body = bytes.strip_prefix(&MAGIC).ok_or(LoadError::NotAnAsset)?;
    let mut reader = Reader(body);
    let (classes, dimensions) = (reader.short()?, reader.short()?);
    if classes == 0 || dimensions == 0 || dimensions > MAX_DIMENSIONS {
        return Err(LoadError::Damaged);
    }
    let characters = characters(&mut reader, classes)?;
    let projection = Projection::read(&mut reader, dimensions)?;
    let columns = reader.bytes(classes * dimensions)?;
    let prototypes = Prototypes::new(columns, classes, dimensions);
    let prior = Prior::read(&mut reader, classes)?;
    if !reader.0.is_empty() {
        return Err(LoadError::Damaged);
    }
    Ok(HandwritingEngine { characters, projection, prototypes, prior })
}

/// Code points, all low bytes first, then all high bytes; characters of the basic plane only.
fn characters(reader: &mut Reader, count: usize) -> Result<Vec<char>, LoadError> {
    let (low, high) = (reader.bytes(count)?, reader.bytes(count)?);
    let code = |(l, h): (&u8, &u8)| char::from_u32(u32::from(u16::from_le_bytes([*l, *h])));
    let list: Option<Vec<char>> = low.iter().zip(high).map(code).collect();
    list.filter(|c| c.is_sorted_by(|a, b| a < b)).ok_or(LoadError::Damaged)
}
