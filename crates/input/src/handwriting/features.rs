//! 512 numbers of a character: how much ink runs in each of 8 directions in each of 8 × 8 cells.

use super::ink::{Point, even};
use super::shape::{Piece, pieces};

/// Directions, 45° apart, starting to the right and turning down.
const DIRECTIONS: usize = 8;

/// Cells of a side.
const SIDE: u8 = 8;

/// Features in all: direction, then row, then column.
pub const FEATURES: usize = DIRECTIONS * (SIDE as usize) * (SIDE as usize);

/// The features of strokes, or nothing if there is no ink.
pub fn features(strokes: &[Vec<Point>]) -> Option<Vec<f32>> {
    let pieces = pieces(&even(strokes));
    if pieces.is_empty() {
        return None;
    }
    let mut field = vec![0.0_f32; FEATURES];
    for piece in pieces {
        add(&mut field, &piece);
    }
    // The square root turns the noise of a longer stroke into that of a shorter one.
    for value in &mut field {
        *value = value.sqrt();
    }
    Some(field)
}

/// Shares a piece between the two nearest directions and the nine nearest cells.
fn add(field: &mut [f32], piece: &Piece) {
    let (dx, dy) = piece.along;
    let (wide, high) = (dx.abs(), dy.abs());
    let straight = match (wide >= high, dx >= 0.0, dy >= 0.0) {
        (true, true, _) => 0,
        (true, false, _) => 4,
        (false, _, true) => 2,
        (false, _, false) => 6,
    };
    let slanted = match (dx >= 0.0, dy >= 0.0) {
        (true, true) => 1,
        (false, true) => 3,
        (false, false) => 5,
        (true, false) => 7,
    };
    let shares = [
        (straight, wide.max(high) - wide.min(high)),
        (slanted, wide.min(high) * std::f32::consts::SQRT_2),
    ];
    for (direction, share) in shares {
        for (row, of_row) in cells(piece.at.1) {
            for (column, of_column) in cells(piece.at.0) {
                let cell = usize::from(row) * usize::from(SIDE) + usize::from(column);
                let at = direction * usize::from(SIDE) * usize::from(SIDE) + cell;
                if let Some(value) = field.get_mut(at) {
                    *value += share * of_row * of_column;
                }
            }
        }
    }
}

/// The three cells around a position of 0–1 and their shares: a quadratic spline, which is nearly
/// the bell curve that blurs best.
fn cells(position: f32) -> [(u8, f32); 3] {
    let place = (position * f32::from(SIDE) - 0.5).clamp(0.0, f32::from(SIDE - 1));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0–7")]
    let middle = place.round() as u8;
    let off = place - f32::from(middle);
    let (before, after) = (0.5 - off, 0.5 + off);
    [
        (middle.saturating_sub(1), before * before / 2.0),
        (middle, 0.75 - off * off),
        ((middle + 1).min(SIDE - 1), after * after / 2.0),
    ]
}
