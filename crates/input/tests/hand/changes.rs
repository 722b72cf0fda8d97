//! Hands for measuring. None of these changes is made in training: there whole strokes are
//! turned, stretched and bulged and parts shifted, here single corners are misplaced.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::indexing_slicing,
    reason = "small numbers and strokes that are never empty; a panic here is a failed test"
)]

/// The strokes of a character.
pub type Strokes = Vec<Vec<(f32, f32)>>;

/// A seeded xorshift generator.
pub struct Dice(u64);

impl Dice {
    /// Any seed will do.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// Even between 0 and 1.
    pub fn unit(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 40) as f32 / 16_777_216.0
    }

    /// Normal (Box and Muller).
    fn normal(&mut self) -> f32 {
        let radius = (-2.0 * self.unit().max(1.0e-7).ln()).sqrt();
        radius * (std::f32::consts::TAU * self.unit()).cos()
    }

    fn below(&mut self, count: usize) -> usize {
        ((self.unit() * count as f32) as usize).min(count - 1)
    }
}

/// What is done to a drawing before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// Nothing.
    Clean,
    /// Corners misplaced by 3 % of the side, each on its own; the square leans.
    Shaky,
    /// Strokes in a random order.
    AnyOrder,
    /// One in five pen lifts left out.
    Joined,
    /// One stroke drawn from its end.
    Reversed,
    /// The shortest stroke forgotten (of four or more).
    Dropped,
    /// Half of the short pen lifts left out and all corners cut (Chaikin).
    Cursive,
}

/// All hands.
pub const HANDS: [Hand; 7] = [
    Hand::Clean,
    Hand::Shaky,
    Hand::AnyOrder,
    Hand::Joined,
    Hand::Reversed,
    Hand::Dropped,
    Hand::Cursive,
];

/// A drawing on the 256-unit grid as this hand would have made it.
pub fn written(strokes: &Strokes, hand: Hand, dice: &mut Dice) -> Strokes {
    let mut out = strokes.clone();
    match hand {
        Hand::Shaky => shake(&mut out, dice),
        Hand::AnyOrder => {
            for last in (1..out.len()).rev() {
                out.swap(last, dice.below(last + 1));
            }
        }
        Hand::Joined => out = joined(&out, |_| 0.2, dice),
        Hand::Reversed => {
            let at = dice.below(out.len());
            out[at].reverse();
        }
        Hand::Dropped if out.len() > 3 => {
            let by_length = |a: &usize, b: &usize| length(&out[*a]).total_cmp(&length(&out[*b]));
            let shortest = (0..out.len()).min_by(by_length).unwrap_or(0);
            out.remove(shortest);
        }
        Hand::Clean | Hand::Dropped => {}
        Hand::Cursive => {
            out = joined(&out, |gap| if gap < 80.0 { 0.5 } else { 0.05 }, dice);
            for _ in 0..3 {
                for stroke in &mut out {
                    *stroke = cut(stroke);
                }
            }
        }
    }
    out
}

fn gap(a: (f32, f32), b: (f32, f32)) -> f32 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

fn length(stroke: &[(f32, f32)]) -> f32 {
    stroke.windows(2).map(|pair| gap(pair[0], pair[1])).sum()
}

fn shake(strokes: &mut Strokes, dice: &mut Dice) {
    let (lean, tilt) = (0.08 * dice.normal(), 0.05 * dice.normal());
    for stroke in strokes {
        *stroke = corners(stroke, 10.0);
        for point in stroke {
            let (x, y) = *point;
            *point = (
                x + lean * (y - 128.0) + 7.5 * dice.normal(),
                y + tilt * (x - 128.0) + 7.5 * dice.normal(),
            );
        }
    }
}

/// Only points where the direction has changed since the last, at least `far` units apart.
fn corners(stroke: &[(f32, f32)], far: f32) -> Vec<(f32, f32)> {
    let mut out = vec![stroke[0]];
    for triple in stroke.windows(3) {
        let [a, b, c] = [triple[0], triple[1], triple[2]];
        let turn = ((b.0 - a.0) * (c.1 - b.1) - (b.1 - a.1) * (c.0 - b.0))
            .atan2((b.0 - a.0) * (c.0 - b.0) + (b.1 - a.1) * (c.1 - b.1));
        if turn.abs() > 0.35 && gap(out[out.len() - 1], b) > far {
            out.push(b);
        }
    }
    out.push(stroke[stroke.len() - 1]);
    out
}

fn joined(strokes: &Strokes, likely: impl Fn(f32) -> f32, dice: &mut Dice) -> Strokes {
    let mut out: Strokes = Vec::new();
    for stroke in strokes {
        match out.last_mut() {
            Some(before) if dice.unit() < likely(gap(before[before.len() - 1], stroke[0])) => {
                before.extend(stroke);
            }
            _ => out.push(stroke.clone()),
        }
    }
    out
}

/// Every corner replaced by two, a quarter of the way in.
fn cut(stroke: &[(f32, f32)]) -> Vec<(f32, f32)> {
    let mut out = vec![stroke[0]];
    for pair in stroke.windows(2) {
        for share in [0.25, 0.75] {
            let (a, b) = (pair[0], pair[1]);
            out.push((a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share));
        }
    }
    out.push(stroke[stroke.len() - 1]);
    out
}
