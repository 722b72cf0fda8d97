//! One typical hand of every class, moved until it tells characters apart.

use super::lda::Projection;
use super::matrix::{Rows, times};
use super::random::Random;
use super::samples::{Class, floats, in_parts};
use crate::handwriting::features::FEATURES;

/// Classes that a sample is compared with.
const RIVALS: usize = 30;

/// What a squared distance of 1 takes from the log-likelihood while learning.
const SHARPNESS: f32 = 0.15;

/// The share of the way to a sample that a prototype moves at first.
const RATE: f32 = 0.1;

/// Samples that are this surely right move nothing.
const SURE: f32 = 0.98;

/// The samples of every class in the projected space.
pub fn projected(classes: &[Class], projection: &Projection) -> Vec<Rows> {
    in_parts(classes, |class| {
        let (samples, _) = class.as_chunks::<FEATURES>();
        samples.iter().map(|sample| times(&projection.rows, &floats(sample))).collect()
    })
}

/// The squared distance; eight sums side by side, as in [`dot`](super::matrix::dot).
fn apart(a: &[f32], b: &[f32]) -> f32 {
    let ((a8, a_rest), (b8, b_rest)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    let mut sums = [0.0_f32; 8];
    for (x, y) in a8.iter().zip(b8) {
        for ((sum, x), y) in sums.iter_mut().zip(x).zip(y) {
            *sum += (x - y) * (x - y);
        }
    }
    let rest: f32 = a_rest.iter().zip(b_rest).map(|(x, y)| (x - y) * (x - y)).sum();
    sums.iter().sum::<f32>() + rest
}

/// Moves prototypes towards their own samples and away from others' that they attract: the
/// gradient of the likelihood that a soft choice among the nearest gives to the right class.
pub fn refine(prototypes: &mut Rows, samples: &[Rows], rounds: u8) {
    let near = rivals(prototypes);
    for round in 0..rounds {
        let rate = RATE * (1.0 - f32::from(round) / f32::from(rounds));
        let order = shuffled(samples.len(), u64::from(round));
        for number in 0..samples.first().map_or(0, Vec::len) {
            for class in &order {
                let sample = samples.get(*class).and_then(|of| of.get(number));
                if let (Some(sample), Some(near)) = (sample, near.get(*class)) {
                    step(prototypes, near, *class, sample, rate);
                }
            }
        }
    }
}

fn shuffled(count: usize, seed: u64) -> Vec<usize> {
    let mut random = Random::new(seed.wrapping_add(77));
    let mut keyed: Vec<(u64, usize)> = (0..count).map(|at| (random.bits(), at)).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, at)| at).collect()
}

/// For every class itself and its nearest others.
fn rivals(prototypes: &Rows) -> Vec<Vec<usize>> {
    in_parts(prototypes, |own| {
        let mut far: Vec<(f32, usize)> =
            prototypes.iter().enumerate().map(|(at, other)| (apart(own, other), at)).collect();
        let keep = (RIVALS + 1).min(far.len());
        if let Some(last) = keep.checked_sub(1) {
            far.select_nth_unstable_by(last, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        }
        far.truncate(keep);
        let mut near: Vec<usize> = far.into_iter().map(|(_, at)| at).collect();
        near.sort_unstable();
        near
    })
}

fn step(prototypes: &mut Rows, near: &[usize], class: usize, sample: &[f32], rate: f32) {
    let scores: Vec<(usize, f32)> = near
        .iter()
        .filter_map(|at| Some((*at, -SHARPNESS * apart(sample, prototypes.get(*at)?))))
        .collect();
    let best = scores.iter().map(|score| score.1).fold(f32::MIN, f32::max);
    let weights: Vec<f32> = scores.iter().map(|score| power(score.1 - best)).collect();
    let all: f32 = weights.iter().sum();
    let own = scores.iter().zip(&weights).find(|(score, _)| score.0 == class);
    if own.is_none_or(|(_, weight)| weight / all > SURE) {
        return;
    }
    for ((at, _), weight) in scores.iter().zip(&weights) {
        let target = if *at == class { 1.0 } else { 0.0 };
        let by = rate * (target - weight / all);
        if let Some(place) = prototypes.get_mut(*at) {
            place.iter_mut().zip(sample).for_each(|(p, s)| *p += by * (s - *p));
        }
    }
}

/// eˣ for x ≤ 0 as (1 + x/1024)¹⁰²⁴: near enough, and the same on every platform.
fn power(x: f32) -> f32 {
    let mut value = (1.0 + x / 1024.0).max(0.0);
    for _ in 0..10 {
        value *= value;
    }
    value
}
