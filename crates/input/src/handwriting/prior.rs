//! How likely a character is before anything is written: its frequency, and which character
//! stands before it.

use super::asset::Reader;
use crate::LoadError;

/// Costs are natural logarithms times this.
pub const SCALE: f32 = 12.0;

/// Gains are natural logarithms times this.
pub const GAIN_SCALE: f32 = 4.0;

/// Frequencies, and pairs that occur more often than these say.
#[derive(Debug)]
pub struct Prior {
    /// −ln p of every class, times [`SCALE`].
    costs: Vec<u8>,
    /// Where the followers of every class start in `followers`, and one end.
    starts: Vec<usize>,
    /// Following class and what that makes likelier: ln (p(b|a) / p(b)) times [`GAIN_SCALE`].
    followers: Vec<(u16, u8)>,
}

impl Prior {
    /// Costs; the number of followers of every class; low bytes, high bytes and gains of all.
    pub fn read(reader: &mut Reader, classes: usize) -> Result<Self, LoadError> {
        let costs = reader.bytes(classes)?.to_vec();
        let (low, high) = (reader.bytes(classes)?, reader.bytes(classes)?);
        let mut starts = vec![0];
        let mut end = 0;
        for (l, h) in low.iter().zip(high) {
            end += usize::from(u16::from_le_bytes([*l, *h]));
            starts.push(end);
        }
        let (low, high, gains) = (reader.bytes(end)?, reader.bytes(end)?, reader.bytes(end)?);
        let of = |((l, h), g): ((&u8, &u8), &u8)| (u16::from_le_bytes([*l, *h]), *g);
        let followers = low.iter().zip(high).zip(gains).map(of).collect();
        Ok(Self { costs, starts, followers })
    }

    /// ln p of a class.
    pub fn frequency(&self, class: u16) -> f32 {
        let cost = self.costs.get(usize::from(class)).copied().unwrap_or(u8::MAX);
        -f32::from(cost) / SCALE
    }

    /// What standing after `before` adds to that; 0 for pairs that are not known.
    pub fn gain(&self, before: u16, class: u16) -> f32 {
        let at = usize::from(before);
        let ends = self.starts.get(at).zip(self.starts.get(at + 1));
        let followers = ends.and_then(|(from, to)| self.followers.get(*from..*to));
        let found = followers.into_iter().flatten().find(|(follower, _)| *follower == class);
        found.map_or(0.0, |(_, gain)| f32::from(*gain) / GAIN_SCALE)
    }
}
