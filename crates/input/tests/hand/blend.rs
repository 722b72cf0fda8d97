//! Strokes that are half-way between two characters.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::indexing_slicing,
    reason = "small numbers and strokes that are never empty; a panic here is a failed test"
)]

use crate::hand::changes::Strokes;

/// Neither one nor the other: every point half-way between two characters of equal strokes.
pub fn between(a: &Strokes, b: &Strokes) -> Strokes {
    let middle = |p: (f32, f32), q: (f32, f32)| (f32::midpoint(p.0, q.0), f32::midpoint(p.1, q.1));
    let blend = |a, b| even(a).zip(even(b)).map(|(p, q)| middle(p, q)).collect();
    a.iter().zip(b).map(|(a, b)| blend(a, b)).collect()
}

/// 21 points along a stroke, evenly by its corners.
fn even(stroke: &[(f32, f32)]) -> impl Iterator<Item = (f32, f32)> {
    (0..21_u8).map(|part| {
        let place = f32::from(part) / 20.0 * (stroke.len() - 1) as f32;
        let (from, share) = (place.floor() as usize, place.fract());
        let (p, q) = (stroke[from], stroke[(from + 1).min(stroke.len() - 1)]);
        (p.0 + (q.0 - p.0) * share, p.1 + (q.1 - p.1) * share)
    })
}
