//! From what a finger did to evenly spaced points: junk dropped, sizes tamed, jitter smoothed.

/// A point; x to the right, y down.
pub type Point = (f32, f32);

/// Farther out than any screen; keeps every later product finite.
const LIMIT: f32 = 1.0e6;

/// Points of one character at most; a longer path is sampled more coarsely.
const MAX_POINTS: f32 = 2048.0;

/// Spacing of the samples, as a share of the longer side of the character.
const STEP: f32 = 1.0 / 48.0;

/// A tap is written as a short fall to the right, as a dot is.
const TAP: f32 = 0.05;

/// The strokes of one character in a box whose longer side is 1, evenly sampled and smoothed.
///
/// Strokes are sorted, so that every later sum is bit for bit the same in any writing order.
pub fn even(strokes: &[Vec<Point>]) -> Vec<Vec<Point>> {
    let mut strokes: Vec<Vec<Point>> = strokes.iter().map(|stroke| clean(stroke)).collect();
    strokes.retain(|stroke| !stroke.is_empty());
    strokes.sort_by(|a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
    let (low, high) = bounds(&strokes);
    let side = (high.0 - low.0).max(high.1 - low.1);
    let scale = if side > 0.0 { 1.0 / side } else { 1.0 };
    for point in strokes.iter_mut().flatten() {
        *point = ((point.0 - low.0) * scale, (point.1 - low.1) * scale);
    }
    let total: f32 = strokes.iter().map(|stroke| length(stroke)).sum();
    let step = STEP.max(total / MAX_POINTS);
    strokes.iter().map(|stroke| smoothed(&resampled(stroke, step))).collect()
}

fn clean(stroke: &[Point]) -> Vec<Point> {
    let finite = stroke.iter().filter(|p| p.0.is_finite() && p.1.is_finite());
    let mut points: Vec<Point> =
        finite.map(|p| (p.0.clamp(-LIMIT, LIMIT), p.1.clamp(-LIMIT, LIMIT))).collect();
    points.dedup();
    points
}

fn bounds(strokes: &[Vec<Point>]) -> (Point, Point) {
    let start = ((f32::MAX, f32::MAX), (f32::MIN, f32::MIN));
    strokes.iter().flatten().fold(start, |(low, high), p| {
        ((low.0.min(p.0), low.1.min(p.1)), (high.0.max(p.0), high.1.max(p.1)))
    })
}

/// The distance between two points.
pub fn distance(a: Point, b: Point) -> f32 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    // Not `hypot`: its last bit depends on the platform, a square root's does not.
    (dx * dx + dy * dy).sqrt()
}

fn length(stroke: &[Point]) -> f32 {
    stroke.iter().zip(stroke.iter().skip(1)).map(|(a, b)| distance(*a, *b)).sum()
}

/// Points every `step` along the stroke, both ends kept; at least two.
fn resampled(stroke: &[Point], step: f32) -> Vec<Point> {
    let (Some(&first), Some(&last)) = (stroke.first(), stroke.last()) else { return Vec::new() };
    if length(stroke) < TAP / 2.0 {
        return vec![first, (first.0 + TAP, first.1 + TAP)];
    }
    let mut out = vec![first];
    let mut from = first;
    let mut missing = step;
    for &to in stroke.iter().skip(1) {
        let mut left = distance(from, to);
        while left >= missing {
            let share = missing / left;
            from = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
            out.push(from);
            left -= missing;
            missing = step;
        }
        missing -= left;
        from = to;
    }
    if out.len() < 2 || missing < step / 2.0 {
        out.push(last);
    }
    out
}

/// A 1-2-1 filter, twice; ends stay.
fn smoothed(stroke: &[Point]) -> Vec<Point> {
    let mut points = stroke.to_vec();
    for _ in 0..2 {
        let old = points.clone();
        let inner = points.iter_mut().skip(1);
        for ((point, before), after) in inner.zip(&old).zip(old.iter().skip(2)) {
            point.0 = (before.0 + 2.0 * point.0 + after.0) / 4.0;
            point.1 = (before.1 + 2.0 * point.1 + after.1) / 4.0;
        }
    }
    points
}
