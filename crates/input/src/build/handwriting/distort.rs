//! Made-up hands: one drawing of a font's centre lines becomes many that people might have made.

use super::bend::{bent, cornered, densified, simplified, unhooked};
use super::join::joined;
use super::medians::Point;
use super::random::Random;

// Chances are shares of 1; sizes are standard deviations at strength 1. Chosen on the tuning
// drawings, coarsely: none of them is sharp.

/// How strong all changes are; every sample has 0.5–1.5 of it.
const STRENGTH: f32 = 1.0;
/// Hands that leave out the hooks of print.
const UNHOOKED: f32 = 0.5;
/// Hands that straighten what bends only a little.
const PLAIN: f32 = 0.5;
/// Bulge of a stroke to one side, as a share of its length.
const BULGE: f32 = 0.04;
/// Hands that place the parts of a character differently.
const REGROUPED: f32 = 0.6;
/// Hands that leave out the shortest stroke.
const DROPPED: f32 = 0.04;
/// Hands that draw one stroke from its end.
const REVERSED: f32 = 0.2;
/// Hands that often do not lift the pen, and round corners.
const RUNNING: f32 = 0.2;
/// How many near strokes a running hand joins.
const RUNNING_JOINS: f32 = 0.5;
/// Hands that join some strokes, running ones included.
const JOINING: f32 = 0.5;
/// How many near strokes such a hand joins.
const JOINS: f32 = 0.2;
/// Shift of a stroke, as a share of the side.
const SHIFT: f32 = 0.022;
/// Turn of a stroke, in radians.
const TURN: f32 = 0.06;
/// Stretch of a stroke.
const STRETCH: f32 = 0.09;
/// Stretch of a part, each axis on its own.
const PART_SIZE: f32 = 0.08;
/// Shift of a part, as a share of the side.
const PART_SHIFT: f32 = 0.03;
/// Curving of the whole square.
const WARP: f32 = 0.05;
/// Leaning of the whole square.
const LEAN: f32 = 0.06;

/// A variant of a drawing on the 256-unit grid.
pub fn distorted(strokes: &[Vec<Point>], random: &mut Random) -> Vec<Vec<Point>> {
    let level = STRENGTH * (0.5 + random.unit());
    let unhook = random.chance(UNHOOKED);
    let tolerance = if random.chance(PLAIN) { 2.0 + 14.0 * random.unit() } else { 0.0 };
    let mut strokes: Vec<Vec<Point>> = strokes
        .iter()
        .map(|stroke| {
            let stroke = if unhook { unhooked(stroke) } else { stroke.clone() };
            let stroke = if tolerance > 0.0 { simplified(&stroke, tolerance) } else { stroke };
            let bulge = BULGE * level * random.normal();
            moved(&bent(&densified(&stroke), bulge), &Move::random(random, level))
        })
        .collect();
    if strokes.len() > 2 && random.chance(REGROUPED) {
        let cut = 1 + random.below(strokes.len() - 1);
        let (left, right) = strokes.split_at_mut(cut);
        for group in [left, right] {
            shifted(group, random, level);
        }
    }
    warped(&mut strokes, random, level);
    let hand = random.unit();
    if strokes.len() > 3 && random.chance(DROPPED) {
        let short = shortest(&strokes);
        strokes.remove(short);
    }
    if random.chance(REVERSED) {
        let at = random.below(strokes.len());
        if let Some(stroke) = strokes.get_mut(at) {
            stroke.reverse();
        }
    }
    if hand < RUNNING {
        let all = joined(&strokes, RUNNING_JOINS, random);
        cornered(&all, 1 + random.below(4))
    } else if hand < JOINING {
        joined(&strokes, JOINS, random)
    } else {
        strokes
    }
}

fn shortest(strokes: &[Vec<Point>]) -> usize {
    let lengths = strokes.iter().map(|s| super::bend::length(s)).enumerate();
    lengths.min_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(at, _)| at)
}

/// A turn, a stretch and a shift of one stroke about its own middle.
struct Move {
    turn: f32,
    stretch: f32,
    shift: Point,
}

impl Move {
    fn random(random: &mut Random, level: f32) -> Self {
        let shift = 255.0 * level * SHIFT;
        Self {
            turn: TURN * level * random.normal(),
            stretch: 1.0 + STRETCH * level * random.normal(),
            shift: (shift * random.normal(), shift * random.normal()),
        }
    }
}

fn centre<'a>(points: impl Iterator<Item = &'a Point>) -> Point {
    let (mut sum, mut count) = ((0.0, 0.0), 0.0_f32);
    for point in points {
        sum = (sum.0 + point.0, sum.1 + point.1);
        count += 1.0;
    }
    (sum.0 / count.max(1.0), sum.1 / count.max(1.0))
}

fn moved(stroke: &[Point], by: &Move) -> Vec<Point> {
    let middle = centre(stroke.iter());
    let turned = |p: &Point| {
        let (x, y) = ((p.0 - middle.0) * by.stretch, (p.1 - middle.1) * by.stretch);
        (middle.0 + x - by.turn * y + by.shift.0, middle.1 + y + by.turn * x + by.shift.1)
    };
    stroke.iter().map(turned).collect()
}

/// Parts of a character are larger, smaller, nearer or farther than in print.
fn shifted(group: &mut [Vec<Point>], random: &mut Random, level: f32) {
    let middle = centre(group.iter().flatten());
    let size = PART_SIZE * level;
    let (wide, high) = (1.0 + size * random.normal(), 1.0 + size * random.normal());
    let far = 255.0 * level * PART_SHIFT;
    let by = (far * random.normal(), far * random.normal());
    for point in group.iter_mut().flatten() {
        *point = (
            middle.0 + (point.0 - middle.0) * wide + by.0,
            middle.1 + (point.1 - middle.1) * high + by.1,
        );
    }
}

/// The whole square leans, and its inside is pulled about.
fn warped(strokes: &mut [Vec<Point>], random: &mut Random, level: f32) {
    let amount = WARP * level;
    let mut pull = || amount * random.normal();
    let (a, b) = ([pull(), pull(), pull(), pull()], [pull(), pull(), pull(), pull()]);
    let lean = LEAN * level;
    let (slant, climb) = (lean * random.normal(), lean * random.normal());
    for point in strokes.iter_mut().flatten() {
        let (x, y) = (point.0 / 127.5 - 1.0, point.1 / 127.5 - 1.0);
        let powers = [x * y, x * x, y * y, x * x * x];
        let other = [x * y, x * x, y * y, y * y * y];
        let sum = |by: &[f32], of: &[f32]| by.iter().zip(of).map(|(b, o)| b * o).sum::<f32>();
        let to = (x + slant * y + sum(&a, &powers), y + climb * x + sum(&b, &other));
        *point = ((to.0 + 1.0) * 127.5, (to.1 + 1.0) * 127.5);
    }
}
