//! Changes to the course of a single stroke.

use super::medians::Point;
use crate::handwriting::ink::distance;

/// Spacing of the points that later changes move, in units.
const SPACING: f32 = 8.0;

/// The length of a stroke.
pub fn length(stroke: &[Point]) -> f32 {
    stroke.iter().zip(stroke.iter().skip(1)).map(|(a, b)| distance(*a, *b)).sum()
}

/// The same course with points close enough to be bent.
pub fn densified(stroke: &[Point]) -> Vec<Point> {
    let mut out: Vec<Point> = stroke.first().copied().into_iter().collect();
    for (a, b) in stroke.iter().zip(stroke.iter().skip(1)) {
        let parts = (distance(*a, *b) / SPACING).ceil().max(1.0);
        let mut part = 1.0;
        while part <= parts {
            let share = part / parts;
            out.push((a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share));
            part += 1.0;
        }
    }
    out
}

/// Without the hook at its end: a last turn of more than 60° into a short piece.
pub fn unhooked(stroke: &[Point]) -> Vec<Point> {
    let mut kept = stroke.to_vec();
    let whole = length(stroke);
    let mut cut = 0.0;
    while let [.., a, b, c] = kept.as_slice() {
        cut += distance(*b, *c);
        if cut > 0.28 * whole {
            return stroke.to_vec();
        }
        let (before, after) = ((b.0 - a.0, b.1 - a.1), (c.0 - b.0, c.1 - b.1));
        let cosine = (before.0 * after.0 + before.1 * after.1)
            / (distance(*a, *b) * distance(*b, *c)).max(1.0e-6);
        kept.pop();
        if cosine < 0.5 {
            return kept;
        }
    }
    stroke.to_vec()
}

/// Fewer corners: points within `tolerance` of the line that replaces them are dropped
/// (Ramer–Douglas–Peucker).
pub fn simplified(stroke: &[Point], tolerance: f32) -> Vec<Point> {
    let (Some(&first), Some(&last)) = (stroke.first(), stroke.last()) else { return Vec::new() };
    let span = distance(first, last);
    let away = |p: &Point| {
        if span < 1.0 {
            return distance(*p, first);
        }
        let area = (p.0 - first.0) * (last.1 - first.1) - (p.1 - first.1) * (last.0 - first.0);
        area.abs() / span
    };
    let farthest = stroke.iter().map(away).enumerate().max_by(|a, b| a.1.total_cmp(&b.1));
    match farthest {
        Some((at, far)) if far > tolerance && at > 0 && at + 1 < stroke.len() => {
            let mut left = simplified(stroke.get(..=at).unwrap_or_default(), tolerance);
            left.pop();
            left.extend(simplified(stroke.get(at..).unwrap_or_default(), tolerance));
            left
        }
        _ => vec![first, last],
    }
}

/// Bulging to one side by `bulge` of its length in the middle.
pub fn bent(stroke: &[Point], bulge: f32) -> Vec<Point> {
    let (Some(&first), Some(&last)) = (stroke.first(), stroke.last()) else { return Vec::new() };
    let side = (first.1 - last.1, last.0 - first.0);
    let whole = length(stroke).max(1.0e-6);
    let mut done = 0.0;
    let mut before = first;
    let push = |p: &Point| {
        done += distance(before, *p);
        before = *p;
        let share = done / whole;
        let out = 4.0 * bulge * share * (1.0 - share);
        (p.0 + side.0 * out, p.1 + side.1 * out)
    };
    stroke.iter().map(push).collect()
}

/// Corners rounded as a fast hand rounds them: a 1-2-1 filter run `times` times.
pub fn cornered(strokes: &[Vec<Point>], times: usize) -> Vec<Vec<Point>> {
    let round = |stroke: &Vec<Point>| {
        let mut points = stroke.clone();
        for _ in 0..times {
            let old = points.clone();
            let inner = points.iter_mut().skip(1);
            for ((p, a), c) in inner.zip(&old).zip(old.iter().skip(2)) {
                *p = ((a.0 + 2.0 * p.0 + c.0) / 4.0, (a.1 + 2.0 * p.1 + c.1) / 4.0);
            }
        }
        points
    };
    strokes.iter().map(round).collect()
}
