//! Writing the asset, the counterpart of `handwriting::asset`.

use super::lda::{Projection, mean_of};
use super::matrix::Rows;
use super::prior::Counts;
use crate::build::BuildError;
use crate::handwriting::asset::MAGIC;

/// The finished bytes; `step` is what a prototype's coordinates are rounded to, in deviations
/// of a hand.
pub fn asset(
    characters: &[char],
    projection: &Projection,
    prototypes: &Rows,
    prior: &Counts,
    step: f32,
) -> Result<Vec<u8>, BuildError> {
    let mut out = MAGIC.to_vec();
    for size in [characters.len(), projection.rows.len()] {
        let size = u16::try_from(size).map_err(|_| BuildError::TooLarge("handwriting classes"))?;
        out.extend(size.to_le_bytes());
    }
    let codes: Result<Vec<u16>, _> =
        characters.iter().map(|c| u16::try_from(u32::from(*c))).collect();
    let codes = codes.map_err(|_| BuildError::TooLarge("code points"))?;
    halves(&mut out, &codes);
    let middle = mean_of(prototypes);
    let factors: Vec<f32> = projection.rows.iter().map(|row| largest(row) / 127.0).collect();
    out.extend(factors.iter().flat_map(|factor| (factor / step).to_le_bytes()));
    out.extend(middle.iter().flat_map(|offset| (offset / step).to_le_bytes()));
    for (row, factor) in projection.rows.iter().zip(&factors) {
        out.extend(row.iter().map(|weight| small(weight / factor)));
    }
    for (dimension, offset) in middle.iter().enumerate() {
        let column = prototypes.iter().filter_map(|place| place.get(dimension));
        out.extend(column.map(|value| small((value - offset) / step)));
    }
    prior.write(&mut out);
    Ok(out)
}

/// All low bytes, then all high bytes: like beside like is what brotli can squeeze.
pub fn halves(out: &mut Vec<u8>, numbers: &[u16]) {
    out.extend(numbers.iter().map(|n| n.to_le_bytes()[0]));
    out.extend(numbers.iter().map(|n| n.to_le_bytes()[1]));
}

fn largest(row: &[f32]) -> f32 {
    row.iter().fold(1.0e-9, |most, weight| most.max(weight.abs()))
}

#[expect(clippy::cast_possible_truncation, reason = "clamped")]
fn small(value: f32) -> u8 {
    (value.round().clamp(-127.0, 127.0) as i8).cast_unsigned()
}
