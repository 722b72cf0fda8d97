//! Moment normalisation: where a character lies and how it is stretched stops mattering.
//!
//! Each axis is mapped by a parabola through the centre of gravity and the spread on either side
//! of it (bi-moment normalisation, after Liu and Nakagawa), so a character that is heavier on one
//! side still fills its box.

use super::ease::Ease;
use super::ink::{Point, distance};

/// A piece of a stroke on the unit square: its middle and its direction times its length.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    /// The middle, mostly within 0–1.
    pub at: Point,
    /// Where to and how far.
    pub along: (f32, f32),
}

/// Half the box, in standard deviations of the ink.
const HALF_WIDTH: f32 = 2.1;

/// One side may be at most this much wider than the other.
const SKEW: f32 = 1.5;

/// The shorter axis is stretched at most this much more than the longer one.
const STRETCH: f32 = 2.5;

/// All pieces of a character, on the unit square.
pub fn pieces(strokes: &[Vec<Point>]) -> Vec<Piece> {
    let pairs =
        || strokes.iter().flat_map(|s| s.iter().zip(s.iter().skip(1))).map(|(a, b)| (*a, *b));
    let weighed = |axis: fn(Point) -> f32| {
        Axis::of(&pairs().map(move |(a, b)| (f32::midpoint(axis(a), axis(b)), distance(a, b))))
    };
    let (mut x, mut y) = (weighed(|p| p.0), weighed(|p| p.1));
    let wide = x.spread.max(y.spread);
    x.fit(wide);
    y.fit(wide);
    let map = |p: Point| (x.map(p.0), y.map(p.1));
    let placed: Vec<(Point, Point)> = pairs().map(|(a, b)| (map(a), map(b))).collect();
    let ease_x = Ease::of(placed.iter().map(|(a, b)| (a.0, b.0, (b.1 - a.1).abs())));
    let ease_y = Ease::of(placed.iter().map(|(a, b)| (a.1, b.1, (b.0 - a.0).abs())));
    let map = |p: Point| (ease_x.map(p.0), ease_y.map(p.1));
    placed
        .into_iter()
        .map(|(a, b)| {
            let (a, b) = (map(a), map(b));
            let at = (f32::midpoint(a.0, b.0), f32::midpoint(a.1, b.1));
            Piece { at, along: (b.0 - a.0, b.1 - a.1) }
        })
        .collect()
}

/// One axis: a parabola `curve·t² + slope·t + ½` with t counted from the centre of gravity.
#[derive(Debug)]
struct Axis {
    centre: f32,
    spread: f32,
    before: f32,
    after: f32,
    curve: f32,
    slope: f32,
}

impl Axis {
    /// Moments of positions with weights.
    fn of(ink: &(impl Iterator<Item = (f32, f32)> + Clone)) -> Self {
        let weight: f32 = ink.clone().map(|(_, w)| w).sum::<f32>().max(1.0e-9);
        let centre = ink.clone().map(|(p, w)| p * w).sum::<f32>() / weight;
        let side = |keep: fn(f32) -> bool| {
            let far = ink.clone().map(|(p, w)| (p - centre, w)).filter(|(t, _)| keep(*t));
            (2.0 * far.map(|(t, w)| t * t * w).sum::<f32>() / weight).sqrt()
        };
        let (before, after) = (side(|t| t < 0.0), side(|t| t >= 0.0));
        let spread = f32::midpoint(before * before, after * after).sqrt();
        Self { centre, spread, before, after, curve: 0.0, slope: 0.0 }
    }

    /// Sets the parabola, given the larger spread of the two axes.
    fn fit(&mut self, wide: f32) {
        // The damped aspect ratio: thin stays thinner than square, but not as thin as it was.
        let wide = wide.max(1.0e-6);
        let thin = (self.spread / wide).max(1.0 / (STRETCH * STRETCH));
        let extent = thin.sqrt();
        let floor = thin * wide;
        let ratio = (self.after.max(1.0e-9) / self.before.max(1.0e-9)).clamp(1.0 / SKEW, SKEW);
        let before = HALF_WIDTH * floor * 2.0 / (1.0 + ratio);
        let after = before * ratio;
        let curve = 0.5 * (before - after) / (before * after * (before + after));
        self.curve = extent * curve;
        self.slope = extent * (0.5 / after - curve * after);
    }

    fn map(&self, position: f32) -> f32 {
        // Beyond twice the box the parabola would turn back.
        let end = HALF_WIDTH * self.spread.max(1.0e-6) * 1.8;
        let t = (position - self.centre).clamp(-end, end);
        t * (self.curve * t + self.slope) + 0.5
    }
}
