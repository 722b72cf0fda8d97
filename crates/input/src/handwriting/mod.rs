//! The handwriting engine: strokes → features → nearest prototypes → candidates.

pub(crate) mod asset;
mod ease;
pub(crate) mod features;
pub(crate) mod ink;
pub(crate) mod prior;
mod project;
pub(crate) mod search;
mod shape;

use crate::LoadError;
use prior::Prior;
use project::Projection;
use search::Prototypes;

/// What a squared distance of 1 (in prototype steps) takes from the log-likelihood.
const SHARPNESS: f32 = 0.04;

/// How much of the log of a character's frequency counts. More would still gain in running text,
/// but names are written here, and names are rare characters.
const FREQUENCY: f32 = 0.6;

/// How much of what the character before says counts.
const CONTEXT: f32 = 0.8;

/// A loaded model; immutable, so one value can serve every field of a page.
#[derive(Debug)]
pub struct HandwritingEngine {
    /// The character of every class, ascending.
    characters: Vec<char>,
    projection: Projection,
    prototypes: Prototypes,
    prior: Prior,
}

impl HandwritingEngine {
    /// Reads an asset made by the builder. Bytes that are not one are refused, never trusted.
    pub fn load(bytes: &[u8]) -> Result<Self, LoadError> {
        asset::read(bytes)
    }

    /// The characters that `strokes` may be, best first, at most `n`, given the text before them.
    ///
    /// Points are (x, y), y down, in any unit; the order of the strokes does not matter, nor
    /// where one ends and the next begins. The score is the share of belief, 0–1, that the
    /// character has among all candidates looked at; scores fall from one to the next. Strokes
    /// without a single finite point give an empty list.
    pub fn recognise(
        &self,
        strokes: &[Vec<(f32, f32)>],
        context: &str,
        n: usize,
    ) -> Vec<(char, f32)> {
        let Some(features) = features::features(strokes) else { return Vec::new() };
        let before = context.chars().next_back().and_then(|c| self.class(c));
        let query = self.projection.query(&features);
        #[expect(clippy::cast_precision_loss, reason = "a distance of interest is below 2^24")]
        let log = |(class, distance): (usize, i32)| {
            let class = u16::try_from(class).ok()?;
            let ink = distance as f32 / search::FINER as f32 * SHARPNESS;
            let gain = before.map_or(0.0, |before| self.prior.gain(before, class));
            let prior = FREQUENCY * self.prior.frequency(class) + CONTEXT * gain;
            Some((prior - ink, class))
        };
        let nearest = self.prototypes.nearest(&query);
        let mut list: Vec<(f32, u16)> = nearest.into_iter().filter_map(log).collect();
        list.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let best = list.first().map_or(0.0, |first| first.0);
        let all: f32 = list.iter().map(|(log, _)| (log - best).exp()).sum();
        let named = |(log, class): &(f32, u16)| {
            Some((*self.characters.get(usize::from(*class))?, (log - best).exp() / all))
        };
        list.iter().filter_map(named).take(n).collect()
    }

    fn class(&self, character: char) -> Option<u16> {
        let at = self.characters.binary_search(&character).ok()?;
        u16::try_from(at).ok()
    }
}
