//! Features of many made-up hands, one byte a feature.

use super::distort::distorted;
use super::medians::Drawing;
use super::random::Random;
use crate::handwriting::features::{FEATURES, features};
use std::num::NonZero;
use std::thread;

/// Bytes of a feature per unit; √ink stays below 1.
const SCALE: f32 = 255.0;

/// The samples of one class, [`FEATURES`] bytes each.
pub type Class = Vec<u8>;

/// `count` samples of every drawing.
pub fn sampled(drawings: &[Drawing], count: u64) -> Vec<Class> {
    in_parts(drawings, |drawing| {
        let mut out = Vec::new();
        for number in 0..count {
            let seed = (u64::from(u32::from(drawing.character)) << 24) | number;
            let mut random = Random::new(seed);
            let strokes = distorted(&drawing.strokes, &mut random);
            let field = features(&strokes).unwrap_or_else(|| vec![0.0; FEATURES]);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
            out.extend(field.iter().map(|v| (v * SCALE).round().clamp(0.0, 255.0) as u8));
        }
        out
    })
}

/// As floats again.
pub fn floats(sample: &[u8]) -> Vec<f32> {
    sample.iter().map(|byte| f32::from(*byte) / SCALE).collect()
}

/// `work` on every item, on all cores, results in order: the cores change the time, not the bytes.
pub fn in_parts<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let part = items.len().div_ceil(cores).max(1);
    let work = &work;
    thread::scope(|scope| {
        let threads: Vec<_> = items
            .chunks(part)
            .map(|chunk| scope.spawn(move || chunk.iter().map(work).collect::<Vec<R>>()))
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap_or_else(|e| std::panic::resume_unwind(e)))
            .collect()
    })
}
