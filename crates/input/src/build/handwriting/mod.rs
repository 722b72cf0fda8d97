//! Builds the handwriting asset: made-up hands from the strokes of a font, what tells characters
//! apart in them, and how likely characters are.
//!
//! The same inputs give the same bytes, whatever the number of cores: all randomness is seeded
//! and sums have a fixed order. Other machines should agree too, as strokes go through nothing
//! but basic arithmetic and square roots; the logarithms of the prior are the platform's own.

mod bend;
mod composed;
mod distort;
mod encode;
mod join;
mod lda;
mod matrix;
mod medians;
mod prior;
mod random;
mod samples;

use super::BuildError;
use std::path::Path;

pub use medians::{Drawing, read as drawings};

/// Made-up hands of every character.
const SAMPLES: u64 = 32;

/// Numbers that a character is reduced to.
const DIMENSIONS: usize = 128;

/// What a prototype's coordinates are rounded to, in deviations of a hand: the rounding adds 2 %
/// to a hand's variance, a finer one would only add bytes.
const STEP: f32 = 0.5;

/// The strokes of every character that is learned, in ascending order.
pub fn characters(data: &Path) -> Result<Vec<Drawing>, BuildError> {
    let mut drawings = medians::read(&data.join("strokes/medians.txt"))?;
    composed::add(&mut drawings, &data.join("strokes/composed.txt"))?;
    drawings.sort_by_key(|drawing| drawing.character);
    Ok(drawings)
}

/// Builds the asset from the `data` folder of this crate.
pub fn handwriting_asset(data: &Path) -> Result<Vec<u8>, BuildError> {
    let drawings = characters(data)?;
    let characters: Vec<char> = drawings.iter().map(|drawing| drawing.character).collect();
    let classes = samples::sampled(&drawings, SAMPLES);
    let means = lda::means(&classes);
    let projection = lda::learned(&classes, &means, DIMENSIONS);
    // The mean hand of a class stands for it. Moving the means so as to tell the made-up hands
    // apart better (tried: a soft choice among the 30 nearest) did not help with other hands.
    let prototypes = means.iter().map(|m| matrix::times(&projection.rows, m)).collect();
    let prior = prior::Counts::read(data, &characters)?;
    encode::asset(&characters, &projection, &prototypes, &prior, STEP)
}
