//! Strokes that run into each other because the pen was not lifted.

use super::bend::densified;
use super::medians::Point;
use super::random::Random;
use crate::handwriting::ink::distance;

/// A gap of this many units is joined half as often as none.
const FAR: f32 = 90.0;

/// Strokes with some neighbours joined: each with `probability`, less the longer the gap is.
pub fn joined(strokes: &[Vec<Point>], probability: f32, random: &mut Random) -> Vec<Vec<Point>> {
    let mut out: Vec<Vec<Point>> = Vec::new();
    for stroke in strokes {
        let gap = out.last().and_then(|s| s.last().copied()).zip(stroke.first().copied());
        let likely = gap.map_or(0.0, |(a, b)| {
            let far = distance(a, b) / FAR;
            1.4 * probability / (1.0 + far * far)
        });
        match (gap, out.last_mut()) {
            (Some((a, b)), Some(before)) if random.chance(likely) => {
                let link = densified(&[a, b]);
                before.extend(link.iter().skip(1).chain(stroke.iter().skip(1)));
            }
            _ => out.push(stroke.clone()),
        }
    }
    out
}
