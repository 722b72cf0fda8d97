//! From 512 features to the few numbers that tell characters apart.

use super::asset::Reader;
use super::features::FEATURES;
use super::search::FINER;
use crate::LoadError;

/// A matrix of small integers with a factor and an offset for every dimension.
#[derive(Debug)]
pub struct Projection {
    /// One row of weights per feature, all dimensions side by side.
    weights: Vec<f32>,
    /// Subtracted after the product; in steps of a prototype.
    offsets: Vec<f32>,
}

impl Projection {
    /// Factors, then offsets, then for every dimension one byte a feature.
    pub fn read(reader: &mut Reader, dimensions: usize) -> Result<Self, LoadError> {
        let floats = |reader: &mut Reader| -> Result<Vec<f32>, LoadError> {
            (0..dimensions).map(|_| reader.float()).collect()
        };
        let factors = floats(reader)?;
        let offsets = floats(reader)?;
        let mut weights = vec![0.0; FEATURES * dimensions];
        for (dimension, factor) in factors.iter().enumerate() {
            let bytes = reader.bytes(FEATURES)?;
            let column = weights.iter_mut().skip(dimension).step_by(dimensions);
            for (weight, byte) in column.zip(bytes) {
                *weight = f32::from(byte.cast_signed()) * factor;
            }
        }
        Ok(Self { weights, offsets })
    }

    /// Where the features lie, in prototype steps divided by [`FINER`].
    pub fn query(&self, features: &[f32]) -> Vec<i16> {
        let mut sums = vec![0.0_f32; self.offsets.len()];
        let rows = self.weights.chunks_exact(self.offsets.len().max(1));
        // Most cells are empty: skipping them is most of the speed.
        for (feature, row) in features.iter().zip(rows).filter(|(f, _)| **f != 0.0) {
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += feature * weight;
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a small constant")]
        let finer = FINER as f32;
        #[expect(clippy::cast_possible_truncation, reason = "clamped; a float cast saturates")]
        let rounded = |(sum, offset): (&f32, &f32)| {
            ((sum - offset) * finer).round().clamp(-1024.0, 1024.0) as i16
        };
        sums.iter().zip(&self.offsets).map(rounded).collect()
    }
}
